# TP_CACHE_DIR: where ./scripts/setup puts the compiler and the sources of libraries.
if(NOT TP_CACHE_DIR)
  if(DEFINED ENV{TP_CACHE_DIR} AND NOT "$ENV{TP_CACHE_DIR}" STREQUAL "")
    set(TP_CACHE_DIR "$ENV{TP_CACHE_DIR}")
  else()
    get_filename_component(TP_CACHE_DIR "${CMAKE_CURRENT_LIST_DIR}/../.cache" ABSOLUTE)
  endif()
  # Kept from the first configuration on, so that a later run without the variable finds the same folder.
  set(TP_CACHE_DIR "${TP_CACHE_DIR}" CACHE PATH "Folder that ./scripts/setup fills")
endif()
