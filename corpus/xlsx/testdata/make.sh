#!/usr/bin/env bash
# Makes the workbook of this folder from tables.fods with LibreOffice.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
soffice -env:UserInstallation="file://$profile" --headless --convert-to 'xlsx:Calc MS Excel 2007 XML' tables.fods >/dev/null
