/** The circuits of the design, as programs with their inputs' values. */
export const programs: Readonly<Record<string, string>> = {
  'circuit-1': 'x = -2; y = 5; z = -4; q = x + y; f = q * z',
  'circuit-2': 'w0 = 2; x0 = -1; w1 = -3; x1 = -2; w2 = -3; f = 1 / (1 + exp(-(w0*x0 + w1*x1 + w2)))',
  'circuit-3': 'x = 3; y = -4; num = x + sigmoid(y); den = sigmoid(x) + (x + y)**2; invden = 1 / den; f = num * invden',
  'circuit-4': [
    'x1 = 0.5; x2 = -1; w11 = 0.1; w12 = -0.2; b1 = 0.01; w21 = 0.4; w22 = 0.3; b2 = -0.1; w31 = -0.5; w32 = 0.6; b3 = 0.2',
    'v1 = 0.7; v2 = -0.8; v3 = 0.9; b = 0.05; t = 1',
    'h1 = tanh(w11*x1 + w12*x2 + b1)',
    'h2 = tanh(w21*x1 + w22*x2 + b2)',
    'h3 = tanh(w31*x1 + w32*x2 + b3)',
    'o = sigmoid(v1*h1 + v2*h2 + v3*h3 + b)',
    'L = 0.5 * (o - t)**2',
  ].join('\n'),
};
