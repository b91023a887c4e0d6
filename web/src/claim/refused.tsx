import { isRefusal, queries, type Refusal } from '../api/client';
import { Problem } from '../parts/page';

const NONE: Record<string, string> = {};
const told = new WeakMap<Refusal, Record<string, string>>();

/**
 * What the server says of single fields, by their names: for `validationErrors` of a Form. Of one refusal it is one
 * object: a Form takes another one for a new refusal, and shows again what was corrected meanwhile.
 */
export function faultsOf(error: unknown): Record<string, string> {
  if (!isRefusal(error)) return NONE;
  const known = told.get(error);
  if (known !== undefined) return known;
  const faults = Object.fromEntries(
    error.errors.flatMap(({ path, message }) => placesOf(path).map((place) => [place, message])),
  );
  told.set(error, faults);
  return faults;
}

/** Where a fault may stand: at the field itself, or at the one that holds it, such as all appearances. */
function placesOf(path: string): string[] {
  return [path.split(/[.[]/)[0]!, path];
}

/** A refusal, unless all that it says stands beside the fields of these names. */
export function Refused({ error, names = [] }: { error: unknown; names?: string[] }) {
  const isBeside =
    isRefusal(error) &&
    error.errors.length > 0 &&
    error.errors.every(({ path }) => placesOf(path).some((place) => names.includes(place)));
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
