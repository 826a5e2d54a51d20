/** A function of the language: the gate it makes, and how many operands it takes. */
export interface FunctionEntry {
  readonly gate: string;
  readonly least: number;
  readonly most: number;
}

function takes(count: number, gate: string): FunctionEntry {
  return { gate, least: count, most: count };
}

const elementwise: readonly (readonly [string, FunctionEntry])[] = [
  ...['exp', 'log', 'sqrt', 'sin', 'cos', 'tanh', 'sigmoid', 'relu', 'abs', 'softplus'].map(
    (name) => [name, takes(1, name)] as const,
  ),
  ['σ', takes(1, 'sigmoid')],
  ['ln', takes(1, 'log')],
  ['maximum', takes(2, 'max')],
  ['minimum', takes(2, 'min')],
  ['max', takes(2, 'max')],
  ['min', takes(2, 'min')],
  ['pow', takes(2, 'pow')],
  ['leaky_relu', { gate: 'leaky_relu', least: 1, most: 2 }],
  ['square', takes(1, 'pow')],
];

/** The functions of the language by name. */
export const functions: ReadonlyMap<string, FunctionEntry> = new Map(elementwise);

/** The gate that an operator makes. */
export const operatorGates: Readonly<Record<string, string>> = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '**': 'pow',
  '<': 'lt',
  '>': 'gt',
  '<=': 'le',
  '>=': 'ge',
  '==': 'eq',
  '!=': 'ne',
};
