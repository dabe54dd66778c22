#!/usr/bin/env bash
# Makes the documents of this folder from report.fodt with LibreOffice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
convert() { soffice -env:UserInstallation="file://$profile" --headless --convert-to "$1" "$2" >/dev/null; }
convert 'docx:Office Open XML Text' report.fodt && mv report.docx transitional.docx
convert 'docx:MS Word 2007 XML' report.fodt && mv report.docx word2007.docx
