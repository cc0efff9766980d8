import { germanDate } from '#kernel/local-day.ts'
import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { may } from '../access.ts'
import { forPublic } from '../json.ts'
import type { Picture } from '../picture.ts'
import { releasePicture } from '../releases/release-picture.ts'
import { stateRoutes } from '../routes.ts'
import { familyWords, figure, takenOn } from '../words.ts'
import { onPicture } from './on-picture.ts'

const title = 'Für die Öffentlichkeit freigeben'
const guard = { guard: may.release }

/** The ministry shows a picture to everybody: first what would be read, then the deed. */
export const pictureReleasePages: PageRoute[] = [
  show(
    stateRoutes.release,
    (ctx, { params }) => onPicture(ctx, params['id'], (picture) => confirmation(picture)),
    guard,
  ),
  submit(
    stateRoutes.release,
    (ctx, { params }) =>
      onPicture(ctx, params['id'], async (picture) => {
        const released = await releasePicture(ctx, picture)
        return isRefusal(released)
          ? confirmation(picture, released)
          : redirect(
              stateRoutes.show.href({ id: picture.id }),
              `Das Landesbild vom ${germanDate(picture.releaseOn)} ist jetzt öffentlich. Alle lesen es auf der öffentlichen Seite.`,
            )
      }),
    guard,
  ),
]

const confirmation = (picture: Picture, refusal?: Refusal): Answer =>
  page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [
      { label: 'Landesbild', href: stateRoutes.latest.href() },
      { label: germanDate(picture.releaseOn), href: stateRoutes.show.href({ id: picture.id }) },
      { label: title },
    ],
    view: () => <Confirmation picture={picture} refusal={refusal} />,
  })

const valuesInWords = (count: number): string => (count === 1 ? '1 Wert' : `${figure(count)} Werte`)

function Confirmation({ picture, refusal }: { picture: Picture; refusal: Refusal | undefined }) {
  const open = forPublic(picture)
  const cells = open.families.flatMap((family) => family.cells)
  const shown = cells.filter(({ hidden }) => hidden === null).length
  return (
    <>
      <PageHead
        title={title}
        lead={`${picture.programmeName}, Stand ${takenOn(picture)}, erschienen am ${germanDate(picture.releaseOn)}.`}
      />
      <div class="lw-stack lw-stack--xl lw-measure">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} />}
        <Panel id="oeffentlich" title="Was alle lesen werden">
          <ul class="lw-list">
            {open.families.map(({ dimension, cells: own }) => (
              <li>
                {familyWords[dimension].title}: {valuesInWords(own.filter(({ hidden }) => hidden === null).length)}
                {own.some(({ hidden }) => hidden !== null) &&
                  `, ${figure(own.filter(({ hidden }) => hidden !== null).length)} nicht ausgewiesen`}
              </li>
            ))}
            <li>
              {picture.named.length === 0
                ? 'Keine Kommune namentlich'
                : `${figure(picture.named.length)} Kommunen namentlich, mit Gesamtwert und Phase. Sie haben zugestimmt.`}
            </li>
            <li>Dieselben {figure(shown)} Werte als CSV und als offene Daten (JSON)</li>
          </ul>
        </Panel>
        <Panel id="nicht-oeffentlich" title="Was nicht öffentlich wird">
          <p>Mittel des Programms und Werte einzelner Fragen. Verdeckte Werte bleiben verdeckt, mit ihrem Grund.</p>
        </Panel>
        {picture.publicAt === null ? (
          <Form action={stateRoutes.release.href({ id: picture.id })}>
            <p>Was öffentlich ist, lässt sich nicht zurückholen: Andere können es schon gespeichert haben.</p>
            <Submit>Landesbild veröffentlichen</Submit>
          </Form>
        ) : (
          <Refused title="Dieses Landesbild ist schon öffentlich" level={2}>
            <p>
              Alle lesen es auf der{' '}
              <a class="lw-link" href={stateRoutes.public.href()}>
                öffentlichen Seite
              </a>
              , bis ein neueres freigegeben ist.
            </p>
          </Refused>
        )}
      </div>
    </>
  )
}
