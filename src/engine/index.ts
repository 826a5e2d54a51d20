export { CircuitBuilder } from './builder.js';
export { type BuildOptions, build } from './compile.js';
export { type TangentOptions, tangent } from './dual.js';
export { evaluate } from './evaluate.js';
export { type Explanation, explain, type OperandExplanation } from './explain.js';
export { formatNumber } from './format.js';
export { type GateFormulas, gateFormulas } from './formulas.js';
export { fuse } from './fuse.js';
export type { GateRow, GateWords } from './gates/row.js';
export { gateRow, gates, opcode } from './gates/table.js';
export { type Gradients, type GradOptions, grad } from './grad.js';
export { functions } from './language/functions.js';
export { limits } from './language/limits.js';
export { nearest } from './language/nearest.js';
export { parse } from './language/parser.js';
export {
  describeProblem,
  type ProblemCode,
  type ProblemParams,
  type ProblemTable,
  problemCodes,
} from './language/problems.js';
export { ProgramError } from './language/program-error.js';
export type { Program, Statement } from './language/syntax.js';
export { type NumericOptions, numericGradient } from './numeric.js';
export { type RunOptions, run } from './run.js';
export { canSplit, split } from './split.js';
export { stageLocal } from './stage-local.js';
export { type GradientBounds, subgradient } from './subgradient.js';
export { sameShape, shapeText, sizeOf, tensorFrom, toNested } from './tensor.js';
export { type Trouble, troubles } from './trouble.js';
export type { Circuit, NestedNumbers, NodeId, Run, Shape, Stage, Tensor } from './types.js';
