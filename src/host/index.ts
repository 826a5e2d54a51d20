export { type Clock, systemClock } from './clock.js';
export { type Journal, noJournal, openJournal, type Written } from './journal.js';
export { type LessonFolder, MAX_FILE_BYTES, readLessonFolder } from './lesson-folder.js';
export { type Library, libraryOf, openLibrary } from './library.js';
export { type Locale, localeOf } from './locale.js';
export { writeNewFolder } from './new-folder.js';
export { type Places, places } from './places.js';
export { openSettings, type Settings, type SettingsFile } from './settings.js';
