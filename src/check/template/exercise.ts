import { build, parse, type Shape, shapeText, sizeOf } from '../../engine/index.js';
import type { Statement } from '../../engine/language/syntax.js';
import type { Circuit, NestedNumbers } from '../../engine/types.js';
import { pythonOf, type Style } from './expression.js';
import type { TemplateProgram } from './programs.js';

/** The words around the code of an exercise. */
export interface ExerciseWords {
  readonly intro: string;
  readonly check: string;
  readonly forward: string;
  readonly backward: string;
  readonly gradient: (name: string, shape: string) => string;
}

/**
 * A Python file with the forward pass of a program, and a blank line for every gradient, the output's first.
 * @throws ProgramError for a program that is none, NoForm for a function without a form in the library
 */
export function exerciseOf(
  { program, inputs, labels = {} }: TemplateProgram,
  style: Style,
  words: ExerciseWords,
): string {
  const { statements } = parse(program);
  const consts = Object.fromEntries(
    Object.entries(labels).map(([name, [count]]) => [name, new Array<number>(count).fill(0)]),
  );
  const circuit = build(program, {
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, shape]) => [name, filled(shape)])),
    consts,
  });
  const library = style === 'numpy' ? 'import numpy as np' : 'import torch';
  const forward = statements.filter(({ name }) => circuit.stages.some((stage) => stage.name === (name ?? 'f')));
  return [
    `# ${words.intro}`,
    `# ${words.check}`,
    library,
    '',
    ...leaves(circuit, statements, inputs, labels, style),
    '',
    `# ${words.forward}`,
    ...forward.map(({ name, nodes }) => `${name ?? 'f'} = ${pythonOf(nodes, style)}`),
    '',
    `# ${words.backward}`,
    ...blanks(circuit, style, words),
    '',
  ].join('\n');
}

function filled(shape: Shape): NestedNumbers {
  const [extent, ...rest] = shape;
  return extent === undefined ? 1 : Array.from({ length: extent }, () => filled(rest));
}

/** Lines that give the inputs their values: those of the program, or random ones. */
function leaves(
  circuit: Circuit,
  statements: readonly Statement[],
  inputs: TemplateProgram['inputs'],
  labels: NonNullable<TemplateProgram['labels']>,
  style: Style,
): string[] {
  const given = new Map(statements.map((statement) => [statement.name ?? 'f', statement]));
  const drawn = style === 'numpy' ? 'np.random.randn' : 'torch.randn';
  const lines = circuit.inputs.map((id) => {
    const name = circuit.name(id);
    const statement = given.get(name);
    if (statement !== undefined && inputs[name] === undefined)
      return `${name} = ${literal(statement, circuit.shape(id), style)}`;
    const shape = inputs[name] ?? [];
    return `${name} = ${drawn}(${shape.length === 0 && style === 'torch' ? '()' : shape.join(', ')})`;
  });
  for (const [name, [count, classes]] of Object.entries(labels))
    lines.push(
      style === 'numpy'
        ? `${name} = np.random.randint(0, ${classes}, size=${count})`
        : `${name} = torch.randint(0, ${classes}, (${count},))`,
    );
  return lines;
}

function literal({ nodes }: Statement, shape: Shape, style: Style): string {
  const text = pythonOf(nodes, style);
  if (style === 'torch') return `torch.tensor(${shape.length === 0 ? `float(${text})` : text})`;
  return shape.length === 0 ? text : `np.array(${text})`;
}

function blanks(circuit: Circuit, style: Style, { gradient }: ExerciseWords): string[] {
  const output = circuit.name(circuit.output);
  const shape = circuit.shape(circuit.output);
  const upstream =
    sizeOf(shape) === 1 && shape.length === 0
      ? '1.0'
      : style === 'numpy'
        ? `np.random.randn(*${output}.shape)`
        : `torch.randn(${output}.shape)`;
  const names = circuit.stages.map(({ name }) => name).filter((name) => name !== output);
  names.reverse();
  names.push(...circuit.inputs.map((id) => circuit.name(id)));
  const column = Math.max(...[output, ...names].map((name) => name.length));
  return [
    `d${output} = ${upstream}`,
    ...names.map((name) => {
      const own = circuit.shape(circuit.find(name)!);
      return `${`d${name} = None`.padEnd(column + 8)}  # ${gradient(name, own.length === 0 ? '1' : shapeText(own))}`;
    }),
  ];
}
