// What is wrong with a table, in sentences; none when it keeps to docs/access.md. Pure: the negative tests ask the same questions.
import { classOf, type Policy, type Relation } from './read-schema.ts'

type Checked = [wrong: boolean, sentence: string]

const sentences = (name: string, checks: Checked[]): string[] =>
  checks.filter(([wrong]) => wrong).map(([, sentence]) => `${name} ${sentence}`)

export const has = ({ columns }: Relation, column: string): boolean => columns.some(({ name }) => name === column)

/** `page` is the text of docs/access.md. */
export function complaintsAbout(table: Relation, page: string): string[] {
  if (table.kind !== 'table') return viewComplaints(table)
  const kind = classOf(table)
  return [
    ...sentences(table.name, [
      [kind === undefined, 'declares no class in its comment'],
      [table.owner !== 'lotsenwerk_owner', `belongs to ${table.owner}`],
      [!table.rowSecurity, 'has no row security'],
      [!table.forced, 'does not force row security on its owner'],
      [!table.policies.some(isMaintenance), 'has no maintenance policy for lotsenwerk_owner'],
      [table.primaryKey.length === 0, 'has no primary key'],
      [kind === 'tenant' && !has(table, 'organization_id'), 'is of class tenant without organization_id'],
      [
        has(table, 'organization_id') && kind !== 'tenant' && kind !== 'system',
        'bears organization_id but is not of class tenant',
      ],
      [
        kind === 'system' && table.granted.length > 0,
        `is of class system, but lotsenwerk_app may ${table.granted.join(', ')}`,
      ],
      [
        table.granted.some((privilege) => !['SELECT', 'INSERT', 'UPDATE', 'DELETE'].includes(privilege)),
        `lets lotsenwerk_app ${table.granted.join(', ')}`,
      ],
      [!page.includes(`\`${table.name}\``), 'is not mentioned in docs/access.md'],
    ]),
    ...table.policies.flatMap((policy) => policyComplaints(table, policy)),
    ...indexComplaints(table),
  ]
}

/** A view asks with the rights of its owner, to whom the maintenance policies show everything. */
const viewComplaints = ({ name, granted, asReader }: Relation): string[] =>
  sentences(name, [
    [granted.length > 0 && !asReader, 'shows lotsenwerk_app the rows of its owner: it needs security_invoker'],
  ])

const isMaintenance = ({ name, command, roles, using, check }: Policy): boolean =>
  name === 'maintenance' &&
  command === 'ALL' &&
  roles.join() === 'lotsenwerk_owner' &&
  using === 'true' &&
  check === 'true'

const roleNames = new Set(['lotsenwerk_owner', 'lotsenwerk_access', 'lotsenwerk_app'])

/** Kept by the role that counts for pictures, and by nobody else. */
const isPicture = ({ name }: Relation): boolean => name.startsWith('pictures.')

/** Which rows are whose is asked once per statement, as a list that the index serves. */
const byOrganization = /^\(*organization_id = ANY \(\( SELECT /
/** Of what is delegated, one list of "check group" for the statement. */
const byDelegation =
  /^\(*assessment_id\)::text \|\| ' '::text\) \|\| top_key\) = ANY \(\( SELECT access\.delegated_parts\(\) AS delegated_parts\)::text\[\]\)/
/** Of what municipalities do in programmes: who works in one sees its rows of all of them (a short list of programmes, with an index of its own). */
const byProgramme = /^\(*programme_id = ANY \(\( SELECT access\.scope_programmes(_led)?\(\)/
/** Of what contractors hand in: their office sees its own of all programmes (one organization, with an index of its own). */
const byContractor = /^\(*contractor_id = ANY \(\( SELECT access\.scope_contractors\(\)/
/** Papers, proofs and signatures of declarations, deliveries, acceptances: looked up by the key of the row that carries them, of which those who lead a programme see theirs. */
const byCarrier =
  /^\(+(owner|subject)_type = .*EXISTS \( SELECT\s+FROM (declarations\.(declaration|agreement)|deliveries\.(delivery|acceptance)|invoices\.invoice|programmes\.enrollment) .*access\.scope_programmes_led\(\)/s
/** Of places in events: the side of the participant, whose organization is the row's second column, or the person, both with an index of their own. */
const byParticipant =
  /^\(*(participant_organization_id = ANY \(\( SELECT access\.scope_participation\(\)|person_id = \( SELECT access\.person\(\))/
/** Of links and materials of events: those who have a seat there (a short list of events), and what the organizer shows everybody. */
const bySeat =
  /^\(+((event_id|owner_id) = ANY \(\( SELECT access\.scope_seats\(\)|for_everybody AND \(EXISTS \( SELECT\s+FROM guidance\.event )/
const byOperator = '( SELECT access.is_operator() AS is_operator)'

function policyComplaints(table: Relation, { name, roles, using, check }: Policy): string[] {
  const strangers = roles.filter(
    (role) => !roleNames.has(role) && !(role === 'lotsenwerk_insights' && isPicture(table)),
  )
  const conditions = [using, check].filter((condition) => condition !== null)
  const forApp = roles.includes('lotsenwerk_app') || roles.includes('public')
  const kind = classOf(table)
  return sentences(`${table.name}, policy ${name},`, [
    [strangers.length > 0, `is for ${strangers.join(', ')}`],
    [forApp && kind !== 'public' && conditions.includes('true'), 'lets everybody through'],
    [
      forApp &&
        kind === 'tenant' &&
        !conditions.every(
          (condition) =>
            byOrganization.test(condition) ||
            byDelegation.test(condition) ||
            byProgramme.test(condition) ||
            byContractor.test(condition) ||
            byCarrier.test(condition) ||
            (table.name.startsWith('guidance.') && byParticipant.test(condition)) ||
            bySeat.test(condition) ||
            condition === byOperator,
        ),
      'does not ask for the organization of the row',
    ],
  ])
}

function indexComplaints(table: Relation): string[] {
  const { indexes, foreignKeys } = table
  const served = ({ columns, pointers }: { columns: string[]; pointers: string[] }): boolean =>
    indexes.some((index) => {
      const end = index.findIndex((column) => !columns.includes(column))
      const leading = end === -1 ? index : index.slice(0, end)
      return pointers.every((column) => leading.includes(column))
    })
  return sentences(table.name, [
    [
      has(table, 'organization_id') && !indexes.some(([first]) => first === 'organization_id'),
      'has no index that starts with organization_id',
    ],
    ...foreignKeys.map((key): Checked => [!served(key), `has no index for ${key.name}`]),
  ])
}
