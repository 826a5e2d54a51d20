import type { NodeId } from '../engine/types.js';
import { Pass } from './interpret/execute.js';
import type { LineNote, PassOptions, Write } from './interpret/pass.js';
import { Blame } from './judge/blame.js';
import { Judge, type Judged, JudgingPoints, pointOf } from './judge/judge.js';
import { namedMistake, type Reruns } from './judge/mistake.js';
import { type Partner, pairNames } from './names.js';
import { assignedNames } from './read/assigned.js';
import { readStatements } from './read/statements.js';
import type { Statement } from './read/syntax.js';
import type { CheckedCircuit, CheckedLine, Report } from './report.js';
import { linesOf } from './source.js';
import type { Status, Verdict } from './verdict.js';

/**
 * Judges the hand-written backward lines of a file of numpy or PyTorch code against the gradients of its forward pass.
 * The file is data: it is interpreted, within limits, and nothing in it can reach anything. Never throws for a file.
 */
export function checkSource(text: string): Report {
  const { lines, cut } = linesOf(text);
  return new Checker(lines, cut).report();
}

/** Verdicts that say that a gradient is as it should be. */
const RIGHT: ReadonlySet<Status> = new Set(['exact', 'approximate', 'given']);

class Checker {
  private readonly lines: readonly string[];
  private readonly cut: boolean;
  private readonly statements: readonly Statement[];
  private readonly partners: ReadonlyMap<string, Partner>;
  private readonly options: Pick<PassOptions, 'partners' | 'torch'>;
  private readonly output: string | undefined;
  private readonly points: ReadonlySet<string>;
  private readonly once: ReadonlySet<Statement>;

