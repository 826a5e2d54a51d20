import type { Tensor } from '../../engine/types.js';
import { Budget } from '../arrays/budget.js';
import { compute } from '../arrays/compute.js';
import type { Mistake } from '../verdict.js';
import { sameNumbers } from './compare.js';
import type { Expected } from './judge.js';
import type { Truth } from './truth.js';

/**
 * The gradient of a matrix product is a product again, with one factor transposed: this finds the other ways to
 * multiply the same two, which is what a guess gives.
 */
export function productMistake(got: Tensor, expected: Expected): Mistake | undefined {
  const { truth, node } = expected;
  for (const { node: consumer, operand } of truth.consumers(node)) {
    const product = rightProduct(expected, consumer, operand);
    if (product === undefined) continue;
    const { right, upstream, factor } = product;
    const written = otherProduct(got, upstream, factor);
    if (written !== undefined && written !== right) return { code: 'swapped', params: { written, right } };
  }
  return undefined;
}

/** How the gradient of a product's operand is written: `X.T @ dD`; undefined where no product, or more than one, reads the node. */
export function productRule(expected: Expected): string | undefined {
  const consumers = expected.truth.consumers(expected.node);
  const rules = consumers.flatMap(({ node, operand }) => rightProduct(expected, node, operand) ?? []);
  return rules.length === 1 ? rules[0]!.right : undefined;
}

interface Factor {
  readonly name: string;
  readonly value: Tensor;
}

function rightProduct(
  { truth, gradientName }: Expected,
  consumer: number,
  operand: number,
): { right: string; upstream: Factor; factor: Factor } | undefined {
  const { gate, args } = truth.tape.nodes[consumer]!;
  if (gate !== 'matmul') return undefined;
  const other = args[1 - operand]!;
  const upstream = { name: upstreamName(truth, consumer, gradientName), value: truth.gradient(consumer)! };
  const factor = { name: factorName(truth, other), value: truth.tape.nodes[other]!.value };
  if (factor.value.shape.length !== 2 || upstream.value.shape.length !== 2) return undefined;
  const turned = turnedName(factor.name);
  return { right: operand === 0 ? `${upstream.name} @ ${turned}` : `${turned} @ ${upstream.name}`, upstream, factor };
}

/** The product of two factors, each as it is or transposed and in either order, that gives these numbers. */
function otherProduct(got: Tensor, a: Factor, b: Factor): string | undefined {
  for (const [first, second] of [
    [a, b],
    [b, a],
  ] as const)
    for (const left of bothWays(first))
      for (const right of bothWays(second)) {
        if (left.value.shape[1] !== right.value.shape[0]) continue;
        const product = compute('matmul', [left.value, right.value], {}, ['', ''], new Budget());
        if (got.shape.join() === product.shape.join() && sameNumbers(got, product))
          return `${left.name} @ ${right.name}`;
      }
  return undefined;
}

function bothWays({ name, value }: Factor): Factor[] {
  return [
    { name, value },
    { name: turnedName(name), value: turned(value) },
  ];
}

/** What the gradient that arrives at a node is called: by the name that its value goes into. */
function upstreamName(truth: Truth, node: number, gradientName: Expected['gradientName']): string {
  for (let at: number | undefined = node, steps = 0; at !== undefined && steps < 8; steps++) {
    const [name] = truth.tape.nodes[at]!.names;
    if (name !== undefined) return gradientName(name);
    at = truth.consumers(at)[0]?.node;
  }
  return 'dY';
}

function factorName(truth: Truth, node: number): string {
  const { gate, args, names } = truth.tape.nodes[node]!;
  if (names[0] !== undefined) return names[0];
  const inner = gate === 'transpose' ? truth.tape.nodes[args[0]!]!.names[0] : undefined;
  return inner === undefined ? '(…)' : `${inner}.T`;
}

function turnedName(name: string): string {
  return name.endsWith('.T') ? name.slice(0, -2) : `${name}.T`;
}

function turned({ shape, data }: Tensor): Tensor {
  const [rows, columns] = shape as readonly [number, number];
  return { shape: [columns, rows], data: data.map((_, i) => data[(i % rows) * columns + Math.floor(i / rows)]!) };
}
