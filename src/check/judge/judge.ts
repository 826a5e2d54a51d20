import { sizeOf } from '../../engine/tensor.js';
import type { Tensor } from '../../engine/types.js';
import type { Pass } from '../interpret/execute.js';
import type { PassOptions, Version, Write } from '../interpret/pass.js';
import type { Partner } from '../names.js';
import type { Statement } from '../read/syntax.js';
import type { Mistake, NotChecked, Verdict } from '../verdict.js';
import { alike, type Comparison, compareGradients } from './compare.js';
import { productRule } from './products.js';
import { largest, type Objective, Truth } from './truth.js';

/** A gradient as it should be. */
export interface Expected {
  readonly value: Tensor;
  /** The tape's node whose gradient it is. */
  readonly node: number;
  readonly version: Version;
  /** It is the gradient of the input of the gate that made the version: after a mask. */
  readonly inner: boolean;
  readonly truth: Truth;
  /** What the file calls the gradient of a forward name. */
  readonly gradientName: (of: string) => string;
}

/** One write, compared with what is expected there. */
export interface Judged {
  readonly write: Write;
  readonly partner: Partner;
  readonly verdict: Verdict;
  /** The gradient that the write is taken for; the nearest guess where it is wrong. */
  readonly expected: Expected | undefined;
  /** What the name should hold now, where that is another gradient than the one judged. */
  readonly repair?: Tensor;
}

/** Compares the writes of one pass with the truth, as they come. */
export class Judge {
  /** The verdicts by place in the execution and name. */
  readonly judged = new Map<string, Judged>();
  /** The last truth that something was compared with. */
  truth: Truth | undefined;
  private readonly partners: PassOptions['partners'];
  private readonly points: ReadonlySet<string>;
  private readonly output: string | undefined;
  private readonly gradientNames = new Map<string, string>();
  private readonly seeds: Objective[] = [];
  private readonly truths = new Map<string, Truth>();
  /** The last write of each name that was not judged. */
  private readonly earlier = new Map<string, Write>();
  /** For every gradient, how many versions of its forward name have had theirs. */
  private readonly consumed = new Map<string, number>();

  /** @param points the writes to judge, as `pointOf` names them */
  constructor(partners: PassOptions['partners'], points: ReadonlySet<string>, output: string | undefined) {
    this.partners = partners;
    this.points = points;
    this.output = output;
    for (const [name, { of, output: named }] of partners) if (named === undefined) this.gradientNames.set(of, name);
  }

  /** Judges a write if it is one that counts. */
  judge(write: Write, pass: Pass): Judged | undefined {
    const partner = this.partners.get(write.name)!;
    const given = this.seed(write, partner, pass);
    const point = pointOf(write.key, write.name);
    if (!this.points.has(point)) {
      // A line that can't be computed is kept: those that go on from it can't be computed either.
      if (write.value !== undefined || isShapeTrouble(pass, write)) this.earlier.set(write.name, write);
      return undefined;
    }
    // The array may be written into later: what it holds now is what is judged.
    const { value } = write;
    const now = { ...write, value: value && { shape: value.shape, data: Float64Array.from(value.data) } };
    const result = given ?? this.compare(now, partner, pass);
    const judged = this.misshapen(now, result.expected) ?? { write: now, partner, ...result };
    this.earlier.delete(write.name);
    this.judged.set(point, judged);
    return judged;
  }

  /** A line that can't be computed since an earlier line gave the same gradient a wrong shape: that line is to blame. */
  private misshapen({ value, name }: Write, expected: Expected | undefined): Judged | undefined {
    const write = this.earlier.get(name);
    if (value !== undefined || write === undefined || expected === undefined) return undefined;
    const partner = this.partners.get(name)!;
    const { line } = write.statement;
    if (write.value === undefined) {
      const verdict = { line, name, of: partner.of, ofLine: expected.version.line, count: 0, entries: [] };
      return { write, partner, expected, verdict: { ...verdict, status: 'wrong', mistake: cannotCompute(expected) } };
    }
    const { shape } = write.value;
    if (alike(shape, expected.value.shape)) return undefined;
    const where = { line, name, of: partner.of, ofLine: expected.version.line };
    const outer = {
      ...expected,
      node: expected.version.node,
      inner: false,
      value: expected.truth.gradient(expected.version.node)!,
    };
    return {
      write,
      partner,
      expected: outer,
      repair: expected.value,
      verdict: { ...where, status: 'shape', got: shape, expected: outer.value.shape },
    };
  }

