/** The one database and its version steps. */
import { Dexie, type Table } from 'dexie';
import type { Size } from '../geometry/point.ts';
import type { FramePage } from './frame-page.ts';
import type { FrameItem, RelatedImages } from '../model/frame.ts';
import type {
  JobId,
  PersonId,
  ProjectId,
  RequestId,
  SavedFilterId,
  StorageId,
  TaskId,
  WorkspaceId,
} from '../model/ids.ts';
import type { Job } from '../model/job.ts';
import type { Journal, LogEntry } from '../model/log-entry.ts';
import type { Person } from '../model/person.ts';
import type { Project } from '../model/project.ts';
import type { Findings, RequestRecord } from '../model/request.ts';
import type { FrameAnnotations } from '../model/shape.ts';
import type { Storage } from '../model/storage.ts';
import type { FrameMark } from '../model/sync.ts';
import type { Task } from '../model/task.ts';
import type { WorkspaceRecord } from '../model/workspace.ts';
import type { Conflict, Waiting, Written } from '../model/written.ts';
import type { TableName } from '../query/columns/table-names.ts';
import type { SavedFilter } from '../query/saved-filter.ts';
import type { CopyRecord } from '../storage/copy-index.ts';
import type { FolderRow } from './folders.ts';
import { type ListChange, noteListChanges } from './list-changes.ts';
import type { ListImageRow } from './list-engine.ts';
import type { PassphraseRow } from './passphrase.ts';
import type { SettingRow } from './settings.ts';
import type { LastSync } from './syncs.ts';
import { toVersion2 } from './version-2.ts';
import { firstPerson, toVersion3 } from './version-3.ts';

export interface SealedRow {
  readonly storageId: StorageId;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly data: ArrayBuffer;
  /** The passphrase's id; without it, it was the device's own key. */
  readonly sealedBy?: string;
}

export interface ThumbnailRow {
  readonly taskId: TaskId;
  readonly frame: number;
  readonly blob: Blob;
}

/** How large a frame's picture is, known once it was opened; image pixels. */
export interface FrameSizeRow {
  readonly taskId: TaskId;
  readonly frame: number;
  readonly width: number;
  readonly height: number;
}

/** Frames that a sync offers, or that somebody has decided on; packed like those of a task. */
export interface OfferPage extends FramePage {
  /** What a frame's source told beside its key, a place for each frame; shorter where there is no more. */
  readonly extras: readonly {
    readonly picture: Size | undefined;
    readonly item: Omit<FrameItem, 'taskId' | 'frame'> | undefined;
    readonly related?: readonly string[];
  }[];
}

/** How far a sync has come: what it goes on from after a reload. */
export interface SyncProgressRow {
  readonly taskId: TaskId;
  readonly requestId: RequestId;
  /** Index of the source that is being listed. */
  readonly source: number;
  /** Last key of that source that was looked at. */
  readonly after: string | undefined;
  /** A bit for each frame whose object was seen. */
  readonly seen: Uint8Array;
  readonly listed: number;
  readonly offered: number;
  readonly failures: Findings;
}

/** Rows before they have their id. */
type Added<Row extends { id: number }> = Omit<Row, 'id'> & { id?: Row['id'] };

export class Database extends Dexie {
  declare readonly storages: Table<Storage, StorageId, Added<Storage>>;
  declare readonly credentials: Table<SealedRow, StorageId>;
  declare readonly keys: Table<{ readonly name: string; readonly key: CryptoKey }, string>;
  declare readonly passphrases: Table<PassphraseRow, string>;
  declare readonly folders: Table<FolderRow, string>;
  declare readonly tasks: Table<Task, TaskId, Added<Task>>;
  declare readonly frames: Table<FramePage, [TaskId, number]>;
  declare readonly frameSizes: Table<FrameSizeRow, [TaskId, number]>;
  declare readonly jobs: Table<Job, JobId, Added<Job>>;
  declare readonly annotations: Table<FrameAnnotations, [JobId, number]>;
  declare readonly log: Table<LogEntry, [JobId, number]>;
  declare readonly journals: Table<Journal, JobId>;
  declare readonly requests: Table<RequestRecord, RequestId, Added<RequestRecord>>;
  declare readonly thumbnails: Table<ThumbnailRow, [TaskId, number]>;
  declare readonly items: Table<FrameItem, [TaskId, number]>;
  declare readonly related: Table<RelatedImages, [TaskId, number]>;
  declare readonly syncs: Table<LastSync, TaskId>;
  declare readonly syncProgress: Table<SyncProgressRow, TaskId>;
  declare readonly offers: Table<OfferPage, [TaskId, number]>;
  declare readonly settled: Table<OfferPage, [TaskId, number]>;
  declare readonly frameMarks: Table<FrameMark, [TaskId, number]>;
  declare readonly written: Table<Written, [TaskId, StorageId, number]>;
  declare readonly outbox: Table<Waiting, [TaskId, number]>;
  declare readonly conflicts: Table<Conflict, [TaskId, StorageId, number]>;
  declare readonly localCopies: Table<CopyRecord, [string, string]>;
  declare readonly projects: Table<Project, ProjectId, Added<Project>>;
  declare readonly people: Table<Person, PersonId, Added<Person>>;
  declare readonly workspaces: Table<WorkspaceRecord, WorkspaceId, Added<WorkspaceRecord>>;
  declare readonly settings: Table<SettingRow, string>;
  declare readonly listChanges: Table<ListChange, number>;
  declare readonly listImages: Table<ListImageRow, TableName>;
  declare readonly savedFilters: Table<SavedFilter, SavedFilterId, Added<SavedFilter>>;

  constructor(name = 'bucketmark') {
    super(name);
    this.version(1).stores({
      storages: '++id, uid',
      credentials: 'storageId',
      keys: 'name',
      tasks: '++id, updatedAt, sourceStorageId, targetStorageId',
      frames: '[taskId+page], taskId',
      frameSizes: '[taskId+frame], taskId',
      jobs: '++id, taskId, updatedAt',
      annotations: '[jobId+frame], jobId',
      log: '[jobId+seq], jobId',
      journals: 'jobId',
      requests: '++id, status',
      thumbnails: '[taskId+frame], taskId',
    });
    this.version(2)
      .stores({
        tasks: '++id, updatedAt, *storageIds',
        items: '[taskId+frame], taskId',
        syncs: 'taskId',
        syncProgress: 'taskId',
        offers: '[taskId+page], taskId',
        settled: '[taskId+page], taskId',
        frameMarks: '[taskId+frame], taskId',
        written: '[taskId+storageId+frame], taskId, [storageId+key]',
        outbox: '[taskId+frame], taskId, dueAt',
        conflicts: '[taskId+storageId+frame], taskId',
        localCopies: '[scope+key], [scope+usedAt]',
        folders: 'uid',
        passphrases: 'name',
      })
      .upgrade(toVersion2);
    this.version(3)
      .stores({
        projects: '++id, workspaceId, deletedAt',
        people: '++id',
        workspaces: '++id',
        settings: 'name',
        savedFilters: '++id, resource',
        listChanges: '++seq',
        listImages: 'table',
        tasks: '++id, updatedAt, *storageIds, projectId, workspaceId, deletedAt',
        jobs: '++id, taskId, updatedAt, deletedAt',
        requests: '++id, status, params.taskId',
      })
      .upgrade(toVersion3);
    this.version(4).stores({ related: '[taskId+frame], taskId' });
    this.use(noteListChanges);
    this.on('populate', async () => {
      await this.settings.put({ name: 'me', value: await this.people.add(firstPerson()) });
    });
  }
}
