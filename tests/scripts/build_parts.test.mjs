// Do the pieces that the scripts are made of do what they say? Each runs in a shell of its own, with a cache of its own.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

const root = fileURLToPath(new URL("../../", import.meta.url));
let folder;
before(() => (folder = mkdtempSync(path.join(os.tmpdir(), "build-parts-"))));
after(() => rmSync(folder, { recursive: true }));

// Runs shell code after the scripts' library.
function shell(code, environment = {}) {
  const prelude = `. "${root}scripts/lib/all.sh"; . "${root}scripts/lib/suites.sh"; `;
  return spawnSync("bash", ["-c", prelude + code], {
    encoding: "utf8",
    env: { ...process.env, TP_CACHE_DIR: path.join(folder, "cache"), TP_RESULTS: path.join(folder, "results"), ...environment },
  });
}

test("versions are compared as versions, not as text", () => {
  const compare = (have, want) => shell(`version_at_least ${have} ${want}`).status === 0;
  assert.ok(compare("3.1.69", "3.1.60"));
  assert.ok(compare("3.1.60", "3.1.60"));
  assert.ok(compare("6.0.5", "3.1.60"));
  assert.ok(compare("3.10.0", "3.9.9"));
  assert.ok(!compare("3.1.6", "3.1.60"));
});

test("an Emscripten on PATH counts if it is new enough", () => {
  const bin = path.join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  const says = (line) => {
    writeFileSync(path.join(bin, "emcc"), `#!/bin/sh\necho '${line}'\n`, { mode: 0o755 });
    return shell("emscripten_on_path", { PATH: `${bin}:${process.env.PATH}` }).status === 0;
  };
  const name = "emcc (Emscripten gcc/clang-like replacement + linker emulating GNU ld)";
  assert.ok(says(`${name} 3.1.69 (abcdef)`));
  assert.ok(says(`${name} 3.1.69`));
  assert.ok(says(`${name} 6.0.5-git`));
  assert.ok(!says(`${name} 3.1.6 ()`));
  assert.ok(!says("something else"));
});

test("packages are chosen by group, and programs already there are not installed again", () => {
  const names = (groups) => shell(`wanted_packages ${groups}`).stdout.split("\n").filter(Boolean);
  assert.ok(names("build").includes("cmake"));
  assert.ok(!names("build").includes("g++"));
  assert.ok(!names("build").includes("chromium"));
  assert.ok(names("build native").includes("g++"));
  assert.ok(names("build browser").includes("chromium"));
  assert.ok(!names("build browser").includes("g++"));
  // This test itself runs in node.
  assert.ok(!names("build").includes("nodejs"));
});

test("a step's stamp holds until its recipe changes", () => {
  const { stdout } = shell('stamp thing "1 a"; stamped thing "1 a" && echo same; stamped thing "2 a" || echo changed; stamped other x || echo none');
  assert.equal(stdout, "same\nchanged\nnone\n");
});

test("a finished folder takes the place of the old one as a whole", () => {
  const where = path.join(folder, "swap");
  mkdirSync(path.join(where, "new"), { recursive: true });
  mkdirSync(path.join(where, "site"), { recursive: true });
  writeFileSync(path.join(where, "new", "b"), "");
  writeFileSync(path.join(where, "site", "a"), "");
  assert.equal(shell(`replace_folder ${where}/new ${where}/site`).status, 0);
  assert.deepEqual(readdirSync(where), ["site"]);
  assert.deepEqual(readdirSync(path.join(where, "site")), ["b"]);
});

test("a failing step says which, why, the first error and what to do", () => {
  const { status, stderr, stdout } = shell(
    `TP_LOG=${folder}/fail.log; step_x() { step "Some step"; logged "working" "do this" sh -c 'echo before; echo "x.cpp:1: error: no such thing"; echo after; exit 3'; echo "not reached"; }; steps=(x); run_steps`,
  );
  assert.equal(status, 1);
  assert.match(stderr, /FAILED: Some step/);
  assert.match(stderr, /why: .*working ended with status 3/);
  assert.match(stderr, /\| x\.cpp:1: error: no such thing\n.*\| after/);
  assert.doesNotMatch(stderr, /\| before/);
  assert.match(stderr, /what to do: do this/);
  assert.match(stdout, /^\[1\/1\] Some step … working$/m);
  assert.doesNotMatch(stdout, /not reached/);
});

