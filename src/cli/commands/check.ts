import { basename, dirname } from 'node:path';
import { checkSource, type Report } from '../../check/index.js';
import { changesIn } from '../../host/watch.js';
import { checkMessages } from '../../messages/check.js';
import { checkedDrawing, wrongMarks } from '../check/drawing.js';
import { checkJson } from '../check/json.js';
import { type ListingOptions, listing } from '../check/listing.js';
import { CheckWords } from '../check/words.js';
import { commandLine } from '../command-line.js';
import type { Environment } from '../environment.js';
import { junitReport } from '../junit.js';
import { readNamedFile } from '../named-file.js';
import { isSet, valueGiven, wholeNumber } from '../options.js';
import type { Invocation } from '../parse.js';
import { UsageError } from '../usage-error.js';

const defaultWidth = 80;
const exitCodes = { right: 0, wrong: 1, unreadable: 2 } as const;

/** `check FILE`: judges hand-written backward lines; `check --template NAME` prints an exercise to write them in. */
export async function check(invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, operands } = invocation;
  const template = valueGiven(invocation, 'template');
  if (template !== undefined) {
    const { printTemplate } = await import('../check/template.js');
    return printTemplate(template, invocation, environment);
  }
  const [path, extra] = operands;
  if (path === undefined)
    throw new UsageError(messages.missingOperand('<file>'), messages.likeThis(commandLine('check', 'exercise.py')));
  if (extra !== undefined) throw new UsageError(messages.extraOperand(extra));
  if (isSet(invocation, 'json') && isSet(invocation, 'junit'))
    throw new UsageError(messages.excludes('--json', '--junit'));
  if (!isSet(invocation, 'watch')) {
    const text = path === '-' ? await environment.stdin.text() : readNamedFile(path, environment, messages);
    return print(text, path, invocation, environment);
  }
  if (path === '-') throw new UsageError(messages.excludes('--watch', '-'));
  return keepChecking(path, invocation, environment);
}

/** Checks at each save until nobody reads any more. */
async function keepChecking(path: string, invocation: Invocation, environment: Environment): Promise<number> {
  const { messages, lang } = invocation;
  let text = readNamedFile(path, environment, messages);
  const changes = changesIn(dirname(path), [basename(path)]);
  let code = await print(text, path, invocation, environment);
  if (!(await environment.stderr.write(`${checkMessages[lang].watching(path)}\n`))) return code;
  for await (const _change of changes) {
    const file = environment.readFile(path);
    // In the middle of a save there may be no file; the next change brings it.
    if (!file.ok || file.text === text) continue;
    text = file.text;
    code = await print(text, path, invocation, environment);
  }
  return code;
}

async function print(text: string, path: string, invocation: Invocation, environment: Environment): Promise<number> {
  const report = checkSource(text);
  const { lang } = invocation;
  if (isSet(invocation, 'json')) await environment.stdout.write(`${JSON.stringify(checkJson(path, report, lang))}\n`);
  else if (isSet(invocation, 'junit')) await environment.stdout.write(junit(path, report, new CheckWords(lang)));
  else {
    const glyphs = isSet(invocation, 'ascii') ? 'ascii' : environment.glyphs;
    const width = wholeNumber(invocation, 'width', 40, 1000) ?? environment.columns ?? defaultWidth;
    await environment.stdout.write(`${reportText(report, { lang, glyphs, width })}\n`);
  }
  return exitCodes[report.outcome];
}

function reportText(report: Report, options: ListingOptions): string {
  const lines = listing(report, options);
  const wrong = report.circuit !== undefined && [...report.circuit.states.values()].includes('wrong');
  const drawing = wrong ? checkedDrawing(report.circuit, options) : undefined;
  if (drawing === undefined) return lines.join('\n');
  return [...lines, '', `  ${checkMessages[options.lang].circuit(wrongMarks[options.glyphs])}`, '', drawing].join('\n');
}

/** A case for every gradient: wrong, unwritten and unreadable ones fail. */
function junit(path: string, report: Report, words: CheckWords): string {
  const failing = new Set(['wrong', 'shape', 'follows', 'blank', 'not-checked']);
  return junitReport(
    path,
    report.verdicts.map((verdict) => ({
      name: `${verdict.line}: ${verdict.name}`,
      failures: failing.has(verdict.status) ? [words.verdict(verdict), ...words.details(verdict)] : [],
    })),
  );
}
