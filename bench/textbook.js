/**
 * A textbook engine: an object and a closure per node, a topological sort by recursion over a set. It is what most
 * people write first, in the manner of micrograd, and the measure that ours is held against.
 */
export class Value {
  constructor(data, children = []) {
    this.data = data;
    this.grad = 0;
    this.children = children;
    this.backwardStep = () => {};
  }

  add(other) {
    const out = new Value(this.data + other.data, [this, other]);
    out.backwardStep = () => {
      this.grad += out.grad;
      other.grad += out.grad;
    };
    return out;
  }

  mul(other) {
    const out = new Value(this.data * other.data, [this, other]);
    out.backwardStep = () => {
      this.grad += other.data * out.grad;
      other.grad += this.data * out.grad;
    };
    return out;
  }

  relu() {
    const out = new Value(this.data > 0 ? this.data : 0, [this]);
    out.backwardStep = () => {
      this.grad += (out.data > 0 ? 1 : 0) * out.grad;
    };
    return out;
  }

  sigmoid() {
    const s = 1 / (1 + Math.exp(-this.data));
    const out = new Value(s, [this]);
    out.backwardStep = () => {
      this.grad += s * (1 - s) * out.grad;
    };
    return out;
  }

  backward() {
    const order = [];
    const seen = new Set();
    const visit = (node) => {
      if (seen.has(node)) return;
      seen.add(node);
      for (const child of node.children) visit(child);
      order.push(node);
    };
    visit(this);
    this.grad = 1;
    for (let k = order.length - 1; k >= 0; k--) order[k].backwardStep();
  }
}