  /** Takes note of an upstream gradient that is given from outside. */
  private seed(write: Write, partner: Partner, pass: Pass): Pick<Judged, 'verdict' | 'expected'> | undefined {
    const { value } = write;
    if (!write.given || value === undefined || largest(value.data) === 0 || partner.output !== undefined)
      return undefined;
    const version = pass.versionsOf(partner.of).at(-1);
    if (version === undefined) return undefined;
    const { value: forward, gate } = pass.tape.nodes[version.node]!;
    if (gate === 'leaf') return undefined;
    if (forward.shape.join() !== value.shape.join()) return undefined;
    const later = this.lastScalar(pass, version.node);
    if (later !== undefined && later !== version.node) return undefined;
    this.seeds.push({ node: version.node, seed: { shape: value.shape, data: Float64Array.from(value.data) } });
    const one = value.shape.length === 0 && value.data[0] === 1;
    const where = { line: write.statement.line, name: write.name, of: partner.of, ofLine: version.line };
    return { verdict: one ? { ...where, status: 'exact' } : { ...where, status: 'given' }, expected: undefined };
  }

  private compare(write: Write, partner: Partner, pass: Pass): Pick<Judged, 'verdict' | 'expected'> {
    const where = { line: write.statement.line, name: write.name, of: partner.of };
    const not = (why: NotChecked): Pick<Judged, 'verdict' | 'expected'> => ({
      verdict: { ...where, status: 'not-checked', why },
      expected: undefined,
    });
    const versions = pass.versionsOf(partner.of).toReversed();
    if (versions.length === 0) return not({ code: 'forward-unknown', name: partner.of });
    const choices = this.choices(write, partner, pass, versions);
    if (!Array.isArray(choices)) return not(choices);
    const guess = this.guess(write, choices);
    const ofLine = guess.version.line;
    if (write.blank)
      return { verdict: { ...where, ofLine, status: 'blank', expected: guess.value.shape }, expected: guess };
    if (write.value === undefined) {
      const reason = pass.notes.get(write.statement)?.reason ?? { code: 'no-number', params: { what: write.name } };
      if (isShapeTrouble(pass, write))
        return {
          verdict: { ...where, ofLine, status: 'wrong', count: 0, entries: [], mistake: cannotCompute(guess) },
          expected: guess,
        };
      return { ...not({ code: 'unread', reason }), expected: guess };
    }
    if (!guess.value.data.every((entry) => Number.isFinite(entry)))
      return { ...not({ code: 'forward-not-finite', name: partner.of }), expected: guess };
    for (const choice of choices) {
      const comparison = this.compareWith(write.value, choice);
      const shape =
        'loose' in comparison && comparison.loose
          ? { shape: { got: write.value.shape, expected: choice.value.shape } }
          : {};
      const found = { ...where, ofLine: choice.version.line };
      if (comparison.kind === 'exact' || comparison.kind === 'approximate') {
        if (this.maskDidNothing(write, choice, choices))
          return {
            verdict: {
              ...found,
              status: 'wrong',
              count: 0,
              entries: [],
              mistake: { code: 'mask-no-effect', params: { name: partner.of } },
            },
            expected: choices.find(({ inner, version }) => inner && version === choice.version)!,
          };
        this.consume(write.name, choice, versions);
        if (comparison.kind === 'exact')
          return {
            verdict: { ...found, status: 'exact', ...shape, ...(choice.inner && { inner: true }) },
            expected: choice,
          };
        return {
          verdict: { ...found, status: 'approximate', difference: comparison.difference, ...shape },
          expected: choice,
        };
      }
    }
    const comparison = this.compareWith(write.value, guess);
    if (partner.output !== undefined && sizeOf(pass.tape.nodes[this.node(pass, partner.output)!]!.value.shape) > 1)
      return not({ code: 'table', name: partner.of, output: partner.output });
    if (comparison.kind === 'differs')
      return {
        verdict: { ...where, ofLine, status: 'wrong', count: comparison.count, entries: comparison.differences },
        expected: guess,
      };
    return {
      verdict: { ...where, ofLine, status: 'shape', got: write.value.shape, expected: guess.value.shape },
      expected: guess,
    };
  }

