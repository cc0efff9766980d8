import type { PoamItem, Property } from './oscal-poam.ts'
import { plainLine, plainText } from '#kernel/plain-text.ts'

/** The same namespace as in our catalogs (foundation/catalogs/oscal/catalog.ts). */
export const namespace = 'https://lotsenwerk.example/ns/oscal'

/** A requirement that is not met, or not answered yet. */
export interface OpenPoint {
  controlId: string
  controlKey: string
  title: string
  statement: string
  /** `no` also where the level reached is below its target. */
  state: 'no' | 'unanswered'
  /** Of catalogs in levels, where it is answered. */
  reached?: { level: number; target: number } | undefined
  note: string
  effortMin: number | null
  effortMax: number | null
  mandatory: boolean
  /** ISO instant of the answer, null while there is none. */
  answeredAt: string | null
}

export const property = (name: string, value: string): Property => ({
  name,
  ns: namespace,
  value: plainLine(value, 'ohne'),
})

/** "2" or "1-2", as in the catalog; nothing when it is not stated. */
function effort({ effortMin, effortMax }: OpenPoint): Property[] {
  if (effortMin === null) return []
  return [
    property('effort', effortMax === null || effortMax === effortMin ? `${effortMin}` : `${effortMin}-${effortMax}`),
  ]
}

function description(point: OpenPoint): string {
  const state = point.reached
    ? `Erreicht ist nach Angabe der Kommune Stufe ${point.reached.level}, das Ziel ist Stufe ${point.reached.target}.`
    : point.state === 'no'
      ? 'Die Anforderung ist nach Angabe der Kommune nicht erfüllt.'
      : 'Die Anforderung ist noch nicht beantwortet.'
  const paragraphs = [
    state,
    plainText(point.statement),
    point.mandatory ? 'Die Umsetzung ist in jedem Fall zwingend.' : '',
  ]
  return paragraphs.filter(Boolean).join('\n\n')
}

/** One open point as an item; the party is named as its origin where it has answered. Without empty strings, which OSCAL forbids. */
export function poamItem(point: OpenPoint, uuid: string, partyUuid: string): PoamItem {
  const note = plainText(point.note)
  const id = plainLine(point.controlId, 'ohne')
  return {
    uuid,
    title: `${id} ${plainLine(point.title, 'ohne Titel')}`,
    description: description(point),
    props: [
      property('control-id', point.controlId),
      property('control-key', point.controlKey),
      property('state', point.state),
      ...(point.reached
        ? [property('level', String(point.reached.level)), property('target', String(point.reached.target))]
        : []),
      ...effort(point),
      property('mandatory', point.mandatory ? 'yes' : 'no'),
      ...(point.answeredAt === null ? [] : [property('answered-at', point.answeredAt)]),
    ],
    ...(point.state === 'no' && { origins: [{ actors: [{ type: 'party', 'actor-uuid': partyUuid }] }] }),
    ...(note !== '' && { remarks: note }),
  }
}

/**
 * The schema demands at least one item, and leaving the document out would make "nothing open" look like an error to whoever
 * fetches it regularly. So one item says it, under a state of its own that no open point has.
 */
export const nothingOpen = (uuid: string): PoamItem => ({
  uuid,
  title: 'Keine offenen Punkte',
  description:
    'Alle Anforderungen dieser Prüfung sind beantwortet; keine ist mit „Nein“ oder unter ihrem Ziel beantwortet.',
  props: [property('state', 'nothing-open')],
})
