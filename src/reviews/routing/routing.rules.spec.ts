import { type Conditions, firstThatFits, type RoutedClaim } from './routing.rules.js';

const ANY: Conditions = {
  topics: [],
  languages: [],
  parties: [],
  sources: [],
  corroboration: [],
  minPriority: null,
};

const CLAIM: RoutedClaim = {
  topicKeys: ['ukraine-war', 'straße'.normalize('NFKC').toUpperCase().toLowerCase()],
  language: 'en-GB',
  sources: ['gur', 'kcna'],
  parties: ['ukraine', 'dprk'],
  corroboration: 'contested',
  priority: 5,
};

const place = (...whens: Partial<Conditions>[]) =>
  firstThatFits(
    whens.map((when) => ({ when: { ...ANY, ...when }, queueId: 'q' })),
    CLAIM,
  );

describe('routing rules', () => {
  it.each<[string, Partial<Conditions>, boolean]>([
    ['nothing', {}, true],
    ['its topic', { topics: ['ukraine-war'] }, true],
    ['its topic written otherwise', { topics: [' Ukraine-WAR '] }, true],
    ['its topic in other letters', { topics: ['STRASSE'] }, true],
    ['one of several topics', { topics: ['elections', 'ukraine-war'] }, true],
    ['another topic', { topics: ['ukraine'] }, false],
    ['its language', { languages: ['en-GB'] }, true],
    ['its language in other letters', { languages: ['EN-gb'] }, true],
    ['a range around its language', { languages: ['uk', 'en'] }, true],
    ['a narrower language', { languages: ['en-GB-oxendict'] }, false],
    ['a language that begins alike', { languages: ['e', 'en-G'] }, false],
    ['one of its parties', { parties: ['ukraine'] }, true],
    ['another party', { parties: ['russia'] }, false],
    ['one of its sources', { sources: ['kcna'] }, true],
    ['another source', { sources: ['tass'] }, false],
    ['its corroboration', { corroboration: ['denied', 'contested'] }, true],
    ['another corroboration', { corroboration: ['corroborated'] }, false],
    ['its priority', { minPriority: 5 }, true],
    ['a lower priority', { minPriority: 0 }, true],
    ['a higher priority', { minPriority: 6 }, false],
    [
      'all of it',
      { topics: ['ukraine-war'], languages: ['en'], parties: ['dprk'], sources: ['gur'], minPriority: 5 },
      true,
    ],
    [
      'all of it but one',
      { topics: ['ukraine-war'], languages: ['en'], parties: ['dprk'], sources: ['tass'] },
      false,
    ],
  ])('that ask for %s', (_, when, fits) => {
    expect(place(when)).toBe(fits ? 0 : null);
  });

  it('are tried in their order', () => {
    expect(place({ minPriority: 9 }, { languages: ['en'] }, {})).toBe(1);
    expect(place({}, { languages: ['en'] })).toBe(0);
  });

  it('may be none', () => {
    expect(place()).toBeNull();
  });
});
