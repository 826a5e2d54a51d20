import { ProgramError } from '../language/program-error.js';
import { shapeText } from '../tensor.js';
import type { Shape, Tensor } from '../types.js';
import type { GateOptions, TensorRow } from './row.js';
import { words } from './words.js';

interface Steps {
  readonly stride: number;
  readonly pad: number;
}

function stepsOf({ stride, pad }: GateOptions): Steps {
  return { stride: stride ?? 1, pad: pad ?? 0 };
}

/** Places that a kernel takes along an axis. @throws ProgramError kernel-too-large */
function places(name: string, input: number, kernel: number, { stride, pad }: Steps): number {
  if (input + 2 * pad < kernel)
    throw new ProgramError('kernel-too-large', { function: name, kernel, input: input + 2 * pad });
  return Math.floor((input + 2 * pad - kernel) / stride) + 1;
}

function needRank(name: string, shape: Shape, rank: number, expected: string, label: string): void {
  if (shape.length === rank) return;
  throw new ProgramError('needs-rank', { function: name, expected, name: label, shape: shapeText(shape) });
}

/** `, stride=2, pad=1` as far as they differ from what is usual. */
function stepsText(options: GateOptions): string {
  const { stride, pad } = stepsOf(options);
  return `${stride === 1 ? '' : `, stride=${stride}`}${pad === 0 ? '' : `, pad=${pad}`}`;
}

const CONVOLUTION_WORDS = words(
  'slides the kernel over the input and takes dot products',
  'again a convolution: for the input the upstream gradient with the flipped kernel, for the kernel the input with the upstream gradient',
  '核在输入上滑动，逐处求点积',
  '还是卷积：对输入是上游梯度与翻转的核，对核是输入与上游梯度',
);

const conv1d: TensorRow = {
  name: 'conv1d',
  symbol: 'conv',
  arity: 2,
  operands: ['x', 'w'],
  formula: 'conv1d(x, w)',
  partials: ['conv1d(dY, w[::-1], pad=w.size-1)', 'conv1d(x, dY)'],
  words: CONVOLUTION_WORDS,
  shape: ([x, w], options, labels) => {
    needRank('conv1d', x!, 1, 'a vector', labels[0]!);
    needRank('conv1d', w!, 1, 'a vector', labels[1]!);
    return [places('conv1d', x![0]!, w![0]!, stepsOf(options))];
  },
  work: ([, w], out) => w![0]! * out[0]!,
  forward: ({ operands, out, options }) => {
    const [x, w] = operands.map(({ data }) => data) as [Float64Array, Float64Array];
    const { stride, pad } = stepsOf(options);
    for (let i = 0; i < out.data.length; i++) {
      let sum = 0;
      for (let k = 0; k < w.length; k++) sum += (x[i * stride + k - pad] ?? 0) * w[k]!;
      out.data[i] = sum;
    }
  },
  vjp: ({ operands, options }, which, upstream, into) => {
    const [x, w] = operands.map(({ data }) => data) as [Float64Array, Float64Array];
    const { stride, pad } = stepsOf(options);
    for (let i = 0; i < upstream.length; i++) {
      for (let k = 0; k < w.length; k++) {
        const at = i * stride + k - pad;
        if (at < 0 || at >= x.length) continue;
        if (which === 0) into[at]! += upstream[i]! * w[k]!;
        else into[k]! += upstream[i]! * x[at]!;
      }
    }
  },
  formulas: ([x, w], options) => {
    const { stride, pad } = stepsOf(options);
    const [length, kernel] = [x![0]!, w![0]!];
    const dense = length + 2 * pad - kernel + 1;
    const dY = stride === 1 ? 'dY' : `scatter(zeros(${dense})[::${stride}], dY)`;
    const cut = pad === 0 ? '' : `[${pad}:${pad + length}]`;
    const full = kernel === 1 ? '' : `, pad=${kernel - 1}`;
    return {
      formula: `conv1d(x, w${stepsText(options)})`,
      partials: [`conv1d(${dY}, w[::-1]${full})${cut}`, `conv1d(x, ${dY}${pad === 0 ? '' : `, pad=${pad}`})`],
    };
  },
};

/**
 * Calls `visit` for every row of a kernel at every place: where in X and in W the row's entries begin, how many of them
 * lie inside X, and which entry of Y their products are added to.
 */
