// What scripts/serve.mjs answers, over real connections.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { acceptedEncodings, createStaticServer, STRICT_POLICY } from "../../scripts/serve.mjs";

const program = fileURLToPath(new URL("../../scripts/serve.mjs", import.meta.url));
let folder;
let root;
let server;

before(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), "serve-test-"));
  root = path.join(folder, "site");
  mkdirSync(path.join(root, "inner"), { recursive: true });
  mkdirSync(path.join(root, "empty"));
  writeFileSync(path.join(folder, "secret.txt"), "secret");
  writeFileSync(path.join(root, "index.html"), "<p>start</p>");
  writeFileSync(path.join(root, "inner", "index.html"), "<p>inner</p>");
  for (const name of ["a.js", "a.mjs", "a.wasm", "a.json", "a.ttf", "a.svg", "a.webmanifest", "a.css", "a.unknown"]) {
    writeFileSync(path.join(root, name), name);
  }
  writeFileSync(path.join(root, "app.0123abcd.js"), "plain");
  writeFileSync(path.join(root, "app.0123abcd.js.br"), "brotli!");
  writeFileSync(path.join(root, "app.0123abcd.js.gz"), "gzipped");
  writeFileSync(path.join(root, "only.js"), "plain");
  writeFileSync(path.join(root, "only.js.gz"), "gz");
  writeFileSync(path.join(root, "chunk-ABCD2345.js"), "chunk");
  writeFileSync(path.join(root, "us-azerbaijan.json"), "{}");
  writeFileSync(path.join(root, "a space ə.txt"), "letters");
  symlinkSync(path.join(folder, "secret.txt"), path.join(root, "link.txt"));
  server = createStaticServer(root);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
});

after(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

// Sends the path exactly as written: fetch would tidy it up first.
function ask(pathname, { method = "GET", headers = {}, of = server } = {}) {
  return new Promise((resolve, reject) => {
    const request = http.request({ port: of.address().port, host: "127.0.0.1", path: pathname, method, headers }, (response) => {
      const parts = [];
      response.on("data", (part) => parts.push(part));
      response.on("end", () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts).toString() }),
      );
    });
    request.on("error", reject);
    request.end();
  });
}

test("each kind of file has its type", async () => {
  const types = {
    "/a.js": "text/javascript; charset=utf-8",
    "/a.mjs": "text/javascript; charset=utf-8",
    "/a.wasm": "application/wasm",
    "/a.json": "application/json; charset=utf-8",
    "/a.ttf": "font/ttf",
    "/a.svg": "image/svg+xml",
    "/a.css": "text/css; charset=utf-8",
    "/a.webmanifest": "application/manifest+json",
    "/a.unknown": "application/octet-stream",
    "/": "text/html; charset=utf-8",
  };
  for (const [name, type] of Object.entries(types)) {
    const answer = await ask(name);
    assert.equal(answer.status, 200, name);
    assert.equal(answer.headers["content-type"], type, name);
    assert.equal(answer.headers["x-content-type-options"], "nosniff");
  }
});

test("a packed file is sent to those who take it, with the type of the plain one", async () => {
  const name = "/app.0123abcd.js";
  const cases = [
    ["gzip, deflate, br", "br", "brotli!"],
    ["gzip", "gzip", "gzipped"],
    ["br;q=0, gzip;q=0.5", "gzip", "gzipped"],
    ["*", "br", "brotli!"],
    ["identity", undefined, "plain"],
    ["", undefined, "plain"],
  ];
  for (const [accepted, encoding, body] of cases) {
    const answer = await ask(name, { headers: { "accept-encoding": accepted } });
    assert.equal(answer.headers["content-encoding"], encoding, accepted);
    assert.equal(answer.body, body, accepted);
    assert.equal(answer.headers.vary, "accept-encoding", accepted);
    assert.equal(answer.headers["content-type"], "text/javascript; charset=utf-8");
    assert.equal(Number(answer.headers["content-length"]), body.length);
  }
});

test("an encoding that was not built is not promised", async () => {
  const answer = await ask("/only.js", { headers: { "accept-encoding": "br" } });
  assert.equal(answer.headers["content-encoding"], undefined);
  assert.equal(answer.body, "plain");
  assert.equal(answer.headers.vary, "accept-encoding");
  assert.equal((await ask("/a.js")).headers.vary, undefined);
});

test("names with a content hash are cached for ever, others are asked for again", async () => {
  const forever = "public, max-age=31536000, immutable";
  for (const name of ["/app.0123abcd.js", "/chunk-ABCD2345.js"]) {
    assert.equal((await ask(name)).headers["cache-control"], forever, name);
  }
  for (const name of ["/", "/a.js", "/us-azerbaijan.json"]) {
    assert.equal((await ask(name)).headers["cache-control"], "no-cache", name);
  }
});

