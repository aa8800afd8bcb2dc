/** The one door for web/ and extension/: everything a person can do, without a screen. */
import type { ErrorReport } from '../errors.ts';
import type { FrameEntry } from '../model/frame.ts';
import type { JobId, PersonId, ProjectId, RequestId, StorageId, TaskId } from '../model/ids.ts';
import type { Job, JobState, Stage } from '../model/job.ts';
import type { Label } from '../model/label.ts';
import type { Findings, RequestRecord } from '../model/request.ts';
import type { Keeping, Credentials, FolderAccess, Storage, StorageSettings } from '../model/storage.ts';
import type { Source } from '../model/source.ts';
import type { Target } from '../model/target.ts';
import type { FrameMark, SyncState } from '../model/sync.ts';
import type { Dimension, Mode, Sorting, Task, TaskCut } from '../model/task.ts';
import type { SourcePreview } from './preview-source.ts';
import type { TargetCounts } from '../db/targets.ts';
import type { Conflict, Waiting } from '../model/written.ts';
import type { ObjectInfo, ObjectStore } from '../storage/object-store.ts';
import type { Check } from './doctor/check.ts';
import type { RulePlan } from './doctor/plan-rule.ts';
import type { AddedFile, AddFilesOptions } from './add-files.ts';
import type { BinUses, BulkUses } from './door/bulk.ts';
import type { LabelUses } from './door/labels.ts';
import type { ListUses } from './door/lists.ts';
import type { PeopleUses, WorkspacesUses } from './door/people.ts';
import type { ProjectUses } from './door/projects.ts';

export interface AttachInput {
  readonly name: string;
  readonly settings: StorageSettings;
  /** Undefined when anonymous. */
  readonly credentials: Credentials | undefined;
  readonly keeping: Keeping;
  readonly description?: string;
  readonly manifests?: readonly string[];
}

/** What changes of a storage; what is not named stays. Its provider and its bucket cannot change. */
export interface StorageChange {
  readonly name?: string;
  readonly description?: string;
  readonly manifests?: readonly string[];
  readonly settings?: StorageSettings;
  /** Fields left empty keep what is stored of the same kind. */
  readonly credentials?: Credentials;
  readonly keeping?: Keeping;
}

/** A storage as it is, as a change would make it, or not saved yet. */
export type Subject =
  | { readonly id: StorageId; readonly change?: StorageChange }
  | { readonly settings: StorageSettings; readonly credentials: Credentials | undefined };

/** A small picture of what a storage holds, or why there is none. */
export type Preview = { readonly picture: Blob } | { readonly reason: string };

/** What *Check* found: the first objects, or the error with its remedy. */
export type CheckReport =
  | {
      readonly ok: true;
      readonly objects: readonly ObjectInfo[];
      readonly images: number;
      /** True when there are more objects than were listed. */
      readonly more: boolean;
      readonly tookMs: number;
    }
  | { readonly ok: false; readonly error: ErrorReport; readonly tookMs: number };

/** What is not named of the cut is as in `defaultCut`. */
export interface CreateTaskInput extends Partial<TaskCut> {
  readonly name: string;
  /** Of a project's task the project's count, whatever stands here. */
  readonly labels: readonly Label[];
  readonly projectId?: ProjectId;
  readonly subset?: string;
  readonly bugTracker?: string;
  readonly assigneeId?: PersonId;
  /** Two-dimensional and still images unless said. */
  readonly dimension?: Dimension;
  readonly mode?: Mode;
  /** At least one. */
  readonly sources: readonly Source[];
  readonly targets: readonly Target[];
}

/** What is named changes. */
export interface TaskChange {
  readonly name?: string;
  readonly subset?: string;
  readonly bugTracker?: string;
  readonly guide?: string;
  readonly assigneeId?: PersonId | undefined;
}

