import { stringify } from 'csv-stringify/sync';

const STRANGE = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '\ufeff',
    '\u202e',
    '\u200b',
    '﷽'.repeat(40),
    'ﷺ'.repeat(500),
  ],
  ...['я'.repeat(2000), '😀'.repeat(600), 'a'.repeat(11_000), "'=1+1", '"', '\r\n', '\\u0000', '%00', '${x}'],
  ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '-0', '1e400', '9'.repeat(400)],
  ...[
    '0000-00-00',
    '9999-12-31',
    '10000-01-01',
    '2024-02-30',
    '2024-10-24T24:00:00Z',
    '2024-10-24T10:00:00+99:99',
  ],
  ...[
    '0001-01-01T00:00:00+14:00',
    '-000001-01-01',
    '1e9',
    'javascript:alert(1)',
    'http://',
    'https://[::1',
    '//x',
  ],
  ...[
    `https://x.example/${'я'.repeat(1900)}`,
    `https://x.example/?${'a=b&'.repeat(400)}`,
    'http://a b',
    'en-',
    'x-',
  ],
];
const OTHERS = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e308,
  2 ** 53,
  [],
  {},
  [null],
  [[]],
  { '@type': [] },
  [{}],
  '',
];

/** Letters of one, two, three and four bytes; long texts of them cannot be made short by compression. */
const LETTERS = [
  ...'abcdefghijklmnop',
  ...'абвгдежзийклмнопрстуф',
  ...'漢字仮名交文章東西南北',
  ...'😀😁😂🤣😃',
];

function strange(random) {
  if (random.next() < 0.85) return random.oneOf(STRANGE);
  const start = random.oneOf(['', 'https://x.example/', 'https://x.example/?']);
  return start + letters(random);
}

function letters(random) {
  const length = random.oneOf([90, 450, 1900, 9000]);
  return Array.from({ length }, () => random.oneOf(LETTERS)).join('');
}

/** A document of the same kind with something wrong in it; everything it depends on is `random`. */
export function mutated(document, random, all) {
  let bytes = Buffer.from(written(changed(document, random, all)));
  if (random.next() < 0.35) bytes = bent(bytes, random);
  return {
    format: random.next() < 0.03 ? random.oneOf(['ndjson', 'csv', 'claim-review']) : document.format,
    bytes,
  };
}

function changed(document, random, all) {
  const times = random.below(4);
  let now = structuredClone(document);
  for (let i = 0; i < times; i++) now = once(now, random, all);
  return now;
}

function once(document, random, all) {
  if (document.table) return { ...document, table: changedTable(document.table, random) };
  if (document.value === undefined) return document;
  return { ...document, value: changedValue(document.value, random, all) };
}

function written({ format, table, value, text }) {
  if (table) return stringify(table);
  if (value === undefined) return text;
  const json = JSON.stringify(value) ?? '';
  return format === 'ndjson' ? `${json}\n` : json;
}

function changedTable([header, ...rows], random) {
  const column = random.below(header.length);
  const row = random.oneOf(rows);
  switch (random.below(7)) {
    case 0:
      return [header.toSpliced(column, 1), ...rows.map((cells) => cells.toSpliced(column, 1))];
    case 1:
      return [header.with(column, random.oneOf([strange(random), ...header])), ...rows];
    case 2:
      return [header, ...rows, row.toSpliced(column, random.below(3))];
    case 3:
      return [header, ...rows, row];
    case 4:
      return [header, ...rows.map((cells) => cells.with(column % cells.length, random.oneOf(cells) ?? ''))];
    default:
      return [header, ...rows.map((cells) => cells.with(column % cells.length, strange(random)))];
  }
}

/** Changes the value at some place in it. */
function changedValue(value, random, all) {
  if (typeof value !== 'object' || value === null || random.next() < 0.15) return another(value, random, all);
  const keys = Object.keys(value);
  if (keys.length === 0) return another(value, random, all);
  const key = random.oneOf(keys);
  if (Array.isArray(value)) {
    const kind = random.below(6);
    if (kind === 0) return value.toSpliced(Number(key), 1);
    if (kind === 1) return [...value, ...value];
    return value.with(Number(key), changedValue(value[key], random, all));
  }
  const { [key]: inner, ...rest } = value;
  const kind = random.below(8);
  if (kind === 0) return rest;
  if (kind === 1) return { ...rest, [random.oneOf([strange(random), ...keys])]: inner };
  if (kind === 2) return { ...value, [random.oneOf(keys)]: inner };
  return { ...value, [key]: changedValue(inner, random, all) };
}

function another(value, random, all) {
  if (String(value).startsWith('http') && random.next() < 0.3) return value + letters(random);
  switch (random.below(7)) {
    case 0:
      return random.oneOf(OTHERS);
    case 1:
      return [value];
    case 2:
      return { '@type': random.oneOf(['ClaimReview', 'Claim', 'Thing', 'Rating']), name: value, value };
    case 3:
      return nested(value, 1 + random.below(60), random.next() < 0.5);
    case 4:
      return random.oneOf(all).value ?? strange(random);
    default:
      return strange(random);
  }
}

function nested(value, depth, inLists) {
  let now = value;
  for (let i = 0; i < depth; i++) now = inLists ? [now] : { itemReviewed: now };
  return now;
}

/** Bytes flipped, cut off, doubled, moved or put in between. */
function bent(bytes, random) {
  if (bytes.length === 0) return bytes;
  const at = random.below(bytes.length);
  switch (random.below(6)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(random.below(bytes.length))]);
    case 2:
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([random.below(256)]), bytes.subarray(at)]);
    case 3:
      return Buffer.concat([bytes, bytes]);
    default: {
      const flipped = Buffer.from(bytes);
      for (let i = 0; i <= random.below(8); i++) flipped[random.below(bytes.length)] ^= 1 << random.below(8);
      return flipped;
    }
  }
}
