/** FNV-1a, 52 bits of it in hexadecimal: enough to tell one version of a lesson's facts from another. */
export function fingerprint(text: string): string {
  let high = 0x811c9dc5;
  let low = 0xc9dc5118;
  for (let i = 0; i < text.length; i++) {
    high = Math.imul(high ^ text.charCodeAt(i), 0x01000193);
    low = Math.imul(low ^ high ^ text.charCodeAt(i), 0x01000193);
  }
  return (high >>> 0).toString(16).padStart(8, '0') + ((low >>> 0) >>> 12).toString(16).padStart(5, '0');
}
