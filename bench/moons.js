import { Value } from './textbook.js';

const LAYERS = [2, 16, 16, 1];
export const SAMPLES = 100;

/** Numbers that look random and are the same in every run. */
export function numbers(seed) {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}

/** The points, labels and weights of micrograd's moons example: a 2-16-16-1 net with relu, hinge loss and L2. */
export function moons() {
  const next = numbers(1337);
  const points = Array.from({ length: SAMPLES }, (_, k) => {
    const angle = Math.PI * next();
    const upper = k % 2 === 0;
    const [x, y] = upper ? [Math.cos(angle), Math.sin(angle)] : [1 - Math.cos(angle), 0.5 - Math.sin(angle)];
    return { x: [x, y], label: upper ? 1 : -1 };
  });
  const weights = [];
  for (let layer = 1; layer < LAYERS.length; layer++)
    for (let unit = 0; unit < LAYERS[layer]; unit++)
      for (let k = 0; k <= LAYERS[layer - 1]; k++) weights.push(k < LAYERS[layer - 1] ? next() * 2 - 1 : 0);
  return { points, weights };
}

/** The net's loss through any engine: `ops` makes nodes of add, mul and relu. Constants are nodes too, as in micrograd. */
function loss(ops, weights, points) {
  const { add, mul, relu, leaf } = ops;
  let total;
  for (const { x, label } of points) {
    let inputs = x.map(leaf);
    let at = 0;
    for (let layer = 1; layer < LAYERS.length; layer++) {
      const outputs = [];
      for (let unit = 0; unit < LAYERS[layer]; unit++) {
        let sum = weights[at + inputs.length];
        for (let k = 0; k < inputs.length; k++) sum = add(sum, mul(weights[at + k], inputs[k]));
        at += inputs.length + 1;
        outputs.push(layer < LAYERS.length - 1 ? relu(sum) : sum);
      }
      inputs = outputs;
    }
    const margin = relu(add(mul(leaf(-label), inputs[0]), leaf(1)));
    total = total === undefined ? margin : add(total, margin);
  }
  let squares;
  for (const weight of weights) {
    const square = mul(weight, weight);
    squares = squares === undefined ? square : add(squares, square);
  }
  return add(mul(total, leaf(1 / points.length)), mul(leaf(1e-4), squares));
}

const textbookOps = {
  add: (a, b) => a.add(b),
  mul: (a, b) => a.mul(b),
  relu: (a) => a.relu(),
  leaf: (x) => new Value(x),
};

/** Builds, runs and differentiates with the textbook engine, all of it each time. */
export function textbookMoons({ points, weights }) {
  const leaves = weights.map((weight) => new Value(weight));
  const out = loss(textbookOps, leaves, points);
  out.backward();
  return { loss: out.data, gradient: leaves.map((leaf) => leaf.grad) };
}

/** The same circuit in our builder. */
export function ourMoons(builder, opcode, { points, weights }) {
  const [ADD, MUL, RELU] = [opcode('add'), opcode('mul'), opcode('relu')];
  const ops = {
    add: (a, b) => builder.binary(ADD, a, b),
    mul: (a, b) => builder.binary(MUL, a, b),
    relu: (a) => builder.unary(RELU, a),
    leaf: (x) => builder.constant(x),
  };
  const leaves = weights.map((weight, k) => builder.input(`w${k}`, weight));
  return builder.finish(loss(ops, leaves, points));
}
