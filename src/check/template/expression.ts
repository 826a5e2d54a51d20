import type { SyntaxNode } from '../../engine/language/syntax.js';

/** The library an exercise is written for. */
export type Style = 'numpy' | 'torch';

/** A function of the language that has no form in the library. */
export class NoForm extends Error {
  readonly function: string;

  constructor(name: string) {
    super(name);
    this.function = name;
  }
}

/** Python text, and how tightly its outermost sign binds. */
interface Piece {
  readonly text: string;
  readonly binds: number;
}

const ATOM = 9;
const POWER = 7;
const SIGN = 6;
const BINDS: Readonly<Record<string, number>> = {
  '<': 3,
  '>': 3,
  '<=': 3,
  '>=': 3,
  '==': 3,
  '!=': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '@': 5,
  '**': POWER,
};
const ELEMENTWISE = new Set(['exp', 'log', 'sqrt', 'sin', 'cos', 'tanh', 'abs', 'square']);
const REDUCTIONS = new Set(['sum', 'mean', 'max', 'min', 'var']);

/**
 * An expression of the language as numpy or PyTorch code.
 * @throws NoForm
 */
export function pythonOf(nodes: readonly SyntaxNode[], style: Style): string {
  const pieces: Piece[] = [];
  for (const node of nodes) pieces.push(pieceOf(node, pieces, nodes, style));
  return pieces[pieces.length - 1]!.text;
}

function pieceOf(node: SyntaxNode, pieces: readonly Piece[], nodes: readonly SyntaxNode[], style: Style): Piece {
  const text = (at: number): string => pieces[at]!.text;
  const within = (at: number, least: number): string => (pieces[at]!.binds >= least ? text(at) : `(${text(at)})`);
  const atom = (result: string): Piece => ({ text: result, binds: ATOM });
  switch (node.kind) {
    case 'number':
      return { text: String(node.value), binds: node.value < 0 ? SIGN : ATOM };
    case 'name':
      return atom(node.name);
    case 'flag':
      return atom(node.value ? 'True' : 'False');
    case 'none':
      return atom('None');
    case 'list':
      return atom(`[${node.items.map(text).join(', ')}]`);
    case 'negate':
      return { text: `-${within(node.operand, SIGN)}`, binds: SIGN };
    case 'binary': {
      const binds = BINDS[node.operator]!;
      // ** groups from the right, everything else from the left.
      const power = node.operator === '**';
      const left = within(node.left, power ? ATOM : binds);
      const right = within(node.right, power ? SIGN : binds + 1);
      return { text: `${left} ${node.operator} ${right}`, binds };
    }
    case 'attribute':
      return atom(`${within(node.target, ATOM)}.${node.name}`);
    case 'index':
      return atom(`${within(node.target, ATOM)}[${node.indices.map(text).join(', ')}]`);
    case 'slice': {
      const part = (at: number | undefined): string => (at === undefined ? '' : text(at));
      return atom(`${part(node.start)}:${part(node.stop)}${node.step === undefined ? '' : `:${text(node.step)}`}`);
    }
    case 'call':
      return callOf(node, text, within, nodes, style);
  }
}

function callOf(
  { name, args, keywords }: SyntaxNode & { kind: 'call' },
  text: (at: number) => string,
  within: (at: number, least: number) => string,
  nodes: readonly SyntaxNode[],
  style: Style,
): Piece {
  const library = style === 'numpy' ? 'np' : 'torch';
  const atom = (result: string): Piece => ({ text: result, binds: ATOM });
  const list = args.map(text).join(', ');
  if (ELEMENTWISE.has(name)) return atom(`${library}.${name}(${list})`);
  if (name === 'range' || name === 'arange') return atom(`range(${list})`);
  if (name === 'dot' || name === 'matmul') return { text: `${within(args[0]!, 5)} @ ${within(args[1]!, 6)}`, binds: 5 };
  if (name === 'reshape') return atom(`${within(args[0]!, ATOM)}.reshape(${args.slice(1).map(text).join(', ')})`);
  if (name === 'sigmoid')
    return style === 'torch'
      ? atom(`torch.sigmoid(${list})`)
      : { text: `1 / (1 + np.exp(-${within(args[0]!, SIGN)}))`, binds: 5 };
  if (name === 'relu') return atom(style === 'torch' ? `torch.relu(${list})` : `np.maximum(0, ${list})`);
  if (name === 'maximum' || name === 'minimum' || ((name === 'max' || name === 'min') && args.length === 2))
    return extremeOf(name.slice(0, 3), args, text, nodes, style);
  if (REDUCTIONS.has(name)) {
    const options = keywords
      .map(({ name: keyword, value }) => `, ${keywordOf(keyword, style)}=${text(value)}`)
      .join('');
    const called = style === 'torch' && (name === 'max' || name === 'min') ? `a${name}` : name;
    const biased = style === 'torch' && name === 'var' ? ', unbiased=False' : '';
    return atom(`${library}.${called}(${list}${options}${biased})`);
  }
  throw new NoForm(name);
}

function keywordOf(keyword: string, style: Style): string {
  if (style === 'numpy') return keyword;
  return keyword === 'axis' ? 'dim' : 'keepdim';
}

/** The larger or smaller of two; torch compares with a plain number by clamping. */
function extremeOf(
  name: string,
  args: readonly number[],
  text: (at: number) => string,
  nodes: readonly SyntaxNode[],
  style: Style,
): Piece {
  const long = name === 'max' ? 'maximum' : 'minimum';
  const number = args.findIndex((at) => nodes[at]!.kind === 'number');
  if (style === 'numpy' || number < 0)
    return { text: `${style === 'numpy' ? 'np' : 'torch'}.${long}(${args.map(text).join(', ')})`, binds: ATOM };
  const bound = name === 'max' ? 'min' : 'max';
  return { text: `torch.clamp(${text(args[1 - number]!)}, ${bound}=${text(args[number]!)})`, binds: ATOM };
}
