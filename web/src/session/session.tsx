import { createContext, type ReactNode, useContext } from 'react';
import { hooks, queries, type Schemas } from '../api/client';

export type Me = Schemas['Me'];
export type Permission = Me['permissions'][number];

interface SignedIn {
  me: Me;
  session: Schemas['Session'];
  /** Whether the role lets me; what a page does not offer, the server refuses too. */
  may(permission: Permission): boolean;
}

const Context = createContext<SignedIn | null>(null);

/** Who is signed in; null when nobody is, undefined while that is not known. */
export function useSignedIn(): SignedIn | null | undefined {
  const session = hooks.useQuery('get', '/api/v1/session', {}, { staleTime: Infinity, retry: false });
  const me = hooks.useQuery(
    'get',
    '/api/v1/me',
    {},
    { staleTime: Infinity, enabled: session.data !== undefined },
  );
  if (session.error !== null) return null;
  if (session.data === undefined || me.data === undefined) return undefined;
  const allowed = new Set<string>(me.data.permissions);
  return { me: me.data, session: session.data, may: (permission) => allowed.has(permission) };
}

export function SessionProvider({ value, children }: { value: SignedIn; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

/** Who is signed in, for what is shown only then. */
export function useSession(): SignedIn {
  const signedIn = useContext(Context);
  if (signedIn === null) throw new Error('Nobody is signed in here.');
  return signedIn;
}

/** Forgets all that was read: somebody signed in or out, or works at another workspace now. */
export async function startOver(): Promise<void> {
  await queries.resetQueries();
}
