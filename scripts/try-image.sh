#!/usr/bin/env bash
# Builds and runs the image without Docker: see try-image.js. Needs a built checkout.
set -euo pipefail
cd "$(dirname "$0")/.."
major=$(sed -nE 's/^FROM node:([0-9]+).*/\1/p' Dockerfile | sort -u)
exec scripts/with-node.sh "$major" node scripts/try-image.js
