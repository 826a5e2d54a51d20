/** Names of commands and options are the same in every language; what is said about them is not. */
export type CommandName = 'learn' | 'run' | 'draw' | 'grad';
export type OptionName =
  | 'at'
  | 'const'
  | 'width'
  | 'ascii'
  | 'no-gradients'
  | 'json'
  | 'batch'
  | 'answers'
  | 'perfect'
  | 'seed'
  | 'no-color'
  | 'lang'
  | 'help'
  | 'version';

/** What the program says on the command line. */
export interface CliMessages {
  readonly tagline: string;
  readonly opensTutor: string;
  readonly headings: { readonly examples: string; readonly commands: string; readonly options: string; readonly usage: string };
  readonly commands: Readonly<Record<CommandName, { readonly summary: string; readonly details: readonly string[] }>>;
  readonly options: Readonly<Record<OptionName, string>>;
  readonly columns: {
    readonly name: string;
    readonly gate: string;
    readonly value: string;
    readonly local: string;
    readonly gradient: string;
  };
  seeHelp(command: string): string;
  seeCommandHelp(command: string): string;
  unknownCommand(word: string, near: string | undefined): string;
  unknownOption(word: string, near: string | undefined): string;
  programAfterDashes(command: string): string;
  switchWithValue(option: string): string;
  missingValue(option: string, form: string): string;
  repeatedOption(option: string): string;
  missingOperand(operand: string): string;
  extraOperand(word: string): string;
  quoteProgram: string;
  wholeNumber(option: string, got: string, from: number, to: number): string;
  oneOf(option: string, got: string, choices: string): string;
  excludes(one: string, other: string): string;
  assignment(option: string, got: string): string;
  notANumber(name: string, got: string): string;
  givenTwice(name: string): string;
  badJson(file: string): string;
  valuesObject(file: string): string;
  fileProblem(path: string, reason: 'missing' | 'not-a-file' | 'too-large' | 'not-utf8' | 'unreadable'): string;
  noSuchFile(path: string): string;
  giveValue(example: string): string;
  unknownLesson(word: string, near: string | undefined): string;
  lessonsAre(ids: string): string;
  brokenLesson(path: string, count: number): string;
  noLanguage(lesson: string, lang: string): string;
  noTerminal(command: string): string;
  needsAnswers(command: string): string;
  likeThis(commands: readonly string[]): string;
  batchField(field: string, expected: string): string;
  batchTakesNone(word: string): string;
  notOverwide(width: number): string;
  transcriptIntro: string;
  goOn(commands: { readonly tutor: string; readonly answers: string; readonly help: string }): readonly string[];
  crashed(version: string): string;
}
