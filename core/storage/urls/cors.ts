/** The headers that let a page read files of a web server, ready to paste. */
import type { Remedy } from '../../errors.ts';
import type { Host } from '../../ports.ts';

/** What the page wants to see of an answer; browsers hide all but a few headers otherwise. */
const exposed = 'Content-Range, ETag, Accept-Ranges';

/** What a person does about missing headers of `server`, an origin. */
export function corsRemedy(server: string, host: Host): Remedy {
  if (host.kind === 'extension') {
    return { text: `Allow the extension to reach ${server}.`, snippets: snippets(host) };
  }
  return {
    text: 'Let the server add these headers to its answers, or go on in the extension, which needs none. Many servers leave them off where a file is missing: open the address in a tab of its own to see whether it is there.',
    snippets: snippets(host),
  };
}

function snippets({ origin }: Host): NonNullable<Remedy['snippets']> {
  return [
    {
      title: 'Headers',
      text: `Access-Control-Allow-Origin: ${origin}\nAccess-Control-Expose-Headers: ${exposed}`,
    },
    {
      title: 'nginx',
      text: `add_header Access-Control-Allow-Origin ${origin} always;\nadd_header Access-Control-Expose-Headers '${exposed}' always;`,
    },
  ];
}
