# shellcheck shell=bash
# The WebAssembly compiler: the Emscripten on PATH if it is new enough, else Debian 13's, unpacked into the cache.
# Either way the build goes through small wrappers in $TP_CACHE_DIR/toolchain, which
# cmake/emscripten_toolchain.cmake finds; they carry the settings, so that cmake --preset works on its own.

readonly EMSCRIPTEN_MINIMUM=3.1.60
# Part of the stamp: raise it when what is unpacked or patched changes.
readonly EMSCRIPTEN_RECIPE=3

emscripten_on_path() {
  local version
  command -v emcc >/dev/null || return 1
  version="$(emcc --version 2>/dev/null | sed -n '1s/^emcc .*) \([0-9][0-9.]*\).*/\1/p')"
  [[ -n $version ]] && version_at_least "$version" "$EMSCRIPTEN_MINIMUM"
}

# Unpacks one package, without the test suite and the library variants (threads, sanitizers, position
# independence) that we never link: 0.3 GB instead of 1.6. Emscripten builds a variant itself if one is asked for.
unpack_package() {
  dpkg-deb --fsys-tarfile "$1" | tar --extract --directory "$2" \
    --exclude='*-mt*.a' --exclude='*-ww*.a' --exclude='*-emu*.a' --exclude='*-ofb*.a' --exclude='*-full_es3*.a' \
    --exclude='*asan*' --exclude='*lsan*' --exclude='*ubsan*' --exclude='*/pic/*' --exclude='*/lto-pic/*' \
    --exclude='*/emscripten/test' --exclude='./usr/share/doc' --exclude='./usr/share/locale' \
    --exclude='*/gconv' --exclude='./usr/share/man'
}

# Debian 13's wasm-opt and friends need a newer C library than Debian 12 has: they get their own.
point_at_unpacked_libraries() {
  local tree=$1 final=$2 loader libraries program
  loader="$(find "$tree/usr/lib" -name 'ld-linux*.so.*' -print -quit)"
  [[ -n $loader ]] || return 1
  libraries="$(dirname "$loader")"
  loader="$final${loader#"$tree"}" libraries="$final${libraries#"$tree"}"
  for program in "$tree"/usr/bin/wasm* ; do
    [[ -L $program ]] && continue
    patchelf --set-interpreter "$loader" --set-rpath "$libraries:$final/usr/lib" "$program" || return 1
  done
}

unpack_emscripten() {
  local final="$TP_CACHE_DIR/emscripten" tree="$TP_CACHE_DIR/emscripten.new" downloads=$1 package
  rm -rf "$tree" && mkdir -p "$tree" || return 1
  for package in "$downloads"/*.deb; do
    unpack_package "$package" "$tree" || return 1
  done
  point_at_unpacked_libraries "$tree" "$final" &&
    # acorn must stand beside the optimiser: NODE_PATH does not reach ES modules.
    mkdir -p "$tree/usr/share/emscripten/node_modules" &&
    ln -s /usr/share/nodejs/acorn "$tree/usr/share/emscripten/node_modules/acorn" &&
    cat >"$tree/config.py" <<SETTINGS &&
import shutil
LLVM_ROOT = '/usr/lib/llvm-19/bin'
BINARYEN_ROOT = '$final/usr'
NODE_JS = shutil.which('node') or shutil.which('nodejs')
CACHE = '$final/usr/share/emscripten/cache'
COMPILER_WRAPPER = shutil.which('ccache')
SETTINGS
    replace_folder "$tree" "$final"
}

# The settings an Emscripten on PATH is used with now: the places it looks at itself, in its order.
settings_of() {
  local home=$1 file
  for file in "${EM_CONFIG:-}" "$home/.emscripten" "$home/../../.emscripten" "$HOME/.emscripten"; do
    if [[ -f $file ]]; then readlink -f "$file"; return; fi
  done
  return 1
}

# adopt HOME: an Emscripten that is not ours keeps its settings but gets a cache of ours, begun with a copy of the
# libraries it has: its own is seldom writable, and never ours to change.
adopt() {
  local home=$1 folder="$TP_CACHE_DIR/emscripten_on_path" cache settings
  settings="$(settings_of "$home")" && cache="$("$home/em-config" CACHE)" || return 1
  rm -rf "$folder" && mkdir -p "$folder/cache" || return 1
  if [[ -d $cache/sysroot ]]; then
    tar --create --directory "$cache" --exclude='*-mt*.a' --exclude='*-ww*.a' --exclude='*-emu*.a' --exclude='*-ofb*.a' \
      --exclude='*asan*' --exclude='*lsan*' --exclude='*ubsan*' --exclude='*/pic' --exclude='*/lto-pic' \
      --exclude='*/thinlto*' --exclude='*.lock' --exclude='./ports*' --exclude='./build' . |
      tar --extract --directory "$folder/cache" --no-same-owner || return 1
  fi
  cat >"$folder/config.py" <<SETTINGS
import os
import shutil
# Some settings files ask where they are.
__file__ = '$settings'
ours = os.environ.get('EM_CONFIG', '')
os.environ['EM_CONFIG'] = __file__
exec(open(__file__).read())
os.environ['EM_CONFIG'] = ours
CACHE = '$folder/cache'
FROZEN_CACHE = False
COMPILER_WRAPPER = shutil.which('ccache')
SETTINGS
}

