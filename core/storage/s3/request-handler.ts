/** Lets Amazon's SDK speak through the `fetch` core is given, in place of its own. */
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { Fetch } from '../../ports.ts';

/** Headers of the latest answer, for errors (the SDK keeps only some). */
export interface LastAnswer {
  headers?: Record<string, string>;
}

type RequestHandler = Extract<NonNullable<S3ClientConfig['requestHandler']>, { handle: unknown }>;

/** The SDK's transport: one request, its answer read whole (answers to uploads are small). */
export function makeRequestHandler(fetch: Fetch, last: LastAnswer): RequestHandler {
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
        body: request.body,
        credentials: 'omit',
        ...(options?.abortSignal instanceof AbortSignal ? { signal: options.abortSignal } : {}),
      });
      last.headers = Object.fromEntries(answer.headers);
      const body = new Uint8Array(await answer.arrayBuffer());
      return { response: { statusCode: answer.status, headers: last.headers, body } };
    },
  };
}
