import { parseCookie } from 'cookie';
import type { IncomingHttpHeaders } from 'node:http';

/** Of the cookie that holds a session; over https a browser takes the first one from this very host alone. */
export const COOKIES = { secure: '__Host-second-source', plain: 'second-source' } as const;

const OF_A_SESSION = 'Session ';

/** What a request shows to say who makes it: its Authorization header, or the session of a browser. */
export function credentialOf({ authorization, cookie }: IncomingHttpHeaders): string | undefined {
  if (authorization !== undefined || cookie === undefined) return authorization;
  const { [COOKIES.secure]: secure, [COOKIES.plain]: plain } = parseCookie(cookie);
  const token = secure ?? plain;
  return token === undefined || token === '' ? undefined : `${OF_A_SESSION}${token}`;
}

/** Whether it is one that a browser sends by itself, whoever's page makes the request. */
export function isOfSession(credential: string | undefined): boolean {
  return credential?.startsWith(OF_A_SESSION) === true;
}
