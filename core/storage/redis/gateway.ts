/** What stands between a page, which speaks only HTTP, and Redis. */
import type { Refused, Reply } from './reply.ts';

interface GatewayRequest {
  readonly url: string;
  readonly method: 'POST' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Blob;
}

/** One gateway's notation of commands and answers. */
export interface Gateway {
  /** Bytes; more is never sent. */
  readonly largestValue: number;
  /** A command and its arguments; `last` is one more argument, of any bytes. */
  request(command: readonly string[], last?: Blob): GatewayRequest;
  /** Reads an answer. Undefined where it is not one of this gateway. */
  answer(bytes: Uint8Array<ArrayBuffer>): Reply | Refused | undefined;
}

/** Base64 of the UTF-8 bytes. */
export function toBase64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