function eachKernelRow(
  x: Shape,
  w: Shape,
  y: Shape,
  { stride, pad }: Steps,
  visit: (x: number, w: number, length: number, y: number) => void,
): void {
  const [batch, channels, height, width] = x as readonly [number, number, number, number];
  const [filters, , kernelHeight, kernelWidth] = w as readonly [number, number, number, number];
  const [rows, columns] = y.slice(2) as [number, number];
  let atY = 0;
  for (let n = 0; n < batch; n++)
    for (let f = 0; f < filters; f++)
      for (let r = 0; r < rows; r++)
        for (let s = 0; s < columns; s++, atY++) {
          const left = s * stride - pad;
          const from = Math.max(0, -left);
          const length = Math.min(kernelWidth, width - left) - from;
          if (length <= 0) continue;
          for (let c = 0; c < channels; c++)
            for (let i = 0; i < kernelHeight; i++) {
              const row = r * stride + i - pad;
              if (row < 0 || row >= height) continue;
              const atX = ((n * channels + c) * height + row) * width + left + from;
              visit(atX, ((f * channels + c) * kernelHeight + i) * kernelWidth + from, length, atY);
            }
        }
}

const conv2d: TensorRow = {
  name: 'conv2d',
  symbol: 'conv',
  arity: -1,
  operands: ['X', 'W', 'b'],
  formula: 'conv2d(X, W, b)',
  partials: [
    'conv2d(dY, swapaxes(W[:, :, ::-1, ::-1], 0, 1), pad=W.shape[2]-1)',
    'swapaxes(conv2d(swapaxes(X, 0, 1), swapaxes(dY, 0, 1)), 0, 1)',
    'sum(dY, axis=[0, 2, 3])',
  ],
  words: CONVOLUTION_WORDS,
  shape: ([x, w, b], options, labels) => {
    needRank('conv2d', x!, 4, 'images x channels x rows x columns', labels[0]!);
    needRank('conv2d', w!, 4, 'filters x channels x rows x columns', labels[1]!);
    if (x![1] !== w![1])
      throw new ProgramError('inner-sizes', {
        left: labels[0]!,
        leftShape: shapeText(x!),
        right: labels[1]!,
        rightShape: shapeText(w!),
        inner: x![1]!,
        other: w![1]!,
      });
    if (b !== undefined && (b.length !== 1 || b[0] !== w![0]))
      throw new ProgramError('size-mismatch', {
        function: 'conv2d',
        name: labels[2]!,
        shape: shapeText(b),
        expected: shapeText([w![0]!]),
      });
    const steps = stepsOf(options);
    return [x![0]!, w![0]!, places('conv2d', x![2]!, w![2]!, steps), places('conv2d', x![3]!, w![3]!, steps)];
  },
  work: ([, w], out) => w![1]! * w![2]! * w![3]! * out.reduce((product, extent) => product * extent, 1),
  forward: ({ operands, out, options }) => {
    const [x, w, b] = operands as readonly [Tensor, Tensor, Tensor | undefined];
    const [, filters, rows, columns] = out.shape as readonly [number, number, number, number];
    const area = rows * columns;
    for (let i = 0; i < out.data.length; i++) out.data[i] = b?.data[Math.floor(i / area) % filters] ?? 0;
    eachKernelRow(x.shape, w.shape, out.shape, stepsOf(options), (atX, atW, length, atY) => {
      let sum = 0;
      for (let j = 0; j < length; j++) sum += x.data[atX + j]! * w.data[atW + j]!;
      out.data[atY]! += sum;
    });
  },
  vjp: ({ operands, out, options }, k, upstream, into) => {
    const [x, w] = operands as readonly [Tensor, Tensor];
    const steps = stepsOf(options);
    if (k === 2) {
      const area = out.shape[2]! * out.shape[3]!;
      for (let i = 0; i < upstream.length; i++) into[Math.floor(i / area) % into.length]! += upstream[i]!;
    } else if (k === 0) {
      eachKernelRow(x.shape, w.shape, out.shape, steps, (atX, atW, length, atY) => {
        for (let j = 0; j < length; j++) into[atX + j]! += upstream[atY]! * w.data[atW + j]!;
      });
    } else {
      eachKernelRow(x.shape, w.shape, out.shape, steps, (atX, atW, length, atY) => {
        for (let j = 0; j < length; j++) into[atW + j]! += upstream[atY]! * x.data[atX + j]!;
      });
    }
  },
  formulas: (shapes, options) => {
    const [x, w] = shapes as readonly [Shape, Shape];
    const { stride, pad } = stepsOf(options);
    const [batch, , height, width] = x as readonly [number, number, number, number];
    const [filters, , kernelHeight, kernelWidth] = w as readonly [number, number, number, number];
    const denseRows = height + 2 * pad - kernelHeight + 1;
    const denseColumns = width + 2 * pad - kernelWidth + 1;
    const zeros = `zeros(${batch}, ${filters}, ${denseRows}, ${denseColumns})`;
    const dY = stride === 1 ? 'dY' : `scatter(${zeros}[:, :, ::${stride}, ::${stride}], dY)`;
    const full = Math.max(kernelHeight, kernelWidth) - 1;
    const top = full - kernelHeight + 1 + pad;
    const left = full - kernelWidth + 1 + pad;
    const cut = top === 0 && left === 0 ? '' : `[:, :, ${top}:${top + height}, ${left}:${left + width}]`;
    const dX = `conv2d(${dY}, swapaxes(W[:, :, ::-1, ::-1], 0, 1)${full === 0 ? '' : `, pad=${full}`})${cut}`;
    const padded = pad === 0 ? '' : `, pad=${pad}`;
    const dW = `swapaxes(conv2d(swapaxes(X, 0, 1), swapaxes(${dY}, 0, 1)${padded}), 0, 1)`;
    const bias = shapes.length === 3 ? ['sum(dY, axis=[0, 2, 3])'] : [];
    return {
      formula: `conv2d(X, W${bias.length > 0 ? ', b' : ''}${stepsText(options)})`,
      partials: [dX, dW, ...bias],
    };
  },
};

