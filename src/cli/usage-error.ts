/**
 * Something typed on the command line, or in a file named there, can't be used. `message` is a sentence for the person
 * who typed it; `hints` are lines below it, such as the place in a program or what to type instead.
 */
export class UsageError extends Error {
  readonly hints: readonly string[];

  constructor(message: string, ...hints: readonly string[]) {
    super(message);
    this.name = 'UsageError';
    this.hints = hints;
  }
}
