import type { RatingWord } from './rating.rules.js';

type Default = Pick<RatingWord, 'key' | 'polarity' | 'colour'> & { en: string; uk: string; onScale: boolean };

/** Worst to best; the last two stand off the scale. */
const DEFAULT_SCALE: Default[] = [
  { key: 'false', polarity: 'refutes', colour: '#b3261e', en: 'False', uk: 'Неправда', onScale: true },
  {
    key: 'mostly_false',
    polarity: 'refutes',
    colour: '#c8601b',
    en: 'Mostly false',
    uk: 'Переважно неправда',
    onScale: true,
  },
  { key: 'mixed', polarity: 'neither', colour: '#8a6d00', en: 'Mixed', uk: 'Частково правда', onScale: true },
  {
    key: 'mostly_true',
    polarity: 'supports',
    colour: '#4c7a1f',
    en: 'Mostly true',
    uk: 'Переважно правда',
    onScale: true,
  },
  { key: 'true', polarity: 'supports', colour: '#1b6e3c', en: 'True', uk: 'Правда', onScale: true },
  {
    key: 'misleading',
    polarity: 'refutes',
    colour: '#7b4397',
    en: 'Misleading',
    uk: 'Оманливо',
    onScale: false,
  },
  {
    key: 'unverifiable',
    polarity: 'neither',
    colour: '#5f6368',
    en: 'Unverifiable',
    uk: 'Неможливо перевірити',
    onScale: false,
  },
];

export function defaultScale(): RatingWord[] {
  return DEFAULT_SCALE.map(({ key, polarity, colour, en, uk, onScale }, i) => ({
    key,
    order: onScale ? i + 1 : null,
    numericValue: onScale ? i + 1 : null,
    polarity,
    colour,
    labels: { en, uk },
  }));
}
