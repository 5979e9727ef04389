#!/usr/bin/env bash
# Lay the change on a branch of its own, as one commit by the bot. The job that wrote the change had read a stranger's text:
# nothing outside the plan files is taken from it.
set -euo pipefail

branch="skjema/$NUMBER"
bot='41898282+github-actions[bot]@users.noreply.github.com'
folder="$(cd "$ROOT" && git rev-parse --show-prefix)"
base64 -d <<< "$CHANGE" | git apply --index --include="${folder}plans/*.yaml"
if git diff --cached --quiet; then
  echo "Endringen er tom." && exit 1
fi
git config user.name 'github-actions[bot]'
git config user.email "$bot"
{ base64 -d <<< "$TITLE"; printf '\n\nFra skjemaet i sak %s.\n' "$NUMBER"; } | git commit --quiet --file=-

# The key goes to this server and no other, and is in no command.
export GIT_CONFIG_COUNT=1 GIT_CONFIG_KEY_0="http.$GITHUB_SERVER_URL/.extraheader" GIT_CONFIG_VALUE_0
GIT_CONFIG_VALUE_0="AUTHORIZATION: basic $(printf 'x-access-token:%s' "$PLANLINT_TOKEN" | base64 | tr -d '\n')"
old="$(git ls-remote origin "refs/heads/$branch" | cut -f1)"
if [ -n "$old" ]; then
  git fetch --quiet --depth=1 origin "refs/heads/$branch"
  if [ "$(git log -1 --format=%ae FETCH_HEAD)" != "$bot" ]; then
    echo "state=taken" >> "$GITHUB_OUTPUT" # somebody works on the branch: their work is never written over
    exit 0
  fi
fi
git push --quiet --force-with-lease="refs/heads/$branch:$old" origin "HEAD:refs/heads/$branch"
echo "state=pushed" >> "$GITHUB_OUTPUT"
