import type { ComparedControl } from '#foundation/catalogs/index.ts'
import { Beside } from '#ui/difference/difference.tsx'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { type Answer, givenInWords } from '../../assessment.ts'
import type { Moved } from '../plan-migration.ts'

const nameOf = ({ id, title }: ComparedControl): string => `${id} ${title}`

const obligations = { must: 'MUSS', should: 'SOLLTE', may: 'KANN' } as const

const textOf = ({ title, obligation, statement }: ComparedControl): string =>
  [obligation ? `${title} (${obligations[obligation]})` : title, statement].filter((part) => part !== '').join('\n\n')

/** Old and new words of one requirement beside each other, with what differs marked. */
const BothTexts = ({ before, after }: { before: ComparedControl; after: ComparedControl }) => (
  <Beside before={textOf(before)} after={textOf(after)} headings={[`Bisher: ${before.id}`, `Neu: ${after.id}`]} />
)

/** What has other words now; those with an answer first, because somebody has to look at them. */
export function ChangedOnes({ items }: { items: readonly Moved[] }) {
  const rows = items.toSorted((a, b) => Number(b.answered) - Number(a.answered))
  return (
    <Table
      caption="Die mit Antwort zuerst"
      captionHidden
      stack
      rows={rows}
      columns={[
        {
          header: 'Anforderung',
          rowHeader: true,
          cell: ({ before, after }) =>
            before &&
            after && (
              <div class="lw-stack lw-stack--xs">
                <span>{nameOf(after)}</span>
                <Why summary="Alter und neuer Text">
                  <BothTexts before={before} after={after} />
                </Why>
              </div>
            ),
        },
        {
          header: 'Bisherige Nummer',
          cell: ({ before, after }) => (before && before.id !== after?.id ? before.id : 'dieselbe'),
        },
        { header: 'Ihre Antwort', cell: ({ answered }) => (answered ? 'zu bestätigen' : 'noch keine') },
      ]}
    />
  )
}

/** What is gone, with what was said about it. */
export const LostOnes = ({ items, said }: { items: readonly Moved[]; said: ReadonlyMap<string, Answer> }) => (
  <Table
    caption="In der Reihenfolge des bisherigen Katalogs"
    captionHidden
    stack
    rows={items.flatMap(({ before }) => before ?? [])}
    columns={[
      { header: 'Anforderung', rowHeader: true, cell: nameOf },
      { header: 'Ihre Antwort', cell: ({ id }) => <Said answer={said.get(id)} /> },
    ]}
  />
)

export const Said = ({ answer }: { answer: Answer | undefined }) =>
  answer ? (
    <>
      {givenInWords(answer)}
      {answer.note !== '' && <div class="lw-table__sub">{answer.note}</div>}
    </>
  ) : (
    <>noch keine</>
  )

export const NewOnes = ({ items }: { items: readonly Moved[] }) => (
  <Table
    caption="In der Reihenfolge des neuen Katalogs"
    captionHidden
    stack
    rows={items.flatMap(({ after }) => after ?? [])}
    columns={[
      { header: 'Nummer', rowHeader: true, cell: ({ id }) => id },
      { header: 'Anforderung', cell: ({ title }) => title },
    ]}
  />
)
