# shellcheck shell=bash
# Everything the scripts share, in the order it builds on each other.
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"
for part in debian_packages debian_archive emscripten library_sources fonts npm places set_up build; do
  # shellcheck disable=SC1090
  . "$TP_ROOT/scripts/lib/$part.sh"
done

# usage STATUS: prints the comment at the top of the script that runs.
usage() {
  sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0" >&2
  exit "$1"
}
