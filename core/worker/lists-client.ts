/** The lists worker as somebody to ask. */
import * as v from 'valibot';
import type { ListAnswers } from '../workspace/door/lists.ts';
import { answerSchemas, type ListsMessage, type ListsQuestion, reportSchema } from './lists-messages.ts';

/** Starts answering for a database; `worker` was made from `lists.worker.ts`. */
export function listsClient(worker: Worker, databaseName: string): ListAnswers {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  const watchers = new Set<() => void>();
  let lastId = 0;

  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    const report = v.parse(reportSchema, event.data);
    if (report.kind === 'changed') {
      for (const changed of watchers) changed();
      return;
    }
    const asker = waiting.get(report.id);
    waiting.delete(report.id);
    if (report.kind === 'answer') asker?.resolve(report.value);
    else asker?.reject(new Error(report.message));
  });
  worker.addEventListener('error', (event) => {
    for (const { reject } of waiting.values()) reject(new Error(event.message));
    waiting.clear();
  });
  tell({ kind: 'begin', databaseName });

  function tell(message: ListsMessage): void {
    worker.postMessage(message);
  }

  async function ask(question: (id: number) => ListsQuestion): Promise<unknown> {
    return new Promise((resolve, reject) => {
      const id = ++lastId;
      waiting.set(id, { resolve, reject });
      tell(question(id));
    });
  }

  return {
    ask: async (...input) => v.parse(answerSchemas.ask, await ask((id) => ({ id, kind: 'ask', input }))),
    all: async (...input) => v.parse(answerSchemas.all, await ask((id) => ({ id, kind: 'all', input }))),
    counts: async (...input) =>
      v.parse(answerSchemas.counts, await ask((id) => ({ id, kind: 'counts', input }))),
    values: async (...input) =>
      v.parse(answerSchemas.values, await ask((id) => ({ id, kind: 'values', input }))),
    onChange(changed) {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
  };
}
