# The toolchain file of the web presets: Emscripten as ./scripts/setup found or unpacked it, with the settings to
# run it (see scripts/lib/emscripten.sh).
include("${CMAKE_CURRENT_LIST_DIR}/cache_dir.cmake")
# CMake reads this file again for its compiler checks, in projects that see only the variables named here.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES TP_CACHE_DIR)

set(EMSCRIPTEN_ROOT_PATH "${TP_CACHE_DIR}/toolchain")
if(NOT EXISTS "${EMSCRIPTEN_ROOT_PATH}/em++")
  message(FATAL_ERROR "No WebAssembly compiler in ${TP_CACHE_DIR} yet: run ./scripts/setup first.")
endif()
include("${EMSCRIPTEN_ROOT_PATH}/cmake/Modules/Platform/Emscripten.cmake")
