/** A fixture with one line changed for another, and what the checker says at that line. */
export interface Planted {
  readonly file: string;
  readonly right: string;
  readonly wrong: string;
  readonly mistake: string;
  /** The changed line is not where the wrong value is first seen: the text of the line that is blamed. */
  readonly blamed?: string;
}

/** The mistakes of mistakes.md that a line of backward code can make, planted in code as people write it. */
export const planted: readonly Planted[] = [
  { file: 'chain', right: 'dfdz = q', wrong: 'dfdz = z', mistake: 'own-input' },
  { file: 'chain', right: 'dfdy = dfdq * dqdy', wrong: 'dfdy = dqdy', mistake: 'no-upstream' },
  { file: 'chain', right: 'dfdx = dfdq * dqdx', wrong: 'dfdx = -dfdq * dqdx', mistake: 'sign' },
  { file: 'neuron', right: 'ddot = (1 - f) * f', wrong: 'ddot = 1 - f**2', mistake: 'sigmoid-slope' },
  {
    file: 'neuron',
    right: 'dx = [w[0] * ddot, w[1] * ddot]',
    wrong: 'dx = [x[0] * ddot, x[1] * ddot]',
    mistake: 'own-input',
  },
  { file: 'neuron', right: 'dx = [w[0] * ddot, w[1] * ddot]', wrong: 'dx = [w[0], w[1]]', mistake: 'no-upstream' },
  {
    file: 'staged',
    right: 'dx += ((1 - sigx)',
    wrong: 'dx = ((1 - sigx)',
    mistake: 'overwrote',
    blamed: 'dx += (1) * dnum',
  },
  { file: 'staged', right: 'dx += (1) * dnum', wrong: 'dx = (1) * dnum', mistake: 'overwrote' },
  { file: 'staged', right: 'dden = (-1.0 / (den**2))', wrong: 'dden = (1.0 / (den**2))', mistake: 'sign' },
  { file: 'staged', right: 'dxpy = (2 * xpy)', wrong: 'dxpy = xpy', mistake: 'exponent-lost' },
  {
    file: 'staged',
    right: 'dy += ((1 - sigy) * sigy) * dsigy',
    wrong: 'dy += ((1 - y) * y) * dsigy',
    mistake: 'input-for-output',
  },
  { file: 'staged', right: 'dsigx = (1) * dden', wrong: 'dsigx = sigx', mistake: 'forward-value' },
  { file: 'matmul', right: 'dW = dD.dot(X.T)', wrong: 'dW = X.dot(dD.T)', mistake: 'swapped' },
  { file: 'matmul', right: 'dX = W.T.dot(dD)', wrong: 'dX = dD.T.dot(W)', mistake: 'swapped' },
  { file: 'matmul', right: 'dW = dD.dot(X.T)', wrong: 'dW = dD.dot(X)', mistake: 'cannot-compute' },
  {
    file: 'two-layer',
    right: 'dscores[range(num_examples),y] -= 1',
    wrong: 'pass',
    mistake: 'no-minus-one',
    blamed: 'dscores /= num_examples',
  },
  {
    file: 'two-layer',
    right: 'dscores[range(num_examples),y] -= 1',
    wrong: 'dscores -= 1',
    mistake: 'minus-one-everywhere',
    blamed: 'dscores /= num_examples',
  },
  {
    file: 'two-layer',
    right: '  dscores /= num_examples',
    wrong: '',
    mistake: 'factor',
    blamed: 'dscores[range(num_examples),y] -= 1',
  },
  {
    file: 'two-layer',
    right: 'dhidden[hidden_layer <= 0] = 0',
    wrong: 'pass',
    mistake: 'missing-mask',
    blamed: 'db = np.sum(dhidden, axis=0, keepdims=True)',
  },
  {
    file: 'two-layer',
    right: 'dhidden[hidden_layer <= 0] = 0',
    wrong: 'dhidden[hidden_layer < 0] = 0',
    mistake: 'mask-no-effect',
  },
  {
    file: 'two-layer',
    right: 'dW2 += reg * W2',
    wrong: 'pass',
    mistake: 'missing-branch',
    blamed: 'dW2 = np.dot(hidden_layer.T, dscores)',
  },
  { file: 'two-layer', right: 'dW2 += reg * W2', wrong: 'dW2 = reg * W2', mistake: 'overwrote' },
  { file: 'two-layer', right: 'dW += reg * W', wrong: 'dW += 2 * reg * W', mistake: 'branch-factor' },
  { file: 'two-layer', right: 'dW += reg * W', wrong: 'dW -= reg * W', mistake: 'branch-sign' },
  {
    file: 'two-layer',
    right: 'db2 = np.sum(dscores, axis=0, keepdims=True)',
    wrong: 'db2 = np.sum(dscores, axis=1, keepdims=True)',
    mistake: 'wrong-axis',
  },
  {
    file: 'two-layer',
    right: 'db2 = np.sum(dscores, axis=0, keepdims=True)',
    wrong: 'db2 = np.mean(dscores, axis=0, keepdims=True)',
    mistake: 'mean-for-sum',
  },
  {
    file: 'two-layer',
    right: 'db2 = np.sum(dscores, axis=0, keepdims=True)',
    wrong: 'db2 = np.sum(dscores)',
    mistake: 'summed-all',
  },
  {
    file: 'two-layer',
    right: 'db2 = np.sum(dscores, axis=0, keepdims=True)',
    wrong: 'db2 = dscores',
    mistake: 'not-summed',
  },
  {
    file: 'two-layer',
    right: 'dhidden = np.dot(dscores, W2.T)',
    wrong: 'dhidden = np.dot(W2, dscores.T)',
    mistake: 'swapped',
  },
  { file: 'makemore', right: 'dC[ix] += demb[k,j]', wrong: 'dC[ix] = demb[k,j]', mistake: 'repeated-index' },
  {
    file: 'makemore',
    right: 'dbndiff += (2*bndiff) * dbndiff2',
    wrong: 'pass',
    mistake: 'missing-branch',
    blamed: 'dbndiff = bnvar_inv * dbnraw',
  },
  {
    file: 'makemore',
    right: 'dhpreact = (1.0 - h**2) * dh',
    wrong: 'dhpreact = (1.0 - hpreact**2) * dh',
    mistake: 'input-for-output',
  },
  { file: 'makemore', right: 'dhpreact = (1.0 - h**2) * dh', wrong: 'dhpreact = dh', mistake: 'no-local' },
  {
    file: 'makemore',
    right: 'dbnvar = (-0.5*(bnvar + 1e-5)**-1.5)',
    wrong: 'dbnvar = (-0.5*(bnvar + 1e-5)**-0.5)',
    mistake: 'exponent-kept',
  },
  {
    file: 'makemore',
    right: 'dbngain = (bnraw * dhpreact).sum(0, keepdim=True)',
    wrong: 'dbngain = bnraw * dhpreact',
    mistake: 'not-summed',
  },
  {
    file: 'makemore',
    right: 'dcounts += torch.ones_like(counts) * dcounts_sum',
    wrong: 'dcounts = torch.ones_like(counts) * dcounts_sum',
    mistake: 'overwrote',
  },
  { file: 'makemore', right: 'dW2 = h.T @ dlogits', wrong: 'dW2 = dlogits.T @ h', mistake: 'swapped' },
  { file: 'aliased', right: 'dx = dxy.copy()', wrong: 'dx = dxy', mistake: 'aliased', blamed: 'dy = dxy * 1.0' },
  {
    file: 'makemore-variant',
    right: 'dC.index_add_(0, Xb.view(-1), demb.view(-1, n_embd))',
    wrong: 'dC[Xb] += demb',
    mistake: 'repeated-index',
  },
  { file: 'too-early', right: 'dq += 2 * q', wrong: 'pass', mistake: 'missing-branch', blamed: 'dq = r * 1.0' },
  {
    file: 'too-early',
    right: 'dq += 2 * q\ndx = dq * 2 * x',
    wrong: 'dx = dq * 2 * x\ndq += 2 * q',
    mistake: 'too-early',
    blamed: 'dq = r * 1.0',
  },
];
