# shellcheck shell=bash
# The typeface, made from Debian's font packages into build/fonts (see scripts/build_font).

step_fonts() {
  local folder="$TP_ROOT/build/fonts" key
  step "Typeface"
  key="$(sha256sum <"$TP_ROOT/scripts/build_font") $(font_sources)"
  if [[ "$(cat "$folder/.made_from" 2>/dev/null || true)" != "$key" ]]; then
    logged "subsetting and merging" "look at the log; fonts-inter, fonts-noto-core and python3-fonttools are needed" \
      "$TP_PYTHON" "$TP_ROOT/scripts/build_font" "$folder"
    printf '%s\n' "$key" >"$folder/.made_from"
  fi
  step_done
}

font_sources() {
  dpkg-query -W -f='${Package} ${Version} ' fonts-inter fonts-noto-core python3-fonttools 2>/dev/null || true
}
