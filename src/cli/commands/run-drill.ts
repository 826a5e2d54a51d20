import { skills } from '../../lessons/drill/index.js';
import { planDrill } from '../../lessons/drill/plan.js';
import type { ViewOptions } from '../../lessons/index.js';
import { drillRequest } from '../drill-request.js';
import type { Invocation } from '../parse.js';
import { type DrillTranscript, playDrill } from '../script/drill-transcript.js';
import type { Player } from '../script/player.js';

/** The seed of a drill that was given none: the same transcript on every machine. */
const standardSeed = 1;

/** `run drill`: a drill played from a script. It knows no journal: every skill may come up, and all are new. */
export function runDrill(invocation: Invocation, player: Player, options: ViewOptions): DrillTranscript {
  const plan = planDrill(
    drillRequest(invocation),
    { progress: new Map(), memory: new Map(), tests: [] },
    [],
    standardSeed,
  );
  const everySkill = plan.kind === 'practice' && plan.skills.length > 1;
  return playDrill(everySkill ? { ...plan, skills: skills.map(({ id }) => id) } : plan, player, options);
}
