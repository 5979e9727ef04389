#!/usr/bin/env bash
# Build the site as it will be with the change, and hand on its folder.
set -euo pipefail

site="$RUNNER_TEMP/planlint-nettsted"
options=(--root "$ROOT" --out "$site")
if [ -n "$DATE" ]; then
  options+=(--date "$DATE")
fi
if [ "$MANUAL" = true ]; then
  options+=(--manual "$RUNNER_TEMP/planlint-brukerveiledning/docs")
fi
# 1: the site is whole but for files that cannot be read, which the check tells of.
"$RUNNER_TEMP/planlint/bin/planlint" build "${options[@]}" || [ $? -eq 1 ]
echo "site=$site" >> "$GITHUB_OUTPUT"
