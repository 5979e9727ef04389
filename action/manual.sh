#!/usr/bin/env bash
# Build the manual of the planlint that this action is, to lie beside the site. Its tool is installed by version and hash.
set -euo pipefail

source="$(cd "$(dirname "$0")/.." && pwd)"
bash "$source/action/install.sh" docs
"$RUNNER_TEMP/planlint/bin/python" "$source/tools/docs_build.py" --out "$RUNNER_TEMP/planlint-brukerveiledning"
