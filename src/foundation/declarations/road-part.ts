import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Need, NeedSource, RoadPart } from '#foundation/programmes/index.ts'
import { agreementNames, isAgreementKind } from './agreements/agreement.ts'
import { countOnRoad, listLacking } from './queries.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { may } from './access.ts'
import { isConfirmable } from './admissions/letter.ts'
import { declarationPath, letterPath } from './paths.ts'

const named = (kinds: readonly string[]): string =>
  kinds.map((kind) => (isAgreementKind(kind) ? agreementNames[kind] : kind)).join(', ')

/** What stands on the page of a road. */
export const declarationPart: RoadPart = {
  name: 'declarations',
  title: 'Erklärung und Vereinbarungen',
  steps: ['declaration', 'admission'],
  href: ({ id }) => declarationPath(id),
  async tell({ db, now }, road) {
    const found = await countOnRoad(db, road.id, localDay(now).toString())
    if (!found) return undefined
    const isDone = road.steps.find(({ key }) => key === 'declaration')?.state === 'done'
    const declared = found.signedOn
      ? `Erklärt am ${germanDay(Temporal.PlainDate.from(found.signedOn))} von ${found.signer ?? ''}.`
      : isDone
        ? 'Erklärt, bevor das Portal den Weg begleitet hat.'
        : 'Noch nicht erklärt.'
    const valid = found.valid.length === 0 ? 'Es gilt noch keine Vereinbarung.' : `Es gilt: ${named(found.valid)}.`
    const waiting = found.waiting.length === 0 ? '' : ` Auf Zustimmung wartet: ${named(found.waiting)}.`
    return `${declared} ${valid}${waiting}`
  },
  paper: ({ actor }, road) =>
    isConfirmable(road) && !isRefusal(may.readLetter(actor, road))
      ? { href: letterPath(road.id), label: 'Bestätigung der Teilnahme (PDF)' }
      : undefined,
}

const words: Record<string, Pick<Need, 'one' | 'many'>> = {
  withoutDeclaration: { one: 'hat die Teilnahme noch nicht erklärt', many: 'haben die Teilnahme noch nicht erklärt' },
  withoutDataProcessing: {
    one: 'hat keine gültige Vereinbarung zur Auftragsverarbeitung',
    many: 'haben keine gültige Vereinbarung zur Auftragsverarbeitung',
  },
  withoutScanPermission: {
    one: 'hat noch keine gültige Erlaubnis zum Scannen',
    many: 'haben noch keine gültige Erlaubnis zum Scannen',
  },
  scanPermissionEnding: {
    one: 'hat eine Erlaubnis zum Scannen, die vor der Frist endet',
    many: 'haben eine Erlaubnis zum Scannen, die vor der Frist endet',
  },
}

/** What municipalities lack on their way in, and before anybody may look at their systems. */
export const declarationNeeds: NeedSource = {
  name: 'declarations',
  async list({ db, now }, { id, deadline }) {
    const lacking = await listLacking(db, { programmeId: id, day: localDay(now).toString(), deadline })
    return lacking.flatMap(({ key, ids }) => {
      const said = words[key]
      return said ? [{ key, ...said, enrollmentIds: ids }] : []
    })
  },
}
