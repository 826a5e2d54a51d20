import type { Circuit, NodeId } from '../../engine/index.js';
import { readersOf, stageNamed } from '../answer/posed.js';
import type { Question } from '../open.js';
import { skillNamed } from './skills.js';

/** The skill that a lesson's question is about; undefined where drills have none, as for a forward value. */
export function skillOf({ ask, on: { circuit } }: Pick<Question, 'ask' | 'on'>): string | undefined {
  if (
    !(
      ask.kind === 'local' ||
      ask.kind === 'gradient' ||
      ask.kind === 'entry' ||
      ask.kind === 'line' ||
      ask.kind === 'shape'
    )
  )
    return undefined;
  const operand = circuit.find(ask.kind === 'local' ? ask.wrt : ask.of);
  const stages = ask.kind === 'local' ? [stageNamed(circuit, ask.of)] : readersOf(circuit, ask.of);
  const [stage] = stages;
  if (stage === undefined || operand === undefined) return undefined;
  const ways = stages
    .flatMap((one) => one?.gates ?? [])
    .flatMap((gate) => circuit.args(gate).filter((arg) => arg === operand));
  if (ask.kind !== 'local' && ways.length > 1) return 'fork';
  const [gate] = stage.gates;
  if (gate === undefined || stage.gates.length > 1) return 'chain';
  const id = `${ask.kind}:${drillName(circuit, gate, operand)}`;
  return skillNamed(id) && id;
}

/** What a gate is called in drills: one with a constant has a name of its own. */
function drillName(circuit: Circuit, gate: NodeId, operand: NodeId): string {
  const name = circuit.gate(gate);
  const other = circuit.args(gate).find((arg) => arg !== operand);
  const literal = other !== undefined && circuit.gate(other) === 'const' ? circuit.name(other) : undefined;
  if (name === 'add' && other !== undefined && circuit.shape(operand).join() !== circuit.shape(gate).join())
    return 'broadcast';
  if (literal === undefined) return name;
  switch (name) {
    case 'add':
    case 'sub':
      return 'shift';
    case 'mul':
      return 'scale';
    case 'div':
      return circuit.args(gate)[0] === operand ? 'scale' : 'reciprocal';
    case 'pow':
      return literal === '2' ? 'square' : literal === '3' ? 'cube' : 'pow';
    default:
      return name;
  }
}
