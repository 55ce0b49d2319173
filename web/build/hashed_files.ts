// How does a file get a name that changes with its content? So that hosts and browsers may keep it for ever.
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';

export interface HashedFile {
  name: string;
  bytes: number;
}

export async function hashedWrite(folder: string, name: string, content: Uint8Array): Promise<HashedFile> {
  const ending = extname(name);
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 10);
  const hashed = `${basename(name, ending)}.${hash}${ending}`;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, hashed), content);
  return { name: hashed, bytes: content.byteLength };
}

export async function hashedCopy(path: string, folder: string): Promise<HashedFile> {
  return hashedWrite(folder, basename(path), await readFile(path));
}
