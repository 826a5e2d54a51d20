import { describe, expect, it } from 'vitest';
import { build, run, stageLocal } from '../../src/engine/index.js';
import { expectClose, referenceCases } from './reference/cases.js';

describe('the reference gradients', () => {
  it.each(referenceCases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
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
