// What stands in presenter.html? A frame for the presenter's window: everything in it is written by its script.
import { html } from './html.ts';

export function presenterHtml(files: { script: string; style: string; icon: string }): string {
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Presenter window</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="${files.icon}" type="image/svg+xml">
<link rel="stylesheet" href="${files.style}">
<script type="module" src="${files.script}"></script>
</head>
<body>
<main><noscript><p class="waiting">This window needs scripts.</p></noscript></main>
</body>
</html>
`.text;
}
