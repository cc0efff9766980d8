import type { Refusal } from '#kernel/outcome.ts'
import type { Place } from '#platform/http/context.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Description } from '#ui/description/description.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, errorAt, Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { SignedText } from '#ui/signed-text/signed-text.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Why } from '#ui/why/why.tsx'
import { type Consent, nameInWords, stands } from '../consent.ts'
import { currentText, isSuperseded, type Purpose, type PurposeText, textVersion } from '../purposes.ts'
import { consentRoutes } from '../routes.ts'
import { HistoryTable, moment } from './history-table.tsx'

interface Props {
  purpose: Purpose
  place: Place
  mayDecide: boolean
  /** Who decides, where the reader does not; as far as the reader may see them. */
  heads: string[]
  refusal: Refusal | undefined
  history: { items: Consent[]; next: string | null }
}

/** First how it stands, then what it means, then the deed. */
export function PurposeView({ purpose, place, mayDecide, heads, refusal, history }: Props) {
  const standing = history.items.find(stands)
  return (
    <>
      <PageHead title={purpose.title} lead={`${place.name}. ${purpose.about}`} />
      <div class="lw-stack lw-stack--xl">
        {refusal && (
          <ErrorSummary
            title={refusal.refused}
            errors={refusal.errors ?? []}
            labels={{ agreed: 'Einwilligung' }}
            kept=""
          />
        )}
        <Panel id="stand" title="Stand">
          <Standing purpose={purpose} consent={standing} />
        </Panel>
        <Panel
          id="text"
          title={standing ? 'Worin eingewilligt ist' : mayDecide ? 'Worin Sie einwilligen' : 'Worum es geht'}
        >
          <Texts purpose={purpose} standing={standing} />
        </Panel>
        <Panel id="entscheiden" title={standing ? 'Widerrufen' : 'Entscheiden'}>
          {mayDecide ? (
            <Deed purpose={purpose} standing={standing} refusal={refusal} />
          ) : (
            <Refused title="Entscheiden kann die Verwaltungsleitung">{whoDecides(place, heads)}</Refused>
          )}
        </Panel>
        <Panel id="verlauf" title="Verlauf">
          {history.items.length === 0 ? (
            <Empty title="Noch keine Einwilligung">Hier steht, wer sie wann gegeben und widerrufen hat.</Empty>
          ) : (
            <HistoryTable consents={history.items} isOfOne />
          )}
          {history.next && (
            <Pager
              label="Verlauf"
              next={{
                href: withQuery(consentRoutes.purpose.href({ purpose: purpose.key }), { ab: history.next }),
                label: 'Ältere',
              }}
            />
          )}
        </Panel>
      </div>
    </>
  )
}

const whoDecides = ({ name }: Place, heads: string[]): string =>
  heads.length === 0
    ? `Bei ${name} hat zurzeit niemand diese Aufgabe. Geben kann sie, wer die Zugänge verwaltet.`
    : `Bei ${name}: ${heads.join(', ')}.`

function Standing({ purpose, consent }: { purpose: Purpose; consent: Consent | undefined }) {
  if (!consent)
    return (
      <p>
        <Tag state="none">nicht gegeben</Tag>
      </p>
    )
  return (
    <div class="lw-stack">
      <Description
        items={[
          { term: 'Einwilligung', details: <Tag state="ok">gilt</Tag> },
          { term: 'Gegeben', details: `${moment(consent.givenAt)}, ${nameInWords(consent.givenBy)}` },
          { term: 'Text', details: `Fassung ${consent.textVersion}` },
        ]}
      />
      {isSuperseded(purpose, consent.textVersion) && (
        <Alert kind="info" title="Der Text hat inzwischen eine neuere Fassung" level={3}>
          <p>
            Ihre Einwilligung gilt weiter, so wie sie gegeben wurde. Wer der neueren Fassung zustimmen möchte, widerruft
            und willigt neu ein.
          </p>
        </Alert>
      )}
    </div>
  )
}

function Texts({ purpose, standing }: { purpose: Purpose; standing: Consent | undefined }) {
  const current = currentText(purpose)
  const agreed = standing && textVersion(purpose, standing.textVersion)
  return (
    <div class="lw-stack">
      <Text {...(agreed ?? current)} />
      {agreed && agreed.version !== current.version && (
        <Why summary={`Die neuere Fassung ${current.version} lesen`}>
          <Text {...current} />
        </Why>
      )}
    </div>
  )
}

const Text = ({ version, sections, sha256 }: PurposeText) => (
  <div class="lw-stack lw-stack--s">
    <p class="lw-small lw-muted">Fassung {version}</p>
    <SignedText sections={sections} sha256={sha256} />
  </div>
)

interface DeedProps {
  purpose: Purpose
  standing: Consent | undefined
  refusal: Refusal | undefined
}

const Deed = ({ purpose, standing, refusal }: DeedProps) => (
  <div class="lw-stack lw-measure">
    {standing ? (
      <Why summary="Einwilligung widerrufen">
        <Form action={consentRoutes.revocation.href({ purpose: purpose.key })} label="Widerruf">
          <p>{purpose.revoking} Einen Grund müssen Sie nicht nennen, und Sie können später wieder einwilligen.</p>
          <p>
            <Button size="x-small">Jetzt widerrufen</Button>
          </p>
        </Form>
      </Why>
    ) : (
      <Form action={consentRoutes.purpose.href({ purpose: purpose.key })} label="Einwilligung">
        <HiddenField name="textVersion" value={String(currentText(purpose).version)} />
        <Check
          name="agreed"
          label={currentText(purpose).statement}
          error={errorAt(refusal?.errors, 'agreed')}
          required
        />
        <Submit>Einwilligung geben</Submit>
      </Form>
    )}
  </div>
)
