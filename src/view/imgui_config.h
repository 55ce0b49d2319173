// What of Dear ImGui is compiled in? Its settings, the same for the library and for all code that includes
// it.
#pragma once

// The picture is drawn by hand into draw lists. What is left out here is never called and would only be
// downloaded.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT  // fonts are always handed over as bytes
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS            // no settings file, no log
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS  // imgui_format.cpp

// A map of thousands of relations has more than 65,536 corners, and WebGL 2 can't draw from a vertex offset.
#define ImDrawIdx unsigned int
