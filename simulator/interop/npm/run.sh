#!/usr/bin/env bash
# Installs the npm package smpp beside this file unless that was done, then runs the client. Usage: run.sh SMPP_PORT
set -eu

cd "$(dirname "${BASH_SOURCE[0]}")"
for tool in node npm; do
  if ! command -v "$tool" >/dev/null 2>&1; then
    echo "run.sh: $tool is needed. Install it, for example: apt-get install nodejs npm" >&2
    exit 1
  fi
done
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
  npm ci --no-audit --no-fund --loglevel=error >&2
fi
exec node client.mjs "${1:?run.sh needs the SMPP port of the server}"
