# shellcheck shell=bash
# Where things are, and how every script prints progress, keeps a log and fails. Sourced, never run.
set -euo pipefail

TP_ROOT="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)"
# Everything set-up fetches or unpacks goes here; several clones may share one.
TP_CACHE_DIR="${TP_CACHE_DIR:-$TP_ROOT/.cache}"
mkdir -p "$TP_CACHE_DIR/stamps" "$TP_ROOT/.cache/logs"
TP_CACHE_DIR="$(cd "$TP_CACHE_DIR" && pwd -P)"
TP_LOG="$TP_ROOT/.cache/logs/$(basename "$0").log"
# Debian's own Python: the modules its packages install are not seen by another one that is first on PATH.
TP_PYTHON=/usr/bin/python3
[[ -x $TP_PYTHON ]] || TP_PYTHON=python3
TP_JOBS="${TP_JOBS:-$(nproc 2>/dev/null || echo 2)}"
# Clones compile the same files: what one has compiled, another takes from ccache, wherever it lies.
export CCACHE_BASEDIR="$TP_ROOT" CCACHE_NOHASHDIR=true
export TP_ROOT TP_CACHE_DIR TP_PYTHON TP_JOBS

steps=()
step_number=0
step_count=0
step_name=""
step_started=0
ticker_pid=""

is_terminal() { [[ -t 1 ]]; }

# show TEXT: the current step's line, rewritten in place on a terminal, a new line elsewhere.
show() {
  local line="[$step_number/$step_count] $step_name … $1"
  if is_terminal; then printf '\r\033[K%s' "$line"; else printf '%s\n' "$line"; fi
}

# step NAME: begins the next of step_count steps.
step() {
  step_number=$((step_number + 1))
  step_name=$1
  step_started=$SECONDS
  if is_terminal; then show ""; fi
}

# step_done [TEXT]: ends it.
step_done() {
  local took=$((SECONDS - step_started))
  show "${1:-ready}$( ((took > 1)) && printf ' (%s s)' "$took" || true)"
  if is_terminal; then printf '\n'; fi
}

# run_steps: does what the array steps names, in order, under one numbering. An entry is the name of a function
# step_NAME, with its arguments.
run_steps() {
  local entry
  step_count=${#steps[@]}
  : >"$TP_LOG"
  for entry in "${steps[@]}"; do
    # shellcheck disable=SC2086
    step_$entry
  done
}

# One script at a time works in this clone, and one at a time in a cache that clones share.
lock_clone() {
  mkdir -p "$TP_ROOT/build"
  exec 8>"$TP_ROOT/build/.lock"
  flock --nonblock 8 || { echo "waiting for another script in this folder to finish"; flock 8; }
}
unlock_clone() { exec 8>&-; }
lock_cache() {
  exec 9>"$TP_CACHE_DIR/.lock"
  flock --nonblock 9 || { show "waiting for another set-up"; flock 9; }
}
unlock_cache() { exec 9>&-; }

# fail WHY WHAT_TO_DO: says which step failed, why, the end of the log, and what to do; then exits.
fail() {
  stop_ticker
  if is_terminal; then printf '\r\033[K'; fi
  {
    printf '\nFAILED: %s\n' "${step_name:-$(basename "$0")}"
    printf '  why:        %s\n' "$1"
    if [[ ${3:-} == with_log ]]; then
      printf '  from %s:\n' "$TP_LOG"
      what_went_wrong | sed 's/^/    | /'
    fi
    printf '  what to do: %s\n' "$2"
  } >&2
  exit 1
}

# The telling part of the log: from the first error of the last command on, else its end.
what_went_wrong() {
  awk '/^\$ / { text = ""; lines = 0; telling = 0; start = NR; next }
    { last[NR] = $0 }
    !telling && /^(FAILED|E): |(^|[ :])[Ee]rror: |npm (ERR!|error)/ { telling = 1 }
    telling && lines < 15 { text = text $0 "\n"; lines += 1 }
    END {
      if (telling) { printf "%s", text; exit }
      for (i = (NR - start > 15 ? NR - 14 : start + 1); i <= NR; i += 1) print last[i]
    }' "$TP_LOG" | cut -c1-300
}

# Shows that a long command is still alive: every second on a terminal, every half minute elsewhere. Ninja's
# [12/345] is shown with it.
start_ticker() {
  local text=$1 began=$SECONDS
  (
    trap - EXIT
    while sleep 1 >/dev/null 2>&1 </dev/null; do
      elapsed=$((SECONDS - began))
      if ! is_terminal && ((elapsed % 30 != 0)); then continue; fi
      show "$text, $elapsed s $(tail -n 1 "$TP_LOG" | grep -o '^\[[0-9]*/[0-9]*\]' || true)"
    done
  ) 8>&- 9>&- &
  ticker_pid=$!
}

stop_ticker() {
  [[ -n $ticker_pid ]] || return 0
  kill "$ticker_pid" 2>/dev/null || true
  wait "$ticker_pid" 2>/dev/null || true
  ticker_pid=""
}
trap stop_ticker EXIT
trap 'stop_ticker; printf "\nInterrupted. Run it again to go on from here.\n" >&2; exit 130' INT TERM

# logged DOING WHAT_TO_DO COMMAND…: runs a command with its output in the log; fails the step if it fails.
# A shell function given as COMMAND must join its lines with &&: errexit is off inside it.
logged() {
  local doing=$1 what_to_do=$2 status=0
  shift 2
  show "$doing"
  printf '\n$ %s\n' "$*" >>"$TP_LOG"
  start_ticker "$doing"
  "$@" >>"$TP_LOG" 2>&1 </dev/null || status=$?
  stop_ticker
  ((status == 0)) || fail "$doing ended with status $status" "$what_to_do" with_log
}

# stamped NAME KEY: was NAME last finished with this KEY? Stamps are written last, so a half-done step has none.
stamped() { [[ -f $TP_CACHE_DIR/stamps/$1 && $(<"$TP_CACHE_DIR/stamps/$1") == "$2" ]]; }
stamp() { printf '%s\n' "$2" >"$TP_CACHE_DIR/stamps/$1.new" && mv "$TP_CACHE_DIR/stamps/$1.new" "$TP_CACHE_DIR/stamps/$1"; }

# replace_folder NEW OLD: puts a finished folder in place in one step, so that no half-filled one is ever seen.
replace_folder() {
  local new=$1 place=$2 aside="$1.replaced"
  rm -rf "$aside"
  if [[ -e $place ]]; then mv "$place" "$aside"; fi
  mv "$new" "$place" && rm -rf "$aside"
}

# version_at_least HAVE WANT
version_at_least() { [[ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" == "$2" ]]; }
