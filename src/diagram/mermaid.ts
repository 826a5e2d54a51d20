import type { ViewGraph } from './graph.js';
import type { Marks } from './marks.js';

/**
 * The graph as a Mermaid flowchart, for pages that draw those: values and gradients stand on the wires. Mermaid chooses
 * its own layout and does not keep operands in order, so that they are numbered at gates where the order matters.
 * What is pointed out is thick.
 */
export function toMermaid(graph: ViewGraph, marks: Marks): string {
  const lines = ['flowchart LR'];
  const quote = (text: string) =>
    `"${text.replaceAll('&', '#amp;').replaceAll('"', '#quot;').replaceAll('<', '#lt;')}"`;
  graph.nodes.forEach((node, i) => {
    const label = quote(node.label);
    lines.push(node.kind === 'gate' ? `  n${i}[${label}]` : `  n${i}([${label}])`);
    if (node.members.some((member) => marks.current?.(member))) lines.push(`  style n${i} stroke-width:4px`);
  });
  graph.nodes.forEach((node, i) => {
    node.ports.forEach((port, k) => {
      const from = graph.nodes[port.from]!;
      const shared = port.shares.length > 0;
      const gradient = shared ? marks.share(port.shares) : marks.gradient(from.source);
      const numbers = [marks.value(from.source)?.text, gradient?.text].filter((text) => text !== undefined);
      const order = node.ports.length > 1 ? [`${k + 1}:`] : [];
      const words = [...order, numbers.join(' / ')].filter((word) => word !== '').join(' ');
      const arrow = port.shares.some((branch) => marks.highlighted?.(branch)) ? '==>' : '-->';
      lines.push(`  n${port.from} ${arrow}${words === '' ? '' : `|${quote(words)}|`} n${i}`);
    });
  });
  return `${lines.join('\n')}\n`;
}
