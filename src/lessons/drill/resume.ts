import type { DrillOpened } from '../types.js';
import type { DayOf } from './day.js';
import type { DrillRecord } from './ledger.js';
import { type DrillPlan, type DrillState, drillStep, openDrill } from './session.js';

/**
 * Goes through a drill again that was left in the middle, each event on its own day. Nothing if it was not left in the
 * middle, or does not come out as it was written: its exercises are drawn differently by now, or two programs went on with it at once.
 */
export function resumeDrill({ opened, memory, events }: DrillRecord, dayOf: DayOf): DrillState | undefined {
  const plan = planOf(opened);
  if (plan === undefined) return undefined;
  let { state } = openDrill(plan, memory, dayOf(new Date(opened.at)));
  for (const { v: _, at, drill: __, ...written } of events) {
    const taken = drillStep(state, written.event, dayOf(new Date(at)));
    if (JSON.stringify(taken.effects[0]?.event) !== JSON.stringify(written)) return undefined;
    state = taken.state;
  }
  return state.exercise === undefined ? undefined : state;
}

/** The plan that a drill was begun with; none where an older version wrote too little of it. */
function planOf({ kind, seed, total, sitting, skills = [], level }: DrillOpened): DrillPlan | undefined {
  switch (kind) {
    case 'practice':
      return skills.length === 0 ? undefined : { kind, seed, count: total, skills, ...(level && { level }) };
    case 'test-out':
      return { kind, seed, count: total };
    case 'placement':
      return { kind, seed };
    case 'test':
      return sitting && { kind, sitting };
  }
}
