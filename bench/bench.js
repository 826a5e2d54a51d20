import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { loadEngine } from './engine.js';
import { chainBench, moonsBench, smallBench } from './scalars.js';
import { perceptronBench, productBench } from './tensors.js';

const versions = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8')).dependencies;

class Report {
  missed = 0;

  title(text) {
    console.log(`\n${text}`);
  }

  /** Prints how many times faster ours is; a target that is missed is said, and counted. */
  ratio(name, theirs, ours, target) {
    const times = theirs / ours;
    const wanted = target === undefined ? '' : `   target ${target}x: ${times >= target ? 'reached' : 'MISSED'}`;
    if (target !== undefined && times < target) this.missed++;
    const detail = `${theirs.toPrecision(3)} ms against ${ours.toPrecision(3)} ms`;
    console.log(`  ${name.padEnd(42)} ${`${times.toFixed(1)}x`.padStart(9)}   ${detail}${wanted}`);
  }

  fact(text, holds) {
    if (!holds) this.missed++;
    console.log(`  ${text}${holds ? '' : '   MISSED'}`);
  }
}

const [cpu] = cpus();
console.log(`Node ${process.version} on ${cpu.model} (${cpus().length} cores), ${process.platform}`);
console.log(
  `beside ${Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}`,
);
console.log('Ratios of medians, measured in turns in one process; above 1 this engine is the faster one.');

const engine = await loadEngine();
const report = new Report();
moonsBench(engine, report);
smallBench(engine, report);
chainBench(engine, report, 1_000_000);
chainBench(engine, report, 10_000_000);
await perceptronBench(engine, report);
await productBench(engine, report);
console.log(report.missed === 0 ? '\nEvery target was reached.' : `\n${report.missed} missed.`);
process.exitCode = report.missed === 0 ? 0 : 1;
