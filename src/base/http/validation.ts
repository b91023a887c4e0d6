import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { type FieldError, INVALID, Problem } from '../errors/problem.js';

/** Checks body, query and path once, by their shape; unknown fields are refused. */
@Injectable()
export class RequestValidation extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: false,
      exceptionFactory: (errors) => refusal(errors.flatMap((error) => flatten(error, ''))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'custom')
      refuseUnfit(value, metadata.type === 'param' ? (metadata.data ?? '') : '');
    // No body at all is an empty one: where every field is optional, nothing needs to be sent.
    if (metadata.type === 'body' && value === undefined) return super.transform({}, metadata);
    if (metadata.type === 'body' && (typeof value !== 'object' || value === null || Array.isArray(value))) {
      throw refusal([{ path: '', message: 'The body must be a JSON object.' }]);
    }
    return super.transform(value, metadata);
  }
}

const NOT_A_FIELD = 'is not a field of this request';
const ERRORS_SHOWN = 100;
const PATH_SHOWN = 500;

// What is wrong may be the caller's own text, as long as the body: it is not sent back whole.
function refusal(errors: FieldError[]): Problem {
  const shown = errors.slice(0, ERRORS_SHOWN).map(({ path, message }) => ({
    path: path.slice(0, PATH_SHOWN).toWellFormed(),
    message,
  }));
  return new Problem(INVALID, 'Correct the fields listed under errors and send the request again.', {
    errors: shown,
  });
}

function flatten(error: ValidationError, above: string): FieldError[] {
  const path = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.entries(error.constraints ?? {})
    .slice(0, 1)
    .map(([name, message]) => ({
      path,
      message: name === 'whitelistValidation' ? NOT_A_FIELD : message,
    }));
  return [...own, ...(error.children ?? []).flatMap((child) => flatten(child, path))];
}

// Nothing we take is nested half as deep, and what walks a value after us walks it recursively.
const DEEPEST = 16;

/** Refuses what no field can hold, wherever it stands: bad text, prototypes, endless nesting. */
function refuseUnfit(value: unknown, path: string, depth = 0): void {
  if (typeof value === 'string') refuseBadText(value, path);
  if (typeof value !== 'object' || value === null) return;
  if (depth === DEEPEST) throw refusal([{ path, message: 'is nested too deeply' }]);
  for (const [key, inner] of Object.entries(value)) {
    refuseBadText(key, path);
    const at = path === '' ? key : `${path}.${key}`;
    // The validator finds these names in every object, or takes them out without a word.
    if (key in Object.prototype || key === 'prototype') throw refusal([{ path: at, message: NOT_A_FIELD }]);
    refuseUnfit(inner, at, depth + 1);
  }
}

/** NUL cannot be stored in PostgreSQL text and half a surrogate pair is no character in any encoding. */
function refuseBadText(text: string, path: string): void {
  if (text.includes('\0')) throw refusal([{ path, message: 'must not contain the character NUL (U+0000)' }]);
  if (!text.isWellFormed()) {
    throw refusal([{ path, message: 'must not contain half of a surrogate pair; send valid Unicode' }]);
  }
}
