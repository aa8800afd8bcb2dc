/** Sends commands through a gateway, and says what its refusals mean. */
import { StorageError, isError } from '../../errors.ts';
import type { RedisCredentials, RedisSettings } from '../../model/storage.ts';
import type { Ports } from '../../ports.ts';
import { diagnoseUnanswered, noteAnswer } from '../diagnose.ts';
import {
  corsRemedy,
  tooLarge,
  gatewayError,
  onlyDatabaseZero,
  redisError,
  type Asked,
  type Operation,
} from './errors.ts';
import { isRefused, type Refused, type Reply } from './reply.ts';
import { selectScript } from './scripts.ts';
import { makeUpstash } from './upstash.ts';
import { makeWebdis } from './webdis.ts';

interface Command {
  readonly operation: Operation;
  readonly key?: string | undefined;
  readonly words: readonly string[];
  /** One more argument, of any bytes. */
  readonly last?: Blob;
  readonly signal?: AbortSignal | undefined;
}

interface Script extends Omit<Command, 'words' | 'last'> {
  readonly keys: readonly string[];
  readonly args: readonly string[];
}

export interface Connection {
  /** Runs a command in the database of the settings. Throws a `StorageError`. */
  run(command: Command): Promise<Reply>;
  /** Runs a script that only reads. */
  runScript(script: string, command: Script): Promise<Reply>;
}

export function openConnection(
  settings: RedisSettings,
  credentials: RedisCredentials | undefined,
  ports: Ports,
): Connection {
  const gateway = (settings.gateway === 'webdis' ? makeWebdis : makeUpstash)(settings, credentials);
  const { host } = new URL(settings.endpoint);
  /** A gateway's rule is for all it is asked. */
  const server = { url: settings.endpoint, name: host, method: '*' };
  let selected: Promise<Reply> | undefined;
  /** Redis before 7 knows only EVAL, which it takes for writing. */
  let evaluate: 'EVAL_RO' | 'EVAL' = 'EVAL_RO';

  async function fetchAnswer({ words, last, signal }: Command): Promise<{
    status: number;
    reply: Reply | Refused | undefined;
  }> {
    const { url, ...init } = gateway.request(words, last);
    const response = await ports.fetch(url, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
      ...(signal ? { signal } : {}),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    noteAnswer(server, ports);
    return { status: response.status, reply: gateway.answer(bytes) };
  }

  async function isKnown(signal: AbortSignal | undefined): Promise<boolean> {
    const ping = await fetchAnswer({ operation: 'list', words: ['PING'], signal }).catch(() => undefined);
    return ping?.status === 200;
  }

  async function send(command: Command): Promise<Reply | Refused> {
    const { operation, key, signal } = command;
    const asked: Asked = { operation, key, settings, credentials };
    if (command.last && command.last.size > gateway.largestValue) throw tooLarge(asked);
    const answer = await fetchAnswer(command).catch(async (cause: unknown) => {
      if (signal?.aborted || !(cause instanceof TypeError)) throw cause;
      // Webdis hangs up on what is too large for it, before or while it is sent.
      if (command.last && (await isKnown(signal))) throw tooLarge(asked);
      throw await unanswered(asked, cause, signal);
    });
    if (answer.reply !== undefined && answer.status !== 401) return answer.reply;
    throw gatewayError(answer.status, asked, answer.status === 403 && (await isKnown(signal)));
  }

  async function unanswered(
    { operation, key }: Asked,
    cause: unknown,
    signal: AbortSignal | undefined,
  ): Promise<StorageError> {
    const error = await diagnoseUnanswered(
      {
        ...server,
        operation,
        cause,
        corsRemedy: corsRemedy(settings, ports.host),
        signal,
        ...(key === undefined ? {} : { key }),
      },
      ports,
    );
    if (error.code !== 'cors' || ports.host.kind === 'extension') return error;
    return new StorageError('cors', `${host} answers, but does not let ${ports.host.origin} read it.`, {
      operation,
      cause,
      ...(key === undefined ? {} : { key }),
      ...(error.remedy ? { remedy: error.remedy } : {}),
    });
  }

  async function perform(command: Command): Promise<Reply> {
    command.signal?.throwIfAborted();
    const reply = await send(command);
    if (!isRefused(reply)) return reply;
    const { operation, key } = command;
    throw redisError(reply.refused, { operation, key, settings, credentials });
  }

  async function performScript(script: string, { keys, args, ...command }: Script): Promise<Reply> {
    const rest = [script, String(keys.length), ...keys, ...args];
    if (evaluate === 'EVAL_RO') {
      try {
        return await perform({ ...command, words: ['EVAL_RO', ...rest] });
      } catch (error) {
        if (!isError(error, 'storage') || error.code !== 'forbidden') throw error;
      }
    }
    const reply = await perform({ ...command, words: ['EVAL', ...rest] });
    evaluate = 'EVAL';
    return reply;
  }

  /**
   * Webdis goes on in another database where it may not take the one that it was told, so this asks first, once.
   * It refuses SELECT itself, but not in a script.
   */
  async function select({ operation, key }: Pick<Command, 'operation' | 'key'>): Promise<void> {
    if (settings.database === 0) return;
    if (settings.gateway === 'upstash') throw onlyDatabaseZero({ operation, key, settings, credentials });
    const args = [String(settings.database)];
    selected ??= performScript(selectScript, { operation, key, keys: [], args });
    await selected.catch((error: unknown) => {
      selected = undefined;
      throw error;
    });
  }

  return {
    async run(command) {
      await select(command);
      return perform(command);
    },
    async runScript(script, command) {
      await select(command);
      return performScript(script, command);
    },
  };
}
