/** Lets Amazon's SDK speak through the `fetch` core is given, in place of its own. */
import type { Fetch } from '../../ports.ts';

/** What of the SDK's request is needed here; its own class fits. */
interface SdkRequest {
  readonly method: string;
  readonly protocol: string;
  readonly hostname: string;
  readonly port?: number;
  readonly path: string;
  readonly query?: Record<string, string | string[] | null>;
  readonly headers: Record<string, string>;
  readonly body?: Uint8Array<ArrayBuffer> | string;
}

interface SdkAnswer {
  readonly response: { statusCode: number; headers: Record<string, string>; body: Uint8Array };
}

interface RequestHandler {
  handle(request: SdkRequest, options?: { abortSignal?: unknown }): Promise<SdkAnswer>;
}

/** The SDK's transport: one request, its answer read whole (answers to uploads are small). */
export function makeRequestHandler(fetch: Fetch): RequestHandler {
  return {
    async handle(request, options) {
      const query = Object.entries(request.query ?? {}).flatMap(([name, value]) =>
        (Array.isArray(value) ? value : [value ?? '']).map(
          (one) => `${encodeURIComponent(name)}=${encodeURIComponent(one)}`,
        ),
      );
      const port = request.port === undefined ? '' : `:${request.port}`;
      const search = query.length === 0 ? '' : `?${query.join('&')}`;
      // A browser sets the host itself and refuses to be told.
      const { host: _host, ...headers } = request.headers;
      const answer = await fetch(`${request.protocol}//${request.hostname}${port}${request.path}${search}`, {
        method: request.method,
        headers,
        credentials: 'omit',
        ...(request.body === undefined ? {} : { body: request.body }),
        ...(options?.abortSignal instanceof AbortSignal ? { signal: options.abortSignal } : {}),
      });
      const body = new Uint8Array(await answer.arrayBuffer());
      return { response: { statusCode: answer.status, headers: Object.fromEntries(answer.headers), body } };
    },
  };
}
