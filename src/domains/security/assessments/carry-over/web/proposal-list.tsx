import type { Refusal } from '#kernel/outcome.ts'
import type { Group } from '#foundation/catalogs/index.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Box } from '#ui/box/box.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { QuestionList } from '#ui/question/question.tsx'
import { Refused as RefusedBox } from '#ui/refused/refused.tsx'
import type { Assessment } from '../../assessment.ts'
import { assessmentRoutes, questionAnchor } from '../../routes.ts'
import type { ProposedQuestion } from '../load-proposals.ts'
import type { CollectionFacts } from '../queries.ts'
import { collectionName } from '../relation-words.ts'
import { isTakenTogether } from '../take-group.ts'
import { ProposalItem } from './proposal-item.tsx'

/** What was typed at one of the proposals, and why it was refused. */
export interface Refused {
  refusal: Refusal
  form: Record<string, string>
  controlId?: string
}

interface Props {
  assessment: Assessment
  group: Group
  /** Everything of the list that is not answered, and what of it this page shows. */
  inList: ProposedQuestion[]
  shown: ProposedQuestion[]
  collections: CollectionFacts[]
  refused: Refused | undefined
  ab: string | undefined
  next: string | null
  /** Why this person may not decide. */
  closed: string | undefined
}

/** The proposals of one list, each to be decided on its own, or all that propose an answer together. */
export function ProposalList(props: Props) {
  const { assessment, group, inList, shown, collections, refused, next, closed } = props
  const declined = inList.filter(({ question }) => question.isDeclined)
  const overview = assessmentRoutes.proposals.href({ id: assessment.id })
  return (
    <>
      <PageHead
        title={`Vorschläge: ${group.title}`}
        lead={`${assessment.catalogTitle}, ${assessment.organizationName}. Ein Vorschlag ist keine Antwort, solange Sie ihn nicht übernehmen.`}
      />
      <div class="lw-stack lw-stack--xl">
        {refused && <Errors refused={refused} />}
        {closed !== undefined && (
          <RefusedBox title="Entscheiden können andere" level={2}>
            {closed}
          </RefusedBox>
        )}
        {collections.length > 0 && (
          <p class="lw-small lw-muted">Grundlage: {collections.map(collectionName).join('; ')}.</p>
        )}
        {closed === undefined && <TakeAll {...props} />}
        {shown.length === 0 ? (
          <Empty
            title="Hier ist nichts mehr vorgeschlagen"
            level={2}
            actions={
              <ButtonLink href={overview} size="x-small">
                Zu den anderen Listen
              </ButtonLink>
            }
          >
            Alle Fragen dieser Liste sind beantwortet, nicht übernommen, oder keine Ihrer anderen Antworten reicht
            hierher.
          </Empty>
        ) : (
          <QuestionList>
            {shown.map((proposal) => (
              <ProposalItem
                number={inList.indexOf(proposal) + 1}
                assessment={assessment}
                proposal={proposal}
                ab={props.ab}
                closed={closed !== undefined}
                refused={refused?.controlId === proposal.controlId ? refused : undefined}
              />
            ))}
          </QuestionList>
        )}
        {next !== null && <Pager next={{ href: next }} />}
        {declined.length > 0 && <Declined {...props} declined={declined} />}
      </div>
    </>
  )
}

/** The fields of each proposal have ids of their own, so the entries of the summary lead there. */
function Errors({ refused: { refusal, controlId } }: { refused: Refused }) {
  const errors = (refusal.errors ?? []).map((error) => ({
    ...error,
    path: controlId === undefined ? error.path : `${questionAnchor(controlId)}-${error.path}`,
  }))
  return <ErrorSummary title={refusal.refused} errors={errors} />
}

function TakeAll({ assessment, group, inList }: Props) {
  const count = inList.filter(isTakenTogether).length
  if (count === 0) return null
  return (
    <Box>
      <Form action={assessmentRoutes.takeGroup.href({ id: assessment.id })}>
        <HiddenField name="liste" value={group.key} />
        <HiddenField name="gezeigt" value={String(count)} />
        <p>
          {count === 1
            ? 'Zu einer Frage dieser Liste ist eine Antwort vorgeschlagen.'
            : `Zu ${count} Fragen dieser Liste ist eine Antwort vorgeschlagen.`}{' '}
          Zusammen übernommen werden sie nur vorgemerkt und zählen erst, wenn Sie sie bestätigen. Rückgängig geht mit
          einem Klick.
        </p>
        <div class="lw-row">
          <Submit>Alle mit vorgeschlagener Antwort übernehmen</Submit>
        </div>
      </Form>
    </Box>
  )
}

function Declined({ assessment, declined, ab, closed }: Props & { declined: ProposedQuestion[] }) {
  return (
    <Panel id="abgelehnt" title="Nicht übernommen">
      <ul class="lw-list">
        {declined.map(({ question }) => (
          <li class="lw-row lw-row--between">
            <span>
              {question.id}: {question.title}
            </span>
            {closed === undefined && (
              <Form
                action={assessmentRoutes.resumeProposal.href({ id: assessment.id, controlId: question.id })}
                layout="row"
                label={`${question.title}: wieder vorschlagen`}
              >
                {ab !== undefined && <HiddenField name="ab" value={ab} />}
                <Button size="x-small">Wieder vorschlagen</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
