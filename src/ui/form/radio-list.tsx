import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'
import { FieldErrorLine, FieldHint, fieldId } from '#ui/form/field.tsx'

export interface RadioListProps {
  name: string
  legend: string
  hint?: ComponentChildren
  error?: string | undefined
  /** The option that is chosen; none without it. */
  value?: string | undefined
  options: readonly { value: string; label: string; hint?: ComponentChildren }[]
}

/** One of several long options below each other, each with a hint of its own. Short ones stand in a row as `Choice`. */
export function RadioList({ name, legend, hint, error, value, options }: RadioListProps) {
  const id = fieldId(name)
  const described = classNames(hint !== undefined && `${id}-hinweis`, error !== undefined && `${id}-fehler`)
  return (
    <fieldset
      class={classNames('kern-fieldset', error !== undefined && 'kern-fieldset--error')}
      aria-describedby={described || undefined}
    >
      <legend class="kern-label">{legend}</legend>
      <FieldHint id={id} hint={hint} />
      <div class="kern-fieldset__body">
        {options.map((option, at) => {
          const own = at === 0 ? id : `${id}-${at}`
          return (
            <div class="kern-form-check">
              <input
                class="kern-form-check__radio"
                type="radio"
                id={own}
                name={name}
                value={option.value}
                checked={option.value === value}
                aria-describedby={option.hint === undefined ? undefined : `${own}-mehr`}
              />
              <label class="kern-label" for={own}>
                {option.label}
              </label>
              {option.hint !== undefined && (
                <div class="kern-hint" id={`${own}-mehr`}>
                  {option.hint}
                </div>
              )}
            </div>
          )
        })}
      </div>
      <FieldErrorLine id={id} error={error} />
    </fieldset>
  )
}
