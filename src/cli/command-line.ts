/** The name that people type. */
export const programName = 'backprop-tutor';

/** The program's name and arguments as they can be pasted into a shell; double quotes serve Windows too. */
export function commandLine(...args: readonly string[]): string {
  return [programName, ...args.map((arg) => (/^[\w@%+=:,./|-]+$/.test(arg) ? arg : `"${arg}"`))].join(' ');
}
