/** Dates as they are typed into a filter: `dd.MM.yyyy HH:mm`, in the time of this device. */

const pattern = /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:[ ,T]+(\d{1,2}):(\d{2}))?$/;

/** Milliseconds since 1970; undefined where the text is no date. Without a time it is the start of the day. */
export function parseDateText(text: string): number | undefined {
  const found = pattern.exec(text.trim());
  if (!found) return undefined;
  const [day = 0, month = 0, year = 0, hour = 0, minute = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const date = new Date(year, month - 1, day, hour, minute);
  // The 31st of February would be taken for the 3rd of March.
  const isThere =
    date.getFullYear() === year &&
    date.getMonth() === month - 1 &&
    date.getDate() === day &&
    hour < 24 &&
    minute < 60;
  return isThere ? date.getTime() : undefined;
}

export function printDateText(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${two(date.getDate())}.${two(date.getMonth() + 1)}.${String(date.getFullYear()).padStart(4, '0')}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}
