import type { ServerResponse } from 'node:http';

/** A reader that takes nothing for this long is cut off. */
export const STALLED_MS = 5000;

/**
 * One reader of server-sent events. What it does not take waits in this process, so whoever writes asks for `drained`
 * after each `send` that answers false, and never holds more than what one `send` brought.
 */
export class EventStream {
  private readonly closing = new Set<() => void>();
  private waiting = false;
  isOpen = true;
  /** The block that keeps the connection alive: a comment, and where the reader stands if its owner says so. */
  mark = (): string => ':\n\n';

  constructor(
    private readonly response: ServerResponse,
    private readonly cut: () => void,
  ) {
    response.on('close', () => {
      this.isOpen = false;
      this.closing.forEach((listener) => listener());
    });
    // A reader that went away is no failure of ours; 'close' follows.
    response.on('error', () => response.destroy());
  }

  whenClosed(listener: () => void): void {
    this.closing.add(listener);
  }

  /** Whether more may be sent at once. */
  send(text: string): boolean {
    return !this.isOpen || this.response.write(text);
  }

  /** Sends what keeps proxies from closing a quiet connection; where something waits to be taken, that will do. */
  beat(): void {
    if (!this.waiting) this.send(this.mark());
  }

  /** Waits until the reader has taken what was sent; one that takes nothing is cut off. Answers whether it is open. */
  async drained(): Promise<boolean> {
    if (!this.isOpen || !this.response.writableNeedDrain) return this.isOpen;
    this.waiting = true;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => {
        this.cut();
        this.response.destroy();
      }, STALLED_MS);
      const done = () => {
        clearTimeout(timer);
        this.response.off('drain', done).off('close', done);
        resolve();
      };
      this.response.once('drain', done).once('close', done);
    });
    this.waiting = false;
    return this.isOpen;
  }

  /** Ends it in order; the reader comes again. */
  end(): void {
    if (this.isOpen) this.response.end();
    this.isOpen = false;
  }
}
