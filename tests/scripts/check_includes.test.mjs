// Does scripts/check_includes find what the table forbids, and nothing else?
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../scripts/check_includes", import.meta.url));

function check(files) {
  const root = mkdtempSync(path.join(os.tmpdir(), "includes-test-"));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  const { status, stdout } = spawnSync(program, ["--root", root], { encoding: "utf8" });
  rmSync(root, { recursive: true });
  return { status, lines: stdout.split("\n").filter(Boolean) };
}

test("what the table allows passes", () => {
  const { status, lines } = check({
    "src/base/rect.hpp": "#pragma once\n#include <vector>\n",
    "src/story/read_story.cpp": '#include "story/read_story.hpp"\n#include "time/date.hpp"\n#include <nlohmann/json.hpp>\n',
    "src/view/pen.cpp": '#include "imgui.h"\n#include "app/state.hpp"\n',
    "src/platform/frame.cpp": '#include "bridge/commands.hpp"\n#include "imgui_impl_opengl3.h"\n#include <SDL.h>\n#ifdef __EMSCRIPTEN__\n',
    "src/platform/js_exports.cpp": "#include <emscripten.h>\n#ifdef __EMSCRIPTEN__\n",
    "tests/story/read_story_test.cpp": '#include "story/read_story.hpp"\n#include <gtest/gtest.h>\n#include <nlohmann/json.hpp>\n',
  });
  assert.deepEqual(lines, []);
  assert.equal(status, 0);
});

test("each forbidden include is named with its place", () => {
  const cases = [
    ["src/layout/a.cpp", '#include "story/model.hpp"', /^src\/layout\/a\.cpp:1: layout\/ may not include story\//],
    ["src/bridge/a.cpp", '#include "view/theme.hpp"', /bridge\/ may not include view\//],
    ["src/view/a.cpp", '\n#include "bridge/commands.hpp"', /^src\/view\/a\.cpp:2: view\/ may not include bridge\//],
    ["src/layout/a.cpp", "#include <imgui.h>", /layout\/ may not use imgui/],
    ["src/story/a.hpp", "#include <nlohmann/json.hpp>", /story\/ may not use nlohmann in headers/],
    ["src/view/a.cpp", '#include "imgui_impl_sdl2.h"', /view\/ may not use imgui_backends/],
    ["src/app/a.cpp", "#  include <SDL2/SDL.h>", /app\/ may not use sdl/],
    ["src/view/a.cpp", "#include <GLES3/gl3.h>", /view\/ may not use gl/],
    ["src/bridge/a.cpp", "#include <emscripten.h>", /bridge\/ may not use emscripten/],
    ["src/app/a.cpp", "#if defined(__EMSCRIPTEN__)", /asks which platform/],
    ["tests/base/a_test.cpp", '#include "time/date.hpp"', /base\/ may not include time\//],
  ];
  for (const [name, text, message] of cases) {
    const { status, lines } = check({ [name]: `${text}\n` });
    assert.equal(status, 1, text);
    assert.equal(lines.length, 1, text);
    assert.match(lines[0], message);
  }
});
