// What may be written where: names of files, time, environment, SQL.
import { type Rule, moduleOf } from './floors.ts'
import { partOf } from './parts.ts'
import { type Source, isTest } from './source.ts'

const says = (sources: readonly Source[], judge: (source: Source) => string | false | undefined): string[] =>
  sources.flatMap((source) => {
    const verdict = judge(source)
    return verdict ? [`${source.path}: ${verdict}`] : []
  })

const empty = /(^|\/)(utils?|helpers?|common|lib|misc|types|service|manager)(\.|\/)/

export const namesSayWhatIsInside: Rule = (sources) =>
  says(sources, ({ path }) => empty.test(path) && 'this name says nothing')

export const longest = 400

export const filesStayShort: Rule = (sources) =>
  says(
    sources.filter(({ path }) => path !== generated),
    ({ lines }) => lines > longest && `${lines} lines, ${longest} at most`,
  )

/** Written by tools/db.ts: one line per column. */
const generated = 'src/platform/db/tables.ts'

const product = (sources: readonly Source[]): Source[] => sources.filter((source) => !isTest(source))

export const onlyConfigReadsTheEnvironment: Rule = (sources) =>
  says(product(sources), ({ path, reachesFor, imports }) => {
    const reads = reachesFor.has('environment') || imports.includes('node:process')
    return reads && path !== 'src/platform/config.ts' && 'settings come from platform/config.ts'
  })

/** Islands run on the visitor's machine and have no clock of ours. */
export const onlyTheClockTellsTime: Rule = (sources) =>
  says(product(sources), ({ path, reachesFor }) => {
    const allowed = path === 'src/platform/clock.ts' || path.startsWith('src/browser/')
    return reachesFor.has('time') && !allowed && 'the clock tells the time, everybody else receives `now`'
  })

/** Where SQL may stand outside the modules: the machine itself, and what the installation notes about itself. */
const sqlElsewhere = /^src\/(platform\/(db|jobs)\/|app\/(installation|demo|operations\/queries)\.ts$)/

export const sqlStandsInVerbsAndQueries: Rule = (sources) => {
  const all = new Map(sources.map((source) => [source.path, source]))
  return says(product(sources), (source) => {
    if (!source.queries || sqlElsewhere.test(source.path)) return
    const part = moduleOf(source.path) ? partOf(source, all) : 'no module'
    return part !== 'verb' && part !== 'queries' && `SQL in ${part}`
  })
}

/** Whose tables: by schema, or by table where modules of one domain share a schema. */
export const owners: Record<string, string> = {
  // What a check came to is written by its trigger; the state picture reads it.
  'security.signed_result': 'domains/security/assessments',
  audit: 'foundation/audit',
  catalogs: 'foundation/catalogs',
  consents: 'foundation/consents',
  declarations: 'foundation/declarations',
  cockpit: 'domains/insights/cockpit',
  files: 'foundation/files',
  identity: 'foundation/identity',
  'insights.add_calendar_feed': 'domains/insights/calendar',
  'insights.calendar_feed': 'domains/insights/calendar',
  'insights.end_calendar_feed': 'domains/insights/calendar',
  'insights.note_calendar_read': 'domains/insights/calendar',
  'insights.open_calendar_feed': 'domains/insights/calendar',
  'insights.own_calendar_feeds': 'domains/insights/calendar',
  jobs: 'platform',
  loads: 'domains/security/initial-load',
  mail: 'foundation/notifications',
  notifications: 'foundation/notifications',
  organizations: 'foundation/organizations',
  platform: 'app',
  appointments: 'domains/security/appointments',
  participation: 'domains/security/participation',
  funding: 'domains/security/funding',
  guidance: 'domains/guidance/events',
  packages: 'domains/security/packages',
  measures: 'foundation/measures',
  deliveries: 'domains/security/deliveries',
  invoices: 'domains/security/invoices',
  proofs: 'domains/security/proof-of-use',
  programmes: 'foundation/programmes',
  pictures: 'domains/insights/state-picture',
  portal: 'domains/insights/portal',
  privacy: 'foundation/privacy',
  search: 'domains/insights/search',
  'platform.recall_reply': 'platform',
  'platform.remember_reply': 'platform',
  'publishing.barrier_report': 'domains/publishing/pages',
  'publishing.front': 'domains/publishing/pages',
  'publishing.news': 'domains/publishing/news',
  'publishing.page': 'domains/publishing/pages',
  'publishing.report_barrier': 'domains/publishing/pages',
  'security.answer': 'domains/security/assessments',
  'security.answer_source': 'domains/security/assessments',
  'security.assessment': 'domains/security/assessments',
  'security.checks_to_migrate': 'domains/security/assessments',
  'security.commenters_among': 'domains/security/assessments',
  'security.comment': 'domains/security/assessments',
  'security.declined_proposal': 'domains/security/assessments',
  'security.delegation': 'domains/security/assessments',
  'security.evidence': 'domains/security/assessments',
  'security.hold_still': 'domains/security/assessments',
  'security.migrate_assessment': 'domains/security/assessments',
  'security.hand_over_delegations': 'domains/security/assessments',
  'security.migration_announcement': 'domains/security/assessments',
  'security.remark': 'domains/security/assessments',
  'security.reopening': 'domains/security/assessments',
  'security.review': 'domains/security/assessments',
  'security.search_documents': 'domains/security/assessments',
  'security.sign_off': 'domains/security/assessments',
  'security.undo_migration': 'domains/security/assessments',
  'security.take_ending_evidence': 'domains/security/assessments',
  'security.take_reminders': 'domains/security/assessments',
  signatures: 'foundation/signatures',
}

export const ownerOf = (table: string): string | undefined => owners[table] ?? owners[table.split('.')[0] ?? '']

const write = /\b(?:insert\s+into|update|delete\s+from|merge\s+into|truncate(?:\s+table)?)\s+(?:only\s+)?(\w+\.\w+)/gi
const definerCall = /(?<!\binto\s+)\b((?!access\.|pg_catalog\.)[a-z]\w*\.\w+)\s*\(/gi

/** Tables it writes, and functions of a schema that it calls: those of other modules are reached through their verbs. */
const touched = ({ writes, sql }: Source): string[] => [
  ...writes,
  ...sql.flatMap((text) => [...text.matchAll(write), ...text.matchAll(definerCall)].map((match) => match[1] ?? '')),
]

export const modulesWriteOnlyTheirOwnTables: Rule = (sources) =>
  says(product(sources), (source) => {
    const writer = moduleOf(source.path) ?? /^src\/([^/]+)\//.exec(source.path)?.[1] ?? ''
    const foreign = touched(source).filter((name) => ownerOf(name) !== writer)
    return (
      foreign.length > 0 &&
      `${foreign.join(', ')} belongs to ${foreign.map((name) => ownerOf(name) ?? 'nobody').join(', ')}`
    )
  })

/** A page that modules.ts, or a part of it, does not spread does not exist, although its code does. */
export const everyPageIsInTheTableOfContents: Rule = (sources) => {
  const spreads = new Set(
    sources.filter(({ path }) => /^src\/app\/(?:\w+-)?modules\.ts$/.test(path)).flatMap((source) => source.spreads),
  )
  return says(product(sources), ({ path, exports }) => {
    const lists = exports.filter((name) => /(Pages|Operations)$/.test(name))
    const missing = moduleOf(path) ? lists.filter((name) => !spreads.has(name)) : []
    return missing.length > 0 && `${missing.join(', ')} is missing in src/app/modules.ts`
  })
}
