import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { PreparedFile } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, findProgrammeByKey, findRoad } from '#foundation/programmes/index.ts'
import {
  acceptReport,
  addFinding,
  addSpotCheck,
  askChanges,
  closeProtocol,
  commentSpotCheck,
  deliverReport,
  documentsOf,
  findReport,
  handIn,
  listSpotChecks,
  setDocumentState,
  writeComment,
} from '#domains/security/participation/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { BlobStore } from '#platform/storage/blob-store.ts'
import type { Places, Speaker } from './demo-organizations.ts'

/** demo/participation.json: by municipality, what it handed in and what was found. */
type Story = Record<string, Told>

interface Told {
  organization: string
  assessor?: string
  house?: string
  documents: {
    key: string
    daysAgo: number
    none?: boolean
    review?: number
    findings?: { severity: 'none' | 'low' | 'medium' | 'high'; text: string; recommendation: string }[]
  }[]
  checks: {
    object: string
    what: string
    expected: string
    seen: string
    result: 'asExpected' | 'deviates' | 'notCheckable'
    comment?: string
  }[]
  reports: {
    daysAgo: number
    summary: string
    wish?: string
    accepted?: boolean
    comments?: { place: string; text: string; answer?: string }[]
  }[]
}

const read = (): Story => JSON.parse(readFileSync(join(packageRoot, 'demo/participation.json'), 'utf8')) as Story

