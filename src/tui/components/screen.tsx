import { Box } from 'ink';
import type { ReactNode } from 'react';
import type { Line } from '../../diagram/index.js';
import { type App, bodyRows } from '../app.js';
import { screenFoot } from '../home-frame.js';
import { isIdle } from '../idle.js';
import type { Theme } from '../theme.js';
import { Lines } from './lines.js';

interface ScreenProps {
  readonly app: App;
  readonly theme: Theme;
  /** Two rows: the title, and what separates it from the body. */
  readonly header: readonly [Line, Line];
  readonly children: ReactNode;
}

/** What all screens share: title, body, notice, and the keys that work now. */
export function Screen({ app, theme, header, children }: ScreenProps) {
  const { columns, rows } = app.size;
  return (
    <Box flexDirection="column" width={columns} height={rows} overflow="hidden">
      <Lines lines={header} columns={columns} theme={theme} />
      <Box flexDirection="column" height={bodyRows(app)} flexShrink={0} overflow="hidden">
        {children}
      </Box>
      <Lines lines={screenFoot(app, isIdle)} columns={columns} theme={theme} />
    </Box>
  );
}
