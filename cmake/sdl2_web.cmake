# SDL2 for the browser, built from source without its own configure step (which takes minutes under Emscripten)
# and without Emscripten's ready-made port (which would bring sound, joysticks and a renderer we never use). SDL's include/SDL_config_emscripten.h is its answer to configure.
tp_library_source(sdl2_folder sdl2 include/SDL_version.h https://github.com/libsdl-org/SDL
                  2359383fc187386204c3bb22de89655a494cd128)

# What makes a window and its OpenGL context. sdl2_web_absent.c answers for the rest.
set(sdl2_sources "")
foreach(file atomic/SDL_atomic atomic/SDL_spinlock stdlib/SDL_malloc stdlib/SDL_qsort stdlib/SDL_stdlib
        stdlib/SDL_string video/SDL_egl video/SDL_rect video/SDL_video video/emscripten/SDL_emscriptenopengles
        video/emscripten/SDL_emscriptenvideo)
  list(APPEND sdl2_sources "${sdl2_folder}/src/${file}.c")
endforeach()

add_library(tp_sdl2 STATIC EXCLUDE_FROM_ALL ${sdl2_sources}
            "${CMAKE_CURRENT_LIST_DIR}/sdl2_web_absent.c" "${CMAKE_CURRENT_LIST_DIR}/sdl2_web_gl.c")
target_include_directories(tp_sdl2 SYSTEM PUBLIC "${sdl2_folder}/include" PRIVATE "${sdl2_folder}/src")
target_compile_options(tp_sdl2 PRIVATE -w "SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/sdl2_web_config.h")
