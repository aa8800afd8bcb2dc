/** One sentence for all lines, and the whole as text. */
import { plural } from '../../util/numbers.ts';
import { type Check, isSettled } from './check.ts';

export interface Verdict {
  readonly tone: 'running' | 'ok' | 'warn' | 'bad';
  readonly words: string;
  readonly passed: number;
  /** Lines that were asked or should have been. */
  readonly of: number;
}

/** Lines that the same remedy mends are one thing. */
function remedyOf({ id }: Check): string {
  if (id.startsWith('cors-') || id.startsWith('header-')) return 'cors';
  if (id === 'list' || id === 'read' || id === 'range') return 'source';
  return id === 'write' || id === 'remove' ? 'target' : id;
}

export function verdictOf(checks: readonly Check[]): Verdict {
  const passed = checks.filter(({ state }) => state === 'passed' || state === 'warning').length;
  const numbers = { passed, of: checks.length };
  if (checks.length === 0 || !checks.every(isSettled)) {
    const at = checks.find(({ state }) => state === 'running')?.title;
    return { tone: 'running', words: at === undefined ? 'Asking' : `Asking: ${at}`, ...numbers };
  }
  const failures = checks.filter(({ state }) => state === 'failed');
  const things = new Set(failures.map(remedyOf)).size;
  if (things > 0) {
    const words = `${things === 1 ? 'One thing' : `${inWords(things)} things`} to fix: ${whatGoes(checks, failures)}`;
    return { tone: 'bad', words, ...numbers };
  }
  const warnings = checks.filter(({ state }) => state === 'warning');
  const works = `This page may ${mayDo(checks)}`;
  if (warnings.length === 0) return { tone: 'ok', words: works, ...numbers };
  return { tone: 'warn', words: `${works}; ${plural(warnings.length, 'thing')} could be better`, ...numbers };
}

function whatGoes(checks: readonly Check[], failures: readonly Check[]): string {
  const has = (id: string): boolean => failures.some((each) => each.id === id);
  if (has('reach')) return 'the server does not answer';
  if (has('credentials')) return 'the credentials are not accepted';
  if (has('clock')) return 'the clock of this device is off';
  if (has('region')) return 'the region is another one';
  const [reads, writes, asksToWrite] = [
    did(checks, 'read'),
    did(checks, 'write'),
    checks.some(({ id }) => id === 'write'),
  ];
  if (reads && asksToWrite && !writes) return 'this page may read, but not write';
  if (!reads && writes) return 'this page may write, but not read';
  if (reads) return `this page may ${mayDo(checks)}, but not all is well`;
  if (failures.some(({ id }) => id.startsWith('cors-'))) return 'no rule lets this page in';
  const [first] = failures;
  return first?.id === 'list' ? lowerFirst(first.finding.replace(/\.$/, '')) : 'this page may not read';
}

function mayDo(checks: readonly Check[]): string {
  if (did(checks, 'write')) return did(checks, 'read') ? 'read and write' : 'write';
  return did(checks, 'read') ? 'read' : 'list, and nothing is there yet';
}

function did(checks: readonly Check[], id: string): boolean {
  return checks.some((check) => check.id === id && (check.state === 'passed' || check.state === 'warning'));
}

function inWords(count: number): string {
  return ['No', 'One', 'Two', 'Three', 'Four', 'Five'][count] ?? String(count);
}

/** A quotation or a name keeps its first letter. */
function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** Everything as lines to paste into a letter; no credentials are in there. */
export function reportText(
  checks: readonly Check[],
  about: { address: string; origin: string; at: Date },
): string {
  const lines = checks.map(({ state, title, finding, tookMs }) => {
    const time = tookMs === undefined ? '' : ` (${Math.round(tookMs)} ms)`;
    return `${state.padEnd(8)} ${title}: ${finding}${time}`;
  });
  const { words, passed, of } = verdictOf(checks);
  return [
    'Bucketmark, Bucket doctor',
    `${about.address}, asked from ${about.origin}, ${about.at.toISOString()}`,
    `${words}. ${passed} of ${of} passed.`,
    '',
    ...lines,
    '',
  ].join('\n');
}
