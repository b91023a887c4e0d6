import { isLanguageTag } from '../../../base/http/formats.js';

/** A value and where it was found: `itemReviewed.author.0`. */
export interface At {
  value: unknown;
  path: string;
}

export interface TextAt {
  text: string;
  language: string | null;
  path: string;
}

type Fields = Record<string, unknown>;

const VOCABULARIES = ['', 'schema:', 'http://schema.org/', 'https://schema.org/'];
// Nothing that is read has so many values or stands so deep; what does is not worth the time.
const MOST_VALUES = 1000;
const DEEPEST = 8;

export function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The values of a field, however it is written: one or a list, under its short name, with a prefix or in full, its own
 * or under `properties`, as microdata become in JSON.
 */
export function valuesOf({ value, path }: At, name: string, most = MOST_VALUES): At[] {
  const found: At[] = [];
  if (!isRecord(value)) return found;
  const holders: [Fields, string][] = [[value, path]];
  const properties = Object.hasOwn(value, 'properties') ? value['properties'] : null;
  if (isRecord(properties)) holders.push([properties, join(path, 'properties')]);
  for (const [fields, above] of holders) {
    for (const key of VOCABULARIES.map((vocabulary) => vocabulary + name)) {
      if (Object.hasOwn(fields, key)) flatten({ value: fields[key], path: join(above, key) }, found, most);
    }
  }
  return found;
}

export function hasField({ value }: At, name: string): boolean {
  return isRecord(value) && VOCABULARIES.some((vocabulary) => Object.hasOwn(value, vocabulary + name));
}

export function valuesIn(ats: At[], ...names: string[]): At[] {
  return names.flatMap((name) => ats.flatMap((at) => valuesOf(at, name))).slice(0, MOST_VALUES);
}

function flatten({ value, path }: At, found: At[], most = MOST_VALUES, depth = 0): void {
  if (value === null || value === undefined || depth === DEEPEST || found.length >= most) return;
  if (Array.isArray(value)) {
    for (const [index, member] of value.entries()) {
      if (found.length >= most) return;
      flatten({ value: member, path: join(path, String(index)) }, found, most, depth + 1);
    }
    return;
  }
  for (const key of ['@list', '@set']) {
    if (isRecord(value) && Object.hasOwn(value, key)) {
      return flatten({ value: value[key], path: join(path, key) }, found, most, depth + 1);
    }
  }
  found.push({ value, path });
}

/** The texts among values: plain ones, numbers, `{"@value": …}` and maps of languages. Objects have no text. */
export function textsOf(values: At[]): TextAt[] {
  return values.flatMap(({ value, path }) => {
    if (typeof value === 'string') return [{ text: value, language: null, path }];
    if (typeof value === 'number') return [{ text: String(value), language: null, path }];
    if (!isRecord(value)) return [];
    if (Object.hasOwn(value, '@value')) return taggedText(value, path);
    return isLanguageMap(value) ? mappedTexts(value, path) : [];
  });
}

function taggedText(value: Fields, path: string): TextAt[] {
  const { '@value': text, '@language': language } = value;
  if (typeof text !== 'string' && typeof text !== 'number') return [];
  return [{ text: String(text), language: languageOf(language), path: join(path, '@value') }];
}

function mappedTexts(map: Fields, path: string): TextAt[] {
  return Object.entries(map).flatMap(([language, value]) => {
    const found: At[] = [];
    flatten({ value, path: join(path, language) }, found);
    return found.flatMap((at) =>
      typeof at.value === 'string' ? [{ text: at.value, language: languageOf(language), path: at.path }] : [],
    );
  });
}

function isLanguageMap(value: Fields): boolean {
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.length <= MOST_VALUES &&
    entries.every(
      ([key, text]) =>
        key !== 'url' &&
        (key === '@none' || languageOf(key) !== null) &&
        (typeof text === 'string' || (Array.isArray(text) && text.every((one) => typeof one === 'string'))),
    )
  );
}

/** A language tag (BCP 47); `en_US` is often written and can mean nothing else. Names of languages are none. */
export function languageOf(value: unknown): string | null {
  const tag = typeof value === 'string' ? value.trim().replaceAll('_', '-') : '';
  return /^[a-z]{2,3}(-|$)/i.test(tag) && isLanguageTag(tag) ? tag : null;
}

function join(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}
