/**
 * Globs over keys: `?` is one character, `*` any number of them but no `/`, `**` any number of anything.
 * A pattern without `/` is matched against the last part of the key, as people mean `*.jpg`.
 * Runs in pattern × text steps at the worst, whatever the pattern: no regular expression is built from it.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  if (pattern === '') return () => true;
  const whole = pattern.includes('/');
  const tokens = tokensOf(pattern);
  const matches = follower(tokens);
  return (text) => matches(whole ? text : text.slice(text.lastIndexOf('/') + 1));
}

type Token = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'one' | 'some' | 'any' };

function tokensOf(pattern: string): Token[] {
  return (pattern.match(/\*\*|[*?]|[^*?]/gsu) ?? []).map((part): Token => {
    if (part === '**') return { kind: 'any' };
    if (part === '*') return { kind: 'some' };
    return part === '?' ? { kind: 'one' } : { kind: 'text', text: part };
  });
}

/** Places in the pattern where one may be at the same time, and where characters lead from there. */
interface State {
  readonly places: ReadonlySet<number>;
  readonly ended: boolean;
  readonly next: Map<string, State>;
}

/** What was worked out for other keys is kept up to here, as some patterns have very many states. */
const mostStates = 1000;

/** Follows all places in the pattern at once, a character of the text at a time. */
function follower(tokens: readonly Token[]): (text: string) => boolean {
  /** Characters that the pattern does not name all lead to the same place. */
  const named = new Set(['/', ...tokens.flatMap((token) => (token.kind === 'text' ? [token.text] : []))]);
  let known = new Map<string, State>();

  function stateOf(places: Set<number>): State {
    const all = withSkipped(tokens, places);
    const id = [...all].sort((a, b) => a - b).join();
    const found = known.get(id);
    if (found) return found;
    if (known.size >= mostStates) {
      for (const state of known.values()) state.next.clear();
      known = new Map();
    }
    const state: State = { places: all, ended: all.has(tokens.length), next: new Map() };
    known.set(id, state);
    return state;
  }

  function step({ places }: State, character: string): State {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (!token) continue;
      if (token.kind === 'any' || (token.kind === 'some' && character !== '/')) next.add(place);
      if (token.kind === 'one' && character !== '/') next.add(place + 1);
      if (token.kind === 'text' && token.text === character) next.add(place + 1);
    }
    return stateOf(next);
  }

  const start = stateOf(new Set([0]));
  return (text) => {
    let state = start;
    for (const character of text) {
      const name = named.has(character) ? character : '';
      let next = state.next.get(name);
      if (!next) {
        next = step(state, character);
        state.next.set(name, next);
      }
      if (next.places.size === 0) return false;
      state = next;
    }
    return state.ended;
  };
}

/** Stars may stand for nothing. */
function withSkipped(tokens: readonly Token[], places: Set<number>): Set<number> {
  for (const place of places) {
    const kind = tokens[place]?.kind;
    if (kind === 'some' || kind === 'any') places.add(place + 1);
  }
  return places;
}
