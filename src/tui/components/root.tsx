import { Box } from 'ink';
import { tuiMessages } from '../../messages/tui.js';
import { type App, MINIMUM, placeOf } from '../app.js';
import { line } from '../lines.js';
import type { Theme } from '../theme.js';
import { HomeScreen } from './home-screen.js';
import { LessonScreen } from './lesson-screen.js';
import { Lines } from './lines.js';
import { MenuScreen } from './menu-screen.js';
import { PlaygroundScreen } from './playground-screen.js';
import { ProblemsScreen } from './problems-screen.js';
import { ProgressScreen } from './progress-screen.js';
import { SearchScreen } from './search-screen.js';
import { TrainingScreen } from './training-screen.js';

function TooSmall({ app, theme }: { readonly app: App; readonly theme: Theme }) {
  const words = tuiMessages(app.lang);
  const { columns, rows } = app.size;
  const said = [words.tooSmall(MINIMUM.columns, MINIMUM.rows), words.tooSmallNow(columns, rows), words.tooSmallKept];
  return (
    <Box width={columns} height={rows} overflow="hidden">
      <Lines lines={said.slice(0, rows).map((text) => line(text))} columns={columns} theme={theme} />
    </Box>
  );
}

interface RootProps {
  readonly app: App;
  readonly theme: Theme;
  readonly onFilter: (filter: string) => void;
}

/** The screen that the state of the program calls for. */
export function Root({ app, theme, onFilter }: RootProps) {
  if (placeOf(app) === 'small') return <TooSmall app={app} theme={theme} />;
  if (app.overlay?.kind === 'menu') return <MenuScreen app={app} selected={app.overlay.selected} theme={theme} />;
  if (app.overlay?.kind === 'problems') return <ProblemsScreen app={app} overlay={app.overlay} theme={theme} />;
  if (app.overlay) return <SearchScreen app={app} overlay={app.overlay} theme={theme} />;
  if (app.play?.training)
    return <TrainingScreen app={app} play={app.play} training={app.play.training} theme={theme} />;
  if (app.play) return <LessonScreen app={app} play={app.play} theme={theme} />;
  if (app.page?.kind === 'playground') return <PlaygroundScreen app={app} page={app.page} theme={theme} />;
  if (app.page) return <ProgressScreen app={app} page={app.page} theme={theme} />;
  return <HomeScreen app={app} theme={theme} onFilter={onFilter} />;
}
