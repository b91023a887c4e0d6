import canonicalize from 'canonicalize';

/** JSON in the one form that RFC 8785 gives a value, so that equal values have equal digests. */
export function canonical(value: unknown): string {
  // The package's types describe it as CommonJS; what is imported is the function itself.
  return (canonicalize as unknown as (input: unknown) => string)(value);
}
