import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { Box } from '#ui/box/box.tsx'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { Offer } from '#ui/offer/offer.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Step, Steps } from '#ui/steps/steps.tsx'
import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { type Event, kindInWords } from '../event/event.ts'
import { decisionInWords, whyInSentences } from '../places/reasons.ts'
import { type Decision, type Registration, type SeatState, stateInWords } from '../places/registration.ts'
import { eventRoutes } from '../routes.ts'
import { momentInWords } from './rules-in-words.ts'
import { aheadInWords, whyNoSeat } from './why-no-seat.ts'

export const stateTags: Record<SeatState, TagState> = {
  confirmed: 'ok',
  waiting: 'running',
  offered: 'soon',
  declined: 'none',
  expired: 'none',
  cancelled: 'none',
}

/** "Warteliste, Platz 3": how many are to be served up to and including this one. */
export const standInWords = ({ state, ahead, isApproved }: Registration): string => {
  if (state !== 'waiting') return stateInWords[state]
  if (!isApproved) return 'Wartet auf Zulassung'
  return ahead === null ? stateInWords.waiting : `Warteliste, Platz ${ahead + 1}`
}

export const StandTag = ({ place }: { place: Registration }) => (
  <Tag state={stateTags[place.state]}>{standInWords(place)}</Tag>
)

interface PlaceProps {
  event: Event
  place: Registration
}

export const nextRunInWords = ({ kind }: Pick<Event, 'kind'>, nextRun: number | null): string =>
  nextRun === null ? 'den nächsten Durchgang' : `${kindInWords[kind]} ${nextRun}`

/** The seat is held for the reader, or for a colleague: answered by a button, never by looking. */
export const OfferBox = ({ event, place, nextRun, isOwn }: PlaceProps & { nextRun: number | null; isOwn: boolean }) => {
  const until = place.offerUntil ? momentInWords(place.offerUntil) : ''
  return (
    <Offer
      id={`angebot-${place.id}`}
      band={isOwn ? 'Ein Platz ist für Sie reserviert' : `Ein Platz ist für ${place.name} reserviert`}
      until={`bis ${until}`}
      title="Möchten Sie den Platz?"
    >
      <p>
        Ein Platz ist frei, und {isOwn ? 'Sie sind' : `${place.name} ist`} an der Reihe. Bis zur Frist kann niemand
        anders ihn nehmen.
      </p>
      <Form action={eventRoutes.answer.href({ id: place.id })} layout="row">
        <Button variant="primary" name="antwort" value="annehmen">
          Platz annehmen
        </Button>
        <Button name="antwort" value="ablehnen">
          Nicht annehmen
        </Button>
      </Form>
      <p class="lw-small lw-muted">
        Ohne Antwort geht der Platz am {until} an die nächste Person auf der Warteliste.
        {event.nextId &&
          ` Danach können Sie sich mit Ihrem Rang für ${nextRunInWords(event, nextRun)} vormerken lassen.`}
      </p>
    </Offer>
  )
}

interface WhyProps extends PlaceProps {
  filledAt: Temporal.Instant | undefined
  isOwn: boolean
}

export const WhyNoSeat = ({ event, place, filledAt, isOwn }: WhyProps) => (
  <Box>
    <p>
      <strong>{isOwn ? 'Warum habe ich keinen Platz?' : `Warum hat ${place.name} keinen Platz?`}</strong>
    </p>
    <ol class="lw-list">
      {whyNoSeat(place, event, { filledAt, isOwn }).map((sentence) => (
        <li>{sentence}</li>
      ))}
    </ol>
    {place.ahead !== null && <p>{aheadInWords(place, isOwn)}</p>}
  </Box>
)

/** Once it has begun, only the organizer gives a seat back; a colleague may stand in until the end. */
export function waysOf({ nextId, startsAt, endsAt }: Event, { state }: Registration, now: Temporal.Instant) {
  const isBefore = (at: Temporal.Instant | null): boolean => at === null || now.epochMilliseconds < at.epochMilliseconds
  return {
    mayMove: nextId !== null && (state === 'waiting' || state === 'expired'),
    maySubstitute: state === 'confirmed' && isBefore(endsAt),
    mayLeave: (state === 'confirmed' && isBefore(startsAt)) || (state === 'waiting' && isBefore(endsAt)),
  }
}

