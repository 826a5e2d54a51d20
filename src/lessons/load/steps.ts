import { type NestedNumbers, nearest } from '../../engine/index.js';
import { askForms, parseAsk } from '../ask.js';
import { checkKind, isKindStep, type KindStepAsk, keysOf, type StepKey, type StepKeys } from '../kinds/index.js';
import type { Ask, Step } from '../types.js';
import type { ReadCircuit } from './circuits.js';
import type { Report } from './problem.js';
import { idPattern, type LessonFile } from './schema.js';
import type { LocatedData, Place } from './source-map.js';

/** Reads `steps`: ids, what each asks, and of which circuit. */
export function readSteps(
  form: LessonFile,
  circuits: ReadonlyMap<string, ReadCircuit | undefined>,
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
    if (!circuits.has(on) && circuits.size > 0) {
      const near = nearest(on, [...circuits.keys()]);
      report('unknown-circuit', yaml.place([...path, 'on']), near === undefined ? { name: on } : { name: on, near });
    }
    const { options, answer, plant, done, most, stages } = step;
    const keys: StepKeys = { options, answer, plant, done, most, stages };
    const ask = step.ask === undefined ? undefined : parseAsk(step.ask, keys, circuit?.names);
    if (step.ask !== undefined && ask === undefined)
      report('bad-ask', yaml.place([...path, 'ask']), { ask: step.ask, forms: askForms.join(' | ') });
    if (ask && circuit) {
      if (isKindStep(ask)) checkKindAsk(ask, keys, circuit, path, yaml, report);
      else if (ask.kind !== 'backward') checkAsk(ask, circuit, yaml.place([...path, 'ask']), report);
    }
    const taken: readonly string[] = ask && isKindStep(ask) ? keysOf(ask) : [];
    for (const key of Object.keys(keys) as StepKey[])
      if (keys[key] !== undefined && !taken.includes(key))
        report('key-not-used', yaml.keyPlace([...path, key]), { key });
    steps.push({
      id: step.id,
      on,
      fade: step.fade ?? 0,
      ...(ask && { ask }),
      ...(step.unmask && { unmask: true }),
      ...(step.expect !== undefined && { expect: step.expect as NestedNumbers }),
    });
  }
  return steps;
}

function checkKindAsk(
  ask: KindStepAsk,
  keys: StepKeys,
  circuit: ReadCircuit,
  path: readonly (string | number)[],
  yaml: LocatedData,
  report: Report,
): void {
  const place = yaml.place([...path, 'ask']);
  checkKind(ask, {
    spec: circuit.spec,
    circuit: circuit.circuit,
    run: circuit.run,
    keys,
    known: (name) => isKnown(name, circuit, place, report),
    note: (code, params, key) => report(code, key === undefined ? place : yaml.place([...path, key]), params),
  });
}

function isKnown(name: string, circuit: ReadCircuit, place: Place, report: Report): boolean {
  if (circuit.names.has(name)) return true;
  const near = nearest(name, [...circuit.names]);
  report('unknown-name', place, near === undefined ? { name, names: [...circuit.names].join(', ') } : { name, near });
  return false;
}

function checkAsk(ask: Ask, circuit: ReadCircuit, place: Place, report: Report): void {
  const known = (name: string) => isKnown(name, circuit, place, report);
  if (!known(ask.of)) return;
  const reads = circuit.stages.get(ask.of);
  if (ask.kind !== 'gradient' && reads === undefined) report('not-computed', place, { name: ask.of });
  if (ask.kind === 'local' && reads !== undefined && known(ask.wrt) && !reads.includes(ask.wrt))
    report('not-read', place, { of: ask.of, wrt: ask.wrt, reads: reads.join(', ') });
}
