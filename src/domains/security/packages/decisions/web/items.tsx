import { germanAmount } from '#kernel/money.ts'
import { type Outcome, isRefusal, type Refusal } from '#kernel/outcome.ts'
import { type Answer, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import type { Incoming } from '#platform/http/request.ts'
import { packageRoutes as routes } from '../../routes.ts'
import { savePackage } from '../draft-package.ts'
import type { ItemWish } from '../item-wish.ts'
import type { PackageItem } from '../package.ts'
import { detailForm, ownItemForm } from '../schemas.ts'
import { ItemFormView } from './item-form.tsx'
import { back, crumbs, type Found, onDraft, versionIn } from './package-page.tsx'
import { statusOf, type Typed } from './typed.ts'

const unsaved = 'Die Maßnahme ist noch nicht gespeichert'

/** Adding to a package, changing and removing lines, putting them in order. */
export const packageItemPages: PageRoute[] = [
  show(routes.add, (ctx, request) => onDraft(ctx, request, async (found) => formPage(found, undefined))),
  submit(routes.add, (ctx, request) =>
    onDraft(ctx, request, async (found) => {
      const { form } = request
      const wish = parse(ownItemForm, form, unsaved)
      if (isRefusal(wish)) return formPage(found, undefined, { form, refusal: wish })
      const { version, ...own } = wish
      return saved(ctx, found, undefined, form, { version, wishes: [...kept(found), own] })
    }),
  ),
  submit(routes.addOffer, (ctx, request) =>
    onDraft(ctx, request, async (found) => {
      const { form } = request
      const wishes = [...kept(found), { offerId: form['offerId'] ?? '' }]
      const done = await savePackage(ctx, found.road, found.found, { version: versionIn(form), wishes })
      return back(ctx, found.road, done, { said: 'Hinzugefügt.' })
    }),
  ),
  show(routes.item, (ctx, request) => onItem(ctx, request, async (found, item) => formPage(found, item))),
  submit(routes.item, (ctx, request) =>
    onItem(ctx, request, async (found, item) => {
      const { form } = request
      const isOwn = item.offerId === null
      const wish: Outcome<ItemWish & { version: number }> = isOwn
        ? parse(ownItemForm, form, unsaved)
        : parse(detailForm, { detail: form['detail'] ?? '', version: form['version'] }, unsaved)
      if (isRefusal(wish)) return formPage(found, item, { form, refusal: wish })
      const { version, ...changed } = wish
      const wishes = found.found.items.map(({ itemId }): ItemWish =>
        itemId === item.itemId ? { itemId, ...changed } : { itemId },
      )
      return saved(ctx, found, item, form, { version, wishes })
    }),
  ),
  submit(routes.removeItem, (ctx, request) =>
    onItem(ctx, request, async (found, item) => {
      const wishes = kept(found).filter(({ itemId }) => itemId !== item.itemId)
      const done = await savePackage(ctx, found.road, found.found, { version: versionIn(request.form), wishes })
      return back(ctx, found.road, done, { said: `„${item.title}“ ist nicht mehr im Paket.` })
    }),
  ),
  submit(routes.moveItem, (ctx, request) =>
    onItem(ctx, request, async (found, item) => {
      const at = found.found.items.findIndex(({ itemId }) => itemId === item.itemId)
      const to = request.form['direction'] === 'down' ? at + 1 : at - 1
      const wishes = kept(found)
      const [moved] = wishes.splice(at, 1)
      if (moved) wishes.splice(Math.max(0, to), 0, moved)
      const done = await savePackage(ctx, found.road, found.found, { version: versionIn(request.form), wishes })
      return back(ctx, found.road, done, { said: 'Die Reihenfolge ist geändert.' })
    }),
  ),
]

const kept = ({ found }: Found): ItemWish[] => found.items.map(({ itemId }) => ({ itemId }))

const onItem = (
  ctx: Context,
  request: Incoming,
  work: (found: Found, item: PackageItem) => Promise<Answer>,
): Promise<Answer> =>
  onDraft(ctx, request, async (found) => {
    const item = found.found.items.find(({ itemId }) => itemId === request.params['item'])
    return item ? work(found, item) : notFound('Diese Maßnahme steht nicht mehr im Paket.')
  })

async function saved(
  ctx: Context,
  found: Found,
  item: PackageItem | undefined,
  form: Record<string, string>,
  change: { version: number; wishes: ItemWish[] },
): Promise<Answer> {
  const again = (refusal: Refusal, isStale = false) => formPage(found, item, { form, refusal, isStale })
  const done = await savePackage(ctx, found.road, found.found, change)
  if (isRefusal(done)) return again(done)
  if ('changed' in done) return again(done.changed, true)
  return redirect(routes.package.href({ id: found.road.id }), 'Gespeichert.')
}

const typedFrom = ({ title, kind, detail, priceCents }: PackageItem): Record<string, string> => ({
  title,
  kind,
  detail,
  priceCents: germanAmount(priceCents),
})

function formPage({ road, found }: Found, item: PackageItem | undefined, typed: Typed = {}): Answer {
  const name = item ? `Ändern: ${item.title}` : 'Eigene Maßnahme hinzufügen'
  const form = { ...(item ? typedFrom(item) : { kind: 'ownWork' }), ...typed.form }
  return page({
    title: name,
    status: statusOf(typed),
    refusal: typed.refusal,
    crumbs: crumbs(road, { label: item?.title ?? 'Hinzufügen' }),
    view: () => <ItemFormView road={road} found={found} item={item} form={form} refusal={typed.refusal} />,
  })
}
