// Serves a folder of static files as a good host would: right types, pre-compressed files, honest caching.
//
//   scripts/serve [--root dist] [--port 8907] [--host 127.0.0.1] [--csp]
//
// --csp adds the strict content security policy that the page must work under. No dependencies.
import { createReadStream, realpathSync } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

export const STRICT_POLICY =
  "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; require-trusted-types-for 'script'";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".gif": "image/gif",
  ".gz": "application/gzip",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".map": "application/json; charset=utf-8",
  ".md": "text/markdown; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".otf": "font/otf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

// The best first. A file is offered in an encoding when the build left one with this ending beside it.
const ENCODINGS = [
  { name: "br", ending: ".br" },
  { name: "gzip", ending: ".gz" },
];

// A content hash before the ending: hexadecimal (name.0123abcd.js) or as esbuild writes it (name-ABCD2345.js).
const HASHED_NAME = /[.-](?:[0-9a-f]{8,64}|[A-Z2-7]{8})\.[a-z0-9]+$/;

/** Encodings that an Accept-Encoding header allows, as a predicate. */
export function acceptedEncodings(header = "") {
  const quality = new Map();
  for (const part of header.toLowerCase().split(",")) {
    const [name, ...parameters] = part.split(";").map((text) => text.trim());
    const q = parameters.find((text) => text.startsWith("q="));
    if (name) quality.set(name, q === undefined ? 1 : Number.parseFloat(q.slice(2)) || 0);
  }
  return (name) => (quality.get(name) ?? quality.get("*") ?? 0) > 0;
}

/** Which file a URL means, as an absolute path below root; undefined if it means none or leaves root. */
export function locate(root, url) {
  let name;
  try {
    name = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return undefined;
  }
  if (!name.startsWith("/") || name.includes("\0") || name.includes("\\")) return undefined;
  if (name.split("/").includes("..")) return undefined;
  return path.join(root, name);
}

async function fileAt(filePath, root) {
  try {
    const found = await stat(filePath);
    if (!found.isFile()) return found.isDirectory() ? { isFolder: true } : undefined;
    // A link may not lead out of the folder that is served.
    const real = await realpath(filePath);
    if (real !== root && !real.startsWith(root + path.sep)) return undefined;
    return { filePath, size: found.size, changed: Math.floor(found.mtimeMs) };
  } catch {
    return undefined;
  }
}

