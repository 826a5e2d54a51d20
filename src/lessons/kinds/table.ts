import type { KindAsk, KindName, KindStepAsk } from './ask.js';
import { blameForm, culprit } from './blame.js';
import { choose, chooseForm } from './choose.js';
import { direction, directionForm } from './direction.js';
import { entry, entryForm } from './entry.js';
import type { Form } from './form.js';
import { fuse, fuseForm } from './fuse.js';
import { keep, keepForm } from './keep.js';
import type { Kind } from './kind.js';
import { line, lineForm } from './line.js';
import { mend } from './mend.js';
import { movement, movementForm } from './movement.js';
import { next, nextForm } from './next.js';
import { pair, pairForm } from './pair.js';
import { rule, ruleForm } from './rule.js';
import { shape, shapeForm } from './shape.js';
import { contributionsForm, share } from './share.js';
import { split, splitForm } from './split.js';
import { stage, stageForm } from './stage.js';
import { trainForm, training } from './train.js';

/** Every form of `ask:` but those of numbers and whole passes. */
export const formTable: { readonly [K in KindStepAsk['kind']]: Form<Extract<KindStepAsk, { kind: K }>> } = {
  contributions: contributionsForm,
  shape: shapeForm,
  line: lineForm,
  entry: entryForm,
  direction: directionForm,
  rule: ruleForm,
  pair: pairForm,
  choose: chooseForm,
  movement: movementForm,
  blame: blameForm,
  next: nextForm,
  keep: keepForm,
  split: splitForm,
  fuse: fuseForm,
  stage: stageForm,
  train: trainForm,
};

/** Every kind of question but those about numbers. */
export const kindTable: { readonly [K in KindName]: Kind<Extract<KindAsk, { kind: K }>> } = {
  share,
  shape,
  line,
  entry,
  direction,
  rule,
  pair,
  choose,
  movement,
  culprit,
  mend,
  next,
  keep,
  split,
  fuse,
  stage,
  train: training,
};
