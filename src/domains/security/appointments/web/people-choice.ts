import { type Colleague, everyRoleInWords } from '#foundation/identity/index.ts'
import type { Typed } from './slot-fields.tsx'

const prefix = 'person-'

/** One box for each; names of fields carry the ids, because of repeated names forms keep the last. */
export const peopleOptions = (staff: readonly Colleague[], typed: Typed, checked: readonly string[] = []) =>
  staff.map(({ id, name, grants }) => ({
    name: `${prefix}${id}`,
    label: `${name} (${everyRoleInWords(grants.map(({ role }) => role))})`,
    checked: typed[`${prefix}${id}`] !== undefined || checked.includes(id),
  }))

/** Ids of those that were ticked. */
export const checkedPeople = (form: Typed): string[] =>
  Object.keys(form)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