/** A PDF of one page with one line, so that the repository holds none. */
function smallPdf(line: string): Buffer {
  const shown = `BT /F1 18 Tf 60 760 Td (${line.replaceAll(/[^\x20-\x7e]|[()\\]/g, '-')}) Tj ET`
  const parts = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${shown.length} >>\nstream\n${shown}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let text = '%PDF-1.4\n'
  const starts = parts.map((part, at) => {
    const start = text.length
    text += `${at + 1} 0 obj\n${part}\nendobj\n`
    return String(start).padStart(10, '0')
  })
  const table = text.length
  text += `xref\n0 6\n0000000000 65535 f \n${starts.map((start) => `${start} 00000 n \n`).join('')}`
  return Buffer.from(`${text}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1')
}

const fileWords: Record<string, string> = {
  policy: 'leitlinie',
  rules: 'dienstanweisungen',
  networkPlan: 'netzplan',
  inventory: 'geraeteverzeichnis',
  backup: 'datensicherung',
  emergency: 'notfallplan',
  providers: 'dienstleister',
  directory: 'verzeichnisdienst',
}

const wordOf = (what: string): string => fileWords[what] ?? what

const fileName = (place: string, what: string): string => `${wordOf(what)}-${place}.pdf`

/** A file of the story: of which municipality, and what it is. */
export interface StoryFile {
  place: string
  what: string
}

/** The same bytes each time. */
export function storyFile({ place, what }: StoryFile): { file: PreparedFile; bytes: Buffer } {
  const bytes = smallPdf(`Beispiel aus der Vorstellung: ${wordOf(what)}, ${place}`)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const name = fileName(place, what)
  return { file: { name, mediaType: 'application/pdf', sha256, size: bytes.length, scan: 'notScanned' }, bytes }
}

/** Keeps the contents of all files of the story, before the transaction that tells it. */
export async function keepStoryFiles(blobs: BlobStore, further: readonly StoryFile[] = []): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-demo-'))
  try {
    const own = Object.entries(read()).flatMap(([place, { documents, reports }]) =>
      [...documents.filter(({ none }) => !none).map(({ key }) => key), ...reports.map((_, at) => reportName(at))].map(
        (what) => ({ place, what }),
      ),
    )
    for (const one of [...own, ...further]) {
      const path = join(folder, fileName(one.place, one.what))
      writeFileSync(path, storyFile(one).bytes)
      await blobs.keep(path)
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const reportName = (at: number): string => `bericht-fassung-${at + 1}`

interface Cast {
  places: Places
  speaker: Speaker
}

/** What the three municipalities handed in, what was found on the spot, and the reports about it. */
export async function tellParticipation({ places, speaker }: Cast): Promise<void> {
  for (const [place, told] of Object.entries(read())) {
    const organizationId = places.get(place)?.id ?? ''
    const own = (daysAgo: number, at: string) => speaker(told.organization, place, daysAgo, at)
    const assessor = (daysAgo: number, at: string) =>
      speaker(told.assessor ?? told.organization, told.house ?? place, daysAgo, at)
    const roadFor = async (ctx: Context): Promise<EnrollmentWithSteps> => {
      const programme = await findProgrammeByKey(ctx.db, 'sicherkommunal')
      const road = programme && (await findRoad(ctx.db, { organizationId, programmeId: programme.id }))
      if (!road) throw new Error(`demo: ${place} is on no road`)
      return road
    }
    const scene = { place, own, assessor, roadFor }
    await tellDocuments(told, scene)
    await tellChecks(told, scene)
    await tellReports(told, scene)
  }
}

interface Scene {
  place: string
  own: (daysAgo: number, at: string) => Promise<Context>
  assessor: (daysAgo: number, at: string) => Promise<Context>
  roadFor: (ctx: Context) => Promise<EnrollmentWithSteps>
}

async function tellDocuments({ documents }: Told, { place, own, assessor, roadFor }: Scene): Promise<void> {
  const find = async (ctx: Context, key: string) => {
    const document = (await documentsOf(ctx.db, (await roadFor(ctx)).id)).find((one) => one.key === key)
    if (!document) throw new Error(`demo: no document ${key}`)
    return document
  }
  for (const { key, daysAgo, none } of documents) {
    const ctx = await own(daysAgo, '10:05')
    const document = await find(ctx, key)
    if (none)
      must(
        await setDocumentState(ctx, document, {
          state: 'doesNotExist',
          version: document.version,
          side: 'organization',
        }),
      )
    else must(await handIn(ctx, await roadFor(ctx), document.id, { file: storyFile({ place, what: key }).file }))
  }
  for (const { key, review, findings = [] } of documents) {
    if (review === undefined) continue
    const ctx = await assessor(review, '14:20')
    for (const finding of findings) must(await addFinding(ctx, await find(ctx, key), finding))
    const document = await find(ctx, key)
    must(await setDocumentState(ctx, document, { state: 'reviewed', version: document.version, side: 'assessor' }))
  }
}

async function tellChecks({ checks }: Told, { own, assessor, roadFor }: Scene): Promise<void> {
  if (checks.length === 0) return
  const ctx = await assessor(13, '11:00')
  const checkedOn = localDay(ctx.now).toString()
  for (const { comment: _, ...check } of checks)
    must(await addSpotCheck(ctx, await roadFor(ctx), { ...check, evidenceNote: '', checkedOn, control: null }))
  const later = await assessor(12, '16:30')
  must(await closeProtocol(later, await roadFor(later)))
  const town = await own(11, '09:10')
  for (const check of await listSpotChecks(town.db, (await roadFor(town)).id)) {
    const comment = checks[check.number - 1]?.comment
    if (comment) await commentSpotCheck(town, check, comment)
  }
}

async function tellReports({ reports }: Told, { place, own, assessor, roadFor }: Scene): Promise<void> {
  for (const [at, { daysAgo, summary, wish, accepted, comments = [] }] of reports.entries()) {
    const from = await assessor(daysAgo, '15:00')
    const { file } = storyFile({ place, what: reportName(at) })
    const id = must(await deliverReport(from, await roadFor(from), { file, summary, reason: '' }))
    const report = async (ctx: Context) => {
      const found = await findReport(ctx.db, id)
      if (!found) throw new Error('demo: the report is not visible')
      return found
    }
    for (const { place: where, text, answer } of comments) {
      const town = await own(daysAgo - 1, '09:00')
      const first = must(await writeComment(town, await report(town), { side: 'organization', place: where, text }))
      if (answer === undefined) continue
      const back = await assessor(daysAgo - 2, '09:00')
      must(
        await writeComment(back, await report(back), { side: 'assessor', place: '', text: answer, answersId: first }),
      )
    }
    const town = await own(daysAgo - 2, '16:00')
    if (wish !== undefined) must(await askChanges(town, await roadFor(town), await report(town), wish))
    if (accepted)
      must(
        await acceptReport(town, await roadFor(town), await report(town), {
          role: 'chiefExecutive',
          passwordConfirmed: true,
        }),
      )
  }
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
