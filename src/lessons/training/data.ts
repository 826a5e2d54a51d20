/** Points in the square from -1 to 1, and the class of each: 0 or 1. */
export interface DataSet {
  readonly name: DataSetName;
  readonly points: readonly (readonly [number, number])[];
  readonly classes: readonly number[];
}

export type DataSetName = 'xor' | 'spiral';

/** Class 1 where the two inputs differ in sign: no net without a hidden layer can tell the two apart. */
export const xor: DataSet = {
  name: 'xor',
  points: [
    [-1, -1],
    [-1, 1],
    [1, -1],
    [1, 1],
  ],
  classes: [0, 1, 1, 0],
};

/** Two arms that wind around each other once, `perArm` points on each; the second arm is the first turned by half a turn. */
export function spiral(perArm: number): DataSet {
  const points: [number, number][] = [];
  const classes: number[] = [];
  for (let k = 0; k < perArm; k++) {
    const along = (k + 0.5) / perArm;
    const angle = 2 * Math.PI * along;
    const radius = 0.15 + 0.8 * along;
    for (const arm of [1, -1]) {
      points.push([arm * radius * Math.cos(angle), arm * radius * Math.sin(angle)]);
      classes.push(arm > 0 ? 1 : 0);
    }
  }
  return { name: 'spiral', points, classes };
}
