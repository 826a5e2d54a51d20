import fc from 'fast-check';

/** A random program of scalars, a gate a line, that stays clear of kinks and singularities as far as its gates can. */
export interface RandomProgram {
  readonly lines: readonly string[];
  readonly inputs: Readonly<Record<string, number>>;
}

const shapes: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `${a} + ${b}`,
  (a, b) => `${a} - ${b}`,
  (a, b) => `${a} * ${b}`,
  (a, b) => `${a} / (2 + ${b} ** 2)`,
  (a) => `-${a}`,
  (a) => `tanh(${a})`,
  (a) => `sigmoid(${a})`,
  (a) => `softplus(${a})`,
  (a) => `exp(tanh(${a}))`,
  (a) => `log(1 + ${a} * ${a})`,
  (a) => `sqrt(1 + square(${a}))`,
  (a, b) => `sin(${a}) * cos(${b})`,
  (a) => `3 * ${a} - 1.5`,
  (a) => `1 / (1 + exp(-(${a} * 0.5)))`,
];

/** Programs of up to `most` lines over two to four inputs; later lines read inputs and earlier lines. */
export function randomProgram(most: number): fc.Arbitrary<RandomProgram> {
  const line = fc.tuple(fc.nat(shapes.length - 1), fc.nat(1000), fc.nat(1000));
  return fc
    .record({
      values: fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 2, maxLength: 4 }),
      lines: fc.array(line, { minLength: 1, maxLength: most }),
    })
    .map(({ values, lines }) => {
      const names = values.map((_, k) => `x${k}`);
      const inputs = Object.fromEntries(values.map((value, k) => [`x${k}`, value / 10]));
      const text = lines.map(([shape, a, b], k) => {
        const right = shapes[shape]!(names[a % names.length]!, names[b % names.length]!);
        names.push(`v${k}`);
        return `v${k} = ${right}`;
      });
      const read = names.filter((name) => text.some((one) => one.split('=')[1]!.includes(name)));
      return {
        lines: text,
        inputs: Object.fromEntries(Object.entries(inputs).filter(([name]) => read.includes(name))),
      };
    });
}
