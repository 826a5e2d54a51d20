/** A matrix in a flat array: entry (i, j) stands at `i * row + j * column`. A transpose is the same data, steps swapped. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly row: number;
  readonly column: number;
}

/** C += A B for A of m x k and B of k x n; C is in row-major order. */
export function addProduct(c: Float64Array, a: MatrixView, b: MatrixView, m: number, k: number, n: number): void {
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a.data[i * a.row + p * a.column]!;
      for (let j = 0; j < n; j++) c[i * n + j]! += x * b.data[p * b.row + j * b.column]!;
    }
  }
}
