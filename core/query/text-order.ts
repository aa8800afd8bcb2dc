/** The order of names in lists: whatever their case, and numbers in them by their value. */

const digits = /\d+/g;

/** A text whose plain order is the order of lists: "cam 2" before "Cam 10". Alike for names that differ in case only. */
export function textKey(text: string): string {
  // A number stands behind how many digits it has, so that shorter ones come first; that mark sorts like a digit.
  return text.toLowerCase().replace(digits, (number) => {
    const value = number.replace(/^0+(?=\d)/, '');
    return String.fromCharCode(0x30 + Math.min(value.length, 9)) + value;
  });
}

/** Names that are alike in all but case stand by their characters. */
export function compareListText(a: string, b: string): number {
  return compare(textKey(a), textKey(b)) || compare(a, b);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
