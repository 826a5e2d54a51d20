import { Box } from 'ink';
import { clipLine, type Line, textWidth } from '../../diagram/index.js';
import { tuiMessages } from '../../messages/tui.js';
import { type App, playTitle } from '../app.js';
import { layoutLesson, seenIn } from '../lesson-layout.js';
import { progressBar, span, spread } from '../lines.js';
import type { DrillPlay, Play } from '../play.js';
import { phaseOfPlay } from '../play-phase.js';
import type { Theme } from '../theme.js';
import { AnswerField } from './answer-field.js';
import { Lines } from './lines.js';
import { Screen } from './screen.js';

const BAR_COLUMNS = 16;

/** In a lesson how far it is; in a drill the skill, how firmly it sits, and which exercise of how many this is. */
export function playHeader(app: App, play: Play): readonly [Line, Line] {
  const { columns } = app.size;
  const title = playTitle(play, app.lang);
  const named =
    phaseOfPlay(play) === 'finished'
      ? tuiMessages(app.lang)[play.kind === 'lesson' ? 'finishedTitle' : 'overTitle'](title)
      : title;
  return [spread([span(named, 'title')], play.kind === 'drill' ? skill(app, play) : far(app, play), columns), []];
}

function far(app: App, play: Exclude<Play, DrillPlay>): Line {
  const [done, total] = [play.state.at, play.state.open.items.length];
  return [...progressBar(done, total, BAR_COLUMNS, app.glyphs), span(`  ${done}/${total}`)];
}

function skill(app: App, play: DrillPlay): Line {
  const { title, skill: named = [], counter = '' } = seenIn(app, play, app.size.columns);
  const room = app.size.columns - textWidth(title) - textWidth(counter) - 8;
  return [...clipLine(named, room), span(`   ${counter}`)];
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
    <Screen app={app} theme={theme} header={playHeader(app, play)}>
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
