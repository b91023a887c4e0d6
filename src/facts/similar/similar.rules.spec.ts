import { type AskedWord, lookedUp, readable, unknownWords } from './similar.rules.js';

const word = (lexeme: string, claims: number, more: Partial<AskedWord> = {}): AskedWord => ({
  configuration: 'english',
  lexeme,
  claims,
  weight: Math.log(1 + (1000 - claims + 0.5) / (claims + 0.5)),
  typed: null,
  ...more,
});
const lexemesOf = (words: AskedWord[]) => words.map(({ lexeme }) => lexeme);
const wordsOf = (text: string) => readable(text).trim().split(/\s+/);

describe('the words of a post', () => {
  it.each([
    ['#StopTheSteal now', ['StopTheSteal', 'Stop', 'The', 'Steal', 'now']],
    ['@BBCNews', ['BBCNews', 'BBC', 'News']],
    ['#covid19 #МирУкраїні', ['covid19', 'covid', '19', 'МирУкраїні', 'Мир', 'Україні']],
    ['@foreign_office', ['foreign_office', 'foreign', 'office']],
    ['#kursk', ['kursk']],
    ['see https://t.co/Xy1 and pic.twitter.com/Ab2 or www.x.example/a', ['see', 'and', 'or']],
    ['lost!pic.twitter.com/Ab2', ['lost!']],
    ['50% of 3,000', ['50%', 'of', '3,000']],
  ])('%s are read as %j', (text, words) => {
    expect(wordsOf(text)).toEqual(words);
  });
});

describe('the words that are looked up', () => {
  it('are the rarest, until they lead to as many claims as are looked at', () => {
    const words = [word('frequent', 900), word('rare', 3), word('seldom', 40), word('unknown', 0)];
    expect(lexemesOf(lookedUp(words))).toEqual(['unknown', 'rare', 'seldom', 'frequent']);
    expect(lexemesOf(lookedUp([word('the', 2000), word('a', 800), word('of', 600)]))).toEqual(['of', 'a']);
  });

  it('are at least one, however frequent', () => {
    expect(lexemesOf(lookedUp([word('one', 90_000), word('two', 80_000)]))).toHaveLength(1);
  });

  it('are not the rest of a text as long as a book', () => {
    expect(lookedUp(Array.from({ length: 500 }, (_, n) => word(`word${n}`, 0)))).toHaveLength(64);
  });
});

describe('words that may be typing errors', () => {
  it('are those that no claim has, where they are many', () => {
    expect(lexemesOf(unknownWords([word('soldier', 3), word('kurks', 0)]))).toEqual(['kurks']);
    expect(unknownWords([word('soldier', 3), word('arriv', 9), word('zone', 2), word('kurks', 0)])).toEqual(
      [],
    );
    expect(unknownWords([])).toEqual([]);
  });

  it('are not short ones', () => {
    expect(unknownWords([word('un', 0), word('dprk', 0)])).toEqual([]);
  });

  it('are words of the configuration that knows most of the others', () => {
    const russian = { configuration: 'russian' };
    const words = [
      word('soldier', 3),
      word('kurks', 0),
      word('soldiers', 0, russian),
      word('kurks', 0, russian),
    ];
    expect(unknownWords(words)).toEqual([word('kurks', 0)]);
  });
});
