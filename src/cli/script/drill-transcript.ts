import { type DrillPlan, type DrillView, drillStep, drillView, openDrill } from '../../lessons/drill/index.js';
import type { ViewOptions } from '../../lessons/index.js';
import type { AnswerProblem } from './answers.js';
import { Page } from './page.js';
import { answererOf, type Player } from './player.js';

/** A drill played to its end, or to where its answers end or don't fit. */
export interface DrillTranscript {
  readonly text: string;
  /** Whether every question was finally answered right. */
  readonly right: boolean;
  readonly problem?: AnswerProblem;
}

/** A drill's day where no calendar is to matter. */
const anyDay = '2000-01-01';

/** Plays a drill from nothing remembered and writes what is seen: the same text on every machine. */
export function playDrill(plan: DrillPlan, player: Player, options: ViewOptions): DrillTranscript {
  const answerer = answererOf(player);
  const page = new Page(options);
  let { state } = openDrill(plan, new Map(), anyDay);
  let seen = drillView(state, options, anyDay);
  page.title(seen.title);
  arrive(page, seen);
  while (state.lesson !== undefined) {
    const event = answerer.next(state.lesson);
    if ('code' in event) return { text: page.text(), right: false, problem: event };
    const before = state;
    state = drillStep(before, event, anyDay).state;
    const prompt = seen.prompt;
    seen = drillView(state, options, anyDay);
    const stays = state.exercise === before.exercise && state.lesson?.at === before.lesson?.at;
    if (event.type !== 'next') page.typed(prompt, event, stays ? seen : undefined);
    if (!stays) arrive(page, seen);
  }
  const problem = answerer.leftOver();
  const right = state.done.every(({ answered }) => answered);
  return { text: page.text(), right, ...(problem && { problem }) };
}

function arrive(page: Page, seen: DrillView): void {
  page.heading([seen.counter, ...seen.skill.map(({ text }) => text)].join(' ').trim() || seen.title);
  page.lines(seen.prose);
  page.circuit(seen.circuit);
  page.lines(seen.feedback);
  page.lines(seen.question);
}
