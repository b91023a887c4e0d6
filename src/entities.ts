import { Account } from './access/accounts/account.entity.js';
import { ApiKey } from './access/api-keys/api-key.entity.js';
import { IdempotencyKey } from './access/idempotency/idempotency-key.entity.js';
import { Member } from './access/members/member.entity.js';
import { Invitation, Session, SignInTries } from './access/sessions/session.entity.js';
import { ExternalReview, RatingWord } from './exchange/external-reviews/external-review.entity.js';
import { Import, ImportRow } from './exchange/imports/import.entity.js';
import { Capture } from './facts/captures/capture.entity.js';
import { Claim } from './facts/claims/claim.entity.js';
import { RecomputedWorkspace } from './facts/corroboration/recomputed-workspace.entity.js';
import { Evidence } from './facts/evidence/evidence.entity.js';
import { StoredFile } from './facts/files/file.entity.js';
import { Party, PartyName, PartyVersion } from './facts/parties/party.entity.js';
import { ClaimLexeme, ClaimLexemeTotal, ClaimTermDelta, ClaimTerms } from './facts/similar/similar.entity.js';
import { Source, SourceGrade, SourcePlacement } from './facts/sources/source.entity.js';
import { Statement } from './facts/statements/statement.entity.js';
import { Publication } from './outputs/publications/publication.entity.js';
import { SetupCode } from './outputs/setup/setup-code.entity.js';
import { ClaimCount, ClaimCountDelta } from './outputs/stats/claim-counts.entity.js';
import { WebhookAttempt, WebhookDelivery } from './outputs/webhooks/delivery.entity.js';
import { Webhook, WebhookSecret } from './outputs/webhooks/webhook.entity.js';
import { StatusFlow } from './outputs/stats/status-flow.entity.js';
import { Chain, Event, EventContent } from './record/events/event.entity.js';
import { FeedPlace, FeedReader, UnplacedEvent } from './record/feed/feed.entity.js';
import { HistoryHead, HistoryHeadChain } from './record/heads/head.entity.js';
import { PolicyVersion } from './record/policy/policy-version.entity.js';
import { Workspace } from './record/workspaces/workspace.entity.js';
import { Adjudication } from './reviews/decisions/adjudication.entity.js';
import { Decision, DecisionCitation } from './reviews/decisions/decision.entity.js';
import { QueueNeeds, ReviewQueue } from './reviews/queues/queue.entity.js';
import { Rating, RatingScale } from './reviews/ratings/rating.entity.js';
import { Assignment, LedgerEntry } from './reviews/rounds/assignment.entity.js';
import { Round, Slot } from './reviews/rounds/round.entity.js';
import {
  RoutingRule,
  RoutingRuleParty,
  RoutingRuleSource,
  RoutingVersion,
} from './reviews/routing/routing.entity.js';
import { ReReviewCause } from './reviews/rounds/re-review-cause.entity.js';
import { StallSearch } from './reviews/rounds/stall-search.entity.js';

/** Every table, floor by floor. */
export const ENTITIES = [
  Workspace,
  PolicyVersion,
  Chain,
  Event,
  EventContent,
  UnplacedEvent,
  FeedPlace,
  FeedReader,
  HistoryHead,
  HistoryHeadChain,

  Account,
  Member,
  ApiKey,
  Session,
  Invitation,
  SignInTries,
  IdempotencyKey,

  Party,
  PartyName,
  PartyVersion,
  Source,
  SourcePlacement,
  SourceGrade,
  Claim,
  StoredFile,
  Evidence,
  Capture,
  RecomputedWorkspace,
  Statement,
  ClaimTerms,
  ClaimLexeme,
  ClaimLexemeTotal,
  ClaimTermDelta,

  RatingScale,
  Rating,
  ReviewQueue,
  QueueNeeds,
  RoutingVersion,
  RoutingRule,
  RoutingRuleParty,
  RoutingRuleSource,
  Round,
  Slot,
  Assignment,
  LedgerEntry,
  StallSearch,
  ReReviewCause,
  Decision,
  DecisionCitation,
  Adjudication,

  SetupCode,
  Publication,
  ClaimCount,
  ClaimCountDelta,
  Webhook,
  WebhookSecret,
  WebhookDelivery,
  WebhookAttempt,
  StatusFlow,

  RatingWord,
  ExternalReview,
  Import,
  ImportRow,
];
