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
# Both variables: newer pips read the second one for what a build needs, older ones the first for everything.
export PIP_DISABLE_PIP_VERSION_CHECK=1
export PIP_CONSTRAINT="$source/constraints.txt"
export PIP_BUILD_CONSTRAINT="$source/constraints.txt"
"$home/bin/python" -m pip install --quiet "${source}[nettsted]"
