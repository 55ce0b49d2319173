# nlohmann_json::nlohmann_json: headers only.
if(EMSCRIPTEN)
  # The machine's headers through a folder that holds nothing else: /usr/include is not the web's.
  if(EXISTS "${TP_CACHE_DIR}/include/nlohmann/json.hpp")
    add_library(nlohmann_json::nlohmann_json INTERFACE IMPORTED GLOBAL)
    target_include_directories(nlohmann_json::nlohmann_json INTERFACE "${TP_CACHE_DIR}/include")
  endif()
else()
  find_package(nlohmann_json 3.11 QUIET)
endif()

if(NOT TARGET nlohmann_json::nlohmann_json)
  # Version 3.11.3
  FetchContent_Declare(nlohmann_json GIT_REPOSITORY https://github.com/nlohmann/json
                       GIT_TAG 9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03)
  FetchContent_MakeAvailable(nlohmann_json)
endif()
