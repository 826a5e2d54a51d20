import type { Circuit, NodeId, Run } from '../engine/index.js';
import { everything } from './answer/posed.js';
import { liveNodes } from './backward-plan.js';
import { type AnyAsk, type Shows, showsOf } from './kinds/index.js';
import { withGradient } from './kinds/planted.js';
import type { OpenCircuit } from './open.js';
import { currentQuestion, type LessonState, questionsOf } from './state.js';

/** What a learner may see of a circuit at this moment: the nodes whose value, and whose gradient, is not `?`. */
export interface Known {
  readonly values: ReadonlySet<NodeId>;
  readonly gradients: ReadonlySet<NodeId>;
  /** Whether any question of the lesson is about a gradient here; else gradients are left out of the drawing. */
  readonly backward: boolean;
  /** The run whose numbers are drawn. */
  readonly run: Run;
  /** What the question at hand changes about the drawing. */
  readonly shows: Shows;
  /** Whether the share that operand `k` gets back through a gate is known. */
  share(gate: NodeId, k: number): boolean;
}

/** Nodes between `from` (not included) and the output. */
function downstream(circuit: Circuit, from: NodeId, live: ReadonlySet<NodeId>): Set<NodeId> {
  const reached = new Set<NodeId>([from]);
  for (let id = from + 1; id < circuit.size; id++)
    if (live.has(id) && circuit.args(id).some((arg) => reached.has(arg))) reached.add(id);
  reached.delete(from);
  return reached;
}

const knownIn = new WeakMap<LessonState, Map<OpenCircuit, Known>>();

/** What may be seen of a circuit; worked out once for a state, as its question, its prompt and its drawing all ask. */
export function knownOn(state: LessonState, on: OpenCircuit): Known {
  const mine = knownIn.get(state) ?? new Map<OpenCircuit, Known>();
  knownIn.set(state, mine);
  const known = mine.get(on) ?? workOut(state, on);
  mine.set(on, known);
  return known;
}

/**
 * Values are shown but for names that a `value of` question still asks, and what depends on them. A gradient is shown once it was answered, and
 * where it is upstream of something asked so far: it is what the answer is worked out from.
 */
function workOut(state: LessonState, on: OpenCircuit): Known {
  const { circuit } = on;
  const live = liveNodes(circuit);
  const hidden = new Set<NodeId>();
  const gradients = new Set<NodeId>();
  const locals = new Set<string>();
  const shares = new Set<string>();
  let backward = false;
  for (const { id, on: where, ask } of questionsOf(state.open)) {
    if (where !== on) continue;
    const outcome = state.outcomes.get(id);
    const answered = outcome !== undefined && outcome.result !== 'skipped';
    if (ask.kind === 'share' && answered) shares.add(`${ask.through} ${circuit.find(ask.of)}`);
    if (ask.kind === 'rule' && answered) locals.add(`${ask.of} ${circuit.find(ask.wrt)}`);
    if (ask.kind === 'mend' && answered) {
      // What followed from the mistake follows from the truth now.
      backward = true;
      for (const later of withGradient(on.run)) gradients.add(later);
    }
    if (ask.kind === 'pair') {
      const stage = circuit.stages.find((one) => one.name === ask.of)!;
      const reads = stage.reads.map((read) => circuit.find(read)!);
      if (ask.gradient) {
        backward = true;
        if (outcome !== undefined || isCurrent(state, id))
          for (const later of [stage.node, ...downstream(circuit, stage.node, live)]) gradients.add(later);
        if (answered) for (const read of reads) gradients.add(read);
      } else if (outcome !== undefined) for (const read of reads) locals.add(`${ask.of} ${read}`);
    }
    const name = 'of' in ask ? ask.of : undefined;
    const node = name === undefined ? undefined : circuit.find(name);
    if (node === undefined) continue;
    if (ask.kind === 'value' && outcome === undefined)
      for (const gate of circuit.stages.find((s) => s.name === name)?.gates ?? [node]) hidden.add(gate);
    if (ask.kind === 'local' && outcome !== undefined) locals.add(`${ask.of} ${circuit.find(ask.wrt)}`);
    if (!asksGradient(ask)) continue;
    backward = true;
    if (answered && (ask.kind === 'gradient' || ask.kind === 'line')) gradients.add(node);
    if (outcome !== undefined || isCurrent(state, id))
      for (const later of downstream(circuit, node, live)) gradients.add(later);
  }
  const masked = maskedOn(state, on);
  const values = new Set<NodeId>();
  for (let id = 0; id < circuit.size; id++) {
    if (circuit.args(id).some((arg) => hidden.has(arg))) hidden.add(id);
    if (!hidden.has(id) && !masked.has(id)) values.add(id);
  }
  const stageOf = (gate: NodeId) => circuit.stages.find((stage) => stage.gates.includes(gate));
  const shows = showsNow(state, on);
  const known = shows.gradients ?? gradients;
  return {
    values: shows.values ?? values,
    gradients: known,
    backward: backward || shows.gradients !== undefined,
    run: shows.run ?? on.run,
    shows,
    share: (gate, k) => {
      const operand = circuit.args(gate)[k]!;
      if (shows.gradients !== undefined) return known.has(operand) || (shows.ran?.has(gate) ?? false);
      const way = `${stageOf(gate)?.name} ${operand}`;
      return gradients.has(operand) || shares.has(way) || (gradients.has(gate) && locals.has(way));
    },
  };
}

/** What the circuit masks, but for values that were asked and answered, until a step unmasks them. */
function maskedOn({ open, at, outcomes }: LessonState, { spec, circuit }: OpenCircuit): ReadonlySet<NodeId> {
  const masked = new Set<NodeId>();
  if (spec.mask === undefined) return masked;
  if (open.items.slice(0, at + 1).some(({ step }) => step.unmask === true && step.on === spec.name)) return masked;
  const answered = new Set(
    questionsOf(open).flatMap(({ id, on, ask }) =>
      ask.kind === 'value' && on.circuit === circuit && outcomes.has(id) ? [ask.of] : [],
    ),
  );
  for (const name of spec.mask)
    if (!answered.has(name))
      for (const gate of circuit.stages.find((stage) => stage.name === name)?.gates ?? [circuit.find(name)!])
        masked.add(gate);
  return masked;
}

/** What the question at hand changes, if it is about this circuit. */
function showsNow(state: LessonState, on: OpenCircuit): Shows {
  const question = currentQuestion(state);
  if (question?.on !== on) return {};
  const outcome = state.outcomes.get(question.id);
  const last = outcome?.marked ?? state.attempts.get(question.id)?.misses.at(-1);
  const { circuit, run } = on;
  const asked = { ask: question.ask, circuit, run, shown: everything(circuit) };
  return showsOf(asked, { closed: outcome !== undefined, ...(last && { typed: last.typed }) });
}

/** Whether a question can only be answered from the gradients that come from upstream. */
export function asksGradient(ask: AnyAsk): boolean {
  if (ask.kind === 'entry') return ask.gradient;
  return ask.kind === 'gradient' || ask.kind === 'line' || ask.kind === 'share';
}

function isCurrent(state: LessonState, id: string): boolean {
  const item = state.open.items[state.at];
  return item?.kind === 'question' && item.question.id === id;
}
