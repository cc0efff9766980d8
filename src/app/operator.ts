import { readFile, stat } from 'node:fs/promises'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import {
  findCatalog,
  findShippedCatalog,
  importMappings,
  importShipped,
  prepareCatalog,
  prepareMappings,
  type PreparedShipped,
  prepareShipped,
  type Surroundings,
} from '#foundation/catalogs/index.ts'
import {
  checkPassword,
  createAdministrator,
  inviteAsOperator,
  issueToken,
  type OperatorContext,
} from '#foundation/identity/index.ts'
import { importInWords, importMunicipalities, readMunicipalityList } from '#foundation/organizations/index.ts'
import { importMap, missingInWords, prepareMapFile } from '#domains/insights/state-picture/index.ts'
import { hashPassword } from '#platform/crypto/password.ts'
import type { Look } from '#platform/http/request.ts'
import { operator, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { House } from './house.ts'
import { loadDemoNow, readInstallation } from './installation.ts'
import { switchMaintenanceOff, switchMaintenanceOn } from './operations/maintenance-verbs.ts'
import { rebuildSearch } from './rebuild-search.ts'
import { verifyAudit } from './operations/verify-audit.ts'

export type Options = Record<string, string | undefined>

/** What a verb did: data for --json, and the same as one sentence. */
export interface Done {
  data: Record<string, unknown>
  sentence: string
}

type Verb = (house: House, options: Options) => Promise<Outcome<Done>>

const inUnit = <T>({ database, clock }: House, work: (ctx: OperatorContext) => Promise<T>): Promise<T> =>
  unitOfWork(database, { as: operator, now: clock.now(), mode: 'read write', undo: isRefusal }, (db) =>
    work({ actor: null, db, now: clock.now() }),
  )

/** The operations verbs of the command line. They touch no content of a municipality; the database holds them to it. */
export const operatorVerbs: Record<string, Verb> = {
  'admin create': async (house, { email = '', name = '', password = '', organization }) => {
    const fine = checkPassword(password)
    if (isRefusal(fine)) return fine
    const passwordHash = await hashPassword(password)
    const created = await inUnit(house, (ctx) =>
      createAdministrator(ctx, {
        email,
        name,
        passwordHash,
        organization: organization ?? 'Genossenschaft (bitte umbenennen)',
      }),
    )
    return isRefusal(created)
      ? created
      : { data: { ...created, email }, sentence: `${email} kann sich jetzt anmelden und verwaltet diese Installation.` }
  },

  'token create': async (house, { email = '' }) => {
    const { demo } = await readInstallation(house)
    const issued = await inUnit(house, (ctx) => issueToken(ctx, { email, anybody: demo || house.config.testClock }))
    return isRefusal(issued) ? issued : { data: issued, sentence: issued.token }
  },

  'person invite': async (house, { email = '', name = '', organization = '', role = '' }) => {
    const { demo } = await readInstallation(house)
    const roles = role.split(',').filter((one) => one.trim() !== '')
    const invited = await inUnit(house, (ctx) => inviteAsOperator(ctx, { email, name, organization, roles }))
    if (isRefusal(invited)) return invited
    const { link, ...data } = invited
    return {
      data: { ...data, ...(demo || house.config.testClock ? { link: house.config.baseUrl + link } : {}) },
      sentence: `Die Einladung an ${name} (${email}) für ${data.organization} ist unterwegs und gilt bis zum ${data.until}. Nur die Mail enthält die Adresse zum Annehmen.`,
    }
  },

  'organization import': async (house, { file = '' }) => {
    const found = await existing(file)
    if (isRefusal(found)) return found
    const rows = readMunicipalityList(await readFile(file))
    if (isRefusal(rows)) return rows
    const report = await inUnit(house, (ctx) => importMunicipalities(ctx, rows))
    if (isRefusal(report)) return report
    return { data: { ...report }, sentence: importInWords(report) }
  },

  'catalog import': async (house, { file = '', resources }) => {
    const chosen = readResources(resources)
    if (isRefusal(chosen)) return chosen
    const look: Look = (read) => inUnit(house, ({ db, now }) => read(db, now))
    const prepared = findShippedCatalog(file)
      ? await prepareShipped(file)
      : await prepareExisting(file, { resources: chosen, look })
    if (isRefusal(prepared)) return prepared
    const { imported, catalog } = await inUnit(house, async (ctx) => {
      const done = await importShipped(ctx, prepared)
      return { imported: done, catalog: await findCatalog(ctx.db, done.id) }
    })
    const { id, isNew } = imported
    const data = {
      id,
      isNew,
      title: catalog?.title,
      controlCount: catalog?.controlCount,
      sha256: catalog?.sha256,
      warnings: catalog?.warnings,
    }
    return {
      data,
      sentence: isNew
        ? `„${catalog?.title}“ mit ${catalog?.controlCount} Anforderungen eingelesen.`
        : 'Diese Datei war schon eingelesen, geändert wurde nichts.',
    }
  },

  'mapping-collection import': async (house, { file = '' }) => {
    const found = await existing(file)
    const prepared = isRefusal(found) ? found : await prepareMappings(file)
    if (isRefusal(prepared)) return prepared
    const { id, isNew } = await inUnit(house, (ctx) => importMappings(ctx, prepared))
    const { title, sha256, warnings, maps } = prepared.collection
    return {
      data: { id, isNew, title, mapCount: maps.length, sha256, warnings },
      sentence: isNew
        ? `„${title}“ mit ${maps.length === 1 ? 'einer Beziehung' : `${maps.length} Beziehungen`} eingelesen.`
        : 'Diese Datei war schon eingelesen, geändert wurde nichts.',
    }
  },

  'map import': async (house, { file = '', title = '', attribution = '', ...said }) => {
    const found = await existing(file)
    if (isRefusal(found)) return found
    if (title.trim() === '' || attribution.trim() === '')
      return refuse('Bitte geben Sie mit --title einen Titel und mit --attribution die Quelle an.')
    const outlines = await prepareMapFile(file, {
      key: said['key-property'],
      name: said['name-property'],
      object: said['object'],
    })
    if (isRefusal(outlines)) return outlines
    const words = { title: title.trim().slice(0, 200), attribution: attribution.trim().slice(0, 300) }
    const done = await inUnit(house, (ctx) => importMap(ctx, outlines, words))
    if (isRefusal(done)) return done
    const missing = missingInWords(done.countiesWithoutArea)
    const sentence = done.isNew
      ? `Die Karte mit ${done.areas === 1 ? 'einer Fläche' : `${done.areas} Flächen`} ist eingelesen.`
      : 'Diese Karte war schon eingelesen, geändert wurde nichts.'
    return { data: { ...done }, sentence: missing ? `${sentence} ${missing}` : sentence }
  },

  'audit verify': (house, { head }) => verifyAudit(house, { head }),

  'search rebuild': async (house) => {
    const built = await rebuildSearch(house)
    return built
      ? { data: { ...built }, sentence: `Die Suche ist neu aufgebaut: ${built.documents} Einträge.` }
      : refuse('Die Suche wird gerade schon neu aufgebaut. Dieser Aufbau hat aufgehört, der andere geht weiter.')
  },

  'maintenance on': (house, { message }) => switchMaintenanceOn(house, message),
  'maintenance off': (house) => switchMaintenanceOff(house),

  'demo load': async (house) => {
    const loaded = await loadDemoNow(house)
    return isRefusal(loaded)
      ? loaded
      : { data: loaded, sentence: `Die Vorführung ist geladen: ${loaded.people} Zugänge.` }
  },
}

async function prepareExisting(file: string, surroundings: Surroundings): Promise<Outcome<PreparedShipped>> {
  const found = await existing(file)
  const prepared = isRefusal(found) ? found : await prepareCatalog(file, surroundings)
  return isRefusal(prepared) ? prepared : { prepared, over: null }
}

/** `{"UUID": "catalog"}`, as the API takes it. */
function readResources(text: string | undefined): Outcome<Record<string, string>> {
  if (text === undefined) return {}
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return Object.fromEntries(Object.entries(value).map(([uuid, id]) => [uuid, String(id)]))
  } catch {
    // told below
  }
  return refuse('--resources erwartet JSON: zu jeder UUID einer Ressource die Kennung eines Katalogs.')
}

async function existing(file: string): Promise<Outcome<true>> {
  if (file === '') return refuse('Bitte geben Sie die Datei an.')
  const found = await stat(file).catch(() => undefined)
  return found?.isFile() ? true : refuse(`Die Datei ${file} gibt es nicht, oder sie lässt sich nicht lesen.`)
}

export async function runVerb(house: House, verb: string, options: Options): Promise<Outcome<Done>> {
  const run = operatorVerbs[verb]
  return run ? run(house, options) : refuse(`Den Befehl „${verb}“ gibt es nicht.`)
}