# write_toolchain EMSCRIPTEN_FOLDER CONFIG: a folder that looks like EMSCRIPTEN_FOLDER, so that Emscripten's own
# CMake files work from it, with wrappers in the place of the programs that a build runs.
write_toolchain() {
  local folder=$1 config=$2 new="$TP_CACHE_DIR/toolchain.new" name
  rm -rf "$new" && mkdir -p "$new" || return 1
  for name in "$folder"/*; do ln -s "$name" "$new/" || return 1; done
  rm -f "$new/settings.sh" && printf 'export EM_CONFIG=%q EMSDK_PYTHON=%q\nunset EM_CACHE\nTP_EMSCRIPTEN=%q\n' \
    "$config" "$TP_PYTHON" "$folder" >"$new/settings.sh" || return 1
  for name in emcc em++ emar emranlib emnm em-config; do
    rm -f "$new/$name" && cat >"$new/$name" <<'WRAPPER' && chmod +x "$new/$name" || return 1
#!/bin/sh
# Runs the Emscripten program of this name with this project's settings.
. "${0%/*}/settings.sh"
exec "$TP_EMSCRIPTEN/${0##*/}" "$@"
WRAPPER
  done
  replace_folder "$new" "$TP_CACHE_DIR/toolchain"
}

# The Emscripten folder that an emcc on PATH belongs to. Debian's emcc in /usr/bin is a wrapper.
emscripten_home() {
  local home
  home="$(dirname "$(readlink -f "$(command -v emcc)")")"
  [[ -f $home/emcc.py ]] || home=/usr/share/emscripten
  [[ -f $home/emcc.py ]] && printf '%s' "$home"
}

step_emscripten() {
  local key home config="$TP_CACHE_DIR/emscripten/config.py"
  step "Emscripten"
  lock_cache
  if emscripten_on_path; then
    home="$(emscripten_home)" || fail "cannot tell where the emcc on PATH lives" "put the folder of emcc.py on PATH"
    key="adopted 2 $TP_CACHE_DIR $home $(stat -c %Y "$home/emscripten-version.txt")"
    if ! stamped emscripten "$key"; then
      logged "adopting the one on PATH" "look at the log" adopt "$home"
      logged "writing wrappers" "look at the log" write_toolchain "$home" "$TP_CACHE_DIR/emscripten_on_path/config.py"
      logged "trying it" "check that the emcc on PATH works by itself, or take it off PATH" try_emscripten
      stamp emscripten "$key"
    fi
    unlock_cache
    step_done "ready: the one on PATH"
    return
  fi
  key="$EMSCRIPTEN_RECIPE $TP_CACHE_DIR $EMSCRIPTEN_SUITE"
  if ! stamped emscripten "$key"; then
    need_archive
    logged "downloading 250 MB" "check the network and the disk, run this again" \
      fetch_packages "$TP_CACHE_DIR/downloads/emscripten" emscripten binaryen libc6 libstdc++6 libgcc-s1
    logged "unpacking" "check that the disk has 2 GB free, run this again" \
      unpack_emscripten "$TP_CACHE_DIR/downloads/emscripten"
    logged "writing wrappers" "look at the log" write_toolchain "$TP_CACHE_DIR/emscripten/usr/share/emscripten" "$config"
    logged "trying it" "delete $TP_CACHE_DIR and run this again" try_emscripten
    stamp emscripten "$key"
    rm -rf "$TP_CACHE_DIR/downloads/emscripten"
  fi
  unlock_cache
  step_done "ready: $(<"$TP_CACHE_DIR/emscripten/usr/share/emscripten/emscripten-version.txt")"
}

# Compiles, optimises and runs a program of one line: every unpacked tool is used once.
try_emscripten() {
  local folder="$TP_CACHE_DIR/try_emscripten"
  rm -rf "$folder" && mkdir -p "$folder" &&
    printf '#include <cstdio>\nint main() { std::puts("works"); }\n' >"$folder/try.cpp" &&
    "$TP_CACHE_DIR/toolchain/em++" -Os -flto "$folder/try.cpp" -o "$folder/try.js" &&
    [[ "$(node "$folder/try.js")" == works ]] &&
    rm -rf "$folder"
}
