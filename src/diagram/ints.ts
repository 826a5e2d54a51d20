/** A growing list of integers on a typed array. */
export class Ints {
  length = 0;
  #data = new Int32Array(64);

  push(...values: readonly number[]): void {
    if (this.length + values.length > this.#data.length) {
      const grown = new Int32Array(Math.max(this.#data.length * 2, this.length + values.length));
      grown.set(this.#data);
      this.#data = grown;
    }
    for (const value of values) this.#data[this.length++] = value;
  }

  toArray(): Int32Array {
    return this.#data.slice(0, this.length);
  }
}
