import type { DrillPlan } from './session.js';

/** Whether a drill measures what is known: one try at each question, and no help. */
export function isMeasured({ plan }: { readonly plan: DrillPlan }): boolean {
  return plan.kind === 'placement' || plan.kind === 'test';
}
