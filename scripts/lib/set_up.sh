# shellcheck shell=bash
# Which steps get a machine ready for what.

# plan_set_up TARGET…: adds the steps that web, browser, native, test or fuzz need to the array steps.
plan_set_up() {
  local target groups=(build) web="" native=""
  for target in "$@"; do
    case $target in
      web) web=yes ;;
      native) native=yes ;;
      browser) web=yes groups+=(browser) ;;
      test) web=yes native=yes groups+=(browser test) ;;
      fuzz) native=yes groups+=(fuzz) ;;
      *) return 2 ;;
    esac
  done
  [[ -z $native ]] || groups+=(native)
  if [[ -n $web ]] && ! emscripten_on_path; then groups+=(emscripten); fi
  steps+=("debian_packages ${groups[*]}")
  [[ -z $web ]] || steps+=(emscripten)
  steps+=(library_sources fonts)
  [[ -z $web || ! -f $TP_ROOT/web/package.json ]] || steps+=(npm places)
}
