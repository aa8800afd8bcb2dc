/** Lets the page answer in between of long work. */

/** Work goes on for so long before the page has its turn. */
const sliceMs = 8;

/** Gives a function to call often: it waits for the page's next turn once a slice of time is used up. */
export function makeRest(signal: AbortSignal): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    signal.throwIfAborted();
    if (performance.now() - since < sliceMs) return undefined;
    return new Promise((resolve) => {
      setTimeout(() => {
        since = performance.now();
        resolve();
      });
    });
  };
}
