#!/usr/bin/env bash
# Makes the report in the formats that people have, with the programs that they
# use: LibreOffice from report.fodt, Chromium from report.html. The results are
# committed; run it again after a change of report.fodt, report.html and
# report.txt, which hold the same words. Needs soffice, chromium and a font with
# Chinese characters (fonts-wqy-zenhei).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for format in "docx:MS Word 2007 XML" "doc:MS Word 97" "rtf:Rich Text Format" pdf html; do
	soffice "-env:UserInstallation=file://$work/profile" --headless --convert-to "$format" --outdir "$work" report.fodt >/dev/null 2>&1
done
for ending in docx doc rtf pdf html; do
	mv "$work/report.$ending" "libreoffice.$ending"
done
chromium --headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-component-update --disable-sync \
	--user-data-dir="$work/chromium" --no-pdf-header-footer --print-to-pdf="$work/chromium.pdf" report.html >/dev/null 2>&1
mv "$work/chromium.pdf" chromium.pdf
ls -l
