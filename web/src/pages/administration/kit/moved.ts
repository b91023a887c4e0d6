/** The same list with the item one place further up (-1) or down (1); as it is at the ends. */
export function moved<T>(items: T[], index: number, by: -1 | 1): T[] {
  const [item, other] = [items[index], items[index + by]];
  if (item === undefined || other === undefined) return items;
  return items.with(index, other).with(index + by, item);
}
