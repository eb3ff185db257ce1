import { organisationRoles, type OrganisationRole } from '../../platform/http/routes.ts'

/** What somebody asks to do in an organisation; where it is done to a member or an invitation, as what they are there. */
export type Asked =
  | { readonly action: 'see-members' | 'leave' | 'host-rooms' }
  | { readonly action: 'see-addresses' | 'see-audit' | 'change-settings' | 'see-agreement' }
  | { readonly action: 'accept-agreement' | 'delete' }
  | { readonly action: 'invite' | 'withdraw-invitation'; readonly as: OrganisationRole }
  | { readonly action: 'remove-member'; readonly of: OrganisationRole }
  | { readonly action: 'change-role'; readonly from: OrganisationRole; readonly to: OrganisationRole }

/**
 * Who may do what in an organisation; all of it, and nothing else decides. Nobody gives a role above their own, and nobody
 * touches who is above them; an admin's peers are admins. That the last owner stays, the members themselves say
 * (members.ts): it isn't a matter of roles.
 */
export function mayDo(role: OrganisationRole, asked: Asked): boolean {
  switch (asked.action) {
    case 'see-members':
    case 'leave':
      return true
    case 'host-rooms':
      return isAtLeast(role, 'host')
    case 'see-addresses':
    case 'see-audit':
    case 'change-settings':
    case 'see-agreement':
      return isAtLeast(role, 'admin')
    case 'accept-agreement':
    case 'delete':
      return isAtLeast(role, 'owner')
    case 'invite':
    case 'withdraw-invitation':
      return isAtLeast(role, 'admin') && isAtLeast(role, asked.as)
    case 'remove-member':
      return isAtLeast(role, 'admin') && isAtLeast(role, asked.of)
    case 'change-role':
      return isAtLeast(role, 'admin') && isAtLeast(role, asked.from) && isAtLeast(role, asked.to)
  }
}

export function isAtLeast(role: OrganisationRole, least: OrganisationRole): boolean {
  return organisationRoles.indexOf(role) >= organisationRoles.indexOf(least)
}

export function isRole(text: string | undefined): text is OrganisationRole {
  return organisationRoles.some((role) => role === text)
}
