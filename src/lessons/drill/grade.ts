import type { LessonState } from '../state.js';
import { noAttempts, questionsOf } from '../state.js';
import { type Graded, nextCard } from './card.js';
import type { Day } from './day.js';
import type { Exercise } from './exercise.js';
import { cleanAnswers, type Memory, type MemoryChange, mistakeKey, mistakesIn } from './memory.js';

/** How an exercise went. */
export interface Done {
  readonly exercise: Exercise;
  /** Each skill's grade. */
  readonly grades: ReadonlyMap<string, Graded>;
  /** Mistakes that were recognised, with the skill they were made at. */
  readonly mistakes: readonly { readonly mistake: string; readonly skill: string }[];
  /** Whether every question was right at once, without a hint. */
  readonly clean: boolean;
  /** Whether every question was answered right in the end. */
  readonly answered: boolean;
  /** What it changed in the memory. */
  readonly changes: readonly MemoryChange[];
}

/** Grades a closed exercise: by tries, hints and whether the answer had to be shown. @param best what a flawless answer is worth */
export function gradeExercise(
  exercise: Exercise,
  lesson: LessonState,
  memory: Memory,
  today: Day,
  best: 'good' | 'easy',
): Done {
  const grades = new Map<string, Graded>();
  const mistakes: { mistake: string; skill: string }[] = [];
  for (const { id } of questionsOf(exercise.open)) {
    const skill = exercise.skills.get(id)!;
    const grade = gradeOf(lesson, id, best);
    grades.set(skill, worse(grades.get(skill) ?? best, grade));
    for (const { assessment } of lesson.attempts.get(id)?.misses ?? [])
      for (const mistake of mistakesIn(assessment.verdict === 'wrong' ? assessment.mistake : undefined))
        mistakes.push({ mistake, skill });
  }
  const clean = [...grades.values()].every((grade) => grade === best);
  const answered = questionsOf(exercise.open).every(({ id }) => lesson.outcomes.get(id)?.result === 'right');
  const changes = [
    ...[...grades].map(([skill, grade]) => ({
      id: skill,
      now: { card: nextCard(memory.get(skill)?.card, grade, today) },
    })),
    ...mistakeChanges(exercise, mistakes, clean ? 'good' : answered ? 'hard' : 'again', memory, today),
  ];
  return { exercise, grades, mistakes, clean, answered, changes };
}

function gradeOf(lesson: LessonState, id: string, best: 'good' | 'easy'): Graded {
  if (lesson.outcomes.get(id)?.result !== 'right') return 'again';
  const { misses, hints } = lesson.attempts.get(id) ?? noAttempts;
  if (misses.length === 0 && hints === 0) return best;
  return misses.length <= 1 && hints <= 2 ? 'hard' : 'again';
}

const order: readonly Graded[] = ['again', 'hard', 'good', 'easy'];

function worse(one: Graded, other: Graded): Graded {
  return order.indexOf(one) < order.indexOf(other) ? one : other;
}

function mistakeChanges(
  { spec }: Exercise,
  made: Done['mistakes'],
  grade: Graded,
  memory: Memory,
  today: Day,
): MemoryChange[] {
  const again = new Set(made.map(({ mistake, skill }) => mistakeKey(mistake, skill)));
  const changes: MemoryChange[] = [...again].map((id) => ({
    id,
    now: { card: nextCard(memory.get(id)?.card, 'again', today), clean: 0 },
  }));
  const asked = spec.exposes === undefined ? undefined : mistakeKey(spec.exposes, spec.skill);
  const before = asked === undefined ? undefined : memory.get(asked);
  if (asked === undefined || before === undefined || again.has(asked)) return changes;
  const times = (before.clean ?? 0) + (grade === 'good' ? 1 : 0);
  const now = times >= cleanAnswers ? null : { card: nextCard(before.card, grade, today), clean: times };
  return [...changes, { id: asked, now }];
}
