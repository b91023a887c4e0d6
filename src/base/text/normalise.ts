/**
 * The key under which names and topics are compared: Unicode compatibility form, case folded (there and back by way of capitals,
 * so that "STRASSE" and "Straße" are one), white space trimmed and collapsed. What people typed is stored as typed;
 * only comparisons use this.
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replace(/\s+/gu, ' ')
    .trim();
}
