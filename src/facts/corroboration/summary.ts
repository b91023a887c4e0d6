import type { CorroborationStatus, Tally } from './status.js';

/**
 * One plain sentence for people (rule origins/1, point 7), made of the counts of the answer alone: whoever reads
 * it can find each number among the fields, and no name can leak through it.
 */
export function summarise(status: CorroborationStatus, tally: Tally, statements: number): string {
  if (statements === 0) return 'No statement is on record.';
  const { support, oppose, divided, partial, withdrawn, excluded } = tally;
  const voices = [
    support > 0
      ? { count: support, does: plural(support, 'supports', 'support') + inPart(support, partial) }
      : null,
    oppose > 0 ? { count: oppose, does: plural(oppose, 'opposes', 'oppose') } : null,
    divided > 0 ? { count: divided, does: plural(divided, 'is divided', 'are divided') } : null,
  ].filter((voice) => voice !== null);
  const parts = voices.map(({ count, does }, place) =>
    place === 0 ? `${count} independent ${plural(count, 'origin', 'origins')} ${does}` : `${count} ${does}`,
  );
  parts.push(...silence(voices.length, tally));
  // Only where it decides the status: beside standing support it would read as a count against it.
  if (status === 'retracted') {
    parts.push(
      `${withdrawn} ${plural(withdrawn, 'source', 'sources')} withdrew ${plural(withdrawn, 'its', 'their')} support`,
    );
  }
  if (excluded > 0) {
    parts.push(`${excluded} ${plural(excluded, 'relay has lost its', 'relays have lost their')} base`);
  }
  return `${parts.join(', ')}.`;
}

/** Says who does not speak, where only one kind of vote, or none, does. */
function silence(kinds: number, { support, oppose }: Tally): string[] {
  if (kinds === 0) return ['No independent origin supports or opposes'];
  if (kinds > 1) return [];
  if (support > 0) return ['none opposes'];
  if (oppose > 0) return ['none supports'];
  return ['none supports or opposes'];
}

function inPart(support: number, partial: number): string {
  if (partial === 0) return '';
  return partial === support ? ' (only in part)' : ` (${partial} only in part)`;
}

function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}
