#!/usr/bin/env bash
# Let the exit code of the check decide, last, so that comment and site came first. At night the issue is the answer:
# findings turn no run red then, only a check that could not be done.
set -euo pipefail

if [ "$ISSUE" = true ] && [ "$CODE" = 1 ]; then
  echo "planlint fant noe som må følges opp. Det står i saken."
  exit 0
fi
# The address leads to the same text as the comment has, also where there is no comment: a change from a copy (fork).
if [ "$REPORTED" = true ]; then
  echo "Hele svaret: $GITHUB_SERVER_URL/$GITHUB_REPOSITORY/actions/runs/$GITHUB_RUN_ID"
fi
if [ "$CODE" != 0 ]; then
  echo "planlint sier nei (sluttkode $CODE). Merknadene over og oppsummeringen av kjøringen sier hvorfor."
fi
exit "$CODE"