  constructor(lines: readonly string[], cut: boolean) {
    this.lines = lines;
    this.cut = cut;
    this.statements = readStatements(lines);
    this.partners = pairNames(this.statements);
    const torch = lines.some((line) => /^[^#]*\btorch\b/.test(line));
    this.options = { partners: this.partners, torch };
    const output = everyStatement(this.statements).findLast(({ kind }) => kind === 'output');
    this.output = output?.kind === 'output' ? output.name : undefined;
    const points = new JudgingPoints(this.partners);
    const first = new Pass({
      ...this.options,
      executed: (_s, key, reads, names) => points.executed(key, reads, names),
    });
    first.run(this.statements);
    points.finish();
    this.points = points.points;
    this.once = first.once;
  }

  report(): Report {
    const asWritten = this.judge(false, {}).judge;
    const blame = new Blame();
    const { judge: repaired, pass } = this.judge(true, {}, blame);
    const reruns = this.reruns(repaired);
    const blamed = new Map<string, number>();
    const byStatement = new Map<Statement, Verdict[]>();
    for (const [point, judged] of repaired.judged) {
      const plain = asWritten.judged.get(point);
      const verdict = blamedOnce(this.combined(point, plain, judged, blame, reruns), blamed);
      const { statement } = judged.write;
      byStatement.set(statement, [...(byStatement.get(statement) ?? []), verdict]);
    }
    const lines = this.checkedLines(byStatement, pass);
    const verdicts = lines.flatMap((line) => line.verdicts);
    return {
      lines,
      verdicts,
      pairs: [...this.partners].filter(([, { by }]) => by !== 'name').map(([name, partner]) => ({ name, ...partner })),
      circuit: circuitOf(repaired, verdicts),
      outcome: outcomeOf(verdicts),
      cut: this.cut,
    };
  }

  /** @param repair whether wrong gradients are put right before the next line is executed */
  private judge(
    repair: boolean,
    variant: Pick<PassOptions, 'copies' | 'accumulates'>,
    blame?: Blame,
  ): { judge: Judge; pass: Pass } {
    const judge = new Judge(this.partners, this.points, this.output);
    const pass = new Pass({
      ...this.options,
      ...variant,
      executed: (statement, _key, reads, names) => blame?.executed(statement, reads, names),
      written: (write: Write, at: Pass) => {
        blame?.wrote(write);
        const judged = judge.judge(write, at);
        if (judged !== undefined) blame?.settled(pointOf(write.key, write.name), write.name);
        if (judged === undefined || !repair || RIGHT.has(judged.verdict.status)) return undefined;
        blame?.judgedWrong(judged);
        return judged.repair ?? judged.expected?.value;
      },
    });
    pass.run(this.statements);
    return { judge, pass };
  }

  /** Passes under other rules, to see whether a rule explains what is wrong; run only where something is. */
  private reruns(repaired: Judge): Reruns {
    const wrong = [...repaired.judged.values()].some(({ verdict }) => isWrong(verdict));
    const right = (variant: Pick<PassOptions, 'copies' | 'accumulates'>) => {
      const judged = wrong ? this.judge(true, variant).judge.judged : new Map<string, Judged>();
      return (point: string) => RIGHT.has(judged.get(point)?.verdict.status ?? 'blank');
    };
    return { copies: right({ copies: true }), accumulates: right({ accumulates: true }), statements: this.statements };
  }

  private combined(point: string, plain: Judged | undefined, judged: Judged, blame: Blame, reruns: Reruns): Verdict {
    const { verdict } = judged;
    const wasRight = plain !== undefined && RIGHT.has(plain.verdict.status);
    if (RIGHT.has(verdict.status)) {
      const from = blame.sourceAt(point);
      if (wasRight || from === undefined) return verdict;
      const { line, name, of } = verdict;
      return {
        line,
        name,
        of,
        ...(verdict.ofLine !== undefined && { ofLine: verdict.ofLine }),
        status: 'follows',
        from,
      };
    }
    if (wasRight) return plain.verdict;
    if (verdict.status !== 'wrong' && verdict.status !== 'shape') return verdict;
    const mistake = verdict.mistake ?? namedMistake(judged, point, blame, reruns);
    return mistake === undefined ? verdict : { ...verdict, mistake };
  }

  private checkedLines(byStatement: ReadonlyMap<Statement, readonly Verdict[]>, pass: Pass): CheckedLine[] {
    const byLine = new Map<number, CheckedLine>();
    const wrong = [...byStatement.values()].flat().filter(isWrong);
    for (const statement of everyStatement(this.statements)) {
      const verdicts = oneOfEach(byStatement.get(statement) ?? []);
      const made = this.checkedLine(statement, verdicts, pass.notes.get(statement), wrong);
      const before = byLine.get(statement.line);
      byLine.set(statement.line, before === undefined ? made : merged(before, made));
    }
    return [...byLine.values()].sort((a, b) => a.line - b.line);
  }

  private checkedLine(
    statement: Statement,
    verdicts: readonly Verdict[],
    note: LineNote | undefined,
    wrong: readonly Verdict[],
  ): CheckedLine {
    const { line, lastLine } = statement;
    const base = {
      line,
      lastLine,
      text: this.textOf(line, lastLine),
      verdicts,
      ...(this.once.has(statement) && { once: true }),
    };
    if (verdicts.length > 0) return { ...base, kind: 'judged', ...(note?.reason && { reason: note.reason }) };
    if (note?.kind === 'trouble' && !isBlamed(statement, note, wrong))
      return { ...base, kind: 'unread', reason: note.reason! };
    if (note === undefined || note.kind === 'passed') return { ...base, kind: 'passed' };
    return { ...base, kind: this.writesGradient(statement) ? 'earlier' : 'forward' };
  }

  /** The code of a line as one line; what is shown of a very long one is its beginning. */
  private textOf(line: number, lastLine: number): string {
    const parts = this.lines.slice(line - 1, Math.min(lastLine, line + 20));
    return parts.map((one, k) => (k === 0 ? one.slice(0, 1000).trimEnd() : one.slice(0, 1000).trim())).join(' ');
  }

  private writesGradient(statement: Statement): boolean {
    if (statement.kind === 'assign') return statement.targets.flat().some(({ name }) => this.partners.has(name));
    if (statement.kind === 'augment') return this.partners.has(statement.target.name);
    return statement.kind === 'effect' && this.partners.has(statement.name);
  }
}

/** All statements in order, loops before their bodies. */
function everyStatement(statements: readonly Statement[]): Statement[] {
  return statements.flatMap((statement) =>
    statement.kind === 'for' ? [statement, ...everyStatement(statement.body)] : [statement],
  );
}

/** A step that is left out at one gate makes every line behind it wrong: the first of them is blamed, the others follow. */
function blamedOnce(verdict: Verdict, blamed: Map<string, number>): Verdict {
  if (verdict.status !== 'wrong' || (verdict.mistake?.code !== 'missing-mask' && verdict.mistake?.code !== 'no-local'))
    return verdict;
  const { line, name, of, ofLine, mistake } = verdict;
  const key = `${mistake.code}:${mistake.params.line}`;
  const from = blamed.get(key) ?? line;
  blamed.set(key, from);
  return from === line ? verdict : { line, name, of, ...(ofLine !== undefined && { ofLine }), status: 'follows', from };
}

const GRAVITY: readonly Status[] = [
  'wrong',
  'shape',
  'blank',
  'not-checked',
  'follows',
  'approximate',
  'exact',
  'given',
];

/** A line in a loop is judged at every round; the gravest verdict on each name stands. */
function oneOfEach(verdicts: readonly Verdict[]): Verdict[] {
  const byName = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const known = byName.get(verdict.name);
    if (known === undefined || GRAVITY.indexOf(verdict.status) < GRAVITY.indexOf(known.status))
      byName.set(verdict.name, verdict);
  }
  return [...byName.values()];
}

const WEIGHT: readonly CheckedLine['kind'][] = ['judged', 'unread', 'earlier', 'forward', 'passed'];

/** Statements that share a line. */
function merged(a: CheckedLine, b: CheckedLine): CheckedLine {
  const graver = WEIGHT.indexOf(a.kind) <= WEIGHT.indexOf(b.kind) ? a : b;
  const reason = a.reason ?? b.reason;
  return { ...graver, text: a.text, verdicts: [...a.verdicts, ...b.verdicts], ...(reason && { reason }) };
}

function outcomeOf(verdicts: readonly Verdict[]): Report['outcome'] {
  const has = (...statuses: readonly Status[]) => verdicts.some(({ status }) => statuses.includes(status));
  if (has('wrong', 'shape', 'blank')) return 'wrong';
  const unread = verdicts.some((verdict) => verdict.status === 'not-checked' && isTrouble(verdict.why.code));
  return unread || !has('exact', 'approximate') ? 'unreadable' : 'right';
}

/** Whether a line can't be computed because of a line before it that is blamed already: that is no news. */
function isBlamed(statement: Statement, { reason }: LineNote, wrong: readonly Verdict[]): boolean {
  const names = assignedNames(statement);
  const before = wrong.filter(({ line }) => line < statement.line);
  if (reason?.code === 'depends') return before.some(({ line }) => line === reason.params.line);
  return reason?.engine !== undefined && before.some(({ name }) => names.includes(name));
}

function isWrong({ status }: Verdict): boolean {
  return status === 'wrong' || status === 'shape';
}

function circuitOf({ truth, judged }: Judge, verdicts: readonly Verdict[]): CheckedCircuit | undefined {
  if (truth === undefined) return undefined;
  const states = new Map<NodeId, 'right' | 'wrong'>();
  for (const { expected, verdict } of judged.values()) {
    if (expected?.truth !== truth) continue;
    const id = truth.id(expected.version.node);
    const shown = verdicts.find(({ line, name }) => line === verdict.line && name === verdict.name);
    if (id < 0 || shown === undefined || shown.status === 'not-checked' || shown.status === 'blank') continue;
    const wrong = isWrong(shown);
    if (wrong || states.get(id) === undefined) states.set(id, wrong ? 'wrong' : 'right');
  }
  return { run: truth.run, states };
}

/** What is not checked since it could not be read; a gradient of what the output does not depend on is no trouble. */
function isTrouble(code: string): boolean {
  return code === 'unread' || code === 'forward-unknown' || code === 'no-output' || code === 'forward-not-finite';
}
