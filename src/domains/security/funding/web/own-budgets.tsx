import { euro } from '#kernel/money.ts'
import { programmeRoutes } from '#foundation/programmes/index.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Account } from '../accounts/account.ts'
import { fundingRoutes as routes } from '../routes.ts'
import { bound } from './words.ts'

/** The budgets of the own municipality, where it has several or none. */
export const OwnBudgets = ({ accounts }: { accounts: readonly Account[] }) => (
  <>
    <PageHead title="Budget" lead="Was der Verbund in seinen Programmen für Ihre Kommune ausgeben kann." />
    {accounts.length === 0 ? (
      <Empty
        title="Noch kein Budget"
        level={2}
        actions={
          <ButtonLink href={programmeRoutes.own.href()} size="x-small">
            Ihre Teilnahmen
          </ButtonLink>
        }
      >
        Ein Budget entsteht, sobald Ihre Kommune an einem Programm teilnimmt, das Mittel hat.
      </Empty>
    ) : (
      <Table
        caption="Ihre Budgets nach Programm"
        captionHidden
        stack
        columns={[
          {
            header: 'Programm',
            rowHeader: true,
            cell: ({ programmeName, enrollmentId }) => (
              <a class="lw-link" href={routes.account.href({ id: enrollmentId })}>
                {programmeName}
              </a>
            ),
          },
          { header: 'freigegeben', numeric: true, cell: ({ released }) => euro(released) },
          { header: 'geplant und vergeben', numeric: true, cell: (account) => euro(bound(account)) },
          { header: 'frei', numeric: true, cell: ({ remaining }) => euro(remaining) },
        ]}
        rows={accounts}
      />
    )}
  </>
)
