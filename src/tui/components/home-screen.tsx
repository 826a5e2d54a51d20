import { Box, Text } from 'ink';
import TextInput from 'ink-text-input';
import { type App, bodyRows } from '../app.js';
import { FILTER_PROMPT } from '../cursor.js';
import { homeHeader } from '../home-frame.js';
import { homeLines } from '../home-lines.js';
import type { Theme } from '../theme.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

interface HomeScreenProps {
  readonly app: App;
  readonly theme: Theme;
  readonly onFilter: (filter: string) => void;
}

/** The list of lessons, by part and with progress. */
export function HomeScreen({ app, theme, onFilter }: HomeScreenProps) {
  const { columns } = app.size;
  const { filter } = app.home;
  const searching = filter !== undefined;
  return (
    <Screen app={app} theme={theme} header={homeHeader(app)}>
      {searching && (
        <Box>
          <Text>{FILTER_PROMPT}</Text>
          <TextInput value={filter} onChange={onFilter} showCursor={false} focus={app.overlay === undefined} />
        </Box>
      )}
      <Lines lines={homeLines(app, bodyRows(app) - (searching ? 1 : 0))} columns={columns} theme={theme} />
    </Screen>
  );
}
