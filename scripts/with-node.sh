#!/usr/bin/env bash
# Runs a command under another major version of Node, which npm brings:
#   scripts/with-node.sh 24 npm test
set -euo pipefail
major=$1
shift
package=$(node -p '`node-${process.platform}-${process.arch}`')
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --prefix "$folder" --no-fund --no-audit --silent "$package@$major"
chmod 755 "$folder"
export PATH="$folder/node_modules/$package/bin:$PATH"
echo "With Node $(node --version):"
"$@"
