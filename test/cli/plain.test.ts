import { describe, expect, test } from 'vitest';
import type { PlainOptions } from '../../src/cli/plain/options.js';
import { plainTutor } from '../../src/cli/plain/session.js';
import type { Journal, Settings } from '../../src/host/index.js';
import { openLesson, phaseOf, resume } from '../../src/lessons/index.js';
import type { JournalEvent } from '../../src/lessons/types.js';
import { plainMessages } from '../../src/messages/plain.js';
import { courseLibrary } from '../mounted/course.js';
import { dayOf, now } from '../tui/app.js';
import { backpropTutor } from './support/world.js';

const library = courseLibrary(['chain-rule', 'forks', 'training']);

/** A conversation: what is typed into it, and what it says to that. */
function conversation(rest: Partial<PlainOptions> = {}, events: readonly JournalEvent[] = [], full?: string) {
  const recorded: JournalEvent[] = [...events];
  const said: string[] = [];
  const order: string[] = [];
  const journal: Journal = {
    path: 'journal.jsonl',
    read(visit) {
      for (const event of events) visit(event);
      return { broken: [] };
    },
    append(event) {
      order.push('saved');
      if (full !== undefined) return { ok: false, code: full };
      recorded.push(event);
      return { ok: true };
    },
  };
  const kept: Settings[] = [];
  const options: PlainOptions = {
    library,
    journal,
    settings: {
      read: () => ({ settings: {} }),
      write(settings) {
        kept.push(settings);
        return { ok: true };
      },
    },
    clock: () => now,
    dayOf,
    lang: 'en',
    glyphs: 'unicode',
    // So wide that no sentence is broken.
    columns: () => 10_000,
    command: 'backprop-tutor',
    ...rest,
  };
  const tutor = plainTutor(options, (text) => {
    order.push('said');
    said.push(text);
  });
  return {
    tutor,
    recorded,
    order,
    /** The settings as they were kept last. */
    settings: () => kept.at(-1),
    /** All it said so far. */
    all: () => said.join('\n'),
    /** What it says to some lines. */
    hears(...lines: readonly string[]): string {
      const from = said.length;
      for (const line of lines) tutor.take(line);
      return said.slice(from).join('\n');
    },
  };
}

const verdicts = (recorded: readonly object[]) =>
  recorded.flatMap((event) => ('verdict' in event && event.verdict ? [event.verdict] : []));

describe('the list of lessons', () => {
  test('is numbered; a number, an id, words of a title, or Enter opens one', () => {
    const { tutor, all } = conversation();
    expect(all()).toContain('3 The chain rule, 13 minutes\n');
    expect(tutor.prompt).toBe('lesson: ');
    for (const typed of ['3', 'chain-rule', 'chain RULE', '链式法则', ''])
      expect(conversation().hears(typed)).toContain('3 The chain rule\n');
  });

  test('what nothing is called by is said, and so are several', () => {
    expect(conversation().hears('quantum')).toContain('No lesson is called "quantum".');
    expect(conversation().hears('a')).toContain('Several lessons are called so:');
  });

  test('says in words how far a lesson is, and Enter goes on with it', () => {
    const { recorded, hears } = conversation();
    hears('9', '');
    const later = conversation({}, recorded);
    expect(later.all()).toMatch(/^9 .*, \d+ minutes, 1 of \d+ done$/m);
    expect(later.hears('')).toMatch(/^9 .*\n\nStep 2 of/m);
  });
});

describe('what else there is to do at home', () => {
  test('is told, a line each', () => {
    expect(conversation().all()).toMatch(
      /^:drill: nothing is due.*, 12 exercises\.\n:drill placement: five questions.*\n:drill test: eight questions.*\n:play: a circuit of your own\.\n:stats: 0 of 3 lessons, 0 days\.\n:glossary: .*\n:help: /m,
    );
  });

  test('statistics in words, without bars and columns', () => {
    const { recorded, hears } = conversation({ drill: { kind: 'practice', count: 1, skill: 'local:mul' } });
    expect(conversation().hears(':stats')).toBe('Nothing has been answered yet.');
    hears('99', ':reveal', '');
    const heard = conversation({}, recorded).hears(':stats');
    expect(heard).toMatch(/^Skills\nlocal gradient: multiply: strength \d+ %, due tomorrow, right 0%, time \d+ s\n/m);
    expect(heard).toMatch(/^Days practised\n\d{4}-\d\d-\d\d: 1 answer, 0% right$/m);
    expect(heard).not.toMatch(/[━─·░▒▓█]/);
  });

  test('the glossary: which terms there are, what they mean, and a word for one that is not there', () => {
    const { hears } = conversation();
    expect(hears(':glossary')).toMatch(/gradient, .*\. :glossary and one of them says what it means\.$/);
    expect(hears(':glossary chain rule')).toMatch(
      /^chain rule {2}链式法则\n {2}.*\n {2}first met in 3 The chain rule$/,
    );
    expect(hears(':glossary 链式法则')).toMatch(/^chain rule {2}/);
    expect(hears(':glossary quark')).toBe('No term has quark in it; :glossary alone lists them.');
  });

  test('the length of a drill is changed and kept; the next drill has it', () => {
    const { hears, settings } = conversation();
    expect(hears(':length')).toBe('From the next drill on: 20 exercises.');
    expect(hears(':length 7')).toBe('From the next drill on: 7 exercises.');
    expect(settings()).toEqual({ exercises: 7 });
    for (const odd of ['0', '1.5', 'long', '1000'])
      expect(hears(`:length ${odd}`)).toBe(`:length takes a whole number from 1 to 200, not ${odd}`);
    expect(hears(':drill')).toMatch(/^Exercise 1 of 7\.$/m);
  });

  test('choices do not forget one another', () => {
    const { hears, settings } = conversation();
    hears(':length 7', ':language');
    expect(settings()).toEqual({ exercises: 7, lang: 'zh' });
  });

  test('other drills by their kind', () => {
    expect(conversation().hears(':drill placement')).toMatch(/^Exercise 1 of 5\.$/m);
    expect(conversation().hears(':drill exam')).toBe(':drill is one of practice, test-out, placement, test, not exam');
  });

  test('a word that only objects know is no command', () => {
    expect(conversation().hears(':constructor')).toContain('There is no :constructor.');
  });
});

