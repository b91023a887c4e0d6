/** Roles, weakest first. They add up: whoever is an editor may do all that a reviewer may. */
export const ROLES = ['viewer', 'fact_checker', 'reviewer', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export function hasRole(actor: { role: Role }, least: Role): boolean {
  return ROLES.indexOf(actor.role) >= ROLES.indexOf(least);
}

/** The member on whose behalf a request is made. */
export interface Actor {
  workspaceId: string;
  memberId: string;
  role: Role;
  name: string;
  languages: string[];
  skills: string[];
}

/** Who did something: a member, or the machine acting on a workspace's rows. */
export type Doer = { workspaceId: string; memberId: string | null };

export function system(workspaceId: string): Doer {
  return { workspaceId, memberId: null };
}
