import type { Statement } from './syntax.js';

/** The names that a statement assigns, wherever in it. */
export function assignedNames(statement: Statement): string[] {
  switch (statement.kind) {
    case 'assign':
      return statement.targets.flat().map(({ name }) => name);
    case 'augment':
      return [statement.target.name];
    case 'effect':
      return [statement.name];
    case 'for':
      return statement.body.flatMap((one) => assignedNames(one));
    case 'unread':
      return [...statement.names];
    default:
      return [];
  }
}
