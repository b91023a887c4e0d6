import { Tokenizer } from '@streamparser/json';
import { UnreadableDocument } from './document-errors.js';
import { DocumentSplitter, LARGEST_ELEMENT } from './document-splitter.js';

const SLICE = 64 * 1024;

/**
 * Reads one JSON document, however long, and gives what may be fact-checks one after the other: the members of a list
 * at the top, of `@graph`, `dataFeedElement`, `claims` or `results`, or else the document itself. What was given stays
 * valid when the document breaks off later. An element too long to be one is given as TooLarge.
 * @throws {UnreadableDocument}
 */
export async function* elements(stream: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const splitter = new DocumentSplitter();
  const tokenizer = new Tokenizer();
  tokenizer.onToken = (token) => splitter.take(token);
  let bytes = 0;
  for await (const chunk of stream) {
    for (let start = 0; start < chunk.length; start += SLICE) {
      const slice = chunk.subarray(start, start + SLICE);
      bytes += slice.length;
      const broken = failureOf(splitter, () => {
        tokenizer.write(slice);
        refuseEndless(splitter.position, bytes);
      });
      yield* splitter.drain();
      if (broken) throw broken;
    }
  }
  const broken = failureOf(splitter, () => {
    tokenizer.end();
    splitter.end();
  });
  yield* splitter.drain();
  if (broken) throw broken;
}

/** The tokenizer gives a word when it is whole, so a string without an end would be kept without an end. */
function refuseEndless(position: number, bytes: number): void {
  if (bytes - position <= LARGEST_ELEMENT + SLICE) return;
  throw new UnreadableDocument(
    'document.too_large',
    position,
    `A string of more than ${LARGEST_ELEMENT} bytes follows byte ${position}.`,
  );
}

function failureOf(splitter: DocumentSplitter, read: () => void): UnreadableDocument | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof UnreadableDocument) return error;
    const { position } = splitter;
    return new UnreadableDocument(
      'document.broken',
      position,
      `The document is not JSON in UTF-8 after byte ${position}.`,
    );
  }
}
