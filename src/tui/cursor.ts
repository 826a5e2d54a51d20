import { lineWidth, textWidth } from '../diagram/index.js';
import { type App, placeOf } from './app.js';
import { fieldWindow } from './field-window.js';
import { layoutLesson } from './lesson-layout.js';
import type { Cell } from './painter.js';
import { layoutPlayground } from './playground-layout.js';
import { layoutWriting } from './training-layout.js';

/** The row below the title and the line under it, where a body begins. */
export const BODY_ROW = 2;

/** What stands before the filter's text. */
export const FILTER_PROMPT = ' / ';

/** What stands before the field in which keys or terms are searched for. */
export const SEARCH_PROMPT = '/';

/** The row of that field, below the list's title. */
const SEARCH_ROW = BODY_ROW + 1;

/** Where the real cursor stands: in the text field if there is one, as input methods open their windows at it. */
export function cursorOf(app: App): Cell | undefined {
  const place = placeOf(app);
  if (place === 'filter') return { row: BODY_ROW, column: textWidth(FILTER_PROMPT + (app.home.filter ?? '')) };
  if (app.overlay && 'field' in app.overlay && place === app.overlay.kind) {
    const { cursor } = fieldWindow(app.overlay.field, SEARCH_PROMPT, app.size.columns, app.glyphs);
    return { row: SEARCH_ROW, column: cursor };
  }
  if (place === 'writing' && app.play?.training) {
    const { firstRow, rows } = layoutWriting(app, app.play, app.play.training);
    const { row } = app.play.training;
    return { row: BODY_ROW + firstRow + row, column: lineWidth(rows[row]!.left) + rows[row]!.window.cursor };
  }
  if ((place === 'program' || place === 'prompt') && app.page?.kind === 'playground') {
    const { cursor } = layoutPlayground(app, app.page);
    return cursor && { row: BODY_ROW + cursor.row, column: cursor.column };
  }
  if (place !== 'asking' || !app.play) return undefined;
  const layout = layoutLesson(app, app.play);
  const { cursor } = fieldWindow(app.play.field, layout.prompt ?? '', app.size.columns, app.glyphs);
  return { row: BODY_ROW + layout.fieldRow, column: cursor };
}
