/** The document cannot be read on from here; what was read before stays as it is. */
export class UnreadableDocument extends Error {
  constructor(
    readonly code: 'document.broken' | 'document.too_deep' | 'document.too_large',
    /** The byte after which it can not be read. */
    readonly position: number,
    message: string,
  ) {
    super(message);
    this.name = 'UnreadableDocument';
  }
}

/** Stands in the place of an element that was passed over, because it is too long to be a fact-check. */
export class TooLarge {
  constructor(readonly position: number) {}
}
