import { describe, expect, test } from 'vitest';
import { inline, readProse, visible } from '../../src/lessons/markdown.js';

describe('a lesson’s prose', () => {
  test('the title, sections by step id, and the parts of a section', () => {
    const prose = readProse(
      '# The chain rule\n\n## intro\n\nFirst line\nsecond line.\n\n- one\n- two\n\n### hint\n\nLook.\n\n## summary\n\nDone.\n',
    );
    expect(prose.title).toBe('The chain rule');
    expect(prose.sections.map(({ id, line }) => [id, line])).toEqual([
      ['intro', 3],
      ['summary', 15],
    ]);
    expect(prose.sections[0]!.blocks.map((block) => block.kind)).toEqual(['paragraph', 'item', 'item']);
    expect(prose.sections[0]!.parts).toMatchObject([{ id: 'hint', line: 11 }]);
  });

  test('headings inside a code fence are code', () => {
    const { sections } = readProse('# T\n## a\n```\n## not a step\n```\n');
    expect(sections).toHaveLength(1);
    expect(sections[0]!.blocks).toEqual([{ kind: 'code', lines: ['## not a step'] }]);
  });

  test('lines of a paragraph join with a space between words and with nothing between Chinese characters', () => {
    const text = (source: string) =>
      readProse(`# T\n## a\n${source}`).sections[0]!.blocks.flatMap((b) => (b.kind === 'code' ? [] : [b.text]));
    expect(text('one\ntwo')).toEqual(['one two']);
    expect(text('梯度沿着边\n往回流，')).toEqual(['梯度沿着边往回流，']);
  });

  test('`code` and *emphasis*; a lone star is a star', () => {
    expect(inline('so `dq = z` is *upstream*, 2 * 3')).toEqual([
      { text: 'so ', style: 'plain' },
      { text: 'dq = z', style: 'code' },
      { text: ' is ', style: 'plain' },
      { text: 'upstream', style: 'emphasis' },
      { text: ', 2 * 3', style: 'plain' },
    ]);
  });

  test('what a terminal would obey is made visible', () => {
    expect(visible('a\u001b[2Jb\u202ec\u0007')).toBe('a␛[2Jb<U+202E>c␇');
  });
});