export interface ExportInput {
  readonly taskId: TaskId;
  readonly jobId?: JobId;
  readonly format: string;
  readonly fileName: string;
  readonly target: { readonly storageId: StorageId; readonly key: string } | 'file';
}

interface SideShape {
  readonly label: string;
  /** `[left, top, right, bottom]` in image pixels. */
  readonly points: readonly [number, number, number, number];
}

/** A conflict with what each side holds. */
export interface ConflictSides extends Conflict {
  /** Of the frame in pixels, where it is known. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly ours: readonly SideShape[];
  /** Undefined where what stands there is removed, or no file of Bucketmark. */
  readonly theirShapes: readonly SideShape[] | undefined;
}

/** The task object behind a frame. */
export interface FrameItemView {
  /** The task file and the row in it. */
  readonly key: string;
  readonly row: number;
  /** As it stands there. */
  readonly data: unknown;
  /** The same with addresses that a browser can open. */
  readonly resolved: unknown;
  /** Addresses that no attached storage holds, or that cannot be opened. */
  readonly unresolved: readonly string[];
}

/** A small picture of an object, and its true size in pixels. */
export interface Glimpse {
  readonly picture: Blob;
  readonly width: number;
  readonly height: number;
}

/** A task that has an object, and as which frame first. */
export interface ObjectUse {
  readonly taskId: TaskId;
  readonly name: string;
  readonly frame: number;
}

