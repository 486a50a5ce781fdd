# shellcheck shell=bash
# What the steps have in common; each sources it. Written for bash 3.2, which macOS has.
#
# A run of the action leaves what it did in one folder, $STATE:
#   facts       name=value, a line each: inputs that were checked, and what was found out (version, tag, …)
#   checks.tsv  kind, name, conclusion, seconds, summary: a line for each step that had something to do
#   *.json      what the verbs of hotfix printed
#   files/      the packages and what goes with them into the release
#   complete    there when the last step that can fail was reached and did not
# Summary and report are made of it.
set -euo pipefail

STATE="$RUNNER_TEMP/hotfix-action"
FILES="$STATE/files"
SUMMARY=""
export LC_ALL=C

# Without the carriage returns that a program writes on Windows: "true" must be "true".
fact() { sed -n "s/^$1=//p" "$STATE/facts" | tail -n 1 | tr -d '\r'; }

is() { [ "$(fact "$1")" = true ]; }

# A stage that the caller did not ask for does nothing, and is not spoken of.
stage() {
  case " $(fact stages) " in *" $1 "*) ;; *) echo "Stage $1 is not among those asked for." && exit 0 ;; esac
}

# begin KIND NAME: from here on, the step's end is written down, however it ends.
begin() {
  STEP_KIND=$1 STEP_NAME=$2 STEP_STARTED=$(date +%s)
  trap 'ended $?' EXIT
}

ended() {
  local conclusion=success
  [ "$1" -eq 0 ] || conclusion=failure
  [ -n "$SUMMARY" ] || { [ "$1" -eq 0 ] || SUMMARY="It ended with exit code $1."; }
  record "$conclusion"
  [ "$1" -eq 0 ] || annotate error "$SUMMARY"
}

record() {
  printf '%s\t%s\t%s\t%s\t%s\n' "$STEP_KIND" "$STEP_NAME" "$1" "$(($(date +%s) - STEP_STARTED))" "$(printf '%s' "$SUMMARY" | tr '\t\r\n' '   ')" >>"$STATE/checks.tsv"
}

skip() {
  SUMMARY=$1
  trap - EXIT
  record skipped
  echo "$1"
  exit 0
}

# An annotation: the text is escaped as the runner wants it.
annotate() {
  local text=${2//%/%25}
  text=${text//$'\r'/%0D}
  printf '::%s title=%s::%s\n' "$1" "Hotfix: $STEP_NAME" "${text//$'\n'/%0A}"
}

# The program. What it says against something is the step's summary. It masks tokens that it is given on the way, by commands among its errors: those reach the runner at once, and no file.
hotfix() {
  local code
  set +e
  { "$(cat "$STATE/binary")" "$@" 2>&1 >&3 | hearing >&2; code=${PIPESTATUS[0]}; } 3>&1
  set -e
  [ "$code" -eq 0 ] || SUMMARY=$(tail -n 1 "$STATE/said")
  return "$code"
}

hearing() {
  local line
  : >"$STATE/said"

  while IFS= read -r line || [ -n "$line" ]; do
    printf '%s\n' "$line"
    case "$line" in ::*) ;; *) printf '%s\n' "$line" >>"$STATE/said" ;; esac
  done
}

# Nothing that is printed between is a command to the runner: others wrote it.
quietly() {
  local token code=0
  token=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
  echo "::stop-commands::$token"
  "$@" || code=$?
  printf '\n::%s::\n' "$token"
  return "$code"
}

# A command of the caller's, in its folder. It gets neither tokens nor the files by which steps speak to the runner.
caller() {
  local code=0
  # shellcheck disable=SC2016 # the inner shell expands it
  quietly env -u GITHUB_TOKEN -u ACTIONS_ID_TOKEN_REQUEST_URL -u ACTIONS_ID_TOKEN_REQUEST_TOKEN -u ACTIONS_RUNTIME_TOKEN \
    -u GITHUB_ENV -u GITHUB_PATH -u GITHUB_OUTPUT -u GITHUB_STATE -u GITHUB_STEP_SUMMARY -u COMMAND \
    bash -c 'cd "$1" && exec bash --noprofile --norc -eo pipefail -c "$2"' caller "$(fact working_directory)" "$1" || code=$?
  [ "$code" -eq 0 ] || SUMMARY="The command ended with exit code $code: $(printf '%s' "$1" | tr '\n' ';')"
  return "$code"
}

digest() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

zip() { echo "$FILES/$(fact name)-$(fact version).zip"; }

crx() { local path; path="$FILES/$(fact name)-$(fact version).crx"; [ ! -f "$path" ] || echo "$path"; }

# The parachute, a path a line; nothing where there is none.
parachute() {
  local path
  for path in "$FILES/$(fact parachute)".{zip,crx}; do [ ! -f "$path" ] || echo "$path"; done
}

# The last release's package; empty where there is none.
previous() { find "$STATE/last" -type f -name '*.zip' 2>/dev/null | head -n 1; }
