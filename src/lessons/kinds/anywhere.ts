import { evaluate, ProgramError, type Run, run, type Tensor, toNested } from '../../engine/index.js';
import { close } from '../answer/judge.js';
import { neighbours } from '../answer/neighbours.js';
import { type Posed, truth } from '../answer/posed.js';
import { scopeOf } from '../answer/scope.js';
import { random } from '../random.js';

const POINTS = 5;

/** The circuit at other numbers, on the same side of every kink; an output that is no scalar gets another seed as well. */
export function elsewhere(pass: Run): readonly Run[] {
  const { circuit } = pass;
  const { shape } = pass.value(circuit.output);
  const found = neighbours(pass, POINTS, 3);
  if (shape.length === 0) return found;
  const next = random(11);
  return found.map((other) => {
    const seed = { shape, data: Float64Array.from(pass.gradient(circuit.output).data, () => 4 * next() - 2) };
    const inputs = Object.fromEntries(circuit.inputs.map((id) => [circuit.name(id), toNested(other.value(id))]));
    return run(circuit, { inputs, seed: toNested(seed) });
  });
}

/** Whether an expression, or a number, is the right answer at other numbers too. */
export function holdsAnywhere(answer: string | Tensor, posed: Posed): boolean {
  return elsewhere(posed.run).every((other) => {
    try {
      const value = typeof answer === 'string' ? evaluate(answer, scopeOf(posed, other)) : answer;
      return close(value, truth(posed.ask, other));
    } catch (error) {
      if (error instanceof ProgramError) return false;
      throw error;
    }
  });
}
