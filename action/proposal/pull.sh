#!/usr/bin/env bash
# Open the pull request of the branch, or bring the open one up to date.
set -euo pipefail

# gh asks the server that this run is on, also where that is an Enterprise Server.
host="${GITHUB_SERVER_URL#*://}"
if [ "$host" != github.com ]; then
  export GH_HOST="$host" GH_ENTERPRISE_TOKEN="$GH_TOKEN"
fi

branch="skjema/$NUMBER"
pulls="repos/$GITHUB_REPOSITORY/pulls"
found="$(gh api "$pulls?state=open&head=${GITHUB_REPOSITORY%%/*}:$branch" | jq -r '.[0].number // empty')"
jq -n --arg title "$(base64 -d <<< "$TITLE")" --arg body "$(base64 -d <<< "$TEXT")" --arg head "$branch" \
  --arg base "$BASE" '{$title, $body, $head, $base}' > "$RUNNER_TEMP/pull.json"
if [ -n "$found" ]; then
  jq '{title, body}' "$RUNNER_TEMP/pull.json" | gh api --method PATCH "$pulls/$found" --input - > /dev/null
else
  # Where the repository lets no workflow make pull requests, the answer leads to the page where a person can.
  made="$(gh api --method POST "$pulls" --input - < "$RUNNER_TEMP/pull.json")" || made='{}'
  found="$(jq -r '.number // empty' <<< "$made")"
fi
echo "number=$found" >> "$GITHUB_OUTPUT"
