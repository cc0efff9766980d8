import type { FieldError } from '#kernel/outcome.ts'
import { Choice } from '#ui/form/choice.tsx'
import { Check, errorAt, type Option, SelectField, TextArea, TextField } from '#ui/form/form.tsx'
import { RadioList } from '#ui/form/radio-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { eventKinds, kindInWords } from '../../event/event.ts'
import { quotaRows } from './fact-form.ts'
import type { Typed } from './typed.ts'

/** What the selects of the form offer. */
export interface FactChoices {
  courses: readonly Option[]
  programmes: readonly Option[]
  contacts: readonly Option[]
}

interface FactFieldsProps extends FactChoices {
  typed: Typed
  errors: readonly FieldError[] | undefined
  /** Afterwards the number of seats has a page of its own, which shows what follows from it. */
  isNew: boolean
}

export const factLabels: Readonly<Record<string, string>> = {
  kind: 'Art',
  title: 'Titel',
  lead: 'Worum es geht',
  outcomes: 'Was man danach kann',
  speakers: 'Wer spricht',
  targetGroup: 'Für wen',
  costRule: 'Kosten',
  accessibility: 'Barrierefreiheit',
  contactId: 'Ansprechperson',
  capacity: 'Plätze insgesamt',
  shareMode: 'Plätze je Kommune',
  perOrganization: 'Plätze je Kommune',
  ...Object.fromEntries(
    Array.from({ length: quotaRows }, (_, at) => at + 1).flatMap((row) => [
      [`upTo${row}`, `Zeile ${row}, bis Einwohner`],
      [`seats${row}`, `Zeile ${row}, Plätze`],
    ]),
  ),
  prerequisiteId: 'Vorausgesetzter Kurs',
  programmeId: 'Programm',
  opensDay: 'Anmeldung ab',
  opensTime: 'Anmeldung ab, Uhrzeit',
  closesDay: 'Anmeldeschluss',
  closesTime: 'Anmeldeschluss, Uhrzeit',
  promotion: 'Nachrücken',
  offerHours: 'Frist zum Annehmen',
  offerStopHours: 'Letztes Nachrücken',
  passPercent: 'Anwesenheit für das Zertifikat',
}

/** All facts of an event, in the order in which one plans it. */
export const FactFields = (props: FactFieldsProps) => (
  <div class="lw-stack lw-stack--xl">
    <SubjectFields {...props} />
    <SeatFields {...props} />
    <ConditionFields {...props} />
    <ListFields {...props} />
    <CertificateFields {...props} />
  </div>
)

const words = ({ typed, errors }: FactFieldsProps, name: string) => ({
  name,
  label: factLabels[name] ?? name,
  value: typed[name] ?? '',
  error: errorAt(errors, name),
})

const SubjectFields = (props: FactFieldsProps) => (
  <Panel id="gegenstand" title="Worum es geht">
    <div class="lw-stack lw-measure">
      <SelectField
        {...words(props, 'kind')}
        options={eventKinds.map((kind) => ({ value: kind, label: kindInWords[kind] }))}
        required
      />
      <TextField {...words(props, 'title')} maxlength={200} required />
      <TextArea
        {...words(props, 'lead')}
        hint="Ein, zwei Sätze. Sie stehen unter dem Titel und in der Übersicht."
        rows={2}
        maxlength={500}
      />
      <TextArea {...words(props, 'outcomes')} hint="Eine Fähigkeit je Zeile." maxlength={2000} />
      <TextField {...words(props, 'speakers')} maxlength={1000} />
      <TextField
        {...words(props, 'targetGroup')}
        hint="Zum Beispiel: Digital-Navigatorinnen und -Navigatoren"
        maxlength={500}
      />
      <TextField
        {...words(props, 'costRule')}
        hint="Zum Beispiel: Kostenfrei für Kommunen im Programm."
        maxlength={500}
      />
      <TextArea
        {...words(props, 'accessibility')}
        hint="Wie man hineinkommt, ob es Untertitel gibt, wen man vorher anspricht."
        rows={2}
        maxlength={1000}
      />
      <SelectField {...words(props, 'contactId')} empty="wer die Veranstaltung angelegt hat" options={props.contacts} />
    </div>
  </Panel>
)

