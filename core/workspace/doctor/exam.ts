/** What the checks of one examination share: the store, what was answered, and what was found so far. */
import type { StorageError } from '../../errors.ts';
import { isImageKey } from '../../media/kinds.ts';
import type { Credentials, StorageSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import type { Patient } from '../../storage/patient.ts';
import type { ObjectInfo, ObjectStore } from '../../storage/object-store.ts';
import { openStore } from '../../storage/registry.ts';
import { storageError } from './advice.ts';

/** An answer as far as the browser shows it to this page. */
interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** This device's time when it came. */
  readonly at: number;
}

type FirstPage =
  | { readonly objects: readonly ObjectInfo[]; readonly more: boolean; readonly tookMs: number }
  | { readonly error: StorageError };

const pageSize = 1000;
/** Larger objects are not read whole. */
export const largestRead = 8_000_000;

export interface Exam {
  readonly settings: StorageSettings;
  readonly patient: Patient;
  readonly ports: Ports;
  readonly signal: AbortSignal | undefined;
  store(): Promise<ObjectStore>;
  /** The last answer that the store was given. */
  lastAnswer(): Answer | undefined;
  /** The first page of the listing, asked for once. */
  firstPage(): Promise<FirstPage>;
  /** True once the listing ended without an object that could be read. */
  foundNothing(): boolean;
  /** What reading is tried on: an object of the listing, else what this examination wrote. */
  sample(): ObjectInfo | undefined;
  /** The object that this examination has written and not removed yet. */
  probe: ObjectInfo | undefined;
  /** The answer to a range read, for its headers. */
  rangeAnswer: Answer | undefined;
}

export function openExam(
  { settings, credentials }: { settings: StorageSettings; credentials: Credentials | undefined },
  patient: Patient,
  ports: Ports,
  signal: AbortSignal | undefined,
): Exam {
  let answer: Answer | undefined;
  let opening: Promise<ObjectStore> | undefined;
  let asked: Promise<FirstPage> | undefined;
  let found: ObjectInfo | undefined;
  let listed = false;

  const listening: Ports = {
    ...ports,
    async fetch(input, init) {
      const response = await ports.fetch(input, init);
      answer = { status: response.status, headers: response.headers, at: ports.clock.now() };
      return response;
    },
  };
  const store = (): Promise<ObjectStore> => (opening ??= openStore(settings, credentials, listening));

  async function ask(): Promise<FirstPage> {
    const started = ports.clock.now();
    try {
      const pages = (await store()).list({
        prefix: settings.prefix,
        pageSize,
        ...(signal ? { signal } : {}),
      });
      for await (const { objects } of pages) {
        found =
          objects.find(({ key, size }) => isImageKey(key) && size <= largestRead && size > 0) ??
          smallest(objects);
        return { objects, more: objects.length >= pageSize, tookMs: ports.clock.now() - started };
      }
      return { objects: [], more: false, tookMs: ports.clock.now() - started };
    } catch (error) {
      return { error: storageError(error) };
    } finally {
      listed = true;
    }
  }

  const exam: Exam = {
    settings,
    patient,
    ports,
    signal,
    store,
    lastAnswer: () => answer,
    firstPage: () => (asked ??= ask()),
    foundNothing: () => listed && found === undefined,
    sample: () => found ?? exam.probe,
    probe: undefined,
    rangeAnswer: undefined,
  };
  return exam;
}

/** Lists of addresses know no sizes: their first is taken then. */
function smallest(objects: readonly ObjectInfo[]): ObjectInfo | undefined {
  const whole = objects.filter(({ key }) => !key.endsWith('/'));
  const filled = whole.filter(({ size }) => size > 0);
  return filled.length === 0
    ? whole[0]
    : filled.reduce((least, each) => (each.size < least.size ? each : least));
}
