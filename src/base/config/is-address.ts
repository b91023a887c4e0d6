import { ValidateBy, type ValidationOptions } from 'class-validator';

/** An address with one of these schemes, of which a driver can read every part. */
export function IsAddress(schemes: string[], options: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isAddress',
      validator: { validate: (value) => typeof value === 'string' && isAddress(value, schemes) },
    },
    options,
  );
}

function isAddress(value: string, schemes: string[]): boolean {
  // PostgreSQL's own form for a socket has a user and no host: postgres://user@/database?host=/run/postgresql
  const whole = value.replace('@/', '@socket/');
  if (/\s/.test(value) || !URL.canParse(whole)) return false;
  const { protocol, username, password } = new URL(whole);
  return (
    schemes.includes(protocol.slice(0, -1)) && /^\w+:\/\/./.test(value) && isEscaped(username + password)
  );
}

/** Whether every percent sign begins an escape: what decodes the text breaks on any other. */
function isEscaped(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
