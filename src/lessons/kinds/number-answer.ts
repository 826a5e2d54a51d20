import { formatNumber, type Tensor } from '../../engine/index.js';

/** A number as a careful learner would type it: the digits shown on a wire, `-4` rather than `-4.00`. */
export function numberAnswer({ shape, data }: Tensor): string {
  const write = (offset: number, axis: number): string => {
    if (axis === shape.length) return formatNumber(data[offset]!, { significant: 2 }).replace(/\.0+$/, '');
    const stride = shape.slice(axis + 1).reduce((a, b) => a * b, 1);
    return `[${Array.from({ length: shape[axis]! }, (_, i) => write(offset + i * stride, axis + 1)).join(', ')}]`;
  };
  return write(0, 0);
}
