/** Where the time comes from: handed in, so that tests and transcripts choose it. */
export type Clock = () => Date;

/** The computer's own clock. */
export const systemClock: Clock = () => new Date();
