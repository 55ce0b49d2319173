# SDL2 for the browser, built from source without its own configure step (which takes minutes under Emscripten)
# and without Emscripten's ready-made port (which would bring sound, joysticks and a renderer we never use). SDL's include/SDL_config_emscripten.h is its answer to configure.
tp_library_source(sdl2_folder sdl2 include/SDL_version.h https://github.com/libsdl-org/SDL
                  2359383fc187386204c3bb22de89655a494cd128)

# Files whose content is not for the web compile to nothing, so whole folders can be given.
set(sdl2_sources "")
foreach(folder . atomic audio cpuinfo dynapi events file filesystem/emscripten haptic haptic/dummy joystick
        joystick/dummy libm loadso/dlopen locale locale/emscripten misc misc/emscripten power power/emscripten
        render sensor sensor/dummy stdlib thread thread/generic timer timer/unix video video/dummy
        video/emscripten video/yuv2rgb)
  file(GLOB files CONFIGURE_DEPENDS "${sdl2_folder}/src/${folder}/*.c")
  list(APPEND sdl2_sources ${files})
endforeach()

add_library(tp_sdl2 STATIC EXCLUDE_FROM_ALL ${sdl2_sources} "${CMAKE_CURRENT_LIST_DIR}/sdl2_web_gl.c")
target_include_directories(tp_sdl2 SYSTEM PUBLIC "${sdl2_folder}/include")
target_compile_options(tp_sdl2 PRIVATE -w "SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/sdl2_web_config.h")
