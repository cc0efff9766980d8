import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { allowedInWords } from '#foundation/files/index.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Choice, errorAt, FileField, Form, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import { RoadNotes } from '../../web/road-frame.tsx'
import type { Typed } from '../../web/typed.ts'
import { type Closing, resultInWords, results } from '../spot-check.ts'
import { spotCheckTemplates } from '../templates.ts'

export const spotLabels = {
  object: 'Was geprüft wird',
  what: 'Wie geprüft wird',
  expected: 'Erwartet',
  seen: 'Gesehen',
  result: 'Ergebnis',
  evidenceNote: 'Nachweis in Worten',
  file: 'Nachweis als Datei',
  controlId: 'Frage der Prüfung',
  checkedOn: 'Geprüft am',
  reason: 'Grund der Berichtigung',
}

/** Starts from a template or from nothing. */
export function SpotCheckForm({ road, typed }: { road: EnrollmentWithSteps; typed: Typed }) {
  const { form = {}, refusal } = typed
  return (
    <>
      <PageHead title="Neue Stichprobe" lead={`${road.organizationName}, ${road.programmeName}.`} />
      <div class="lw-stack lw-stack--xl">
        <RoadNotes road={road} refusal={refusal} labels={spotLabels} />
        <div class="lw-split lw-split--help">
          <Form action={routes.newSpotCheck.href({ id: road.id })} multipart label="Neue Stichprobe">
            <SpotCheckFields form={form} refusal={refusal} />
            <Submit>Stichprobe speichern</Submit>
          </Form>
          <nav aria-labelledby="vorlagen" class="lw-stack lw-stack--s">
            <h2 class="kern-heading-small" id="vorlagen">
              Übliche Stichproben
            </h2>
            <p class="lw-small lw-muted">Füllt das Formular neu. Alles lässt sich ändern.</p>
            <ul class="lw-list">
              {spotCheckTemplates.map(({ key, title }) => (
                <li>
                  <a class="lw-link" href={`${routes.newSpotCheck.href({ id: road.id })}?vorlage=${key}`}>
                    {title}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </>
  )
}

/** In the place of the form, once nothing may be added. */
export const ClosedProtocol = ({
  road,
  closing,
  now,
}: {
  road: EnrollmentWithSteps
  closing: Closing
  now: Temporal.Instant
}) => (
  <>
    <PageHead title="Neue Stichprobe" lead={`${road.organizationName}, ${road.programmeName}.`} />
    <Refused
      level={2}
      title="Das Protokoll ist abgeschlossen"
      actions={<ButtonLink href={routes.spotChecks.href({ id: road.id })}>Zum Protokoll</ButtonLink>}
    >
      {`${closing.closedBy ?? 'Das Prüfhaus'} hat es abgeschlossen (${germanMoment(closing.closedAt, now)}). Es bleibt, wie es ist; eine weitere Stichprobe lässt sich nicht eintragen. Was noch auffällt, gehört in den Bericht.`}
    </Refused>
  </>
)

/** All that a sample says; a correction says it anew. */
export function SpotCheckFields({
  form,
  refusal,
}: {
  form: Record<string, string | undefined>
  refusal: Refusal | undefined
}) {
  const at = (name: keyof typeof spotLabels) => ({
    name,
    label: spotLabels[name],
    value: form[name],
    error: errorAt(refusal?.errors, name),
  })
  return (
    <>
      <TextField {...at('object')} hint="Gerät, Raum, Konto, Ablage." required />
      <TextArea {...at('what')} rows={2} required />
      <TextArea {...at('expected')} rows={2} required />
      <TextArea {...at('seen')} rows={3} hint="Nötig, wenn etwas abweicht oder sich nicht prüfen ließ." />
      <Choice
        name="result"
        legend={spotLabels.result}
        options={results.map((value) => ({ value, label: resultInWords(value) }))}
        value={form['result']}
        error={errorAt(refusal?.errors, 'result')}
        required
      />
      <TextField {...at('checkedOn')} type="date" short required />
      <TextField {...at('evidenceNote')} hint="Zum Beispiel: Ausdruck der Mitgliederliste." />
      <FileField
        name="file"
        label={spotLabels.file}
        hint={`Höchstens 25 MB. Möglich sind ${allowedInWords}.`}
        error={errorAt(refusal?.errors, 'file')}
      />
      <TextField
        {...at('controlId')}
        hint="Nur bei einer Abweichung: die Nummer aus der offenen Prüfung der Kommune, zum Beispiel lw-start-07."
        short
      />
    </>
  )
}
