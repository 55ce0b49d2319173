# shellcheck shell=bash
# The steps that compile the program and put the folder dist/ together.

# step_compile PRESET WHAT…: configures if need be, then builds.
step_compile() {
  local preset=$1
  shift
  local folder="$TP_ROOT/build/$preset" key
  step "$*"
  key="$(sha256sum <"$TP_ROOT/CMakePresets.json") $TP_CACHE_DIR"
  if [[ ! -f $folder/build.ninja || "$(cat "$folder/.configured_from" 2>/dev/null || true)" != "$key" ]]; then
    logged "configuring" "look at the log; ./scripts/setup gets what is missing" configure_preset "$preset"
    printf '%s\n' "$key" >"$folder/.configured_from"
  fi
  logged "compiling" "correct what the compiler names, run this again" \
    build_preset "$preset"
  step_done
}

configure_preset() { (cd "$TP_ROOT" && cmake --fresh --preset "$1"); }
build_preset() { (cd "$TP_ROOT" && cmake --build --preset "$1" --parallel "$TP_JOBS"); }

# Everything that dist/ is made from. Its hash tells whether dist/ is up to date.
page_sources() {
  cd "$TP_ROOT"
  {
    find web assets LICENSE THIRD_PARTY.md scripts/lib/compress build/fonts -type f -not -path '*/node_modules/*' -not -path 'build/fonts/.*' 2>/dev/null
    find build/web-release -maxdepth 1 -type f \( -name '*.mjs' -o -name '*.cjs' -o -name '*.wasm' \)
  } | LC_ALL=C sort | xargs -d '\n' sha256sum | { cat && printf '%s\n' "${TP_ADDRESS:-}"; } | sha256sum
}

# The web folder's own build writes into a new folder; it becomes dist/ when it is complete.
step_pages() {
  local new="$TP_ROOT/build/dist.new" stamp="$TP_ROOT/build/.dist_made_from" key
  step "Pages"
  if [[ ! -f $TP_ROOT/web/package.json ]]; then
    step_done "no web/ folder yet"
    return
  fi
  key="$(page_sources)"
  if [[ ! -f $TP_ROOT/dist/index.html || "$(cat "$stamp" 2>/dev/null || true)" != "$key" ]]; then
    rm -rf "$new" && mkdir -p "$new"
    logged "bundling" "look at the log" npm --prefix "$TP_ROOT/web" run --silent build -- \
      --out "$new" --program "$TP_ROOT/build/web-release" --fonts "$TP_ROOT/build/fonts"
    # What is inside must travel with it.
    cp "$TP_ROOT/LICENSE" "$new/LICENSE.txt"
    cp "$TP_ROOT/THIRD_PARTY.md" "$new/third-party.txt"
    logged "compressing" "check that the disk is not full" \
      "$TP_ROOT/scripts/lib/compress" "$new" "$TP_ROOT/build/compressed"
    rm -f "$stamp"
    replace_folder "$new" "$TP_ROOT/dist"
    printf '%s\n' "$key" >"$stamp"
  fi
  step_done "dist/: $(wire_size "$TP_ROOT/dist")"
}

# wire_size FOLDER: the files without their packed twins, and how big the packed ones are.
wire_size() {
  find "$1" -type f -printf '%s %p\n' | awk '
    { size = $1; sub(/^[0-9]+ /, ""); bytes[$0] = size }
    END {
      for (name in bytes) {
        if (name ~ /\.(br|gz|map)$/) continue
        raw += bytes[name]; files += 1
        packed += (name ".br" in bytes) ? bytes[name ".br"] : bytes[name]
        if (name ~ /\/turning-point\.[^\/]*\.wasm$/ && (name ".br" in bytes)) wasm += bytes[name ".br"]
      }
      printf "%d files, %d KB, %d KB with brotli (program %d KB)", files, raw / 1000, packed / 1000, wasm / 1000
    }'
}
