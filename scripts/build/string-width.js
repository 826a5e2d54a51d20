import { stripVTControlCharacters } from 'node:util';
import { textWidth } from '../../src/diagram/text.js';

/** Stands in for the string-width package in the bundle, so that Ink and the drawings agree on every character. */
export default function stringWidth(text) {
  return textWidth(text.includes('\u001b') ? stripVTControlCharacters(text) : text);
}
