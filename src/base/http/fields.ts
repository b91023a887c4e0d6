import { applyDecorators, type Type as Class } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { hasAtMost, isInstant, isLanguageTag, isMoment, isWebAddress } from './formats.js';

/** How every field of a request may be described; `optional` may be left out, `nullable` may be null. */
export interface FieldOptions {
  description?: string;
  example?: unknown;
  optional?: boolean;
  nullable?: boolean;
  default?: unknown;
}

/** Gives a field that must be sent an example of its kind; one that may be left out has only what is said of it. */
function withExample(example: unknown, options: FieldOptions): FieldOptions {
  return options.optional ? options : { example, ...options };
}

function field(options: FieldOptions, schema: ApiPropertyOptions, ...checks: PropertyDecorator[]) {
  return applyDecorators(
    ApiProperty({
      ...schema,
      required: !options.optional,
      ...(options.nullable && { nullable: true }),
      ...(options.description && { description: options.description }),
      ...(options.example !== undefined && { example: options.example }),
      ...(options.default !== undefined && { default: options.default }),
    } as ApiPropertyOptions),
    ValidateIf(
      (_, value) => !(options.optional && value === undefined) && !(options.nullable && value === null),
    ),
    ...checks,
  );
}

function check(name: string, test: (value: unknown) => boolean, message: string, each = false) {
  return ValidateBy({ name, validator: { validate: test, defaultMessage: () => message } }, { each });
}

const atMost = (max: number, message: string, each = false) =>
  check('maxLength', (value) => typeof value === 'string' && hasAtMost(value, max), message, each);

/** A character that a reader sees: white space, controls and what is of no width do not count. */
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Z}\p{Default_Ignorable_Code_Point}]/u;

const notBlank = (each = false) =>
  check('notBlank', (value) => typeof value === 'string' && VISIBLE.test(value), 'must not be blank', each);

/** Text as a person typed it: 1 to `max` characters, of which one can be seen (`blank` allows that there is none). */
export function Text(options: FieldOptions & { max?: number; blank?: boolean } = {}): PropertyDecorator {
  const max = options.max ?? 500;
  return field(
    options,
    { type: String, maxLength: max, ...(!options.blank && { minLength: 1 }) },
    IsString({ message: 'must be text' }),
    atMost(max, `must be at most ${max} characters`),
    ...(options.blank ? [] : [notBlank()]),
  );
}

/** Text that has one form, such as a key or a colour. */
export function TextLike(
  pattern: RegExp,
  options: FieldOptions & { max: number; message: string },
): PropertyDecorator {
  return field(
    options,
    { type: String, maxLength: options.max, pattern: pattern.source },
    check('form', (value) => typeof value === 'string' && pattern.test(value), options.message),
  );
}

/** An id of a resource: a UUID. */
export function Id(options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample('01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60', options),
    { type: String, format: 'uuid' },
    Transform(({ value }) => lowered(value)),
    IsUUID('all', { message: 'must be an id (a UUID)' }),
  );
}

export function Ids(options: FieldOptions & { max?: number } = {}): PropertyDecorator {
  return field(
    withExample(['01936b6e-7b1c-7d6a-8f4e-2d1b3c4a5f60'], options),
    { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: options.max ?? 200 } as never,
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(options.max ?? 200, { message: `must be at most ${options.max ?? 200} ids` }),
    Transform(({ value }) => (Array.isArray(value) ? value.map(lowered) : (value as unknown))),
    IsUUID('all', { each: true, message: 'must be ids (UUIDs)' }),
  );
}

// The database answers ids in lower case; compared in code they must be so too.
function lowered(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}

export function OneOf(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample(values[0], options),
    { type: String, enum: [...values] },
    IsIn([...values], { message: `must be one of: ${values.join(', ')}` }),
  );
}

/** A list of words, each of them one of these. */
export function SomeOf(values: readonly string[], options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample([values[0]], options),
    { type: 'array', items: { type: 'string', enum: [...values] }, maxItems: values.length } as never,
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(values.length, { message: `must be at most ${values.length} entries` }),
    IsIn([...values], { each: true, message: `must each be one of: ${values.join(', ')}` }),
  );
}

/** A whole number; from a query string too. */
export function Whole(options: FieldOptions & { min: number; max: number }): PropertyDecorator {
  const message = `must be a whole number from ${options.min} to ${options.max}`;
  return field(
    options,
    { type: 'integer', minimum: options.min, maximum: options.max } as never,
    IsInt({ message }),
    Min(options.min, { message }),
    Max(options.max, { message }),
  );
}

export function Amount(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Number }, IsNumber({}, { message: 'must be a number' }));
}

export function Flag(options: FieldOptions = {}): PropertyDecorator {
  return field(options, { type: Boolean }, IsBoolean({ message: 'must be true or false' }));
}

