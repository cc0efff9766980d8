import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { type Catalog, catalogRoutes, shortVersion } from '#foundation/catalogs/index.ts'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { inShort } from '../announce.ts'
import { type MoveCounts, versionInWords } from '../announcement.ts'
import { announcementRoutes } from '../routes.ts'

const labels = { fromCatalogId: 'Bisherige Fassung', toCatalogId: 'Neue Fassung', text: 'Hinweis', dueOn: 'Bis wann' }

interface ChooseProps {
  catalogs: readonly Catalog[]
  from: string | undefined
  to: string | undefined
  refusal: Refusal | undefined
}

/** First step: from which version to which. */
export const ChooseVersions = ({ catalogs, from, to, refusal }: ChooseProps) => {
  const options = catalogs.map(({ id, title, version, importedAt }) => ({
    value: id,
    label: `${title}, Fassung ${shortVersion(version)} (eingelesen ${germanDay(localDay(importedAt))})`,
  }))
  return (
    <>
      <PageHead
        title="Umstellung ankündigen"
        lead="Wählen Sie, welche Fassung abgelöst wird und mit welcher es weitergeht. Danach sehen Sie, was sich ändert."
      />
      <div class="lw-stack lw-measure">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
        <Form action={announcementRoutes.new.href()} method="get">
          <SelectField
            name="fromCatalogId"
            label={labels.fromCatalogId}
            hint="Mit ihr laufen Prüfungen jetzt."
            empty="Bitte wählen"
            options={options}
            value={from}
            error={errorAt(refusal?.errors, 'fromCatalogId')}
            required
          />
          <SelectField
            name="toCatalogId"
            label={labels.toCatalogId}
            hint="Mit ihr sollen sie weitergehen. Fehlt sie hier, lesen Sie den Katalog zuerst ein."
            empty="Bitte wählen"
            options={options}
            value={to}
            error={errorAt(refusal?.errors, 'toCatalogId')}
            required
          />
          <Submit>Ansehen, was sich ändert</Submit>
        </Form>
      </div>
    </>
  )
}

interface PreviewProps {
  from: Catalog
  to: Catalog
  counts: MoveCounts
  form: Record<string, string>
  refusal: Refusal | undefined
}

/** Second step: what changes, and what is said to those concerned. */
export const AnnouncementForm = ({ from, to, counts, form, refusal }: PreviewProps) => (
  <>
    <PageHead
      title="Umstellung ankündigen"
      lead="Noch ist nichts angekündigt. Jede Kommune bestätigt die Umstellung für ihre Prüfung selbst."
    />
    <div class="lw-stack lw-stack--xl">
      {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} />}
      <Panel
        id="unterschied"
        title="Was sich ändert"
        link={{ href: announcementRoutes.new.href(), label: 'Andere Fassungen wählen' }}
      >
        <div class="lw-stack">
          <Description
            items={[
              { term: labels.fromCatalogId, details: versionInWords(inShort(from)) },
              { term: labels.toCatalogId, details: versionInWords(inShort(to)) },
            ]}
          />
          <Facts
            items={[
              { label: 'unter gleicher Nummer', value: counts.same },
              { label: 'mit neuer Nummer', value: counts.renumbered },
              { label: 'entfallen', value: counts.lost },
              { label: 'neu', value: counts.new },
            ]}
          />
          <p class="lw-measure">
            {counts.toConfirm === 0
              ? 'An keiner Anforderung, die bleibt, hat sich der Text geändert: Alle Antworten ziehen ohne Rückfrage mit um.'
              : counts.toConfirm === 1
                ? 'Bei 1 Anforderung, die bleibt, hat sich der Text geändert: Diese Antwort ist nach dem Umzug zu bestätigen.'
                : `Bei ${counts.toConfirm} Anforderungen, die bleiben, hat sich der Text geändert: Diese Antworten sind nach dem Umzug zu bestätigen.`}
          </p>
          <p>
            <a class="lw-link" href={catalogRoutes.comparison.href({ id: to.id, beforeId: from.id })}>
              Texte nebeneinander ansehen
            </a>
          </p>
        </div>
      </Panel>
      <Panel id="ankuendigen" title="Was die Kommunen lesen">
        <div class="lw-stack lw-measure">
          <p>
            Verwaltungsleitung, Informationssicherheit und IT jeder Kommune mit einer laufenden Prüfung auf die
            bisherige Fassung bekommen eine Mitteilung und eine Aufgabe. Welche Kommunen das sind, sieht der Verbund
            nicht.
          </p>
          <Form action={announcementRoutes.list.href()} label="Umstellung ankündigen">
            <HiddenField name="fromCatalogId" value={from.id} />
            <HiddenField name="toCatalogId" value={to.id} />
            <TextArea
              name="text"
              label={labels.text}
              hint="Warum umgestellt wird und an wen man sich mit Fragen wendet."
              value={form['text']}
              maxlength={2000}
              error={errorAt(refusal?.errors, 'text')}
            />
            <TextField
              type="date"
              name="dueOn"
              label={labels.dueOn}
              hint="Der letzte Tag. Er steht bei der Aufgabe und im Kalender der Kommunen."
              value={form['dueOn']}
              error={errorAt(refusal?.errors, 'dueOn')}
              short
            />
            <Submit>Umstellung ankündigen</Submit>
          </Form>
        </div>
      </Panel>
    </div>
  </>
)
