#!/usr/bin/env bash
# Asks Chromium (Debian: chromium) which numbers it shows of each page of make.html.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
chromium --headless --no-sandbox --disable-gpu --user-data-dir="$profile" --virtual-time-budget=60000 \
	--dump-dom "file://$PWD/make.html" 2>/dev/null |
	sed -n '/<pre id="out">/,/<\/pre>/p' | grep "$(printf '\t')" >shown.tsv
