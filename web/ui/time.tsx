/** A time in words, exact on hover. */
import { exactTime, moment } from './format.ts';

export function Time(props: { of: number }) {
  return (
    <time datetime={new Date(props.of).toISOString()} title={exactTime(props.of)}>
      {moment(props.of, Date.now())}
    </time>
  );
}
