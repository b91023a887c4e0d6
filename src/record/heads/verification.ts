import { createHash, type KeyObject } from 'node:crypto';
import { faultOf, GENESIS } from '../events/chain.js';
import { Erasures } from './erasures.js';
import { chainLine, continueFeed, faultsOf, type SignedHead } from './head.js';
import type { ChainLength } from './heads.repository.js';
import { inPages, Peeking } from './in-pages.js';
import {
  type ChainFound,
  type ChainKey,
  type LinkFound,
  type PlaceFound,
  type Pledge,
  type VerificationRepository,
} from './verification.repository.js';

const PAGE = 5000;

export interface Verified {
  chains: number;
  events: number;
  erased: number;
  places: number;
  heads: number;
  /** Heads that nobody signed. */
  unsigned: number;
}

export interface VerificationOptions {
  /** Heads that were saved elsewhere; they are held against what stands here. */
  saved: SignedHead[];
  /** The key that signatures are checked with; null: each with the one that stands beside it. */
  trusted: KeyObject | null;
  /** Types of events that are in no feed. */
  unfed: readonly string[];
  /** Types of events that tell of erasures. */
  erasing: readonly string[];
  found: (workspaceId: string, fault: string) => void;
  progress: (so: Verified) => void;
}

/**
 * Checks the whole record of a database: every chain from its events, contents against digests, the feed, and all of
 * it against the heads that were made. It takes no lock and holds no snapshot, so that a desk at work is not slowed;
 * what seems not to fit because it was written meanwhile is looked at again. Memory does not grow with the record.
 */
export class Verification {
  private readonly so: Verified = { chains: 0, events: 0, erased: 0, places: 0, heads: 0, unsigned: 0 };
  private readonly erasing: ReadonlySet<string>;

  constructor(
    private readonly repository: VerificationRepository,
    private readonly options: VerificationOptions,
  ) {
    this.erasing = new Set(options.erasing);
  }

  async run(): Promise<Verified> {
    const heads = await this.repository.heads();
    await this.checkHeads(heads);
    await this.checkChains();
    await this.checkFeed(heads);
    return this.so;
  }

  /** Each head in itself, each after the one before, and the lists of chains that the newest and the saved one sign. */
  private async checkHeads(heads: SignedHead[]): Promise<void> {
    const { saved, trusted } = this.options;
    for (const [i, head] of heads.entries()) {
      this.so.heads += 1;
      if (head.signature === null) this.so.unsigned += 1;
      const { workspaceId } = head;
      const before = heads[i - 1]?.workspaceId === workspaceId ? heads[i - 1]! : null;
      const isNewest = heads[i + 1]?.workspaceId !== workspaceId;
      for (const fault of faultsOf(head, trusted))
        this.options.found(workspaceId, `the head of ${head.day} ${fault}`);
      if (head.previous !== (before?.digest ?? null)) {
        this.options.found(
          workspaceId,
          `the head of ${head.day} does not follow the one before it: one was taken away or exchanged`,
        );
      }
      const twin = saved.find((one) => one.workspaceId === workspaceId && one.day === head.day);
      if (twin !== undefined && twin.digest !== head.digest) {
        this.options.found(workspaceId, `the head of ${head.day} is not the one that was saved`);
      }
      if (isNewest || twin !== undefined) await this.checkList(head);
    }
    for (const one of saved) {
      const { workspaceId, day } = one;
      for (const fault of faultsOf(one, trusted))
        this.options.found(workspaceId, `the saved head of ${day} ${fault}`);
      if (!heads.some((head) => head.workspaceId === workspaceId && head.day === day)) {
        this.options.found(workspaceId, `the head of ${day}, which was saved, is gone`);
      }
    }
  }

  private async checkList({ workspaceId, day, chains }: SignedHead): Promise<void> {
    const list = createHash('sha256');
    for await (const { chainId, length, head } of inPages<ChainLength>(
      (after, limit) => this.repository.listed(workspaceId, day, after?.chainId ?? null, limit),
      PAGE,
    )) {
      list.update(chainLine(chainId, length, head));
    }
    if (list.digest('hex') !== chains.digest) {
      this.options.found(
        workspaceId,
        `the list of chains kept for the head of ${day} is not the one that was signed`,
      );
    }
  }

