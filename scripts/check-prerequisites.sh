#!/usr/bin/env bash
# Says in one sentence each what is missing for `make install`.
# Usage: check-prerequisites.sh [python] [node]   (both when none is named)
set -euo pipefail

python=${PYTHON:-python3}
problems=0

missing() {
    echo "make install: $1" >&2
    problems=1
}

check_python() {
    if ! command -v "$python" >/dev/null; then
        missing "$python was not found; install Python 3.11 or newer, or name one with PYTHON=/path/to/python."
    elif ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
        missing "$("$python" --version) is too old; Python 3.11 or newer is needed (name one with PYTHON=/path/to/python)."
    elif ! "$python" -c 'import venv, ensurepip' 2>/dev/null; then
        missing "$python can't make virtual environments; install its venv module (on Debian and Ubuntu: apt-get install python3-venv)."
    fi
}

check_node() {
    if ! command -v node >/dev/null; then
        missing "node was not found; install Node.js 20 or newer."
    elif ! node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)'; then
        missing "Node.js $(node --version) is too old; Node.js 20 or newer is needed."
    fi
    if ! command -v npm >/dev/null; then
        missing "npm was not found; it comes with Node.js 20 or newer."
    fi
}

if [ $# -eq 0 ]; then
    set -- python node
fi
for part in "$@"; do
    "check_$part"
done
exit "$problems"
