import type { Group } from '../../diagram/index.js';
import type { NodeId } from '../../engine/index.js';
import type { OpenCircuit } from '../open.js';
import { currentItem, type LessonState, phaseOf } from '../state.js';
import { gatesAtHand } from './at-hand.js';
import { type Grouping, groupingOn, groupsIn, type Regrouped } from './graph.js';

/**
 * The box at hand split into its gates, within a frame; or the frame, or a group that stands among other gates, fused
 * into one box. Where no gate is at hand this is done to all groups. Undefined where there is no group.
 */
export function regroup(state: LessonState, regrouped: Regrouped = {}): Regrouped | undefined {
  const item = currentItem(state);
  if (item === undefined) return undefined;
  const question = item.kind === 'question' ? item.question : undefined;
  const on = question?.on ?? (item.kind === 'question' ? item.question.on : item.on);
  const atHand = question && phaseOf(state) === 'asking' ? gatesAtHand(on, question.ask) : new Set<NodeId>();
  const concerned = ({ gates }: Group) => atHand.size === 0 || gates.some((gate) => atHand.has(gate));
  const { boxes, frames } = groupingOn(state, on, regrouped);
  const [split, fused] = [boxes.filter(concerned), frames.filter(concerned)];
  if (split.length > 0) return changed(on, split, 'frames', regrouped);
  const groups = fused.length > 0 ? fused : apart(groupsIn(on).filter(concerned), [...boxes, ...frames]);
  return groups.length > 0 ? changed(on, groups, 'boxes', regrouped) : undefined;
}

/** Those groups that share no gate with others, the earlier ones before the later. */
function apart(groups: readonly Group[], others: readonly Group[]): readonly Group[] {
  const taken = new Set(others.flatMap(({ gates }) => gates));
  return groups.filter(({ gates }) => {
    if (gates.some((gate) => taken.has(gate))) return false;
    for (const gate of gates) taken.add(gate);
    return true;
  });
}

function changed({ spec }: OpenCircuit, groups: readonly Group[], how: keyof Grouping, before: Regrouped): Regrouped {
  const now = Object.fromEntries(groups.map(({ output }) => [output, how]));
  return { ...before, [spec.name]: { ...before[spec.name], ...now } };
}
