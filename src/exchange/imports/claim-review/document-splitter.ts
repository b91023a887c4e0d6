import { TokenType } from '@streamparser/json';
import { TooLarge, UnreadableDocument } from './document-errors.js';
import { mayBeReview } from './read-reviews.js';

export const LARGEST_ELEMENT = 1024 * 1024;
const DEEPEST = 100;

/** Fields of a document under which its fact-checks stand, one after the other. */
const LISTS: readonly string[] = [
  '@graph',
  'dataFeedElement',
  // Answers of the Fact Check Tools API.
  'claims',
  'results',
  'claimReviewMarkupPages',
];

interface Token {
  token: TokenType;
  value: unknown;
  offset: number;
}

type Expected = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

interface Frame {
  isArray: boolean;
  /** Its members are elements of their own; it is not built. */
  isList: boolean;
  isElement: boolean;
  /** What is built; null where nothing is kept. */
  built: unknown[] | Record<string, unknown> | null;
  key: string;
}

/**
 * Takes the tokens of one JSON document and gives its elements as soon as they end, so that no more than one element
 * is ever kept. It checks the grammar too, as the tokenizer knows only words.
 */
export class DocumentSplitter {
  private readonly frames: Frame[] = [];
  private expected: Expected = 'value';
  private found: unknown[] = [];
  private hasList = false;
  /** Where what is being built began, and whether it has become too long to be kept. */
  private begun = 0;
  private isTooLarge = false;
  /** Bytes of the document's own fields, as long as it may turn out to be one fact-check. */
  private ownBytes = 0;
  /** The byte at which the last word began. */
  position = 0;

  drain(): unknown[] {
    const found = this.found;
    this.found = [];
    return found;
  }

  take({ token, value, offset }: Token): void {
    this.position = offset;
    if (token === TokenType.COLON) return this.pass('colon', 'value');
    if (token === TokenType.COMMA) {
      return this.pass('comma or end', this.frames.at(-1)?.isArray ? 'value' : 'key');
    }
    if (token === TokenType.RIGHT_BRACE || token === TokenType.RIGHT_BRACKET) return this.close(token);
    if (this.expected === 'key' || this.expected === 'key or end') {
      if (token !== TokenType.STRING) this.fail();
      this.frames.at(-1)!.key = value as string;
      this.expected = 'colon';
      return;
    }
    if (this.expected !== 'value' && this.expected !== 'value or end') this.fail();
    this.begin();
    this.measure();
    if (token === TokenType.LEFT_BRACE || token === TokenType.LEFT_BRACKET) {
      this.open(token === TokenType.LEFT_BRACKET);
    } else {
      this.attach(value, this.frames.at(-1)?.isList ?? true);
      this.expected = this.frames.length === 0 ? 'nothing' : 'comma or end';
    }
  }

  end(): void {
    if (this.expected !== 'nothing') {
      throw new UnreadableDocument(
        'document.broken',
        this.position,
        `The JSON ends too early, after byte ${this.position}.`,
      );
    }
  }

  private pass(expected: Expected, next: Expected): void {
    if (this.expected !== expected || this.frames.length === 0) this.fail();
    this.expected = next;
  }

  private open(isArray: boolean): void {
    if (this.frames.length === DEEPEST) {
      throw new UnreadableDocument(
        'document.too_deep',
        this.position,
        `The JSON is nested more than ${DEEPEST} levels deep at byte ${this.position}.`,
      );
    }
    const parent = this.frames.at(-1);
    const isNamed = this.isRoot(parent) && LISTS.includes(parent.key);
    // Beside a list, the document's own fields are its frame.
    if (isNamed) [this.hasList, parent.built] = [true, null];
    const isList = isArray && (parent === undefined || isNamed);
    const isElement = !isList && (parent === undefined || parent.isList || isNamed);
    const isKept = isElement || (!isList && parent!.built !== null);
    const built = !isKept ? null : isArray ? [] : (Object.create(null) as Record<string, unknown>);
    this.frames.push({ isArray, isList, isElement, built, key: '' });
    this.expected = isArray ? 'value or end' : 'key or end';
  }

  private close(token: TokenType): void {
    const frame = this.frames.at(-1);
    const isArray = token === TokenType.RIGHT_BRACKET;
    const mayEnd =
      this.expected === 'comma or end' || this.expected === (isArray ? 'value or end' : 'key or end');
    if (frame === undefined || frame.isArray !== isArray || !mayEnd) this.fail();
    this.measure();
    this.frames.pop();
    this.expected = this.frames.length === 0 ? 'nothing' : 'comma or end';
    if (this.frames.length === 0) this.endRoot(frame);
    else if (!frame.isList) this.attach(frame.built, frame.isElement);
  }

  private endRoot({ isArray, built }: Frame): void {
    // An object with nothing in it is how the Fact Check Tools API says "none found".
    if (isArray || this.hasList || (built !== null && Object.keys(built).length === 0)) return;
    if (built === null) {
      throw new UnreadableDocument(
        'document.too_large',
        this.position,
        `The document is one object of more than ${LARGEST_ELEMENT} bytes, and no list of fact-checks was found in it.`,
      );
    }
    this.found.push(built);
  }

  private attach(value: unknown, isElement: boolean): void {
    const parent = this.frames.at(-1);
    if (isElement) return this.emit(value);
    if (Array.isArray(parent!.built)) parent!.built.push(value);
    else if (parent!.built !== null) parent!.built[parent!.key] = value;
    if (this.isRoot(parent)) this.ownBytes += this.position - this.begun;
  }

  private emit(value: unknown): void {
    // A page's graph tells of the page, its site and its images too; in a list of fact-checks all is meant to be one.
    const isOfPage = this.frames[0]?.key === '@graph' && !mayBeReview(value);
    if (this.isTooLarge) this.found.push(new TooLarge(this.begun));
    else if (!isOfPage) this.found.push(value);
  }

  private isRoot(frame: Frame | undefined): frame is Frame {
    return frame !== undefined && frame === this.frames[0] && !frame.isArray;
  }

  /** An element begins, or a field of the document's own. */
  private begin(): void {
    const parent = this.frames.at(-1);
    if (parent !== undefined && !parent.isList && !this.isRoot(parent)) return;
    this.begun = this.position;
    this.isTooLarge = false;
  }

  /** Lets go of what has become too long. */
  private measure(): void {
    const bytes = this.position - this.begun + (this.hasList ? 0 : this.ownBytes);
    if (bytes <= LARGEST_ELEMENT || this.isTooLarge) return;
    this.isTooLarge = true;
    for (const frame of this.frames) frame.built = null;
  }

  private fail(): never {
    throw new UnreadableDocument(
      'document.broken',
      this.position,
      `The JSON is broken at byte ${this.position}: expected ${this.expected}.`,
    );
  }
}
