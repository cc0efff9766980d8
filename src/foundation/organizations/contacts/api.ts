import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { contactExample } from '../examples.ts'
import { contactJson } from '../json.ts'
import type { Organization } from '../organization.ts'
import { findOrganization } from '../queries.ts'
import { type Contact, contactFunctions, functionNames, isRemoved } from './contact.ts'
import { findContact, listContacts, seesContacts } from './queries.ts'
import { contactIn, contactOut, contactRemoval } from './schemas.ts'
import { removeContact, setContact } from './set-contact.ts'

const tag = 'Organizations'
const readers = 'Own staff, staff of the cooperative, the assessor while assigned'
const writers = "The organization's own administrator; programme manager, office and administrator of the cooperative"
const one = z.object({ id: idSchema })
const oneContact = one.extend({ function: z.enum(contactFunctions) })

export const contactOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/organizations/{id}/contacts',
    id: 'listOrganizationContacts',
    title: 'wer wofür angesprochen wird',
    summary: 'Whom to ask for what, in the order of the functions',
    who: readers,
    tag,
    params: one,
    problems: { 403: 'Contacts are seen by the organization, the cooperative and the assessor only' },
    reply: {
      status: 200,
      description: 'All contacts',
      schema: listOf(contactOut),
      example: { items: [contactExample], next: null },
    },
    work: async (ctx, { params }) => {
      const organization = await findOrganization(ctx.db, params.id)
      if (!organization) return notFound('Diese Organisation gibt es nicht.')
      if (!(await seesContacts(ctx.db, params.id))) return forbidden(notForYou(organization))
      return json({ items: (await listContacts(ctx.db, params.id)).map(contactJson), next: null })
    },
  }),
  operation({
    method: 'put',
    path: '/organizations/{id}/contacts/{function}',
    id: 'setOrganizationContact',
    title: 'einen Kontakt eintragen oder ändern',
    summary: 'Say whom to ask for something; what is left out is empty afterwards',
    who: writers,
    tag,
    params: oneContact,
    body: contactIn,
    bodyExample: {
      name: 'Bereitschaft der IT',
      email: '',
      phone: '030 23125 112',
      address: '',
      note: 'Nachts und am Wochenende über die Leitstelle',
    },
    problems: {
      403: "Only the organization's own administrator and the cooperative",
      409: 'Somebody else was faster: `yours`, `theirs` and the `version` that counts; nothing was written',
    },
    reply: { status: 200, description: 'The contact as saved', schema: contactOut, example: contactExample },
    work: (ctx, { params, body }) =>
      onContacts(ctx, params.id, async () => {
        const { version, ...details } = body
        const at = { organizationId: params.id, function: params.function, version }
        const outcome = await setContact(ctx, at, details)
        if (isRefusal(outcome)) return unprocessable(outcome)
        if ('saved' in outcome) return json(contactJson(outcome.saved))
        return conflict(outcome.theirs, { function: params.function, ...details })
      }),
  }),
  operation({
    method: 'delete',
    path: '/organizations/{id}/contacts/{function}',
    id: 'removeOrganizationContact',
    title: 'einen Kontakt entfernen',
    summary: 'Take a contact away; its data are gone, the history keeps that there was one',
    who: writers,
    tag,
    params: oneContact,
    query: contactRemoval,
    problems: {
      403: "Only the organization's own administrator and the cooperative",
      409: 'Somebody else changed it: `theirs` and the `version` that counts; nothing was removed',
    },
    reply: {
      status: 200,
      description: 'The contacts that are left',
      schema: listOf(contactOut),
      example: { items: [], next: null },
    },
    work: (ctx, { params, query }) =>
      onContacts(ctx, params.id, async () => {
        const there = await findContact(ctx.db, params.id, params.function)
        if (!there || isRemoved(there))
          return notFound(`Für ${functionNames[params.function]} ist niemand eingetragen.`)
        const at = { organizationId: params.id, function: params.function, version: query.version }
        const outcome = await removeContact(ctx, at)
        if (isRefusal(outcome)) return unprocessable(outcome)
        if ('theirs' in outcome) return conflict(outcome.theirs, null)
        return json({ items: (await listContacts(ctx.db, params.id)).map(contactJson), next: null })
      }),
  }),
]

const notForYou = ({ name }: Organization) =>
  refuse(`Die Kontakte von ${name} sehen nur ${name}, der Verbund und beauftragte Prüfer.`)

async function onContacts(ctx: Context, id: string, work: () => Promise<Answer>): Promise<Answer> {
  const organization = await findOrganization(ctx.db, id)
  if (!organization) return notFound('Diese Organisation gibt es nicht.')
  const allowed = may.keepContacts(ctx.actor, organization)
  return isRefusal(allowed) ? forbidden(allowed) : work()
}

const conflict = (theirs: Contact, yours: unknown): Answer => ({
  kind: 'problem',
  status: 409,
  type: 'zwei-fassungen',
  title: `Jemand anderes hat den Kontakt für ${functionNames[theirs.function]} inzwischen geändert. Ihre Fassung ist nicht gespeichert.`,
  more: { yours, theirs: contactJson(theirs), version: theirs.version },
})