  private compareWith(value: Tensor, { value: expected, truth, node }: Expected): Comparison {
    return compareGradients(value, expected, truth.rounding(node));
  }

  /** Every gradient that the write may be: of the versions of the forward name, the latest first, and after a mask of the gate's input. */
  private choices(write: Write, partner: Partner, pass: Pass, versions: readonly Version[]): Expected[] | NotChecked {
    const choices: Expected[] = [];
    const gradientName = (of: string): string => this.gradientNames.get(of) ?? `d${of}`;
    let output = '';
    for (const version of versions) {
      const objectives = this.objectives(pass, partner, version.node);
      if (objectives === undefined) continue;
      output = pass.tape.nodes[objectives[0]!.node]!.names[0] ?? '';
      const truth = this.truthOf(pass, objectives);
      this.truth = truth;
      const value = truth.gradient(version.node);
      if (value === undefined) continue;
      choices.push({ value, node: version.node, version, inner: false, truth, gradientName });
      const input = updatesItself(write) ? innerNode(pass, version.node) : undefined;
      const inner = input === undefined ? undefined : truth.gradient(input);
      if (inner !== undefined) choices.push({ value: inner, node: input!, version, inner: true, truth, gradientName });
    }
    if (choices.length > 0) return choices;
    if (output === '') output = lastResult(pass) ?? '';
    return output === '' ? { code: 'no-output' } : { code: 'independent', name: partner.of, output };
  }

  /** What the write was meant to be, where it matches nothing. */
  private guess(write: Write, choices: readonly Expected[]): Expected {
    const inner = choices.find((choice) => choice.inner);
    if (isMask(write.statement) && inner !== undefined) return inner;
    const outer = choices.filter((choice) => !choice.inner);
    return outer[Math.min(this.consumed.get(write.name) ?? 0, outer.length - 1)]!;
  }

  private consume(name: string, choice: Expected, versions: readonly Version[]): void {
    this.consumed.set(name, versions.indexOf(choice.version) + 1);
  }

  /** `dh[h < 0] = 0` behind a relu changes nothing, and leaves the gradient of h where that of its input is wanted. */
  private maskDidNothing(write: Write, choice: Expected, choices: readonly Expected[]): boolean {
    if (choice.inner || !isMask(write.statement)) return false;
    const inner = choices.find((one) => one.inner && one.version === choice.version);
    if (inner === undefined || this.compareWith(write.value!, inner).kind !== 'differs') return false;
    return MASKING.has(inner.truth.tape.nodes[choice.node]!.gate);
  }

  /** What the gradient of a node is a gradient of; undefined if nothing depends on it. */
  private objectives(pass: Pass, partner: Partner, node: number): readonly Objective[] | undefined {
    const named = partner.output ?? this.output;
    if (named !== undefined) {
      const output = this.node(pass, named);
      return output === undefined ? undefined : [{ node: output, seed: undefined }];
    }
    const seeds = this.seeds.filter((seed) => pass.dependsOn(seed.node, node));
    const scalar = this.lastScalar(pass, node);
    const fromSeeds = seeds.length > 0 && (scalar === undefined || seeds.some((seed) => seed.node >= scalar));
    if (fromSeeds) return lastOfEach(seeds);
    return scalar === undefined ? undefined : [{ node: scalar, seed: undefined }];
  }

  private node(pass: Pass, name: string): number | undefined {
    return pass.versionsOf(name).at(-1)?.node;
  }

