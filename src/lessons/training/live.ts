import type { Picture } from './chart.js';
import type { DataSetName } from './data.js';
import { courseNames, courses } from './net.js';
import { compileNet, isNet, isOver, type Net, type Obstacle, type Trained, train, untrained } from './train.js';

interface Runner {
  readonly net: Net;
  readonly trained: Trained;
}

/** Nets trained before the learner's eyes: one by their lines and, where these are not right, one by the engine's gradients. */
export interface Live {
  readonly set: DataSetName;
  readonly own: Runner;
  readonly right?: Runner;
  /** Steps that are taken from one frame to the next; a power of 2. */
  readonly pace: number;
  readonly running: boolean;
}

/** The most steps of a frame: both nets take them in a few milliseconds. */
const FASTEST = 32;
/** About so many frames show a whole training, unless the learner wants it slower or faster. */
const FRAMES = 100;
/** How often the learning rate can be doubled, or halved. */
const DOUBLINGS = 4;

/**
 * Nets before their first step, or what keeps the lines from taking one.
 * @param lines the backward lines as the engine reads them @param areRight then no other net stands beside theirs
 */
export function beginLive(lines: readonly string[], areRight: boolean, set: DataSetName): Live | Obstacle {
  const course = courses[set];
  const own = compileNet(course, lines);
  if (!isNet(own)) return own;
  const right = areRight ? undefined : compileNet(course);
  return {
    set,
    own: beginning(own),
    ...(right && isNet(right) && { right: beginning(right) }),
    pace: Math.max(1, 2 ** Math.floor(Math.log2(course.steps / FRAMES))),
    running: true,
  };
}

export function isLive(begun: Live | Obstacle): begun is Live {
  return 'own' in begun;
}

function beginning(net: Net): Runner {
  return { net, trained: untrained(net) };
}

/** Both nets with something done to them. */
function both(live: Live, change: (runner: Runner) => Runner): Live {
  return { ...live, own: change(live.own), ...(live.right && { right: change(live.right) }) };
}

/** Some steps later; what has come to its end does not run any more. */
export function advance(live: Live, steps = live.pace): Live {
  const next = both(live, ({ net, trained }) => ({ net, trained: train(net, trained, steps) }));
  return isLiveOver(next) ? { ...next, running: false } : next;
}

/** At the end of the training. */
export function toTheEnd(live: Live): Live {
  return advance(live, live.own.net.course.steps + 1);
}

/** Whether no net has a step left to take. */
export function isLiveOver({ own, right }: Live): boolean {
  return [own, ...(right ? [right] : [])].every(({ net, trained }) => isOver(net, trained));
}

/** Whether the numbers of the learner's own net have left the finite ones. */
export function hasRunAway({ own }: Live): boolean {
  return !Number.isFinite(own.trained.losses.at(-1) ?? 0);
}

/** The data set that the nets are not trained on now. */
export function otherSet({ set }: Live): DataSetName {
  return courseNames.find((name) => name !== set)!;
}

/** From the first step again. */
export function restart(live: Live): Live {
  return { ...both(live, ({ net }) => beginning(net)), running: true };
}

/** Twice as many steps a frame, or half as many. */
export function paced(live: Live, factor: 2 | 0.5): Live {
  return { ...live, pace: Math.min(FASTEST, Math.max(1, live.pace * factor)) };
}

/** From the first step again with twice the learning rate, or half of it: so a curve belongs to one rate. */
export function rated(live: Live, factor: 2 | 0.5): Live {
  const { course } = live.own.net;
  const rate = course.rate * factor;
  if (Math.abs(Math.log2(rate / courses[live.set].rate)) > DOUBLINGS + 0.5) return live;
  return restart(both(live, ({ net, trained }) => ({ net: { ...net, course: { ...course, rate } }, trained })));
}

/** The nets as they are drawn. */
export function pictureOf({ own, right }: Live): Picture {
  return { course: own.net.course, own: own.trained, ...(right && { right: right.trained }) };
}
