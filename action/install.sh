#!/usr/bin/env bash
# Install planlint, as it is in this action, in an environment of its own at the versions it is tested with. Once per job.
set -euo pipefail

home="$RUNNER_TEMP/planlint"
source="$(cd "$(dirname "$0")/.." && pwd)"
if [ -x "$home/bin/planlint" ]; then
  exit 0
fi
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error::planlint trenger Python 3.11 eller nyere. Sett python til en versjon, for eksempel 3.13."
  exit 2
fi
python3 -m venv "$home"
# Everything by version and hash, and then planlint itself with what is there.
export PIP_DISABLE_PIP_VERSION_CHECK=1
"$home/bin/python" -m pip install --quiet --require-hashes --requirement "$source/requirements/nettsted.txt"
"$home/bin/python" -m pip install --quiet --no-deps --no-build-isolation --no-index "$source"
