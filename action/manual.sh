#!/usr/bin/env bash
# Build the manual of the planlint that this action is, to lie beside the site. Its tool is installed by version and hash.
set -euo pipefail

python="$RUNNER_TEMP/planlint/bin/python"
source="$(cd "$(dirname "$0")/.." && pwd)"
if ! "$python" -c 'import zensical' 2> /dev/null; then
  export PIP_DISABLE_PIP_VERSION_CHECK=1
  "$python" -m pip install --quiet --require-hashes --requirement "$source/requirements/docs.txt"
fi
"$python" "$source/tools/docs_build.py" --out "$RUNNER_TEMP/planlint-brukerveiledning"
