import { Temporal } from 'temporal-polyfill'
import { longGermanDate } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ButtonLink } from '#ui/button/button.tsx'
import { Note } from '#ui/note/note.tsx'
import { may } from '../../access.ts'
import type { Assessment } from '../../assessment.ts'
import { migrationHref } from '../../routes.ts'
import { type Announcement, versionInWords } from '../announcement.ts'
import { findStanding, listConcerned, type Concerned } from '../queries.ts'
import { announcementRoutes } from '../routes.ts'

/** On the page of a check: what it is asked to go on with; for own staff that sees the whole of it. */
export const loadAnnounced = async (ctx: Context, assessment: Assessment): Promise<Announcement | undefined> =>
  may.isVisitor(ctx.actor, assessment) || isRefusal(may.seeWhole(assessment))
    ? undefined
    : findStanding(ctx.db, assessment.id)

const until = ({ dueOn }: Announcement): string =>
  dueOn === null ? '' : ` bis ${longGermanDate(Temporal.PlainDate.from(dueOn))}`

interface AnnouncedProps {
  assessment: Assessment
  announcement: Announcement | undefined
  mayMigrate: boolean
}

export function Announced({ assessment: { id }, announcement, mayMigrate }: AnnouncedProps) {
  if (!announcement) return null
  const { to, text } = announcement
  return (
    <Alert kind="info" title={`Neue Fassung: ${versionInWords(to)}`}>
      <div class="lw-stack lw-stack--s">
        <p>
          Die Programmleitung bittet Sie, diese Prüfung{until(announcement)} zu überführen. Ihre Antworten ziehen mit
          um.
        </p>
        {text !== '' && <Note text={text} />}
        {mayMigrate && (
          <p>
            <ButtonLink href={migrationHref(id, to.id)}>Ansehen und überführen</ButtonLink>
          </p>
        )}
      </div>
    </Alert>
  )
}

/** The own checks that are concerned, for whoever answers for all of them. */
export const loadConcerned = async ({ actor, db }: Context): Promise<Concerned[]> => {
  const organizationId = actor.actingFor?.id ?? ''
  return isRefusal(may.start(actor, organizationId)) ? [] : listConcerned(db, organizationId)
}

/** Above the list of checks: how many are to be migrated, with the shortest way. */
export function ConcernedAlert({ concerned }: { concerned: readonly Concerned[] }) {
  const [first] = concerned
  if (!first) return null
  const one = concerned.length === 1
  return (
    <Alert
      kind="info"
      title={
        one
          ? '1 Prüfung ist auf eine neue Fassung zu überführen'
          : `${concerned.length} Prüfungen sind auf eine neue Fassung zu überführen`
      }
    >
      <div class="lw-stack lw-stack--s">
        <p>Die Programmleitung bittet darum{until(first.announcement)}. Ihre Antworten ziehen mit um.</p>
        <p>
          <ButtonLink
            href={one ? migrationHref(first.assessmentId, first.announcement.to.id) : announcementRoutes.many.href()}
          >
            {one ? 'Ansehen und überführen' : 'Alle ansehen und überführen'}
          </ButtonLink>
        </p>
      </div>
    </Alert>
  )
}
