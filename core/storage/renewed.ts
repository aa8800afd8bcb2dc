/** What lapses and is asked for again: access tokens, temporary keys. */
import type { Clock } from '../ports.ts';

export interface Lapsing {
  /** Milliseconds since 1970 by this device's clock: from then on another is asked for. */
  readonly renewAt: number;
}

export interface Renewed<T> {
  /** What holds now. Those that ask while another is on its way wait for that one. */
  current(): Promise<T>;
  /** Called when it was refused: the next one is asked for anew. */
  drop(): void;
}

/** `ask` is called when something is first needed, and again once it should be renewed. A failure is not kept. */
export function renewed<T extends Lapsing>(ask: () => Promise<T>, clock: Pick<Clock, 'now'>): Renewed<T> {
  let asked: Promise<T> | undefined;

  function askAnew(): Promise<T> {
    const asking = ask();
    asked = asking;
    asking.catch(() => {
      if (asked === asking) asked = undefined;
    });
    return asking;
  }

  return {
    async current() {
      if (asked === undefined) return askAnew();
      const known = asked;
      const value = await known;
      if (clock.now() < value.renewAt) return value;
      // Another caller may have found that out first.
      return asked === known || asked === undefined ? askAnew() : asked;
    },
    drop() {
      asked = undefined;
    },
  };
}
