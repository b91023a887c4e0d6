import { type DynamicModule, Module } from '@nestjs/common';
import { AdmissionModule } from './access/admission/admission.module.js';
import { ApiKeysModule } from './access/api-keys/api-keys.module.js';
import { IdempotencyModule } from './access/idempotency/idempotency.module.js';
import { MembersModule } from './access/members/members.module.js';
import { SessionsModule } from './access/sessions/sessions.module.js';
import { ConfigModule } from './base/config/config.module.js';
import type { Settings } from './base/config/settings.js';
import { DatabaseModule } from './base/database/database.module.js';
import { HttpModule } from './base/http/http.module.js';
import { JobsModule } from './base/jobs/jobs.module.js';
import { OutgoingModule } from './base/outgoing/outgoing.module.js';
import { SecretsModule } from './base/secrets/secrets.module.js';
import { StorageModule } from './base/storage/storage.module.js';
import { ENTITIES } from './entities.js';
import { ExternalReviewsModule } from './exchange/external-reviews/external-reviews.module.js';
import { ImportsModule } from './exchange/imports/imports.module.js';
import { ExportsModule } from './exchange/exports/exports.module.js';
import { CapturesModule } from './facts/captures/captures.module.js';
import { ClaimsModule } from './facts/claims/claims.module.js';
import { EvidenceModule } from './facts/evidence/evidence.module.js';
import { FilesModule } from './facts/files/files.module.js';
import { PartiesModule } from './facts/parties/parties.module.js';
import { SimilarModule } from './facts/similar/similar.module.js';
import { SourcesModule } from './facts/sources/sources.module.js';
import { StatementsModule } from './facts/statements/statements.module.js';
import { HealthModule } from './outputs/health/health.module.js';
import { MetricsModule } from './outputs/metrics/metrics.module.js';
import { PublicationsModule } from './outputs/publications/publications.module.js';
import { ReviewStatsModule } from './outputs/review-stats/review-stats.module.js';
import { SetupModule } from './outputs/setup/setup.module.js';
import { SourceRecordsModule } from './outputs/source-records/source-records.module.js';
import { StatsModule } from './outputs/stats/stats.module.js';
import { StreamModule } from './outputs/stream/stream.module.js';
import { ViewsModule } from './outputs/views/views.module.js';
import { WebhooksModule } from './outputs/webhooks/webhooks.module.js';
import { EventsModule } from './record/events/events.module.js';
import { FeedModule } from './record/feed/feed.module.js';
import { HeadsModule } from './record/heads/heads.module.js';
import { PolicyModule } from './record/policy/policy.module.js';
import { WorkspacesModule } from './record/workspaces/workspaces.module.js';
import { DecisionsModule } from './reviews/decisions/decisions.module.js';
import { QueuesModule } from './reviews/queues/queues.module.js';
import { RatingsModule } from './reviews/ratings/ratings.module.js';
import { ReReviewsModule } from './reviews/re-reviews/re-reviews.module.js';
import { RoundsModule } from './reviews/rounds/rounds.module.js';
import { RoutingModule } from './reviews/routing/routing.module.js';
import { SUBSCRIPTIONS_OF_THE_MACHINE } from './subscriptions.js';

/** The floors, bottom to top. */
@Module({})
export class AppModule {
  static with(settings: Settings): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.with(settings),
        DatabaseModule.with(ENTITIES),
        HttpModule,
        JobsModule,
        OutgoingModule,
        SecretsModule,
        StorageModule,

        WorkspacesModule,
        EventsModule,
        FeedModule.with(SUBSCRIPTIONS_OF_THE_MACHINE),
        HeadsModule,
        PolicyModule,

        MembersModule,
        ApiKeysModule,
        SessionsModule,
        AdmissionModule,
        IdempotencyModule,

        PartiesModule,
        SourcesModule,
        ClaimsModule,
        FilesModule,
        EvidenceModule,
        CapturesModule,
        StatementsModule,
        SimilarModule,

        RatingsModule,
        QueuesModule,
        RoutingModule,
        RoundsModule,
        DecisionsModule,
        ReReviewsModule,

        SetupModule,
        ViewsModule,
        PublicationsModule,
        SourceRecordsModule,
        StatsModule,
        StreamModule,
        ReviewStatsModule,
        WebhooksModule,
        HealthModule,
        MetricsModule.with(settings),

        ExportsModule,
        ExternalReviewsModule,
        ImportsModule,
      ],
    };
  }
}
