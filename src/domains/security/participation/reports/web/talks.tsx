import { germanMoment } from '#kernel/local-day.ts'
import { Button } from '#ui/button/button.tsx'
import { errorAt, Form, HiddenField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Thread } from '#ui/thread/thread.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import { typedIn } from '../../web/typed.ts'
import { openTalks, type ReportComment, type Talk, talksOf } from '../report.ts'
import type { ReportProps } from './report-view.tsx'

const sideNames = { organization: 'Kommune', assessor: 'Prüfhaus' }

/** What both sides say about a version, by page or section, the oldest first. */
export function Talks(props: ReportProps) {
  const { road, report, side, typed } = props
  const talks = talksOf(report)
  const open = openTalks(report).length
  const maySpeak = side !== undefined && road.state === 'active' && report.state !== 'accepted'
  const { form, refusal } = typedIn(typed, 'comment')
  return (
    <Panel
      id="beitraege"
      title="Beiträge"
      note={talks.length === 0 ? undefined : open === 0 ? 'alle beantwortet oder erledigt' : `${open} ohne Antwort`}
    >
      <div class="lw-stack lw-stack--l">
        {talks.length === 0 && <p class="lw-muted">Noch keine.</p>}
        {talks.map((talk) => (
          <One {...props} talk={talk} maySpeak={maySpeak} />
        ))}
        {maySpeak && (
          <details class="lw-why" open={refusal !== undefined}>
            <summary>Etwas zu einer Stelle schreiben</summary>
            <Form action={routes.reportComment.href({ id: road.id, report: report.id })} label="Neuer Beitrag">
              <TextField
                name="place"
                label="Stelle"
                hint="Zum Beispiel: Seite 4 oder Abschnitt 3.2."
                short
                value={form['place']}
                error={errorAt(refusal?.errors, 'place')}
              />
              <TextArea
                name="text"
                label="Beitrag"
                rows={3}
                required
                value={form['text']}
                error={errorAt(refusal?.errors, 'text')}
              />
              <Submit variant="secondary">Beitrag speichern</Submit>
            </Form>
          </details>
        )}
      </div>
    </Panel>
  )
}

function One({ road, report, now, typed, talk, maySpeak }: ReportProps & { talk: Talk; maySpeak: boolean }) {
  const { first, answers, isSettled } = talk
  const { form, refusal } = typedIn(typed, first.id)
  const place = first.place === '' ? 'Ohne Stelle' : first.place
  const entry = ({ writtenBy, side, writtenAt, text }: ReportComment) => ({
    who: `${writtenBy ?? 'Ehemalige Person'} (${sideNames[side]})`,
    when: germanMoment(writtenAt, now),
    text,
  })
  const address = { id: road.id, report: report.id }
  return (
    <section class="lw-stack lw-stack--s">
      <h3 class="kern-heading-small">
        {place} {isSettled && <Tag state="ok">erledigt</Tag>}
      </h3>
      <Thread label={`Beiträge zu ${place}`} entries={[first, ...answers].map(entry)} />
      {maySpeak && !isSettled && (
        <div class="lw-stack lw-stack--s">
          <Form
            action={routes.settleComment.href({ ...address, comment: first.id })}
            layout="row"
            label={`${place}: erledigt`}
          >
            <Button size="x-small">Erledigt</Button>
          </Form>
          <details class="lw-why" open={refusal !== undefined}>
            <summary>Antworten</summary>
            <Form action={routes.reportComment.href(address)} label={`Antwort zu ${place}`}>
              <HiddenField name="answersId" value={first.id} />
              <TextArea
                name="text"
                id={`antwort-${first.id}`}
                label="Antwort"
                rows={3}
                required
                value={form['text']}
                error={errorAt(refusal?.errors, 'text')}
              />
              <Submit variant="secondary">Antwort speichern</Submit>
            </Form>
          </details>
        </div>
      )}
    </section>
  )
}
