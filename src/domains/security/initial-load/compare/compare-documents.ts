import type { RowReader } from '../workbook/row-reader.ts'
import { documentStates, keyOf, otherDocuments } from '../workbook/words.ts'
import { compareEach } from './compare-each.ts'
import type { Comparison } from './plan.ts'

/** Which of the wanted documents are there. What somebody has said in the portal stays. */
export function compareDocuments(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.documents.map((one) => [`${one.organizationId} ${one.key}`, one]))
  const { documents } = comparison.programme
  compareEach<Comparison['plan']['documents']>(comparison, rows, {
    mustTakePart: false,
    read: (row, id) => {
      const wish = documents.flatMap(({ key }) => {
        const state = row.word(
          `document:${key}`,
          (text) => keyOf(documentStates, text, otherDocuments),
          Object.values(documentStates),
        )
        return state === null ? [] : [{ organizationId: id, key, state }]
      })
      if (wish.length === 0) return undefined
      if (!comparison.isOnRoad(id))
        row.fault(['name', 'ars'], 'Unterlagen gehören zu einer Teilnahme; diese Kommune nimmt nicht teil.')
      return { key: '', wish }
    },
    plan: (id, wish) => {
      for (const one of wish) {
        const before = there.get(`${id} ${one.key}`)
        const was = before?.state ?? 'missing'
        if (was === one.state) continue
        const title = documents.find(({ key }) => key === one.key)?.title ?? one.key
        if (before && !before.isOpen) {
          comparison.remark(id, `Unterlage „${title}“ bleibt, wie sie im Portal steht: ${documentStates[was]}.`)
          continue
        }
        comparison.change(id, {
          field: `Unterlage ${title}`,
          before: documentStates[was],
          after: documentStates[one.state],
        })
        comparison.plan.documents.push(one)
      }
    },
  })
}
