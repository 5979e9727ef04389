#!/usr/bin/env bash
# Install what a step needs, by version and hash, in an environment of its own; planlint itself runs from this action's own
# folder. Each set once per job: kjerne is enough to check and to answer, nettsted builds the site, docs the manual.
set -euo pipefail

set_="${1:-kjerne}"
home="$RUNNER_TEMP/planlint"
uv="$RUNNER_TEMP/planlint-uv"
source="$(cd "$(dirname "$0")/.." && pwd)"
if [ -e "$home/$set_" ]; then
  exit 0
fi
if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
  echo "::error::planlint trenger Python 3.11 eller nyere. Sett python til en versjon, for eksempel 3.13."
  exit 2
fi
export PIP_DISABLE_PIP_VERSION_CHECK=1 UV_PYTHON_DOWNLOADS=never UV_NO_PROGRESS=1
if [ -n "${PIP_INDEX_URL:-}" ]; then
  export UV_DEFAULT_INDEX="${UV_DEFAULT_INDEX:-$PIP_INDEX_URL}"
fi

# uv installs in a third of pip's time, and is itself one file that pip fetches. It reads no pip.conf: where it does not get
# through, on a machine that has a mirror of its own, pip does the same.
packages() {
  local named=(--quiet --no-deps --require-hashes --requirement "$source/requirements/$set_.txt")
  if [ ! -x "$uv/bin/uv" ]; then
    python3 -m pip install --quiet --no-deps --no-compile --require-hashes --target "$uv" \
      --requirement "$source/requirements/uv.txt" || true
  fi
  if ! "$uv/bin/uv" pip install --python "$home/bin/python" "${named[@]}"; then
    python3 -m pip --python "$home/bin/python" install --no-compile "${named[@]}"
  fi
}

if [ ! -x "$home/bin/python" ]; then
  python3 -m venv --without-pip "$home"
  "$home/bin/python" -I -c 'import sys, sysconfig; open(sysconfig.get_path("purelib") + "/planlint.pth", "w").write(sys.argv[1])' \
    "$source"
  printf '#!/bin/sh\nexec "%s/bin/python" -I -m planlint "$@"\n' "$home" > "$home/bin/planlint"
  chmod +x "$home/bin/planlint"
fi
packages
touch "$home/$set_"
if [ "$set_" = nettsted ]; then
  touch "$home/kjerne"
fi
