import type { Arrays } from '../arrays/arrays.js';
import { rangeArray, rangeEntries } from '../arrays/indexing.js';
import { type ArrayValue, entriesOf, numberOf, type Value } from '../arrays/value.js';
import { checkLimits } from '../limits.js';
import { Unread } from '../unread.js';

export type CallStyle = 'plain' | 'library' | 'method';

/** What a function is called with: its positional and named arguments, read as the function wants them. */
export class Arguments {
  readonly name: string;
  /** `max(a, b)`, `np.max(a)` or `a.max()`. */
  readonly style: CallStyle;
  readonly arrays: Arrays;
  readonly positional: readonly Value[];
  private readonly keywords: ReadonlyMap<string, Value>;
  /** Whether the file is written for PyTorch: some defaults differ. */
  readonly torch: boolean;

  constructor(
    name: string,
    style: CallStyle,
    arrays: Arrays,
    positional: readonly Value[],
    keywords: ReadonlyMap<string, Value>,
    torch: boolean,
  ) {
    this.name = name;
    this.style = style;
    this.arrays = arrays;
    this.positional = positional;
    this.keywords = keywords;
    this.torch = torch;
  }

  get count(): number {
    return this.positional.length;
  }

  /** The argument at a place, or under one of its names; undefined if it is not given or None. */
  at(place: number, ...names: readonly string[]): Value | undefined {
    const value = this.positional[place] ?? this.keyword(...names);
    return value === undefined || value.kind === 'none' ? undefined : value;
  }

  keyword(...names: readonly string[]): Value | undefined {
    for (const name of names) if (this.keywords.has(name)) return this.keywords.get(name)!;
    return undefined;
  }

  /** @throws Unread if there is no array or number at the place */
  array(place: number, ...names: readonly string[]): ArrayValue {
    const value = this.at(place, ...names);
    if (value === undefined) return this.wrong(place);
    return toArray(this.arrays, value) ?? this.wrong(place);
  }

  number(place: number, ...names: readonly string[]): number | undefined {
    const value = this.at(place, ...names);
    if (value === undefined) return undefined;
    return numberOf(value) ?? this.wrong(place);
  }

  flag(place: number, ...names: readonly string[]): boolean | undefined {
    const number = this.number(place, ...names);
    return number === undefined ? undefined : number !== 0;
  }

  /** Whole numbers: a shape, an axis or several. */
  integers(place: number, ...names: readonly string[]): readonly number[] | undefined {
    const value = this.at(place, ...names);
    return value === undefined ? undefined : (integersOf(value) ?? this.wrong(place));
  }

  /** A shape given as one tuple or spread over the arguments from a place on: `zeros((2, 3))`, `randn(2, 3)`. */
  shape(from: number): readonly number[] {
    const named = this.keyword('size', 'shape');
    const given = this.positional.slice(from).filter(({ kind }) => kind !== 'opaque' && kind !== 'text');
    const parts = named === undefined ? given : [named];
    const shape = parts.flatMap((part) => integersOf(part) ?? this.wrong(from));
    if (shape.some((extent) => !(extent > 0) || extent > checkLimits.entries)) this.wrong(from);
    return shape;
  }

  wrong(place: number): never {
    throw new Unread('argument', { function: this.name, place: place + 1 });
  }
}

/** A value as an array; undefined if it is none. */
export function toArray(arrays: Arrays, value: Value): ArrayValue | undefined {
  if (value.kind === 'array') return value;
  if (value.kind === 'range') return rangeArray(arrays, value);
  if (value.kind === 'items' && value.items.length > 0) {
    const items = value.items.map((item) => toArray(arrays, item));
    if (items.some((item) => item === undefined)) return undefined;
    return arrays.gate('stack', items as ArrayValue[]);
  }
  return undefined;
}

/** The whole numbers in a value. */
export function integersOf(value: Value): readonly number[] | undefined {
  let numbers: readonly number[];
  if (value.kind === 'items') {
    const parts = value.items.map((item) => integersOf(item));
    if (parts.some((part) => part === undefined)) return undefined;
    numbers = parts.flatMap((part) => part!);
  } else if (value.kind === 'range') numbers = rangeEntries(value);
  else if (value.kind === 'array' && value.shape.length < 2) numbers = [...entriesOf(value).data];
  else return undefined;
  return numbers.length <= 64 && numbers.every((one) => Number.isInteger(one)) ? numbers : undefined;
}
