# shellcheck shell=bash
# Coasts and borders for the desktop program's geographic map, from Natural Earth through npm (see web/build/borders.ts).

step_places() {
  local file="$TP_ROOT/build/places/borders.bin" story="$TP_ROOT/assets/story/us-azerbaijan.json" key
  step "Coasts and borders"
  key="$(cat "$TP_ROOT/web/package-lock.json" "$TP_ROOT/web/build/borders.ts" "$story" | sha256sum)"
  if [[ ! -f $file || "$(cat "$TP_ROOT/build/places/.made_from" 2>/dev/null || true)" != "$key" ]]; then
    logged "clipping and simplifying" "look at the log; world-atlas is needed, which npm installs" \
      npm --prefix "$TP_ROOT/web" run --silent borders -- "$story" "$file"
    printf '%s\n' "$key" >"$TP_ROOT/build/places/.made_from"
  fi
  step_done
}
