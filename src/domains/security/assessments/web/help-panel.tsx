import type { ControlDetail } from '#foundation/catalogs/index.ts'
import { questionAnchor } from '../routes.ts'
import { Help } from '#ui/help/help.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Why } from '#ui/why/why.tsx'

/** German headings for the parts that sources leave without one. */
const titles: Record<string, string> = {
  guidance: 'Hinweise',
  overview: 'Worum es geht',
  example: 'Beispiel',
}

/** What stands behind "Hilfe zu Frage 5": why, how, which proof, whereof. */
export function HelpPanel({
  number,
  title,
  detail,
}: {
  number: number | string
  title: string
  detail: ControlDetail
}) {
  const web = detail.links.filter(({ href }) => /^https?:\/\//.test(href))
  const references = detail.links.filter(({ text, href }) => text !== undefined && !/^https?:\/\//.test(href))
  return (
    <Help
      eyebrow={`Hilfe zu Frage ${number}`}
      title={title}
      back={{ href: `#${questionAnchor(detail.id)}`, label: 'Zurück zur Frage' }}
    >
      {detail.help.length === 0 && <p>Dieser Katalog gibt zu dieser Frage keine weitere Hilfe.</p>}
      {detail.help.map(({ name, title: heading, prose }) => (
        <section>
          <h3>{heading ?? titles[name] ?? 'Hinweis'}</h3>
          <Prose text={prose} />
        </section>
      ))}
      {detail.documentation.length > 0 && (
        <section>
          <h3>Als Nachweis zählt</h3>
          <p>{detail.documentation.join(', ')}</p>
        </section>
      )}
      {web.length > 0 && <LinkList items={web.map(({ href, text }) => ({ href, label: text ?? href }))} />}
      <Why summary="Grundlage für Fachleute">
        <p>
          Kennung {detail.id}
          {references.length > 0 && `, Bezug: ${references.map(({ text }) => text).join(', ')}`}
        </p>
      </Why>
    </Help>
  )
}
