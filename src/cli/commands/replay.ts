import { type PastSitting, pastSittings } from '../../lessons/drill/history.js';
import { openLesson, type ViewOptions } from '../../lessons/index.js';
import { visible } from '../../lessons/markdown.js';
import type { JournalEvent } from '../../lessons/types.js';
import { drillMessages } from '../../messages/drill.js';
import { practiceMessages } from '../../messages/practice.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { isSet, wholeNumber } from '../options.js';
import type { Invocation } from '../parse.js';
import { readPractice } from '../practice.js';
import { replayDrill } from '../script/replay-drill.js';
import { replayTranscript } from '../script/transcript.js';
import { UsageError } from '../usage-error.js';

/** `replay [number]`: the transcript of a past sitting, the latest unless told otherwise; with `--list` which there are. */
export async function replay(invocation: Invocation, environment: Environment): Promise<number> {
  const { operands, messages, lang } = invocation;
  const [word, extra] = operands;
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  const m = practiceMessages[lang];
  const events: JournalEvent[] = [];
  const { dayOf } = await readPractice(invocation, environment, (event) => events.push(event));
  const sittings = pastSittings(events);
  if (sittings.length === 0) {
    await environment.stdout.write(`${m.noSittings}\n`);
    return 0;
  }
  if (isSet(invocation, 'list')) {
    const lines = sittings.map((sitting, at) => {
      const answers = sitting.events.filter(({ event }) => event.type === 'answer').length;
      const name =
        sitting.kind === 'lesson' ? visible(sitting.opened.lesson) : drillMessages[lang].kinds[sitting.opened.kind];
      return `${at + 1}  ${dayOf(new Date(sitting.opened.at))}  ${name}  ${m.answers(answers)}`;
    });
    await environment.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  }
  const number = word === undefined ? sittings.length : Number(word);
  const sitting = sittings[number - 1];
  if (sitting === undefined)
    throw new UsageError(m.noSitting(word ?? '', sittings.length), messages.likeThis(commandLine('replay', '--list')));
  const width = wholeNumber(invocation, 'width', 40, 1000) ?? environment.columns ?? 80;
  const options: ViewOptions = { lang, width, glyphs: isSet(invocation, 'ascii') ? 'ascii' : environment.glyphs };
  await environment.stdout.write(transcriptOf(sitting, options, environment, invocation));
  return 0;
}

function transcriptOf(
  sitting: PastSitting,
  options: ViewOptions,
  environment: Environment,
  { lang }: Invocation,
): string {
  if (sitting.kind === 'drill') return replayDrill(sitting.opened, sitting.events, options);
  const { lesson: id, facts, seed, habits } = sitting.opened;
  const lesson = environment.library().lesson(id);
  if (lesson?.facts !== facts) throw new UsageError(practiceMessages[lang].changedSince(visible(id)));
  const events = sitting.events.map(({ event }) => event);
  return replayTranscript(openLesson(lesson, seed, habits), events, options);
}