  private async checkChains(): Promise<void> {
    const chains = new Peeking(
      inPages<ChainFound>((after, limit) => this.repository.chains(after, limit), PAGE),
    );
    const links = new Peeking(
      inPages<LinkFound>(
        (after, limit) => this.repository.links(after && { ...after, number: after.link.number }, limit),
        PAGE,
      ),
    );
    const pledges = new Peeking(
      inPages<Pledge>((after, limit) => this.repository.pledges(after, limit), PAGE),
    );
    for (;;) {
      const next = [await chains.peek(), await links.peek(), await pledges.peek()].filter(
        (row) => row !== null,
      );
      if (next.length === 0) return;
      const key = next.reduce((first, row) => (compare(row, first) < 0 ? row : first));
      const belongs = (row: ChainKey | null) => row !== null && compare(row, key) === 0;
      const chain = belongs(await chains.peek()) ? await chains.take() : null;
      await this.checkChain({ workspaceId: key.workspaceId, chainId: key.chainId }, chain, links, pledges);
    }
  }

  /** Follows one chain from its first event, past what heads say of it, to its own head. */
  private async checkChain(
    key: ChainKey,
    found: ChainFound | null,
    links: Peeking<LinkFound>,
    pledges: Peeking<Pledge>,
  ): Promise<void> {
    this.so.chains += 1;
    const tell = (what: string) => this.options.found(key.workspaceId, `chain ${key.chainId}: ${what}`);
    const belongs = (row: ChainKey | null) => row !== null && compare(row, key) === 0;
    const erasures = new Erasures(this.erasing);
    let [head, number, position]: [Buffer, number, number] = [GENESIS, 0, 0];
    let atFound: Buffer | null = found?.length === 0 ? GENESIS : null;
    while (belongs(await links.peek())) {
      const event = (await links.take())!;
      const { link } = event;
      const fault = faultOf(link, head, number + 1);
      if (fault !== null) tell(`event ${link.number} (${link.type}, ${link.id}): ${fault}`);
      if (event.position !== null && event.position < position) {
        tell(`event ${link.number} (${link.type}, ${link.id}) stands in the feed before the one it follows`);
      }
      if (event.position === null && !event.waits && !this.options.unfed.includes(link.type)) {
        tell(`event ${link.number} (${link.type}, ${link.id}) has no place in the feed`);
      }
      [head, number, position] = [link.digest, link.number, event.position ?? position];
      if (number === found?.length) atFound = head;
      await this.checkPledges(key, number, head, pledges);
      for (const again of await this.repository.withContents(erasures.follow(link))) {
        tell(
          `event ${again.number} (${again.type}, ${again.id}): its content is there again, which was erased`,
        );
      }
      this.count();
    }
    for (const { number: of, type, id } of erasures.unaccounted) {
      tell(`event ${of} (${type}, ${id}): its content is gone, and no erasure took it away`);
    }
    this.so.erased += erasures.accounted;
    await this.checkPledges(key, Infinity, null, pledges, number);
    await this.checkEnd(key, found, number, atFound, tell);
  }

  /** What heads noted of the chain up to this event. */
  private async checkPledges(
    key: ChainKey,
    upTo: number,
    head: Buffer | null,
    pledges: Peeking<Pledge>,
    length = 0,
  ): Promise<void> {
    for (;;) {
      const pledge = await pledges.peek();
      if (pledge === null || compare(pledge, key) !== 0 || pledge.length > upTo) return;
      await pledges.take();
      const tell = (what: string) => this.options.found(key.workspaceId, `chain ${key.chainId}: ${what}`);
      if (head === null) {
        if (await this.goesOn(key, length)) continue;
        tell(
          length === 0
            ? `is gone; it had ${pledge.length} events when the head of ${pledge.day} was made`
            : `ends with event ${length}; it had ${pledge.length} when the head of ${pledge.day} was made`,
        );
      } else if (pledge.length !== upTo || !pledge.head.equals(head)) {
        tell(
          `event ${pledge.length} is not the one that the head of ${pledge.day} was made with: it was written anew`,
        );
      }
    }
  }

