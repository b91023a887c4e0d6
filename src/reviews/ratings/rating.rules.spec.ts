import { faultOf } from './rating.rules.js';

type Given = [key: string, order: number | null, numericValue: number | null];
const words = (...given: Given[]) =>
  given.map(([key, order, numericValue]) => ({ key, order, numericValue }));

describe('a rating scale', () => {
  it.each([
    ['in order', words(['no', 1, 1], ['yes', 2, 2])],
    ['written best first', words(['yes', 2, 2], ['no', 1, 1])],
    ['with a word off the scale', words(['no', 1, -5], ['unclear', null, null], ['yes', 2, 40])],
    ['without any order', words(['a', null, null], ['b', null, null])],
    ['with numbers for some', words(['a', 1, 1], ['b', 2, null], ['c', 3, 2])],
  ])('may be %s', (_, scale) => {
    expect(faultOf(scale)).toBeNull();
  });

  it.each([
    ['a key twice', words(['a', 1, 1], ['a', 2, 2]), 'ratings.1.key'],
    ['a place twice', words(['a', 1, 1], ['b', null, null], ['c', 1, 2]), 'ratings.2.order'],
    ['a gap', words(['a', 1, 1], ['b', 3, 2]), 'ratings.1.order'],
    ['a start after 1', words(['a', 2, 1], ['b', null, null]), 'ratings.0.order'],
    ['numbers that fall', words(['best', 2, 1], ['worst', 1, 2]), 'ratings.0.numericValue'],
    ['numbers that stand still', words(['a', 1, 1], ['b', 2, null], ['c', 3, 1]), 'ratings.2.numericValue'],
  ])('has not %s', (_, scale, path) => {
    expect(faultOf(scale)?.path).toBe(path);
  });
});
