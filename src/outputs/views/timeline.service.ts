import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { type Page, pageFrom, readCursor } from '../../base/http/pages.js';
import { Claims } from '../../facts/claims/claims.service.js';
import type { StatementDto } from '../../facts/statements/statement.dto.js';
import { StatementPresenter } from '../../facts/statements/statement.presenter.js';
import { StatementsRepository } from '../../facts/statements/statements.repository.js';
import { Feed } from '../../record/feed/feed.service.js';
import { type EventView, TellingRepository } from '../../facts/telling/telling.repository.js';
import type { TimelineItemDto, TimelineQuery } from './timeline.dto.js';
import { DRAWN, presentItem } from './timeline.presenter.js';

/** What was said against what was known: the statements on a claim, and what followed from each. */
@Injectable()
export class Timeline {
  constructor(
    private readonly database: Database,
    private readonly repository: TellingRepository,
    private readonly feedHead: Feed,
    private readonly claims: Claims,
    private readonly statements: StatementsRepository,
    private readonly presenter: StatementPresenter,
  ) {}

  async ofClaim(actor: Actor, claimId: string, query: TimelineQuery): Promise<Page<TimelineItemDto>> {
    await this.claims.find(this.database, actor.workspaceId, claimId);
    await this.feedHead.settled();
    const after = Number(readCursor(query.cursor, ['number'])?.[0] ?? 0);
    const types = Object.keys(DRAWN);
    const events = await this.repository.chain(this.database, actor, claimId, after, query.limit + 1, types);
    const statements = await this.statementsIn(actor, events);
    return pageFrom(
      events,
      query.limit,
      (event) => [event.chainNumber],
      (event) => presentItem(event, actor.workspaceId, statements),
    );
  }

  private async statementsIn(actor: Actor, events: EventView[]): Promise<Map<string, StatementDto>> {
    const about = events.filter(({ subjectType }) => subjectType === 'statement');
    const ids = [...new Set(about.map(({ subjectId }) => subjectId))];
    const rows = await this.statements.many(this.database, actor.workspaceId, ids);
    const { items } = await this.presenter.page(actor, { items: rows, nextCursor: null });
    return new Map(items.map((statement) => [statement.id, statement]));
  }
}
