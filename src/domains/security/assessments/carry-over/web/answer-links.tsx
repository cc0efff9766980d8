import { germanDay, localDay } from '#kernel/local-day.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { type Assessment, givenInWords, type Question } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'
import type { AnswerLink, listAnswerLinks } from '../queries.ts'
import { relationNames, stepsInWords } from '../relation-words.ts'

export type AnswerLinks = Awaited<ReturnType<typeof listAnswerLinks>>

interface Props {
  assessment: Assessment
  question: Question
  links: AnswerLinks
  mayChange: boolean
}

/** Where the answer of a question comes from, and where it went; nothing where it does neither. */
export function LinkPanels({ assessment, question, links: { sources, uses }, mayChange }: Props) {
  const isToCheck = sources.some((link) => link.isToCheck)
  return (
    <>
      {sources.length > 0 && (
        <Panel id="herkunft" title="Übernommen aus" quiet>
          <ul class="lw-list">
            {sources.map((link) => (
              <li>
                <p>
                  <Other link={link} />: {link.taken ? givenInWords(link.taken) : 'nicht sichtbar'} (Fassung{' '}
                  {link.sourceVersion})
                </p>
                <Relation link={link} />
                {link.isChanged && link.now && (
                  <p>
                    <Tag state="soon">Quelle hat sich geändert</Tag> Dort steht inzwischen: {givenInWords(link.now)}{' '}
                    (Fassung {link.nowVersion}).
                  </p>
                )}
              </li>
            ))}
          </ul>
          {isToCheck && mayChange && <StillHolds {...{ assessment, question }} />}
        </Panel>
      )}
      {uses.length > 0 && (
        <Panel id="verwendung" title="Verwendet in" quiet>
          <ul class="lw-list">
            {uses.map((link) => (
              <li>
                <p>
                  <Other link={link} />: {givenInWords(link.made)}
                  {link.unconfirmed && ', noch nicht bestätigt'} (aus Fassung {link.sourceVersion})
                </p>
                <Relation link={link} />
                {link.isChanged && (
                  <p>
                    <Tag state="soon">seither geändert</Tag>{' '}
                    {link.isToCheck
                      ? 'Ob die Antwort dort noch stimmt, hat noch niemand geprüft.'
                      : 'Dort wurde danach geantwortet.'}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </>
  )
}

/** The question at the other end; without a link where the reader does not see that check. */
function Other({ link: { assessmentId, catalogTitle, controlId, title } }: { link: AnswerLink }) {
  const words = [controlId, title].filter(Boolean).join(' ')
  return catalogTitle === null ? (
    <>{words}</>
  ) : (
    <>
      „{catalogTitle}“,{' '}
      <a class="lw-link" href={assessmentRoutes.question.href({ id: assessmentId, controlId })}>
        {words}
      </a>
    </>
  )
}

const Relation = ({ link: { relationship, isDefault, subRequirements, takenAt } }: { link: AnswerLink }) => (
  <p class="lw-small lw-muted">
    {relationNames[relationship]}
    {isDefault && ' (voreingestellt)'}, über {stepsInWords(subRequirements)}; übernommen am{' '}
    {germanDay(localDay(takenAt))}
  </p>
)

/** Says the same once more, as a further version: then the change at the source has been looked at. */
function StillHolds({ assessment, question }: Pick<Props, 'assessment' | 'question'>) {
  const { answer } = question
  const path = { id: assessment.id, controlId: question.id }
  if (!answer || answer.unconfirmed || answer.answer === null) return null
  return (
    <Form action={assessmentRoutes.answer.href(path)} layout="row" label={`${question.title}: gilt trotzdem`}>
      <HiddenField name="version" value={String(answer.version)} />
      <HiddenField name="answer" value={answer.answer} />
      <HiddenField name="zurueck" value={assessmentRoutes.question.href(path)} />
      <Button size="x-small">Antwort gilt trotzdem weiter</Button>
      <span class="lw-small lw-muted">Oder ändern Sie sie oben.</span>
    </Form>
  )
}
