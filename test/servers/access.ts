/** What vitest's tests know of the servers that `global-setup.ts` started. */
import { inject } from 'vitest';
import type { TokenAccess } from './azurite.ts';
import type { CuttingAccess } from './cutting-proxy.ts';
import type { Access } from './server.ts';
import type { GatewayAccess } from './webdis.ts';

interface Missing {
  /** Why the server could not be had. */
  readonly missing: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    minio: Access | Missing;
    /** The same MinIO behind a proxy that strips every CORS header. */
    noCors: Access | Missing;
    fakeGcs: Access | Missing;
    /** Two gateways to one Redis. */
    webdis: GatewayAccess | Missing;
    webdisNoCors: GatewayAccess | Missing;
    upstashStandIn: GatewayAccess | Missing;
    /** Root of the static server. */
    staticEndpoint: string;
    azurite: Access | Missing;
    /** Each behind a line that can be cut. */
    minioLine: CuttingAccess | Missing;
    azuriteLine: CuttingAccess | Missing;
    fakeGcsLine: CuttingAccess | Missing;
    azuriteOauth: TokenAccess | Missing;
    /** Root of the stand-in for Microsoft's and Google's sign-in. */
    oauthStandIn: string;
  }
}

/** How to reach a server; the test that asks fails when it could not be had. */
export function serverAccess(name: 'minio' | 'noCors' | 'azurite' | 'fakeGcs'): Access {
  const provided = inject(name);
  if ('missing' in provided) throw new Error(provided.missing);
  return provided;
}

/** As `serverAccess`, for the gateways of Redis. */
export function gatewayAccess(name: 'webdis' | 'webdisNoCors' | 'upstashStandIn'): GatewayAccess {
  const provided = inject(name);
  if ('missing' in provided) throw new Error(provided.missing);
  return provided;
}

/** Root of `static-server.ts`. */
export function staticEndpoint(): string {
  return inject('staticEndpoint');
}

/** An Azurite that takes tokens; throws as `serverAccess`. */
export function tokenAccess(): TokenAccess {
  const provided = inject('azuriteOauth');
  if ('missing' in provided) throw new Error(provided.missing);
  return provided;
}

/** Root of `oauth-stand-in.ts`. */
export function oauthStandIn(): string {
  return inject('oauthStandIn');
}

/** A server behind a line that can be cut; throws as `serverAccess`. */
export function lineAccess(name: 'minioLine' | 'azuriteLine' | 'fakeGcsLine'): CuttingAccess {
  const provided = inject(name);
  if ('missing' in provided) throw new Error(provided.missing);
  return provided;
}
