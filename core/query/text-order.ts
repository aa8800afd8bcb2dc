/** The order of names in lists: whatever their case, and numbers in them by their value. */
import { compareNatural } from '../util/text-order.ts';

/** "cam 2" before "Cam 10"; names that differ in case only stand by their bytes. */
export function compareListText(a: string, b: string): number {
  return compareNatural(a.toLowerCase(), b.toLowerCase()) || compareNatural(a, b);
}
