/**
 * Globs over keys: `?` is one character, `*` any number of them but no `/`, `**` any number of anything.
 * A pattern without `/` is matched against the last part of the key, as people mean `*.jpg`.
 * Runs in pattern × text steps at the worst, whatever the pattern: no regular expression is built from it.
 */
export function globMatcher(pattern: string): (text: string) => boolean {
  if (pattern === '') return () => true;
  const whole = pattern.includes('/');
  const tokens = tokensOf(pattern);
  return (text) => matches(tokens, whole ? text : text.slice(text.lastIndexOf('/') + 1));
}

type Token = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'one' | 'some' | 'any' };

function tokensOf(pattern: string): Token[] {
  return (pattern.match(/\*\*|[*?]|[^*?]/gsu) ?? []).map((part): Token => {
    if (part === '**') return { kind: 'any' };
    if (part === '*') return { kind: 'some' };
    return part === '?' ? { kind: 'one' } : { kind: 'text', text: part };
  });
}

/** Follows all places in the pattern at once, a character of the text at a time. */
function matches(tokens: readonly Token[], text: string): boolean {
  let places = withSkipped(tokens, new Set([0]));
  for (const character of text) {
    const next = new Set<number>();
    for (const place of places) {
      const token = tokens[place];
      if (!token) continue;
      if (token.kind === 'any' || (token.kind === 'some' && character !== '/')) next.add(place);
      if (token.kind === 'one' && character !== '/') next.add(place + 1);
      if (token.kind === 'text' && token.text === character) next.add(place + 1);
    }
    if (next.size === 0) return false;
    places = withSkipped(tokens, next);
  }
  return places.has(tokens.length);
}

/** Stars may stand for nothing. */
function withSkipped(tokens: readonly Token[], places: Set<number>): Set<number> {
  for (const place of places) {
    const kind = tokens[place]?.kind;
    if (kind === 'some' || kind === 'any') places.add(place + 1);
  }
  return places;
}
