import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, HiddenField, SelectField } from '#ui/form/form.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { wholeNumber } from '../../oscal/document/wording.ts'
import { catalogRoutes, comparisonHref } from '../../routes.ts'
import type { ComparedGroup, Selection } from '../entries.ts'
import { EntryView } from './entry-view.tsx'
import type { EntryPart } from './entry-part.ts'
import { addressOf, controlsInWords, stateNames } from './words.ts'

export interface ListPanelProps {
  versions: { id: string; beforeId: string }
  groups: readonly ComparedGroup[]
  selection: Selection
  list: EntryPart
}

/** The controls that were chosen, fifty at a time. */
export function ListPanel({ versions, groups, selection, list }: ListPanelProps) {
  const { items, total, from, previous, next } = list
  const hrefAt = (ab: number): string =>
    comparisonHref(
      versions,
      { stand: addressOf(selection.state), liste: selection.group, ab: ab === 0 ? undefined : String(ab) },
      '#anforderungen',
    )
  const isFiltered = selection.state !== 'different' || selection.group !== undefined
  const titleOf = new Map(groups.map(({ key, title }) => [key, title]))
  return (
    <Panel
      id="anforderungen"
      title={selection.state === 'different' ? 'Alle Unterschiede' : capital(stateNames[selection.state])}
      note={controlsInWords(total)}
    >
      <div class="lw-stack lw-stack--l">
        <Form
          method="get"
          action={`${catalogRoutes.comparison.href(versions)}#anforderungen`}
          layout="bar"
          label="Unterschiede filtern"
        >
          {selection.state !== 'different' && <HiddenField name="stand" value={addressOf(selection.state)} />}
          <SelectField
            name="liste"
            label="Liste"
            empty="alle"
            value={selection.group}
            options={groups.map(({ key, title }) => ({ value: key, label: title }))}
          />
          <Button>Zeigen</Button>
          {isFiltered && (
            <a class="lw-link" href={comparisonHref(versions, {}, '#anforderungen')}>
              Alle Unterschiede zeigen
            </a>
          )}
        </Form>
        {items.length === 0 ? (
          <Nothing {...{ versions, isFiltered }} />
        ) : (
          items.map((entry, at) => (
            <EntryView id={`unterschied-${from + at + 1}`} {...{ entry, versions }} group={titleOf.get(entry.topKey)} />
          ))
        )}
        {(previous !== null || next !== null) && (
          <Pager
            previous={previous === null ? undefined : { href: hrefAt(previous) }}
            next={next === null ? undefined : { href: hrefAt(next) }}
            position={`${from + 1} bis ${from + items.length} von ${wholeNumber(total)}`}
          />
        )}
      </div>
    </Panel>
  )
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const Nothing = ({ versions, isFiltered }: Pick<ListPanelProps, 'versions'> & { isFiltered: boolean }) =>
  isFiltered ? (
    <Empty
      title="Hier gibt es nichts"
      actions={
        <ButtonLink href={comparisonHref(versions, {}, '#anforderungen')} size="x-small">
          Alle Unterschiede zeigen
        </ButtonLink>
      }
    >
      Keine Anforderung passt zu dieser Auswahl.
    </Empty>
  ) : (
    <Empty title="Kein Unterschied">
      Beide Fassungen haben dieselben Anforderungen mit denselben Nummern, Titeln, Texten und Hinweisen.
    </Empty>
  )
