import { isRefusal, queries } from '../api/client';
import { Problem } from '../parts/page';

/** What the server says of single fields, by their names: for `validationErrors` of a Form. */
export function faultsOf(error: unknown): Record<string, string> {
  if (!isRefusal(error)) return {};
  return Object.fromEntries(error.errors.map(({ path, message }) => [path.split(/[.[]/)[0]!, message]));
}

/** A refusal, unless all that it says stands beside the fields of these names. */
export function Refused({ error, names = [] }: { error: unknown; names?: string[] }) {
  const isBeside =
    isRefusal(error) &&
    error.errors.length > 0 &&
    Object.keys(faultsOf(error)).every((name) => names.includes(name));
  return isBeside ? null : <Problem error={error} />;
}

/** All of a claim is read anew, as one did something to it. The stream tells of it too, a little later. */
export async function changed(claimId: string): Promise<void> {
  await queries.invalidateQueries({
    predicate: ({ queryKey: [, path, init] }) =>
      typeof path === 'string' &&
      !path.startsWith('/api/v1/session') &&
      (!path.startsWith('/api/v1/claims/{id}') ||
        (init as { params?: { path?: { id?: string } } }).params?.path?.id === claimId),
  });
}