describe('a lesson', () => {
  test('the circuit is told gate by gate, and what is asked is said there', () => {
    const { tutor, hears, all } = conversation({ lesson: 'chain-rule' });
    expect(all()).toContain('gate 2: f = q * z; q: not known yet, z = -4; f: not known yet');
    expect(tutor.prompt).toBe('Enter goes on: ');
    expect(hears('')).toContain('gate 1: q = x + y; x = -2, y = 5; q: asked now');
    expect(tutor.prompt).toBe('q: ');
  });

  test('verdicts are words; after a right one Enter goes on, gradients follow', () => {
    const { hears, recorded } = conversation({ lesson: 'chain-rule' });
    expect(hears('', '5')).toMatch(/^Not yet\. 5 is the value of y/m);
    expect(hears('3')).toMatch(/^Right\. q = x \+ y = -2 \+ 5 = 3/m);
    expect(verdicts(recorded)).toEqual(['wrong', 'right']);
    let heard = '';
    for (let turn = 0; turn < 60 && !heard.includes('gradient of q: asked now'); turn++) heard = hears(':skip', '');
    expect(heard).toMatch(/^gate 2: f = q \* z; q = 3, z = -4; f = -12; gradient of f: 1; gradient of q: asked now/m);
  });

  test('long sentences are broken between words, at the width of the terminal', () => {
    const { hears, all } = conversation({ lesson: 'chain-rule', columns: () => 40 });
    hears('', '5', ':help', ':circuit');
    for (const line of all().split('\n')) expect(line.length).toBeLessThan(40);
    expect(all()).toContain('gate 1: q = x + y; x = -2, y = 5; q:\nasked now');
  });

  test('no sign that is only seen, and no drawing, unless it is asked for', () => {
    const { hears, all } = conversation({ lesson: 'chain-rule' });
    hears('', '5', ':hint', '3', '', ':circuit');
    expect(all()).not.toMatch(/[✓✗━─│┌┐└┘▸]/);
    expect(hears(':draw')).toMatch(/\+---\+/);
  });

  test('is saved before what came of it is said', () => {
    const { order, hears } = conversation({ lesson: 'chain-rule' });
    hears('');
    order.length = 0;
    hears('5');
    expect(order).toEqual(['saved', 'said']);
  });

  test('a journal that cannot be written is said once', () => {
    const { hears, all, tutor } = conversation({ lesson: 'chain-rule' }, [], 'ENOSPC');
    hears('', '3');
    expect(all().match(/ENOSPC/g)).toHaveLength(1);
    expect(tutor.farewell()[0]).toContain('could not be saved');
  });

  test('all commands of the machine, and a word for one that there is not', () => {
    const { hears, recorded } = conversation({ lesson: 'chain-rule' });
    hears('', ':hint', ':nudge', ':why', ':reveal', ':undo', ':skip', ':back');
    const types = recorded.flatMap((event) => (event.type === 'step' ? [event.event.type] : []));
    expect(types).toEqual(['next', 'hint', 'nudge', 'why', 'reveal', 'undo', 'skip', 'back']);
    expect(hears(':hnit')).toMatch(/^There is no :hnit\..* :quit\.$/m);
    const { commands, lessonCommands } = plainMessages.en;
    for (const name of Object.keys({ ...commands, ...lessonCommands })) expect(hears(':help')).toContain(`:${name}: `);
  });

  test('Enter alone says the question again, and words where nothing is asked do no harm', () => {
    const { hears, recorded } = conversation({ lesson: 'chain-rule' });
    expect(hears('7')).toContain('Nothing is asked here.');
    hears('');
    expect(hears('')).toContain('What does it put out?');
    expect(verdicts(recorded)).toEqual([]);
  });

  test('ends with its summary and the next lesson, which Enter opens', () => {
    const { tutor, hears } = conversation({ lesson: 'chain-rule' });
    let heard = '';
    for (let turn = 0; turn < 200 && !heard.includes('finished'); turn++)
      heard = hears(tutor.prompt === 'Enter goes on: ' ? '' : ':skip');
    expect(heard).toContain('The next lesson is 9 ');
    expect(tutor.farewell()).toEqual(['The chain rule: finished, and saved.', 'Go on with: backprop-tutor']);
    expect(hears('')).toMatch(/^9 /m);
  });

  test('leads the machine where the screens lead it', () => {
    const { hears, recorded } = conversation({ lesson: 'chain-rule' });
    hears('', '5', '3', '');
    const state = resume(openLesson(library.lesson('chain-rule')!, 1), recorded);
    expect([state.at, phaseOf(state), state.outcomes.get('q')?.result]).toEqual([2, 'asking', 'right']);
  });

  test('a net that was trained is told in words', () => {
    const { tutor, hears } = conversation({ lesson: 'training' });
    for (let turn = 0; turn < 60 && tutor.prompt !== 'lines: '; turn++)
      hears(tutor.prompt === 'Enter goes on: ' ? '' : ':skip');
    const lines = 'dv = hidden.T @ dout; dhidden = dout @ v.T; dZ = dhidden; dW = X.T @ dZ; db = dZ.sum(axis=0)';
    expect(hears(lines)).toMatch(
      /^XOR: your lines, after 200 steps: loss .*, \d of 4 points right; the right lines, after 200 steps: loss 2\.5e-7, 4 of 4 points right\.$/m,
    );
    expect(hears(lines.replace('dZ = dhidden', 'dZ = dhidden*(Z > 0)'))).toMatch(
      /^Two arms.*40 of 40 points right\.$/m,
    );
  });
});

