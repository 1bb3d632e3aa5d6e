#!/usr/bin/env bash
# Installs what the tests start themselves and this machine lacks: Chromium, Redis and PostgreSQL.
# Needs apt-get, and root or sudo without a password; otherwise it says what is missing and goes on, since
# the tests that need it are skipped (with CI set they fail).
set -euo pipefail

packages=()

if ! command -v chromium >/dev/null && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
    packages+=(chromium)
fi
if ! command -v redis-server >/dev/null; then
    packages+=(redis-server)
fi
# Debian keeps the server's programs out of PATH.
if ! command -v initdb >/dev/null && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
    packages+=(postgresql)
fi

if [ ${#packages[@]} -eq 0 ]; then
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    as_root=(sudo -n)
fi

announce() {
    printf '\n*** %s\n\n' "$1" >&2
}

if ! command -v apt-get >/dev/null || ! "${as_root[@]}" true 2>/dev/null; then
    announce "Not installed: ${packages[*]}. The tests that need them are skipped; install them to run all tests."
    exit 0
fi

echo "Installing for the tests: ${packages[*]}"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! {
    "${as_root[@]}" apt-get update -q &&
        "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${packages[@]}"
} </dev/null >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    announce "apt-get could not install: ${packages[*]}. The tests that need them are skipped."
fi
