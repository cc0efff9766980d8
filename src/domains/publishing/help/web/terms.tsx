import { sortKey } from '#kernel/sort-key.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import { anchorOf } from '#ui/article/read-article.ts'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Letters, Terms } from '#ui/terms/terms.tsx'
import type { Handbook, Term } from '../handbook.ts'
import { helpRoutes } from '../routes.ts'

const letterOf = ({ word }: Term): string => (sortKey(word)[0] ?? '#').toUpperCase()

/** What the words of the security check mean, each with an anchor of its own. */
export function termsPage({ terms }: Handbook): Answer {
  const letters = [...Map.groupBy(terms, letterOf)]
  return page({
    title: 'Was bedeutet das?',
    crumbs: [{ label: 'Hilfe', href: helpRoutes.start.href() }, { label: 'Was bedeutet das?' }],
    view: () => (
      <>
        <PageHead title="Was bedeutet das?" lead="Wörter der Sicherheitsprüfung, in je einem Satz." />
        <div class="lw-stack lw-stack--xl">
          <Letters items={letters.map(([letter]) => ({ letter, href: `#buchstabe-${letter.toLowerCase()}` }))} />
          {letters.map(([letter, found]) => (
            <Panel id={`buchstabe-${letter.toLowerCase()}`} title={letter}>
              <Terms items={found.map(({ word, meaning }) => ({ id: anchorOf(word), term: word, meaning }))} />
            </Panel>
          ))}
        </div>
      </>
    ),
  })
}
