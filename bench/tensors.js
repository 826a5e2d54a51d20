import { createRequire } from 'node:module';
import { sideBySide } from './measure.js';
import { numbers } from './moons.js';

// the CommonJS build: the ES one of this package cannot be loaded by Node
const tf = createRequire(import.meta.url)('@tensorflow/tfjs');

function matrix(rows, columns, scale, next) {
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => (next() * 2 - 1) * scale));
}

/** The largest difference between two lists of numbers, relative to the largest number. */
function difference(a, b) {
  let largest = 0;
  let apart = 0;
  for (let k = 0; k < a.length; k++) {
    largest = Math.max(largest, Math.abs(b[k]));
    apart = Math.max(apart, Math.abs(a[k] - b[k]));
  }
  return apart / largest;
}

function demandEqual(ours, theirs, what) {
  const apart = difference(ours, theirs);
  // tfjs computes in float32
  if (!(apart < 1e-3)) throw new Error(`${what}: the gradients differ by ${apart}`);
}

/** A perceptron of one hidden layer, 784-256-10, on a batch of 64: loss and the gradients of its parameters. */
export async function perceptronBench({ build, run }, report) {
  await tf.setBackend('cpu');
  const next = numbers(7);
  const [batch, wide, hidden, classes] = [64, 784, 256, 10];
  const X = matrix(batch, wide, 1, next);
  const y = Array.from({ length: batch }, () => Math.floor(next() * classes));
  const inputs = {
    W1: matrix(wide, hidden, 0.05, next),
    b1: matrix(1, hidden, 0.1, next)[0],
    W2: matrix(hidden, classes, 0.1, next),
    b2: matrix(1, classes, 0.1, next)[0],
  };
  const circuit = build('H = relu(X @ W1 + b1)\nS = H @ W2 + b2\nloss = cross_entropy(S, y)', {
    inputs,
    consts: { X, y },
  });
  const kept = run(circuit);
  const ours = () => run(circuit, { into: kept });

  const labels = tf.oneHot(tf.tensor1d(y, 'int32'), classes);
  const data = tf.tensor2d(X);
  const params = [tf.tensor2d(inputs.W1), tf.tensor1d(inputs.b1), tf.tensor2d(inputs.W2), tf.tensor1d(inputs.b2)];
  const lossAndGradients = tf.valueAndGrads((W1, b1, W2, b2) => {
    const scores = data.matMul(W1).add(b1).relu().matMul(W2).add(b2);
    return tf.losses.softmaxCrossEntropy(labels, scores);
  });
  const theirs = () =>
    tf.tidy(() => {
      const { value, grads } = lossAndGradients(params);
      value.dataSync();
      return grads.map((grad) => grad.dataSync());
    });
  ours();
  theirs().forEach((grad, k) => {
    const id = circuit.find(['W1', 'b1', 'W2', 'b2'][k]);
    demandEqual(kept.gradient(id).data, grad, circuit.name(id));
  });
  const [mine, tfjs] = sideBySide([ours, theirs], { rounds: 9, milliseconds: 300 });
  report.title('perceptron 784-256-10, batch 64: loss and gradients (ours in float64, tfjs in float32)');
  report.ratio('tfjs, cpu backend', tfjs, mine, 8);
}

/** A square matrix product and both of its gradients. */
export async function productBench({ CircuitBuilder, run }, report) {
  await tf.setBackend('cpu');
  const next = numbers(11);
  const size = 512;
  const A = matrix(size, size, 1, next);
  const B = matrix(size, size, 1, next);
  const builder = new CircuitBuilder();
  const product = builder.gate('matmul', [builder.input('A', A), builder.input('B', B)]);
  const circuit = builder.finish(builder.gate('sum', [product]));
  const kept = run(circuit);
  const ours = () => run(circuit, { into: kept });
  const both = tf.valueAndGrads((a, b) => a.matMul(b).sum());
  const [tfA, tfB] = [tf.tensor2d(A), tf.tensor2d(B)];
  const theirs = () =>
    tf.tidy(() => {
      const { value, grads } = both([tfA, tfB]);
      value.dataSync();
      return grads.map((grad) => grad.dataSync());
    });
  ours();
  const [gradA] = theirs();
  demandEqual(kept.gradient(circuit.find('A')).data, gradA, 'A');
  const [mine, tfjs] = sideBySide([ours, theirs], { rounds: 5, milliseconds: 300 });
  report.title('matrix product 512x512, forward and backward (ours in float64, tfjs in float32)');
  report.ratio('tfjs, cpu backend', tfjs, mine, 4);
}
