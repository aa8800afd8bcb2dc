/** How a frame's object is named in what leaves the device. */
import { type FrameEntry, plainAddress } from '../model/frame.ts';
import { printObjectUri } from '../model/object-uri.ts';
import type { StorageSettings } from '../model/storage.ts';

/** `s3://bucket/key` and its kin; the key alone where a storage has no such address. */
export function frameAddress({ storageId, key }: FrameEntry, settings: StorageSettings | undefined): string {
  if (storageId === plainAddress || !settings) return key;
  switch (settings.provider) {
    case 's3':
      return printObjectUri({ scheme: 's3', bucket: settings.bucket, key });
    case 'gcs':
      return printObjectUri({ scheme: 'gs', bucket: settings.bucket, key });
    case 'azure':
      return printObjectUri({ scheme: 'azure-blob', bucket: settings.container, key });
    case 'folder':
      return printObjectUri({ scheme: 'local-files', bucket: '', key });
    case 'redis':
    case 'urls':
    case 'device':
      return key;
  }
}
