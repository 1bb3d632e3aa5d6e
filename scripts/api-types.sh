#!/usr/bin/env bash
# Generates the web app's types from the server's OpenAPI schema.
# Usage: api-types.sh FILE           writes FILE
#        api-types.sh --check FILE   fails when FILE is not what would be written
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

generate() {
    .venv/bin/dailies openapi >"$scratch/openapi.json"
    cd frontend
    if ! node_modules/.bin/openapi-typescript "$scratch/openapi.json" --default-non-nullable false --output "$scratch/raw.ts" >"$scratch/log" 2>&1; then
        cat "$scratch/log" >&2
        exit 1
    fi
    # The name decides which of Prettier's settings hold.
    node_modules/.bin/prettier --stdin-filepath src/api/schema.gen.ts <"$scratch/raw.ts" >"$scratch/types.ts"
    cd ..
}

generate
if [ "$1" = --check ]; then
    if ! diff -u "$2" "$scratch/types.ts" >"$scratch/diff"; then
        head -n 40 "$scratch/diff" >&2
        echo "$2 is not what the server's schema gives: run 'make types'." >&2
        exit 1
    fi
else
    mkdir -p "$(dirname "$1")"
    cp "$scratch/types.ts" "$1"
    echo "Wrote $1"
fi
