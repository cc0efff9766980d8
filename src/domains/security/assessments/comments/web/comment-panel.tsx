import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, Submit, TextArea } from '#ui/form/form.tsx'
import { Note } from '#ui/note/note.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { assessmentRoutes } from '../../routes.ts'
import type { Comment } from '../comment.ts'

export interface CommentPanelProps {
  assessmentId: string
  /** Why nothing more is written here, where the check was closed. */
  closed: Refusal | undefined
  controlId: string
  comments: Comment[]
  readerId: string
  now: Temporal.Instant
  form: Record<string, string>
  refusal?: Refusal | undefined
}

/** What colleagues write to each other about the question; the assessor's page has no such panel. */
export function CommentPanel(props: CommentPanelProps) {
  const { assessmentId, controlId, comments, form, refusal } = props
  return (
    <Panel id="kommentare" title="Kommentare" note="nur für Ihre Organisation, nicht für das Prüfhaus">
      <div class="lw-stack">
        {comments.length > 0 && (
          <div class="lw-stack">
            {comments.map((comment) => (
              <One {...props} comment={comment} />
            ))}
          </div>
        )}
        {props.closed ? (
          <p class="lw-muted">{props.closed.refused}</p>
        ) : (
          <Form action={assessmentRoutes.comments.href({ id: assessmentId, controlId })} label="Kommentar schreiben">
            <TextArea
              name="text"
              label="Kommentar"
              hint="Mit @ und dem Namen sagen wir jemandem Bescheid, zum Beispiel @Vorname Nachname."
              rows={3}
              required
              value={form['text']}
              error={errorAt(refusal?.errors, 'text')}
            />
            <Submit variant="secondary">Kommentar schreiben</Submit>
          </Form>
        )}
      </div>
    </Panel>
  )
}

function One({ assessmentId, controlId, comment, readerId, now }: CommentPanelProps & { comment: Comment }) {
  const isMine = comment.writtenBy === readerId
  const who = isMine ? 'Sie' : (comment.writtenByName ?? 'Ehemalige Person')
  return (
    <article class="lw-stack lw-stack--xs">
      <p class="lw-small">
        <strong>{who}</strong>, <span class="lw-muted">{germanMoment(comment.writtenAt, now)}</span>
      </p>
      {comment.text === null ? <p class="lw-muted">Kommentar entfernt</p> : <Note text={comment.text} />}
      {isMine && comment.text !== null && (
        <Form
          action={assessmentRoutes.removeComment.href({ id: assessmentId, controlId, commentId: comment.id })}
          layout="row"
          label={`Ihr Kommentar, ${germanMoment(comment.writtenAt, now)}`}
        >
          <Button size="x-small">Entfernen</Button>
        </Form>
      )}
    </article>
  )
}
