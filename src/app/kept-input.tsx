import { mebibyte, readBody } from '#platform/http/body.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import { PublicFrame } from '#ui/frame/frame.tsx'
import { ErrorScreen } from '#ui/screen/screen.tsx'
import type { ProblemAnswer } from '#platform/http/answer.ts'
import type { Call } from './call.ts'
import { csrfToken, isForeignSite, isOurForm } from './marks.ts'
import { frameBasics, inTwo, write } from './render-page.tsx'
import type { Services } from './services.ts'

/**
 * What somebody had typed into a form of ours when the request failed; undefined for anybody else's form, one with files or a
 * password, and one without fields. The body may not have been read yet: the database was asked first who it is.
 */
export async function typedInto(services: Services, call: Call): Promise<Record<string, string> | undefined> {
  if (call.req.method !== 'POST' || !isPlainForm(call)) return undefined
  const form = call.get('typed') ?? (await stillToRead(call))
  if (!form || isForeignSite(call) || !isOurForm(services, call, form['_csrf'])) return undefined
  const { _csrf: _, ...fields } = form
  const names = Object.keys(fields)
  return names.length > 0 && !names.some((name) => /pass(wor[dt])?|code/i.test(name)) ? fields : undefined
}

const isPlainForm = (call: Call): boolean =>
  (call.req.header('content-type') ?? '').startsWith('application/x-www-form-urlencoded')

async function stillToRead(call: Call): Promise<Record<string, string> | undefined> {
  if (call.req.raw.bodyUsed) return undefined
  const body = await readBody(call.req.raw, { bytes: mebibyte, rawJson: false })
  return 'kind' in body ? undefined : body.form
}

/** The failure, and one button that sends the same once more: nothing typed is lost while the database is away. */
export function keptInputPage(
  services: Services,
  call: Call,
  { title, status, headers }: ProblemAnswer,
  fields: Record<string, string>,
): Response {
  const { styles, ...basics } = frameBasics(services)
  const screen = inTwo(title)
  const { pathname, search } = new URL(call.req.url)
  const frame = (
    <PublicFrame {...basics} title={screen.title} assets={{ styles, scripts: [] }}>
      <ErrorScreen
        title={screen.title}
        sentences={[...screen.sentences, 'Ihre Eingabe steht noch in dieser Seite. Lassen Sie sie so lange offen.']}
        requestId={call.get('requestId')}
      />
      <Form action={pathname + search}>
        {Object.entries(fields).map(([name, value]) => (
          <HiddenField name={name} value={value} />
        ))}
        <Button variant="primary">Noch einmal absenden</Button>
      </Form>
    </PublicFrame>
  )
  return write(call, csrfToken(services, call), frame, status, headers)
}
