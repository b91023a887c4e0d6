/** The day of a moment, as the reader's clock has days; a day is itself. */
export function dayOf(value: string): string {
  if (value.length === 10) return value;
  const at = new Date(value);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
