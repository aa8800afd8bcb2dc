/** Pages at the consoles' addresses: a server on this machine that the browser takes for them. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:https';

/** Made for these tests alone, believed by nobody: the browser is told to ignore it. */
const certificate = new URL('./self-signed.pem', import.meta.url);

/** As strict as a console: nothing inline, nothing from elsewhere, no HTML strings. */
const policy = "default-src 'none'; script-src 'self'; require-trusted-types-for 'script'";

export interface ConsolePages {
  /** For Chromium's `--host-resolver-rules`. */
  readonly resolverRules: string;
  stop(): Promise<void>;
}

export async function startConsolePages(): Promise<ConsolePages> {
  const pem = await readFile(certificate);
  const server = createServer({ key: pem, cert: pem }, (_request, response) => {
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy })
      .end('<!doctype html><title>Console</title><body><h1>Objects</h1></body>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The console pages have no port.');
  const domains = ['console.aws.amazon.com', 'console.amazonaws-us-gov.com', 'console.amazonaws.cn'];
  const target = `127.0.0.1:${address.port}`;
  return {
    resolverRules: domains.map((domain) => `MAP ${domain} ${target}, MAP *.${domain} ${target}`).join(', '),
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
