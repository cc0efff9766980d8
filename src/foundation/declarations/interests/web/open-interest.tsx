import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { Button } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { errorAt, Form, SelectField, Submit, TextArea } from '#ui/form/form.tsx'
import { Heading } from '#ui/heading/heading.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { declarationRoutes } from '../../routes.ts'
import type { Interest, Place } from '../interest.ts'
import { placeInWords } from './place-words.ts'

interface Props {
  programme: Programme
  interest: Interest
  places: Place[]
  now: Temporal.Instant
  refusal: Refusal | undefined
  typed: Record<string, string> | undefined
}

/** One interest that waits, with both decisions. */
export function OpenInterest({ programme, interest, places, now, refusal, typed }: Props) {
  const { id, municipality, municipalityName, message } = interest
  return (
    <article class="lw-stack" aria-labelledby={`interesse-${id}`}>
      <Heading level={3} size="small" id={`interesse-${id}`}>
        {municipality ? placeInWords(municipality) : `${municipalityName} (steht so nicht im Verzeichnis)`}
      </Heading>
      <Description
        items={[
          {
            term: 'Gemeldet',
            details: `${germanMoment(interest.receivedAt, now)} von ${interest.name}${interest.function === '' ? '' : `, ${interest.function}`}`,
          },
          {
            term: 'Erreichbar',
            details: (
              <>
                <EmailAddress>{interest.email}</EmailAddress>
                {interest.phone !== '' && `, ${interest.phone}`}
              </>
            ),
          },
          ...(message === '' ? [] : [{ term: 'Schreibt', details: message }]),
        ]}
      />
      {programme.isLed ? (
        <Decisions {...{ programme, interest, places, now, refusal, typed }} />
      ) : (
        <Refused title="Entscheiden kann die Programmleitung" level={4}>
          Wer das ist, steht auf der Seite des Programms.
        </Refused>
      )}
    </article>
  )
}

function Decisions({ programme, interest, places, refusal, typed }: Props) {
  const at = { id: programme.id, interestId: interest.id }
  return (
    <>
      <Form action={declarationRoutes.takeOver.href(at)} label={`${interest.municipalityName} übernehmen`}>
        {interest.municipality === null && (
          <SelectField
            name="organizationId"
            id={`kommune-${interest.id}`}
            label={`Welche Kommune ist „${interest.municipalityName}“?`}
            empty="Bitte wählen"
            options={places.map((place) => ({ value: place.id, label: placeInWords(place) }))}
            value={typed?.['organizationId']}
            error={errorAt(refusal?.errors, 'organizationId')}
            required
          />
        )}
        <Submit>In das Programm aufnehmen</Submit>
      </Form>
      <details class="lw-why" open={typed?.['reason'] !== undefined}>
        <summary>Absagen</summary>
        <Form action={declarationRoutes.decline.href(at)} label={`${interest.municipalityName} absagen`}>
          <TextArea
            name="reason"
            id={`grund-${interest.id}`}
            label="Warum (geht per Mail an die Person)"
            rows={3}
            maxlength={1000}
            value={typed?.['reason']}
            error={errorAt(refusal?.errors, 'reason')}
            required
          />
          <p>
            <Button size="x-small">Mit dieser Begründung absagen</Button>
          </p>
        </Form>
      </details>
    </>
  )
}
