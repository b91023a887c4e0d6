/** What stands in the books must not be. */
export class Violation extends Error {}

export function must(holds: boolean, message: () => string): void {
  if (!holds) throw new Violation(message());
}
