import type { Actor } from '../../base/actor/actor.js';

/** Who is told of events: a member, or with `memberId` null whoever stands outside, such as a webhook. */
export type Listener = Pick<Actor, 'workspaceId' | 'role'> & { memberId: string | null };

/** Is told what everybody of the workspace may know, and no more. */
export function outsider(workspaceId: string): Listener {
  return { workspaceId, role: 'viewer', memberId: null };
}
