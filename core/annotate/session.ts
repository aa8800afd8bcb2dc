/**
 * One job being annotated. Every edit is applied in memory at once, appended to the job's log on disk, and
 * only then told to those who paint: what one sees is on disk. When the disk refuses, the edit stays in memory,
 * is told all the same, and is tried again.
 */
import { type AnnotationRepository, highestId } from '../db/annotations.ts';
import type { JobId } from '../model/ids.ts';
import type { Change, LogEntry } from '../model/log-entry.ts';
import type { Clock } from '../ports.ts';
import { type Command, inverse } from './command.ts';
import { FrameDocument } from './frame-document.ts';
import { follow, type UndoStacks, undoStacks } from './undo.ts';

export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | undefined }
  | { readonly kind: 'saving' }
  /** Edits that are in memory only, and why. */
  | { readonly kind: 'failed'; readonly waiting: number; readonly error: unknown };

/** What a session stands on. */
export interface SessionHouse {
  readonly annotations: AnnotationRepository;
  readonly clock: Clock;
  /** Takes the log into the frame documents, away from the thread that paints. */
  fold(jobId: JobId): Promise<void>;
}

/** More shapes than this are read in several steps, so that none of them is felt. */
const manyShapes = 2000;
/** Frames kept in memory beside the current one. */
const keptFrames = 32;
const foldAfterMs = 400;
const retryAfterMs = 2000;

export class AnnotationSession {
  readonly jobId: JobId;
  readonly #house: SessionHouse;
  readonly #stacks: UndoStacks;
  readonly #documents = new Map<number, FrameDocument>();
  readonly #listeners = new Set<(changes: readonly Change[]) => void>();
  readonly #closed = new AbortController();
  readonly #unsaved: LogEntry[] = [];
  #seq: number;
  #nextShapeId: number;
  #saveState: SaveState;
  #writing = Promise.resolve();
  #foldTimer: AbortController | undefined;

  private constructor(jobId: JobId, house: SessionHouse, log: readonly LogEntry[], nextShapeId: number) {
    this.jobId = jobId;
    this.#house = house;
    this.#stacks = undoStacks(log);
    this.#seq = log.at(-1)?.seq ?? 0;
    this.#nextShapeId = Math.max(nextShapeId, highestId(log) + 1);
    this.#saveState = { kind: 'saved', at: log.at(-1)?.at };
  }

  static async open(jobId: JobId, house: SessionHouse): Promise<AnnotationSession> {
    const { annotations } = house;
    const [log, journal] = await Promise.all([annotations.log(jobId), annotations.journal(jobId)]);
    return new AnnotationSession(jobId, house, log, journal.nextShapeId);
  }

  get saveState(): SaveState {
    return this.#saveState;
  }

  /** Done, oldest first; what is undone is in `undone`, next to redo last. */
  get history(): { readonly done: readonly LogEntry[]; readonly undone: readonly LogEntry[] } {
    return this.#stacks;
  }

  /** Told what changed once it is on disk, or could not be, and when the save state changes. */
  subscribe(listener: (changes: readonly Change[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  takeShapeId(): number {
    const id = this.#nextShapeId;
    this.#nextShapeId += 1;
    return id;
  }

  async document(frame: number): Promise<FrameDocument> {
    const kept = this.#documents.get(frame);
    if (kept) {
      this.#documents.delete(frame);
      this.#documents.set(frame, kept);
      return kept;
    }
    await this.#writing;
    const shapes = await this.#house.annotations.frame(this.jobId, frame);
    if (shapes.size > manyShapes) await this.#house.clock.sleep(0);
    const raced = this.#documents.get(frame);
    if (raced) return raced;
    const document = new FrameDocument(frame, shapes.values());
    for (const entry of this.#unsaved) document.apply(entry.changes);
    this.#documents.set(frame, document);
    for (const oldest of this.#documents.keys()) {
      if (this.#documents.size <= keptFrames) break;
      this.#documents.delete(oldest);
    }
    return document;
  }

  /** Applies an edit; resolves when it is on disk, or when the disk has refused it. */
  async apply(command: Command): Promise<void> {
    await this.#commit('do', command);
  }

  /** Takes the last edit back. Returns it, so that the editor can go to its frame; undefined when there is none. */
  async undo(): Promise<LogEntry | undefined> {
    const entry = this.#stacks.done.at(-1);
    if (entry) await this.#commit('undo', { name: entry.name, changes: inverse(entry.changes) });
    return entry;
  }

  async redo(): Promise<LogEntry | undefined> {
    const entry = this.#stacks.undone.at(-1);
    if (entry) await this.#commit('redo', { name: entry.name, changes: entry.changes });
    return entry;
  }

  /** Folds what is left. The session is of no use afterwards. */
  async close(): Promise<void> {
    this.#closed.abort();
    this.#foldTimer?.abort();
    await this.#writing;
    await this.#house.fold(this.jobId);
    this.#listeners.clear();
  }

  async #commit(kind: LogEntry['kind'], { name, changes }: Command): Promise<void> {
    this.#seq += 1;
    const entry = { jobId: this.jobId, seq: this.#seq, kind, name, changes, at: this.#house.clock.now() };
    follow(this.#stacks, entry);
    for (const document of this.#documents.values()) document.apply(changes);
    this.#unsaved.push(entry);
    this.#saveState = { kind: 'saving' };
    this.#writing = this.#write(changes);
    await this.#writing;
  }

  /** Writes what is unsaved, in order. */
  async #write(changes: readonly Change[]): Promise<void> {
    await this.#writing;
    try {
      for (let entry = this.#unsaved[0]; entry; entry = this.#unsaved[0]) {
        await this.#house.annotations.append(entry);
        this.#unsaved.shift();
        this.#saveState = { kind: 'saved', at: entry.at };
      }
      this.#foldSoon();
    } catch (error) {
      this.#saveState = { kind: 'failed', waiting: this.#unsaved.length, error };
      this.#retrySoon();
    }
    for (const listener of this.#listeners) listener(changes);
  }

  #foldSoon(): void {
    this.#foldTimer?.abort();
    const timer = new AbortController();
    this.#foldTimer = timer;
    this.#house.clock
      .sleep(foldAfterMs, timer.signal)
      .then(async () => this.#house.fold(this.jobId))
      // Folding is only tidying: what is not folded is read from the log, and folded the next time.
      .catch(() => undefined);
  }

  #retrySoon(): void {
    this.#house.clock
      .sleep(retryAfterMs, this.#closed.signal)
      .then(() => {
        this.#writing = this.#write([]);
      })
      .catch(() => undefined);
  }
}
