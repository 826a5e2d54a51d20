import * as v from 'valibot';

/** What ids of lessons and steps look like. */
export const idPattern = /^[a-z][a-z0-9-]*$/;

/** Most characters that are read of one file. */
export const maxLength = 200_000;

/** How deep and how long a list of numbers in a lesson file may be. */
const nested: v.GenericSchema<unknown> = v.union([v.number(), v.array(v.lazy(() => nested))]);

const draw = v.strictObject({
  from: v.number(),
  to: v.number(),
  step: v.number(),
  shape: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(64)))),
});

const inputs = v.record(v.string(), v.union([nested, draw]));
const consts = v.record(v.string(), nested);

/** What stands beside a program: in `circuits` within each, else at the top of the file. */
export const besideProgram = {
  inputs: v.optional(inputs),
  consts: v.optional(consts),
  output: v.optional(v.string()),
  seed: v.optional(v.union([nested, draw])),
  mask: v.optional(v.array(v.string())),
  collapse: v.optional(v.array(v.string())),
  kinks: v.optional(v.literal(true)),
  where: v.optional(v.array(v.string())),
};

const circuit = v.strictObject({ program: v.string(), ...besideProgram });

const step = v.strictObject({
  id: v.string(),
  ask: v.optional(v.string()),
  on: v.optional(v.string()),
  fade: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  expect: v.optional(nested),
  unmask: v.optional(v.literal(true)),
  options: v.optional(v.array(v.string())),
  answer: v.optional(v.string()),
  plant: v.optional(v.strictObject({ mistake: v.string(), at: v.string() })),
  done: v.optional(v.array(v.string())),
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  stages: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(40))),
});

/** The form of lesson.yaml, after steps written as a bare id have become `{id}`. */
export const lessonSchema = v.strictObject({
  format: v.literal(1),
  id: v.string(),
  part: v.string(),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(240)),
  skills: v.optional(v.array(v.string())),
  needs: v.optional(v.array(v.string())),
  circuit: v.optional(v.string()),
  ...besideProgram,
  circuits: v.optional(v.record(v.string(), circuit)),
  steps: v.array(step),
});

export type LessonFile = v.InferOutput<typeof lessonSchema>;
export type CircuitFile = v.InferOutput<typeof circuit>;
