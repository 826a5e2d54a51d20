import { gateRow } from '../../engine/index.js';
import { ruleWords } from '../../messages/kinds/rule.js';
import { assess } from '../answer/assess.js';
import { type Posed, stageNamed } from '../answer/posed.js';
import { hintsFor } from '../hints/hints.js';
import { lineOf } from '../hints/question.js';
import { partialInSymbols } from '../hints/symbols.js';
import { saidTensor } from '../mistakes/facts.js';
import type { EarlierAnswer } from '../mistakes/index.js';
import { holdsAnywhere } from './anywhere.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { partialFormula } from './formula.js';
import { type Asked, asNumber, type Kind, type Marking, sayFrom, unread } from './kind.js';
import { asSentence, withBlank } from './words.js';

type Rule = Extract<KindAsk, { kind: 'rule' }>;

/** `rule N wrt M` */
export const ruleForm: Form<Rule> = {
  forms: ['rule N wrt M'],
  keys: [],
  parse: ([verb, of, wrt, name, more]) =>
    verb === 'rule' && of !== undefined && wrt === 'wrt' && name !== undefined && more === undefined
      ? { kind: 'rule', of, wrt: name }
      : undefined,
  check: ({ of, wrt }, { circuit, run, known, note }) => {
    if (!known(of) || !known(wrt)) return;
    const stage = stageNamed(circuit, of);
    if (stage === undefined) note('not-computed', { name: of });
    else if (!stage.reads.includes(wrt)) note('not-read', { of, wrt, reads: stage.reads.join(', ') });
    else if (partialFormula(run, stage, circuit.find(wrt)!) === undefined) note('no-one-line', { name: of });
  },
};

function local(asked: Asked<Rule>): Posed {
  return asNumber(asked, { kind: 'local', of: asked.ask.of, wrt: asked.ask.wrt });
}

function formulaOf({ ask, circuit, run }: Asked<Rule>): string {
  const stage = stageNamed(circuit, ask.of)!;
  const formula = partialInSymbols(run, stage, ask.wrt) ?? partialFormula(run, stage, circuit.find(ask.wrt)!)!;
  return /^[^()]*[<>][^()]*$/.test(formula) ? `(${formula})` : formula;
}

function mark(text: string, asked: Asked<Rule>, earlier: readonly EarlierAnswer[]): Marking {
  const posed = local(asked);
  const marking = assess(text, posed, earlier);
  if (marking.verdict !== 'right') return marking;
  const { formula, value } = marking.reading;
  if (holdsAnywhere(formula ?? value, posed)) return marking;
  const symbol = `∂${asked.ask.of}/∂${asked.ask.wrt}`;
  return formula === undefined
    ? unread('number', { typed: saidTensor(value), symbol })
    : unread('here-only', { typed: formula, symbol });
}

/** A local gradient as a formula that holds at any numbers. */
export const rule: Kind<Rule> = {
  mark,
  answer: formulaOf,
  sentences: (asked, lang) => {
    const words = ruleWords[lang];
    const { ask, circuit } = asked;
    const posed = local(asked);
    const symbol = `∂${ask.of}/∂${ask.wrt}`;
    const formula = `${symbol} = ${formulaOf(asked)}`;
    const [gate, more] = stageNamed(circuit, ask.of)!.gates;
    const row = gate === undefined || more !== undefined ? undefined : gateRow(circuit.gate(gate));
    return {
      question: words.question({ line: lineOf(posed, ask.of), symbol }),
      prompt: symbol,
      hints: [
        asSentence(hintsFor(posed, lang, 'unicode')[0]!),
        row === undefined ? words.hints.several() : words.hints.rule({ rule: row.words[lang].rule }),
        words.hints.blank({ formula: `${symbol} = ${withBlank(formulaOf(asked))}` }),
        words.hints.answer({ formula }),
      ],
      working: words.working({ formula }),
    };
  },
  say: sayFrom({ en: ruleWords.en.said, zh: ruleWords.zh.said }),
  behind: local,
};
