import { createContext, type ReactNode, useContext } from 'react';
import { hooks, isRefusal, queries, type Schemas } from '../api/client';

export type Me = Schemas['Me'];
export type Permission = Me['permissions'][number];

interface SignedIn {
  me: Me;
  session: Schemas['Session'];
  /** Whether the role lets me; what a page does not offer, the server refuses too. */
  may(permission: Permission): boolean;
}

const Context = createContext<SignedIn | null>(null);

interface Entrance {
  /** Null when nobody is signed in, undefined while that is not known. */
  signedIn: SignedIn | null | undefined;
  /** Why it cannot be known. */
  error: unknown;
  retry(): void;
}

/** Who is signed in. */
export function useSignedIn(): Entrance {
  const session = hooks.useQuery('get', '/api/v1/session', {}, { staleTime: Infinity });
  const isNobody = isRefusal(session.error) && session.error.status === 401;
  const me = hooks.useQuery(
    'get',
    '/api/v1/me',
    {},
    { staleTime: Infinity, enabled: session.data !== undefined && !isNobody },
  );
  const retry = () => void Promise.all([session.refetch(), me.refetch()]);
  if (isNobody) return { signedIn: null, error: null, retry };
  if (session.data === undefined || me.data === undefined)
    return { signedIn: undefined, error: session.error ?? me.error, retry };
  const allowed = new Set<string>(me.data.permissions);
  const signedIn = {
    me: me.data,
    session: session.data,
    may: (permission: Permission) => allowed.has(permission),
  };
  return { signedIn, error: null, retry };
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
