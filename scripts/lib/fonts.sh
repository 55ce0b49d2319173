# shellcheck shell=bash
# The typeface, subset and merged from Debian's font packages.
step_fonts() {
  step "Typeface"
  step_done "TODO"
}
