import type { Picture } from './chart.js';
import type { DataSetName } from './data.js';
import { courseNames, courses } from './net.js';
import { compileNet, isNet, type Net, type Obstacle, type Trained, train, untrained } from './train.js';

const right = new Map<DataSetName, Trained>();
const kept = new Map<string, readonly Picture[] | Obstacle>();
/** Sittings try a few sets of lines, not hundreds. */
const MOST_KEPT = 16;

function toTheEnd(net: Net): Trained {
  return train(net, untrained(net), net.course.steps + 1);
}

/** What a net comes to under the engine's own gradients. */
export function rightlyTrained(name: DataSetName): Trained {
  const known = right.get(name);
  if (known) return known;
  const net = compileNet(courses[name]);
  if (!isNet(net)) throw new Error(`the net of ${name} can't be built`);
  const trained = toTheEnd(net);
  right.set(name, trained);
  return trained;
}

/**
 * Trains on every data set to the end. Deterministic; results are kept, as a screen asks for them at every frame.
 * @param lines the backward lines as the engine reads them @param areRight then no other net stands beside theirs
 */
export function trainedWhole(lines: readonly string[], areRight: boolean): readonly Picture[] | Obstacle {
  const key = `${areRight} ${lines.join('\n')}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  const result = trainAll(lines, areRight);
  kept.set(key, result);
  return result;
}

function trainAll(lines: readonly string[], areRight: boolean): readonly Picture[] | Obstacle {
  const pictures: Picture[] = [];
  for (const name of courseNames) {
    const net = compileNet(courses[name], lines);
    if (!isNet(net)) return net;
    pictures.push({ course: courses[name], own: toTheEnd(net), ...(!areRight && { right: rightlyTrained(name) }) });
  }
  return pictures;
}
