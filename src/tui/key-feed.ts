import { EventEmitter } from 'node:events';

/**
 * What Ink believes to be its input stream. The program reads the terminal itself, as a burst of keys must be taken key by
 * key; only keys for Ink's own text field are passed on, one at a time.
 */
export class KeyFeed extends EventEmitter {
  readonly isTTY = true;
  #queue: string[] = [];

  /** Hands `input` to Ink's input hooks. */
  send(input: string): void {
    this.#queue.push(input);
    this.emit('readable');
  }

  read(): string | null {
    return this.#queue.shift() ?? null;
  }

  // Ink also asks for these of its input; the real terminal is not Ink's to set up.
  setRawMode(): this {
    return this;
  }
  setEncoding(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}
