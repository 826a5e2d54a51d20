/** A forward pass to write the backward pass for. */
export interface TemplateProgram {
  /** In the language of circuits. */
  readonly program: string;
  /** Shapes of the inputs, which are drawn at random. */
  readonly inputs: Readonly<Record<string, readonly number[]>>;
  /** Labels: how many, and of how many classes. */
  readonly labels?: Readonly<Record<string, readonly [count: number, classes: number]>>;
}

/** The exercises that come with the program, by name. */
export const templatePrograms: Readonly<Record<string, TemplateProgram>> = {
  softmax: {
    program: `scores = X @ W + b
shifted = scores - max(scores, axis=1, keepdims=True)
exps = exp(shifted)
sums = sum(exps, axis=1, keepdims=True)
probs = exps / sums
logprobs = log(probs)
loss = -mean(logprobs[range(6), y])`,
    inputs: { X: [6, 4], W: [4, 3], b: [3] },
    labels: { y: [6, 3] },
  },
  'two-layer': {
    program: `pre = X @ W1 + b1
hidden = relu(pre)
scores = hidden @ W2 + b2
exps = exp(scores)
probs = exps / sum(exps, axis=1, keepdims=True)
data_loss = -mean(log(probs[range(6), y]))
reg_loss = 0.05 * sum(W1 * W1) + 0.05 * sum(W2 * W2)
loss = data_loss + reg_loss`,
    inputs: { X: [6, 4], W1: [4, 5], b1: [5], W2: [5, 3], b2: [3] },
    labels: { y: [6, 3] },
  },
  batchnorm: {
    program: `mu = mean(x, axis=0)
xc = x - mu
var = mean(xc ** 2, axis=0)
std = sqrt(var + 1e-5)
xhat = xc / std
out = gamma * xhat + beta`,
    inputs: { x: [6, 4], gamma: [4], beta: [4] },
  },
  lstm: {
    program: `a = x @ Wx + h_prev @ Wh + b
i_gate = sigmoid(a[:, 0:4])
f_gate = sigmoid(a[:, 4:8])
o_gate = sigmoid(a[:, 8:12])
g = tanh(a[:, 12:16])
c = f_gate * c_prev + i_gate * g
tanh_c = tanh(c)
h = o_gate * tanh_c`,
    inputs: { x: [3, 5], h_prev: [3, 4], c_prev: [3, 4], Wx: [5, 16], Wh: [4, 16], b: [16] },
  },
  attention: {
    program: `q = X @ Wq
k = X @ Wk
v = X @ Wv
scores = q @ k.T / 2
exps = exp(scores)
weights = exps / sum(exps, axis=1, keepdims=True)
out = weights @ v`,
    inputs: { X: [5, 6], Wq: [6, 4], Wk: [6, 4], Wv: [6, 4] },
  },
};
