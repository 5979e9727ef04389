#!/usr/bin/env bash
# Lay the change on a branch of its own, as one commit by the bot. The job that wrote the change had read a stranger's text:
# nothing outside the plan files is taken from it.
set -euo pipefail
# shellcheck source=action/git.sh
. "$(dirname "${BASH_SOURCE[0]}")/../git.sh"

branch="skjema/$NUMBER"
bot='41898282+github-actions[bot]@users.noreply.github.com'
folder="$(cd "$ROOT" && git rev-parse --show-prefix)"
base64 -d <<< "$CHANGE" | git apply --index --include="${folder}plans/*.yaml"
if git diff --cached --quiet --no-ext-diff --no-textconv; then
  echo "Endringen er tom." && exit 1
fi
setting user.name 'github-actions[bot]'
setting user.email "$bot"
{ base64 -d <<< "$TITLE"; printf '\n\nFra skjemaet i sak %s.\n' "$NUMBER"; } | git commit --quiet --file=-

# The key goes to this server and no other, and is in no command.
login="$(printf 'x-access-token:%s' "$PLANLINT_TOKEN" | base64 | tr -d '\n')"
setting "http.$GITHUB_SERVER_URL/.extraheader" "AUTHORIZATION: basic $login"
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
