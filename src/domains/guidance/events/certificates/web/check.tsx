import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Answer, json, page, redirect } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { type PageRoute, publicPage } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Description } from '#ui/description/description.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { eventRoutes } from '../../routes.ts'
import {
  attendedMinutes,
  type Checked,
  dayOf,
  hoursInWords,
  periodInWords,
  shareInWords,
  stateInWords,
  stateOf,
} from '../certificate.ts'
import { checkJson } from '../json.ts'
import { readNumber } from '../number.ts'
import { checkNumber } from '../queries.ts'

const title = 'Zertifikat prüfen'
const noNumber = 'Das ist keine Nummer eines Zertifikats. Sie sieht so aus: LW-2027-019AH-JKMTZ.'

/** For everybody to whom somebody shows a certificate. The same address gives the data to programs that ask for JSON. */
export const certificateCheckPages: PageRoute[] = [
  publicPage(eventRoutes.certificateCheck, async (_ctx, { query }) => {
    const typed = query['nummer'] ?? ''
    const number = readNumber(typed)
    if (number !== undefined) return redirect(eventRoutes.certificate.href({ number }))
    return askPage(typed, typed.trim() === '' ? undefined : noNumber)
  }),
  publicPage(eventRoutes.certificate, checkedPage),
]

async function checkedPage({ db }: PublicContext, request: Incoming): Promise<Answer> {
  const typed = request.params['number'] ?? ''
  const number = readNumber(typed)
  const found = number === undefined ? undefined : await checkNumber(db, number)
  if (asksForData(request.header('accept')))
    return json(found ? checkJson(found) : { number: number ?? typed, state: 'unknown', text: 'unbekannt' })
  if (number === undefined) return askPage(typed, noNumber)
  return page({
    title: found ? `Zertifikat ${number}` : title,
    status: found ? 200 : 404,
    crumbs: [{ label: title, href: eventRoutes.certificateCheck.href() }, { label: number }],
    headers: { vary: 'Accept' },
    view: () => (
      <>
        <PageHead title={`Zertifikat ${number}`} lead={found && `${found.holderName}: ${found.facts.title}`} />
        <div class="lw-stack lw-stack--xl">
          {found ? <Found found={found} /> : <Unknown number={number} />}
          <Panel id="andere" title="Eine andere Nummer prüfen">
            <NumberForm typed="" />
          </Panel>
        </div>
      </>
    ),
  })
}

const asksForData = (accept = ''): boolean => accept.includes('application/json') && !accept.includes('text/html')

const askPage = (typed: string, wrong: string | undefined): Answer =>
  page({
    title,
    status: wrong ? 422 : 200,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Jedes Zertifikat des Verbunds hat eine Nummer. Hier steht, ob es gilt und für wen."
        />
        <div class="lw-stack lw-stack--l lw-measure">
          {wrong && <ErrorSummary title={wrong} errors={[]} kept="" />}
          <NumberForm typed={typed} wrong={wrong} />
        </div>
      </>
    ),
  })

const NumberForm = ({ typed, wrong }: { typed: string; wrong?: string | undefined }) => (
  <Form action={eventRoutes.certificateCheck.href()} method="get" label="Nummer prüfen">
    <TextField
      name="nummer"
      label="Nummer des Zertifikats"
      hint="Zum Beispiel LW-2027-019AH-JKMTZ. Groß- und Kleinschreibung, Leerzeichen und Striche sind gleich."
      value={typed}
      error={wrong}
      maxlength={100}
      autocomplete="off"
    />
    <p>
      <Submit>Nummer prüfen</Submit>
    </p>
  </Form>
)

const Unknown = ({ number }: { number: string }) => (
  <Alert kind="danger" title="Unbekannt: Ein Zertifikat mit dieser Nummer gibt es nicht">
    <p>Bitte vergleichen Sie {number} mit dem Papier. Stimmt die Nummer, stammt das Zertifikat nicht von hier.</p>
  </Alert>
)

function Verdict({ found }: { found: Checked }) {
  const state = stateOf(found)
  if (state === 'valid')
    return (
      <Alert kind="success" title="Gültig">
        <p>Dieses Zertifikat ist echt und gilt.</p>
      </Alert>
    )
  if (state === 'revoked')
    return (
      <Alert kind="danger" title={`Das Zertifikat ist ${stateInWords(found)}`}>
        <p>Es gilt nicht mehr. Warum, sagt {found.facts.organizer}.</p>
      </Alert>
    )
  const next = found.replacedBy ?? ''
  return (
    <Alert kind="warning" title="Ersetzt: Es gibt eine berichtigte Fassung">
      <p>
        Es gilt{' '}
        <a class="lw-link" href={eventRoutes.certificate.href({ number: next })}>
          {next}
        </a>
        . Was unten steht, ist der frühere Stand.
      </p>
    </Alert>
  )
}

const Found = ({ found }: { found: Checked }) => (
  <>
    <Verdict found={found} />
    <Panel id="bescheinigt" title="Was bescheinigt ist">
      <Description
        items={[
          { term: 'Name', details: found.holderName },
          { term: 'Veranstaltung', details: `${found.facts.title} (${found.facts.run})` },
          { term: 'Veranstaltet von', details: found.facts.organizer },
          { term: 'Zeitraum', details: periodInWords(found.facts) },
          { term: 'Teilnahme', details: shareInWords(found.facts) },
          { term: 'Umfang', details: hoursInWords(attendedMinutes(found.facts)) },
          { term: 'Ausgestellt', details: germanDay(localDay(found.issuedAt)) },
        ]}
      />
    </Panel>
    <Panel id="termine" title="Termine">
      <Table
        caption="Die Termine der Veranstaltung"
        captionHidden
        stack
        rows={found.facts.dates}
        columns={[
          { header: 'Tag', rowHeader: true, cell: ({ day }) => dayOf(day) },
          { header: 'Dauer', cell: ({ minutes }) => hoursInWords(minutes) },
          { header: 'Thema', cell: ({ topic }) => (topic === '' ? '–' : topic) },
          { header: 'Teilgenommen', cell: ({ attended }) => (attended ? 'ja' : 'nein') },
        ]}
      />
    </Panel>
  </>
)