export interface Workspace {
  readonly projects: ProjectUses;
  readonly people: PeopleUses;
  readonly workspaces: WorkspacesUses;
  readonly lists: ListUses;
  readonly bulk: BulkUses;
  readonly bin: BinUses;
  readonly labels: LabelUses;
  readonly storages: {
    list(): Promise<Storage[]>;
    get(id: StorageId): Promise<Storage | undefined>;
    /** Those that are there, in the order of `ids`. */
    many(ids: readonly StorageId[]): Promise<Storage[]>;
    /** Saves without checking; the form checks first. */
    attach(input: AttachInput): Promise<Storage>;
    /** New credentials for a storage whose old ones lapsed; what waits on them goes on. */
    renew(id: StorageId, credentials: Credentials, keeping: Keeping): Promise<void>;
    /** Saves without checking; the form checks first. */
    update(id: StorageId, change: StorageChange): Promise<void>;
    /**
     * Refused while a task reads from it or writes to it. `files` removes those of a folder on this device too,
     * unless another storage is the same folder.
     */
    remove(id: StorageId, options?: { readonly files: boolean }): Promise<void>;
    check(settings: StorageSettings, credentials: Credentials | undefined): Promise<CheckReport>;
    recheck(id: StorageId, change?: StorageChange): Promise<CheckReport>;
    /** Those of `keys` that are not there. Throws what keeps them from being looked for. */
    missing(subject: Subject, keys: readonly string[]): Promise<string[]>;
    /** The Bucket doctor: every line waiting, then each again as it goes on. */
    examine(subject: Subject, signal?: AbortSignal): AsyncIterable<Check>;
    /** Why the rule cannot be applied from here; undefined where it can be tried. */
    whyNotApply(subject: Subject, checks: readonly Check[]): Promise<string | undefined>;
    /** The bucket's rules as they would be; nothing is changed before `apply`. */
    planRule(subject: Subject): Promise<RulePlan>;
    /** Made once of `image`, an object of the storage, and kept; without `image`, only what is kept. */
    preview(id: StorageId, image: ObjectInfo | undefined, signal?: AbortSignal): Promise<Preview>;
    open(id: StorageId): Promise<ObjectStore>;
    /** A small picture of an object. Throws what the storage refuses, or a `FrameError` where it is no image. */
    glimpse(id: StorageId, key: string, signal: AbortSignal): Promise<Glimpse>;
    /** The tasks that have an object among their frames. */
    usedIn(id: StorageId, key: string, signal: AbortSignal): Promise<ObjectUse[]>;
    /** Copies files into a storage that is written to; what is there already stays. Gives what was not copied, and why. */
    addFiles(id: StorageId, files: readonly AddedFile[], options: AddFilesOptions): Promise<Findings>;
  };
  readonly folders: {
    /** Asks the person for leave, in a click; `choose` where its files must be chosen again. */
    askAgain(id: StorageId): Promise<'allowed' | 'refused' | 'choose'>;
    /** Takes the folder again that was chosen once more. Refused where it is another one. */
    lendAgain(id: StorageId, access: FolderAccess): Promise<void>;
  };
  readonly passphrase: {
    /** `locked` where it was not entered in this tab yet, or was changed in another. */
    state(): Promise<'none' | 'locked' | 'open'>;
    /** The first one. */
    set(passphrase: string): Promise<void>;
    /** Throws `InvalidDataError` for a wrong one. */
    unlock(passphrase: string): Promise<void>;
    /** Seals everything anew. */
    change(old: string, next: string): Promise<void>;
    /** With all credentials that are under it: these must be entered again. */
    forget(): Promise<void>;
  };
  readonly tasks: {
    /** Newest first. */
    recent(limit: number): Promise<Task[]>;
    /** The first that read from a storage or write to it. */
    usingStorage(id: StorageId, limit: number): Promise<Task[]>;
    get(id: TaskId): Promise<Task | undefined>;
    /** Those that are there, in the order of `ids`. */
    many(ids: readonly TaskId[]): Promise<Task[]>;
    /** What a source would bring, growing while its first stretch is looked at. */
    preview(
      source: Source,
      sorting: Sorting,
      signal: AbortSignal,
      /** Of a random order. */
      seed?: number,
    ): AsyncIterable<SourcePreview>;
    /** The task is there at once, not ready; its request lists the objects and cuts the jobs. */
    create(input: CreateTaskInput): Promise<{ taskId: TaskId; requestId: RequestId }>;
    update(id: TaskId, change: TaskChange): Promise<void>;
    /**
     * Cuts the task's ordinary jobs anew; annotations go with their frames. Refused while one of its jobs is open,
     * or holds a track that a cut would divide. Gives what undoes it.
     */
    recut(id: TaskId, cut: Pick<TaskCut, 'segmentSize' | 'overlap'>): Promise<() => Promise<void>>;
    /** Looks for new, changed and vanished objects in the task's sources; gives the request that runs already, if one does. */
    sync(id: TaskId): Promise<RequestId>;
    syncState(id: TaskId): Promise<SyncState>;
    /** The first frames on offer, in the order they were found. */
    offer(id: TaskId, limit: number): Promise<FrameEntry[]>;
    /** Makes what is on offer frames of the task. */
    addOffered(id: TaskId): Promise<RequestId>;
    /** Makes a task of its own of what is on offer, with the same labels, sources and targets. */
    createFromOffer(id: TaskId, name: string): Promise<{ taskId: TaskId; requestId: RequestId }>;
    /** What is on offer will not be offered again. */
    ignoreOffered(id: TaskId): Promise<void>;
    /** Frames whose object is another than it was, or gone; in their order. */
    marks(id: TaskId): Promise<FrameMark[]>;
    /** Takes changed objects for what they are now. */
    acceptChanged(id: TaskId): Promise<void>;
    /** What it reads from one more; a sync then offers what lies there. */
    addSource(id: TaskId, source: Source): Promise<void>;
    /**
     * Reads from, and writes to, another storage that holds the same objects; gives what undoes it. Throws where it does
     * not hold them.
     */
    exchangeStorage(id: TaskId, from: StorageId, to: StorageId): Promise<() => Promise<void>>;
    /** Writes CVAT's `manifest.jsonl` of the frames that lie in a storage; never over one that is there. */
    writeManifest(id: TaskId, storageId: StorageId, key: string): Promise<RequestId>;
    /** What a frame was made from, its addresses made readable for a while; undefined where its source holds no task files. */
    item(id: TaskId, frame: number): Promise<FrameItemView | undefined>;
    setTargets(id: TaskId, targets: readonly Target[]): Promise<void>;
    /** Into the bin, with its jobs, frames and annotations. */
    remove(id: TaskId): Promise<void>;
    /** Opens on the sample, making it on this device's disk when it is not there; gives its first job. */
    trySample(onProgress: (done: number, total: number) => void): Promise<JobId>;
  };
  readonly targets: {
    /** Writes all annotated frames of the task that are not written yet. */
    write(taskId: TaskId): Promise<RequestId>;
    counts(taskId: TaskId): Promise<TargetCounts>;
    /** Frames that could not be written by themselves, with why and when it is tried again. */
    failing(taskId: TaskId): Promise<Waiting[]>;
    /** Tries everything that waits now. */
    retry(): Promise<void>;
    conflicts(taskId: TaskId): Promise<ConflictSides[]>;
    /** Writes ours over theirs, or makes theirs ours. Refused where it was written again in the meantime. */
    resolve(taskId: TaskId, storageId: StorageId, frame: number, take: 'ours' | 'theirs'): Promise<void>;
    /** Writes and removes a small object. Throws what the storage refuses. */
    test(storageId: StorageId, prefix: string): Promise<void>;
  };
  readonly jobs: {
    ofTask(id: TaskId): Promise<Job[]>;
    get(id: JobId): Promise<Job | undefined>;
    /** Those that are there, in the order of `ids`. */
    many(ids: readonly JobId[]): Promise<Job[]>;
    /** Last worked on first, with their task. */
    recent(limit: number): Promise<{ job: Job; task: Task }[]>;
    setState(id: JobId, state: JobState): Promise<void>;
    /** A new stage makes the state new, as in CVAT. */
    setStage(id: JobId, stage: Stage): Promise<void>;
    setAssignee(id: JobId, personId: PersonId | undefined): Promise<void>;
    /** Adds to the time that was worked in it. */
    addWorked(id: JobId, ms: number): Promise<void>;
    /** Into the bin, with its annotations; its frames stay with the task. */
    remove(id: JobId): Promise<void>;
  };
  readonly requests: {
    /** Newest first. */
    recent(limit: number): Promise<RequestRecord[]>;
    /** Those that run or wait, newest first. */
    active(): Promise<RequestRecord[]>;
    /** Newest first. */
    ofTask(id: TaskId): Promise<RequestRecord[]>;
    counts(): Promise<{ running: number; waiting: number; ended: number }>;
    /** Those that are there, in the order of `ids`. */
    many(ids: readonly RequestId[]): Promise<RequestRecord[]>;
    cancel(id: RequestId): Promise<void>;
    retry(id: RequestId): Promise<void>;
    remove(id: RequestId): Promise<void>;
    /** Removes all that are at their end. */
    clear(): Promise<void>;
    exportAnnotations(input: ExportInput): Promise<RequestId>;
    /** Keeps a copy of the file on the device until the import has ended. */
    importAnnotations(input: {
      taskId: TaskId;
      jobId?: JobId;
      format: string;
      file: File;
    }): Promise<RequestId>;
    /** The finished request's file. */
    resultFile(id: RequestId): Promise<File>;
  };
  /** A small picture of a frame for lists, made once and kept; undefined when it cannot be had. */
  thumbnail(taskId: TaskId, frame: number, signal?: AbortSignal): Promise<Blob | undefined>;
  /** Bytes used and available on this device. */
  space(): Promise<{ used: number; available: number; persistent: boolean }>;
  /**
   * Runs `query` now and again whenever what it read from the database changes, in this tab or another.
   * Returns the end of watching.
   */
  watch<T>(query: () => Promise<T>, next: (value: T) => void, failed: (error: unknown) => void): () => void;
}
