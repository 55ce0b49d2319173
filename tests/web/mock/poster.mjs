// Stands in for the program that draws posters: a plain rectangle of the size that is asked for.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [folder, ...views] = process.argv.slice(4);
for (const view of views) {
  const [name, , size] = view.split(':');
  const [width, height] = size.split(',');
  writeFileSync(join(folder, `${name}.svg`), `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><style>.f0{fill:#cde}</style><rect class="f0" width="${width}" height="${height}"/></svg>\n`);
}