  private async checkEnd(
    key: ChainKey,
    found: ChainFound | null,
    number: number,
    atFound: Buffer | null,
    tell: (what: string) => void,
  ): Promise<void> {
    if (found !== null && number < found.length) {
      if (!(await this.goesOn(key, number)))
        tell(`ends with event ${number}, and its head says ${found.length}`);
      return;
    }
    if (found !== null && !(atFound?.equals(found.head) ?? false)) {
      tell('its head is not the digest of its last event');
    }
    if (number === found?.length) return;
    const now = await this.repository.chain(key);
    if (now === null && number > 0) tell(`has ${number} events and no head`);
    if (now !== null && number > now.length) tell(`has ${number} events, and its head says ${now.length}`);
  }

  /** Whether the chain has got an event more since its events were read. */
  private async goesOn(key: ChainKey, number: number): Promise<boolean> {
    const [next] = await this.repository.links({ ...key, number }, 1);
    return next !== undefined && compare(next, key) === 0;
  }

  /** The feed: no place is missing, none stands for an event that is not there, and the order is the one signed. */
  private async checkFeed(heads: SignedHead[]): Promise<void> {
    const stored = new Set(heads.map(({ digest }) => digest));
    const saved = this.options.saved.filter(({ digest }) => !stored.has(digest));
    const feeds = new Map<string, { digest: Buffer; length: number }>();
    const due = [...heads, ...saved].sort((one, other) => one.feed.position - other.feed.position);
    const last = await this.repository.lastPosition();
    let expected = 1;
    const reach = (position: number) => {
      while (due.length > 0 && due[0]!.feed.position <= position) this.checkSigned(due.shift()!, feeds);
    };
    for await (const place of inPages<PlaceFound>(
      (after, limit) => this.repository.places(after?.position ?? 0, last, limit),
      PAGE,
    )) {
      const { position, workspaceId, eventId, digest, fits } = place;
      reach(position - 1);
      if (position > expected) this.missing(workspaceId, expected, position - 1);
      expected = position + 1;
      if (digest === null)
        this.options.found(workspaceId, `feed position ${position}: the event ${eventId} is gone`);
      else if (fits === false)
        this.options.found(workspaceId, `feed position ${position} says something else than its event`);
      const feed = feeds.get(workspaceId) ?? { digest: GENESIS, length: 0 };
      feeds.set(workspaceId, {
        digest: continueFeed(feed.digest, digest ?? GENESIS),
        length: feed.length + 1,
      });
      this.so.places += 1;
    }
    reach(Infinity);
  }

  private missing(workspaceId: string, first: number, last: number): void {
    const places = first === last ? `position ${first} is` : `positions ${first} to ${last} are`;
    this.options.found(workspaceId, `feed ${places} missing`);
  }

  private checkSigned(
    { workspaceId, day, feed }: SignedHead,
    feeds: Map<string, { digest: Buffer; length: number }>,
  ): void {
    const { digest, length } = feeds.get(workspaceId) ?? { digest: GENESIS, length: 0 };
    if (length !== feed.length) {
      this.options.found(
        workspaceId,
        `the feed has ${length} events up to position ${feed.position}; it had ${feed.length} when the head of ${day} was made`,
      );
    } else if (digest.toString('hex') !== feed.digest) {
      this.options.found(
        workspaceId,
        `the feed up to position ${feed.position} is not in the order, or not of the events, that the head of ${day} was made with`,
      );
    }
  }

  private count(): void {
    this.so.events += 1;
    if (this.so.events % PAGE === 0) this.options.progress(this.so);
  }
}

function compare(one: ChainKey, other: ChainKey): number {
  const [a, b] = [one.workspaceId + one.chainId, other.workspaceId + other.chainId];
  return a < b ? -1 : a > b ? 1 : 0;
}