interface NextProps {
  nextRun: number | null
  now: Temporal.Instant
}

/** What may be done with a place now: links and one form, each of them with its own page or its own words. */
export const PlaceWays = ({ event, place, nextRun, now }: PlaceProps & NextProps) => {
  const { mayMove, maySubstitute, mayLeave } = waysOf(event, place, now)
  const note = `vormerken-${place.id}`
  return (
    <div class="lw-stack lw-stack--s">
      <div class="lw-row">
        {mayMove && (
          <Form action={eventRoutes.moveOn.href({ id: place.id })} layout="row">
            <HiddenField name="ziel" value={event.nextId ?? ''} />
            <Button size="x-small" describedBy={note}>
              Für {nextRunInWords(event, nextRun)} vormerken
            </Button>
          </Form>
        )}
        {maySubstitute && (
          <a class="lw-link lw-small" href={eventRoutes.substitute.href({ id: place.id })}>
            Vertretung benennen
          </a>
        )}
        {mayLeave && place.state === 'confirmed' && (
          <a class="lw-link lw-small" href={eventRoutes.leave.href({ id: place.id })}>
            Platz zurückgeben
          </a>
        )}
        {mayLeave && place.state === 'waiting' && (
          <a class="lw-link lw-small" href={eventRoutes.leave.href({ id: place.id })}>
            Warteliste verlassen
          </a>
        )}
      </div>
      {mayMove && (
        <p class="lw-small lw-muted" id={note}>
          {place.state === 'waiting'
            ? 'Der Platz auf dieser Warteliste endet damit; der Rang gilt im nächsten Durchgang weiter.'
            : 'Der Rang von der Warteliste gilt im nächsten Durchgang weiter.'}
        </p>
      )}
    </div>
  )
}

/** The reader's own place, as it is now. */
export const OwnPlace = ({ event, place, filledAt, nextRun, now }: Omit<WhyProps, 'isOwn'> & NextProps) => (
  <Panel id="ihr-platz" title="Ihre Anmeldung">
    <div class="lw-stack">
      <p>
        <StandTag place={place} />
      </p>
      {place.state === 'waiting' ? (
        <WhyNoSeat event={event} place={place} filledAt={filledAt} isOwn />
      ) : (
        <p>{whyInSentences(place, event).join(' ')}</p>
      )}
      <PlaceWays event={event} place={place} nextRun={nextRun} now={now} />
    </div>
  </Panel>
)

/** "heute, 12:00 Uhr", otherwise with the day. */
const stepInWords = (at: Temporal.Instant, now: Temporal.Instant): string =>
  `${localDay(at).equals(localDay(now)) ? 'heute' : germanDay(localDay(at))}, ${germanTime(at)}`

/** From the registration to what may come. Who decided is left out: others' names are nobody's business here. */
export const PlaceHistory = ({
  place,
  decisions,
  now,
}: {
  place: Registration
  decisions: readonly Decision[]
  now: Temporal.Instant
}) => {
  const step = (title: string, at: Temporal.Instant): Step => ({
    title,
    at: { iso: at.toString(), words: stepInWords(at, now) },
  })
  const past = decisions.map((decision) => step(decisionInWords({ ...decision, by: null }), decision.at))
  return (
    <Panel id="verlauf" title="Verlauf Ihrer Anmeldung" quiet>
      <Steps past={[step('Angemeldet', place.registeredAt), ...past]} ahead={aheadOf(place)} />
    </Panel>
  )
}

function aheadOf({ state, isApproved }: Registration): Step[] {
  if (state === 'offered') return [{ title: 'Bestätigt', note: 'sobald Sie annehmen' }]
  if (state !== 'waiting') return []
  return [
    isApproved
      ? { title: 'Platz angeboten', note: 'sobald einer frei wird und Sie an der Reihe sind' }
      : { title: 'Zugelassen', note: 'sobald die Veranstalterin entschieden hat' },
  ]
}
