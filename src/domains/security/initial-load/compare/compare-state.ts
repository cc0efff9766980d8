import { kindNames, type Kind } from '#foundation/organizations/index.ts'
import { partyInWords, type RoadCare } from '#foundation/programmes/index.ts'
import type { StandRoad } from '../stand.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { currentOf, isInOrder, planRoad, type WantedStep, wantedRoad } from './compare-road.ts'
import { findMunicipality } from './find-municipality.ts'
import { type Comparison, dayInWords } from './plan.ts'
import type { Found } from './register.ts'
import { nothingSaid, readStateRow, type StateWish, type StepDetails } from './read-state-row.ts'

type Details = ReadonlyMap<string, ReadonlyMap<string, StepDetails>>

const none: ReadonlyMap<string, StepDetails> = new Map()

/** The list of municipalities, row by row; then the steps of those that only the sheet of steps names. */
export function compareState(comparison: Comparison, rows: readonly RowReader[], details: Details): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const found = findMunicipality(row, comparison)
    const wish = readStateRow(row, comparison)
    const first = found && seen.get(idOf(found))
    if (first !== undefined) row.fault(['ars', 'ags', 'name'], `Diese Kommune steht schon in Zeile ${first}.`)
    if (!found || row.faults.length > 0) comparison.refuse(row)
    else {
      seen.set(idOf(found), row.number)
      compareRow(comparison, row, { found, wish, details })
    }
  }
  for (const [id, own] of details) {
    const existing = comparison.roads.get(id)
    if (seen.has(id) || !existing) continue
    const road = wantedRoad(comparison, existing, nothingSaid, own)
    planRoad(comparison, id, { road, existing, wish: nothingSaid })
  }
}

const idOf = (found: NonNullable<Found>): string => ('there' in found ? found.there.id : found.wanted.placeholder)
const kindOf = (found: NonNullable<Found>): string => ('there' in found ? found.there.kind : found.wanted.kind)

function compareRow(
  comparison: Comparison,
  row: RowReader,
  { found, wish, details }: { found: NonNullable<Found>; wish: StateWish; details: Details },
): void {
  const id = idOf(found)
  const existing = comparison.roads.get(id)
  const isNew = !existing && goesOn(wish)
  const road = wantedRoad(comparison, existing, wish, details.get(id) ?? none)
  contradictions(row, wish, { existing, isNew })
  if (isNew && !comparison.programme.openTo.includes(kindOf(found)))
    row.fault(
      ['kind', 'name', 'ars'],
      `„${comparison.programme.name}“ ist für diese Art nicht gedacht: ${kindNames[kindOf(found) as Kind]}.`,
    )
  if (existing || isNew) isInOrder(road, row)
  if (existing?.state === 'withdrawn' && road.some(({ before, state }) => before?.state !== state))
    row.fault(
      ['withdrawn', 'takesPart', 'phase', 'name'],
      'Die Teilnahme ist beendet, ihre Schritte bleiben, wie sie sind.',
    )
  if (row.faults.length > 0) return comparison.refuse(row)
  comparison.name(found)
  if (!existing && !isNew) return
  if (isNew) {
    comparison.begins(id)
    comparison.change(id, {
      field: 'Teilnahme',
      before: '',
      after: `seit ${dayInWords(wish.began ?? comparison.today)}`,
    })
  }
  planRoad(comparison, id, { road, existing, wish })
  planCare(comparison, id, { existing, wish })
  remarks(comparison, id, { existing, road, wish })
}

/** Whether a municipality that does not take part yet does so by its row: it says so, or says where it stands. */
const goesOn = (wish: StateWish): boolean =>
  wish.takesPart === 'yes' || wish.takesPart === 'ended' || (wish.takesPart === null && saysWhere(wish))

const saysWhere = ({ over, steps, waitingFor, missing, since, began, withdrawn }: StateWish): boolean =>
  over !== null ||
  [...steps.values()].some(({ state, onDay }) => state !== 'open' || onDay !== undefined) ||
  [waitingFor, since, began, withdrawn].some((said) => said !== null) ||
  missing !== ''

function contradictions(
  row: RowReader,
  wish: StateWish,
  { existing, isNew }: { existing: StandRoad | undefined; isNew: boolean },
): void {
  if (wish.takesPart !== null) wrongTakingPart(row, wish, existing)
  const isCared = wish.guideId !== null || wish.lastContact !== null || wish.note !== ''
  if (!existing && !isNew && isCared)
    row.fault(
      ['guide', 'lastContact', 'note'],
      'Betreuung, Kontakt und Notiz gehören zu einer Teilnahme; diese Kommune nimmt nicht teil.',
    )
}

