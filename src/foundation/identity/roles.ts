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

/** The roles in words, the weightiest first; at most two are named. */
export function rolesInWords(roles: readonly string[]): string {
  const names = order.filter((role) => roles.includes(role)).map((role) => roleNames[role])
  return names.length > 2 ? `${names.slice(0, 2).join(', ')} und weitere` : names.join(', ')
}
