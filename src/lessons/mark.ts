export interface Marked {
  verdict: 'right' | 'wrong' | 'unreadable';
  mistake?: string;
}
export function markAnswer(_p: unknown, _t: string): Marked {
  return { verdict: 'right' };
}
