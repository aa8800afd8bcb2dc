/** Numbers, sizes, shares and times as this interface says them. */

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'medium' });

export { formatBytes as bytes, formatCount as count, plural as counted } from '#core/util/numbers.ts';

/** A share of 0 to 1 as "62 %"; rounded down, so that 100 % means all. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)} %`;
}

/** "12:03" today, "Yesterday", "18 Nov", and with its year when that is another one. */
export function moment(time: number, now: number): string {
  const then = new Date(time);
  const today = new Date(now);
  if (then.toDateString() === today.toDateString()) return clock.format(then);
  const yesterday = new Date(today);
  yesterday.setDate(today.getDate() - 1);
  if (then.toDateString() === yesterday.toDateString()) return 'Yesterday';
  return (then.getFullYear() === today.getFullYear() ? day : dayOfYear).format(then);
}

/** The whole date and time, for hover. */
export function exactTime(time: number): string {
  return exact.format(new Date(time));
}

/** Time worked as "1 h 12 min"; under a minute "0 min", as seconds would say more than is known. */
export function duration(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Milliseconds as "0.4 s". */
export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** The end of a long name, which tells names apart: "…T02-41-08Z.jpg". */
export function nameEnd(name: string, length: number): string {
  return name.length <= length ? name : `…${name.slice(-(length - 1)).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
