/** The course in its order: a lesson's number is its place here, whether or not the lessons between are written yet. */
export const course: readonly { readonly part: string; readonly lessons: readonly string[] }[] = [
  { part: 'gates', lessons: ['sensitivity', 'three-gates', 'chain-rule', 'local-process'] },
  { part: 'modules', lessons: ['unary-gates', 'sigmoid-neuron', 'sigmoid-gate', 'staged'] },
  { part: 'branches', lessons: ['forks', 'staged-practice', 'forward-cache', 'patterns', 'activations'] },
  { part: 'vectors', lessons: ['vectors', 'small-examples', 'matmul', 'broadcasting'] },
  { part: 'networks', lessons: ['svm-loss', 'softmax', 'feedforward', 'layers'] },
  { part: 'practice', lessons: ['debugging', 'training'] },
  { part: 'beyond', lessons: ['batch-norm', 'recurrent', 'convolution', 'attention'] },
];

const ids = course.flatMap((part) => part.lessons);

/** The lesson's number in the course, counted from 1; undefined for a lesson that is not of the course. */
export function courseNumber(id: string): number | undefined {
  const at = ids.indexOf(id);
  return at < 0 ? undefined : at + 1;
}
