import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type Messages = { [key: string]: string | Messages };

const FOLDER = join(import.meta.dirname, '../../web/src/messages');
const AREAS = readdirSync(join(FOLDER, 'en'));
/** What a number may ask for in each language, by the rules of Unicode; of nothing there may be a word of its own. */
const FORMS = { en: ['one', 'other'], uk: ['one', 'few', 'many', 'other'] };
const COUNTED = /_(zero|one|two|few|many|other)$/;

/** Each message by its whole key. */
function messagesOf(language: keyof typeof FORMS, area: string): Map<string, string> {
  const read = JSON.parse(readFileSync(join(FOLDER, language, area), 'utf8')) as Messages;
  const flat = (messages: Messages, path: string[]): [string, string][] =>
    Object.entries(messages).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string' ? [[[...path, key].join('.'), value]] : flat(value, [...path, key]),
    );
  return new Map(flat(read, []));
}

/** The key without its form of number, but with the word for nothing. */
const stemOf = (key: string) => (key.endsWith('_zero') ? key : key.replace(COUNTED, ''));
const placeholdersOf = (text: string) =>
  [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name!))].sort();

describe.each(AREAS)('messages of %s', (area) => {
  const english = messagesOf('en', area);
  const ukrainian = messagesOf('uk', area);

  it('says in Ukrainian what it says in English', () => {
    const stems = (messages: Map<string, string>) => [...new Set([...messages.keys()].map(stemOf))].sort();
    expect(stems(ukrainian)).toEqual(stems(english));
    expect([...ukrainian.entries(), ...english.entries()].filter(([, text]) => text.trim() === '')).toEqual(
      [],
    );
  });

  it('has every form that a counted message needs', () => {
    for (const [language, messages] of [
      ['en', english],
      ['uk', ukrainian],
    ] as const) {
      const counted = [...english.keys()].filter((key) => key.endsWith('_other')).map(stemOf);
      const missing = counted.flatMap((stem) =>
        FORMS[language].map((form) => `${stem}_${form}`).filter((key) => !messages.has(key)),
      );
      expect([language, missing]).toEqual([language, []]);
    }
  });

  it('puts the same things into both', () => {
    const differing = [...ukrainian].flatMap(([key, text]) => {
      // Of one thing English need not give the number; in Ukrainian 21 takes that form too.
      const same = english.get(`${stemOf(key)}_other`) ?? english.get(key) ?? '';
      const names = placeholdersOf(text);
      const wanted = placeholdersOf(same);
      return JSON.stringify(names) === JSON.stringify(wanted)
        ? []
        : [`${key}: ${names.join(', ')} for ${wanted.join(', ')}`];
    });
    expect(differing).toEqual([]);
  });
});
