import { Box } from 'ink';
import type { Line } from '../../diagram/index.js';
import { tuiMessages } from '../../messages/tui.js';
import { type App, numberedTitle, type Play } from '../app.js';
import { cachedView, layoutLesson } from '../lesson-layout.js';
import { progressBar, span, spread } from '../lines.js';
import type { Theme } from '../theme.js';
import { AnswerField } from './answer-field.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

const BAR_COLUMNS = 16;

function header(app: App, play: Play): readonly [Line, Line] {
  const { done, total, phase } = cachedView(play.state, {
    width: app.size.columns,
    glyphs: app.glyphs,
    lang: app.lang,
  });
  const title = numberedTitle(play.entry, app.lang);
  const named = phase === 'finished' ? tuiMessages(app.lang).finishedTitle(title) : title;
  const right = [...progressBar(done, total, BAR_COLUMNS, app.glyphs), span(`  ${done}/${total}`)];
  return [spread([span(named, 'title')], right, app.size.columns), []];
}

/** A row of air behind a region that has rows. */
function aired(lines: readonly Line[], air: Line = []): readonly Line[] {
  return lines.length === 0 ? lines : [...lines, air];
}

/** A lesson: the circuit, its words, what is asked, the answer field, and what came of the last answer. */
export function LessonScreen({ app, play, theme }: { readonly app: App; readonly play: Play; readonly theme: Theme }) {
  const { columns } = app.size;
  const layout = layoutLesson(app, play);
  const { circuit, prose, proseColumn, prompt } = layout;
  const circuitLines = aired(circuit.lines, layout.panHint);
  return (
    <Screen app={app} theme={theme} header={header(app, play)}>
      {proseColumn === undefined ? (
        <>
          <Lines lines={circuitLines} columns={columns} theme={theme} />
          <Lines lines={aired(prose.lines)} columns={columns} theme={theme} />
        </>
      ) : (
        <Box flexShrink={0}>
          <Box width={proseColumn} flexShrink={0} flexDirection="column">
            <Lines lines={circuitLines} columns={proseColumn} theme={theme} />
          </Box>
          <Box flexDirection="column">
            <Lines lines={aired(prose.lines)} columns={columns - proseColumn} theme={theme} />
          </Box>
        </Box>
      )}
      <Lines lines={layout.question} columns={columns} theme={theme} />
      {prompt !== undefined && (
        <Box height={layout.fieldRows} flexShrink={0}>
          <AnswerField field={play.field} prompt={prompt} columns={columns} glyphs={app.glyphs} theme={theme} />
        </Box>
      )}
      <Lines lines={layout.feedback} columns={columns} theme={theme} />
    </Screen>
  );
}
