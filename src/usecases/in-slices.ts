import { setImmediate as letOthers } from 'node:timers/promises';

const SLICE = 500;

/** Looks at many items one by one, and lets other requests be answered in between: webhooks have to be taken within seconds. */
export async function inSlices<Item>(items: readonly Item[], look: (item: Item, index: number) => void): Promise<void> {
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % SLICE === 0) await letOthers();
    look(item, index);
  }
}
