#!/usr/bin/env bash
# Sourced before git is used: nothing that the repository is set to is run as a program (planlint/change/git.py has the same
# settings, held equal by a test). They go by the environment, which stands above every file of settings.
export LC_ALL=C GIT_OPTIONAL_LOCKS=0 GIT_TERMINAL_PROMPT=0 GIT_NO_LAZY_FETCH=1 GIT_NO_REPLACE_OBJECTS=1
export GIT_ALLOW_PROTOCOL=file:http:https:ssh
export GIT_CONFIG_COUNT=0
unset GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE GIT_PREFIX

setting() {
  export "GIT_CONFIG_KEY_$GIT_CONFIG_COUNT=$1" "GIT_CONFIG_VALUE_$GIT_CONFIG_COUNT=$2"
  GIT_CONFIG_COUNT=$((GIT_CONFIG_COUNT + 1))
}

setting core.quotePath false
setting log.showRoot true
setting log.showSignature false
setting core.fsmonitor false
setting core.hooksPath /dev/null
setting diff.external ''
setting gc.auto 0
setting safe.bareRepository explicit
setting protocol.ext.allow never
# Here git also adds, commits and pushes.
setting commit.gpgSign false
setting credential.helper ''
setting core.askPass ''
while IFS= read -r -d '' name; do
  case "$name" in
    *.required) setting "$name" false ;;
    *) setting "$name" '' ;;
  esac
done < <(git -C "$ROOT" config -z --name-only --get-regexp '^filter\.' || true)
