import { type NestedNumbers, nearest } from '../../engine/index.js';
import { askForms, parseAsk } from '../ask.js';
import type { Ask, Step } from '../types.js';
import type { ReadCircuit } from './circuits.js';
import type { Report } from './problem.js';
import { idPattern, type LessonFile } from './schema.js';
import type { LocatedData, Place } from './source-map.js';

/** Reads `steps`: ids, what each asks, and of which circuit. */
export function readSteps(
  form: LessonFile,
  circuits: ReadonlyMap<string, ReadCircuit>,
  yaml: LocatedData,
  report: Report,
): Step[] {
  const steps: Step[] = [];
  const first = circuits.keys().next().value ?? 'main';
  for (const [index, step] of form.steps.entries()) {
    const path = ['steps', index];
    if (!idPattern.test(step.id) || step.id === 'summary')
      report('bad-id', yaml.place([...path, 'id']), { id: step.id });
    if (steps.some((other) => other.id === step.id))
      report('repeated-step', yaml.place([...path, 'id']), { id: step.id });
    const on = step.on ?? first;
    const circuit = circuits.get(on);
    if (circuit === undefined && circuits.size > 0) {
      const near = nearest(on, [...circuits.keys()]);
      report('unknown-circuit', yaml.place([...path, 'on']), near === undefined ? { name: on } : { name: on, near });
    }
    const ask = step.ask === undefined ? undefined : parseAsk(step.ask);
    if (step.ask !== undefined && ask === undefined)
      report('bad-ask', yaml.place([...path, 'ask']), { ask: step.ask, forms: askForms.join(' | ') });
    if (ask && ask.kind !== 'backward' && circuit) checkAsk(ask, circuit, yaml.place([...path, 'ask']), report);
    steps.push({
      id: step.id,
      on,
      fade: step.fade ?? 0,
      ...(ask && { ask }),
      ...(step.expect !== undefined && { expect: step.expect as NestedNumbers }),
    });
  }
  return steps;
}

function checkAsk(ask: Ask, circuit: ReadCircuit, place: Place, report: Report): void {
  const known = (name: string) => {
    if (circuit.names.has(name)) return true;
    const near = nearest(name, [...circuit.names]);
    report('unknown-name', place, near === undefined ? { name } : { name, near });
    return false;
  };
  if (!known(ask.of)) return;
  const reads = circuit.stages.get(ask.of);
  if (ask.kind !== 'gradient' && reads === undefined) report('not-computed', place, { name: ask.of });
  if (ask.kind === 'local' && reads !== undefined && known(ask.wrt) && !reads.includes(ask.wrt))
    report('not-read', place, { of: ask.of, wrt: ask.wrt, reads: reads.join(', ') });
}
