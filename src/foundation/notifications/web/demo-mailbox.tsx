import { germanMoment } from '#kernel/local-day.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Letter } from '#ui/letter/letter.tsx'
import { type DemoMail, listDemoMail } from '../queries.ts'
import { notificationRoutes } from '../routes.ts'

const title = 'Postfach der Demo'

/** In the demo no mail leaves the house: each person reads their own here. Without demo accounts it is empty for everybody. */
export const demoMailboxPages: PageRoute[] = [
  show(notificationRoutes.demoMailbox, async (ctx) => mailboxPage(ctx, await listDemoMail(ctx.db))),
]

const mailboxPage = ({ actor, now }: Context, mails: DemoMail[]): Answer =>
  page({
    title,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`Mails an ${actor.email}. In der Vorführung verlassen sie das Haus nicht; hier lesen Sie Ihre eigenen.`}
        />
        {mails.length === 0 ? (
          <Empty title="Noch keine Mail" level={2}>
            Sobald Ihnen das Lotsenwerk eine Mail schickt, steht sie hier.
          </Empty>
        ) : (
          <div class="lw-stack lw-stack--l lw-measure">
            {mails.map(({ id, subject, text, createdAt }) => (
              <article id={id} class="lw-stack lw-stack--xs" aria-label={subject}>
                <p class="lw-small lw-muted">{germanMoment(createdAt, now)}</p>
                <Letter subject={subject} text={text ?? 'Der Text ist gelöscht, weil die Mail übergeben ist.'} />
              </article>
            ))}
          </div>
        )}
      </>
    ),
  })
