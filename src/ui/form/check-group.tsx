import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'
import { FieldErrorLine, FieldHint, fieldId } from '#ui/form/field.tsx'
import { Check } from '#ui/form/form.tsx'

export interface CheckGroupProps {
  /** Path of the input they make together: what an entry of the error summary jumps to. */
  name: string
  legend: string
  hint?: ComponentChildren
  error?: string | undefined
  options: readonly { name: string; label: string; hint?: ComponentChildren; checked?: boolean | undefined }[]
}

/** Several things to choose from, any number of them. Each box has a name of its own: of repeated names forms keep the last. */
export function CheckGroup({ name, legend, hint, error, options }: CheckGroupProps) {
  const id = fieldId(name)
  const described = classNames(hint !== undefined && `${id}-hinweis`, error !== undefined && `${id}-fehler`)
  return (
    <fieldset
      class={classNames('kern-fieldset', error !== undefined && 'kern-fieldset--error')}
      id={id}
      tabindex={-1}
      aria-describedby={described || undefined}
    >
      <legend class="kern-label">{legend}</legend>
      <FieldHint id={id} hint={hint} />
      <div class="kern-fieldset__body">
        {options.map((option) => (
          <Check {...option} required />
        ))}
      </div>
      <FieldErrorLine id={id} error={error} />
    </fieldset>
  )
}