test("compressible files get packed twins that unpack to the same", () => {
  const site = path.join(folder, "site");
  const kept = path.join(folder, "kept");
  mkdirSync(path.join(site, "inner"), { recursive: true });
  const text = "the same words again and again ".repeat(100);
  writeFileSync(path.join(site, "a.js"), text);
  writeFileSync(path.join(site, "inner", "with space.html"), text);
  writeFileSync(path.join(site, "small.css"), "a{}");
  writeFileSync(path.join(site, "photo.png"), text);
  const pack = () => spawnSync(`${root}scripts/lib/compress`, [site, kept], { encoding: "utf8" });
  assert.equal(pack().status, 0);
  assert.equal(brotliDecompressSync(readFileSync(path.join(site, "a.js.br"))).toString(), text);
  assert.equal(gunzipSync(readFileSync(path.join(site, "inner", "with space.html.gz"))).toString(), text);
  for (const name of ["small.css.br", "photo.png.br", "photo.png.gz"]) assert.ok(!existsSync(path.join(site, name)), name);
  // The same content is packed once, and again only if it changes.
  assert.equal(readdirSync(kept).length, 2);
  writeFileSync(path.join(site, "a.js"), `${text}!`);
  assert.equal(pack().status, 0);
  assert.equal(readdirSync(kept).length, 4);
  assert.equal(gunzipSync(readFileSync(path.join(site, "a.js.gz"))).toString(), `${text}!`);
  assert.ok(statSync(path.join(site, "a.js.br")).size < text.length / 10);
});

test("sums of test suites are read as the runners print them", () => {
  const count = (counter, name, text) => {
    writeFileSync(path.join(folder, name), text);
    return shell(`${counter} ${folder}/${name}`).stdout.trim();
  };
  assert.equal(count("count_printed", "tap", "# pass 16\n# fail 1\n# cancelled 2\n"), "16 3");
  assert.equal(count("count_printed", "spec", "\x1b[34mℹ pass 3\x1b[39m\nℹ fail 0\n"), "3 0");
  assert.equal(count("count_printed", "line", "5 passed, 1 failed\nweb: 2 passed, 0 failed\n"), "7 1");
  assert.equal(count("count_printed", "none", "nothing\n"), "0 0");
  assert.equal(count("count_last", "twice", "ℹ pass 3\nℹ fail 1\nℹ pass 4\n4 passed, 0 failed\n"), "4 0");
  assert.equal(count("count_last", "broken", "ℹ pass 3\n"), "0 0");
  // As GoogleTest writes it: the whole, then its suites, which count the same cases again.
  const results = path.join(folder, "results");
  const report = (name, attributes, skipped) => writeFileSync(path.join(results, name), `<?xml version="1.0"?>
<testsuites ${attributes} time="1.5" name="AllTests">
  <testsuite name="A" tests="10" failures="2" disabled="1" skipped="${skipped}" errors="0">
    <testcase name="tests" status="run"/></testsuite>
</testsuites>`);
  mkdirSync(results);
  report("a.xml", 'tests="10" failures="2" disabled="1" errors="0"', 1);
  report("b.xml", 'tests="7" failures="0" disabled="0" errors="1"', 0);
  assert.equal(shell(`count_cases ${results}`).stdout.trim(), "12 3");
  assert.equal(shell(`count_cases ${folder}/missing`).stdout.trim(), "0 0");
});

test("a suite that breaks down or runs nothing has failed", () => {
  const run = (code) => shell(`cd ${folder}; ${code}; finish_suites`);
  const good = run("run_suite self-good count_printed printed echo '2 passed, 0 failed'");
  assert.match(good.stdout, /\n2 passed, 0 failed\n$/);
  assert.equal(good.status, 0);
  const bad = run("run_suite self-bad count_printed printed echo '2 passed, 1 failed'");
  assert.match(bad.stdout, /\n2 passed, 1 failed\n$/);
  assert.equal(bad.status, 1);
  const crashed = run("run_suite self-crashed count_printed printed sh -c 'echo 2 passed, 0 failed; exit 9'");
  assert.match(crashed.stdout, /\n2 passed, 1 failed\n$/);
  assert.equal(crashed.status, 1);
  const empty = run("run_suite self-empty count_printed printed true");
  assert.match(empty.stdout, /ran no tests/);
  assert.match(empty.stdout, /\n0 passed, 1 failed\n$/);
  assert.equal(empty.status, 1);
});
