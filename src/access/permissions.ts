import { hasRole, type Role, ROLES } from '../base/actor/actor.js';
import type { Permission } from '../base/http/may.js';

/**
 * Who may do what: each permission with the weakest role that has it. Roles add up. Served by GET /workflow,
 * enforced by the guard, and checked at the start against what the operations ask for.
 */
export const PERMISSIONS = {
  'workspace.read': 'viewer',
  'workspace.change': 'admin',
  'policy.read': 'viewer',
  'policy.change': 'admin',
  'member.read': 'viewer',
  'member.manage': 'admin',
  'api-key.manage': 'admin',
  'webhook.manage': 'admin',
  'event.read': 'viewer',
  'stats.read': 'viewer',
  'stats.reviewers': 'editor',
  'party.read': 'viewer',
  'party.amend': 'fact_checker',
  'party.merge': 'editor',
  'source.read': 'viewer',
  'source.create': 'fact_checker',
  'source.amend': 'fact_checker',
  'source.grade': 'fact_checker',
  'claim.read': 'viewer',
  'claim.submit': 'fact_checker',
  'claim.amend': 'fact_checker',
  'claim.move': 'fact_checker',
  'claim.export': 'fact_checker',
  'claim.import': 'fact_checker',
  'statement.record': 'fact_checker',
  'statement.strike': 'editor',
  'evidence.add': 'fact_checker',
  'evidence.mark-gone': 'fact_checker',
  'rating.read': 'viewer',
  'rating.change': 'editor',
  'queue.read': 'viewer',
  'queue.manage': 'editor',
  'routing.read': 'viewer',
  'routing.change': 'editor',
  'review.read': 'viewer',
  'review.take': 'reviewer',
  'review.decide': 'reviewer',
  'review.adjudicate': 'editor',
  'review.break': 'editor',
  'publication.create': 'editor',
  'publication.withdraw': 'editor',
} as const satisfies Record<Permission, Role>;

export function mayDo(actor: { role: Role }, permission: string): boolean {
  const least = (PERMISSIONS as Record<string, Role>)[permission];
  return least !== undefined && hasRole(actor, least);
}

export function permissionsOf(role: Role): string[] {
  return Object.keys(PERMISSIONS).filter((permission) => mayDo({ role }, permission));
}

/** The table by role, as GET /workflow serves it. */
export function permissionTable(): { role: Role; permissions: string[] }[] {
  return ROLES.map((role) => ({ role, permissions: permissionsOf(role) }));
}
