import { drawRun, toText } from '../../diagram/index.js';
import { build, ProgramError, run } from '../../engine/index.js';
import type { Environment } from '../environment.js';
import { isSet, wholeNumber } from '../options.js';
import type { Invocation } from '../parse.js';
import { programUsageError } from '../program-problem.js';
import { readProgram } from '../program-source.js';
import { readValues } from '../values.js';

const defaultWidth = 80;

/** `draw PROGRAM`: the circuit as text, with the numbers of its passes, or `?` where it is given no values. */
export async function draw(invocation: Invocation, environment: Environment): Promise<number> {
  const width = wholeNumber(invocation, 'width', 20, 1000) ?? environment.columns ?? defaultWidth;
  const glyphs = isSet(invocation, 'ascii') ? 'ascii' : environment.glyphs;
  const inputs = readValues('at', invocation, environment);
  const consts = readValues('const', invocation, environment);
  const source = await readProgram(invocation, environment);
  try {
    const circuit = build(source.text, { inputs, consts });
    const valueless = circuit.unset.length > 0 && Object.keys(inputs).length === 0;
    const lines = drawRun(circuit, valueless ? undefined : run(circuit), {
      width,
      glyphs,
      gradients: !isSet(invocation, 'no-gradients'),
    });
    await environment.stdout.write(`${toText(lines)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    throw programUsageError(error, source, invocation);
  }
}
