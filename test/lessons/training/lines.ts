/** The backward lines of the net, as the engine reads them. */
export const rightLines: readonly string[] = [
  'dv = hidden.T @ dout',
  'dhidden = dout @ v.T',
  'dZ = dhidden*(Z > 0)',
  'dW = X.T @ dZ',
  'db = sum(dZ, axis=0)',
];

/** The same with one line replaced. */
export function withLine(name: string, line: string): readonly string[] {
  return rightLines.map((one) => (one.startsWith(`${name} =`) ? line : one));
}
