/** Leave to reach a storage's host; asked for one host at a time, when a person opens a bucket there. */
import { api } from './api.ts';

/** Match patterns have no port in some browsers, so a host's ports are asked for together. */
function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/** Must be called in a person's gesture, before any `await`. */
export function requestOrigin(...origins: string[]): Promise<boolean> {
  return api.permissions.request({ origins: origins.map(patternOf) });
}

export function hasOrigin(origin: string): Promise<boolean> {
  return api.permissions.contains({ origins: [patternOf(origin)] });
}
