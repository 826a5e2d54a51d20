import type { Mistake, UnreadReason, Verdict } from '../../check/index.js';
import { formatNumber, ProgramError, type Shape, shapeText } from '../../engine/index.js';
import type { Lang } from '../../lessons/index.js';
import { type CheckMessages, type CheckParams, checkMessages } from '../../messages/check.js';
import { programProblem } from '../../messages/problems.js';

type Sentence = (params: CheckParams) => string;

/** What is said of verdicts, in one language. */
export class CheckWords {
  readonly m: CheckMessages;
  private readonly lang: Lang;

  constructor(lang: Lang) {
    this.m = checkMessages[lang];
    this.lang = lang;
  }

  /** A verdict in a word or two. */
  verdict(verdict: Verdict): string {
    const { status } = this.m;
    switch (verdict.status) {
      case 'approximate':
        return status.approximate(formatNumber(verdict.difference));
      case 'follows':
        return status.follows(verdict.from);
      case 'shape':
        return status.shape(this.shape(verdict.got), verdict.of, this.shape(verdict.expected));
      case 'blank':
        return status.blank(this.shape(verdict.expected));
      default:
        return status[verdict.status];
    }
  }

  /** The sentences below a verdict. */
  details(verdict: Verdict): string[] {
    switch (verdict.status) {
      case 'exact':
      case 'approximate': {
        const { shape } = verdict;
        return shape === undefined
          ? []
          : [this.m.looseShape(this.shape(shape.got), verdict.of, this.shape(shape.expected))];
      }
      case 'wrong': {
        const entries = verdict.entries.map(({ at, got, expected }) =>
          this.m.entry(verdict.name, at.length === 0 ? '' : `[${at.join(', ')}]`, ...twoNumbers(got, expected)),
        );
        const more = verdict.count > entries.length ? [this.m.moreEntries(verdict.count)] : [];
        const named = verdict.mistake === undefined ? this.m.nameless(verdict.of) : this.mistake(verdict.mistake);
        return [named, ...(verdict.mistake === undefined ? entries : entries.slice(0, 1)), ...more];
      }
      case 'shape':
        return verdict.mistake === undefined ? [] : [this.mistake(verdict.mistake)];
      case 'not-checked': {
        const { why } = verdict;
        if (why.code === 'unread') return [this.reason(why.reason)];
        return [(this.m.notChecked[why.code] as Sentence)(why as unknown as CheckParams)];
      }
      default:
        return [];
    }
  }

  /** Why a line is not read, or can't be computed. */
  reason({ code, params, engine }: UnreadReason): string {
    if (engine !== undefined) return programProblem(new ProgramError(engine.code, engine.params), this.lang);
    return (this.m.unread[code] as Sentence)(params);
  }

  private mistake({ code, params }: Mistake): string {
    return (this.m.mistakes[code] as Sentence)(params);
  }

  private shape(shape: Shape): string {
    return shape.length === 0 ? this.m.scalar : shapeText(shape);
  }
}

/** Two numbers with as many digits as it takes to tell them apart. */
function twoNumbers(a: number, b: number): [string, string] {
  for (let significant = 3; significant < 6; significant++) {
    const [one, other] = [formatNumber(a, { significant }), formatNumber(b, { significant })];
    if (one !== other) return [one, other];
  }
  return [a.toPrecision(12), b.toPrecision(12)];
}
