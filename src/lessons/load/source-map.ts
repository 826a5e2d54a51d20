import { isAlias, isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument, visit } from 'yaml';

/** A place in a file, counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type Feature = 'anchor' | 'alias' | 'tag' | 'control';

/** What a terminal would obey. Lines and tabs are text. */
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** A YAML file read as data, with the place of everything in it. */
export interface LocatedData {
  readonly data: unknown;
  /** The first thing that is no YAML; what comes behind it is mostly a consequence. */
  readonly error?: { readonly message: string; readonly fault: string } & Place;
  /** Features of YAML, and characters, that lesson files may not use. */
  readonly features: readonly ({ readonly feature: Feature } & Place)[];
  /** Place of a value by its path, or of the nearest thing around it that exists. */
  place(path: readonly (string | number)[]): Place;
  /** Place of a key. */
  keyPlace(path: readonly (string | number)[]): Place;
  /** Place of a line and column inside a text value, block literal or plain. */
  textPlace(path: readonly (string | number)[], line: number, column: number): Place;
}

/** Reads YAML 1.2 core. Never throws: whatever the parser can't take, deep nesting included, is its `error`. */
export function readYaml(source: string): LocatedData {
  const lines = new LineCounter();
  const at = (offset: number): Place => {
    const pos = lines.linePos(offset);
    return { line: Math.max(1, pos.line), column: Math.max(1, pos.col) };
  };
  try {
    const doc = parseDocument(source, { lineCounter: lines, version: '1.2', schema: 'core', prettyErrors: false });
    const features: ({ feature: Feature } & Place)[] = [];
    visit(doc, {
      Node: (_key, node) => {
        if (isAlias(node)) features.push({ feature: 'alias', ...at(node.range?.[0] ?? 0) });
        else if (node.anchor) features.push({ feature: 'anchor', ...at(node.range?.[0] ?? 0) });
        if (node.tag?.startsWith('!') || (node.tag && !isAlias(node) && hasExplicitTag(source, node)))
          features.push({ feature: 'tag', ...at(node.range?.[0] ?? 0) });
        if (isScalar(node) && typeof node.value === 'string' && control.test(node.value))
          features.push({ feature: 'control', ...at(node.range?.[0] ?? 0) });
      },
    });
    const [first] = [...doc.errors, ...doc.warnings].sort((a, b) => a.pos[0] - b.pos[0]);
    const node = (path: readonly (string | number)[]): Node | undefined => {
      for (let length = path.length; length >= 0; length--) {
        const found = length === 0 ? doc.contents : doc.getIn(path.slice(0, length), true);
        if (isNode(found)) return found;
      }
      return undefined;
    };
    const place = (path: readonly (string | number)[]) => at(node(path)?.range?.[0] ?? 0);
    return {
      data: first || features.length > 0 ? undefined : doc.toJS(),
      ...(first && { error: { message: first.message.split('\n')[0]!, fault: first.code, ...at(first.pos[0]) } }),
      features,
      place,
      keyPlace: (path) => {
        const parent = node(path.slice(0, -1));
        const pair = isMap(parent)
          ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1))
          : undefined;
        return pair && isNode(pair.key) ? at(pair.key.range?.[0] ?? 0) : place(path);
      },
      textPlace: (path, line, column) => {
        const found = node(path);
        const start = at(found?.range?.[0] ?? 0);
        if (!isScalar(found) || isSeq(found)) return start;
        if (found.type !== 'BLOCK_LITERAL' && found.type !== 'BLOCK_FOLDED') {
          const quote = found.type === 'PLAIN' ? 0 : 1;
          return line === 1 ? { line: start.line, column: start.column + quote + column - 1 } : start;
        }
        const text = source.split('\n')[start.line + line - 1] ?? '';
        return { line: start.line + line, column: text.length - text.trimStart().length + column };
      },
    };
  } catch (error) {
    const message = error instanceof RangeError ? 'nested too deeply' : String((error as Error).message);
    const start = () => ({ line: 1, column: 1 });
    return {
      data: undefined,
      error: { message, fault: '', line: 1, column: 1 },
      features: [],
      place: start,
      keyPlace: start,
      textPlace: start,
    };
  }
}

/** Whether a node's tag was written out (`!!str x`) rather than resolved by the schema. */
function hasExplicitTag(source: string, node: Node): boolean {
  const before = source.slice(0, node.range?.[0] ?? 0);
  return /!\S*\s*$/.test(before.slice(before.lastIndexOf('\n') + 1));
}
