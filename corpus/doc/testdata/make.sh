#!/usr/bin/env bash
# Makes the .doc and .rtf files of the tests of corpus/doc and corpus/rtf out
# of the .fodt files here, with LibreOffice (soffice; 24.2 and later do).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
office() { soffice "-env:UserInstallation=file://$profile" --headless "$@" >/dev/null; }
office --convert-to 'doc:MS Word 97' --outdir . ./*.fodt
# LibreOffice writes no sound RTF of tables inside tables, so not nested.fodt.
office --convert-to rtf --outdir ../../rtf/testdata report.fodt
office --convert-to xls --outdir . sheet.csv
