#!/usr/bin/env bash
# Check the plan system, and hand on: the exit code, the answer to a pull request, and whether a site is to be made.
# On a pull request the merge result is judged (that is what checkout lays out), against what it is merged into; in a merge
# queue likewise, and there is nobody to answer.
set -euo pipefail

report="$RUNNER_TEMP/planlint-rapport.md"
options=(--root "$ROOT" --fail-on "$FAIL_ON")
affected=true
code=0

rm -f "$report"
if [ -n "$DATE" ]; then
  options+=(--date "$DATE")
fi
if [ "$GITHUB_EVENT_NAME" = pull_request ] || [ "$GITHUB_EVENT_NAME" = merge_group ]; then
  # planlint asks git itself, in the one way that lets nothing in the tree decide what git does.
  if compared="$("$RUNNER_TEMP/planlint/bin/python" -I -m planlint.hosts.compared)"; then
    read -r base affected <<< "$compared"
    options+=(--base "$base")
  else
    echo "$compared"
    code=2
  fi
fi
if [ "$code" = 0 ]; then
  "$RUNNER_TEMP/planlint/bin/planlint" check "${options[@]}" --output github --output "markdown=$report" || code=$?
fi
if [ ! -s "$report" ]; then
  log="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
  printf '### planlint\n\nPlansystemet kunne ikke kontrolleres. [Loggen](%s) sier hva som må rettes.\n' "$log" > "$report"
fi
cat "$report" >> "$GITHUB_STEP_SUMMARY"

site=false quiet=false
if [ "$code" -lt 2 ] && [ "$affected" = true ]; then
  site=true
elif [ "$code" = 0 ]; then
  quiet=true
fi
# What answers the pull request has a key and reads no plans: it gets the answer in a file.
handed_on=""
if [ "$GITHUB_EVENT_NAME" = pull_request ]; then
  handed_on="$RUNNER_TEMP/planlint-svar"
  REPORT="$report" QUIET="$quiet" SITE="$site" HANDED_ON="$handed_on" BASE="${base:-}" CODE="$code" \
    "$RUNNER_TEMP/planlint/bin/python" -I -m planlint.hosts.handed_on
fi
{
  echo "code=$code"
  echo "site=$site"
  echo "handed-on=$handed_on"
} >> "$GITHUB_OUTPUT"
