import type { Client, Json } from '../setup/workspace.js';

/** Answers about the past that were given once, to be compared with what is answered later. */
export class Remembered {
  private readonly given = new Map<string, string>();

  constructor(private readonly by: Client) {}

  /** Asks for a claim's corroboration as of a moment and keeps the answer; false when the moment lies ahead. */
  async at(claimId: string, asOf: string): Promise<boolean> {
    const path = `/claims/${claimId}/corroboration?asOf=${asOf}`;
    const { status, body } = await this.by.get(path);
    if (status === 400 && /future/.test(body.errors?.[0]?.message)) return false;
    if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body)}`);
    const text = JSON.stringify(body);
    const before = this.given.get(path);
    if (before !== undefined) expect(text).toBe(before);
    this.given.set(path, text);
    return true;
  }

  /** The same for this very moment. */
  async now(claimId: string): Promise<void> {
    while (!(await this.at(claimId, new Date().toISOString())));
  }

  get size(): number {
    return this.given.size;
  }

  /** The answers about a claim, in the order in which they were given. */
  answers(claimId: string): Json[] {
    return [...this.given].filter(([path]) => path.includes(claimId)).map(([, text]) => JSON.parse(text));
  }

  /** Asks everything again and compares it to the byte. */
  async expectUnchanged(): Promise<void> {
    for (const [path, text] of this.given) {
      const { body } = await this.by.get(path);
      expect(`${path} ${JSON.stringify(body)}`).toBe(`${path} ${text}`);
    }
  }
}
