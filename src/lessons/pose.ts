export function pose(_s: unknown, _q: unknown): unknown {
  return undefined;
}
export function hintCount(_p: unknown): number {
  return 4;
}
