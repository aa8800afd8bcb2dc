/** Time that somebody works: from one sign of life to the next, unless they lie far apart. */

/** A pause of this length or more is no work, as in CVAT's events. */
const pauseMs = 100_000;

export class WorkedTime {
  #last: number | undefined;
  #ms = 0;

  /** Something was done or moved; `now` in milliseconds. */
  touch(now: number): void {
    const since = this.#last === undefined ? pauseMs : now - this.#last;
    // A clock that was put back says nothing.
    if (since > 0 && since < pauseMs) this.#ms += since;
    this.#last = now;
  }

  /** Nobody sees the job any more: what comes next begins anew. */
  pause(): void {
    this.#last = undefined;
  }

  /** What was worked since this was last asked, in milliseconds. */
  take(): number {
    const ms = this.#ms;
    this.#ms = 0;
    return ms;
  }
}
