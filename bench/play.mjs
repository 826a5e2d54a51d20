// What playing costs, in seconds of CPU: `test`, which plays the whole course by robots, and all lessons played once by the
// engine in one process, read from their folders. Fails above the limits; two cores may share the first.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const library = path.join(root, 'src/lessons/library');

/** Seconds of CPU that a Node process takes to its end. */
function spent(...args) {
  const report = "process.on('exit',()=>console.error('cpu',process.cpuUsage().user+process.cpuUsage().system))";
  const { status, stderr } = spawnSync(process.execPath, ['--import', `data:text/javascript,${report}`, ...args], {
    encoding: 'utf8',
  });
  const micro = Number(/cpu (\d+)/.exec(stderr)?.[1]);
  if (status !== 0 || !(micro > 0)) throw new Error(`exit code ${status} of ${args.join(' ')}\n${stderr}`);
  return micro / 1e6;
}

const play = `import { playLesson } from ${JSON.stringify(pathToFileURL(path.join(root, 'dist/index.js')).href)};
for (const folder of process.argv.slice(1)) await playLesson(folder, { perfect: true });`;
const folders = readdirSync(library, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => path.join(library, name));

const subjects = [
  { name: 'test, the whole course', limit: 120, seconds: spent(path.join(root, 'bin/backprop-tutor.js'), 'test') },
  {
    name: `${folders.length} lessons, read and played`,
    limit: 2,
    seconds: spent('--input-type=module', '-e', play, ...folders),
  },
];
for (const { name, seconds, limit } of subjects)
  console.log(`${name.padEnd(34)} ${seconds.toFixed(2).padStart(6)} s of CPU, at most ${limit}`);
if (subjects.some(({ seconds, limit }) => seconds > limit)) process.exitCode = 1;
