import type { FieldError } from '#kernel/outcome.ts'

import { fieldId } from '#ui/form/field.tsx'
import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'
import { Icon } from '#ui/icon/icon.tsx'

export interface ErrorSummaryProps {
  /** What did not happen and how much is to change: "Die Meldung ist noch nicht abgeschickt. Bitte ändern Sie zwei Angaben." */
  title: string
  errors: readonly FieldError[]
  /** What became of the input. By default: everything is still there. Empty where nothing can have been kept. */
  kept?: string | undefined
  /** Names of the fields in front of their sentences, in the order of the page: `{ quantity: 'Menge' }`. */
  labels?: Readonly<Record<string, string>> | undefined
  /** Ids of fields that are not called after their path, because the page has several forms with a field of this name. */
  ids?: Readonly<Record<string, string>> | undefined
  level?: HeadingLevel | undefined
}

function Entry({ error, label, id }: { error: FieldError; label: string | undefined; id: string | undefined }) {
  const words = label === undefined ? error.message : `${label}: ${error.message}`
  if (error.path === '') return <li>{words}</li>
  return (
    <li>
      <a class="lw-link" href={`#${id ?? fieldId(error.path)}`}>
        {words}
      </a>
    </li>
  )
}

/** Without what only says the title again, of a field that this page does not name. */
const beyond = (title: string, errors: readonly FieldError[], labels: ErrorSummaryProps['labels'] = {}): FieldError[] =>
  errors.filter(({ path, message }) => message !== title || labels[path] !== undefined)

/** As the fields stand on the page, which is how their names are listed; what has no name stays behind them. */
function inOrder(errors: readonly FieldError[], labels: ErrorSummaryProps['labels'] = {}): FieldError[] {
  const names = Object.keys(labels)
  const place = ({ path }: FieldError): number => (names.includes(path) ? names.indexOf(path) : names.length)
  return errors.toSorted((a, b) => place(a) - place(b))
}

/**
 * The answer to a refused form (422), above it on the same page. It has the focus after loading, and each entry jumps to its field.
 * An error with an empty path concerns the whole form and is plain text.
 */
export function ErrorSummary({ title, errors, kept, labels, ids, level = 2 }: ErrorSummaryProps) {
  const entries = inOrder(beyond(title, errors, labels), labels)
  return (
    <div class="kern-alert kern-alert--danger" role="alert" tabindex={-1} autofocus aria-labelledby="fehler-titel">
      <div class="kern-alert__header">
        <Icon name="danger" />
        <Heading level={level} size="small" id="fehler-titel">
          {title}
        </Heading>
      </div>
      {(entries.length > 0 || kept !== '') && (
        <div class="kern-alert__body">
          {entries.length > 0 && (
            <ul class="lw-list">
              {entries.map((error) => (
                <Entry error={error} label={labels?.[error.path]} id={ids?.[error.path]} />
              ))}
            </ul>
          )}
          {kept !== '' && <p class="lw-small">{kept ?? 'Alles, was Sie eingetragen haben, ist noch da.'}</p>}
        </div>
      )}
    </div>
  )
}
