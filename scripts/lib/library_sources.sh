# shellcheck shell=bash
# Sources of the libraries that are compiled into the program: Dear ImGui, and SDL2 for the web.
# Also a folder with nlohmann's headers alone: the web build must never see /usr/include.

readonly SOURCES_RECIPE=1

step_library_sources() {
  local key="$SOURCES_RECIPE $TP_CACHE_DIR $IMGUI_SUITE $EMSCRIPTEN_SUITE"
  step "Library sources"
  lock_cache
  if ! stamped library_sources "$key"; then
    need_archive
    logged "Dear ImGui" "check the network, run this again" fetch_imgui
    logged "SDL2" "check the network, run this again" fetch_sdl2
    logged "nlohmann_json" "look at the log" expose_nlohmann
    stamp library_sources "$key"
  fi
  unlock_cache
  step_done "ready: Dear ImGui $(imgui_version), SDL $(sdl2_version)"
}

fetch_imgui() {
  local new="$TP_CACHE_DIR/imgui.new"
  fetch_source "$new" "$IMGUI_SUITE" imgui &&
    [[ -f $new/imgui.cpp && -f $new/backends/imgui_impl_opengl3.cpp ]] &&
    replace_folder "$new" "$TP_CACHE_DIR/imgui"
}

fetch_sdl2() {
  local new="$TP_CACHE_DIR/sdl2.new"
  fetch_source "$new" "$EMSCRIPTEN_SUITE" libsdl2 &&
    mkdir -p "$new.kept" && rm -rf "$new.kept"/* &&
    mv "$new/src" "$new/include" "$new/LICENSE.txt" "$new.kept/" &&
    rm -rf "$new" && replace_folder "$new.kept" "$TP_CACHE_DIR/sdl2"
}

expose_nlohmann() {
  local new="$TP_CACHE_DIR/include.new"
  [[ -f /usr/include/nlohmann/json.hpp ]] || return 0
  rm -rf "$new" && mkdir -p "$new" && ln -s /usr/include/nlohmann "$new/nlohmann" &&
    replace_folder "$new" "$TP_CACHE_DIR/include"
}

imgui_version() { sed -n 's/^#define IMGUI_VERSION  *"\(.*\)"/\1/p' "$TP_CACHE_DIR/imgui/imgui.h"; }
sdl2_version() {
  sed -n 's/^#define SDL_\(MAJOR\|MINOR\)_VERSION *\([0-9]*\).*/\2/p;s/^#define SDL_PATCHLEVEL *\([0-9]*\).*/\1/p' \
    "$TP_CACHE_DIR/sdl2/include/SDL_version.h" | paste -sd.
}
