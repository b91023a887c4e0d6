import i18next from 'i18next';
import resourcesToBackend from 'i18next-resources-to-backend';
import { useMemo } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';

/** The languages of the desk, each with the name that its speakers give it. */
export const LANGUAGES = { en: 'English', uk: 'Українська' } as const;
export type Language = keyof typeof LANGUAGES;

const KEPT_AS = 'second-source.language';

export function chosenLanguage(): Language {
  const wanted = [localStorage.getItem(KEPT_AS), ...navigator.languages];
  const known = wanted.map((tag) => tag?.split('-')[0]).find((tag) => tag !== undefined && tag in LANGUAGES);
  return (known as Language | undefined) ?? 'en';
}

/** Messages of one place of the desk are one file, read when it is first shown. */
export async function startMessages(): Promise<void> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  await i18next
    .use(
      resourcesToBackend(
        (language: string, namespace: string) => import(`./messages/${language}/${namespace}.json`),
      ),
    )
    .use(initReactI18next)
    .init({
      lng: chosenLanguage(),
      fallbackLng: 'en',
      supportedLngs: Object.keys(LANGUAGES),
      ns: ['common'],
      defaultNS: 'common',
      // React writes text as text.
      interpolation: { escapeValue: false },
    });
}

export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(KEPT_AS, language);
  await i18next.changeLanguage(language);
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export interface Formats {
  /** `2024-10-23` or a moment: what has no time of day is shown without one. */
  date(value: string): string;
  /** With the time of day, to the minute. */
  moment(value: string): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  percent(value: number): string;
  /** How long ago, or in how long: "3 minutes ago". `now` in milliseconds since 1970. */
  relative(value: string, now: number): string;
  /** A length of time in milliseconds, in its largest unit: "3 hr". */
  length(ms: number): string;
  language(tag: string): string;
  list(words: string[]): string;
}

/** Dates, numbers and names of languages as the chosen language writes them. */
export function useFormats(): Formats {
  const { i18n } = useTranslation();
  const locale = localeOf(i18n.language);
  return useMemo(() => formatsOf(locale), [locale]);
}

/** The language as it is written where the reader is: of English, 24 October in Britain, October 24 in America. */
function localeOf(language: string): string {
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
}

function formatsOf(locale: string): Formats {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const minute = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const ago = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'code' });
  const lists = new Intl.ListFormat(locale, { type: 'conjunction' });
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: 0,
    }).format(value);
  const moment = (value: string) => minute.format(new Date(value));
  return {
    date: (value) => (value.length === 10 ? day.format(new Date(value)) : moment(value)),
    moment,
    number: (value, options) => new Intl.NumberFormat(locale, options).format(value),
    percent: (value) =>
      new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(value),
    relative(value, now) {
      const ms = new Date(value).getTime() - now;
      const size = Math.abs(ms);
      if (size < HOUR) return ago.format(Math.trunc(ms / MINUTE), 'minute');
      if (size < 2 * DAY) return ago.format(Math.trunc(ms / HOUR), 'hour');
      return ago.format(Math.trunc(ms / DAY), 'day');
    },
    length(ms) {
      if (ms < MINUTE) return unit(Math.max(0, Math.floor(ms / 1000)), 'second');
      if (ms < HOUR) return unit(Math.floor(ms / MINUTE), 'minute');
      return ms < 2 * DAY ? unit(Math.floor(ms / HOUR), 'hour') : unit(Math.floor(ms / DAY), 'day');
    },
    language: (tag) => {
      try {
        return names.of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
    list: (words) => lists.format(words),
  };
}
