import { type Line, padTo, textWidth } from '../../diagram/index.js';
import { drillMessages } from '../../messages/drill.js';
import { mistakeName } from '../../messages/mistake-names.js';
import { toldWords } from '../../messages/told.js';
import { currentQuestion } from '../state.js';
import { view } from '../view/index.js';
import type { LessonView, ViewOptions } from '../view/types.js';
import { wrap } from '../view/wrap.js';
import { bar } from './bars.js';
import { addDays, type Day, daysBetween } from './day.js';
import { placedAt } from './fixed.js';
import type { Done } from './grade.js';
import { isMeasured } from './measured.js';
import { cleanAnswers, type MemoryChange, mistakeDue, mistakeKey, readMistakeKey } from './memory.js';
import { type DrillState, gradedSoFar } from './session.js';
import { daysLater } from './statistics.js';
import { strengthOf } from './strength.js';

/** What a drill shows at one moment: the lesson's view, and what is known of the skill. */
export interface DrillView extends LessonView {
  /** The exercise at hand and how many there are, such as `5 / 12`; empty when the drill is over. */
  readonly counter: string;
  /** The skill's name and its strength as a bar; none when the drill is over, or measures. */
  readonly skill: Line;
}

const barWidth = 8;

/**
 * What a drill shows. After an answer the feedback ends with when its skill is due again.
 * @param nameOf what a lesson is called by its id
 */
export function drillView(
  state: DrillState,
  options: ViewOptions,
  today: Day,
  nameOf: (lesson: string) => string = (id) => id,
): DrillView {
  const m = drillMessages[options.lang];
  const { exercise, lesson } = state;
  const common = { title: m.kinds[state.plan.kind], done: gradedSoFar(state).length, total: state.total };
  if (exercise === undefined || lesson === undefined)
    return {
      ...common,
      phase: 'finished',
      circuit: [],
      prose: summaryLines(state, options, today, nameOf),
      question: [],
      prompt: '',
      feedback: [],
      counter: '',
      skill: [],
    };
  const seen = view(lesson, options);
  const question = currentQuestion(lesson)?.id;
  const skill = (question !== undefined && exercise.skills.get(question)) || exercise.spec.skill;
  const said = (text: string): readonly Line[] => (text === '' ? [] : wrap([{ text, role: 'hint' }], options.width));
  const notes = state.graded
    ? notable(state.graded).flatMap((change) => said(changeText(change, options.lang, today)))
    : said(isMeasured(state) && lesson.log.length === 0 ? measuredNote(state, options.lang) : '');
  const remembered = state.memory.get(skill)?.card;
  const strength =
    remembered === undefined
      ? [{ text: m.new, role: 'faint' } as const]
      : strengthLine(strengthOf(remembered), options);
  return {
    ...seen,
    ...common,
    feedback: [...seen.feedback, ...notes],
    counter: `${state.done.length + 1} / ${state.total}`,
    skill: isMeasured(state) ? [] : [{ text: `${m.skill(skill)}  `, role: 'plain' }, ...strength],
  };
}

function strengthLine(strength: number, { glyphs, told, lang }: ViewOptions): Line {
  if (told) return [{ text: toldWords[lang].strength(Math.round(strength * 100)), role: 'plain' }];
  return bar(strength, barWidth, glyphs);
}

/** In a drill with one try each: how it goes, and that a miss was noted. */
function measuredNote({ done, total }: DrillState, lang: ViewOptions['lang']): string {
  const m = drillMessages[lang];
  if (done.length === 0) return m.measuredStart(total);
  return done.at(-1)?.clean === false ? m.notedMiss : '';
}

/** All changes but that a mistake that was asked for was avoided with help only: that counts for nothing yet. */
function notable({ changes, clean, mistakes }: Done): readonly MemoryChange[] {
  const made = mistakes.map(({ mistake, skill }) => mistakeKey(mistake, skill));
  return changes.filter(({ id }) => clean || readMistakeKey(id) === undefined || made.includes(id));
}

function changeText({ id, now }: MemoryChange, lang: ViewOptions['lang'], today: Day): string {
  const m = drillMessages[lang];
  const key = readMistakeKey(id);
  const when = now === null ? '' : m.due(daysBetween(today, now.card.due));
  if (key === undefined) return m.dueAgain({ skill: m.skill(id), when });
  const mistake = mistakeName(key.mistake, lang);
  if (now === null) return m.mistakeGone({ mistake });
  return now.clean === 0
    ? m.mistakeAgain({ mistake, when })
    : m.mistakeClean({ mistake, times: now.clean ?? 0, of: cleanAnswers });
}

function summaryLines(
  state: DrillState,
  options: ViewOptions,
  today: Day,
  nameOf: (lesson: string) => string,
): readonly Line[] {
  const m = drillMessages[options.lang];
  const { done } = state;
  const clean = done.filter((one) => one.clean).length;
  const line = (text: string): readonly Line[] => wrap([{ text, role: 'plain' }], options.width);
  if (state.plan.kind === 'test') {
    const next = m.testNext[state.plan.sitting](addDays(today, daysLater));
    return [...line(m.testOver({ right: clean, total: done.length })), [], ...line(next)];
  }
  const head = line(m.counts({ clean, total: done.length }));
  if (state.plan.kind === 'placement')
    return [...head, ...line(m.placed({ lesson: nameOf(placedAt(done.map((one) => one.clean))) }))];
  return [...head, [], ...line(m.asked), ...askedLines(state, options, today), [], ...seenLines(state, options, today)];
}

function askedLines({ done, memory }: DrillState, options: ViewOptions, today: Day): readonly Line[] {
  const m = drillMessages[options.lang];
  const ids = [...new Set(done.flatMap(({ grades }) => [...grades.keys()]))];
  const widest = Math.max(...ids.map((id) => textWidth(m.skill(id))));
  return ids.map((id): Line => {
    const card = memory.get(id)?.card;
    const when = card === undefined ? '' : m.due(daysBetween(today, card.due));
    return [
      { text: `  ${padTo(m.skill(id), widest)}  `, role: 'plain' },
      ...strengthLine(strengthOf(card), options),
      { text: `  ${when}`, role: 'plain' },
    ];
  });
}

/** The mistakes that were seen, how often, and when each comes back. */
function seenLines({ done, memory }: DrillState, { lang, width }: ViewOptions, today: Day): readonly Line[] {
  const m = drillMessages[lang];
  const times = new Map<string, number>();
  for (const { mistake } of done.flatMap(({ mistakes }) => mistakes)) times.set(mistake, (times.get(mistake) ?? 0) + 1);
  if (times.size === 0) return wrap([{ text: m.nothingSeen, role: 'plain' }], width);
  const seen = [...times].map(([mistake, n]) => ({ mistake, text: m.times(mistakeName(mistake, lang), n) }));
  const widest = Math.max(...seen.map(({ text }) => textWidth(text)));
  const rows = seen.map(({ mistake, text }) => {
    const next = mistakeDue(memory, mistake);
    return next === undefined ? `  ${text}` : `  ${padTo(text, widest)}  ${m.due(daysBetween(today, next))}`;
  });
  return [m.seen, ...rows].map((text): Line => [{ text, role: 'plain' }]);
}
