#!/usr/bin/env bash
# Read the issue's text, which is only ever a file, and hand on what came of it: each on a line of its own, in base64,
# whatever stands in it.
set -euo pipefail

out="$RUNNER_TEMP/svar"
options=(--root "$ROOT" --issue "$NUMBER" --out "$out")
if [ -n "$DATE" ]; then
  options+=(--date "$DATE")
fi
"$RUNNER_TEMP/planlint/bin/python" -I -c '
import json, sys
with open(sys.argv[1], "rb") as event, open(sys.argv[2], "wb") as form:
    form.write((json.load(event)["issue"].get("body") or "").encode("utf-8", "surrogatepass"))
' "$GITHUB_EVENT_PATH" "$RUNNER_TEMP/skjema.md"
code=0
"$RUNNER_TEMP/planlint/bin/planlint" form "$RUNNER_TEMP/skjema.md" "${options[@]}" || code=$?
mkdir -p "$out"
if [ ! -e "$out/svar.md" ]; then
  printf '%s\n' '<!-- planlint-skjema -->' \
    'planlint kunne ikke lese skjemaet, og det er ikke du som har gjort noe galt. Si fra til den som har ansvaret for plansystemet.' \
    > "$out/svar.md"
fi
touch "$out/tittel.txt" "$out/tekst.md" "$out/endring"
if [ "$code" = 0 ]; then
  # shellcheck source=action/git.sh
  . "$(dirname "${BASH_SOURCE[0]}")/../git.sh"
  git -C "$ROOT" add --all -- plans
  git -C "$ROOT" diff --cached --binary --no-ext-diff --no-textconv > "$out/endring"
fi
{
  echo "code=$code"
  echo "answer=$(base64 < "$out/svar.md" | tr -d '\n')"
  echo "title=$(base64 < "$out/tittel.txt" | tr -d '\n')"
  echo "text=$(base64 < "$out/tekst.md" | tr -d '\n')"
  echo "change=$(base64 < "$out/endring" | tr -d '\n')"
} >> "$GITHUB_OUTPUT"
