import { Empty } from '#ui/empty/empty.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { partyInWords, type Programme, type StepDefinition } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { phaseTitle } from './words.ts'

/** The road as the programme defines it: who acts, and what must be over before. */
export const StepPanel = ({ programme }: { programme: Programme }) => {
  const { id, isLed, steps, phases } = programme
  return (
    <Panel
      id="weg"
      title="Der Weg"
      link={isLed ? { href: programmeRoutes.phases.href({ id }), label: 'Phasen ändern' } : undefined}
    >
      <div class="lw-stack">
        {steps.length === 0 ? (
          <Empty title="Noch keine Schritte">
            {isLed
              ? 'Legen Sie zuerst Phasen an, dann in ihnen die Schritte.'
              : 'Wer das Programm leitet, legt die Schritte noch fest.'}
          </Empty>
        ) : (
          <StepTable programme={programme} />
        )}
        {isLed && phases.length > 0 && (
          <p>
            <ButtonLink href={programmeRoutes.newStep.href({ id })} size="x-small" icon="add">
              Schritt hinzufügen
            </ButtonLink>
          </p>
        )}
      </div>
    </Panel>
  )
}

const StepTable = ({ programme }: { programme: Programme }) => (
  <Table
    caption={`${programme.steps.length} Schritte in ${programme.phases.length} Phasen, in ihrer Reihenfolge`}
    dense
    stack
    rows={programme.steps}
    columns={[
      { header: 'Schritt', rowHeader: true, cell: (step) => <Title programme={programme} step={step} /> },
      { header: 'Phase', cell: (step) => phaseTitle(programme, step) },
      { header: 'Wer handelt', cell: ({ acts }) => partyInWords(acts) },
      { header: 'Davor', cell: (step) => needsInWords(programme.steps, step) },
      {
        header: 'Dauert',
        cell: ({ typicalDays }) => <span class="lw-nowrap">{typicalDays === 1 ? '1 Tag' : `${typicalDays} Tage`}</span>,
      },
    ]}
  />
)

const Title = ({ programme: { id, isLed }, step }: { programme: Programme; step: StepDefinition }) => (
  <>
    {isLed ? (
      <a
        class="lw-link"
        href={programmeRoutes.changeStep.href({ id, step: step.key })}
        aria-label={`${step.title}: Schritt ändern`}
      >
        {step.title}
      </a>
    ) : (
      step.title
    )}
    <div class="lw-table__sub">{[step.duty, ...marks(step)].join('; ')}</div>
  </>
)

const needsInWords = (steps: readonly StepDefinition[], { needs }: StepDefinition): string =>
  steps
    .filter(({ key }) => needs.includes(key))
    .map(({ title }) => title)
    .join(', ') || 'nichts'

const marks = ({ isOptional, byDeed, byDeadline }: StepDefinition): string[] => [
  ...(isOptional ? ['kann entfallen'] : []),
  ...(byDeed ? ['durch Unterschrift oder Entscheidung'] : []),
  ...(byDeadline ? ['nur bis zur Frist'] : []),
]
