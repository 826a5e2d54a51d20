import { chooseWords } from '../../messages/kinds/choose.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, type Kind, type Remark, sayFrom, unread, wrong } from './kind.js';

type Choose = Extract<KindAsk, { kind: 'choose' }>;

const MOST = 9;
const optionPattern = /^[a-z0-9][a-z0-9-]*$/;

/** `choose`, with `options` and `answer`. */
export const chooseForm: Form<Choose> = {
  forms: ['choose'],
  keys: ['options', 'answer'],
  parse: ([verb, more], keys) =>
    verb === 'choose' && more === undefined
      ? { kind: 'choose', options: keys.options ?? [], answer: keys.answer ?? '' }
      : undefined,
  check: ({ options, answer }, { note, keys }) => {
    if (keys.options === undefined) return note('needs-key', { ask: 'choose', key: 'options' });
    if (keys.answer === undefined) return note('needs-key', { ask: 'choose', key: 'answer' });
    const bad = options.find(
      (option, at) => !optionPattern.test(option) || /-why$/.test(option) || options.indexOf(option) !== at,
    );
    if (bad !== undefined) return note('bad-option', { option: bad }, 'options');
    if (options.length < 2 || options.length > MOST) return note('option-count', { most: MOST }, 'options');
    if (!options.includes(answer)) note('answer-no-option', { answer, options: options.join(', ') }, 'answer');
  },
};

function mark(text: string, { ask }: Asked<Choose>): Remark {
  const typed = text
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/^[([]\s*|\s*[)\].。]$/g, '');
  const byNumber = /^\d$/.test(typed) ? ask.options[Number(typed) - 1] : undefined;
  const option = ask.options.find((one) => one === typed) ?? byNumber;
  if (option === undefined) return unread('unread', { options: ask.options.map((one) => `\`${one}\``).join(', ') });
  if (option === ask.answer) return { verdict: 'right', part: `${option}-why` };
  return wrong('other', { option }, { part: `${option}-why` });
}

/** A choice among options whose texts stand in the lesson's prose. */
export const choose: Kind<Choose> = {
  mark,
  answer: ({ ask }) => ask.answer,
  sentences: ({ ask }, lang) => {
    const words = chooseWords[lang];
    const names = ask.options.join('/');
    const wrongOne = ask.options.find((option) => option !== ask.answer)!;
    return {
      question: words.question({ letters: ask.options.every((option) => option.length === 1) }),
      prompt: names.length <= 24 ? names : `1-${ask.options.length}`,
      hints: [
        words.hints.which,
        words.hints.rule,
        words.hints.numbers({ option: wrongOne }),
        words.hints.answer({ option: ask.answer }),
      ],
      working: words.working({ option: ask.answer }),
    };
  },
  say: sayFrom({ en: chooseWords.en.said, zh: chooseWords.zh.said }),
};
