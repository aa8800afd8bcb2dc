/** Holds what lists are made of, so that no page ever waits for a million rows. */
import { Database } from '../db/database.ts';
import { ListEngine } from '../db/list-engine.ts';
import type { ListsMessage, ListsQuestion, ListsReport } from './lists-messages.ts';

/** With nothing asked for so long, what has changed is kept. */
const restMs = 3000;

let engine: ListEngine | undefined;
let resting: ReturnType<typeof setTimeout> | undefined;

addEventListener('message', (event: MessageEvent<ListsMessage>) => {
  const message = event.data;
  if (message.kind === 'begin') {
    engine = new ListEngine(new Database(message.databaseName));
    engine.onChange(() => tell({ kind: 'changed' }));
    return;
  }
  void answer(message);
});

async function answer(question: ListsQuestion): Promise<void> {
  clearTimeout(resting);
  try {
    tell({ kind: 'answer', id: question.id, value: await work(question) });
  } catch (error) {
    tell({
      kind: 'failure',
      id: question.id,
      message: error instanceof Error ? error.message : String(error),
    });
  }
  resting = setTimeout(() => void engine?.keepWhenDue(), restMs);
}

async function work(question: ListsQuestion): Promise<unknown> {
  if (!engine) throw new Error('Lists were asked before they were opened.');
  switch (question.kind) {
    case 'ask':
      return engine.ask(...question.input);
    case 'all':
      return engine.all(...question.input);
    case 'counts':
      return engine.counts(...question.input);
    case 'values':
      return engine.values(...question.input);
    default:
      return question satisfies never;
  }
}

function tell(report: ListsReport): void {
  postMessage(report);
}
