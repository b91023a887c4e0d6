/** Text that is markup already, and is put into other markup as it is. */
export class Markup {
  constructor(readonly text: string) {}
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// What XML 1.0 has no place for, not even escaped.
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

type Value = Markup | string | number | boolean | null | undefined | Value[];

/** Markup from a template: whatever is put into it is text, and stays text; lists are put in one after the other. */
export function markup(template: TemplateStringsArray, ...values: Value[]): Markup {
  return new Markup(template.map((part, i) => part + (i < values.length ? written(values[i]) : '')).join(''));
}

function written(value: Value): string {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(written).join('');
  if (value === null || value === undefined || value === false) return '';
  return String(value)
    .replace(UNWRITABLE, '')
    .replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** JSON for a script element: nothing in it ends the element. */
export function jsonInMarkup(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replace(/</g, '\\u003c'));
}
