import { build, type NestedNumbers, run } from '../../src/engine/index.js';
import { everything, type Posed, type Shown } from '../../src/lessons/answer/index.js';
import { parseAsk } from '../../src/lessons/ask.js';
import type { Ask } from '../../src/lessons/types.js';

/** A question as a lesson file writes it, on a program with numbers; all is shown unless said otherwise. */
export function pose(
  program: string,
  inputs: Readonly<Record<string, NestedNumbers>>,
  ask: string,
  {
    shown,
    seed,
    consts,
  }: { shown?: Partial<Shown>; seed?: NestedNumbers; consts?: Record<string, NestedNumbers> } = {},
): Posed {
  const circuit = build(program, { inputs, ...(consts === undefined ? {} : { consts }) });
  const pass = run(circuit, seed === undefined ? {} : { seed });
  return { ask: parseAsk(ask) as Ask, circuit, run: pass, shown: { ...everything(circuit), ...shown } };
}

/** The chain of questions.md: f = 39, df/dq = -3. */
export const chain = (ask: string) => pose('q = x * y\np = q + w\nf = p * z', { x: 6, y: -2.5, w: 2, z: -3 }, ask);
