import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';

const source = join(import.meta.dirname, '../src');

/** The rooms from the ground up. A room imports only from floors below it, never from a neighbour. */
const floors = [
  ['engine'],
  ['diagram', 'messages'],
  ['lessons'],
  ['check'],
  ['host'],
  ['cli', 'tui'],
  ['main.ts', 'index.ts'],
];
const floorOf = new Map(floors.flatMap((rooms, floor) => rooms.map((room) => [room, floor] as const)));

/** Rooms that compute and do nothing else: what they need of the world is handed to them. */
const pureRooms = new Set(['engine', 'diagram', 'messages', 'check', 'lessons']);

/** Which room may use which library; each costs start-up time wherever it is loaded. */
const libraries: Readonly<Record<string, readonly string[]>> = {
  diagram: ['get-east-asian-width'],
  lessons: ['valibot', 'yaml', 'ts-fsrs'],
  host: ['env-paths', 'valibot'],
  tui: ['chalk', 'ink', 'ink-text-input', 'react', 'react/jsx-runtime'],
};

interface Import {
  readonly file: string;
  readonly specifier: string;
}

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.split(sep).join('/'));

const imports: readonly Import[] = files.flatMap((file) => {
  const text = withoutComments(readFileSync(join(source, file), 'utf8'));
  const found = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"])([^'"\s]+)\1/g);
  return [...found].map(([, , specifier]) => ({ file, specifier: specifier! }));
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}

function roomOf(file: string): string {
  return file.split('/')[0]!;
}

/** The room that an import leads into; undefined for a library. */
function target({ file, specifier }: Import): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  return roomOf(
    relative(source, join(source, dirname(file), specifier))
      .split(sep)
      .join('/'),
  );
}

describe('the floors of the house', () => {
  test('every file stands in a room, and all of them are read', () => {
    expect(files.filter((file) => !floorOf.has(roomOf(file)))).toEqual([]);
    expect(new Set(imports.map(({ file }) => roomOf(file)))).toEqual(new Set(files.map(roomOf)));
    expect(imports.length).toBeGreaterThan(files.length);
  });

  test('a room imports only from the floors below it', () => {
    const climbs = imports.filter((one) => {
      const room = roomOf(one.file);
      const into = target(one);
      return into !== undefined && into !== room && !(floorOf.get(into)! < floorOf.get(room)!);
    });
    expect(climbs).toEqual([]);
  });

  test('a room loads only the libraries that are its own', () => {
    const strangers = imports.filter((one) => {
      if (target(one) !== undefined || one.specifier.startsWith('node:')) return false;
      return !libraries[roomOf(one.file)]?.includes(one.specifier);
    });
    expect(strangers).toEqual([]);
  });

  test('below the host nothing touches the world: no files, no clock, no chance', () => {
    const pure = files.filter((file) => pureRooms.has(roomOf(file)));
    const worldly =
      /\bfrom\s*['"]node:|\bprocess\b\.|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b/;
    const touching = pure.filter((file) => worldly.test(withoutComments(readFileSync(join(source, file), 'utf8'))));
    expect(touching).toEqual([]);
  });

  test('nothing is ever evaluated as code', () => {
    const evaluating = files.filter((file) =>
      /\beval\s*\(|\bnew Function\b/.test(readFileSync(join(source, file), 'utf8')),
    );
    expect(evaluating).toEqual([]);
  });

  test('no file is too long to be read at one go', () => {
    const long = files.filter((file) => readFileSync(join(source, file), 'utf8').split('\n').length > 400);
    expect(long).toEqual([]);
  });
});
