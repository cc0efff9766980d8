import { Beside, Difference } from '#ui/difference/difference.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Why } from '#ui/why/why.tsx'
import { catalogRoutes } from '../../routes.ts'
import { obligationNames } from '../../web/words.ts'
import type { ComparedControl } from '../compare-versions.ts'
import type { Entry } from '../entries.ts'
import { stateNames, stateTags } from './words.ts'

export interface EntryViewProps {
  id: string
  entry: Entry
  versions: { id: string; beforeId: string }
  /** Title of its outermost group. */
  group: string | undefined
}

/** What became of one control, with its old and its new words. */
export function EntryView({ id, entry, versions, group }: EntryViewProps) {
  const { before, after, states } = entry
  const shown = after ?? before
  if (!shown) return null
  return (
    <Panel
      id={id}
      level={3}
      quiet
      title={shown.title}
      link={{
        href: catalogRoutes.control.href({ id: after ? versions.id : versions.beforeId, controlId: shown.id }),
        label: after ? 'Anforderung ansehen' : 'Bisherige ansehen',
      }}
    >
      <div class="lw-stack lw-stack--s">
        <p class="lw-row">
          {states.map((state) => (
            <Tag state={stateTags[state]}>{stateNames[state]}</Tag>
          ))}
          <strong>{before && after && before.id !== after.id ? `${before.id} → ${after.id}` : shown.id}</strong>
          {group !== undefined && <span class="lw-small lw-muted">{group}</span>}
        </p>
        <Numbers {...{ entry, versions }} />
        {before && after ? <Changes {...{ entry, before, after }} /> : <Prose text={shown.statement} />}
      </div>
    </Panel>
  )
}

/** Where a number was given to another control: nobody should carry an answer over by it. */
function Numbers({
  entry: { before, after, numberNow, numberBefore, byTitle },
  versions,
}: Pick<EntryViewProps, 'entry' | 'versions'>) {
  if (!numberNow && !numberBefore && !byTitle) return null
  return (
    <ul class="lw-list">
      {before && numberNow && (
        <li>
          Die Nummer {before.id} trägt jetzt:{' '}
          <a class="lw-link" href={catalogRoutes.control.href({ id: versions.id, controlId: numberNow.id })}>
            {numberNow.title}
          </a>
        </li>
      )}
      {after && numberBefore && (
        <li>
          Die Nummer {after.id} trug bisher:{' '}
          <a
            class="lw-link"
            href={catalogRoutes.control.href({ id: versions.beforeId, controlId: numberBefore.control.id })}
          >
            {numberBefore.control.title}
          </a>{' '}
          ({numberBefore.after ? `jetzt ${numberBefore.after.id}` : 'entfallen'})
        </li>
      )}
      {byTitle && (
        <li>
          Der Herausgeber hat eine andere Kennung vergeben. Weil Nummer und Titel gleich sind, gilt sie als dieselbe.
        </li>
      )}
    </ul>
  )
}

interface Sides {
  before: ComparedControl
  after: ComparedControl
}

function Changes({ entry: { changes }, before, after }: { entry: Entry } & Sides) {
  const isChanged = new Set(changes)
  if (changes.length === 0 && before.id !== after.id)
    return <p class="lw-small lw-muted">Titel, Text, Verbindlichkeit und Hinweise sind gleich.</p>
  return (
    <>
      {isChanged.has('title') && (
        <Beside before={before.title} after={after.title} headings={['Titel bisher', 'Titel jetzt']} />
      )}
      {isChanged.has('obligation') && (
        <p>
          Verbindlichkeit: <Difference before={`${nameOf(before)} `} after={`${nameOf(after)} `} />
        </p>
      )}
      {isChanged.has('statement') ? (
        <Beside
          before={before.statement}
          after={after.statement}
          headings={[`Text bisher (${before.id})`, `Text jetzt (${after.id})`]}
        />
      ) : (
        changes.length > 0 && (
          <Why summary="Text ansehen, er ist unverändert">
            <Prose text={after.statement} />
          </Why>
        )
      )}
      {isChanged.has('guidance') && (
        <Why summary="Hinweis geändert: beide Fassungen ansehen">
          <Beside before={before.guidance} after={after.guidance} headings={['Hinweis bisher', 'Hinweis jetzt']} />
        </Why>
      )}
    </>
  )
}

const nameOf = ({ obligation }: ComparedControl): string =>
  obligation === null ? 'nicht angegeben' : obligationNames[obligation]
