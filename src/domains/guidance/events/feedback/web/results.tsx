import { page } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Description } from '#ui/description/description.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Why } from '#ui/why/why.tsx'
import { may } from '../../access.ts'
import { nameOf } from '../../desk/web/on-event.ts'
import { atDesk, deskCrumbs } from '../../attendance/web/at-desk.ts'
import { eventRoutes } from '../../routes.ts'
import { leastAnswers, type Results } from '../feedback.ts'
import { readResults } from '../queries.ts'

/** What participants said, from five answers on. */
export const feedbackResultPages: PageRoute[] = [
  show(
    eventRoutes.feedbackResults,
    (ctx, { params }) =>
      atDesk(ctx, params['id'] ?? '', async (event) => {
        const results = await readResults(ctx.db, event.id)
        const title = 'Rückmeldungen'
        return page({
          title: `${title}, ${event.title}`,
          crumbs: deskCrumbs(event, title),
          view: () => (
            <>
              <PageHead title={title} lead={`${nameOf(event)}. ${numberInWords(results.number)}`} />
              <div class="lw-stack lw-stack--xl">
                {results.shown ? <Shown shown={results.shown} /> : <TooFew number={results.number} />}
              </div>
            </>
          ),
        })
      }),
    { guard: may.organize },
  ),
]

const numberInWords = (number: number): string =>
  number === 0 ? 'Noch keine Rückmeldung.' : number === 1 ? 'Eine Rückmeldung.' : `${number} Rückmeldungen.`

const TooFew = ({ number }: { number: number }) => (
  <Empty title={`Gezeigt wird ab ${leastAnswers} Rückmeldungen`} level={2}>
    {number === 0
      ? 'Wer einen Platz hat, wird nach dem ersten Termin gefragt.'
      : 'Bei weniger ließe sich erraten, wer was gesagt hat.'}
  </Empty>
)

const hidden = 'nicht gezeigt'

const Shown = ({ shown }: { shown: NonNullable<Results['shown']> }) => (
  <>
    <Panel id="zahlen" title="Zahlen">
      <div class="lw-stack lw-stack--l">
        <Description
          items={[
            { term: 'Nützlich für die Arbeit', details: shown.useful ?? hidden },
            { term: 'Empfehlen weiter', details: shown.recommend ?? hidden },
            ...shown.pace.map(({ label, text }) => ({ term: `Tempo ${label}`, details: text ?? hidden })),
          ]}
        />
        <Why summary="Warum wird manches nicht gezeigt?">
          Niemandem wird zugeordnet, was er oder sie gesagt hat. Zahlen unter fünf und solche, aus denen sich eine davon
          errechnen ließe, bleiben deshalb verborgen. Mittelwerte sind gerundet, und wären sich fast alle einig, wüsste
          man es von jedem.
        </Why>
      </div>
    </Panel>
    <Texts id="gut" title="Was gut war" texts={shown.liked} />
    <Texts id="gefehlt" title="Was gefehlt hat" texts={shown.missing} />
  </>
)

const Texts = ({ id, title, texts }: { id: string; title: string; texts: readonly string[] }) => (
  <Panel id={id} title={title} note="nach dem Alphabet">
    {texts.length === 0 ? (
      <p class="lw-muted">Dazu hat niemand etwas geschrieben.</p>
    ) : (
      <ul class="lw-list">
        {texts.map((text) => (
          <li>{text}</li>
        ))}
      </ul>
    )}
  </Panel>
)
