import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import type { Page } from '../../base/http/pages.js';
import { Sources } from '../sources/sources.service.js';
import { presentStatement, type StatementDto } from './statement.dto.js';
import type { Statement } from './statement.entity.js';

/** Joins the names of sources, as far as the reader may see them. */
@Injectable()
export class StatementPresenter {
  constructor(
    private readonly database: Database,
    private readonly sources: Sources,
  ) {}

  async one(actor: Actor, row: Statement): Promise<StatementDto> {
    const names = await this.sources.namesFor(this.database, actor, [row.sourceId]);
    return presentStatement(row, names.get(row.sourceId)!);
  }

  async page(actor: Actor, page: Page<Statement>): Promise<Page<StatementDto>> {
    const ids = [...new Set(page.items.map(({ sourceId }) => sourceId))];
    const names = await this.sources.namesFor(this.database, actor, ids);
    return { ...page, items: page.items.map((row) => presentStatement(row, names.get(row.sourceId)!)) };
  }
}
