import { isHiddenFrom, presentEvent } from '../../facts/telling/event.dto.js';
import type { Listener } from '../../facts/telling/listener.js';
import type { EventView } from '../../facts/telling/telling.repository.js';

/** An event on its way to many readers: written once for all who may see the same of it. */
export class ToldEvent {
  readonly position: number;
  private readonly blocks = new Map<boolean, string>();

  constructor(readonly view: EventView) {
    this.position = Number(view.position);
  }

  get type(): string {
    return this.view.type;
  }

  /** As server-sent events write it: its cursor, and the event on one line. */
  blockFor(listener: Listener): string {
    const hidden = isHiddenFrom(this.view, listener);
    const known = this.blocks.get(hidden);
    if (known !== undefined) return known;
    const block = `id: ${this.position}\ndata: ${JSON.stringify(presentEvent(this.view, listener))}\n\n`;
    this.blocks.set(hidden, block);
    return block;
  }
}

/** Tells a reader where it stands, without an event; it goes on from there when it comes again. */
export function markAt(position: number): string {
  return `:\nid: ${position}\n\n`;
}
