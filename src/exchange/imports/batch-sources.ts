import { invalidField } from '../../base/errors/problem.js';
import { normalise } from '../../base/text/normalise.js';
import type { SourceRow } from '../../facts/sources/sources.repository.js';
import type { Warning } from './import.entity.js';
import type { ImportedClaim, ImportedSource, NamedSource } from './imported-claim.dto.js';

/** What a row says of a source, wherever it names it. */
interface Named {
  path: string;
  given: NamedSource & Partial<ImportedSource>;
}

/** A source that has to be created, and the key of the one it belongs to, which stands before it. */
export interface MissingSource {
  key: string;
  given: NamedSource & Partial<ImportedSource>;
  parentKey: string | null;
}

/** What is known of a source by its name: it is there, or it will be. */
type Known = Pick<SourceRow, 'id' | 'name' | 'kind' | 'party'>;

/** What one row needs. */
export interface RowSources {
  missing: MissingSource[];
  warnings: Warning[];
}

/** The sources of some rows by their names; those that are not there yet go by the key of their name meanwhile. */
export class BatchSources {
  private readonly known: Map<string, Known>;
  private readonly planned = new Map<string, MissingSource>();

  constructor(known: Map<string, SourceRow>) {
    this.known = new Map(known);
  }

  /** The sources that rows need which were accepted, each behind the one it belongs to. */
  get missing(): MissingSource[] {
    return [...this.planned.values()];
  }

  /** What a row needs; refuses parents that form a loop. */
  read(row: ImportedClaim): RowSources {
    const reading = new Reading(this.known, namedIn(row));
    return { missing: [...reading.missing.values()], warnings: reading.warnings };
  }

  /** Lets the rows after it find what an accepted row needs. */
  accept({ missing }: RowSources): void {
    for (const one of missing) {
      const { name, kind, party } = one.given;
      this.planned.set(one.key, one);
      this.known.set(one.key, { id: one.key, name, kind: kind ?? 'other', party: party ?? null });
    }
  }

  made(key: string, source: SourceRow): void {
    this.known.set(key, source);
    this.planned.delete(key);
  }

  idOf(named: NamedSource | null | undefined): string | null {
    return named ? this.ofKey(normalise(named.name)) : null;
  }

  ofKey(key: string): string {
    return this.known.get(key)?.id ?? key;
  }
}

/** Every name that rows have, also of those that others belong to. */
export function namesIn(rows: ImportedClaim[]): string[] {
  return rows.flatMap((row) =>
    [...namedIn(row).values()].flatMap(({ given }) => [given.name, ...(given.parent ? [given.parent] : [])]),
  );
}

class Reading {
  readonly missing = new Map<string, MissingSource>();
  readonly warnings: Warning[] = [];

  constructor(
    private readonly known: ReadonlyMap<string, Known>,
    private readonly named: ReadonlyMap<string, Named>,
  ) {
    for (const [key, one] of named) {
      const found = known.get(key);
      if (found === undefined) this.need(key, one, new Set());
      else this.warnings.push(...differences(found, one));
    }
  }

  private need(key: string, { path, given }: Named, below: ReadonlySet<string>): void {
    if (this.known.has(key) || this.missing.has(key)) return;
    if (below.has(key))
      throw invalidField(`${path}.parent`, 'must not be the source itself or one that belongs to it');
    const { parent } = given;
    const parentKey = parent ? normalise(parent) : null;
    if (parentKey !== null) {
      const above = this.named.get(parentKey) ?? { path: `${path}.parent`, given: { name: parent! } };
      this.need(parentKey, above, new Set([...below, key]));
    }
    if (!given.kind) {
      const message = `was not given for the new source "${given.name}"; it is "other" until somebody says`;
      this.warnings.push({ code: 'source.kind_missing', path: `${path}.kind`, message });
    }
    this.missing.set(key, { key, given, parentKey });
  }
}

/** Every name in the row once; what `sources` says of it goes before what stands beside the name elsewhere. */
function namedIn(row: ImportedClaim): Map<string, Named> {
  const statements = row.statements ?? [];
  const all: [string, (NamedSource & Partial<ImportedSource>) | null | undefined][] = [
    ...(row.sources ?? []).map((given, i) => [`sources.${i}`, given] as const),
    ['claimant', row.claimant],
    ...statements.flatMap((said, i) => [
      [`statements.${i}.source`, said.source] as const,
      [`statements.${i}.reportedBy`, said.reportedBy] as const,
      [`statements.${i}.basedOnSource`, said.basedOnSource] as const,
    ]),
  ].map(([path, given]) => [path, given] as [string, NamedSource | null | undefined]);
  const named = new Map<string, Named>();
  for (const [path, given] of all) {
    if (!given) continue;
    const key = normalise(given.name);
    const before = named.get(key);
    if (before === undefined) named.set(key, { path, given });
    else if (!before.given.kind && given.kind) before.given = { ...before.given, kind: given.kind };
  }
  return named;
}

function differences(found: Known, { path, given }: Named): Warning[] {
  const warnings: Warning[] = [];
  const differs = (field: string, here: string, there: string) =>
    warnings.push({
      code: 'source.differs',
      path: `${path}.${field}`,
      message: `is "${here}" here; the source "${found.name}" has "${there}", which stays`,
    });
  if (given.kind && given.kind !== found.kind) differs('kind', given.kind, found.kind);
  if (given.party && normalise(given.party) !== normalise(found.party ?? ''))
    differs('party', given.party, found.party ?? '');
  return warnings;
}