function wrongTakingPart(row: RowReader, wish: StateWish, existing: StandRoad | undefined): void {
  const { takesPart, withdrawn } = wish
  if (takesPart === 'no' && existing?.state === 'active')
    row.fault(
      'takesPart',
      'Diese Kommune nimmt teil. Beendet wird eine Teilnahme auf ihrer Seite, oder mit „beendet“ und dem Tag.',
    )
  if (takesPart === 'no' && !existing && saysWhere(wish))
    row.fault('takesPart', 'Hier steht „nein“, die Zeile nennt aber Schritte. Bitte ändern Sie eines von beiden.')
  if (takesPart === 'yes' && existing?.state === 'withdrawn')
    row.fault('takesPart', 'Die Teilnahme ist beendet. Wieder aufgenommen wird sie auf der Seite der Kommune.')
  if (takesPart === 'ended' && withdrawn === null && existing?.state !== 'withdrawn')
    row.fault(['withdrawn', 'takesPart'], 'Zu einer beendeten Teilnahme gehört der Tag, an dem sie geendet hat.')
}

interface Compared {
  existing: StandRoad | undefined
  wish: StateWish
}

/** Who looks after it, the last contact, and its end: each where the row says something else than what stands there. */
function planCare(comparison: Comparison, organizationId: string, { existing, wish }: Compared): void {
  const { guideId, guide, lastContact, withdrawn, takesPart, reason } = wish
  const care: RoadCare = { organizationId }
  if (guideId !== null && guide !== existing?.guide) {
    care.guideId = guideId
    comparison.change(organizationId, { field: 'Betreuung', before: existing?.guide ?? '', after: guide })
  }
  const contactBefore = existing?.lastContactOn ?? null
  if (lastContact !== null && lastContact !== contactBefore) {
    care.lastContactOn = lastContact
    const words = { before: dayInWords(contactBefore), after: dayInWords(lastContact) }
    comparison.change(organizationId, { field: 'Letzter Kontakt', ...words })
  }
  if (withdrawn !== null && takesPart !== 'yes' && existing?.state !== 'withdrawn') {
    care.withdrawn = { on: withdrawn, reason }
    const after = [dayInWords(withdrawn), reason].filter((part) => part !== '').join(', ')
    comparison.change(organizationId, { field: 'Teilnahme beendet', before: '', after })
  }
  if (Object.keys(care).length > 1) comparison.plan.care.push(care)
}

/** What does not fit together, though nothing of it is wrong. */
function remarks(
  comparison: Comparison,
  id: string,
  { existing, road, wish }: Compared & { road: readonly WantedStep[] },
): void {
  const over = road.findIndex(({ state }) => state !== 'done' && state !== 'notNeeded')
  const reached = over < 0 ? road.length : over
  if (wish.over !== null && phaseTitle(comparison, wish.over) !== phaseTitle(comparison, reached))
    comparison.remark(
      id,
      `Die Phase sagt „${phaseTitle(comparison, wish.over)}“, die Schritte sagen „${phaseTitle(comparison, reached)}“. Es gelten die Schritte.`,
    )
  if (reached === road.length && wish.waitingFor !== null)
    comparison.remark(id, `Alle Schritte sind erledigt; auf ${partyInWords(wish.waitingFor)} wird nicht gewartet.`)
  if (existing) unmovedDays(comparison, id, { existing, wish, current: currentOf(road) })
}

/** Days that follow from the road cannot be said anew while it does not move. */
function unmovedDays(
  comparison: Comparison,
  id: string,
  { existing, wish, current }: { existing: StandRoad; wish: StateWish; current: WantedStep | undefined },
): void {
  const isUnmoved = current?.before?.state === current?.state
  if (isUnmoved && wish.since !== null && existing.waitingSince !== null && wish.since !== existing.waitingSince)
    comparison.remark(
      id,
      `„Seit“ bleibt ${dayInWords(existing.waitingSince)}: ${current?.title ?? 'Der Schritt'} hat sich nicht geändert.`,
    )
  if (wish.began !== null && wish.began !== existing.began)
    comparison.remark(id, `„Dabei seit“ bleibt ${dayInWords(existing.began)}.`)
}

const phaseTitle = ({ programme: { phases, steps } }: Comparison, at: number): string =>
  phases.find(({ key }) => key === steps[at]?.phaseKey)?.title ?? 'Fertig'
