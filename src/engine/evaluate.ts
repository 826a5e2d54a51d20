import { CircuitBuilder } from './builder.js';
import { ExpressionCompiler, limitedRoom } from './expression.js';
import { forward } from './forward.js';
import { nearest } from './language/nearest.js';
import { parseExpression } from './language/parser.js';
import { withNear } from './language/problems.js';
import { type Place, ProgramError } from './language/program-error.js';
import { FlatRun } from './run.js';
import type { NestedNumbers, NodeId, Tensor } from './types.js';

/**
 * The value of one expression of the language, as a learner types it: full-width signs, `^` and σ are understood.
 * @param scope the values of the names that may be read
 * @throws ProgramError with the place in the expression; unknown-name for a name that is not in scope
 */
export function evaluate(expression: string, scope: Readonly<Record<string, NestedNumbers>>): Tensor {
  const { statements, lines } = parseExpression(expression);
  const room = limitedRoom();
  const builder = new CircuitBuilder(64, room);
  const resolve = (name: string, place: Place): NodeId => {
    if (!Object.hasOwn(scope, name)) {
      const near = nearest(name, Object.keys(scope));
      throw new ProgramError('unknown-name', withNear({ name }, near), place, lines);
    }
    return builder.find(name) ?? builder.constant(scope[name]!, name);
  };
  const compiler = new ExpressionCompiler(builder, lines, resolve, room);
  const circuit = builder.finish(compiler.node(statements[0]!.nodes));
  const result = new FlatRun(circuit);
  result.load({});
  forward(circuit, result);
  return result.value(circuit.output);
}
