import { type NodeId, nearest } from '../../engine/index.js';
import { keepWords } from '../../messages/kinds/keep.js';
import { stageNamed } from '../answer/posed.js';
import { liveNodes, liveStages } from '../backward-plan.js';
import type { KindAsk } from './ask.js';
import type { Form } from './form.js';
import { type Asked, type Kind, type Remark, type Shows, sayFrom, unread, wrong } from './kind.js';
import { type Need, needsOf, smallest, unmet } from './needs.js';
import { listed } from './words.js';

type Keep = Extract<KindAsk, { kind: 'keep' }>;

const mostLines = 24;

/** `keep`, with `most`: how many values may be kept; as few as possible unless given. */
export const keepForm: Form<Keep> = {
  forms: ['keep'],
  keys: ['most'],
  parse: ([verb, more], { most }) =>
    verb === 'keep' && more === undefined ? { kind: 'keep', ...(most !== undefined && { most }) } : undefined,
  check: ({ most }, { circuit, note }) => {
    if (liveStages(circuit).length > mostLines) return note('too-many-lines', { most: mostLines });
    const count = smallest(needsOf(circuit)).length;
    if (most !== undefined && most < count) note('keeps-too-few', { most, count }, 'most');
  },
};

const nothing = /^(?:none|nothing|-|0|无|没有|不用|都不用)$/i;

/** The names typed, or the one that can't be read. */
function readNames(text: string, { circuit }: Asked<Keep>): readonly string[] | Remark {
  const plain = text.normalize('NFKC').trim();
  if (nothing.test(plain)) return [];
  const stages = circuit.stages.map(({ name }) => name);
  const inputs = circuit.inputs.map((id) => circuit.name(id));
  const words = plain.split(/[\s,;、，；]+/).filter((word) => word !== '');
  for (const word of words) {
    if (stages.includes(word)) continue;
    if (inputs.includes(word)) return unread('input', { name: word });
    const near = nearest(word, stages);
    return unread('unread', near === undefined ? { name: word.slice(0, 40) } : { name: word.slice(0, 40), near });
  }
  return [...new Set(words)];
}

function mark(text: string, asked: Asked<Keep>): Remark {
  const names = readNames(text, asked);
  if ('verdict' in names) return names;
  const needs = needsOf(asked.circuit);
  const [missing] = unmet(needs, new Set(names));
  if (missing !== undefined) {
    const line = `${missing.line} = ${stageNamed(asked.circuit, missing.line)!.source}`;
    const params = {
      line,
      wrt: missing.wrt,
      en: needText(missing, keepWords.en.or),
      zh: needText(missing, keepWords.zh.or),
    };
    return wrong('missing', params, { mistake: 'keep-missing' });
  }
  const most = asked.ask.most ?? smallest(needs).length;
  if (names.length > most) return wrong('most', { got: names.length, most }, { mistake: 'keep-most' });
  return { verdict: 'right' };
}

function needText(need: Need, or: string): string {
  return need.ways
    .map((way) => way.map((name) => `\`${name}\``).join(' '))
    .filter((text) => text !== '')
    .join(or);
}

/** With what is kept after an answer: other values vanish, and the backward pass runs as far as it can. */
function shows(asked: Asked<Keep>, typed: string | undefined): Shows {
  const { circuit } = asked;
  const names = typed === undefined ? undefined : readNames(typed, asked);
  if (names === undefined || 'verdict' in names) return {};
  const kept = new Set(names);
  const inputs = new Set<NodeId>(circuit.inputs);
  const values = new Set<NodeId>();
  for (let id = 0; id < circuit.size; id++)
    if (inputs.has(id) || circuit.gate(id) === 'const' || kept.has(circuit.name(id))) values.add(id);
  const missing = unmet(needsOf(circuit), kept);
  const stuck = (gate: NodeId, arg: NodeId): boolean => {
    const stage = circuit.stages.find(({ gates }) => gates.includes(gate));
    return missing.some(({ line, wrt }) => line === stage?.name && (circuit.find(wrt) === arg || !circuit.named(arg)));
  };
  const live = liveNodes(circuit);
  const gradients = new Set<NodeId>([circuit.output]);
  for (let id = circuit.output - 1; id >= 0; id--) {
    if (!live.has(id) || circuit.gate(id) === 'const') continue;
    let reached = true;
    for (const gate of live)
      if (circuit.args(gate).includes(id) && (!gradients.has(gate) || stuck(gate, id))) reached = false;
    if (reached) gradients.add(id);
  }
  return { values, gradients };
}

const said = sayFrom({ en: keepWords.en.said, zh: keepWords.zh.said });

/** Which forward values to keep. */
export const keep: Kind<Keep> = {
  mark,
  answer: ({ circuit }) => smallest(needsOf(circuit)).join(' ') || 'none',
  sentences: ({ ask, circuit }, lang) => {
    const words = keepWords[lang];
    const needs = needsOf(circuit);
    const names = smallest(needs);
    const [first] = needs.filter(({ ways }) => !ways.some((way) => way.length === 0));
    const line = first && `${first.line} = ${stageNamed(circuit, first.line)!.source}`;
    const answer = names.length === 0 ? `\`${words.none}\`` : listed(names, lang);
    return {
      question: words.question({
        names: listed(
          liveStages(circuit).map(({ name }) => name),
          lang,
        ),
        most: ask.most === undefined ? '' : words.most({ most: ask.most }),
      }),
      prompt: words.prompt,
      hints: [
        words.hints.which(),
        words.hints.rule(),
        first === undefined
          ? words.hints.nothing()
          : words.hints.numbers({ line: line!, needs: needText(first, words.or) }),
        words.hints.answer({ names: answer }),
      ],
      working: words.working({ names: names.length === 0 ? '' : answer, count: names.length }),
    };
  },
  say: ({ code, params }, lang) => said({ code, params: { ...params, needs: params[lang] ?? '' } }, lang),
  shows: (asked, { typed }) => shows(asked, typed),
};
