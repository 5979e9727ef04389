#!/usr/bin/env bash
# Answer in the issue, in one comment that is kept up to date.
set -euo pipefail

# gh asks the server that this run is on, also where that is an Enterprise Server.
host="${GITHUB_SERVER_URL#*://}"
if [ "$host" != github.com ]; then
  export GH_HOST="$host" GH_ENTERPRISE_TOKEN="$GH_TOKEN"
fi

mark='<!-- planlint-skjema -->'
text="$(base64 -d <<< "$ANSWER")"
compare="$GITHUB_SERVER_URL/$GITHUB_REPOSITORY/compare/$BASE...skjema/$NUMBER?expand=1"
if [ "$ASK" = true ]; then
  text="$mark"$'\n'"Takk. En i kommunen må se på skjemaet før planlint bruker det. Til den som gjør det: sett merkelappen «godkjent skjema» på saken."
elif [ -n "$PULL" ]; then
  text+=$'\n\n'"Forslaget er #$PULL."
elif [ "$STATE" = pushed ]; then
  text+=$'\n\n'"GitHub lot ikke planlint åpne forslaget. Åpne det selv: $compare"
elif [ "$STATE" = taken ]; then
  text="$mark"$'\n'"Noen har arbeidet videre på grenen skjema/$NUMBER. Skjemaet er derfor ikke brukt på nytt; gjør resten av endringene der."
elif [ "$CODE" = 0 ]; then
  text="$mark"$'\n'"Skjemaet er lest, men forslaget kunne ikke lages. Si fra til den som har ansvaret for plansystemet."
fi
# Our own comment is known by its first line and by who wrote it: anybody can write the line.
comments="repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments"
id="$(gh api --paginate "$comments?per_page=100" | jq -rs --arg mark "$mark" 'add // [] | map(select(.user.login ==
  "github-actions[bot]" and (.body | startswith($mark)))) | .[0].id // empty')"
if [ -n "$id" ]; then
  where=(--method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id")
else
  where=(--method POST "$comments")
fi
jq -n --arg body "$text" '{$body}' | gh api "${where[@]}" --input - > /dev/null