/** A moment, or a date alone: `2024-10-24T10:00:00Z` or `2024-10-24`. */
export function Moment(options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample('2024-10-24T10:00:00Z', options),
    { type: String, pattern: '^\\d{4}-\\d{2}-\\d{2}([Tt].+)?$' },
    check('moment', isMoment, 'must be a date (2024-10-24) or a time with its zone (2024-10-24T10:00:00Z)'),
  );
}

/** A moment with its zone, RFC 3339. */
export function Instant(options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample('2024-10-24T10:00:00Z', options),
    { type: String, format: 'date-time' },
    check('instant', isInstant, 'must be a time with its zone, for example 2024-10-24T10:00:00Z'),
  );
}

export function WebAddress(options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample('https://news.example/article', options),
    { type: String, format: 'uri', maxLength: 2000 },
    check('url', isWebAddress, 'must be an http or https address of at most 2000 characters'),
  );
}

export function WebAddresses(options: FieldOptions & { max?: number } = {}): PropertyDecorator {
  const max = options.max ?? 50;
  return field(
    withExample(['https://news.example/article'], options),
    { type: 'array', items: { type: 'string', format: 'uri', maxLength: 2000 }, maxItems: max } as never,
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(max, { message: `must be at most ${max} addresses` }),
    check('urls', isWebAddress, 'must be http or https addresses of at most 2000 characters', true),
  );
}

/** A language tag after BCP 47: `en`, `uk`, `pt-BR`. */
export function Language(options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample('en', options),
    { type: String, maxLength: 35 },
    check('language', isLanguageTag, 'must be a language tag such as en, uk or pt-BR'),
  );
}

export function Languages(options: FieldOptions = {}): PropertyDecorator {
  return field(
    withExample(['en'], options),
    { type: 'array', items: { type: 'string', maxLength: 35 }, maxItems: 50 } as never,
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(50, { message: 'must be at most 50 languages' }),
    check('languages', isLanguageTag, 'must be language tags such as en, uk or pt-BR', true),
  );
}

/** The same short text in several languages: `{ "en": "False", "uk": "Неправда" }`. */
export function TextByLanguage(options: FieldOptions & { max: number }): PropertyDecorator {
  const { max } = options;
  const texts = { type: 'string', minLength: 1, maxLength: max };
  return field(
    options,
    { type: 'object', additionalProperties: texts, minProperties: 1, maxProperties: 50 } as never,
    check(
      'textByLanguage',
      (value) => isTextByLanguage(value, max),
      `must say it in 1 to 50 languages: each tag (en, uk, pt-BR) once, with a text of 1 to ${max} characters`,
    ),
  );
}

function isTextByLanguage(value: unknown, max: number): boolean {
  if (!isObject(value)) return false;
  const entries = Object.entries(value as object);
  if (entries.length === 0 || entries.length > 50) return false;
  const tags = new Set(entries.map(([tag]) => tag.toLowerCase()));
  return (
    tags.size === entries.length &&
    entries.every(
      ([tag, text]) =>
        isLanguageTag(tag) && typeof text === 'string' && text.trim() !== '' && hasAtMost(text, max),
    )
  );
}

/** A list of short texts, such as topics or skills. */
export function Texts(options: FieldOptions & { max: number; each: number }): PropertyDecorator {
  return field(
    options,
    { type: 'array', items: { type: 'string', maxLength: options.each }, maxItems: options.max } as never,
    IsArray({ message: 'must be a list' }),
    ArrayMaxSize(options.max, { message: `must be at most ${options.max} entries` }),
    IsString({ each: true, message: 'must be texts' }),
    atMost(options.each, `must each be at most ${options.each} characters`, true),
    notBlank(true),
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A part of the body with fields of its own. */
export function Part(shape: () => Class, options: FieldOptions = {}): PropertyDecorator {
  return field(
    options,
    { type: () => shape() },
    check('object', isObject, 'must be an object'),
    ValidateNested(),
    Type(shape),
  );
}

export function Parts(
  shape: () => Class,
  options: FieldOptions & { min?: number; max: number },
): PropertyDecorator {
  const { min = 0 } = options;
  return field(
    options,
    { type: () => shape(), isArray: true, maxItems: options.max, ...(min > 0 && { minItems: min }) },
    IsArray({ message: 'must be a list' }),
    ArrayMinSize(min, { message: `must be at least ${min} entries` }),
    ArrayMaxSize(options.max, { message: `must be at most ${options.max} entries` }),
    check('objects', isObject, 'must be objects', true),
    ValidateNested({ each: true }),
    Type(shape),
  );
}

/** Reads a number out of a query string; what is no number stays as it is, for the check to refuse. */
export function FromQuery(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value,
  );
}

/** Reads true or false out of a query string. */
export function FlagFromQuery(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) =>
    value === 'true' ? true : value === 'false' ? false : value,
  );
}
