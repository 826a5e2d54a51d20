/**
 * The sentences for everything that can be wrong with a program or with the values given to it: one table, keyed by a
 * stable code, so that another language holds its own table for the same codes. `{name}` stands for a parameter.
 */
export const englishProblems = {
  'did-you-mean': '{sentence}; did you mean {near}?',

  'unexpected-character': 'the character {character} has no meaning here',
  'bad-number': '{text} is not a number that can be computed with',
  'power-sign': 'a power is written x ** y, not x ^ y',
  'expected-expression': 'expected a number, a name or an opening bracket, found {found}',
  'expected-expression-at-end': 'expected a number, a name or an opening bracket, but the line ends here',
  'expected-symbol': 'expected {expected}, found {found}',
  'expected-symbol-at-end': 'expected {expected}, but the line ends here',
  'expected-name': 'expected a name, found {found}',
  'expected-name-at-end': 'expected a name, but the line ends here',
  'expected-end': 'expected the end of the line, found {found}',
  unclosed: 'the bracket {bracket} is opened here and never closed',
  'not-a-name': 'only a name can be assigned to: name = expression',
  'chained-comparison': 'compare two values at a time',
  'empty-program': 'the program is empty; write a line such as f = x * y',
  'assigned-twice': '{name} has been assigned already in line {line}; each name is assigned once',
  'read-before-assigned': '{name} is read here, but assigned only in line {line}',
  'reads-itself': '{name} is read in the line that assigns it',
  'no-output': 'the program only gives values; add a line that computes something, such as f = x * y',
  'no-value': 'this expression has no numeric value',
  'lone-slice': 'a slice a:b stands only between square brackets',
  'lone-none': 'None stands only between square brackets',

  'unknown-name': 'unknown name {name}',
  'unknown-function': 'unknown function {name}',
  'unknown-attribute': 'unknown attribute .{name}',
  'unknown-keyword': '{function} has no argument called {name}',
  'repeated-keyword': '{name} is given twice',
  'positional-after-keyword': 'arguments with a name come last',
  'wrong-argument-count': '{function} takes {expected} arguments, not {got}',
  'needs-keyword': 'give the axis by name: {function}(x, axis={axis})',
  'needs-constant': '{name} of {function} has to be a constant',
  'needs-integer': '{name} of {function} has to be a whole number, not {got}',
  'needs-boolean': '{name} of {function} has to be True or False',

  'needs-index': '{function} takes a picked part such as X[0] first',
  'out-of-range': '{name} of {function} is at least {least}, not {got}',

  'missing-input': 'there is no value for {name}',
  'unknown-input': 'the program has no name {name} that could be given a value',
  'computed-input': '{name} is computed by the program in line {line}, so it can be given no value',
  'unknown-output': 'the program has no name {name} to take as its output',
  'not-a-value': 'the value of {name} is neither a number nor a list of numbers',
  'wrong-shape': '{name} has the shape {expected} in this circuit, and the value given has {got}',
  'wrong-seed': 'the seed has the shape {got}, and the output {name} has {expected}',
  'ragged-list': 'the rows of this list differ in shape: {first} and {second}',
  'empty-list': 'an empty list has no value',

  'program-too-long': 'the program has {got} characters; at most {limit} are read',
  'too-many-tokens': 'the program has more than {limit} words and signs',
  'too-deep': 'brackets and signs are nested more than {limit} deep here',
  'too-many-gates': 'the program makes more than {limit} gates',
  'tensor-too-large': 'this value would have {got} entries; at most {limit} are computed',
  'too-many-axes': 'a value has at most {limit} axes',
  'too-much-work': 'with this the program takes {got} multiplications; at most {limit} are computed',

  'shapes-differ': '{left} is {leftShape} and {right} is {rightShape}: these shapes cannot be combined entry by entry',
  'inner-sizes': '{left} is {leftShape} and {right} is {rightShape}: the inner sizes {inner} and {other} differ',
  'matmul-of-scalar': '{name} is a single number; @ takes vectors and matrices, use * here',
  'matmul-rank': '{left} is {leftShape} and {right} is {rightShape}: @ takes vectors and matrices only',
  'no-such-axis': '{name} has the shape {shape}, and no axis {axis}',
  'repeated-axis': 'the axis {axis} is given twice',
  'needs-rank': '{function} takes {expected} as {name}, and this has the shape {shape}',
  'size-mismatch': '{function}: {name} has the shape {shape}, and {expected} is needed',
  'reshape-size': '{name} has {got} entries, and the shape {shape} holds {expected}',
  'index-rank': '{name} has the shape {shape}, and {got} indices are given',
  'index-out-of-range': 'the index {index} is out of range: {name} has {size} entries on this axis, 0 to {last}',
  'index-not-whole': 'the index {index} is not a whole number',
  'index-of-gate': 'an index is a whole number or an array of whole numbers that is known before the circuit runs',
  'zero-step': 'the step of a slice is not 0',
  'empty-slice': 'this slice of {name} is empty',
  'kernel-too-large': '{function}: the kernel ({kernel}) is larger than its padded input ({input})',
  'label-out-of-range': '{function}: the label {label} is not a class; there are {classes}, counted from 0',
  'splits-scalar': '{name} is a single number and has no entries',
} as const;

/** A stable name for one kind of problem. */
export type ProblemCode = Exclude<keyof typeof englishProblems, 'did-you-mean'>;

/** Sentences for every code, in one human language. */
export type ProblemTable = Readonly<Record<ProblemCode | 'did-you-mean', string>>;

export type ProblemParams = Readonly<Record<string, string | number>>;

/** The parameters, with the name that may have been meant, if there is one. */
export function withNear(params: ProblemParams, near: string | undefined): ProblemParams {
  return near === undefined ? params : { ...params, near };
}

/** Every code there is, for tests that hold a table in another language to the same keys. */
export const problemCodes: readonly ProblemCode[] = Object.keys(englishProblems).filter(
  (code): code is ProblemCode => code !== 'did-you-mean',
);

/**
 * The sentence for a problem, without its place. A parameter `near` (a name that may have been meant) is added by the
 * table's `did-you-mean`.
 */
export function describeProblem(
  code: ProblemCode,
  params: ProblemParams,
  table: ProblemTable = englishProblems,
): string {
  const sentence = fill(table[code], params);
  return params.near === undefined ? sentence : fill(table['did-you-mean'], { sentence, near: params.near });
}

function fill(template: string, params: ProblemParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, key: string) =>
    Object.hasOwn(params, key) ? `${params[key]}` : whole,
  );
}
