// What `test` costs over the whole course, played by robots at twenty seeds, in seconds of CPU. Fails above the limit: two
// cores for a minute.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const limit = 120;
const program = fileURLToPath(new URL('../bin/backprop-tutor.js', import.meta.url));
const report = "process.on('exit',()=>console.error('cpu',process.cpuUsage().user+process.cpuUsage().system))";
const args = ['--import', `data:text/javascript,${report}`, program, 'test'];
const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
const seconds = Number(/cpu (\d+)/.exec(stderr)?.[1]) / 1e6;
if (status !== 0 || !(seconds > 0)) throw new Error(`exit code ${status} of ${path.basename(program)} test\n${stderr}`);
console.log(`test, the whole course: ${seconds.toFixed(1)} s of CPU, at most ${limit}`);
if (seconds > limit) process.exitCode = 1;
