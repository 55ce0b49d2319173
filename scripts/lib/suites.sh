# shellcheck shell=bash
# Runs test suites one after the other, shows what they print, and adds up what they say of themselves.

readonly RESULTS="${TP_RESULTS:-$TP_ROOT/build/test-results}"
total_passed=0
total_failed=0
suite_lines=()

# count_cases FOLDER: "passed failed" as the GoogleTest programs wrote it there. Skipped and disabled cases count as
# neither.
count_cases() {
  cat "$1"/*.xml 2>/dev/null | awk '
    function attribute(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    /<testsuites / { tests += attribute("tests"); failed += attribute("failures") + attribute("errors"); off += attribute("disabled") }
    /<testsuite / { off += attribute("skipped") }
    END { printf "%d %d\n", tests - failed - off, failed }'
}

# count_printed FILE: "passed failed" from the summaries of node's test runner, or from lines "N passed, N failed".
count_printed() {
  sed 's/\x1b\[[0-9;]*m//g' "$1" | awk '
    /^(#|ℹ) pass [0-9]+$/ { passed += $3 }
    /^(#|ℹ) (fail|cancelled) [0-9]+$/ { failed += $3 }
    /^([a-z]+: )?[0-9]+ passed, [0-9]+ failed/ { sub(/^[a-z]+: /, ""); passed += $1; failed += $3 }
    END { printf "%d %d\n", passed, failed }'
}

# count_last FILE: "passed failed" of the last line "N passed, N failed", where a runner sums up by itself.
count_last() {
  awk '/^[0-9]+ passed, [0-9]+ failed/ { passed = $1; failed = $3 } END { printf "%d %d\n", passed, failed }' "$1"
}

# run_suite NAME COUNTER FILE COMMAND…: COUNTER reads FILE; "printed" as FILE means the output itself.
run_suite() {
  local name=$1 counter=$2 file=$3 status=0 passed failed began=$SECONDS output
  shift 3
  output="$RESULTS/${name//[^A-Za-z0-9]/-}.log"
  [[ $file != printed ]] || file=$output
  mkdir -p "$RESULTS"
  printf '\n== %s\n' "$name"
  "$@" </dev/null 2>&1 | tee "$output" || status=${PIPESTATUS[0]}
  read -r passed failed < <("$counter" "$file")
  # A suite that broke down, or found nothing to run, has failed even if it counted no failure.
  if ((status != 0 && failed == 0)); then
    printf '%s: ended with status %s\n' "$name" "$status"
    failed=1
  elif ((passed + failed == 0)); then
    printf '%s: ran no tests\n' "$name"
    failed=1
  fi
  total_passed=$((total_passed + passed))
  total_failed=$((total_failed + failed))
  suite_lines+=("$(printf '%-45s %5d passed %4d failed %5d s' "$name" "$passed" "$failed" $((SECONDS - began)))")
}

# finish_suites: the table, then the one line that counts.
finish_suites() {
  printf '\n'
  printf '%s\n' "${suite_lines[@]}"
  printf '\n%d passed, %d failed\n' "$total_passed" "$total_failed"
  ((total_failed == 0 && total_passed > 0))
}
