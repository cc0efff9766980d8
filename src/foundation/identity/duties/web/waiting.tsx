import { germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { lastDay } from '../../invitations/invitation.ts'
import { replacementRoutes } from '../../people/routes.ts'
import { may } from '../../replacements/access.ts'
import { invitationRoutes } from '../../routes.ts'
import { listWaiting, type Waiting } from '../queries.ts'

/** What stands still at the municipalities until somebody acts; nothing for whoever is not the cooperative. */
export const waitingOf = async (ctx: Context): Promise<Waiting[]> =>
  may.isCooperative(ctx.actor) && !isRefusal(may.see(ctx.actor)) ? listWaiting(ctx) : []

/** "Wer wartet auf wen", the longest first. */
export const WhoWaits = ({ waiting }: { waiting: readonly Waiting[] }) => (
  <Panel id="wer-wartet" title="Wer wartet auf wen">
    <Table
      caption="Was stillsteht, das Älteste zuerst"
      captionHidden
      stack
      rows={waiting}
      columns={[
        { header: 'Organisation', rowHeader: true, cell: ({ organizationName }) => organizationName },
        { header: 'Wartet auf', cell: onWhom },
        { header: 'Seit', cell: ({ since }) => germanDay(localDay(since)) },
        { header: 'Endet', cell: ({ until }) => lastDay(until) },
      ]}
    />
  </Panel>
)

function onWhom({ kind, who }: Waiting) {
  switch (kind) {
    case 'invitation':
      return (
        <a class="lw-link" href={invitationRoutes.list.href()}>
          {who}, die Einladung anzunehmen
        </a>
      )
    case 'proposal':
      return (
        <a class="lw-link" href={replacementRoutes.list.href()}>
          den Verbund: eine zweite Person bestätigt den Ersatz
        </a>
      )
    case 'objection':
      return (
        <a class="lw-link" href={replacementRoutes.list.href()}>
          die eigenen Leute: Sie können dem Ersatz widersprechen
        </a>
      )
  }
}
