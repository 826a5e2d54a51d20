import type { GateSentence, MistakeFacts } from './facts.js';

type F = MistakeFacts;

const own = (f: F) => `\`${f.x}\`'s own value${f.times}`;
const output = (f: F) => `the gate's output${f.times}`;
/** A part of the gate, with its value unless that is the number the sentence is about. */
const valued = (f: F, what: string, value: string) => (f.n === value ? what : `${what} \`${value}\``);
const addLead = (f: F) =>
  `An add gate's output moves as far as its input does. Raise \`${f.x}\` by 1: how far does \`${f.o}\` move?`;
const sub = (f: F) =>
  `\`${f.o}\` moves as far as \`${f.x}\` does. Raise \`${f.x}\` by 1: how far does it move, and which way?`;

/** What a wrong local gradient is, at each gate, and the question that leads on. */
export const gatesEn = {
  'add-own': { what: own, lead: addLead },
  'add-other': { what: (f: F) => `\`${f.y}\`'s value${f.times}`, lead: addLead },
  'add-half': {
    what: (f: F) => (f.g === '1' ? 'one half' : `half of \`${f.g}\`, the upstream gradient`),
    lead: (f: F) => `An add gate shares nothing out: raise \`${f.x}\` alone by 1, and how far does \`${f.o}\` move?`,
  },
  'sub-own': { what: own, lead: sub },
  'sub-other': { what: (f: F) => `\`${f.y}\`'s value${f.times}`, lead: sub },
  'sub-sign': {
    what: (f: F) => `what \`${f.y}\` would get`,
    lead: (f: F) => `\`${f.x}\` is subtracted. If \`${f.x}\` rises, does \`${f.o}\` rise or fall?`,
  },
  'neg-sign': {
    what: (f: F) =>
      f.g === '1' ? 'what a gate has that leaves its input as it is' : 'the upstream gradient, unchanged',
    lead: (f: F) => `This gate turns the sign. If \`${f.x}\` rises by 1, what does \`${f.o}\` do?`,
  },
  'mul-own': {
    what: own,
    lead: (f: F) =>
      `At a multiply gate, one input's local gradient is the other input's value. What multiplies \`${f.x}\`?`,
  },
  'mul-output': {
    what: (f: F) => `${valued(f, 'the product', f.ov)}${f.times}`,
    lead: (f: F) => `Raise \`${f.x}\` by 1, and one more \`${f.y}\` is added to \`${f.o}\`. How much is that?`,
  },
  'scale-own': {
    what: own,
    lead: (f: F) =>
      `This gate multiplies by the constant \`${f.y}\`. Raise \`${f.x}\` by 1: how far does \`${f.o}\` move?`,
  },
  'scale-output': {
    what: output,
    lead: (f: F) =>
      `This gate multiplies by the constant \`${f.y}\`. Raise \`${f.x}\` by 1: how far does \`${f.o}\` move?`,
  },
  'shift-constant': {
    what: (f: F) => `${valued(f, 'the constant', f.y)}${f.times}`,
    lead: (f: F) => `The constant stays where it is. Raise \`${f.x}\` by 1: how far does \`${f.o}\` move?`,
  },
  'shift-own': {
    what: own,
    lead: (f: F) => `Adding a constant changes no step. Raise \`${f.x}\` by 1: how far does \`${f.o}\` move?`,
  },
  'shift-zero': {
    what: () => 'what a constant would get',
    lead: (f: F) => `\`${f.x}\` is no constant. Raise it by 1: how far does \`${f.o}\` move?`,
  },
  'div-divisor': {
    what: (f: F) => `the divisor \`${f.y}\`${f.times}`,
    lead: (f: F) => `Raise \`${f.x}\` by 1, and that 1 is divided by \`${f.y}\` as well. How far does \`${f.o}\` move?`,
  },
  'div-own': {
    what: own,
    lead: (f: F) => `Write \`${f.o}\` as \`${f.x}\` times something. What is that something?`,
  },
  'div-unsquared': {
    what: (f: F) => `minus the quotient \`${f.ov}\`${f.times}`,
    lead: (f: F) => `Which power of the divisor stands in the derivative of \`1/${f.x}\`?`,
  },
  'div-sign': {
    what: () => 'of the right size, with the other sign',
    lead: (f: F) => `\`${f.x}\` divides. If a divisor grows, which way does the quotient \`${f.ov}\` go?`,
  },
  'div-inverse': {
    what: (f: F) => `\`1/${f.x}\`, the rule for the numerator${f.times}`,
    lead: (f: F) => `\`${f.x}\` is the divisor. What is the derivative of \`1/${f.x}\`?`,
  },
  'div-no-numerator': {
    what: (f: F) => `\`-1/${f.x}**2\`${f.times}`,
    lead: (f: F) => `That is the rule of \`1/${f.x}\`. Here \`${f.y}\` stands on top: what happens to it?`,
  },
  'div-numerator': {
    what: (f: F) => `the numerator \`${f.y}\`${f.times}`,
    lead: (f: F) =>
      `If \`${f.x}\` were twice as large, what would become of \`${f.o}\`? What does the divisor do to the rate?`,
  },
  'inverse-unsquared': {
    what: (f: F) => `\`-1/${f.x}\`${f.times}`,
    lead: (f: F) => `Which power of \`${f.x}\` is in the derivative of \`1/${f.x}\`?`,
  },
  'inverse-log': {
    what: (f: F) => `the logarithm of \`${f.x}\`${f.times}`,
    lead: (f: F) => `The logarithm is the integral of \`1/${f.x}\`. What is its derivative?`,
  },
  'inverse-at-output': {
    what: (f: F) => `\`-1/${f.x}**2\` worked out at the output \`${f.ov}\`${f.times}`,
    lead: (f: F) => `The rule is about the gate's input. What is \`${f.x}\` here?`,
  },
  'inverse-sign': {
    what: () => 'of the right size, with the other sign',
    lead: (f: F) => `If \`${f.x}\` rises a little, does \`1/${f.x}\` rise or fall?`,
  },
  'inverse-output': {
    what: (f: F) => `\`1/${f.x}\` itself${f.times}`,
    lead: (f: F) => `That is how large \`${f.o}\` is. How fast does \`1/${f.x}\` change as \`${f.x}\` grows?`,
  },
  'power-exponent-kept': {
    what: (f: F) => `the exponent times \`${f.x}\` to the same power${f.times}`,
    lead: (f: F) => `The derivative of \`${f.o}\` has one power of \`${f.x}\` less. Which power is left?`,
  },
  'power-no-exponent': {
    what: (f: F) => `\`${f.x}\` to one power less${f.times}`,
    lead: (f: F) => `In the derivative of a power, what becomes of the exponent \`${f.y}\`?`,
  },
  'power-exponent-only': {
    what: (f: F) => `${valued(f, 'the exponent', f.y)}${f.times}`,
    lead: (f: F) =>
      `The slope of \`${f.o}\` depends on where \`${f.x}\` is. Which power of \`${f.x}\` goes with the \`${f.y}\`?`,
  },
  'power-log': {
    what: (f: F) => `what the rule for a changing exponent gives${f.times}`,
    lead: (f: F) => `Here \`${f.x}\` is the base, and \`${f.y}\` stays. Which rule is for that?`,
  },
  'exponent-power-rule': {
    what: (f: F) => `what the rule for the base gives${f.times}`,
    lead: (f: F) => `Here \`${f.x}\` is the exponent. How fast does \`${f.o}\` grow when the exponent does?`,
  },
  'exponent-no-log': {
    what: (f: F) => `the power itself${f.times}`,
    lead: (f: F) => `Only for the base e is a power its own derivative. What comes in for the base \`${f.y}\`?`,
  },
  'exp-power-rule': {
    what: (f: F) => `what the power rule gives for an exponential${f.times}`,
    lead: (f: F) => `In \`${f.o}\` the exponent moves, not the base. What is the derivative of \`e^x\`?`,
  },
  'exp-inverse': {
    what: (f: F) => `1 over the gate's output${f.times}`,
    lead: () => `\`e^x\` is its own derivative. So what multiplies here?`,
  },
  'exp-own': {
    what: own,
    lead: () => `\`e^x\` is its own derivative. What did this gate put out?`,
  },
  'log-value': {
    what: (f: F) => `the logarithm itself${f.times}`,
    lead: (f: F) => `That is the gate's output. How fast does the logarithm grow at \`${f.x} = ${f.xv}\`?`,
  },
  'log-own': {
    what: own,
    lead: (f: F) => `The larger \`${f.x}\`, the slower its logarithm grows. What is the derivative of \`log(x)\`?`,
  },
  'log-ten': {
    what: (f: F) => `the slope of the logarithm to base 10${f.times}`,
    lead: () => '`log` is the natural logarithm here. What is its derivative?',
  },
  'sqrt-no-half': {
    what: (f: F) => `1 over the root${f.times}`,
    lead: () => 'Write the root as a power with exponent 1/2. What does the power rule put in front?',
  },
  'sqrt-half': {
    what: (f: F) => `half the root${f.times}`,
    lead: () => `The exponent 1/2 comes down, and the power falls by 1. Is the root then on top or below?`,
  },
  'sqrt-input': {
    what: (f: F) => `1 over twice \`${f.x}\`${f.times}`,
    lead: () => "Below the line stands twice the root, which is the gate's output. What did it put out?",
  },
  'abs-value': {
    what: (f: F) => `the size of \`${f.x}\`${f.times}`,
    lead: (f: F) => `That is the output. If \`${f.x}\` rises by a little, how far does its size move?`,
  },
  'abs-one': {
    what: () => 'what a positive input would get',
    lead: (f: F) => `\`${f.x}\` is \`${f.xv}\`. If it rises a little, does its size grow or shrink?`,
  },
  'sigmoid-input': {
    what: (f: F) => `what comes from the input, \`${f.xv}\`${f.times}`,
    lead: () => `The s in \`s(1-s)\` is the gate's output. What did it put out?`,
  },
  'sigmoid-output': {
    what: (f: F) => `${valued(f, "the gate's output", f.ov)}${f.times}`,
    lead: () => `\`s(1-s)\` has two factors. What is the other one?`,
  },
  'sigmoid-complement': {
    what: (f: F) => `\`1 - ${f.ov}\`${f.times}`,
    lead: () => `\`s(1-s)\` has two factors. What is the other one?`,
  },
  'sigmoid-tanh-rule': {
    what: (f: F) => `\`1 - s*s\`, the rule of tanh${f.times}`,
    lead: () => `This gate is a sigmoid. What stands before the bracket in its rule?`,
  },
  'sigmoid-square': {
    what: (f: F) => `minus the square of the output${f.times}`,
    lead: () => `The sigmoid rises everywhere, so its slope is positive. What is \`s\` multiplied by?`,
  },
  'tanh-input': {
    what: (f: F) => `1 minus the square of the input, \`${f.xv}\`${f.times}`,
    lead: () => `The t in \`1 - t*t\` is the gate's output. What did it put out?`,
  },
  'tanh-unsquared': {
    what: (f: F) => `\`1 - ${f.ov}\`${f.times}`,
    lead: () => `Which power of the output is taken from 1 in the rule of tanh?`,
  },
  'tanh-sigmoid-rule': {
    what: (f: F) => `\`t(1-t)\`, the rule of the sigmoid${f.times}`,
    lead: () => `This gate is a tanh. What is its slope where the output is 0, and where is it 1?`,
  },
  'tanh-square': {
    what: (f: F) => `the square of the output${f.times}`,
    lead: () => `At output 0 tanh is steepest. What does the square have to be taken from?`,
  },
  'tanh-output': {
    what: (f: F) => `${valued(f, "the gate's output", f.ov)}${f.times}`,
    lead: () => `That is how high tanh is, not how steep. What is the rule in terms of its output?`,
  },
  'relu-open': {
    what: () => 'what an open gate would pass',
    lead: (f: F) =>
      `\`${f.x}\` is \`${f.xv}\`, and relu puts out 0. Raise \`${f.x}\` by 0.1: how far does the output move?`,
  },
  'relu-value': {
    what: own,
    lead: (f: F) => `relu lets \`${f.x}\` through unchanged. Raise it by 0.1: how far does the output move?`,
  },
  'relu-mask-upstream': {
    what: (f: F) => `what comes of masking by the sign of the upstream gradient \`${f.g}\``,
    lead: (f: F) => `The mask is about what went forward. Was \`${f.x}\` positive?`,
  },
  'relu-closed': {
    what: () => 'what a closed gate would pass',
    lead: (f: F) => `\`${f.x}\` is \`${f.xv}\`, so it went through. Raise it by 0.1: how far does the output move?`,
  },
  'leaky-zero': {
    what: () => 'what a plain relu would pass',
    lead: (f: F) => `A leaky relu lets a little through where \`${f.x}\` is negative. How much per unit?`,
  },
  'leaky-value': {
    what: (f: F) => `${valued(f, "the gate's output", f.ov)}${f.times}`,
    lead: (f: F) => `That is how far it leaked, not how fast. Raise \`${f.x}\` by 1: how far does the output move?`,
  },
  'leaky-slope': {
    what: (f: F) => `${valued(f, 'the small slope', f.y)}${f.times}`,
    lead: (f: F) => `That slope holds where the input is negative. Which holds at \`${f.x} = ${f.xv}\`?`,
  },
  'max-loser': {
    what: () => `what the winner gets`,
    lead: (f: F) =>
      `${f.gate} did not pick \`${f.x} = ${f.xv}\`. Raise \`${f.x}\` by 0.1: how far does its output move?`,
  },
  'max-half': {
    what: (f: F) => (f.g === '1' ? 'one half' : `half of \`${f.g}\`, the upstream gradient`),
    lead: (f: F) =>
      `The inputs are not equal, so nothing is shared. Raise \`${f.x}\` by 0.1: how far does \`${f.o}\` move?`,
  },
  'max-winner': {
    what: () => 'what the input that was not picked gets',
    lead: (f: F) => `\`${f.x} = ${f.xv}\` is the one that came through. Raise it by 0.1: how far does \`${f.o}\` move?`,
  },
  'max-value': {
    what: own,
    lead: (f: F) => `The gate passes its pick on unchanged. Raise \`${f.x}\` by 0.1: how far does \`${f.o}\` move?`,
  },
  'softplus-output': {
    what: output,
    lead: () => 'That is how high softplus is, not how steep. Which squashing function is its slope?',
  },
  'softplus-relu': {
    what: () => 'what a relu would pass',
    lead: (f: F) => `Softplus has no corner; its slope goes smoothly from 0 to 1. How far has it come at \`${f.xv}\`?`,
  },
  'softplus-slope': {
    what: (f: F) => `\`s(1-s)\`, the slope of the sigmoid${f.times}`,
    lead: () => "Softplus's own slope is the sigmoid itself. What is it here?",
  },
  'softplus-flipped': {
    what: (f: F) => `\`1/(1+e^x)\`${f.times}`,
    lead: () => `The steeper part of softplus is on the right. Which sign does the exponent of the sigmoid have?`,
  },
  'sin-output': { what: output, lead: () => 'That is the sine itself. Which function is its slope?' },
  'sin-sign': {
    what: (f: F) => `minus the cosine${f.times}`,
    lead: () => `Just right of 0 the sine rises. Does its slope there have a plus or a minus?`,
  },
  'cos-output': { what: output, lead: () => 'That is the cosine itself. Which function is its slope?' },
  'cos-sign': {
    what: (f: F) => `the sine${f.times}`,
    lead: () => `Just right of 0 the cosine falls. Which sign does its slope have?`,
  },
} satisfies Record<string, GateSentence>;

/** Stable ids of the mistakes that belong to one kind of gate. */
export type GateMistakeId = keyof typeof gatesEn;
