/** A self-made certificate for 127.0.0.1, and how Node is told to trust it. Made by OpenSSL, as Node makes none. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { request } from 'node:https';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fetch } from '#core/ports.ts';

const run = promisify(execFile);

export interface Certificate {
  readonly keyFile: string;
  readonly certificateFile: string;
  /** As PEM. */
  readonly text: string;
}

export async function makeCertificate(folder: string): Promise<Certificate> {
  const [keyFile, certificateFile] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const name = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const files = ['-keyout', keyFile, '-out', certificateFile];
  await run('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...name, ...files]);
  return { keyFile, certificateFile, text: await readFile(certificateFile, 'utf8') };
}

/** Node's `fetch` takes no certificate; this one does, and is no more than the tests need. */
export function fetchTrusting(certificate: string): Fetch {
  return async (input, init) => {
    const asked = new Request(input, init);
    const body = Buffer.from(await asked.arrayBuffer());
    return new Promise((resolve, reject) => {
      const headers = { ...Object.fromEntries(asked.headers), 'content-length': String(body.length) };
      const outgoing = request(asked.url, { method: asked.method, headers, ca: certificate }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('end', () => {
          const status = answer.statusCode ?? 0;
          const bytes = status === 204 || status === 304 ? null : new Uint8Array(Buffer.concat(chunks));
          const pairs = Object.entries(answer.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ]);
          resolve(new Response(bytes, { status, headers: pairs }));
        });
      });
      outgoing.on('error', (cause) => reject(new TypeError('fetch failed', { cause })));
      outgoing.end(body);
    });
  };
}
