# Where each outside library comes from. Linked PRIVATE, by the folder that needs it only.
#
# First what the machine or ./scripts/setup provides; only if that is missing, a download at a full commit hash.
include(cache_dir)
include(FetchContent)
set(FETCHCONTENT_QUIET OFF)

# tp_library_source(<variable> <folder in the cache> <file that must be there> <repository> <commit>)
# Sets the variable to a folder with the library's source, downloading it as the last resort.
function(tp_library_source variable folder file repository commit)
  set(found "${TP_CACHE_DIR}/${folder}")
  if(NOT EXISTS "${found}/${file}")
    FetchContent_Declare(${folder} GIT_REPOSITORY "${repository}" GIT_TAG "${commit}" SOURCE_SUBDIR none)
    FetchContent_MakeAvailable(${folder})
    set(found "${${folder}_SOURCE_DIR}")
  endif()
  set(${variable} "${found}" PARENT_SCOPE)
endfunction()

include(find_nlohmann_json)
include(find_imgui)
include(find_sdl2)
if(TP_BUILD_TESTS)
  include(find_googletest)
endif()
