import { build, type NestedNumbers, run, subgradient, toNested } from '../../engine/index.js';
import { listing } from '../../engine/listing.js';
import { playgroundMessages } from '../../messages/playground.js';
import { planBackward } from '../backward-plan.js';
import { skillOf } from '../drill/skill-of.js';
import { askedOf, perfectAnswer } from '../expected.js';
import { fingerprint } from '../fingerprint.js';
import { isKindStep, markAnswer } from '../kinds/index.js';
import { readProse } from '../markdown.js';
import { openLesson } from '../open.js';
import { questionsOf } from '../state.js';
import type { CircuitSpec, Lang, Lesson, LessonText, Step } from '../types.js';
import { runOf } from './numbers.js';
import type { Playground } from './state.js';

const ON = 'main';
const MINUTES_A_QUESTION = 0.3;

/** The prose of a circuit's lesson. */
export function proseOf(lang: Lang): string {
  const words = playgroundMessages[lang];
  return `# ${words.lessonTitle}\n\n## intro\n\n${words.quizIntro}\n\n## summary\n\n${words.quizSummary}\n`;
}

/**
 * The circuit as a lesson: its backward pass, gate by gate, at the numbers it has now. Only what the engine's own answer is
 * accepted for is asked; undefined where nothing is left, as in a circuit whose numbers are not finite.
 */
export function lessonOf(state: Playground, id: string): Lesson | undefined {
  const spec = specOf(state);
  if (spec === undefined) return undefined;
  const lesson = (steps: readonly Step[], skills: readonly string[] = []): Lesson => ({
    id,
    part: 'mine',
    minutes: Math.min(240, Math.ceil(steps.length * MINUTES_A_QUESTION)),
    skills,
    needs: [],
    circuits: [spec],
    steps: [{ id: 'intro', on: ON, fade: 0 }, ...steps],
    texts: { en: textOf('en'), zh: textOf('zh') },
    facts: fingerprint(JSON.stringify([spec, steps])),
  });
  const asked = (steps: readonly Step[]) => questionsOf(openLesson(lesson(steps)));
  const steps = stepsOf(spec).filter((step) => asked([step]).every(isAccepted));
  const whole: readonly Step[] = [{ id: 'all', ask: { kind: 'backward' }, on: ON, fade: 0 }];
  const scalar = steps.every(({ ask }) => ask && !isKindStep(ask)) && asked(whole).every(isAccepted);
  const kept = scalar ? whole : steps;
  if (steps.length === 0) return undefined;
  const skills = new Set(asked(kept).flatMap((question) => skillOf(question) ?? []));
  return { ...lesson(kept, [...skills]), minutes: Math.min(240, Math.ceil(asked(kept).length * MINUTES_A_QUESTION)) };
}

function isAccepted(question: ReturnType<typeof questionsOf>[number]): boolean {
  return markAnswer(perfectAnswer(question), askedOf(question), []).verdict === 'right';
}

function textOf(lang: Lang): LessonText {
  const { title = '', sections } = readProse(proseOf(lang));
  const summary = sections.find(({ id }) => id === 'summary')!.blocks;
  const told = sections.filter(({ id }) => id !== 'summary').map(({ id, blocks }) => ({ id, blocks }));
  return { title, sections: told, hints: [], summary };
}

/** The circuit, a line for each gate, with its numbers; undefined if it has no gate, or a number that is not finite. */
function specOf(state: Playground): CircuitSpec | undefined {
  const { circuit } = state;
  const passes = runOf(state);
  for (let id = 0; id < circuit.size; id++)
    if (![...passes.value(id).data, ...passes.gradient(id).data].every(Number.isFinite)) return undefined;
  const program = listing(circuit);
  if (program === '') return undefined;
  const read = new Set(Array.from({ length: circuit.output + 1 }, (_, id) => circuit.args(id)).flat());
  const leaves = [...read].sort((a, b) => a - b).filter((id) => circuit.args(id).length === 0 && circuit.named(id));
  const named = (gate: string) =>
    leaves
      .filter((id) => circuit.gate(id) === gate)
      .map((id) => ({ name: circuit.name(id), value: toNested(passes.value(id)) }));
  const upstream: NestedNumbers = toNested(passes.gradient(circuit.output));
  const bounds = subgradient(passes);
  const tied = circuit.inputs.some((id) => {
    const { lo, hi } = bounds(id);
    return lo.data.some((low, k) => low !== hi.data[k]);
  });
  return {
    name: ON,
    program: `${program}\n`,
    inputs: named('input').map(({ name, value }) => ({ name, spec: { value } })),
    consts: named('const'),
    where: [],
    ...(upstream !== 1 && { seed: upstream }),
    ...(tied && { kinks: true as const }),
  };
}

/** A question for each local gradient and gradient between numbers; for a tensor the line that computes its gradient. */
function stepsOf(spec: CircuitSpec): readonly Step[] {
  const inputs = Object.fromEntries(spec.inputs.map(({ name, spec: of }) => [name, 'value' in of ? of.value : 0]));
  const consts = Object.fromEntries(spec.consts.map(({ name, value }) => [name, value]));
  const circuit = build(spec.program, { inputs, consts });
  run(circuit);
  const isScalar = (name: string) => circuit.shape(circuit.find(name)!).length === 0;
  const output = circuit.name(circuit.output);
  const asks = planBackward(circuit).flatMap(({ asks: all }) =>
    all.flatMap((ask): readonly NonNullable<Step['ask']>[] => {
      if (ask.kind === 'local') return isScalar(ask.of) && isScalar(ask.wrt) ? [ask] : [];
      if (isScalar(ask.of)) return [ask];
      return ask.of === output ? [] : [{ kind: 'line', of: ask.of }];
    }),
  );
  return asks.map((ask, k) => ({ id: `q${k + 1}`, ask, on: ON, fade: 0 }));
}