const SeatFields = (props: FactFieldsProps) => (
  <Panel id="plaetze" title="Plätze">
    <div class="lw-stack lw-measure">
      {props.isNew && (
        <TextField {...words(props, 'capacity')} hint="Leer heißt: so viele, wie kommen." inputmode="numeric" short />
      )}
      <RadioList
        name="shareMode"
        legend="Plätze je Kommune"
        hint="Wer über den Anteil seiner Kommune hinaus angemeldet ist, wartet, bis alle anderen einen Platz hatten."
        value={props.typed['shareMode'] ?? 'none'}
        options={[
          { value: 'none', label: 'Keine Grenze je Kommune' },
          { value: 'each', label: 'Für jede Kommune gleich viele' },
          { value: 'population', label: 'Nach der Einwohnerzahl' },
        ]}
      />
      <TextField
        {...words(props, 'perOrganization')}
        hint="Gilt, wenn jede Kommune gleich viele hat."
        inputmode="numeric"
        short
        plain
      />
      <fieldset class="kern-fieldset">
        <legend class="kern-label">Plätze nach der Einwohnerzahl</legend>
        <div class="kern-hint">
          Gilt, wenn nach der Einwohnerzahl verteilt wird. In der letzten Zeile bleibt die Grenze leer: Sie gilt für
          alle größeren.
        </div>
        {Array.from({ length: quotaRows }, (_, at) => at + 1).map((row) => (
          <div class="lw-slot__row">
            <TextField {...words(props, `upTo${row}`)} label="Bis Einwohner" inputmode="numeric" short plain />
            <TextField {...words(props, `seats${row}`)} label="Plätze" inputmode="numeric" short plain />
          </div>
        ))}
      </fieldset>
    </div>
  </Panel>
)

const ConditionFields = (props: FactFieldsProps) => (
  <Panel id="bedingungen" title="Wer teilnehmen kann">
    <div class="lw-stack lw-measure">
      <SelectField
        {...words(props, 'prerequisiteId')}
        hint="Wer sich anmeldet, braucht ein gültiges Zertifikat dieses Kurses."
        empty="keiner"
        options={props.courses}
      />
      <SelectField {...words(props, 'programmeId')} empty="keines" options={props.programmes} />
      <Check
        name="needsDeclaration"
        label="Nur mit Teilnahmeerklärung zu diesem Programm"
        checked={props.typed['needsDeclaration'] !== undefined}
        required
      />
      <Check
        name="needsApproval"
        label="Jede Anmeldung wird einzeln zugelassen"
        checked={props.typed['needsApproval'] !== undefined}
        required
      />
      <fieldset class="lw-slot">
        <legend class="kern-label">Anmeldung ab</legend>
        <div class="lw-small lw-muted">Leer heißt: sobald die Veranstaltung veröffentlicht ist.</div>
        <div class="lw-slot__row">
          <TextField {...words(props, 'opensDay')} label="Tag" type="date" short plain />
          <TextField {...words(props, 'opensTime')} label="Uhrzeit" type="time" short plain />
        </div>
      </fieldset>
      <fieldset class="lw-slot">
        <legend class="kern-label">Anmeldeschluss</legend>
        <div class="lw-small lw-muted">Leer heißt: bis zum Beginn.</div>
        <div class="lw-slot__row">
          <TextField {...words(props, 'closesDay')} label="Tag" type="date" short plain />
          <TextField {...words(props, 'closesTime')} label="Uhrzeit" type="time" short plain />
        </div>
      </fieldset>
    </div>
  </Panel>
)

const ListFields = (props: FactFieldsProps) => (
  <Panel id="warteliste" title="Warteliste">
    <div class="lw-stack lw-measure">
      <Choice
        name="promotion"
        legend="Wird ein Platz frei, dann"
        options={[
          { value: 'offer', label: 'wird er mit Frist angeboten' },
          { value: 'automatic', label: 'rückt sofort jemand nach' },
        ]}
        value={props.typed['promotion'] ?? 'offer'}
        error={errorAt(props.errors, 'promotion')}
      />
      <TextField
        {...words(props, 'offerHours')}
        hint="Stunden, die jemand zum Annehmen hat, bevor der Platz an die nächste Person geht."
        inputmode="numeric"
        short
        plain
      />
      <TextField
        {...words(props, 'offerStopHours')}
        hint="So viele Stunden vor Beginn wird kein Platz mehr angeboten; dann entscheiden Sie von Hand."
        inputmode="numeric"
        short
        plain
      />
    </div>
  </Panel>
)

const CertificateFields = (props: FactFieldsProps) => (
  <Panel id="zertifikat" title="Zertifikat">
    <div class="lw-measure">
      <TextField
        {...words(props, 'passPercent')}
        hint="In Prozent der Termine. Leer heißt: Es gibt kein Zertifikat."
        inputmode="numeric"
        short
      />
    </div>
  </Panel>
)
