import { lengthAfter } from '../lessons/drill/length.js';
import type { App } from './app.js';
import { type Outcome, request } from './outcome.js';
import { themeNames } from './theme.js';

/** What the learner can set; each change is kept for the next time. */
export type SettingAction = 'language' | 'theme' | 'glyphs' | 'motion' | 'length';

/** The program with a setting changed to its next value. */
export function changed(app: App, action: SettingAction): Outcome {
  switch (action) {
    case 'language': {
      const lang = app.lang === 'en' ? 'zh' : 'en';
      return request({ ...app, lang }, { type: 'save', change: { lang } });
    }
    case 'theme': {
      const theme = themeNames[(themeNames.indexOf(app.theme) + 1) % themeNames.length]!;
      return request(
        { ...app, theme, notices: [{ kind: 'theme' }, ...app.notices] },
        { type: 'save', change: { theme } },
      );
    }
    case 'glyphs': {
      const glyphs = app.glyphs === 'unicode' ? 'ascii' : 'unicode';
      return request({ ...app, glyphs }, { type: 'save', change: { glyphs } });
    }
    case 'length': {
      const exercises = lengthAfter(app.exercises);
      return request(
        { ...app, exercises, notices: [{ kind: 'length' }, ...app.notices] },
        { type: 'save', change: { exercises } },
      );
    }
    case 'motion': {
      const motion = !app.motion;
      return request(
        { ...app, motion, notices: [{ kind: 'motion' }, ...app.notices] },
        { type: 'save', change: { motion } },
      );
    }
  }
}
