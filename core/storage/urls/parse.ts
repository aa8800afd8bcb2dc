/** A pasted list of addresses. */

interface InvalidLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
  /** A sentence for the person. */
  readonly reason: string;
}

export interface UrlList {
  /** In the order of the text, each once, as they were written. */
  readonly urls: readonly string[];
  readonly invalid: readonly InvalidLine[];
}

/** One address on each line. Blank lines, and those that begin with `#`, are passed over. */
export function parseUrlList(text: string): UrlList {
  const urls = new Set<string>();
  const invalid: InvalidLine[] = [];
  for (const [i, whole] of text.split(/\r\n|\r|\n/).entries()) {
    // Takes a byte order mark off as well.
    const line = whole.trim();
    if (line === '' || line.startsWith('#')) continue;
    const reason = whyInvalid(line);
    if (reason === undefined) urls.add(line);
    else invalid.push({ line: i + 1, text: line, reason });
  }
  return { urls: [...urls], invalid };
}

/** Why a page could never read this address; undefined where it may. */
function whyInvalid(line: string): string | undefined {
  if (!URL.canParse(line)) return 'This is no whole address; one begins with https://.';
  const { protocol, username, password } = new URL(line);
  if (protocol !== 'https:' && protocol !== 'http:') {
    return `Only https:// and http:// addresses can be read, not ${protocol}//.`;
  }
  if (username !== '' || password !== '') {
    return 'Browsers read no address with a user or a password in it.';
  }
  return undefined;
}
