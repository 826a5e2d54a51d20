import { commands } from '../lessons/entry.js';
import { playgroundMessages } from '../messages/playground.js';
import { trainingWords } from '../messages/training.js';
import { tuiMessages } from '../messages/tui.js';
import type { App, Notice } from './app.js';
import { keyName } from './keys.js';
import { takesNoHelp } from './play-phase.js';

/** A notice in the learner's language. */
export function noticeText(app: App, notice: Notice): string {
  const words = tuiMessages(app.lang);
  switch (notice.kind) {
    case 'save-failed':
      return words.saveFailed(notice.code);
    case 'journal-unreadable':
      return words.journalUnreadable(notice.code);
    case 'journal-broken':
      return words.journalBroken(notice.lines, notice.path);
    case 'settings-set-aside':
      return words.settingsSetAside(notice.path);
    case 'unknown-lesson':
      return words.unknownLesson(notice.id);
    case 'read-again':
      return words.readAgain(notice.warnings);
    case 'unknown-command':
      return words.unknownCommand(notice.word, commands.map((name) => `:${name}`).join(' '));
    case 'lines-left':
      return trainingWords[app.lang].left(notice.names);
    case 'lesson-saved':
      return playgroundMessages[app.lang].saved(notice.folder);
    case 'lesson-not-saved': {
      const { exists, cantWrite } = playgroundMessages[app.lang];
      return notice.reason === 'not-empty' ? exists(notice.folder) : cantWrite(notice.folder, notice.reason);
    }
    case 'playground':
      return playgroundMessages[app.lang][notice.word];
    case 'type-answer':
      return app.play && takesNoHelp(app.play) ? words.typeOrSkip(keyName('ctrl-n', app.glyphs)) : words.typeAnswer;
    case 'no-group':
      return words.noGroup;
    case 'last-lesson':
      return words.lastLesson;
    case 'no-help':
      return words.noHelp;
    case 'no-test':
      return words.noTest;
    case 'length':
      return words.lengthIs(app.exercises);
    case 'motion':
      return words.setTo(words.keys.motion.short, words.motionIs[app.motion ? 'on' : 'off']);
    case 'theme':
      return words.themeIs(words.themes[app.theme]);
  }
}
