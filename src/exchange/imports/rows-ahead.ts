import type { ReadRow } from './row-reading.js';

/** The next rows of one import: read and checked while those before them are being written. */
export class RowsAhead {
  private after = 0;
  private prepared: { after: number; size: number; rows: Promise<ReadRow[]> } | null = null;

  constructor(private readonly read: (after: number, size: number) => Promise<ReadRow[]>) {}

  /** The rows behind those that were finished; those behind them are begun with. */
  async take(size: number): Promise<ReadRow[]> {
    const { after, prepared } = this;
    const isNext = prepared?.after === after && prepared.size === size;
    const rows = await (isNext ? prepared.rows : this.read(after, size));
    const last = rows.at(-1)?.number;
    this.prepared = last === undefined ? null : { after: last, size, rows: this.read(last, size) };
    // Whatever goes wrong with them shows when they are taken.
    this.prepared?.rows.catch(() => undefined);
    return rows;
  }

  finished(upTo: number): void {
    this.after = upTo;
  }
}
