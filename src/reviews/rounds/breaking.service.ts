import { Injectable } from '@nestjs/common';
import type { Actor } from '../../base/actor/actor.js';
import { Database } from '../../base/database/database.service.js';
import { Events } from '../../record/events/events.service.js';
import { assignmentOver } from './assignment.errors.js';
import { AssignmentsRepository } from './assignments.repository.js';
import { type AfterLease, Leases } from './leases.service.js';
import { LIVE_STATES } from './live-turns.js';
import { aboutAssignment, ASSIGNMENT_BROKEN } from './round.events.js';
import { Rounds } from './rounds.service.js';

/** Takes a lease, a hold or an offer back from whoever has it. */
@Injectable()
export class Breaking {
  constructor(
    private readonly database: Database,
    private readonly leases: Leases,
    private readonly assignments: AssignmentsRepository,
    private readonly rounds: Rounds,
    private readonly events: Events,
  ) {}

  /** The event with the reason is the notice to the member; their next write is told it too. */
  break(actor: Actor, id: string, reason: string): Promise<AfterLease> {
    return this.database.transaction(async (tx) => {
      const { assignment, claim } = await this.leases.lock(tx, actor.workspaceId, id);
      if (!LIVE_STATES.includes(assignment.state)) throw assignmentOver(assignment.state);
      await this.assignments.end(tx, id, 'broken');
      await this.assignments.note(tx, assignment, 'broken', { byMember: actor.memberId, note: reason });
      await this.events.append(tx, actor, [aboutAssignment(assignment, ASSIGNMENT_BROKEN, {}, { reason })]);
      const slot = { id: assignment.slotId, roundId: assignment.roundId };
      return { assignmentId: id, claim: await this.rounds.returnSlot(tx, actor, claim, slot) };
    });
  }
}
