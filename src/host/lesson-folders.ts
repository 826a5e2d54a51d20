import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The folders of lessons at a path: the folder itself if it holds lesson.yaml, else those right below it that do. */
export function lessonFolders(folder: string): readonly string[] {
  if (existsSync(join(folder, 'lesson.yaml'))) return [folder];
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'lesson.yaml')))
      .map((entry) => join(folder, entry.name))
      .sort();
  } catch {
    return [];
  }
}
