import { type DynamicModule, Module } from '@nestjs/common';
import { EventTracker, type Subscription, SUBSCRIPTIONS } from './event-tracker.service.js';
import { FeedRepository } from './feed.repository.js';
import { FeedSignal } from './feed-signal.service.js';
import { Feed } from './feed.service.js';
import { RememberedAnswers } from './remembered-answers.js';
import { Sequencer } from './sequencer.js';

@Module({})
export class FeedModule {
  static with(subscriptions: Subscription[]): DynamicModule {
    return {
      module: FeedModule,
      global: true,
      providers: [
        Feed,
        FeedSignal,
        RememberedAnswers,
        Sequencer,
        FeedRepository,
        EventTracker,
        { provide: SUBSCRIPTIONS, useValue: subscriptions },
      ],
      exports: [Feed, FeedSignal, RememberedAnswers, EventTracker, Sequencer, FeedRepository],
    };
  }
}
