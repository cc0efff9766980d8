import { HiddenField } from '#ui/form/form.tsx'
import { homeRoutes } from './routes.ts'

/** What somebody wanted to do when the session was over: kept through the sign-in, so that nothing typed is lost. */
export interface Pending {
  /** Path on this server to go to afterwards. */
  to: string
  /** Fields of a form that could not be sent. */
  fields: Record<string, string>
}

export const nothingPending: Pending = { to: homeRoutes.home.path, fields: {} }

/** Only addresses on this server: everything else could lead somewhere else. */
export const safePath = (path: string | undefined): string =>
  path && /^\/(?![/\\])[^\s\p{C}\\]*$/u.test(path) ? path : homeRoutes.home.path

const draftPrefix = 'entwurf.'

export const pendingOf = (form: Record<string, string>): Pending => ({
  to: safePath(form['weiter']),
  fields: Object.fromEntries(
    Object.entries(form).flatMap(([name, value]) =>
      name.startsWith(draftPrefix) ? [[name.slice(draftPrefix.length), value]] : [],
    ),
  ),
})

export const hasDraft = ({ fields }: Pending): boolean => Object.keys(fields).length > 0

/** Goes along in the form, unseen. */
export const PendingFields = ({ pending }: { pending: Pending }) => (
  <>
    <HiddenField name="weiter" value={pending.to} />
    {Object.entries(pending.fields).map(([name, value]) => (
      <HiddenField name={draftPrefix + name} value={value} />
    ))}
  </>
)
