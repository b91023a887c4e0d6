import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { invalidField } from '../../base/errors/problem.js';
import { normalise } from '../../base/text/normalise.js';
import type { SourceRow } from '../../facts/sources/sources.repository.js';
import { Sources } from '../../facts/sources/sources.service.js';
import type { Warning } from './import.entity.js';
import type { ImportedClaim, ImportedSource, NamedSource } from './imported-claim.dto.js';

/** What a row says of a source, wherever it names it. */
interface Named {
  path: string;
  given: NamedSource & Partial<ImportedSource>;
}

/** The sources of a row by their names. */
export class RowSources {
  constructor(private readonly known: Map<string, SourceRow>) {}

  idOf(named: NamedSource | null | undefined): string | null {
    return named ? this.known.get(normalise(named.name))!.id : null;
  }
}

/** Finds the sources that a row names, and creates those that are not there. */
@Injectable()
export class Naming {
  constructor(
    private readonly database: Database,
    private readonly sources: Sources,
  ) {}

  async resolve(actor: Actor, row: ImportedClaim, warnings: Warning[]): Promise<RowSources> {
    const named = namedIn(row);
    const names = [...named.values()].flatMap(({ given }) => [
      given.name,
      ...(given.parent ? [given.parent] : []),
    ]);
    const known = await this.sources.named(this.database, actor, names);
    for (const [key, one] of named) {
      const found = known.get(key);
      if (found === undefined) await this.create(actor, one, { known, named, warnings, below: new Set() });
      else warnings.push(...differences(found, one));
    }
    return new RowSources(known);
  }

  private async create(
    actor: Actor,
    { path, given }: Named,
    state: {
      known: Map<string, SourceRow>;
      named: Map<string, Named>;
      warnings: Warning[];
      below: Set<string>;
    },
  ): Promise<SourceRow> {
    const { known, named, warnings, below } = state;
    const key = normalise(given.name);
    const there = known.get(key);
    if (there !== undefined) return there;
    if (below.has(key))
      throw invalidField(`${path}.parent`, 'must not be the source itself or one that belongs to it');
    const { parent, kind, grade, ...fields } = given;
    let parentId = null;
    if (parent) {
      const above = named.get(normalise(parent)) ?? { path: `${path}.parent`, given: { name: parent } };
      parentId = (await this.create(actor, above, { ...state, below: new Set([...below, key]) })).id;
    }
    if (!kind) {
      const message = `was not given for the new source "${given.name}"; it is "other" until somebody says`;
      warnings.push({ code: 'source.kind_missing', path: `${path}.kind`, message });
    }
    const { source } = await this.sources.create(actor, { ...fields, kind: kind ?? 'other', parentId });
    known.set(key, source);
    if (grade) {
      const reason = grade.reason ?? 'As imported.';
      await this.sources.grade(actor, source.id, { reliability: grade.reliability, reason });
    }
    return source;
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

function differences(found: SourceRow, { path, given }: Named): Warning[] {
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
