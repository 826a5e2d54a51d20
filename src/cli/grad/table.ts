import { padTo, textWidth } from '../../diagram/text.js';
import { formatNumber, type Run, shapeText, type Tensor, toNested } from '../../engine/index.js';
import type { NestedNumbers } from '../../engine/types.js';
import type { CliMessages } from '../../messages/cli.js';
import { localsByName } from './locals.js';

/** More entries than this and a table's cell shows the shape instead. */
const mostEntries = 6;

/** The passes as a table: a line for every input and every gate, in the order of the forward pass. */
export function gradientTable(run: Run, headings: CliMessages['columns']): string[] {
  const { circuit } = run;
  const { name, gate, value, local, gradient } = headings;
  const rows = [[name, gate, value, local, gradient]];
  for (let id = 0; id < circuit.size; id++) {
    if (circuit.gate(id) === 'const') continue;
    const locals = [...localsByName(run, id)].map(([operand, partial]) => `${operand}: ${cell(partial)}`);
    rows.push([circuit.name(id), circuit.gate(id), cell(run.value(id)), locals.join('  '), cell(run.gradient(id))]);
  }
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => textWidth(row[column]!))));
  const numbers = new Set([2, 4]);
  return rows.map((row) =>
    row
      .map((text, column) => padTo(text, widths[column]!, numbers.has(column) ? 'end' : 'start'))
      .join('  ')
      .trimEnd(),
  );
}

function cell(tensor: Tensor): string {
  return tensor.data.length > mostEntries ? shapeText(tensor.shape) : written(toNested(tensor));
}

function written(numbers: NestedNumbers): string {
  if (typeof numbers === 'number') return formatNumber(numbers, { significant: 2 });
  return `[${numbers.map(written).join(', ')}]`;
}
