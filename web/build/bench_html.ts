// What is in bench.html? The ordinary element, the script that makes a story and measures it, and a line that says which.

/** `script`: where the bundle of src/bench.ts lies, seen from the page. */
export function benchHtml(script: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Turning Point: how fast, how big</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<script type="module" src="turning-point.js"></script>
<script type="module" src="${script}"></script>
</head>
<body>
<h1>How fast, how big</h1>
<p><output>Making a story …</output></p>
<main></main>
</body>
</html>
`;
}
