import { Injectable } from '@nestjs/common';
import { JobHandler, jobKind } from '../../base/jobs/job-kind.js';
import { DueTimes } from './due-times.service.js';
import { Leases } from './leases.service.js';
import { Moving } from './moving.service.js';
import { Offering } from './offering.service.js';
import { Stalling } from './stalling.service.js';

type Nothing = Record<string, never>;

/** Woken when a slot may have begun to wait in a push queue; finds from the rows which. */
export const offerSlots = jobKind({ name: 'slot.offer', attempts: 5, backoffSeconds: 1 });
export const sweepSlots = jobKind({ name: 'slot.sweep', attempts: 1, backoffSeconds: 1, everySeconds: 10 });
/** Woken when somebody has become, or ceased to be, one who may review. */
export const searchStalled = jobKind<{ workspaceId: string }>({
  name: 'round.search-stalled',
  attempts: 5,
  backoffSeconds: 1,
});
export const sweepStalled = jobKind({
  name: 'round.sweep-stalled',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 10,
});
export const sweepLeases = jobKind({ name: 'lease.sweep', attempts: 1, backoffSeconds: 1, everySeconds: 5 });
/** Woken when a member may have lost the right to review: what they have in hand is taken back. */
export const endLostTurns = jobKind({ name: 'lease.end-lost', attempts: 5, backoffSeconds: 1 });
/** Warns of due times, tells of those that passed, and takes what is overdue to another queue. */
export const sweepDueTimes = jobKind({
  name: 'round.sweep-due',
  attempts: 1,
  backoffSeconds: 1,
  everySeconds: 10,
});
export const sweepHolds = jobKind({ name: 'hold.sweep', attempts: 1, backoffSeconds: 1, everySeconds: 10 });

@Injectable()
export class OfferSlotsJob extends JobHandler<Nothing> {
  readonly kind = offerSlots;

  constructor(private readonly offering: Offering) {
    super();
  }

  perform(): Promise<void> {
    return this.offering.offerWaiting();
  }
}

@Injectable()
export class SweepSlotsJob extends JobHandler<Nothing> {
  readonly kind = sweepSlots;

  constructor(private readonly offering: Offering) {
    super();
  }

  perform(): Promise<void> {
    return this.offering.offerWaiting();
  }
}

@Injectable()
export class SweepLeasesJob extends JobHandler<Nothing> {
  readonly kind = sweepLeases;

  constructor(private readonly leases: Leases) {
    super();
  }

  async perform(): Promise<void> {
    await this.leases.sweep();
  }
}

@Injectable()
export class EndLostTurnsJob extends JobHandler<Nothing> {
  readonly kind = endLostTurns;

  constructor(private readonly leases: Leases) {
    super();
  }

  async perform(): Promise<void> {
    await this.leases.sweep();
  }
}

@Injectable()
export class SweepHoldsJob extends JobHandler<Nothing> {
  readonly kind = sweepHolds;

  constructor(private readonly moving: Moving) {
    super();
  }

  perform(): Promise<void> {
    return this.moving.resumeHeld();
  }
}

@Injectable()
export class SweepDueTimesJob extends JobHandler<Nothing> {
  readonly kind = sweepDueTimes;

  constructor(private readonly dueTimes: DueTimes) {
    super();
  }

  perform(): Promise<void> {
    return this.dueTimes.sweep();
  }
}

@Injectable()
export class SearchStalledJob extends JobHandler<{ workspaceId: string }> {
  readonly kind = searchStalled;

  constructor(private readonly stalling: Stalling) {
    super();
  }

  perform({ workspaceId }: { workspaceId: string }): Promise<void> {
    return this.stalling.search(workspaceId);
  }
}

@Injectable()
export class SweepStalledJob extends JobHandler<Nothing> {
  readonly kind = sweepStalled;

  constructor(private readonly stalling: Stalling) {
    super();
  }

  perform(): Promise<void> {
    return this.stalling.search(null);
  }
}
