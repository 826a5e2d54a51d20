import { recall } from './card.js';
import type { Day } from './day.js';
import type { Done } from './grade.js';
import type { Level } from './levels.js';
import { type Memory, readMistakeKey } from './memory.js';
import { skillNamed } from './skills.js';
import { isDue } from './strength.js';

/** What is to be asked: a skill, or a skill with numbers that expose a mistake. */
export interface Topic {
  readonly skill: string;
  readonly exposes?: string;
}

/** Something missed in this session, asked again after some others. */
export interface Comeback extends Topic {
  /** Exercises to be done before it comes back. */
  readonly after: number;
}

/** What the choice of the next exercise depends on. */
export interface Standing {
  readonly memory: Memory;
  /** Skills that may be asked, in the order in which new ones are met. */
  readonly skills: readonly string[];
  readonly done: readonly Done[];
  readonly comebacks: readonly Comeback[];
}

/** Every third exercise is a new skill, as long as others are due. */
const newEvery = 3;

/**
 * The next thing to practise: what was missed a while ago; else the weakest that is due, skills and mistakes alike, with
 * new skills in between; else, ahead of time, what was practised least in this session, the weakest first. Never the
 * same skill twice in a row where there is another.
 */
export function nextTopic(standing: Standing, today: Day): Topic | undefined {
  const { done, comebacks, memory } = standing;
  const allowed = new Set(standing.skills);
  const waiting = comebacks.map(({ after: _, ...topic }): Topic => topic);
  const ripe = waiting.filter((_, at) => comebacks[at]!.after <= done.length);
  const due = [...memory]
    .filter(([, { card }]) => isDue(card, today))
    .map(([id, { card }]) => ({ topic: topicOf(id), recalled: recall(card, today) }))
    .filter(({ topic }) => allowed.has(topic.skill))
    .sort((a, b) => a.recalled - b.recalled)
    .map(({ topic }) => topic);
  const fresh = standing.skills.filter((id) => !memory.has(id)).map((skill): Topic => ({ skill }));
  const turn = done.length % newEvery === newEvery - 1;
  const queues = [ripe, ...(turn ? [fresh, due] : [due, fresh]), waiting, ahead(standing, today)];
  const topics = queues.flat();
  const last = done.at(-1)?.exercise.spec.skill;
  return topics.find(({ skill }) => skill !== last) ?? topics[0];
}

function topicOf(id: string): Topic {
  const key = readMistakeKey(id);
  return key === undefined ? { skill: id } : { skill: key.skill, exposes: key.mistake };
}

/** Everything else that may be asked: what was asked least often in this session first, then the weakest. */
function ahead({ skills, memory, done }: Standing, today: Day): Topic[] {
  const times = (id: string): number => done.filter(({ exercise }) => exercise.spec.skill === id).length;
  return skills
    .map((skill) => ({ skill, times: times(skill), recalled: recall(memory.get(skill)?.card, today) }))
    .sort((a, b) => a.times - b.times || a.recalled - b.recalled)
    .map(({ skill }) => ({ skill }));
}

/** The level at which a skill is asked: the one wanted if the skill has it, else higher the more often it went well. */
export function levelFor(topic: Topic, { memory, skills }: Pick<Standing, 'memory' | 'skills'>, wanted?: Level): Level {
  const { levels } = skillNamed(topic.skill)!;
  if (wanted !== undefined && levels.includes(wanted)) return wanted;
  // Vectors wait until a skill of theirs was met.
  const vectors = skills.some((id) => skillNamed(id)?.levels[0] === 'vector');
  const open = levels.filter((level) => level !== 'vector' || vectors || levels.length === 1);
  const card = memory.get(topic.skill)?.card;
  const well = card === undefined ? 0 : Math.max(0, card.reps - 2 * card.lapses);
  return open[Math.min(well, open.length - 1)]!;
}
