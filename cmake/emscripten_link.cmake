# Every Emscripten flag, with its reason. tp_program_web: a module for the page. tp_program_node: a program for Node.
if(NOT EMSCRIPTEN)
  return()
endif()

# Nothing here throws or asks for types at run time; libraries included. Saves a tenth of the code.
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions;-fno-rtti>")
# One thread, and a page that is left needs no tidying: no guards around, no registered ends of, static objects.
add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:-fno-threadsafe-statics;-fno-c++-static-destructors>")
# Instructions that every browser of web/build/bundle.ts has: whole blocks copied at once, numbers cut to integers
# without a range check around each.
add_compile_options(-mbulk-memory -mnontrapping-fptoint -msign-ext)
# Whole-program optimisation drops what is never called, from libraries too. Full, not thin: Emscripten's own
# libraries come in that form.
if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
  add_compile_options(-flto)
  add_link_options(-flto)
endif()

# What both kinds of program share.
function(tp_emscripten_common target)
  target_link_options(${target} PRIVATE
    -sALLOW_MEMORY_GROWTH=1       # a story may have a million events
    -sDISABLE_EXCEPTION_CATCHING=1
    -sSUPPORT_LONGJMP=0           # nobody jumps; its support code would be linked
    )
endfunction()

# tp_program_web(<target> [METHODS <runtime methods…>] [FUNCTIONS <C functions…>])
# An ES module, <target>.mjs beside <target>.wasm. Without METHODS and FUNCTIONS it exports what strings need.
function(tp_program_web target)
  cmake_parse_arguments(ARG "" "" "METHODS;FUNCTIONS" ${ARGN})
  if(NOT ARG_METHODS)
    set(ARG_METHODS HEAPU8 UTF8ToString stringToUTF8 lengthBytesUTF8 specialHTMLTargets)
  endif()
  if(NOT ARG_FUNCTIONS)
    set(ARG_FUNCTIONS _main _malloc _free)
  endif()
  set(incoming canvas instantiateWasm locateFile preRun print printErr onAbort)
  list(JOIN incoming "," incoming)
  list(JOIN ARG_METHODS "," methods)
  list(JOIN ARG_FUNCTIONS "," functions)
  tp_emscripten_common(${target})
  set_target_properties(${target} PROPERTIES SUFFIX ".mjs")
  target_link_options(${target} PRIVATE
    -sMODULARIZE=1 -sEXPORT_ES6=1 # several on one page, each an instance of its own
    -sEXPORT_NAME=createTurningPoint
    -sSTACK_SIZE=1MB              # the default of 64 KB is little for Dear ImGui and nested JSON
    -sENVIRONMENT=web             # no code for Node or workers
    -sFILESYSTEM=0                # the page fetches files and hands over their text
    -sMALLOC=emmalloc             # a third of the default allocator's size
    -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2
    -sMIN_CHROME_VERSION=111 -sMIN_FIREFOX_VERSION=115 -sMIN_SAFARI_VERSION=160400 # no code for older ones
    -sGL_TRACK_ERRORS=0           # the browser's own error reporting is enough; saves a check per call
    -sGL_SUPPORT_AUTOMATIC_ENABLE_EXTENSIONS=0 -sGL_SUPPORT_SIMPLE_ENABLE_EXTENSIONS=0 # WebGL 2 itself has all we use
    -sTEXTDECODER=2               # every browser with WebGL 2 has TextDecoder
    -sINCOMING_MODULE_JS_API=${incoming} # what the page may hand in; the code for the rest goes
    -sDYNAMIC_EXECUTION=0         # no eval, no new Function: pages with a strict content policy
    -sEXPORTED_RUNTIME_METHODS=${methods}
    -sEXPORTED_FUNCTIONS=${functions}
    "$<$<CONFIG:Debug>:-sASSERTIONS=1;-gsource-map>"
    "$<$<NOT:$<CONFIG:Debug>>:-sASSERTIONS=0>")
endfunction()

# tp_program_node(<target>): reads files and writes to the terminal as a native program does.
function(tp_program_node target)
  tp_emscripten_common(${target})
  set_target_properties(${target} PROPERTIES SUFFIX ".cjs")
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=node
    -sNODERAWFS=1                 # the real files: tests/stories, assets
    -sEXIT_RUNTIME=1              # flush output, give Node the exit status of main
    -sSTACK_SIZE=4MB              # sweeps and fuzzing nest deeper than the program does
    "$<$<CONFIG:Debug>:-sASSERTIONS=1>")
endfunction()
