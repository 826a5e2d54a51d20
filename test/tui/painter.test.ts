import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { Painter, type Size } from '../../src/tui/painter.js';

// Hundreds of frames take their time on a busy machine; no test asserts how much.
vi.setConfig({ testTimeout: 60_000 });

/** A terminal with a painter that paints into it. */
function screen(size: Size) {
  const terminal = new xterm.Terminal({
    cols: size.columns,
    rows: size.rows,
    allowProposedApi: true,
    logLevel: 'off',
    scrollback: 50,
  });
  terminal.write('\x1b[?1049h');
  let sent = '';
  const painter = new Painter(size, (text) => {
    sent += text;
    terminal.write(text);
  });
  const settled = async () => {
    await Promise.resolve();
    await new Promise<void>((resolve) => terminal.write('', resolve));
  };
  return {
    terminal,
    painter,
    settled,
    rows: () =>
      Array.from(
        { length: terminal.rows },
        (_, row) =>
          terminal.buffer.active
            .getLine(terminal.buffer.active.baseY + row)
            ?.translateToString(true)
            .trimEnd() ?? '',
      ),
    takeSent() {
      const text = sent;
      sent = '';
      return text;
    },
  };
}

/** A frame as the rows of a terminal of this size. */
function asRows(frame: string, { rows }: Size): string[] {
  const lines = frame.split('\n').slice(0, rows);
  return Array.from({ length: rows }, (_, row) => (lines[row] ?? '').trimEnd());
}

describe('painting', () => {
  test('a line as wide as the screen keeps its last column', async () => {
    const size = { columns: 10, rows: 3 };
    const { painter, rows, settled } = screen(size);
    painter.write('0123456789\nabcdefghij\n9876543210');
    await settled();
    expect(rows()).toEqual(['0123456789', 'abcdefghij', '9876543210']);
  });

  test('only lines that differ are sent, in one synchronized update', async () => {
    const { painter, settled, takeSent } = screen({ columns: 20, rows: 4 });
    painter.write('one\ntwo\nthree');
    await settled();
    takeSent();
    painter.write('one\n2\nthree');
    await settled();
    const sent = takeSent();
    expect(sent).toContain('\x1b[2;1H');
    expect(sent).not.toContain('one');
    expect(sent.startsWith('\x1b[?2026h')).toBe(true);
    expect(sent.endsWith('\x1b[?2026l')).toBe(true);
  });

  test('the same frame again sends nothing', async () => {
    const { painter, settled, takeSent } = screen({ columns: 20, rows: 4 });
    painter.write('one');
    await settled();
    takeSent();
    painter.write('one');
    await settled();
    expect(takeSent()).toBe('');
  });

  test('the cursor stands where it is placed, and is hidden where it is not', async () => {
    const { painter, settled, terminal, takeSent } = screen({ columns: 20, rows: 4 });
    painter.placeCursor({ column: 5, row: 2 });
    painter.write('one\ntwo');
    await settled();
    expect([terminal.buffer.active.cursorX, terminal.buffer.active.cursorY]).toEqual([5, 2]);
    takeSent();
    painter.placeCursor(undefined);
    await settled();
    expect(takeSent()).toBe('\x1b[?2026h\x1b[?25l\x1b[?2026l');
  });

  test('nothing is painted while the screen is someone else’s, and all of it afterwards', async () => {
    const { painter, settled, rows, terminal, takeSent } = screen({ columns: 20, rows: 2 });
    painter.write('mine');
    await settled();
    painter.pause();
    takeSent();
    painter.write('later');
    await settled();
    expect(takeSent()).toBe('');
    terminal.write('\x1b[Htheirs');
    painter.resume();
    await settled();
    expect(rows()).toEqual(['later', '']);
  });
});

test('after any sequence of frames and sizes the screen equals the last frame', async () => {
  const lineText = fc.stringMatching(/^[ab门\u4e2d█ ]{0,6}$/);
  const frame = fc.array(lineText, { maxLength: 7 }).map((lines) => lines.join('\n'));
  const action = fc.oneof(
    { weight: 5, arbitrary: frame.map((text) => ({ text })) },
    {
      weight: 1,
      arbitrary: fc.record({ columns: fc.integer({ min: 12, max: 20 }), rows: fc.integer({ min: 1, max: 8 }) }),
    },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(action, { minLength: 1, maxLength: 12 }), fc.boolean(), async (actions, atOnce) => {
      let size: Size = { columns: 12, rows: 5 };
      let last = '';
      const { painter, terminal, rows, settled } = screen(size);
      for (const each of actions) {
        if ('text' in each) {
          last = each.text;
          painter.write(last);
        } else {
          size = each;
          await settled();
          terminal.resize(size.columns, size.rows);
          painter.resize(size);
        }
        if (!atOnce) await settled();
      }
      await settled();
      expect(rows()).toEqual(asRows(last, size));
      terminal.dispose();
    }),
    { seed: 7, numRuns: 150 },
  );
});
