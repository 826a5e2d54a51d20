import type { Marks } from '../../diagram/index.js';
import { formatNumber, type NodeId } from '../../engine/index.js';
import { type Moved, nudge } from '../hints/nudge.js';
import { numberBehind } from '../kinds/index.js';
import type { Question } from '../open.js';
import { pose } from '../pose.js';
import type { LessonState } from '../state.js';

/** What a nudge moved, while it is shown: for a question about a number of this very circuit. */
export function nudgedOn(state: LessonState, question: Question | undefined): ReadonlyMap<NodeId, Moved> | undefined {
  if (question === undefined || state.feedback?.kind !== 'nudge') return undefined;
  const behind = numberBehind(pose(state, question));
  return behind && (behind.within?.run ?? behind.run).circuit === question.on.circuit
    ? nudge(behind)?.moved
    : undefined;
}

/** The values after a nudge in place of those that moved, with as many digits as show it and as there is room for. */
export function afterNudge(marks: Marks, moved: ReadonlyMap<NodeId, Moved>): Marks {
  return {
    ...marks,
    value: (node) => {
      const mark = marks.value(node);
      const seen = moved.get(node);
      if (mark === undefined || seen === undefined || mark.role !== 'value') return mark;
      if (seen.to.shape.length > 0) return { ...mark, role: 'hint' };
      const [from, to] = [seen.from.data[0]!, seen.to.data[0]!];
      return { text: mark.text, role: 'hint', fit: (room) => movedNumber(from, to, room) };
    },
  };
}

/** A number after a small movement: the digits that show the movement, or as many as there is room for. */
function movedNumber(from: number, to: number, room: number): string {
  const wanted = Math.max(2, Math.ceil(-Math.log10(Math.abs(to - from)) - 1e-6));
  for (let decimals = Math.min(9, wanted); decimals > 0; decimals--) {
    const text = to.toFixed(decimals);
    if (text.length <= room) return text;
  }
  return formatNumber(to);
}
