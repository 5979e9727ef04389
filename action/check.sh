#!/usr/bin/env bash
# Check the plan system, and hand on: the exit code, the answer to a pull request, and whether a site is to be made.
# On a pull request the merge result is judged (that is what checkout lays out), against what it is merged into; in a merge
# queue likewise, and there is nobody to answer.
set -euo pipefail

report="$RUNNER_TEMP/planlint-rapport.md"
options=(--root "$ROOT" --fail-on "$FAIL_ON")
affected=true
code=0

# Give the commit that the change is compared with. The merge commit's own first parent is exact also when the target
# branch has moved since the event; otherwise the event's base, fetched alone where the clone is too shallow to have it.
base_of_change() {
  if [ "$(git -C "$ROOT" rev-parse --quiet --verify 'HEAD^2' || true)" = "$HEAD_SHA" ]; then
    git -C "$ROOT" rev-parse --verify 'HEAD^1'
  elif git -C "$ROOT" cat-file -e "$BASE_SHA^{commit}" 2> /dev/null ||
    git -C "$ROOT" fetch --quiet --no-tags --depth=1 origin "$BASE_SHA" 2> /dev/null; then
    echo "$BASE_SHA"
  else
    return 1
  fi
}

rm -f "$report"
if [ -n "$DATE" ]; then
  options+=(--date "$DATE")
fi
if [ "$GITHUB_EVENT_NAME" = pull_request ] || [ "$GITHUB_EVENT_NAME" = merge_group ]; then
  if base="$(base_of_change)"; then
    options+=(--base "$base")
    if git -C "$ROOT" diff --quiet "$base" HEAD -- plans templates; then
      affected=false
    fi
  else
    echo "::error::planlint finner ikke det endringen skal sammenlignes med. Sett fetch-depth: 0 i actions/checkout."
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
