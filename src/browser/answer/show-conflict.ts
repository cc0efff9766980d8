import { button, element } from './element.ts'
import { type Fields, labelOf } from './fields.ts'
import { mergedNote, sameNote } from './input.ts'
import { germanMoment, germanTime } from './moment.ts'
import type { KeptAnswer } from './reply.ts'
import type { Event, State } from './state.ts'

interface Side {
  whose: string
  when: string
  answer: string
  note: string
  action: HTMLElement
}

/** Same markup as ui/conflict, which the server writes. */
const sideOf = ({ whose, when, answer, note, action }: Side): HTMLElement =>
  element(
    'div',
    'lw-conflict__side',
    element(
      'div',
      'lw-stack lw-stack--s',
      element('p', '', element('strong', '', whose), `, ${when}`),
      element('div', 'lw-answer__words', note === '' ? `${answer}.` : `${answer}. „${note}“`),
    ),
    action,
  )

function headingOf({ heading }: Fields, text: string): HTMLElement {
  const level = heading.tagName === 'H2' ? 'h3' : 'h4'
  const made = element(level, 'kern-heading-small', text)
  made.tabIndex = -1
  return made
}

/** The two notes in one, where there are two. */
function mergeButton({ note }: Fields, { wanted }: State, theirs: KeptAnswer, decide: (event: Event) => void) {
  const mine = wanted.note?.trim() ?? ''
  if (!note || mine === '' || theirs.note === '' || sameNote(mine, theirs.note)) return undefined
  const merged = mergedNote(mine, theirs.note)
  return button({ label: 'Beide Notizen zusammenführen', press: () => decide({ do: 'merge', note: merged }) })
}

/** Two people on one question: both sides, and three ways out. Nothing is decided before somebody presses a button. */
export function conflictBox(
  fields: Fields,
  state: State,
  theirs: KeptAnswer,
  decide: (event: Event) => void,
): { box: HTMLElement; heading: HTMLElement } {
  const now = new Date()
  const own = theirs.authorId !== '' && theirs.authorId === state.readerId
  const other = theirs.author ?? 'Jemand anderes'
  const heading = headingOf(
    fields,
    own
      ? 'Sie haben diese Frage inzwischen auch an anderer Stelle beantwortet'
      : `${other} hat diese Frage inzwischen auch beantwortet`,
  )
  const sides = element(
    'div',
    'lw-conflict__sides',
    sideOf({
      whose: own ? 'Ihre Fassung hier' : 'Ihre Fassung',
      when: germanTime(now),
      answer: labelOf(fields, state.wanted.answer),
      note: state.wanted.note?.trim() ?? '',
      action: button({ label: 'Meine behalten', press: () => decide({ do: 'keepMine' }) }),
    }),
    sideOf({
      whose: own ? 'Ihre andere Fassung' : other,
      when: germanMoment(new Date(theirs.at), now),
      answer: labelOf(fields, theirs.answer),
      note: theirs.note,
      action: button({ label: 'Diese übernehmen', primary: true, press: () => decide({ do: 'takeTheirs' }) }),
    }),
  )
  const intro = element('p', '', 'Nichts ist verloren: Beide Fassungen stehen hier. Wählen Sie, welche gilt.')
  const box = element('div', 'lw-conflict', heading, intro, sides)
  box.setAttribute('role', 'alert')
  const merge = mergeButton(fields, state, theirs, decide)
  if (merge) box.append(element('div', 'lw-row', merge))
  return { box, heading }
}
