/** Rows of any number, a page at a time: the next page begins after the last row of the one before. */
export async function* inPages<Row>(
  read: (after: Row | null, limit: number) => Promise<Row[]>,
  limit: number,
): AsyncGenerator<Row> {
  for (let after: Row | null = null; ;) {
    const page: Row[] = await read(after, limit);
    yield* page;
    if (page.length < limit) return;
    after = page.at(-1)!;
  }
}

/** Takes rows off a sequence while they belong to what is looked at; the first that does not is kept for later. */
export class Peeking<Row> {
  private next: Row | null | undefined;

  constructor(private readonly rows: AsyncIterator<Row>) {}

  async peek(): Promise<Row | null> {
    if (this.next === undefined) {
      const next = await this.rows.next();
      this.next = next.done === true ? null : next.value;
    }
    return this.next;
  }

  async take(): Promise<Row | null> {
    const row = await this.peek();
    if (row !== null) this.next = undefined;
    return row;
  }
}
