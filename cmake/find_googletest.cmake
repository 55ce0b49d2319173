# tp_gtest: GoogleTest with its main. tp_register_test: tells ctest and the target unit_tests of a program, and in how many
# runs it goes.

if(NOT EMSCRIPTEN)
  find_package(GTest QUIET)
endif()
if(NOT TARGET GTest::gtest_main)
  # Built with our compiler: for the web there is no installed one.
  set(gtest_disable_pthreads ${EMSCRIPTEN} CACHE BOOL "" FORCE)
  set(BUILD_GMOCK OFF CACHE BOOL "" FORCE)
  set(INSTALL_GTEST OFF CACHE BOOL "" FORCE)
  if(EXISTS /usr/src/googletest/CMakeLists.txt)
    add_subdirectory(/usr/src/googletest "${PROJECT_BINARY_DIR}/googletest" EXCLUDE_FROM_ALL)
  else()
    # Version 1.14.0
    FetchContent_Declare(googletest GIT_REPOSITORY https://github.com/google/googletest
                         GIT_TAG f8d7d77c06936315286eb55f8de22cd23c188571)
    FetchContent_MakeAvailable(googletest)
  endif()
  foreach(target gtest gtest_main)
    target_compile_options(${target} PRIVATE -w)
  endforeach()
endif()

add_library(tp_gtest INTERFACE)
target_link_libraries(tp_gtest INTERFACE GTest::gtest_main)

# One ctest test a program, not one a case: starting a program, and Node above all, takes longer than most cases.
# Where one program has most of the work, several runs of it share its cases, each on a core of its own.
# Each run reports on its cases in test-results/, where scripts/test counts them.
function(tp_register_test target shards)
  add_dependencies(unit_tests ${target})
  if(EMSCRIPTEN)
    tp_program_node(${target})
    # GoogleTest takes its share from the environment, which is not a WebAssembly program's own.
    target_link_options(${target} PRIVATE "--pre-js=${PROJECT_SOURCE_DIR}/cmake/take_environment.js")
  endif()
  math(EXPR last "${shards} - 1")
  foreach(shard RANGE ${last})
    set(name "${target}")
    if(shards GREATER 1)
      set(name "${target}_${shard}")
    endif()
    add_test(NAME ${name}
             COMMAND ${target} --gtest_brief=1 "--gtest_output=xml:${PROJECT_BINARY_DIR}/test-results/${name}.xml")
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
  endforeach()
endfunction()
