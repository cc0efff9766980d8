import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Saved } from '#ui/saved/saved.tsx'
import { Why } from '#ui/why/why.tsx'
import { proofRoutes } from '../../routes.ts'
import { type Narrative, originInWords, type Proof } from '../proof.ts'
import { longestNarrative } from '../schemas.ts'
import type { Said } from './proof-page.tsx'

interface NarrativePanelProps {
  programmeId: string
  proof: Proof
  said: Said
  now: Temporal.Instant
}

/** The narrative as a text that people write. */
export function NarrativePanel({ programmeId, proof, said, now }: NarrativePanelProps) {
  const { narrative } = said.theirs ? { narrative: said.theirs } : proof
  const refused = said.at === 'narrative' ? said.refusal?.errors : undefined
  return (
    <Panel
      id="sachbericht"
      title="Sachbericht"
      link={{ href: proofRoutes.narratives.href({ id: programmeId }), label: 'Alle Fassungen' }}
    >
      <div class="lw-stack">
        {said.theirs && <TheirText theirs={said.theirs} now={now} programmeId={programmeId} />}
        <Form action={proofRoutes.narrative.href({ id: programmeId })} island="narrative">
          <HiddenField name="version" value={String(narrative.number)} />
          <HiddenField name="proofId" value={proof.id} />
          <TextArea
            name="text"
            label={said.theirs ? 'Ihr Text' : 'Text'}
            required
            rows={24}
            maxlength={longestNarrative}
            value={said.text ?? narrative.text}
            error={errorAt(refused, 'text')}
            hint="Leerzeilen trennen Absätze. Eine Zeile mit „## “ am Anfang ist eine Überschrift, mit „- “ ein Punkt einer Liste."
          />
          <div class="lw-row">
            <Submit variant={said.theirs ? 'secondary' : 'primary'}>
              {said.theirs ? 'Ihren Text als neue Fassung speichern' : 'Sachbericht speichern'}
            </Submit>
            <Saved state="saved" id="sachbericht-stand" text={standOf(narrative, now)} />
          </div>
        </Form>
        <Why summary="Neu aus den Daten entwerfen">
          <div class="lw-stack lw-stack--s">
            <p>
              Der Text wird durch einen neuen Entwurf mit den Zahlen von heute ersetzt. Was Sie geschrieben haben,
              bleibt unter „Alle Fassungen“.
            </p>
            <Form action={proofRoutes.redraft.href({ id: programmeId })} layout="row">
              <HiddenField name="version" value={String(narrative.number)} />
              <Submit variant="secondary">Neu entwerfen</Submit>
            </Form>
          </div>
        </Why>
      </div>
    </Panel>
  )
}

const standOf = ({ number, origin, savedAt, savedBy }: Narrative, now: Temporal.Instant): string =>
  `Fassung ${number}, ${originInWords(origin)} ${germanMoment(savedAt, now)}${savedBy === null ? '' : `, ${savedBy}`}`

const TheirText = ({ theirs, now, programmeId }: { theirs: Narrative; now: Temporal.Instant; programmeId: string }) => (
  <Conflict
    title={`${theirs.savedBy ?? 'Jemand anderes'} hat den Sachbericht gerade auch gespeichert`}
    intro="Nichts ist verloren: Die andere Fassung ist gespeichert, Ihr Text steht unten. Bitte übernehmen Sie, was fehlt, und speichern Sie dann."
  >
    <div class="lw-stack lw-stack--s">
      <p>
        <strong>Fassung {theirs.number}</strong>, {germanMoment(theirs.savedAt, now)}
      </p>
      <p class="lw-letter__text">{theirs.text}</p>
      <ButtonLink href={proofRoutes.proof.href({ id: programmeId })} size="x-small">
        Andere Fassung behalten
      </ButtonLink>
    </div>
  </Conflict>
)
