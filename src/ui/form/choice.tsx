import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'
import { FieldErrorLine, FieldHint, fieldId, type Option } from '#ui/form/field.tsx'

interface ChoiceParts {
  name: string
  options: readonly Option[]
  /** The option that is chosen; none without it. */
  value?: string | undefined
  /** Only when one page has two choices of the same name. The first option carries it, so that an error summary can jump there. */
  id?: string | undefined
  hint?: ComponentChildren
  error?: string | undefined
  required?: boolean | undefined
  describedBy?: string | undefined
  /** Shown but not open to this person now; the reason stands beside it. */
  readOnly?: boolean | undefined
}

/** Named either by a legend of its own or by words that already stand on the page, such as a question's text. */
export type ChoiceProps = ChoiceParts & ({ legend: string } | { labelledBy: string })

/** Two to four short options in a row, all visible: Ja / Nein / Nicht relevant. */
export function Choice(props: ChoiceProps) {
  const { name, options, value, hint, error, required, describedBy, readOnly } = props
  const id = props.id ?? fieldId(name)
  const described = classNames(
    hint !== undefined && `${id}-hinweis`,
    error !== undefined && `${id}-fehler`,
    describedBy,
  )
  const group = {
    role: 'radiogroup' as const,
    'aria-describedby': described || undefined,
    'aria-invalid': error === undefined ? undefined : ('true' as const),
    'aria-required': required ? ('true' as const) : undefined,
    class: classNames('lw-choice-field', error !== undefined && 'lw-choice-field--error'),
  }
  const content = (
    <>
      <FieldHint id={id} hint={hint} />
      <div class={classNames('lw-choice', readOnly && 'lw-choice--read')}>
        {options.map((option, index) => (
          <label>
            <input
              type="radio"
              id={index === 0 ? id : undefined}
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={readOnly}
            />
            {option.label}
          </label>
        ))}
      </div>
      <FieldErrorLine id={id} error={error} />
    </>
  )
  if ('labelledBy' in props) {
    return (
      <div {...group} aria-labelledby={props.labelledBy}>
        {content}
      </div>
    )
  }
  return (
    <fieldset {...group}>
      <legend class="kern-label">{props.legend}</legend>
      {content}
    </fieldset>
  )
}
