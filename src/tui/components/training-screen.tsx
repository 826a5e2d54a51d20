import { Text } from 'ink';
import type { App } from '../app.js';
import type { Play } from '../play.js';
import type { Theme } from '../theme.js';
import type { Training } from '../training-form.js';
import { layoutWriting, watchedLines } from '../training-layout.js';
import { playHeader } from './lesson-screen.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

interface TrainingScreenProps {
  readonly app: App;
  readonly play: Play;
  readonly training: Training;
  readonly theme: Theme;
}

/** The question `train`: first the backward lines are written, then the nets are watched that they train. */
export function TrainingScreen({ app, play, training, theme }: TrainingScreenProps) {
  const { live } = training;
  return (
    <Screen app={app} theme={theme} header={playHeader(app, play)}>
      {live ? (
        <Lines lines={watchedLines(app, training, live)} columns={app.size.columns} theme={theme} />
      ) : (
        <Writing app={app} play={play} training={training} theme={theme} />
      )}
    </Screen>
  );
}

function Writing({ app, play, training, theme }: TrainingScreenProps) {
  const { columns } = app.size;
  const { prose, head, rows, shapes, feedback } = layoutWriting(app, play, training);
  const written = rows.map(({ left, window, selected }) => {
    const text = selected ? theme.selected(window.text) : window.text;
    return theme.line(left) + theme.style(window.prompt, 'emphasis') + text;
  });
  return (
    <>
      <Lines lines={prose.rows > 0 ? [...prose.lines, []] : []} columns={columns} theme={theme} />
      <Lines lines={[head]} columns={columns} theme={theme} />
      <Text wrap="truncate">{written.join('\n')}</Text>
      <Lines lines={[shapes, [], ...feedback]} columns={columns} theme={theme} />
    </>
  );
}
