# tp_gtest: GoogleTest with its main. tp_register_test: tells ctest of every test in a program.
include(GoogleTest)

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

function(tp_register_test target)
  if(EMSCRIPTEN)
    tp_program_node(${target})
    # Asked for its tests when ctest runs, not while building: starting Node for each program takes a moment.
    gtest_discover_tests(${target} DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 120)
  else()
    gtest_discover_tests(${target} DISCOVERY_TIMEOUT 60)
  endif()
endfunction()
