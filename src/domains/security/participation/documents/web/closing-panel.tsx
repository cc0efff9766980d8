import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { Form, Submit } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import type { Side } from '../../side.ts'
import { StepLine } from '../../web/road-frame.tsx'
import { type Document, stillMissing, stillToReview } from '../document.ts'

interface Closing {
  key: string
  side: Side
  title: string
  action: string
  button: string
  done: string
  left: readonly Document[]
  open: (names: string) => string
}

const named = (documents: readonly Document[]): string => documents.map(({ title }) => `„${title}“`).join(', ')

/** The two steps that follow from the documents, each with the one button of the side that closes it, or what is still missing. */
export function ClosingPanel({
  road,
  documents,
  side,
}: {
  road: EnrollmentWithSteps
  documents: readonly Document[]
  side: Side | undefined
}) {
  const closings: Closing[] = [
    {
      key: 'preparation',
      side: 'organization',
      title: 'Vorbereitung',
      action: routes.closePreparation.href({ id: road.id }),
      button: 'Unsere Unterlagen sind vollständig',
      done: 'Die Kommune hat gesagt, dass alles vorliegt.',
      left: stillMissing(documents),
      open: (names) => `Es fehlt noch ${names}.`,
    },
    {
      key: 'policyReview',
      side: 'assessor',
      title: 'Prüfung der Unterlagen',
      action: routes.closeReview.href({ id: road.id }),
      button: 'Prüfung der Unterlagen abschließen',
      done: 'Das Prüfhaus hat die Unterlagen geprüft.',
      left: stillToReview(documents),
      open: (names) => `Noch nicht geprüft: ${names}.`,
    },
  ]
  return (
    <Panel id="abschluss" title="Wie es weitergeht">
      <div class="lw-stack lw-stack--l">
        {closings
          .filter(({ key }) => road.steps.some((step) => step.key === key))
          .map((closing) => (
            <One road={road} closing={closing} side={side} />
          ))}
      </div>
    </Panel>
  )
}

function One({ road, closing, side }: { road: EnrollmentWithSteps; closing: Closing; side: Side | undefined }) {
  const { key, title, action, button, done, left, open } = closing
  const step = road.steps.find((one) => one.key === key)
  const isOver = step?.state === 'done' || step?.state === 'notNeeded'
  const acts = side === closing.side && road.state === 'active'
  return (
    <div class="lw-stack lw-stack--s">
      <h3 class="kern-heading-small">{title}</h3>
      <StepLine road={road} step={key} />
      {isOver ? (
        <p>{left.length > 0 ? `${done} Danach ist etwas dazugekommen. ${open(named(left))}` : done}</p>
      ) : left.length > 0 ? (
        acts ? (
          <Refused title="Das geht noch nicht" level={4}>
            {open(named(left))}
          </Refused>
        ) : (
          <p>{open(named(left))}</p>
        )
      ) : acts ? (
        <Form action={action} label={title}>
          <Submit>{button}</Submit>
        </Form>
      ) : (
        <p>
          {closing.side === 'organization'
            ? 'Die Kommune bestätigt noch, dass alles vorliegt.'
            : 'Das Prüfhaus schließt die Prüfung noch ab.'}
        </p>
      )}
    </div>
  )
}
