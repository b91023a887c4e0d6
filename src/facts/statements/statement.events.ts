import { Type } from 'typebox';
import type { NewEvent } from '../../record/events/event.js';
import { id, instant, moment, nullable, oneOf } from '../../record/events/event-fields.js';
import { eventType } from '../../record/events/event-type.js';
import { type ClaimVersion, MOVED_FROM, QUANTITY, VERSION, versionOf } from '../claims/claim.events.js';
import { BASES, STANCES } from '../corroboration/stance.js';
import { toldStatement } from './statement.dto.js';
import type { Statement } from './statement.entity.js';

const STATEMENT_RECORDED = eventType('statement.recorded', {
  subject: 'statement',
  says: 'The position of a source on a claim was recorded.',
  data: {
    statement: Type.Object({
      id: id(),
      claimId: id(),
      sourceId: id(),
      stance: oneOf(STANCES),
      saidAt: nullable(moment()),
      quote: nullable(Type.String()),
      quoteLanguage: nullable(Type.String()),
      translation: nullable(Type.String()),
      url: nullable(Type.String({ format: 'uri' })),
      reportedById: nullable(id()),
      basis: oneOf(BASES),
      basedOnStatementId: nullable(id()),
      basedOnSourceId: nullable(id()),
      quantity: nullable(QUANTITY),
      credibility: nullable(Type.Integer()),
      movedFrom: Type.Optional(MOVED_FROM),
      recordedAt: instant(),
    }),
    ...VERSION,
  },
});

const STATEMENT_STRUCK = eventType('statement.struck', {
  subject: 'statement',
  says: 'A statement was struck because it had been recorded wrongly.',
  data: { statementId: id(), replacementId: nullable(id('What stands in its place.')), ...VERSION },
});

export function statementRecorded(claim: ClaimVersion, statement: Statement): NewEvent {
  return STATEMENT_RECORDED.of(statement, {
    statement: { ...toldStatement(statement), recordedAt: statement.recordedAt },
    ...versionOf(claim),
  });
}

export function statementStruck(claim: ClaimVersion, struck: Statement): NewEvent {
  const { id: statementId, claimId, strikeReason: reason, replacementId } = struck;
  return STATEMENT_STRUCK.of(
    { id: statementId, claimId, reason },
    { statementId, replacementId, ...versionOf(claim) },
  );
}
