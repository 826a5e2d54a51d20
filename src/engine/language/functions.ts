export type KeywordName = 'axis' | 'keepdims' | 'stride' | 'pad';

/** A function of the language that makes one gate: its operands, and the named arguments it knows. */
export interface FunctionEntry {
  readonly gate: string;
  readonly least: number;
  readonly most: number;
  readonly keywords: readonly KeywordName[];
}

function takes(least: number, most: number, gate: string, ...keywords: KeywordName[]): FunctionEntry {
  return { gate, least, most, keywords };
}

const entries: readonly (readonly [string, FunctionEntry])[] = [
  ...['exp', 'log', 'sqrt', 'sin', 'cos', 'tanh', 'sigmoid', 'relu', 'abs', 'softplus'].map(
    (name) => [name, takes(1, 1, name)] as const,
  ),
  ['σ', takes(1, 1, 'sigmoid')],
  ['ln', takes(1, 1, 'log')],
  ['maximum', takes(2, 2, 'max')],
  ['minimum', takes(2, 2, 'min')],
  ['pow', takes(2, 2, 'pow')],
  ['square', takes(1, 1, 'pow')],
  ['leaky_relu', takes(1, 2, 'leaky_relu')],
  ['max', takes(1, 2, 'max', 'axis', 'keepdims')],
  ['min', takes(1, 2, 'min', 'axis', 'keepdims')],
  ['sum', takes(1, 1, 'sum', 'axis', 'keepdims')],
  ['mean', takes(1, 1, 'mean', 'axis', 'keepdims')],
  ['var', takes(1, 1, 'var', 'axis', 'keepdims')],
  ['softmax', takes(1, 1, 'softmax', 'axis')],
  ['log_softmax', takes(1, 1, 'log_softmax', 'axis')],
  ['logsumexp', takes(1, 1, 'logsumexp', 'axis', 'keepdims')],
  ['cross_entropy', takes(2, 2, 'cross_entropy')],
  ['svm_hinge', takes(2, 2, 'svm_hinge')],
  ['mse', takes(2, 2, 'mse')],
  ['linear', takes(3, 3, 'linear')],
  ['dot', takes(2, 2, 'matmul')],
  ['matmul', takes(2, 2, 'matmul')],
  ['conv1d', takes(2, 2, 'conv1d', 'stride', 'pad')],
  ['conv2d', takes(2, 3, 'conv2d', 'stride', 'pad')],
  ['maxpool2', takes(1, 1, 'maxpool2')],
  ['batchnorm', takes(3, 3, 'batchnorm')],
  ['layernorm', takes(3, 3, 'layernorm')],
  ['concat', takes(1, 64, 'concat', 'axis')],
  ['concatenate', takes(1, 64, 'concat', 'axis')],
];

/** The functions that make a gate of their arguments, by name. */
export const gateFunctions: ReadonlyMap<string, FunctionEntry> = new Map(entries);

/** Functions whose arguments are not all operands: shapes, axes, an index. */
export const shapeFunctions = [
  'reshape',
  'transpose',
  'swapaxes',
  'scatter',
  'outer',
  'range',
  'arange',
  'zeros',
  'ones',
  'zeros_like',
  'ones_like',
] as const;

export type ShapeFunction = (typeof shapeFunctions)[number];

/** The names of all functions of the language. */
export const functions: ReadonlySet<string> = new Set([...gateFunctions.keys(), ...shapeFunctions]);

/** What PyTorch calls the named arguments. */
export const keywordAliases: ReadonlyMap<string, KeywordName> = new Map([
  ['dim', 'axis'],
  ['keepdim', 'keepdims'],
  ['padding', 'pad'],
]);

/** The gate that an operator makes. */
export const operatorGates = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '**': 'pow',
  '@': 'matmul',
  '<': 'lt',
  '>': 'gt',
  '<=': 'le',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
} as const;
