import { describe, expect, it } from 'vitest';
import { build, run, stageLocal } from '../../src/engine/index.js';
import { expectClose, type ReferenceCase, referenceCases } from './reference/cases.js';

const isScalar = (one: ReferenceCase): boolean =>
  [...Object.values(one.inputs), ...Object.values(one.consts ?? {}), ...Object.values(one.values)].every(
    (value) => !Array.isArray(value),
  );

describe('the reference gradients', () => {
  it.each(referenceCases.filter(isScalar).map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const circuit = build(one.program, {
      inputs: one.inputs,
      consts: one.consts ?? {},
      output: one.output,
    });
    const result = run(circuit, one.seed === undefined ? {} : { seed: one.seed });
    const id = (name: string): number => {
      const found = circuit.find(name);
      expect(found, name).toBeDefined();
      return found!;
    };
    const values = { ...one.values, ...one.exact?.values };
    for (const [name, want] of Object.entries(values)) expectClose(result.value(id(name)), want, one.rtol, name);
    const grads = { ...one.grads, ...one.exact?.grads };
    for (const [name, want] of Object.entries(grads))
      expectClose(result.gradient(id(name)), want, one.rtol, `gradient of ${name}`);
    for (const [line, partials] of Object.entries(one.local ?? {})) {
      const stage = circuit.stages.find((candidate) => candidate.name === line)!;
      expect([...stage.reads].sort(), `reads of ${line}`).toEqual(Object.keys(partials).sort());
      for (const [name, want] of Object.entries(partials))
        expectClose(stageLocal(result, stage, name), want, one.rtol, `local of ${line} with respect to ${name}`);
    }
  });
});
