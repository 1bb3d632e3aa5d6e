#!/usr/bin/env bash
# Locks pyproject.toml into requirements.txt (to run) and requirements-dev.txt (to run, test and check), and a
# vendor's second client for contract tests into requirements-replicate2.txt, and a server of the S3 protocol for tests
# into requirements-s3.txt: with hashes, for every platform and
# every Python from 3.11 on. Pass --upgrade to take newer releases.
set -euo pipefail
cd "$(dirname "$0")/.."

if ! command -v uv >/dev/null; then
    echo "make lock: uv was not found; install it with 'pip install uv'." >&2
    exit 1
fi

lock() {
    uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' "$@" pyproject.toml >/dev/null
}

# The vendor's second client, which can't be in one environment with its first; only contract tests use it.
lock_replicate2() {
    echo 'replicate==2.0.0b4' | uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
        --output-file requirements-replicate2.txt - >/dev/null
}

# A local server of the S3 protocol, for tests; its client library needs older releases than the studio.
lock_s3() {
    echo 'moto[server]==5.2.5' | uv pip compile --no-config --quiet --universal --python-version 3.11 --generate-hashes \
        --no-annotate --no-emit-index-url --no-emit-find-links --custom-compile-command 'make lock' \
        --output-file requirements-s3.txt - >/dev/null
}

lock_replicate2
lock_s3
lock "$@" --output-file requirements.txt
lock "$@" --extra dev --constraint requirements.txt --output-file requirements-dev.txt
