import { Refused } from '#ui/refused/refused.tsx'
import { hiddenFamilies } from '../hidden.ts'
import type { Dimension, Picture } from '../picture.ts'
import { familyWords, reasonInWords } from '../words.ts'

/** More names than this would hide the reason. */
const mostNames = 6

/** Questions are sentences: of them only the number is told. */
const named = (dimension: Dimension, labels: readonly string[]): string =>
  dimension === 'control' ? `${labels.length} ${labels.length === 1 ? 'Frage' : 'Fragen'}` : namesOf(labels)

const namesOf = (labels: readonly string[]): string =>
  labels.length <= mostNames
    ? labels.join(', ')
    : `${labels.slice(0, mostNames - 1).join(', ')} und ${labels.length - mostNames + 1} weitere`

const isQuestions = ({ dimension }: { dimension: Dimension }): boolean => dimension === 'control'

/** Which values are missing, how many, and why. */
export const WhyHidden = ({ picture }: { picture: Picture }) => {
  const found = hiddenFamilies(picture)
  const families = [...found.filter((family) => !isQuestions(family)), ...found.filter(isQuestions)]
  return (
    <Refused title="Warum einige Werte fehlen" level={2}>
      {families.length === 0 ? (
        <p>In diesem Bild fehlt nichts: Hinter jedem Wert stehen genug Kommunen, um niemanden erkennbar zu machen.</p>
      ) : (
        families.map(({ dimension, hidden, total, byReason }) => (
          <>
            <h3 class="kern-heading-small">
              {familyWords[dimension].title}: {hidden} von {total}
            </h3>
            <ul>
              {byReason.map(({ reason, labels }) => (
                <li>
                  <strong>{named(dimension, labels)}.</strong> {reasonInWords[reason]}
                </li>
              ))}
            </ul>
          </>
        ))
      )}
    </Refused>
  )
}
