import { LinkList } from '#ui/link-list/link-list.tsx'

export interface ErrorScreenProps {
  /** What happened, as a sentence and as h1. */
  title: string
  /** What was kept, what to do next. */
  sentences: readonly string[]
  /** What the caller names on the telephone. */
  requestId?: string | undefined
  /** Where to go from here; the first is the best. */
  links?: readonly { href: string; label: string }[] | undefined
}

/** The content of an error page: not found, not allowed, our fault. Goes into `PortalFrame` or `PublicFrame`. */
export const ErrorScreen = ({ title, sentences, requestId, links = [] }: ErrorScreenProps) => (
  <div class="lw-screen lw-stack">
    <h1 class="kern-heading-large">{title}</h1>
    {sentences.map((sentence) => (
      <p>{sentence}</p>
    ))}
    {requestId && (
      <p class="lw-small lw-muted">
        Vorgang <span class="lw-nowrap">{requestId}</span>
      </p>
    )}
    {links.length > 0 && <LinkList items={links} />}
  </div>
)
