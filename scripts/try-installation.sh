#!/usr/bin/env bash
# Does what a newcomer does, with the built checkout: starts the demo, uses what it prints, ends it with Ctrl-C,
# starts it again, kills it with kill -9 and starts it once more. From a folder with blanks in its path that only its
# owner can enter; as root also once more as an ordinary user. Ends with an error when anything is not as promised.
set -euo pipefail
cd "$(dirname "$0")/.."
here=$PWD
work=$(mktemp -d)
server=
cleanup() {
  [ -n "$server" ] && kill -9 "$server" 2>/dev/null
  rm -rf "$work"
}
trap cleanup EXIT

fail() {
  echo "not as promised: $*" >&2
  [ -f "$work/out" ] && cat "$work/out" "$work/err" >&2
  exit 1
}

# `as` is how a command is run: as whoever runs this script, or as an ordinary user.
start() {
  : >"$work/out"
  : >"$work/err"
  (cd "$folder" && exec "${as[@]}" env PORT="${PORT:-}" DATA_DIR="$folder/data" node "$folder/dist/bin/main.js" demo) \
    >"$work/out" 2>"$work/err" &
  server=$!
  for _ in $(seq 900); do
    grep -q 'Ctrl-C ends it' "$work/out" && break
    kill -0 "$server" 2>/dev/null || fail 'the demo ended before it was ready'
    sleep 0.1
  done
  grep -q '^Second Source is ready at http://' "$work/out" || fail 'the demo was not ready within 90 seconds'
}

use() {
  # Every line that the demo prints to try must work as printed.
  local lines=0
  while read -r line; do
    bash -c "$line --fail-with-body -o /dev/null" || fail "this line does not work: $line"
    lines=$((lines + 1))
  done < <(grep -E '^  curl ' "$work/out")
  [ "$lines" -ge 4 ] || fail 'the demo printed too few lines to try'
  # The first line leads to the desk, whose page names its script.
  local address script
  address=$(sed -nE 's/^Second Source is ready at (.*)$/\1/p' "$work/out")
  script=$(curl -s "$address/" | grep -oE '/files/[^"]+\.js' | head -1)
  curl -s --compressed --fail-with-body -o /dev/null "$address$script" || fail "no desk at $address"
}

# PostgreSQL works in its data folder, which tells ours from others on the machine.
expect_no_orphan() {
  local process
  for process in /proc/[0-9]*; do
    case "$(readlink "$process/cwd" 2>/dev/null || true)" in
      "$folder/data"*) fail "left behind after Ctrl-C: $(tr '\0' ' ' <"$process/cmdline")" ;;
    esac
  done
}

finish() {
  local begun
  begun=$(date +%s%N)
  kill -INT "$server"
  wait "$server" || fail "Ctrl-C ended with an error"
  [ $((($(date +%s%N) - begun) / 1000000)) -lt 5000 ] || fail 'Ctrl-C took 5 seconds or more'
  server=
  expect_no_orphan
}

journey() {
  echo "  start, use, Ctrl-C"
  start
  use
  finish
  echo "  start again, kill -9, start once more"
  start
  use
  kill -9 "$server"
  wait "$server" 2>/dev/null || true
  start
  use
  echo "  a second one on the same folder is refused in plain words"
  if (cd "$folder" && "${as[@]}" env PORT=0 DATA_DIR="$folder/data" node "$folder/dist/bin/main.js" start) \
    >"$work/second" 2>&1; then
    fail 'a second server started on the same data folder'
  fi
  grep -qi 'already running' "$work/second" || fail "the refusal is not plain: $(cat "$work/second")"
  finish
}

folder="$work/a folder of my own/second source"
mkdir -p "$folder"
chmod 700 "$work" "$work/a folder of my own" "$folder"
cp -a dist demo package.json node_modules "$folder/"

echo "As $(id -un), from a folder with blanks that only its owner can enter:"
as=()
journey
echo "As $(id -un), with port 3000 taken:"
node -e 'require("net").createServer().listen(3000, "127.0.0.1")' &
taker=$!
rm -rf "$folder/data"
start
grep -q 'ready at http://127.0.0.1:3000$' "$work/out" && fail 'port 3000 was not taken'
use
finish
kill "$taker"

if [ "$(id -u)" = 0 ]; then
  user=second-source-test
  id "$user" >/dev/null 2>&1 || useradd --create-home "$user"
  rm -rf "$folder/data"
  chown -R "$user" "$work"
  echo "As the ordinary user $user, from the same folder:"
  as=(setpriv --reuid="$user" --regid="$user" --clear-groups env HOME="/home/$user")
  journey
  userdel --remove "$user" 2>/dev/null || true
fi
cd "$here"
echo "Installing, starting and stopping are as promised."