describe('drills', () => {
  test('an exercise is counted, its skill named with its strength, and the end says what was right', () => {
    const { tutor, hears, all, recorded } = conversation({ drill: { kind: 'practice', count: 2, skill: 'local:mul' } });
    expect(all()).toMatch(/^Exercise 1 of 2\.\nlocal gradient: multiply {2}new/m);
    let heard = '';
    for (let turn = 0; turn < 40 && !heard.includes('Drill: finished'); turn++)
      heard = hears(tutor.prompt === 'Enter goes on: ' ? '' : ':reveal');
    expect(heard).toMatch(/local gradient: multiply {2}strength \d+ %/);
    expect(recorded.some(({ type }) => type === 'drilled')).toBe(true);
    expect(hears('')).toContain('3 The chain rule\n');
  });

  test('one that was left in the middle is gone on with', () => {
    const drill = { kind: 'practice' } as const;
    const { recorded, hears } = conversation({ drill });
    hears(':reveal', '');
    expect(conversation({ drill }, recorded).all()).toMatch(/^Exercise 2 of /m);
  });

  test('a test gives no help', () => {
    const { hears } = conversation({ drill: { kind: 'placement', seed: 1 } });
    expect(hears(':hint')).toContain('one try at each question');
  });
});

describe('in Chinese', () => {
  test('all of it is', () => {
    const { hears, all } = conversation({ lesson: 'chain-rule', lang: 'zh' });
    hears('', '5', '3', '：help');
    expect(all()).toContain('第 1 个门：q = x + y；x = -2，y = 5；q：现在要答');
    expect(all()).toMatch(/^还不对。5 是/m);
    expect(all()).toMatch(/^对。q = x \+ y/m);
  });

  test('the language changes in the middle', () => {
    expect(conversation({ lesson: 'chain-rule' }).hears(':language')).toContain('第 1 步，共');
  });
});

describe('how it is opened', () => {
  const asked = async (args: readonly string[], world: Parameters<typeof backpropTutor>[1]) =>
    (await backpropTutor(args, world)).opened?.plain;

  test('by --plain, alone or with a command; a dumb terminal needs no asking', async () => {
    for (const args of [['--plain'], ['learn', '3', '--plain'], ['drill', '--plain']])
      expect(await asked(args, { interactive: true })).toBe(true);
    for (const args of [[], ['learn'], ['drill']]) {
      expect(await asked(args, { conversing: true, interactive: false })).toBe(true);
      expect(await asked(args, { interactive: true })).toBeUndefined();
    }
  });

  test('without a terminal it is refused, with what does the like', async () => {
    for (const args of [['--plain'], ['learn', '--plain']]) {
      const { code, stderr, opened } = await backpropTutor(args);
      expect({ code, opened }).toEqual({ code: 2, opened: undefined });
      expect(stderr).toContain('backprop-tutor run chain-rule --answers -');
    }
  });
});
