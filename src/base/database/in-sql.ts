/** Words of the code as a list of SQL literals, for constraints over them. */
export function inSql(words: readonly string[]): string {
  return words.map((word) => `'${word}'`).join(', ');
}
