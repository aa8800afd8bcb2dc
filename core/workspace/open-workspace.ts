/** Puts the workspace together from the database and the ports. */
import { AnnotationRepository } from '../db/annotations.ts';
import { Database } from '../db/database.ts';
import type { FolderRepository } from '../db/folders.ts';
import { FrameRepository } from '../db/frames.ts';
import { JobRepository } from '../db/jobs.ts';
import type { PassphraseRepository } from '../db/passphrase.ts';
import { PersonRepository } from '../db/people.ts';
import { ProjectRepository } from '../db/projects.ts';
import { RequestRepository } from '../db/requests.ts';
import { SavedFilterRepository } from '../db/saved-filters.ts';
import { SettingsRepository } from '../db/settings.ts';
import { StorageRepository } from '../db/storages.ts';
import { SyncRepository } from '../db/syncs.ts';
import { TargetRepository } from '../db/targets.ts';
import { TaskRepository } from '../db/tasks.ts';
import { watch } from '../db/watch.ts';
import { WorkspaceRepository } from '../db/workspaces.ts';
import type { Ports } from '../ports.ts';
import type { LocalCopies } from '../storage/local-copies.ts';
import { binUses, bulkUses } from './bulk.ts';
import { folderUses } from './folders.ts';
import { jobUses } from './jobs.ts';
import { labelUses } from './labels.ts';
import { listUses } from './lists.ts';
import { passphraseUses } from './passphrase.ts';
import { peopleUses, workspacesUses } from './people.ts';
import { projectUses } from './projects.ts';
import { requestUses } from './requests.ts';
import { storageUses } from './storages.ts';
import { targetUses } from './targets.ts';
import { taskUses } from './tasks.ts';
import { thumbnail } from './thumbnails.ts';
import { Vault } from './vault.ts';
import type { ListAnswers } from './door/lists.ts';
import type { Workspace } from './workspace.ts';

/** The repositories and powers that use cases stand on. */
export interface House {
  readonly ports: Ports;
  /** For use cases that write to several tables at once. */
  readonly database: Database;
  /** What answers questions about lists; loaded, or started, when it is first asked. */
  lists(): Promise<ListAnswers>;
  readonly storages: StorageRepository;
  readonly folders: () => Promise<FolderRepository>;
  readonly passphrases: () => Promise<PassphraseRepository>;
  readonly syncs: SyncRepository;
  readonly targets: TargetRepository;
  readonly projects: ProjectRepository;
  readonly people: PersonRepository;
  readonly workspaces: WorkspaceRepository;
  readonly settings: SettingsRepository;
  readonly savedFilters: SavedFilterRepository;
  readonly tasks: TaskRepository;
  readonly frames: FrameRepository;
  readonly jobs: JobRepository;
  readonly annotations: AnnotationRepository;
  readonly requests: RequestRepository;
  readonly vault: Vault;
  /** Copies of objects on this device; their code comes when they are first asked for. */
  copies(): Promise<LocalCopies>;
}

/** `lists` answers beside the page; without it lists are worked out in place. */
export function openHouse(ports: Ports, databaseName?: string, lists?: () => Promise<ListAnswers>): House {
  const db = new Database(databaseName);
  let engine: Promise<ListAnswers> | undefined;
  let copies: Promise<LocalCopies> | undefined;
  const storages = new StorageRepository(db);
  const folders = async (): Promise<FolderRepository> =>
    new (await import('../db/folders.ts')).FolderRepository(db);
  return {
    ports,
    database: db,
    lists: () => (engine ??= lists?.() ?? openLists(db)),
    storages,
    folders,
    passphrases: async () => new (await import('../db/passphrase.ts')).PassphraseRepository(db),
    syncs: new SyncRepository(db),
    targets: new TargetRepository(db),
    projects: new ProjectRepository(db),
    people: new PersonRepository(db),
    workspaces: new WorkspaceRepository(db),
    settings: new SettingsRepository(db),
    savedFilters: new SavedFilterRepository(db),
    tasks: new TaskRepository(db),
    frames: new FrameRepository(db),
    jobs: new JobRepository(db),
    annotations: new AnnotationRepository(db),
    requests: new RequestRepository(db),
    vault: new Vault(storages, folders, ports),
    copies: () => (copies ??= openCopies(db, ports)),
  };
}

async function openLists(db: Database): Promise<ListAnswers> {
  return new (await import('../db/list-engine.ts')).ListEngine(db);
}

async function openCopies(db: Database, ports: Ports): Promise<LocalCopies> {
  const [{ LocalCopies: Copies }, { LocalCopyRepository }] = await Promise.all([
    import('../storage/local-copies.ts'),
    import('../db/local-copies.ts'),
  ]);
  const copies = new Copies(new LocalCopyRepository(db), ports);
  void copies.sweep();
  return copies;
}

export function openWorkspace(house: House): Workspace {
  return {
    projects: projectUses(house),
    people: peopleUses(house),
    workspaces: workspacesUses(house),
    lists: listUses(house),
    bulk: bulkUses(house),
    bin: binUses(house),
    labels: labelUses(house),
    storages: storageUses(house),
    folders: folderUses(house),
    passphrase: passphraseUses(house),
    tasks: taskUses(house),
    jobs: jobUses(house),
    requests: requestUses(house),
    targets: targetUses(house),
    thumbnail: async (taskId, frame, signal) => thumbnail(house, taskId, frame, signal),
    space: () => house.ports.files.space(),
    watch,
  };
}
