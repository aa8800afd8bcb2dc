/** What vitest's tests know of the servers that `global-setup.ts` started. */
import { inject } from 'vitest';
import type { Access } from './server.ts';

interface Missing {
  /** Why the server could not be had. */
  readonly missing: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    minio: Access | Missing;
    /** The same MinIO behind a proxy that strips every CORS header. */
    noCors: Access | Missing;
    azurite: Access | Missing;
  }
}

/** How to reach a server; the test that asks fails when it could not be had. */
export function serverAccess(name: 'minio' | 'noCors' | 'azurite'): Access {
  const provided = inject(name);
  if ('missing' in provided) throw new Error(provided.missing);
  return provided;
}
