/** What is chosen of one source in the form that makes a task. No screen in here. */
import type { StorageId } from '#core/model/ids.ts';
import type { Source, SourceReading } from '#core/model/source.ts';
import type { Storage } from '#core/model/storage.ts';

export interface SourceDraft {
  readonly storageId: StorageId | undefined;
  readonly prefix: string;
  readonly filterKind: 'glob' | 'regex';
  readonly pattern: string;
  readonly recursive: boolean;
  readonly reading: SourceReading['kind'];
  /** Of task files; empty for the first key that holds an image. */
  readonly dataKey: string;
  readonly manifest: string;
  /** What the manifest's names hang from; empty for the folder it lies in. */
  readonly root: string;
  /** As typed, in GB; empty for none. */
  readonly localCopy: string;
  readonly picked: readonly string[];
}

export const emptySourceDraft: SourceDraft = {
  storageId: undefined,
  prefix: '',
  filterKind: 'glob',
  pattern: '',
  recursive: true,
  reading: 'objects',
  dataKey: '',
  manifest: '',
  root: '',
  localCopy: '',
  picked: [],
};

/** All of a storage, and the first of its manifests where it has one to choose. */
export function sourceDraftOf(storage: Storage, prefix = storage.settings.prefix): SourceDraft {
  return { ...emptySourceDraft, storageId: storage.id, prefix, manifest: storage.manifests[0] ?? '' };
}

/** The source as it will be saved; undefined while it cannot be one. */
export function sourceOf(draft: SourceDraft): Source | undefined {
  if (draft.storageId === undefined) return undefined;
  if (draft.reading === 'manifest' && draft.manifest.trim() === '') return undefined;
  if (copyError(draft.localCopy) !== undefined) return undefined;
  return {
    storageId: draft.storageId,
    prefix: draft.prefix,
    filter: { kind: draft.filterKind, pattern: draft.pattern.trim() },
    recursive: draft.recursive,
    picked: draft.picked,
    reading: readingOf(draft),
    localCopyBytes: Number(draft.localCopy) * 1e9,
  };
}

function readingOf({ reading, dataKey, manifest, root }: SourceDraft): SourceReading {
  switch (reading) {
    case 'objects':
      return { kind: 'objects' };
    case 'tasks':
      return { kind: 'tasks', dataKey: dataKey.trim() };
    case 'manifest':
      return { kind: 'manifest', key: manifest.trim(), root: root.trim() || undefined };
  }
}

export function errorOfSource(draft: SourceDraft): string | undefined {
  if (draft.storageId === undefined) return 'Choose the storage the images come from.';
  if (draft.reading === 'manifest' && draft.manifest.trim() === '')
    return 'Say which manifest names the images.';
  return copyError(draft.localCopy);
}

export function copyError(localCopy: string): string | undefined {
  return /^(?:\d{1,4}(?:\.\d+)?)?$/.test(localCopy.trim())
    ? undefined
    : 'A number of gigabytes, as 2 or 0.5.';
}
