import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import createClient, { type Middleware } from 'openapi-fetch';
import createHooks from 'openapi-react-query';
import type { components, paths } from './schema';

export type Schemas = components['schemas'];

/** A refusal of the server, as it says it (RFC 9457), or that it could not be reached (status 0). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    /** What is wrong with single fields, by their path in what was sent. */
    readonly errors: { path: string; message: string }[],
    /** The other members of the answer, such as `holder`. */
    readonly more: Record<string, unknown>,
  ) {
    super(detail);
  }
}

const UNREACHABLE = new Refusal(0, 'server.unreachable', '', [], {});

async function refusalOf(response: Response): Promise<Refusal> {
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const { code, detail, errors, ...more } = body;
  return new Refusal(
    response.status,
    typeof code === 'string' ? code : 'server.unreadable',
    typeof detail === 'string' ? detail : `${response.status} ${response.statusText}`,
    Array.isArray(errors) ? (errors as Refusal['errors']) : [],
    more,
  );
}

const refusals: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) throw await refusalOf(response);
  },
  onError: ({ error }) => (error instanceof Refusal ? error : UNREACHABLE),
};

/** The client of the API: `api.GET('/api/v1/claims/{id}', …)`. Whatever is not ok is thrown as a Refusal. */
export const api = createClient<paths>({ baseUrl: '' });
api.use(refusals);

const SESSION = '/api/v1/session';

/** The same as hooks of TanStack Query: `hooks.useQuery('get', '/api/v1/claims/{id}', …)`. */
export const hooks = createHooks(api);

/** All that the desk knows of the server's state. Reads are asked again when the stream tells of a change. */
export const queries = new QueryClient({
  queryCache: new QueryCache({
    onError: (error, { queryKey: [, path] }) => path !== SESSION && askWhoIsThere(error),
  }),
  mutationCache: new MutationCache({ onError: askWhoIsThere }),
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => failures < 3 && isPassing(error),
    },
    mutations: { retry: false },
  },
});

/** The session ended elsewhere: whoever sits here is asked to sign in again. */
function askWhoIsThere(error: unknown): void {
  if (!isRefusal(error) || error.status !== 401) return;
  // Who was not signed in yet has a wrong password, and goes on typing.
  void queries.invalidateQueries({
    queryKey: ['get', SESSION],
    predicate: ({ state }) => state.data !== undefined,
  });
}

/** Whether asking again may help: nobody answered, or the server said to come again. */
function isPassing(error: unknown): boolean {
  return error instanceof Refusal && (error.status === 0 || error.status === 429 || error.status >= 500);
}

export function isRefusal(error: unknown, code?: string): error is Refusal {
  return error instanceof Refusal && (code === undefined || error.code === code);
}
