/** Stands in, while this is being built, for what has its place and no code yet. */
export function notYet(what: string): never {
  throw new Error(`${what} is not built yet`);
}
