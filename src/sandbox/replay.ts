import { defineFolder } from './define-folder.ts';
import { folderSteps } from './folder-steps.ts';
import type { FolderStep } from './folder-steps.ts';
import { seededRandom } from './random.ts';
import type { Sandbox } from './sandbox.ts';
import type { PortalFolder } from './seed/portal-folder.ts';
import { shuffled } from './shuffle.ts';
import { eventsOf } from './webhook-events.ts';
import type { OutgoingEvent } from './webhook-events.ts';

export interface ReplayOptions {
  readonly seed: number;
  /** Changes applied before their events go out, default 1,000 */
  readonly chunkSize?: number;
  /** The next chunk waits until fewer events than this are undelivered, default 1,000. */
  readonly pendingBelow?: number;
  /** How far an event may move within its chunk, in events, default 200 */
  readonly window?: number;
  /** Share of events that come with a later chunk, default 0.05 */
  readonly heldBack?: number;
  /** Told after each chunk how many changes are applied. */
  readonly report?: (applied: number, total: number) => void;
}

/**
 * Tells a portal folder's history live: the portal begins with properties, pipelines and owners; creations, changes and
 * links happen in the order of time, with their own instants. Each webhook event is sent twice, moved about within its
 * chunk, and some come much later.
 *
 * The end state is that of `loadFolder`. Resolves when every event is delivered or given up.
 */
export async function replayFolder(sandbox: Sandbox, folder: PortalFolder, options: ReplayOptions): Promise<void> {
  const { chunkSize = 1_000, pendingBelow = 1_000, report } = options;
  const delays = new EventDelays(options);
  defineFolder(sandbox.portal, folder);
  const steps = folderSteps(folder);
  for (let start = 0; start < steps.length; start += chunkSize) {
    await sandbox.webhooks.pendingBelow(pendingBelow);
    const chunk = steps.slice(start, start + chunkSize);
    const chunksLeft = Math.ceil((steps.length - start) / chunkSize) - 1;
    sandbox.webhooks.push(delays.mix(eventsIn(sandbox, chunk), chunksLeft));
    report?.(start + chunk.length, steps.length);
  }
  await sandbox.webhooks.idle();
}

function eventsIn({ portal, events }: Sandbox, chunk: readonly FolderStep[]): OutgoingEvent[] {
  const changes = portal.changes.capture(() => {
    for (const step of chunk) step.apply(portal);
  });
  return changes.flatMap((change) => eventsOf(change, events));
}

/** Doubles and shuffles the events of each chunk and holds some back for later chunks, repeatably for one seed. */
class EventDelays {
  readonly #random: () => number;
  readonly #window: number;
  readonly #heldBack: number;
  readonly #later = new Map<number, OutgoingEvent[]>();
  #chunk = 0;

  constructor({ seed, window = 200, heldBack = 0.05 }: ReplayOptions) {
    this.#random = seededRandom(seed);
    this.#window = window;
    this.#heldBack = heldBack;
  }

  mix(events: readonly OutgoingEvent[], chunksLeft: number): OutgoingEvent[] {
    const now: OutgoingEvent[] = this.#later.get(this.#chunk) ?? [];
    for (const event of events.flatMap((event) => [event, event])) {
      if (chunksLeft > 0 && this.#random() < this.#heldBack) this.#hold(event, chunksLeft);
      else now.push(event);
    }
    this.#later.delete(this.#chunk);
    this.#chunk += 1;
    return shuffled(now, this.#random, this.#window);
  }

  #hold(event: OutgoingEvent, chunksLeft: number): void {
    const chunk = this.#chunk + 1 + Math.floor(this.#random() * chunksLeft);
    const held = this.#later.get(chunk) ?? [];
    this.#later.set(chunk, held);
    held.push(event);
  }
}
