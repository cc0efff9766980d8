import { everyRoleInWords } from '#foundation/identity/index.ts'
import {
  type Contact,
  type ContactFunction,
  findOrganization,
  functionNames,
  kindInWords,
  listContacts,
} from '#foundation/organizations/index.ts'
import { type EnrollmentWithSteps, findProgramme, type Programme } from '#foundation/programmes/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Context } from '#platform/http/context.ts'
import { type Sheet, sheetText, type Signer } from '../sheet.ts'
import { type Attachment, declarationSheet } from './declaration.ts'

/** Whom a programme needs to reach. They are kept with the organization, so nobody is asked for them twice. */
export const neededContacts = [
  'cooperative',
  'securityOffice',
  'itDepartment',
  'dataProtection',
] as const satisfies ContactFunction[]

export interface ShownDeclaration {
  programme: Programme
  sheet: Sheet
  text: string
  sha256: string
  missingContacts: (typeof neededContacts)[number][]
}

/** What would be signed now, in the words of this signer; without one, what goes on paper. */
export async function readDeclaration(
  ctx: Context,
  road: EnrollmentWithSteps,
  { attachments, role }: { attachments: readonly Attachment[]; role: string | null },
): Promise<ShownDeclaration> {
  const programme = await findProgramme(ctx.db, road.programmeId)
  const organization = await findOrganization(ctx.db, road.organizationId)
  if (!programme || !organization) throw new Error('a road without its programme or municipality')
  const contacts = await listContacts(ctx.db, road.organizationId)
  const sheet = declarationSheet({
    programme: {
      name: programme.name,
      runBy: programme.runBy.name,
      text: programme.declarationText,
      version: programme.declarationVersion,
      contractor: programme.contractor?.name ?? null,
    },
    organization: { ...organization, kind: kindInWords(organization.kind) },
    contacts: neededContacts.map((name) => ({
      title: functionNames[name],
      words: contactWords(contacts.find((contact) => contact.function === name)),
    })),
    attachments,
    signer: role === null ? null : signerOf(ctx, role),
  })
  const text = sheetText(sheet)
  return {
    programme,
    sheet,
    text,
    sha256: sha256(text),
    missingContacts: neededContacts.filter((name) => !contacts.some((contact) => contact.function === name)),
  }
}

const contactWords = (contact: Contact | undefined): string =>
  contact ? [contact.name, contact.phone, contact.email].filter(Boolean).join(', ') : 'noch nicht benannt'

/** Whoever signs, as they stand in the text. */
export const signerOf = ({ actor }: Context, role: string): Signer => ({
  name: actor.name,
  roleName: everyRoleInWords([role]),
  place: actor.actingFor?.name ?? '',
})
