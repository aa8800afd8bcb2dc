/** A console is one page that changes its address: this tells of each new one. */

/** Calls `changed` with the address now and after every change, until the signal aborts. */
export function watchAddress(changed: (address: string) => void, signal: AbortSignal): void {
  let last = '';
  const look = (): void => {
    if (signal.aborted || location.href === last) return;
    last = location.href;
    changed(last);
  };
  // Pages replace `history.pushState` in their own world, so only these tell of it here. The poll is for
  // browsers without the Navigation API.
  if ('navigation' in globalThis) navigation.addEventListener('navigatesuccess', look, { signal });
  addEventListener('popstate', look, { signal });
  addEventListener('hashchange', look, { signal });
  const poll = setInterval(look, 1000);
  signal.addEventListener('abort', () => clearInterval(poll));
  look();
}
