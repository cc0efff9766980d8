import type { Contact } from './contacts/contact.ts'
import type { Change } from './history/change.ts'
import type { Organization } from './organization.ts'
import type { Descent, Succession } from './succession/succession.ts'

// Field by field: a column that nobody names never leaves.

export const organizationJson = ({
  id,
  name,
  kind,
  ars,
  ags,
  leitwegId,
  population,
  county,
  domains,
  dissolvedOn,
  version,
}: Organization) => ({ id, name, kind, ars, ags, leitwegId, population, county, domains, dissolvedOn, version })

export const successionJson = ({ id, kind, from, other }: Succession) => ({
  id,
  kind,
  from,
  organization: { id: other.id, name: other.name },
})

export const descentJson = ({ formerNames, predecessors, successors }: Descent) => ({
  formerNames: formerNames.map(({ name, until }) => ({ name, until })),
  predecessors: predecessors.map(successionJson),
  successors: successors.map(successionJson),
})

export const contactJson = ({ function: forWhat, name, email, phone, address, note, version }: Contact) => ({
  function: forWhat,
  name,
  email,
  phone,
  address,
  note,
  version,
})

export const changeJson = ({ id, at, deed, fields, person, actingFor }: Change) => ({
  id,
  at: at.toString(),
  deed,
  fields: fields.map(({ field, before, after }) => ({
    field,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
  })),
  person,
  actingFor,
})
