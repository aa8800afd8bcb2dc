/**
 * Markdown as elements of the page: what the parser found is built node by node, so that nothing in a guide can be
 * HTML. Pictures are links, as opening a guide should tell nobody that it was opened.
 */
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import { For, type JSX, Show } from 'solid-js';
import styles from './guide.module.css';

const kinds: ReadonlySet<string> = new Set<MarkedToken['type']>([
  'blockquote',
  'br',
  'checkbox',
  'code',
  'codespan',
  'def',
  'del',
  'em',
  'escape',
  'heading',
  'hr',
  'html',
  'image',
  'link',
  'list',
  'list_item',
  'paragraph',
  'space',
  'strong',
  'table',
  'text',
]);

function isKnown(token: Token): token is MarkedToken {
  return kinds.has(token.type);
}

export function Markdown(props: { text: string }) {
  return (
    <div class={styles.markdown}>
      <All of={lexer(props.text)} />
    </div>
  );
}

function All(props: { of: readonly Token[] | undefined }) {
  return <For each={props.of}>{(token) => (isKnown(token) ? one(token) : token.raw)}</For>;
}

function one(token: MarkedToken): JSX.Element {
  switch (token.type) {
    case 'heading':
      return heading(token);
    case 'paragraph':
      return (
        <p>
          <All of={token.tokens} />
        </p>
      );
    case 'list':
      return token.ordered ? (
        <ol start={typeof token.start === 'number' ? token.start : 1}>
          <All of={token.items} />
        </ol>
      ) : (
        <ul>
          <All of={token.items} />
        </ul>
      );
    case 'list_item':
      return (
        <li>
          <All of={token.tokens} />
        </li>
      );
    case 'checkbox':
      return token.checked ? '☑ ' : '☐ ';
    case 'blockquote':
      return (
        <blockquote>
          <All of={token.tokens} />
        </blockquote>
      );
    case 'code':
      return (
        <pre tabindex={0}>
          <code>{token.text}</code>
        </pre>
      );
    case 'table':
      return table(token);
    case 'hr':
      return <hr />;
    case 'strong':
      return (
        <strong>
          <All of={token.tokens} />
        </strong>
      );
    case 'em':
      return (
        <em>
          <All of={token.tokens} />
        </em>
      );
    case 'del':
      return (
        <del>
          <All of={token.tokens} />
        </del>
      );
    case 'codespan':
      return <code>{token.text}</code>;
    case 'br':
      return <br />;
    case 'link':
      return (
        <SafeLink href={token.href}>
          <All of={token.tokens} />
        </SafeLink>
      );
    case 'image':
      return <SafeLink href={token.href}>{token.text || token.href}</SafeLink>;
    case 'text':
      return token.tokens ? <All of={token.tokens} /> : token.text;
    case 'escape':
      return token.text;
    case 'html':
      return token.raw;
    case 'space':
    case 'def':
      return null;
  }
}

/** Page and section have the first two levels. */
function heading(token: Tokens.Heading): JSX.Element {
  const inner = <All of={token.tokens} />;
  if (token.depth <= 1) return <h3>{inner}</h3>;
  return token.depth === 2 ? <h4>{inner}</h4> : <h5>{inner}</h5>;
}

function table(token: Tokens.Table): JSX.Element {
  return (
    <table>
      <thead>
        <tr>
          <For each={token.header}>
            {(cell) => (
              <th scope="col">
                <All of={cell.tokens} />
              </th>
            )}
          </For>
        </tr>
      </thead>
      <tbody>
        <For each={token.rows}>
          {(row) => (
            <tr>
              <For each={row}>
                {(cell) => (
                  <td>
                    <All of={cell.tokens} />
                  </td>
                )}
              </For>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

/** Only where it leads to the web or to somebody's mail; else its words. */
function SafeLink(props: { href: string; children: JSX.Element }) {
  const address = () => {
    const url = URL.canParse(props.href) ? new URL(props.href) : undefined;
    return url && ['https:', 'http:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
  };
  return (
    <Show when={address()} fallback={props.children}>
      {(href) => (
        <a href={href()} target="_blank" rel="noopener noreferrer nofollow">
          {props.children}
        </a>
      )}
    </Show>
  );
}
