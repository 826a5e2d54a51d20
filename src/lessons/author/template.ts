import { lessonJsonSchema } from '../load/json-schema.js';

/** The file beside lesson.yaml by which editors complete and check it. */
const schemaFile = 'lesson.schema.json';

/** A small lesson that passes every check: what `new` writes, for an author to change line by line. */
export function newLesson(id: string): ReadonlyMap<string, string> {
  return new Map([
    ['lesson.yaml', yaml(id)],
    ['en.md', en],
    ['zh.md', zh],
    [schemaFile, schemaText()],
    [`scripts/${id}.answers`, answers(id)],
  ]);
}

/** The JSON Schema of lesson.yaml as a file. */
export function schemaText(): string {
  return `${JSON.stringify(lessonJsonSchema())}\n`;
}

const yaml = (id: string) => `# yaml-language-server: $schema=${schemaFile}
format: 1
id: ${id}
part: mine                  # the heading it is listed under
minutes: 5
skills: [local:mul, chain]
needs: [chain-rule]
circuits:
  main:
    program: |              # a line for each gate that is asked about
      s = a + b
      f = s * c
    inputs: {a: 3, b: -7, c: 5}
  fresh:
    program: |
      p = u * v
      f = p + w
    inputs:                 # drawn anew for each seed
      u: {from: 2, to: 9, step: 1}
      v: {from: -9, to: -2, step: 1}
      w: {from: 1, to: 5, step: 0.5}
    where: ["u != -v"]
steps:
  - intro                                        # prose alone
  - {id: s, ask: value of s, expect: -4}         # expect: what the engine must say
  - {id: all, ask: backward, fade: 1}            # fade: stages shown worked
  - {id: alone, ask: backward, on: fresh}
`;

const en = `# A lesson of my own

## intro

\`f = (a + b) * c\`. If a grows a little, how far does f move?

## s

Forward first: every gate puts its result on the wire behind it.

## all

Now backward, from f to the inputs. The first gate is done.

## alone

Another circuit, and nothing is shown worked.

### hint

Upstream times local, at every gate.

## summary

You can now run a backward pass through a sum and a product.
`;

const zh = `# 我自己的一课

## intro

\`f = (a + b) * c\`。a 增大一点，f 变化多少？

## s

先做前向传播：每个门把结果写在输出线上。

## all

再从 f 往输入反向走。第一个门已经算好。

## alone

换一个计算图，这次没有算好的步骤。

### hint

每过一个门，都是上游梯度乘以局部梯度。

## summary

现在你能让梯度穿过一个和与一个积。
`;

const answers = (
  id: string,
) => `# A play of the lesson: backprop-tutor run ./${id} --answers ./${id}/scripts/${id}.answers
# backprop-tutor test ./${id} --update writes down what is seen; without --update it compares.
s: -4
all/s.a: 1
all/s.b: 1
# what only passes gradients on has filled itself in
alone/df: 1
alone/p.u: v
alone/p.v: u
alone/du: v * dp
alone/dv: u * dp
`;
