/** The rate of a gate's output from its operands and their rates. */
type DualRule = (x: number, dx: number, y: number, dy: number) => number;

/** A product of which a factor 0 makes 0, so that a constant operand needs no finite slope. */
function times(slope: number, rate: number): number {
  return rate === 0 ? 0 : slope * rate;
}

/** Of the two rates the one of the operand that is ahead by `lead`; their mean at a tie. */
function ahead(lead: number, dx: number, dy: number): number {
  if (lead === 0) return (dx + dy) / 2;
  return lead > 0 ? dx : dy;
}

const flat: DualRule = () => 0;

/**
 * Forward-mode rules of the elementwise gates, written from calculus and not from the gate table, so that the two can
 * check each other.
 */
export const dualRules: Readonly<Record<string, DualRule>> = {
  add: (_x, dx, _y, dy) => dx + dy,
  sub: (_x, dx, _y, dy) => dx - dy,
  mul: (x, dx, y, dy) => dx * y + x * dy,
  div: (x, dx, y, dy) => (dx * y - x * dy) / (y * y),
  neg: (_x, dx) => -dx,
  pow: (x, dx, y, dy) => times(y === 0 ? 0 : y * x ** (y - 1), dx) + times(x ** y * Math.log(x), dy),
  max: (x, dx, y, dy) => ahead(x - y, dx, dy),
  min: (x, dx, y, dy) => ahead(y - x, dx, dy),
  exp: (x, dx) => Math.exp(x) * dx,
  log: (x, dx) => dx / x,
  sqrt: (x, dx) => dx / (2 * Math.sqrt(x)),
  sigmoid: (x, dx) => (dx / 4) * (1 - Math.tanh(x / 2) ** 2),
  tanh: (x, dx) => dx / Math.cosh(x) ** 2,
  relu: (x, dx) => (x > 0 ? dx : 0),
  leaky_relu: (x, dx, y, dy) => (x > 0 ? dx : y * dx + x * dy),
  abs: (x, dx) => Math.sign(x) * dx,
  softplus: (x, dx) => (dx / 2) * (1 + Math.tanh(x / 2)),
  sin: (x, dx) => Math.cos(x) * dx,
  cos: (x, dx) => -Math.sin(x) * dx,
  gt: flat,
  lt: flat,
  ge: flat,
  le: flat,
  eq: flat,
  ne: flat,
};
