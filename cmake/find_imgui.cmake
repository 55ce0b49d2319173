# tp_imgui: Dear ImGui itself, for src/view. tp_imgui_backends: its SDL2 and OpenGL 3 backends, for src/platform.
# Version 1.92.2b or newer: glyphs are drawn at any size on demand.
tp_library_source(imgui_folder imgui imgui.cpp https://github.com/ocornut/imgui
                  45acd5e0e82f4c954432533ae9985ff0e1aad6d5)

add_library(tp_imgui STATIC EXCLUDE_FROM_ALL
  "${imgui_folder}/imgui.cpp"
  "${imgui_folder}/imgui_draw.cpp"
  "${imgui_folder}/imgui_tables.cpp"
  "${imgui_folder}/imgui_widgets.cpp")
target_compile_features(tp_imgui PUBLIC cxx_std_20)
target_include_directories(tp_imgui SYSTEM PUBLIC "${imgui_folder}")
target_compile_options(tp_imgui PRIVATE -w)
if(EXISTS "${PROJECT_SOURCE_DIR}/src/view/imgui_config.h")
  target_include_directories(tp_imgui PUBLIC "${PROJECT_SOURCE_DIR}/src")
  target_compile_definitions(tp_imgui PUBLIC IMGUI_USER_CONFIG="view/imgui_config.h")
  target_sources(tp_imgui PRIVATE "${PROJECT_SOURCE_DIR}/src/view/imgui_format.cpp")
endif()
# The same settings as our own code, or a struct could differ between the two.
if(TP_SANITIZE)
  target_compile_options(tp_imgui PRIVATE -fsanitize=address,undefined -fno-omit-frame-pointer)
endif()

function(tp_add_imgui_backends)
  add_library(tp_imgui_backends STATIC EXCLUDE_FROM_ALL
    "${imgui_folder}/backends/imgui_impl_sdl2.cpp"
    "${imgui_folder}/backends/imgui_impl_opengl3.cpp")
  target_include_directories(tp_imgui_backends SYSTEM PUBLIC "${imgui_folder}/backends")
  target_compile_options(tp_imgui_backends PRIVATE -w)
  target_link_libraries(tp_imgui_backends PUBLIC tp_imgui tp_sdl2 ${CMAKE_DL_LIBS})
  if(EMSCRIPTEN)
    target_compile_definitions(tp_imgui_backends PUBLIC IMGUI_IMPL_OPENGL_ES3)
    # Questions about OpenGL's state would wait for the GPU in every frame.
    target_compile_options(tp_imgui_backends PRIVATE
      "SHELL:$<$<COMPILE_LANGUAGE:CXX>:-include ${PROJECT_SOURCE_DIR}/cmake/quiet_gl.h>")
  endif()
endfunction()
