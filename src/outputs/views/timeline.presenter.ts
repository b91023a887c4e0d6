import type { Changes } from '../../record/events/event.js';
import { countsFrom } from '../../facts/claims/claim.rebuild.js';
import type { ToldCorroboration } from '../../facts/claims/claim.events.js';
import type { Verdict } from '../../facts/claims/claim.entity.js';
import type { StatementDto } from '../../facts/statements/statement.dto.js';
import { presentActor } from '../../facts/telling/event.dto.js';
import type { EventView } from '../../facts/telling/telling.repository.js';
import type { TimelineItemDto, TimelineKind } from './timeline.dto.js';

type Data = Record<string, unknown>;

/** What of a claim's chain is drawn, and as what. */
export const DRAWN: Record<string, TimelineKind> = {
  'claim.submitted': 'entry',
  'statement.recorded': 'statement',
  'statement.struck': 'strike',
  'claim.corroboration-changed': 'corroboration',
  'claim.transitioned': 'status',
};

/** One event of the chain as the timeline shows it; statements are shown as this reader may see them. */
export function presentItem(
  event: EventView,
  workspaceId: string,
  statements: Map<string, StatementDto>,
): TimelineItemDto {
  const kind = DRAWN[event.type]!;
  const statement = event.subjectType === 'statement' ? (statements.get(event.subjectId) ?? null) : null;
  return {
    eventId: event.id,
    kind,
    saidAt: statement?.saidAt ?? null,
    recordedAt: countsFrom({ ...event, workspaceId }).toISOString(),
    actor: presentActor(event),
    reason: event.reason,
    statement,
    corroboration: kind === 'corroboration' && event.data !== null ? step(event.data) : null,
    status: kind === 'status' && event.data !== null ? move(event.data) : null,
    verdict: kind === 'status' && event.data !== null ? verdictIn(event.data) : null,
    erased: event.data === null,
  };
}

function step(data: Data): TimelineItemDto['corroboration'] {
  const cause = data['cause'] as Data;
  return {
    from: point(data['from'] as ToldCorroboration),
    to: point(data['to'] as ToldCorroboration),
    cause: {
      statementId: (cause['statementId'] as string | undefined) ?? null,
      struckId: (cause['struckId'] as string | undefined) ?? null,
      recomputed: cause['recomputed'] === true,
      changes: (cause['changes'] as never[] | undefined) ?? [],
    },
  };
}

function point({ status, support, oppose, divided }: ToldCorroboration) {
  return { status, support, oppose, divided };
}

function move(data: Data): TimelineItemDto['status'] {
  return { from: data['from'] as string, to: data['to'] as string };
}

function verdictIn(data: Data): Verdict | null {
  return ((data['changes'] as Changes)['verdict']?.to as Verdict | null | undefined) ?? null;
}
