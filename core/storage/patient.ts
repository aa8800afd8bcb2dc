/** What the Bucket doctor must know of a storage before it asks anything of it. Pure: nothing here reaches a server. */

/** Text to copy, or steps to follow, towards the same end. */
export interface Way {
  readonly title: string;
  readonly kind: 'code' | 'steps';
  /** One step a line where it is steps. */
  readonly text: string;
}

export interface Prescription {
  readonly ways: readonly Way[];
  /** What it replaces and what it needs. */
  readonly note: string;
}

/** A request that changes nothing, whatever the server answers; that it answers a page at all is what is asked. */
export interface MethodProbe {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** What the method is used for: "uploads". */
  readonly use: string;
}

/** A header of an answer that this page looks at. */
export interface HeaderNeed {
  readonly name: string;
  /** What is lost without it. */
  readonly without: string;
}

export interface Patient {
  /** The server that is asked; undefined for the device itself. */
  readonly origin: string | undefined;
  /** What people call the place: "bucket". */
  readonly place: string;
  /** Empty where browsers stand between nothing. */
  readonly methods: readonly MethodProbe[];
  readonly headers: readonly HeaderNeed[];
  /** Whether a server can refuse the device's time. */
  readonly clock: boolean;
  readonly credentials: boolean;
  readonly region: string | undefined;
  readonly writes: boolean;
  /** The rule that lets pages in. */
  readonly rule: Prescription | undefined;
  /** What else looks to a page like a missing rule. */
  readonly doubt?: string;
  /** Least privilege for reading, and for writing too. */
  readonly source: Prescription | undefined;
  readonly target: Prescription | undefined;
}

/** What most of these are for. */
export const commonHeaders: readonly HeaderNeed[] = [
  { name: 'ETag', without: 'changed objects would go unseen' },
  { name: 'Content-Range', without: 'the size of a large file is not known from its parts' },
  { name: 'Content-Length', without: 'sizes and progress are not known' },
  { name: 'Accept-Ranges', without: 'it is not known ahead whether parts can be read' },
  { name: 'Last-Modified', without: 'the time of an object is not known' },
  { name: 'Date', without: 'a wrong clock is noticed only when it is refused' },
];

/** A name that nobody has, for requests that must find nothing. */
export const nowhere = '.bucketmark-check-no-such-object';

export const runAgain = 'Run the doctor again.';

export function steps(...lines: readonly string[]): Way {
  return { title: 'By hand', kind: 'steps', text: lines.join('\n') };
}

export function code(title: string, text: string): Way {
  return { title, kind: 'code', text };
}

/** A command with each of its options on a line of its own, as a shell takes it too. */
export function command(text: string): Way {
  return code('Command', text.replaceAll(' --', ' \\\n  --'));
}

/** The snippet of that title, as a way. */
export function fromSnippets(
  snippets: readonly { readonly title: string; readonly text: string }[] | undefined,
  title: string,
  as: string = title,
): Way[] {
  const found = snippets?.find((snippet) => snippet.title === title);
  if (!found) return [];
  return [as === 'Command' ? command(found.text) : code(as, found.text)];
}
