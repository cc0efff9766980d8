import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Catalog, catalogRoutes, findCatalog, listCatalogs } from '#foundation/catalogs/index.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { type Answer, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { announceMigration, compareForAnnouncement, countsOf, withdrawAnnouncement } from '../announce.ts'
import { findAnnouncement, listAnnouncements } from '../queries.ts'
import { announcementRoutes } from '../routes.ts'
import { announcementForm } from '../schemas.ts'
import { AnnouncementForm, ChooseVersions } from './announcement-form.tsx'
import { AnnouncementList } from './announcement-list.tsx'

const title = 'Umstellungen'
const unsaid = 'Die Umstellung ist noch nicht angekündigt'

/** The programme announces that checks shall go on with another version of their catalog. */
export const announcementPages: PageRoute[] = [
  show(announcementRoutes.list, async (ctx, { query }) => {
    const found = await listAnnouncements(ctx.db, { limit: 50, cursor: query['ab'] })
    if (isRefusal(found)) return unprocessable(found)
    const props = {
      ...found,
      names: await namesOf(
        ctx.db,
        found.items.map(({ announcedBy }) => announcedBy),
      ),
      mayAnnounce: !isRefusal(may.announce(ctx.actor)),
    }
    return page({
      title,
      crumbs: [{ label: 'Kataloge', href: catalogRoutes.list.href() }, { label: title }],
      view: () => <AnnouncementList {...props} />,
    })
  }),
  show(announcementRoutes.new, (ctx, { query }) => newPage(ctx, { form: query }), { guard: may.announce }),
  submit(
    announcementRoutes.list,
    async (ctx, { form }) => {
      const wanted = parse(announcementForm, form, unsaid)
      if (isRefusal(wanted)) return newPage(ctx, { form, refusal: wanted })
      const from = await findCatalog(ctx.db, wanted.fromCatalogId)
      const to = await findCatalog(ctx.db, wanted.toCatalogId)
      if (!from || !to) return notFound('Diesen Katalog gibt es nicht.')
      const id = await announceMigration(ctx, { from, to }, wanted)
      if (isRefusal(id)) return newPage(ctx, { form, refusal: id })
      return redirect(
        announcementRoutes.list.href(),
        'Die Umstellung ist angekündigt. Wer mit einer laufenden Prüfung betroffen ist, wird jetzt benachrichtigt.',
      )
    },
    { guard: may.announce },
  ),
  submit(
    announcementRoutes.withdraw,
    async (ctx, { params }) => {
      const found = await findAnnouncement(ctx.db, params['id'] ?? '')
      if (!found) return notFound('Diese Ankündigung gibt es nicht.')
      const done = await withdrawAnnouncement(ctx, found)
      if (isRefusal(done)) return unprocessable(done)
      return redirect(
        announcementRoutes.list.href(),
        'Die Ankündigung ist zurückgenommen. Die Aufgaben der Kommunen sind damit erledigt; was schon umgestellt ist, bleibt so.',
      )
    },
    { guard: may.announce },
  ),
]

/** Both versions are chosen first; then it shows what changes and asks what to say. */
async function newPage(
  ctx: Context,
  { form, refusal }: { form: Record<string, string>; refusal?: Refusal },
): Promise<Answer> {
  const [chosenFrom, chosenTo] = [form['fromCatalogId'], form['toCatalogId']]
  const from = await findCatalog(ctx.db, chosenFrom ?? '')
  const to = await findCatalog(ctx.db, chosenTo ?? '')
  const hasChosen = chosenFrom !== undefined || chosenTo !== undefined
  if (!from || !to) return choosePage(ctx, form, refusal ?? (hasChosen ? chooseBoth({ from, to }) : undefined))
  const compared = await compareForAnnouncement(ctx, { from, to })
  if (isRefusal(compared)) return choosePage(ctx, form, compared)
  return page({
    ...head(refusal),
    view: () => <AnnouncementForm {...{ from, to, form, refusal }} counts={countsOf(compared)} />,
  })
}

function chooseBoth({ from, to }: { from: Catalog | undefined; to: Catalog | undefined }): Refusal {
  const errors = [
    ...(from ? [] : [{ path: 'fromCatalogId', message: 'Bitte wählen Sie die Fassung, die abgelöst wird.' }]),
    ...(to ? [] : [{ path: 'toCatalogId', message: 'Bitte wählen Sie die Fassung, mit der es weitergeht.' }]),
  ]
  return { refused: 'Es fehlt noch eine Angabe.', errors }
}

async function choosePage(ctx: Context, form: Record<string, string>, refusal: Refusal | undefined): Promise<Answer> {
  const catalogs = await listCatalogs(ctx.db, { limit: 200 })
  if (isRefusal(catalogs)) return unprocessable(catalogs)
  return page({
    ...head(refusal),
    view: () => (
      <ChooseVersions
        catalogs={catalogs.items}
        from={form['fromCatalogId']}
        to={form['toCatalogId']}
        refusal={refusal}
      />
    ),
  })
}

const head = (refusal: Refusal | undefined) => ({
  title: 'Umstellung ankündigen',
  status: refusal ? (422 as const) : (200 as const),
  refusal,
  crumbs: [
    { label: 'Kataloge', href: catalogRoutes.list.href() },
    { label: title, href: announcementRoutes.list.href() },
    { label: 'Ankündigen' },
  ],
})
