/** Runs sources side by side and hands out what they give in their order, in bounded memory. */

/** A source of items. Instead of more items it may end with sources that take its place, in order. */
export type Lane<Item> = () => AsyncIterable<LaneStep<Item>>;
export type LaneStep<Item> = { readonly item: Item } | { readonly lanes: readonly Lane<Item>[] };

interface Node<Item> {
  readonly lane: Lane<Item>;
  readonly items: Item[];
  children: Node<Item>[];
  state: 'waiting' | 'running' | 'done';
}

/** What a lane may hold ready while others are before it, and all of them together. */
const heldPerLane = 24;
const heldInAll = 144;

/**
 * Runs at most `atOnce` lanes. The first failure of any ends it with that error; ending early (a `break`) lets every
 * lane end at its next item.
 */
export async function* runInOrder<Item>(lanes: readonly Lane<Item>[], atOnce: number): AsyncGenerator<Item> {
  const nodes = lanes.map((lane) => toNode(lane));
  let current: Node<Item> | undefined;
  let running = 0;
  let held = 0;
  let stopped = false;
  let failure: { readonly error: unknown } | undefined;
  let waiting: (() => void)[] = [];

  function wake(): void {
    const woken = waiting;
    waiting = [];
    for (const go of woken) go();
  }

  function changed(): Promise<void> {
    return new Promise((resolve) => {
      waiting.push(resolve);
    });
  }

  function startNext(): void {
    const hasRoom = (): boolean => !stopped && running < atOnce;
    while (hasRoom()) {
      const node = firstWaiting(nodes);
      if (!node || (held >= heldInAll && node !== current)) return;
      node.state = 'running';
      running++;
      void run(node);
    }
  }

  async function run(node: Node<Item>): Promise<void> {
    try {
      for await (const step of node.lane()) {
        if (stopped) break;
        if ('lanes' in step) node.children = step.lanes.map((lane) => toNode(lane));
        else await hold(node, step.item);
      }
    } catch (error) {
      failure ??= { error };
    }
    running--;
    node.state = 'done';
    wake();
    startNext();
  }

  /** Keeps an item; a lane that is far ahead of its turn gives its place away and waits. */
  async function hold(node: Node<Item>, item: Item): Promise<void> {
    node.items.push(item);
    held++;
    wake();
    const isAhead = (): boolean => !stopped && node !== current && node.items.length >= heldPerLane;
    if (!isAhead()) return;
    running--;
    startNext();
    while (isAhead()) await changed();
    running++;
  }

  async function* drain(list: Node<Item>[]): AsyncGenerator<Item> {
    for (let node = list[0]; node !== undefined; list.shift(), node = list[0]) {
      current = node;
      wake();
      startNext();
      for (;;) {
        if (failure) throw failure.error;
        const item = node.items.shift();
        if (item !== undefined) {
          held--;
          wake();
          startNext();
          yield item;
        } else if (node.state === 'done') break;
        else await changed();
      }
      yield* drain(node.children);
    }
  }

  try {
    yield* drain(nodes);
  } finally {
    stopped = true;
    wake();
  }
}

function toNode<Item>(lane: Lane<Item>): Node<Item> {
  return { lane, items: [], children: [], state: 'waiting' };
}

function firstWaiting<Item>(nodes: readonly Node<Item>[]): Node<Item> | undefined {
  for (const node of nodes) {
    if (node.state === 'waiting') return node;
    const inside = firstWaiting(node.children);
    if (inside) return inside;
  }
  return undefined;
}
