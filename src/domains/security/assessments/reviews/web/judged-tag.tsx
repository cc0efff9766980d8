import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { type Standing, type Verdict, verdictNames } from '../review.ts'

const shapes: Record<Verdict, TagState> = { confirmed: 'ok', disputed: 'late', comment: 'running' }

/** One verdict as it was given. */
export const VerdictTag = ({ verdict }: { verdict: Verdict }) => (
  <Tag state={shapes[verdict]}>{verdictNames[verdict]}</Tag>
)

/** How a question stands on site, also when its answer has changed since. */
export function JudgedTag({ standing }: { standing: Standing }) {
  const { verdict, changedSince } = standing
  if (verdict === 'confirmed' && changedSince) return <Tag state="soon">seit der Bestätigung geändert</Tag>
  return (
    <>
      <VerdictTag verdict={verdict} />
      {verdict === 'disputed' && changedSince && <Tag state="soon">seit dem Einwand geändert</Tag>}
    </>
  )
}
