import { notFound, page } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Description } from '#ui/description/description.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Table } from '#ui/table/table.tsx'
import { findWholeControl, type WholeControl } from '../find-controls.ts'
import type { ControlLink } from '../oscal/catalog.ts'
import { type Catalog, findCatalog } from '../queries.ts'
import { catalogRoutes, controlsHref } from '../routes.ts'
import { effortName, obligationNames } from './words.ts'

/** One control with everything its catalog says about it. */
export const controlPages: PageRoute[] = [
  show(catalogRoutes.control, async (ctx, { params }) => {
    const catalog = await findCatalog(ctx.db, params['id'] ?? '')
    const control = catalog && (await findWholeControl(ctx.db, catalog.id, params['controlId'] ?? ''))
    if (!catalog || !control) return notFound()
    return page({
      title: control.title,
      crumbs: [
        { label: 'Kataloge', href: catalogRoutes.list.href() },
        { label: catalog.title, href: catalogRoutes.show.href({ id: catalog.id }) },
        { label: 'Anforderungen', href: controlsHref(catalog.id) },
        { label: control.id },
      ],
      view: () => <ControlPage catalog={catalog} control={control} />,
    })
  }),
]

/** German headings for the parts that sources leave without one. */
const partTitles: Record<string, string> = { guidance: 'Hinweise', overview: 'Worum es geht', example: 'Beispiel' }

function ControlPage({ catalog, control }: { catalog: Catalog; control: WholeControl }) {
  return (
    <>
      <PageHead title={control.title} lead={`${control.id}, ${control.groups.join(' › ')}`} />
      <div class="lw-stack lw-stack--xl">
        {control.statement !== '' && (
          <Panel id="anforderung" title="Anforderung">
            <div class="lw-measure">
              <Prose text={control.statement} />
            </div>
          </Panel>
        )}
        <Panel id="einordnung" title="Einordnung">
          <Description items={factsOf(catalog, control)} />
        </Panel>
        {control.params.length > 0 && <Parameters control={control} />}
        {control.help.map(({ name, title, prose }, at) => (
          <Panel id={`hilfe-${at + 1}`} title={title ?? partTitles[name] ?? 'Hinweise'}>
            <div class="lw-measure">
              <Prose text={prose} />
            </div>
          </Panel>
        ))}
        <Relations catalog={catalog} control={control} />
      </div>
    </>
  )
}

function factsOf(catalog: Catalog, { effort, level, obligation, documentation, tags, key, id }: WholeControl) {
  return [
    { term: 'Verbindlichkeit', details: obligation ? obligationNames[obligation] : 'nicht angegeben' },
    { term: 'Aufwand', details: effortName(effort) },
    { term: 'Stufe', details: level ?? 'nicht angegeben' },
    { term: 'Nachweis', details: documentation.length > 0 ? documentation.join(', ') : 'nicht angegeben' },
    { term: 'Schlagwörter', details: tags.length > 0 ? tags.join(', ') : 'keine' },
    ...(key === id ? [] : [{ term: 'Dauerhafte Kennung', details: <code class="lw-break">{key}</code> }]),
    { term: 'Herausgeber', details: catalog.source ?? 'nicht angegeben' },
    { term: 'Lizenz', details: catalog.license ?? 'in der Datei nicht angegeben' },
  ]
}

const Parameters = ({ control }: { control: WholeControl }) => (
  <Panel id="parameter" title="Parameter">
    <Table
      caption="Was im Text eingesetzt ist"
      rows={control.params}
      stack
      columns={[
        { header: 'Bedeutung', rowHeader: true, cell: ({ label, id }) => label ?? id },
        { header: 'Wert', cell: ({ value, isSet }) => (isSet ? value : `noch festzulegen: ${value}`) },
        { header: 'Kennung', cell: ({ id }) => id },
      ]}
    />
  </Panel>
)

const relations: Record<string, string> = {
  related: 'verwandt',
  required: 'Voraussetzung',
  requirement: 'Bezug',
  reference: 'Quelle',
}

function Relations({ catalog, control }: { catalog: Catalog; control: WholeControl }) {
  const hrefOf = (controlId: string): string => catalogRoutes.control.href({ id: catalog.id, controlId })
  const around = [
    ...(control.parent ? [{ ...control.parent, note: 'übergeordnet' }] : []),
    ...control.children.map((child) => ({ ...child, note: 'untergeordnet' })),
  ].map(({ id, title, note }) => ({ href: hrefOf(id), label: `${id} ${title}`, note }))
  const linked = control.links.flatMap((link) => {
    const href = link.controlId === undefined ? webAddress(link) : hrefOf(link.controlId)
    const title = link.controlId === undefined ? undefined : control.linkTitles.get(link.controlId)
    const label = title === undefined ? (link.text ?? link.href) : `${link.controlId} ${title}`
    return href === undefined ? [] : [{ href, label, ...(link.rel && { note: relations[link.rel] ?? link.rel }) }]
  })
  const words = control.links.filter((link) => link.controlId === undefined && webAddress(link) === undefined)
  if (around.length + control.links.length === 0) return null
  return (
    <Panel id="bezuege" title="Bezüge">
      <div class="lw-stack">
        {around.length + linked.length > 0 && <LinkList items={[...around, ...linked]} />}
        {words.length > 0 && <p>{words.map(wordsOf).join(', ')}</p>}
      </div>
    </Panel>
  )
}

const webAddress = ({ href }: ControlLink): string | undefined => (/^https?:\/\//.test(href) ? href : undefined)

/** A control that is not in this catalog, or a name without an address. */
const wordsOf = ({ href, text }: ControlLink): string =>
  text ?? (href.startsWith('#') ? `${href.slice(1)} (nicht in diesem Katalog)` : href)
