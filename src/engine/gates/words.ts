import type { GateRow } from './row.js';

/** The words of a gate: what it does and its rule, in English and in Chinese. */
export function words(enDoes: string, enRule: string, zhDoes: string, zhRule: string): GateRow['words'] {
  return { en: { does: enDoes, rule: enRule }, zh: { does: zhDoes, rule: zhRule } };
}
