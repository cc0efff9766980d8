import { kindNames, type Kind } from '#foundation/organizations/index.ts'
import { partyInWords } from '#foundation/programmes/index.ts'
import type { StandRoad } from '../stand.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { currentOf, isInOrder, planRoad, type WantedStep, wantedRoad } from './compare-road.ts'
import { findMunicipality, type Found } from './find-municipality.ts'
import { type Comparison, dayInWords } from './plan.ts'
import { nothingSaid, readStateRow, type StateWish, type StepDetails } from './read-state-row.ts'

type Details = ReadonlyMap<string, ReadonlyMap<string, StepDetails>>

const none: ReadonlyMap<string, StepDetails> = new Map()

/** The list of municipalities, row by row; then the steps of those that only the sheet of steps names. */
export function compareState(comparison: Comparison, rows: readonly RowReader[], details: Details): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const found = findMunicipality(row, comparison.register, comparison)
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
  const { takesPart, withdrawn, guideId, lastContact, note } = wish
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
  if (!existing && !isNew && (guideId !== null || lastContact !== null || note !== ''))
    row.fault(
      ['guide', 'lastContact', 'note'],
      'Betreuung, Kontakt und Notiz gehören zu einer Teilnahme; diese Kommune nimmt nicht teil.',
    )
}

function planCare(
  comparison: Comparison,
  organizationId: string,
  { existing, wish }: { existing: StandRoad | undefined; wish: StateWish },
): void {
  const isGuideNew = wish.guideId !== null && wish.guide !== existing?.guide
  const isContactNew = wish.lastContact !== null && wish.lastContact !== existing?.lastContactOn
  const isEnding = wish.withdrawn !== null && wish.takesPart !== 'yes' && existing?.state !== 'withdrawn'
  if (!isGuideNew && !isContactNew && !isEnding) return
  comparison.plan.care.push({
    organizationId,
    ...(isGuideNew && wish.guideId !== null ? { guideId: wish.guideId } : {}),
    ...(isContactNew && wish.lastContact !== null ? { lastContactOn: wish.lastContact } : {}),
    ...(isEnding && wish.withdrawn !== null ? { withdrawn: { on: wish.withdrawn, reason: wish.reason } } : {}),
  })
  if (isGuideNew)
    comparison.change(organizationId, { field: 'Betreuung', before: existing?.guide ?? '', after: wish.guide })
  if (isContactNew)
    comparison.change(organizationId, {
      field: 'Letzter Kontakt',
      before: dayInWords(existing?.lastContactOn ?? null),
      after: dayInWords(wish.lastContact),
    })
  if (isEnding)
    comparison.change(organizationId, {
      field: 'Teilnahme beendet',
      before: '',
      after: [dayInWords(wish.withdrawn), wish.reason].filter((part) => part !== '').join(', '),
    })
}

/** What does not fit together, though nothing of it is wrong. */
function remarks(
  comparison: Comparison,
  id: string,
  { existing, road, wish }: { existing: StandRoad | undefined; road: readonly WantedStep[]; wish: StateWish },
): void {
  const over = road.findIndex(({ state }) => state !== 'done' && state !== 'notNeeded')
  const reached = over < 0 ? road.length : over
  const { phases, steps } = comparison.programme
  if (wish.over !== null && phaseAt(comparison, wish.over) !== phaseAt(comparison, reached)) {
    const title = (at: number) => phases.find(({ key }) => key === steps[at]?.phaseKey)?.title ?? 'Fertig'
    comparison.remark(
      id,
      `Die Phase sagt „${title(wish.over)}“, die Schritte sagen „${title(reached)}“. Es gelten die Schritte.`,
    )
  }
  const current = currentOf(road)
  const isUnmoved = existing && current?.before?.state === current?.state
  if (isUnmoved && wish.since !== null && wish.since !== existing.waitingSince && existing.waitingSince !== null)
    comparison.remark(
      id,
      `„Seit“ bleibt ${dayInWords(existing.waitingSince)}: ${current?.title ?? 'Der Schritt'} hat sich nicht geändert.`,
    )
  if (existing && wish.began !== null && wish.began !== existing.began)
    comparison.remark(id, `„Dabei seit“ bleibt ${dayInWords(existing.began)}.`)
  if (reached === road.length && wish.waitingFor !== null)
    comparison.remark(id, `Alle Schritte sind erledigt; auf ${partyInWords(wish.waitingFor)} wird nicht gewartet.`)
}

const phaseAt = ({ programme }: Comparison, at: number): string => programme.steps[at]?.phaseKey ?? ''
