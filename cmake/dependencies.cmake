# Where each outside library comes from. Linked PRIVATE, by the folder that needs it only.
find_package(nlohmann_json 3.11 REQUIRED)

if(TP_BUILD_TESTS)
  find_package(GTest REQUIRED)
  include(GoogleTest)
  add_library(tp_gtest INTERFACE)
  target_link_libraries(tp_gtest INTERFACE GTest::gtest_main)
  function(tp_register_test target)
    gtest_discover_tests(${target} DISCOVERY_TIMEOUT 60)
  endfunction()
endif()
