/** Numbers as a person reads them, always in English, as the interface is. */
const grouped = new Intl.NumberFormat('en');

/** 41200 → "41,200". */
export function formatCount(count: number): string {
  return grouped.format(count);
}

/** 1 → "1 frame", 1200 → "1,200 frames". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Decimal units: 402000000 → "402 MB". */
export function formatBytes(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB'];
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || value >= 9.95 ? 0 : 1;
  return `${value.toFixed(digits).replace(/\.0$/, '')} ${units[unit]}`;
}