test("asking again with the tag costs no body, and each encoding has its own tag", async () => {
  const packed = { "accept-encoding": "br" };
  const first = await ask("/app.0123abcd.js", { headers: packed });
  const plain = await ask("/app.0123abcd.js");
  assert.notEqual(first.headers.etag, plain.headers.etag);
  const again = await ask("/app.0123abcd.js", { headers: { ...packed, "if-none-match": first.headers.etag } });
  assert.equal(again.status, 304);
  assert.equal(again.body, "");
  const other = await ask("/app.0123abcd.js", { headers: { "if-none-match": first.headers.etag } });
  assert.equal(other.status, 200);
});

test("HEAD sends the headers of GET without the body", async () => {
  const get = await ask("/a.wasm");
  const head = await ask("/a.wasm", { method: "HEAD" });
  assert.equal(head.status, 200);
  assert.equal(head.body, "");
  assert.equal(head.headers["content-length"], get.headers["content-length"]);
  assert.equal((await ask("/nothing", { method: "HEAD" })).status, 404);
});

test("other methods are refused", async () => {
  const answer = await ask("/a.js", { method: "POST" });
  assert.equal(answer.status, 405);
  assert.equal(answer.headers.allow, "GET, HEAD");
});

test("nothing outside the folder can be read", async () => {
  const attempts = [
    "/../secret.txt",
    "/inner/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/inner/..%2f..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/a.js%00.txt",
    "/%",
    "/link.txt",
    "//etc/passwd",
    `/${folder}/secret.txt`,
    "*",
  ];
  for (const attempt of attempts) {
    const answer = await ask(attempt);
    assert.equal(answer.status, 404, attempt);
    assert.ok(!answer.body.includes("secret"), attempt);
  }
});

test("a folder shows its index.html, at an address that ends in a slash", async () => {
  assert.equal((await ask("/inner/")).body, "<p>inner</p>");
  const answer = await ask("/inner");
  assert.equal(answer.status, 301);
  assert.equal(answer.headers.location, "/inner/");
  assert.equal((await ask("//inner")).headers.location, "/inner/");
  assert.equal((await ask("/empty/")).status, 404);
  assert.equal((await ask("/?a=b")).body, "<p>start</p>");
});

test("names may hold spaces and letters of any language", async () => {
  assert.equal((await ask("/a%20space%20%C9%99.txt")).body, "letters");
});

test("what is missing gets a page that says so, the site's own if it has one", async () => {
  const plain = await ask("/missing.js");
  assert.equal(plain.status, 404);
  assert.match(plain.headers["content-type"], /^text\/html/);
  assert.match(plain.body, /nothing at this address/);
  writeFileSync(path.join(root, "404.html"), "<p>own page</p>");
  const own = await ask("/missing.js");
  assert.equal(own.status, 404);
  assert.equal(own.body, "<p>own page</p>");
  rmSync(path.join(root, "404.html"));
});

test("the strict policy is sent when asked for", async () => {
  const strict = createStaticServer(root, { policy: STRICT_POLICY });
  await new Promise((resolve) => strict.listen(0, "127.0.0.1", resolve));
  assert.equal((await ask("/", { of: strict })).headers["content-security-policy"], STRICT_POLICY);
  assert.equal((await ask("/")).headers["content-security-policy"], undefined);
  strict.close();
});

test("quality values of encodings are understood", () => {
  assert.ok(acceptedEncodings("gzip;q=0.1")("gzip"));
  assert.ok(!acceptedEncodings("gzip;q=0")("gzip"));
  assert.ok(!acceptedEncodings("*;q=0")("br"));
  assert.ok(!acceptedEncodings(undefined)("br"));
  assert.ok(!acceptedEncodings("br;q=nonsense")("br"));
});

function run(...list) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...list]);
    let text = "";
    child.stdout.on("data", (part) => {
      text += part;
      if (text.includes("Ctrl+C")) child.kill("SIGTERM");
    });
    child.stderr.on("data", (part) => (text += part));
    child.on("close", (status) => resolve({ status, text }));
  });
}

test("the program prints its address and ends quietly when told to", async () => {
  const { status, text } = await run("--root", root, "--port", "0");
  assert.match(text, /http:\/\/127\.0\.0\.1:\d+\//);
  assert.equal(status, 0);
});

test("a port in use is said in a sentence with a way out", async () => {
  const { port } = server.address();
  const { status, text } = await run("--root", root, `--port=${port}`);
  assert.equal(status, 1);
  assert.match(text, new RegExp(`Port ${port} is in use.*--port ${port + 1}`));
});

test("wrong options are named", async () => {
  for (const [list, message] of [
    [["--prot", "1"], /unknown option --prot/],
    [["--port", "many"], /--port takes a number/],
    [["--root", path.join(root, "not-there")], /run \.\/scripts\/build web/],
  ]) {
    const { status, text } = await run(...list);
    assert.equal(status, 2);
    assert.match(text, message);
  }
});