const maxpool2: TensorRow = {
  name: 'maxpool2',
  symbol: 'maxpool',
  arity: 1,
  operands: ['X'],
  formula: 'maxpool2(X)',
  partials: [
    'R = reshape(X, [-1, 2, Y.shape[3], 2]); w = R == max(R, axis=[1, 3], keepdims=True); reshape(w / sum(w, axis=[1, 3], keepdims=True) * reshape(dY, [-1, 1, Y.shape[3], 1]), X.shape)',
  ],
  words: words(
    'keeps the largest of every 2x2 block',
    '1 for the largest entry of a block, 0 for the others; equal parts at a tie',
    '每个 2x2 块取最大值',
    '每块中最大的元素为 1，其余为 0；相等时平分',
  ),
  shape: ([x], _options, labels) => {
    needRank('maxpool2', x!, 4, 'images x channels x rows x columns', labels[0]!);
    const [batch, channels, height, width] = x as readonly [number, number, number, number];
    if (height % 2 !== 0 || width % 2 !== 0)
      throw new ProgramError('size-mismatch', {
        function: 'maxpool2',
        name: labels[0]!,
        shape: shapeText(x!),
        expected: shapeText([batch, channels, height + (height % 2), width + (width % 2)]),
      });
    return [batch, channels, height / 2, width / 2];
  },
  plan: ([x]) => {
    const [batch, channels, height, width] = x as readonly [number, number, number, number];
    const group = new Int32Array(batch * channels * height * width);
    for (let i = 0; i < group.length; i++) {
      const row = Math.floor(i / width);
      group[i] = (Math.floor(row / 2) * width) / 2 + Math.floor((i % width) / 2);
    }
    return group;
  },
  forward: ({ operands, out, plan }) => {
    const x = operands[0]!.data;
    out.data.fill(Number.NEGATIVE_INFINITY);
    for (let i = 0; i < x.length; i++) out.data[plan[i]!] = Math.max(out.data[plan[i]!]!, x[i]!);
  },
  vjp: ({ operands, out, plan }, _k, upstream, into) => {
    const x = operands[0]!.data;
    const winners = new Float64Array(out.data.length);
    for (let i = 0; i < x.length; i++) if (x[i] === out.data[plan[i]!]) winners[plan[i]!]!++;
    for (let i = 0; i < x.length; i++)
      if (x[i] === out.data[plan[i]!]) into[i]! += upstream[plan[i]!]! / winners[plan[i]!]!;
  },
  formulas: ([x]) => {
    const [batch, channels, height, width] = x as readonly [number, number, number, number];
    const blocks = `[${(batch * channels * height) / 2}, 2, ${width / 2}, 2]`;
    const pooled = `[${(batch * channels * height) / 2}, 1, ${width / 2}, 1]`;
    const along = 'axis=[1, 3], keepdims=True';
    const w = `R = reshape(X, ${blocks}); w = R == max(R, ${along})`;
    const dX = `reshape(w / sum(w, ${along}) * reshape(dY, ${pooled}), [${x!.join(', ')}])`;
    return { formula: 'maxpool2(X)', partials: [`${w}; ${dX}`] };
  },
  split: ([x]) => {
    const [batch, channels, height, width] = x as readonly [number, number, number, number];
    return `R = reshape(X, [${(batch * channels * height) / 2}, 2, ${width / 2}, 2]); reshape(max(R, axis=[1, 3]), [${[batch, channels, height / 2, width / 2].join(', ')}])`;
  },
};

/** Convolutions (cross-correlations, as networks use them) and pooling; images are NCHW. */
export const convolutionRows: readonly TensorRow[] = [conv1d, conv2d, maxpool2];
