import { hintWords } from '../../messages/hints.js';
import {
  type FirstOfPair,
  type GateMistakeId,
  gateMistakeIds,
  type MistakeFacts,
  type MistakeId,
  mistakeMessages,
  type SecondOfPair,
} from '../../messages/mistakes.js';
import type { Lang } from '../types.js';
import type { Diagnosis } from './diagnose.js';
import { NOT_DRAWN } from './facts.js';

/**
 * The sentence about a wrong answer: what the typed number is, then one question that leads on. Code is marked by
 * backticks; symbols are Unicode.
 */
export function sayDiagnosis(diagnosis: Diagnosis, lang: Lang): string {
  const notDrawn = new RegExp(lang === 'zh' ? ` ?\`${NOT_DRAWN}\` ?` : `\`${NOT_DRAWN}\``, 'g');
  return sentenceFor(diagnosis, lang).replace(notDrawn, hintWords[lang].finalOutput);
}

function sentenceFor(diagnosis: Diagnosis, lang: Lang): string {
  const { words } = mistakeMessages[lang];
  const facts = { ...diagnosis.facts, gate: gateWord(diagnosis.facts.gate, lang) };
  switch (diagnosis.kind) {
    case 'mistake': {
      const sentence =
        diagnosis.also === undefined
          ? sayMistake(diagnosis.id, facts, lang)
          : sayPair(diagnosis.id, diagnosis.also, facts, lang);
      return diagnosis.branch === undefined ? sentence : words.inBranch[diagnosis.branch](facts, sentence);
    }
    case 'either':
      return diagnosis.family === undefined ? words.apart(facts) : words.shared[diagnosis.family](facts);
    case 'follows':
      return words.follows(facts);
    case 'shape':
      return words.shape(
        facts,
        shapeWord(diagnosis.expected, lang),
        shapeWord(diagnosis.got, lang),
        diagnosis.expected.length === 0 ? 'one' : facts.n.includes('@') ? 'product' : 'entries',
      );
    case 'entries':
      return words.entries(saidPlaces(diagnosis.places, words.comma), facts.asked);
    case 'none':
      return words.noMatch[diagnosis.about](facts);
  }
}

function sayMistake(id: MistakeId, facts: MistakeFacts, lang: Lang): string {
  const { words, gates, chain } = mistakeMessages[lang];
  if (!isGateMistake(id)) return chain[id](facts);
  return words.gateSentence(facts.n, gates[id].what(withTimes(facts, lang)), gates[id].lead(facts));
}

function sayPair(id: MistakeId, also: SecondOfPair, facts: MistakeFacts, lang: Lang): string {
  const { words, gates } = mistakeMessages[lang];
  if (isGateMistake(id)) {
    const { what, lead } = gates[id];
    const multiplied = also === 'sign' || also === 'overwrote' ? withTimes(facts, lang) : facts;
    return words.gateSentence(facts.n, `${what(multiplied)}${words.second[also](facts)}`, lead(facts));
  }
  return words.pairSentence(facts, words.first[id as FirstOfPair](facts), words.second[also](facts));
}

function withTimes(facts: MistakeFacts, lang: Lang): MistakeFacts {
  const { timesUpstream } = mistakeMessages[lang].words;
  return facts.g === '1' || facts.g === '' ? facts : { ...facts, times: timesUpstream(facts.g) };
}

function isGateMistake(id: MistakeId): id is GateMistakeId {
  return (gateMistakeIds as readonly string[]).includes(id);
}

function gateWord(kind: string, lang: Lang): string {
  const { gates } = mistakeMessages[lang].words;
  return kind in gates ? gates[kind as keyof typeof gates] : gates.other;
}

function shapeWord(shape: readonly number[], lang: Lang): string {
  const { words } = mistakeMessages[lang];
  if (shape.length < 2) return shape.length === 0 ? words.scalarShape() : words.vectorShape(shape[0]!);
  return words.matrixShape(shape.join('×'));
}

const MOST_PLACES = 6;

function saidPlaces(places: readonly (readonly number[])[], comma: string): string {
  const said = places.slice(0, MOST_PLACES).map((place) => `\`[${place.join(', ')}]\``);
  return [...said, ...(places.length > MOST_PLACES ? ['…'] : [])].join(comma);
}
