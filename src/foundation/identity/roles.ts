/** Roles and the German names under which people know them (access.md). */
const roleNames = {
  chiefExecutive: 'Verwaltungsleitung',
  securityOfficer: 'Informationssicherheit',
  navigator: 'Digital-Navigation',
  officeHead: 'Amtsleitung',
  dataProtectionOfficer: 'Datenschutz',
  itStaff: 'IT',
  organizationAdmin: 'Zugänge',
  programmeManager: 'Programmleitung',
  guide: 'Digital-Lotse',
  editor: 'Redaktion',
  procurer: 'Beschaffung',
  office: 'Geschäftsstelle',
  assessor: 'Prüfung',
  contractorOffice: 'Auftragsabwicklung',
  observer: 'Beobachtung',
  administrator: 'Betrieb',
  member: 'Mitglied',
} as const

export type Role = keyof typeof roleNames

const order = Object.keys(roleNames) as Role[]

/** Roles that people hold at a municipality; its own administrator or chief executive grants them. */
export const municipalRoles = [
  'organizationAdmin',
  'chiefExecutive',
  'securityOfficer',
  'itStaff',
  'dataProtectionOfficer',
  'officeHead',
  'navigator',
  'member',
] as const satisfies readonly Role[]

const rolesByKind: Partial<Record<string, readonly Role[]>> = {
  cooperative: ['programmeManager', 'office', 'guide', 'editor', 'procurer', 'administrator', 'member'],
  contractor: ['assessor', 'contractorOffice', 'member'],
  ministry: ['observer', 'member'],
}

/** Which roles there can be at an organization of this kind; the database holds everybody to it (access.roles_fit). */
export const rolesAt = (kind: string): readonly Role[] => rolesByKind[kind] ?? municipalRoles

/** Who gives out the roles at a municipality. */
export const municipalHeads = ['chiefExecutive', 'organizationAdmin'] as const satisfies readonly Role[]

export const isMunicipal = (kind: string): boolean => !(kind in rolesByKind)

export const allRoles = Object.keys(roleNames) as [Role, ...Role[]]
export const roleName = (role: Role): string => roleNames[role]

/** Each role in words: "Zugänge, Verwaltungsleitung". */
export const everyRoleInWords = (roles: readonly string[]): string =>
  order
    .filter((role) => roles.includes(role))
    .map((role) => roleNames[role])
    .join(', ')

/** The roles in words, the weightiest first; at most two are named. */
export function rolesInWords(roles: readonly string[]): string {
  const names = order.filter((role) => roles.includes(role)).map((role) => roleNames[role])
  return names.length > 2 ? `${names.slice(0, 2).join(', ')} und weitere` : names.join(', ')
}
