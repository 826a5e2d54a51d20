import {
  beside,
  chooseGroups,
  type Drawing,
  type DrawOptions,
  findGroups,
  formulaLines,
  type Line,
  openTensors,
  paint,
  prepareDrawing,
  toJson,
  toMermaid,
  toSvg,
  toText,
} from '../../diagram/index.js';
import { build, type Circuit, type NodeId, nearest, ProgramError, type Run, run } from '../../engine/index.js';
import type { Environment } from '../environment.js';
import { isSet, oneOf, valueGiven, wholeNumber } from '../options.js';
import type { Invocation } from '../parse.js';
import { programUsageError } from '../program-problem.js';
import { readProgram } from '../program-source.js';
import { UsageError } from '../usage-error.js';
import { readUpstream, readValues } from '../values.js';

const defaultWidth = 80;
/** The options that name wires. */
type NamingOption = 'hide-gradients-of' | 'highlight' | 'open';
/** The other formats have no terminal to fit into. */
const endlessWidth = 100_000;
const formats = ['text', 'svg', 'mermaid', 'json'] as const;

/** `draw PROGRAM`: the circuit as text or in another format, with the numbers of its passes, or `?` without values. */
export async function draw(invocation: Invocation, environment: Environment): Promise<number> {
  const format = oneOf(invocation, 'format', formats) ?? 'text';
  if (format !== 'text' && valueGiven(invocation, 'open') !== undefined)
    throw new UsageError(invocation.messages.excludes('--open', `--format ${format}`));
  const highlight = valueGiven(invocation, 'highlight');
  const asked = wholeNumber(invocation, 'width', 20, 1000);
  const width = asked ?? (format === 'text' ? (environment.columns ?? defaultWidth) : endlessWidth);
  const glyphs = isSet(invocation, 'ascii') ? 'ascii' : environment.glyphs;
  const inputs = readValues('at', invocation, environment);
  const consts = readValues('const', invocation, environment);
  const seed = readUpstream(invocation);
  const source = await readProgram(invocation, environment);
  try {
    const circuit = build(source.text, { inputs, consts });
    const valueless = circuit.unset.length > 0 && Object.keys(inputs).length === 0;
    const passes = valueless ? undefined : run(circuit, seed === undefined ? {} : { seed });
    const options: DrawOptions = {
      width,
      glyphs,
      gradients: !isSet(invocation, 'no-gradients'),
      hideGradientsOf: nodesNamed('hide-gradients-of', circuit, invocation),
      highlight: highlight === undefined ? undefined : nodeNamed('highlight', highlight.trim(), circuit, invocation),
      repeatLeaves: isSet(invocation, 'repeat-inputs'),
      ...collapseWish(circuit, invocation),
    };
    const drawing = prepareDrawing(circuit, passes, options);
    const opened = passes === undefined ? [] : openedTensors(passes, options, invocation);
    await environment.stdout.write(written(format, drawing, opened, width));
    if (format === 'text' && drawing.layout.width > width)
      await environment.stderr.write(`backprop-tutor: ${invocation.messages.tooWide(drawing.layout.width, width)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof ProgramError)) throw error;
    throw programUsageError(error, source, invocation);
  }
}

function written(format: (typeof formats)[number], drawing: Drawing, opened: readonly Line[], width: number): string {
  const { graph, layout, marks } = drawing;
  switch (format) {
    case 'svg':
      return toSvg(layout, marks);
    case 'mermaid':
      return toMermaid(graph, marks);
    case 'json':
      return `${JSON.stringify(toJson(layout, marks))}\n`;
    case 'text':
      return `${toText(beside(paint(layout, marks), opened, width))}\n`;
  }
}

function listed(name: NamingOption | 'collapse', invocation: Invocation): readonly string[] {
  return (valueGiven(invocation, name) ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function nodesNamed(option: NamingOption, circuit: Circuit, invocation: Invocation): readonly NodeId[] {
  return listed(option, invocation).map((name) => nodeNamed(option, name, circuit, invocation));
}

function nodeNamed(option: NamingOption, name: string, circuit: Circuit, invocation: Invocation): NodeId {
  const node = circuit.find(name);
  if (node !== undefined) return node;
  const known = idsOf(circuit).map((id) => circuit.name(id));
  throw new UsageError(invocation.messages.unknownName(`--${option}`, name, nearest(name, known)));
}

function collapseWish(circuit: Circuit, invocation: Invocation): Pick<DrawOptions, 'collapse'> {
  const names = listed('collapse', invocation);
  const [only] = names;
  if (only === undefined) return {};
  if (names.length === 1 && (only === 'all' || only === 'none')) return { collapse: only };
  for (const name of names) {
    if (chooseGroups(circuit, [name]).length > 0) continue;
    const known = [...circuit.stages.map((stage) => stage.name), ...findGroups(circuit).map((group) => group.label)];
    throw new UsageError(invocation.messages.unknownName('--collapse', name, nearest(name, known)));
  }
  return { collapse: names };
}

/**
 * The numbers of small tensors, as matrices to stand beside the drawing, and the formulas of the matrix products that make
 * or read them.
 */
function openedTensors(passes: Run, options: DrawOptions, invocation: Invocation): readonly Line[] {
  const { circuit } = passes;
  const { gradients = true, hideGradientsOf = [] } = options;
  const ids = idsOf(circuit);
  const all = ids.filter((id) => circuit.named(id) && circuit.shape(id).length > 0);
  const nodes = valueGiven(invocation, 'open') === 'all' ? all : nodesNamed('open', circuit, invocation);
  const opened = openTensors(passes, nodes, {
    gradient: (node) => (gradients && !hideGradientsOf.includes(node) ? 'shown' : undefined),
  });
  const shown = new Set(nodes);
  const products = ids.filter((id) => {
    // A product without a name belongs to its line.
    const line = circuit.stages.find(({ gates }) => gates.includes(id))?.node ?? id;
    return circuit.gate(id) === 'matmul' && [line, ...circuit.args(id)].some((node) => shown.has(node));
  });
  const formulas = gradients ? products.flatMap((id) => formulaLines(passes, id)) : [];
  return formulas.length > 0 ? [...opened, [], ...formulas] : opened;
}

function idsOf(circuit: Circuit): readonly NodeId[] {
  return Array.from({ length: circuit.size }, (_, id) => id);
}
