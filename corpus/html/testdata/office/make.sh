#!/usr/bin/env bash
# Saves report.fodt as web pages with LibreOffice (Debian: libreoffice-writer).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
convert() { soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$1" --outdir . "$2"; }
convert 'html:HTML (StarWriter):EmbedImages' report.fodt
# The XHTML writer loses that text is struck through, so there is none.
sed 's/<text:span text:style-name="T3">[^<]*<[/]text:span>//' report.fodt >"$profile/report.fodt"
convert 'xhtml:XHTML Writer File' "$profile/report.fodt"