function sendText(request, response, status, text, headers = {}) {
  const body = `<!doctype html><html lang="en"><meta charset="utf-8"><title>${status}</title><p>${text}</p></html>\n`;
  response.writeHead(status, {
    "content-type": TYPES[".html"],
    "content-length": Buffer.byteLength(body),
    "cache-control": "no-cache",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
}

async function choose(file, request, root) {
  const accepts = acceptedEncodings(request.headers["accept-encoding"]);
  let chosen = { ...file, encoding: undefined };
  let hasChoice = false;
  for (const { name, ending } of ENCODINGS) {
    const packed = await fileAt(file.filePath + ending, root);
    if (packed?.filePath === undefined) continue;
    hasChoice = true;
    if (chosen.encoding === undefined && accepts(name)) chosen = { ...packed, encoding: name };
  }
  return { ...chosen, hasChoice };
}

async function sendFile(request, response, file, { root, policy, status = 200 }) {
  const chosen = await choose(file, request, root);
  const tag = `"${chosen.size.toString(36)}-${chosen.changed.toString(36)}${chosen.encoding ? `-${chosen.encoding}` : ""}"`;
  const headers = {
    "content-type": TYPES[path.extname(file.filePath).toLowerCase()] ?? "application/octet-stream",
    "cache-control": HASHED_NAME.test(file.filePath) ? "public, max-age=31536000, immutable" : "no-cache",
    "x-content-type-options": "nosniff",
    // Anybody may read them: a sandboxed frame has no origin, and asks as a stranger for its own files.
    "access-control-allow-origin": "*",
    etag: tag,
  };
  if (chosen.hasChoice) headers.vary = "accept-encoding";
  if (chosen.encoding) headers["content-encoding"] = chosen.encoding;
  if (policy) headers["content-security-policy"] = policy;
  const known = request.headers["if-none-match"];
  if (status === 200 && known?.split(",").some((text) => text.trim().replace(/^W\//, "") === tag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(status, { ...headers, "content-length": chosen.size });
  if (request.method === "HEAD") {
    response.end();
    return;
  }
  // A file that vanishes while it is read (a new build) breaks the connection off: half a file is never passed
  // off as a whole one.
  createReadStream(chosen.filePath)
    .on("error", () => response.destroy())
    .pipe(response);
}

async function answer(request, response, { root, policy }) {
  if (request.method !== "GET" && request.method !== "HEAD") {
    sendText(request, response, 405, "Only GET and HEAD are answered here.", { allow: "GET, HEAD" });
    return;
  }
  const wanted = locate(root, request.url ?? "/");
  let file = wanted === undefined ? undefined : await fileAt(wanted, root);
  if (file?.isFolder) {
    const inside = await fileAt(path.join(wanted, "index.html"), root);
    if (inside?.filePath !== undefined && !wanted.endsWith(path.sep)) {
      // With one slash in front, whatever was asked: two would name another host.
      const there = "/" + path.relative(root, wanted).split(path.sep).map(encodeURIComponent).join("/") + "/";
      sendText(request, response, 301, "It is a folder.", { location: there });
      return;
    }
    file = inside;
  }
  if (file?.filePath !== undefined) {
    await sendFile(request, response, file, { root, policy });
    return;
  }
  const page = await fileAt(path.join(root, "404.html"), root);
  if (page?.filePath !== undefined) await sendFile(request, response, page, { root, policy, status: 404 });
  else sendText(request, response, 404, "There is nothing at this address. <a href=\"/\">To the start</a>");
}

/** A server of the files below root, not listening yet. policy: a content security policy to send, if any. */
export function createStaticServer(root, { policy } = {}) {
  const served = { root: realpathSync(root), policy };
  return http.createServer((request, response) => {
    answer(request, response, served).catch(() => {
      if (response.headersSent) response.destroy();
      else sendText(request, response, 500, "The file could not be read.");
    });
  });
}

function parseArguments(list) {
  const options = { root: "dist", port: 8907, host: "127.0.0.1", policy: undefined };
  for (let i = 0; i < list.length; i += 1) {
    const [name, inline] = list[i].split(/=(.*)/s, 2);
    const value = () => inline ?? list[(i += 1)];
    if (name === "--root") options.root = value();
    else if (name === "--host") options.host = value();
    else if (name === "--csp") options.policy = STRICT_POLICY;
    else if (name === "--port") {
      options.port = Number(value());
      if (!Number.isInteger(options.port) || options.port < 0 || options.port > 65535) {
        throw new Error("--port takes a number from 0 to 65535");
      }
    } else throw new Error(`unknown option ${list[i]}`);
    if (options.root === undefined || options.host === undefined) throw new Error(`${name} takes a value`);
  }
  return options;
}

function addresses(host, port) {
  const everywhere = host === "0.0.0.0" || host === "::";
  const hosts = everywhere
    ? Object.values(os.networkInterfaces())
        .flat()
        .filter((each) => each.family === "IPv4")
        .map((each) => each.address)
    : [host];
  return hosts.map((each) => `http://${each.includes(":") ? `[${each}]` : each}:${port}/`);
}

function whyNotListening(error, { port, host }) {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} is in use, perhaps by this program in another window. Choose another: --port ${port + 1}`;
  }
  if (error.code === "EACCES") return `Port ${port} may be used by root only. Choose one above 1023: --port 8907`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") return `This machine has no address ${host}.`;
  return error.message;
}

function main() {
  let options;
  let server;
  try {
    options = parseArguments(process.argv.slice(2));
    server = createStaticServer(options.root, options);
  } catch (error) {
    const missing = error.code === "ENOENT" ? `There is no folder ${options.root} yet: run ./scripts/build web` : error.message;
    console.error(`serve: ${missing}`);
    process.exit(2);
  }
  server.on("error", (error) => {
    console.error(`serve: ${whyNotListening(error, options)}`);
    process.exit(1);
  });
  server.listen(options.port, options.host, () => {
    for (const address of addresses(options.host, server.address().port)) console.log(`Turning Point: ${address}`);
    console.log("Stop with Ctrl+C.");
  });
  for (const signal of ["SIGINT", "SIGTERM"]) {
    process.on(signal, () => {
      server.close();
      server.closeAllConnections();
      process.exit(0);
    });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) main();
