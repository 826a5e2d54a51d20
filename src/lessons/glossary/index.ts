import type { Term } from '../types.js';
import { beyond } from './beyond.js';
import { branches } from './branches.js';
import { gates } from './gates.js';
import { networks } from './networks.js';

/** Every term, in the order in which the course meets them. Compiled into the course, so no program loads this. */
export const glossary: readonly Term[] = [gates, branches, networks, beyond].flatMap((part) =>
  Object.entries(part).flatMap(([lesson, terms]) =>
    terms.map(([en, enText, zh, zhText]) => ({
      lesson,
      en: { name: en, text: enText },
      zh: { name: zh, text: zhText },
    })),
  ),
);
