/** A matrix in a flat array: entry (i, j) stands at `i * row + j * column`. A transpose is the same data, steps swapped. */
export interface MatrixView {
  readonly data: Float64Array;
  readonly row: number;
  readonly column: number;
}

/** Rows and columns of the tile of C that the inner loop keeps in registers: eight sums, as many as stay there. */
const TILE_ROWS = 4;
const TILE_COLUMNS = 2;
/** Inner length and rows of the part of A that is worked on at a time: 64 kB, so that it stays in the cache. */
const BLOCK_INNER = 128;
const BLOCK_ROWS = 64;
/** Below so many multiplications, putting the operands in order costs more than it saves. */
const SMALL = 4096;

/**
 * C += A B for A of m x k and B of k x n; C is in row-major order. Large products are worked out in tiles over copies of
 * the operands that lie in the order in which they are read.
 */
export function addProduct(c: Float64Array, a: MatrixView, b: MatrixView, m: number, k: number, n: number): void {
  if (m * k * n < SMALL || n === 1 || m === 1) addSmallProduct(c, a, b, m, k, n);
  else addTiledProduct(c, a, b, m, k, n);
}

function addSmallProduct(c: Float64Array, a: MatrixView, b: MatrixView, m: number, k: number, n: number): void {
  for (let i = 0; i < m; i++) {
    for (let p = 0; p < k; p++) {
      const x = a.data[i * a.row + p * a.column]!;
      const from = p * b.row;
      for (let j = 0; j < n; j++) c[i * n + j]! += x * b.data[from + j * b.column]!;
    }
  }
}

function addTiledProduct(c: Float64Array, a: MatrixView, b: MatrixView, m: number, k: number, n: number): void {
  const columns = Math.ceil(n / TILE_COLUMNS) * TILE_COLUMNS;
  const packedA = new Float64Array(BLOCK_ROWS * BLOCK_INNER);
  const packedB = new Float64Array(columns * Math.min(k, BLOCK_INNER));
  const tile = new Float64Array(TILE_ROWS * TILE_COLUMNS);
  for (let p = 0; p < k; p += BLOCK_INNER) {
    const inner = Math.min(BLOCK_INNER, k - p);
    pack(packedB, b.data, p * b.row, b.column, b.row, n, inner, TILE_COLUMNS);
    for (let i = 0; i < m; i += BLOCK_ROWS) {
      const rows = Math.min(BLOCK_ROWS, m - i);
      pack(packedA, a.data, i * a.row + p * a.column, a.row, a.column, rows, inner, TILE_ROWS);
      for (let j = 0; j < n; j += TILE_COLUMNS) {
        for (let r = 0; r < rows; r += TILE_ROWS) {
          const whole = r + TILE_ROWS <= rows && j + TILE_COLUMNS <= n;
          if (whole) addTile(c, (i + r) * n + j, n, packedA, r * inner, packedB, j * inner, inner);
          else {
            tile.fill(0);
            addTile(tile, 0, TILE_COLUMNS, packedA, r * inner, packedB, j * inner, inner);
            for (let s = 0; s < TILE_ROWS && r + s < rows; s++)
              for (let t = 0; t < TILE_COLUMNS && j + t < n; t++)
                c[(i + r + s) * n + j + t]! += tile[s * TILE_COLUMNS + t]!;
          }
        }
      }
    }
  }
}

/** Copies lines of a matrix, `width` of them at a time entry by entry; lines that are missing at the end are zeros. */
function pack(
  into: Float64Array,
  from: Float64Array,
  start: number,
  line: number,
  entry: number,
  lines: number,
  inner: number,
  width: number,
): void {
  let at = 0;
  for (let first = 0; first < lines; first += width) {
    for (let p = 0; p < inner; p++) {
      const here = start + p * entry + first * line;
      for (let w = 0; w < width; w++) into[at++] = first + w < lines ? from[here + w * line]! : 0;
    }
  }
}

/** Adds a product of four lines of A with two of B to a tile of C. */
function addTile(
  c: Float64Array,
  start: number,
  stride: number,
  a: Float64Array,
  atA: number,
  b: Float64Array,
  atB: number,
  inner: number,
): void {
  let c00 = 0;
  let c01 = 0;
  let c10 = 0;
  let c11 = 0;
  let c20 = 0;
  let c21 = 0;
  let c30 = 0;
  let c31 = 0;
  for (let p = 0, ia = atA, ib = atB; p < inner; p++, ia += 4, ib += 2) {
    const b0 = b[ib]!;
    const b1 = b[ib + 1]!;
    const a0 = a[ia]!;
    c00 += a0 * b0;
    c01 += a0 * b1;
    const a1 = a[ia + 1]!;
    c10 += a1 * b0;
    c11 += a1 * b1;
    const a2 = a[ia + 2]!;
    c20 += a2 * b0;
    c21 += a2 * b1;
    const a3 = a[ia + 3]!;
    c30 += a3 * b0;
    c31 += a3 * b1;
  }
  let at = start;
  c[at]! += c00;
  c[at + 1]! += c01;
  at += stride;
  c[at]! += c10;
  c[at + 1]! += c11;
  at += stride;
  c[at]! += c20;
  c[at + 1]! += c21;
  at += stride;
  c[at]! += c30;
  c[at + 1]! += c31;
}
