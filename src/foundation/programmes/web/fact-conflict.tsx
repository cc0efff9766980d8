import type { Temporal } from 'temporal-polyfill'
import { germanMoment, germanTime } from '#kernel/local-day.ts'
import { kindNames, kinds } from '#foundation/organizations/index.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Description } from '#ui/description/description.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { factNames, programmeStateInWords } from '../facts/fact-names.ts'
import { ticked } from '../facts/schemas.ts'
import { programmeStates, type Programme } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { type Typed, typedFrom } from './fact-fields.tsx'

interface Props {
  theirs: Programme
  typed: Typed
  /** Who changed it last, where one may read the name. */
  other: string | null
  now: Temporal.Instant
  places: ReadonlyMap<string, string>
}

/** Two people on one programme: what differs, from both sides. Nothing is decided before somebody clicks. */
export function FactConflict({ theirs, typed, other, now, places }: Props) {
  const there = typedFrom(theirs)
  const names = Object.keys(factNames) as Fact[]
  const differing = names.filter((name) => plain(valueOf(name, typed, places)) !== plain(valueOf(name, there, places)))
  const who = other ?? 'Jemand anderes'
  const side = (values: Typed) =>
    differing.length === 0 ? (
      <p>Kein Unterschied.</p>
    ) : (
      <Description
        items={differing.map((name) => ({ term: factNames[name], details: valueOf(name, values, places) || '–' }))}
      />
    )
  return (
    <Conflict
      level={2}
      title={`${who} hat diese Angaben inzwischen auch geändert`}
      intro={
        differing.length === 0
          ? 'Beide Fassungen sind gleich; es ist nichts mehr zu tun.'
          : 'Nichts ist verloren: Hier steht, worin sich beide Fassungen unterscheiden. Wählen Sie, welche gilt.'
      }
      sides={[
        {
          heading: 'Ihre Fassung',
          when: germanTime(now),
          children: side(typed),
          action: (
            <Form action={programmeRoutes.change.href({ id: theirs.id })} layout="row">
              {Object.entries(typed).map(([name, value]) =>
                value === undefined || name === 'version' || name.startsWith('_') ? null : (
                  <HiddenField name={name} value={value} />
                ),
              )}
              <HiddenField name="version" value={String(theirs.version)} />
              <Button size="x-small">Meine behalten</Button>
            </Form>
          ),
        },
        {
          heading: who,
          when: germanMoment(theirs.changedAt, now),
          children: side(there),
          action: (
            <ButtonLink href={programmeRoutes.show.href({ id: theirs.id })} variant="primary" size="x-small">
              Diese übernehmen
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}

type Fact = keyof typeof factNames

const plain = (text: string): string => text.split(/\s+/).filter(Boolean).join(' ')

function valueOf(name: Fact, typed: Typed, places: ReadonlyMap<string, string>): string {
  switch (name) {
    case 'openTo':
      return kinds
        .filter((kind) => typed[`art-${kind}`] === 'ja')
        .map((kind) => kindNames[kind])
        .join(', ')
    case 'observerIds':
      return ticked(typed, 'zahlen-')
        .map((id) => places.get(id) ?? id)
        .toSorted()
        .join(', ')
    case 'contractorId':
      return places.get(typed['contractorId'] ?? '') ?? ''
    case 'takesInterest':
      return typed['takesInterest'] === 'ja' ? 'ja' : 'nein'
    case 'state': {
      const state = programmeStates.find((one) => one === typed['state'])
      return state ? programmeStateInWords(state) : ''
    }
    default:
      return typed[name] ?? ''
  }
}
