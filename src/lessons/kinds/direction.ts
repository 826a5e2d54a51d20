import { directionWords } from '../../messages/kinds/direction.js';
import { gradientNamed, type Posed } from '../answer/posed.js';
import { nudge } from '../hints/nudge.js';
import { fine } from '../hints/working.js';
import { said } from '../mistakes/naming.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, asNumber, type Kind, type Remark, sayFrom, unread, wrong } from './kind.js';

type Direction = Extract<KindAsk, { kind: 'direction' }>;
type Way = 'up' | 'down' | 'none';

/** `direction of N`, `direction of N towards down` */
export const directionForm: Form<Direction> = {
  forms: ['direction of N', 'direction of N towards down'],
  keys: [],
  parse: ([verb, of, name, towards, way, more]) => {
    if (verb !== 'direction' || of !== 'of' || name === undefined || more !== undefined) return undefined;
    if (towards === undefined) return { kind: 'direction', of: name, towards: 'up' };
    if (towards !== 'towards' || (way !== 'up' && way !== 'down')) return undefined;
    return { kind: 'direction', of: name, towards: way };
  },
  check: ({ of }, { circuit, known, note }) => {
    if (!known(of)) return;
    if (circuit.shape(circuit.find(of)!).length > 0) note('not-a-number', { name: of });
    else if (circuit.shape(circuit.output).length > 0) note('not-a-number', { name: circuit.name(circuit.output) });
    else if (circuit.find(of) === circuit.output) note('output-itself', { name: of });
  },
};

const words: Readonly<Record<string, Way>> = {
  u: 'up',
  up: 'up',
  '↑': 'up',
  '+': 'up',
  上: 'up',
  往上: 'up',
  向上: 'up',
  d: 'down',
  down: 'down',
  '↓': 'down',
  '-': 'down',
  下: 'down',
  往下: 'down',
  向下: 'down',
  n: 'none',
  none: 'none',
  '0': 'none',
  无: 'none',
  无所谓: 'none',
};

function truthOf({ ask, run }: Asked<Direction>): Way {
  const slope = gradientNamed(run, ask.of).data[0]!;
  if (slope === 0) return 'none';
  return slope > 0 === (ask.towards === 'up') ? 'up' : 'down';
}

function behind(asked: Asked<Direction>): Posed {
  return asNumber(asked, { kind: 'gradient', of: asked.ask.of });
}

const BY = 0.1;

/** What the output does when the name is raised a little. */
function seen(asked: Asked<Direction>) {
  const moved = nudge(behind(asked), BY);
  if (moved === undefined) throw new RangeError(`${asked.ask.of} can't be moved`);
  const change = Math.abs(moved.after - moved.before);
  const decimals = change === 0 ? 2 : Math.max(2, 1 - Math.floor(Math.log10(change)));
  return {
    name: moved.name,
    by: String(BY),
    output: moved.output,
    before: fine(moved.before, decimals),
    after: fine(moved.after, decimals),
  };
}

function mark(text: string, asked: Asked<Direction>): Remark {
  const way = words[text.trim().toLowerCase().normalize('NFKC')];
  if (way === undefined) return unread('unread');
  const right = truthOf(asked);
  if (way === right) return { verdict: 'right' };
  return wrong(right === 'none' ? 'still' : 'moves', seen(asked), { mistake: 'direction' });
}

/** Which way a name must move. */
export const direction: Kind<Direction> = {
  mark,
  answer: truthOf,
  sentences: (asked, lang) => {
    const table = directionWords[lang];
    const { ask, circuit, run } = asked;
    const about = { name: ask.of, output: circuit.name(circuit.output) };
    const word = table[truthOf(asked)];
    return {
      question: table.question({ ...about, down: ask.towards === 'down' }),
      prompt: `${ask.of} (u/d/n)`,
      hints: [
        table.hints.which(about),
        table.hints.rule(about),
        table.hints.numbers(seen(asked)),
        table.hints.answer({ word }),
      ],
      working: table.working({ ...about, value: said(gradientNamed(run, ask.of).data[0]!), word }),
    };
  },
  say: sayFrom({ en: directionWords.en.said, zh: directionWords.zh.said }),
  behind,
};
