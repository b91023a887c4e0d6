/** A kind of machine work: its name, what it is told, and how often it is tried. Declared once. */
export interface JobKind<Payload extends object> {
  readonly name: `${string}.${string}`;
  /** Tries before the job is kept as failed; the sweeps find what it left undone. */
  readonly attempts: number;
  /** Seconds before the second try; doubles with each further one. */
  readonly backoffSeconds: number;
  /** A sweep: run every so many seconds on its own, with an empty payload. */
  readonly everySeconds?: number;
  /** Never set; it carries the payload's type. */
  readonly payload?: Payload;
}

const declared = new Map<string, JobKind<object>>();

/** Declares a kind of job; a name can be declared once. */
export function jobKind<Payload extends object = Record<string, never>>(
  kind: Omit<JobKind<Payload>, 'payload'>,
): JobKind<Payload> {
  if (declared.has(kind.name)) throw new Error(`The job ${kind.name} is declared twice.`);
  declared.set(kind.name, kind);
  return kind;
}

export function declaredJobs(): JobKind<object>[] {
  return [...declared.values()];
}

/** What does the work of one kind of job. It gets ids, reads the rows itself, and may run twice. */
export abstract class JobHandler<Payload extends object> {
  abstract readonly kind: JobKind<Payload>;
  abstract perform(payload: Payload): Promise<void>;
}

/** Pairs kinds with handlers; a kind without one, or with two, stops the start. */
export function pairHandlers(
  kinds: JobKind<object>[],
  handlers: JobHandler<object>[],
): Map<string, JobHandler<object>> {
  const faults = kinds.flatMap(({ name }) => {
    const count = handlers.filter((handler) => handler.kind.name === name).length;
    return count === 1 ? [] : [`the job ${name} has ${count === 0 ? 'no handler' : `${count} handlers`}`];
  });
  if (faults.length > 0) throw new Error(`Second Source cannot start: ${faults.join('; ')}.`);
  return new Map(handlers.map((handler) => [handler.kind.name, handler]));
}
