/** How a frame's object is named in what leaves the device. */
import { type FrameEntry, plainAddress } from '../model/frame.ts';
import type { StorageSettings } from '../model/storage.ts';

/** `s3://bucket/key` and its kin; the key alone where a storage has no such address. */
export function frameAddress({ storageId, key }: FrameEntry, settings: StorageSettings | undefined): string {
  if (storageId === plainAddress) return key;
  switch (settings?.provider) {
    case 's3':
      return `s3://${settings.bucket}/${key}`;
    case 'gcs':
      return `gs://${settings.bucket}/${key}`;
    case 'azure':
      return `azure-blob://${settings.container}/${key}`;
    default:
      return key;
  }
}
