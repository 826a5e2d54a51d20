import { torch } from 'js-pytorch';
import * as math from 'mathjs';
import { sideBySide } from './measure.js';
import { moons, ourMoons, textbookMoons } from './moons.js';
import { Value } from './textbook.js';

/** The 65,600-node scalar graph of micrograd's moons example. */
export function moonsBench({ CircuitBuilder, opcode, run }, report) {
  const data = moons();
  const builder = new CircuitBuilder(1 << 17);
  const kept = run(ourMoons(builder, opcode, data));
  const rebuilt = () => {
    builder.reset();
    return run(ourMoons(builder, opcode, data), { into: kept });
  };
  const fixed = new CircuitBuilder(1 << 17);
  const circuit = ourMoons(fixed, opcode, data);
  const again = run(circuit);
  const inputs = Object.fromEntries(data.weights.map((weight, k) => [`w${k}`, weight]));
  let turn = 0;
  const rerun = () => {
    turn++;
    for (let k = 0; k < data.weights.length; k++) inputs[`w${k}`] = data.weights[k] + (turn & 1) * 1e-6;
    return run(circuit, { inputs, into: again });
  };
  const cold = () => run(ourMoons(new CircuitBuilder(), opcode, data));

  const theirs = textbookMoons(data);
  const ours = rebuilt();
  const difference = Math.max(
    ...ours.circuit.inputs.map((id, k) => Math.abs(ours.gradient(id).data[0] - theirs.gradient[k])),
  );
  if (!(difference < 1e-12)) throw new Error(`the gradients differ by ${difference}`);

  const [textbook, rebuild, changed, fresh] = sideBySide([() => textbookMoons(data), rebuilt, rerun, cold], {
    rounds: 21,
    milliseconds: 60,
  });
  report.title(`moons: ${circuit.size} scalar nodes, build + forward + backward, against the textbook engine`);
  report.ratio('rebuilt into reused buffers', textbook, rebuild, 20);
  report.ratio('run again with changed inputs', textbook, changed, 30);
  report.ratio('cold build', textbook, fresh, undefined);
}

/** Small circuits, as a lesson has them: run again with changed inputs. */
export function smallBench({ build, run }, report) {
  const small = [
    {
      name: '(x + y) * z',
      program: 'f = (x + y) * z',
      formula: '(x + y) * z',
      values: { x: -2, y: 5, z: -4 },
      textbook: ({ x, y, z }) => x.add(y).mul(z),
      torch: ({ x, y, z }) => torch.mul(torch.add(x, y), z),
    },
    {
      name: 'sigmoid neuron',
      program: 'f = sigmoid(w0*x0 + w1*x1 + w2)',
      formula: '1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))',
      values: { w0: 2, x0: -1, w1: -3, x1: -2, w2: -3 },
      textbook: ({ w0, x0, w1, x1, w2 }) => w0.mul(x0).add(w1.mul(x1)).add(w2).sigmoid(),
      torch: ({ w0, x0, w1, x1, w2 }) => {
        const dot = torch.add(torch.add(torch.mul(w0, x0), torch.mul(w1, x1)), w2);
        return torch.div(torch.tensor([1]), torch.add(torch.exp(torch.mul(dot, -1)), 1));
      },
    },
  ];
  for (const { name, program, formula, values, textbook, torch: withTorch } of small) {
    const names = Object.keys(values);
    const circuit = build(program, { inputs: values });
    const kept = run(circuit);
    const inputs = { ...values };
    const ours = () => {
      inputs[names[0]] += 1e-9;
      return run(circuit, { inputs, into: kept });
    };
    const textbookRun = () => {
      const leaves = {};
      for (const key of names) leaves[key] = new Value(values[key]);
      textbook(leaves).backward();
      return leaves;
    };
    const torchRun = () => {
      const leaves = {};
      for (const key of names) leaves[key] = torch.tensor([values[key]], true);
      withTorch(leaves).backward();
      return leaves;
    };
    const node = math.parse(formula);
    const partials = names.map((key) => math.derivative(node, key).compile());
    const compiled = node.compile();
    const mathRun = () => {
      compiled.evaluate(values);
      return partials.map((partial) => partial.evaluate(values));
    };
    const mathDerive = () => names.map((key) => math.derivative(node, key).evaluate(values));
    const [mine, book, pytorch, evaluated, derived] = sideBySide([ours, textbookRun, torchRun, mathRun, mathDerive]);
    report.title(`${name}: forward and backward`);
    report.ratio('textbook engine', book, mine, 5);
    report.ratio('js-pytorch', pytorch, mine, 5);
    report.ratio('mathjs, derivatives compiled beforehand', evaluated, mine, 5);
    report.ratio('mathjs, derivative and value', derived, mine, 5);
  }
}

/** A chain of many gates: that it works, how long it takes and how much memory it holds. */
export function chainBench({ CircuitBuilder, opcode, run }, report, length) {
  const [ADD, MUL] = [opcode('add'), opcode('mul')];
  globalThis.gc?.();
  const before = process.memoryUsage();
  const start = performance.now();
  const builder = new CircuitBuilder(1024);
  const x = builder.input('x', 1);
  const factor = builder.constant(1 - 1e-7);
  let last = x;
  for (let k = 0; k < length; k += 2) last = builder.binary(ADD, builder.binary(MUL, last, factor), x);
  const circuit = builder.finish(last);
  const result = run(circuit);
  const took = performance.now() - start;
  globalThis.gc?.();
  const after = process.memoryUsage();
  const bytes = (after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers) / length;
  const gradient = result.gradient(x).data[0];
  const value = result.value(last).data[0];
  if (!(Math.abs(gradient - value) < 1e-6 * value)) throw new Error('the chain is linear in x, so df/dx is f at x = 1');
  report.title(`a chain of ${length.toLocaleString('en')} gates, built, run and differentiated`);
  report.fact(`${took.toFixed(0)} ms, ${bytes.toFixed(0)} bytes a gate`, length > 1e6 || bytes <= 100);
}
