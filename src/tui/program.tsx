import { render } from 'ink';
import { Root } from './components/root.js';
import { cursorOf } from './cursor.js';
import { goesToFilter } from './filter.js';
import { KeyFeed } from './key-feed.js';
import { restOfMoment } from './motion.js';
import type { Painter } from './painter.js';
import type { Press } from './press.js';
import type { Store } from './store.js';
import { colorLevel, themeNamed, themeNames } from './theme.js';

export { farewell } from './farewell.js';
export { createStore } from './store.js';

/** The screens, mounted in Ink. */
export interface Program {
  /** Takes presses one after the other, and paints what they led to. */
  take(presses: readonly Press[]): void;
  /** Paints the state as it is now. */
  paint(): void;
  /** Milliseconds until what moves on the screen goes on; nothing while it stands still. */
  restOfMoment(): number | undefined;
  /** Paints the next moment of what moves. */
  tick(): void;
  /** Resolves when Ink is gone, rejects with what was thrown while rendering. */
  readonly gone: Promise<unknown>;
  unmount(): void;
}

/** Mounts the screens. Ink renders whole frames into the painter; state lives in the store, and React only paints it. */
export function mountProgram(store: Store, painter: Painter, env: NodeJS.ProcessEnv): Program {
  const feed = new KeyFeed();
  const level = colorLevel(env);
  const themes = new Map(themeNames.map((name) => [name, themeNamed(name, level)]));
  const root = () => (
    <Root app={store.app} theme={themes.get(store.app.theme)!} onFilter={(text) => store.filter(text)} />
  );
  // Ink asks for whole streams, and uses of them what the painter and the feed have.
  const ink = render(root(), {
    stdout: painter as unknown as NodeJS.WriteStream,
    stderr: painter as unknown as NodeJS.WriteStream,
    stdin: feed as unknown as NodeJS.ReadStream,
    debug: true,
    exitOnCtrlC: false,
    patchConsole: false,
  });

  let mounted = true;

  function paint(): void {
    if (!mounted) return;
    painter.placeCursor(cursorOf(store.app));
    ink.rerender(root());
  }

  function passToFilter(press: Press): void {
    // Rendering runs the effects of the render before it: only then does the field know the value it has now.
    ink.rerender(root());
    const text = press.text?.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
    feed.send(text ?? '\x7f');
  }

  painter.placeCursor(cursorOf(store.app));
  return {
    paint,
    take(presses) {
      for (const press of presses) {
        if (goesToFilter(store.app, press)) passToFilter(press);
        else store.press(press);
      }
      paint();
    },
    restOfMoment: () => restOfMoment(store.app),
    tick() {
      store.tick();
      paint();
    },
    gone: ink.waitUntilExit(),
    unmount() {
      mounted = false;
      ink.unmount();
    },
  };
}
