// Writes the coasts and borders that the desktop program loads:
//
//   npm run borders -- <story.json> <file>
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { bordersAround } from './borders.ts';

const [story, file] = process.argv.slice(2);
if (!story || !file) throw new Error('borders: which story, and which file?');
const bytes = await bordersAround(JSON.parse(await readFile(story, 'utf8')));
if (bytes) {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, bytes);
  console.log(`${bytes.length} bytes of coasts and borders`);
}
