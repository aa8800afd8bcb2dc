/** Which place a storage's keys are in, whatever connection leads there: two storages may be the same bucket. */
import type { StorageSettings } from './storage.ts';

export function locationOf(settings: StorageSettings): string {
  switch (settings.provider) {
    case 's3':
      return JSON.stringify(['s3', rootOf(settings.endpoint), settings.bucket]);
    case 'azure':
      return JSON.stringify(['azure', rootOf(settings.endpoint), settings.account, settings.container]);
    case 'gcs':
      return JSON.stringify(['gcs', rootOf(settings.endpoint), settings.bucket]);
    case 'redis':
      return JSON.stringify(['redis', rootOf(settings.endpoint), settings.database]);
    case 'urls':
      return JSON.stringify(['urls']);
    case 'device':
      return JSON.stringify(['device', settings.folder]);
    case 'folder':
      return JSON.stringify(['folder', settings.folder]);
  }
}

function rootOf(endpoint: string): string {
  return URL.canParse(endpoint) ? new URL(endpoint).href.replace(/\/+$/, '') : endpoint;
}
