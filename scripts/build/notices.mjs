import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Licences of packages that are published without the file; the text is that of their repository. */
const missingFiles = new Map([
  ['yoga-layout', `MIT License\n\nCopyright (c) Facebook, Inc. and its affiliates.\n\n${mit}`],
]);

/** Matches the folder of the package that a file belongs to, also of a package inside another one's node_modules. */
const packageFolder = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/;

/**
 * The licence notices of every package that has code among `files` (paths from `root`), sorted by name. A package
 * without a licence text is an error: what cannot be credited is not shipped.
 */
export async function collectNotices(root, files) {
  const folders = new Set(files.map((file) => packageFolder.exec(file)?.[0]).filter((folder) => folder !== undefined));
  const notices = new Map();
  for (const folder of folders) {
    const about = JSON.parse(await readFile(path.join(root, folder, 'package.json'), 'utf8'));
    const texts = await licenceTexts(path.join(root, folder), about.name);
    notices.set(`${about.name} ${about.version} (${about.license})`, texts.join('\n\n'));
  }
  const sections = [...notices]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, text]) => `${title}\n\n${text.trim()}\n`);
  return ['The program contains code of these packages.\n', ...sections].join(`\n${'-'.repeat(80)}\n\n`);
}

async function licenceTexts(folder, name) {
  const names = (await readdir(folder)).filter((file) => /^(licen[cs]e|copying|notice)(\.\w+)?$/i.test(file)).sort();
  const texts = await Promise.all(names.map((file) => readFile(path.join(folder, file), 'utf8')));
  if (texts.length > 0) return texts;
  const known = missingFiles.get(name);
  if (known === undefined) throw new Error(`no licence text in ${folder}`);
  return [known];
}
