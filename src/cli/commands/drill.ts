import { padTo, textWidth, toText } from '../../diagram/index.js';
import { bar } from '../../lessons/drill/bars.js';
import { daysBetween, skills } from '../../lessons/drill/index.js';
import { strengthOf } from '../../lessons/drill/strength.js';
import { drillMessages } from '../../messages/drill.js';
import { commandLine } from '../command-line.js';
import { drillRequest } from '../drill-request.js';
import type { Environment } from '../environment.js';
import { openTutor } from '../open-tutor.js';
import { isSet } from '../options.js';
import type { Invocation } from '../parse.js';
import { readPractice } from '../practice.js';
import { UsageError } from '../usage-error.js';

const barWidth = 8;

/** `drill`: practice in the tutor; with `--list` the skills there are. */
export async function drill(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, operands } = invocation;
  if (operands[0] !== undefined) throw new UsageError(messages.extraOperand(operands[0]));
  const request = drillRequest(invocation);
  if (isSet(invocation, 'list')) return list(invocation, environment);
  const script = commandLine('run', 'drill', '--seed', '7', '--answers', '-');
  return openTutor({ library: environment.library(), drill: request }, script, invocation, environment);
}

async function list(invocation: Invocation, environment: Environment): Promise<number> {
  const { summary, now, dayOf } = await readPractice(invocation, environment);
  const m = drillMessages[invocation.lang];
  const glyphs = isSet(invocation, 'ascii') ? 'ascii' : environment.glyphs;
  const [id, name] = [
    Math.max(...skills.map((skill) => textWidth(skill.id))),
    Math.max(...skills.map((skill) => textWidth(m.skill(skill.id)))),
  ];
  const lines = skills.map((skill) => {
    const card = summary.memory.get(skill.id)?.card;
    const due = card === undefined ? m.new : m.due(daysBetween(dayOf(now), card.due));
    const plain = (text: string) => ({ text, role: 'plain' as const });
    return [
      plain(`${padTo(skill.id, id)}  ${padTo(m.skill(skill.id), name)}  `),
      ...bar(strengthOf(card), barWidth, glyphs),
      plain(`  ${due}`),
    ];
  });
  await environment.stdout.write(`${toText(lines)}\n`);
  return 0;
}
