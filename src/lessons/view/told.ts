import type { Line, Span } from '../../diagram/index.js';
import { toldWords } from '../../messages/told.js';
import { knownOn } from '../known.js';
import { saidTensor } from '../mistakes/facts.js';
import type { OpenCircuit } from '../open.js';
import { currentQuestion, type LessonState, phaseOf } from '../state.js';
import type { Lang } from '../types.js';
import { askedAt } from './circuit.js';

/**
 * A circuit in words, for ears: a line for each gate, as the program's lines define them, with what is known of its inputs,
 * its value, and the gradients at it. What is asked now has the role `asked`.
 */
export function tellCircuit(state: LessonState, on: OpenCircuit, lang: Lang): readonly Line[] {
  const words = toldWords[lang];
  const known = knownOn(state, on);
  const run = known.shows.instead ?? known.run;
  const { circuit } = run;
  const isOwn = run === known.run;
  const question = currentQuestion(state);
  const ask = isOwn && question?.on === on && phaseOf(state) === 'asking' ? question.ask : undefined;
  const subject = ask && 'of' in ask ? ask.of : undefined;
  const asks = (kind: 'value' | 'gradient', name: string) =>
    name === subject && ask !== undefined && askedAt(ask) === kind;
  const value = (name: string): Span => {
    const node = circuit.find(name)!;
    if (asks('value', name)) return { text: words.asked(name), role: 'asked' };
    if (isOwn && !known.values.has(node)) return { text: words.unknown(name), role: 'plain' };
    return { text: `${name} = ${saidTensor(run.value(node))}`, role: 'value' };
  };
  const gradient = (name: string): readonly Span[] => {
    if (asks('gradient', name)) return [{ text: words.asked(words.gradient(name)), role: 'asked' }];
    const node = circuit.find(name)!;
    if (!isOwn || !known.backward || !known.gradients.has(node)) return [];
    return [{ text: words.is(words.gradient(name), saidTensor(run.gradient(node))), role: 'gradient' }];
  };
  const within = (stage: string): readonly Span[] => {
    if (ask?.kind === 'local' && ask.of === stage)
      return [{ text: words.asked(words.local(ask.of, ask.wrt)), role: 'asked' }];
    if (ask?.kind === 'share' && ask.through === stage)
      return [{ text: words.asked(words.share(ask.of, stage)), role: 'asked' }];
    return [];
  };
  return circuit.stages.map(({ name, source, reads }, at): Line => {
    const inputs = reads.filter((read) => circuit.find(read) !== undefined);
    const parts = [
      ...(inputs.length > 0 ? [inputs.map(value)] : []),
      [value(name)],
      ...[name, ...inputs].map(gradient),
      within(name),
    ].filter((part) => part.length > 0);
    const spans = parts.flatMap((part) => [
      { text: words.semicolon, role: 'plain' } as const,
      ...part.flatMap((span, k) => (k > 0 ? [{ text: words.comma, role: 'plain' } as const, span] : [span])),
    ]);
    return [{ text: words.gate(at + 1, `${name} = ${source}`), role: 'plain' }, ...spans];
  });
}