  /** The last number of the forward pass that depends on a node. */
  private lastScalar(pass: Pass, node: number): number | undefined {
    return pass.scalars.findLast(
      (version) => pass.tape.nodes[version.node]!.gate !== 'leaf' && pass.dependsOn(version.node, node),
    )?.node;
  }

  private truthOf(pass: Pass, objectives: readonly Objective[]): Truth {
    const key = objectives
      .map(({ node, seed }) => `${node}:${seed === undefined ? '' : this.seeds.findIndex((one) => one.seed === seed)}`)
      .join();
    const known = this.truths.get(key);
    if (known !== undefined) return known;
    const truth = new Truth(pass.tape, objectives);
    this.truths.set(key, truth);
    return truth;
  }
}

/** Gates that let part of their input through as it is. */
const MASKING = new Set(['relu', 'max', 'min', 'leaky_relu', 'mul']);

/** Whether a line can't be computed because shapes don't fit: a mistake, and no limit of what is read. */
function isShapeTrouble(pass: Pass, { statement }: Write): boolean {
  const code = pass.notes.get(statement)?.reason?.code;
  return code === 'engine' || code === 'mask-shape';
}

/** Shapes that don't fit: how the gradient of a product is written, where it is one. */
function cannotCompute(expected: Expected): Mistake {
  const right = productRule(expected);
  return { code: 'cannot-compute', params: right === undefined ? {} : { right } };
}

/** Names a write of a pass. */
export function pointOf(key: string, name: string): string {
  return `${key}|${name}`;
}

/** The writes that count: the last ones before a line that assigns another name reads what was written. */
export class JudgingPoints {
  readonly points = new Set<string>();
  private readonly pending = new Map<string, string>();
  private readonly partners: ReadonlyMap<string, Partner>;

  constructor(partners: ReadonlyMap<string, Partner>) {
    this.partners = partners;
  }

  /** Sees a line executed. */
  executed(key: string, reads: ReadonlySet<string>, names: readonly string[]): void {
    for (const name of reads) if (names.some((other) => other !== name)) this.settle(name);
    for (const name of names) if (this.partners.has(name)) this.pending.set(name, key);
  }

  /** The end of the file. */
  finish(): void {
    for (const name of [...this.pending.keys()]) this.settle(name);
  }

  private settle(name: string): void {
    const key = this.pending.get(name);
    if (key !== undefined) this.points.add(pointOf(key, name));
  }
}

/** The name of the last number that the forward pass computed. */
function lastResult({ scalars, tape }: Pass): string | undefined {
  return scalars.findLast(({ node }) => tape.nodes[node]!.gate !== 'leaf')?.name;
}

/** Of several gradients given for the same node, the last. */
function lastOfEach(seeds: readonly Objective[]): readonly Objective[] {
  return [...new Map(seeds.map((seed) => [seed.node, seed])).values()];
}

/** Whether a line changes what its name held: a mask, `*=`, `dh = dh * (1 - h**2)`. */
function updatesItself({ statement, name, reads }: Write): boolean {
  const partly = statement.kind === 'assign' && statement.targets.flat().some(({ kind }) => kind === 'item');
  return statement.kind === 'augment' || partly || reads.has(name);
}

/** `dh[h <= 0] = 0` */
function isMask(statement: Statement): boolean {
  if (statement.kind !== 'assign' || statement.value.kind !== 'number' || statement.value.value !== 0) return false;
  return statement.targets.flat().every((target) => target.kind === 'item' && target.items.length === 1);
}

/** The input of the gate that made a node, where it has one input alone: relu, tanh, max(0, x), a product with a mask. */
function innerNode(pass: Pass, node: number): number | undefined {
  const { gate, args, value } = pass.tape.nodes[node]!;
  const moving = args.filter((arg) => pass.tape.nodes[arg]!.gate !== 'leaf' || pass.tape.nodes[arg]!.names.length > 0);
  const [only] = moving;
  if (moving.length !== 1 || gate === 'leaf') return undefined;
  return pass.tape.nodes[only!]!.value.shape.join() === value.shape.join() ? only : undefined;
}
