import { createContext, createElement, type ComponentChildren, type LooseInputHTMLAttributes } from 'preact'
import { useContext } from 'preact/hooks'

import { Button, type ButtonProps } from '#ui/button/button.tsx'
import { classNames } from '#ui/class-names.ts'
import {
  controlAttributes,
  FieldErrorLine,
  FieldFrame,
  FieldHint,
  fieldId,
  FormMethod,
  type FieldWords,
  type Option,
} from '#ui/form/field.tsx'

export { Choice } from '#ui/form/choice.tsx'
export { errorAt, fieldId, type FieldWords, type Option } from '#ui/form/field.tsx'

/** What every POST form of a page carries. Whoever renders the page provides it once, around the whole frame. */
export const FormSecrets = createContext<Secrets | undefined>(undefined)

export interface Secrets {
  csrf: string
  /** For whom the person acted when the page was made; undefined before the sign-in. */
  actingFor?: string | undefined
}

function CsrfField() {
  const secrets = useContext(FormSecrets)
  if (!secrets) throw new Error('A POST form needs <FormSecrets.Provider value={{ csrf }}> around the page')
  return (
    <>
      <input type="hidden" name="_csrf" value={secrets.csrf} />
      {secrets.actingFor !== undefined && <input type="hidden" name="_fuer" value={secrets.actingFor} />}
    </>
  )
}

export interface FormProps {
  action: string
  method?: 'post' | 'get' | undefined
  /** `stack`: fields below each other. `row`: one or two buttons in a line. `bar`: filters above a list. */
  layout?: 'stack' | 'row' | 'bar' | undefined
  /** Needed as soon as there is a `FileField`. */
  multipart?: boolean | undefined
  id?: string | undefined
  /** Name of the form for screen readers, where a page has several alike. */
  label?: string | undefined
  /** Name of the island (folder of src/browser) that makes this form quicker where there is a script. */
  island?: string | undefined
  children: ComponentChildren
}

const layoutClass = { stack: 'lw-stack', row: 'lw-row', bar: 'lw-filter-bar' } as const

/**
 * A form that works without a script. POST forms carry the CSRF token by themselves. The browser's own checks are off:
 * the server answers with an `ErrorSummary` and a German sentence at each field, and everything typed is kept.
 */
export const Form = ({
  action,
  method = 'post',
  layout = 'stack',
  multipart,
  id,
  label,
  island,
  children,
}: FormProps) => (
  <FormMethod.Provider value={method}>
    <form
      class={layoutClass[layout]}
      action={action}
      method={method}
      enctype={multipart ? 'multipart/form-data' : undefined}
      id={id}
      aria-label={label}
      data-island={island}
      novalidate
    >
      {method === 'post' && <CsrfField />}
      {children}
    </form>
  </FormMethod.Provider>
)

export interface HiddenFieldProps {
  name: string
  value: string
}

/** A value that travels with the form unseen: the version that was read, the id of the row. */
export const HiddenField = ({ name, value }: HiddenFieldProps) => <input type="hidden" name={name} value={value} />

export interface TextFieldProps extends FieldWords {
  type?: 'text' | 'email' | 'password' | 'tel' | 'url' | 'search' | 'date' | 'time' | 'datetime-local' | undefined
  value?: string | undefined
  /** What the browser may fill in: "username", "current-password", "one-time-code", "email". */
  autocomplete?: string | undefined
  /** Which keyboard a phone shows; figures are text fields with "numeric" or "decimal". */
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | undefined
  maxlength?: number | undefined
  /** For short values such as a date or an amount. */
  short?: boolean | undefined
}

/** One line of text. Never a placeholder as label: what to enter stands in `hint`. */
export function TextField({
  type = 'text',
  value,
  autocomplete,
  inputmode,
  maxlength,
  short,
  ...words
}: TextFieldProps) {
  // Preact's type of <input> knows each type apart and takes none that is decided here: hence no JSX.
  const control = createElement<LooseInputHTMLAttributes>('input', {
    ...controlAttributes(words),
    class: classNames(
      'kern-form-input__input',
      words.error !== undefined && 'kern-form-input__input--error',
      short && 'lw-input--short',
    ),
    type,
    value,
    autocomplete,
    inputmode,
    maxlength,
  })
  return <FieldFrame {...words}>{control}</FieldFrame>
}

export interface TextAreaProps extends FieldWords {
  value?: string | undefined
  rows?: number | undefined
  maxlength?: number | undefined
}

/** Several lines of text. */
export const TextArea = ({ value = '', rows = 4, maxlength, ...words }: TextAreaProps) => (
  <FieldFrame {...words}>
    <textarea
      {...controlAttributes(words)}
      class={classNames('kern-form-input__input', words.error !== undefined && 'kern-form-input__input--error')}
      rows={rows}
      maxlength={maxlength}
      // browsers swallow a line break right behind the tag
      value={/^\r?\n/.test(value) ? `\n${value}` : value}
    />
  </FieldFrame>
)

export interface SelectFieldProps extends FieldWords {
  options: readonly Option[]
  value?: string | undefined
  /** Words of the entry without a value, first in the list: "Bitte wählen", "alle". */
  empty?: string | undefined
  autocomplete?: string | undefined
}

/** One of five or more options. Fewer stand open as `Choice`. */
export const SelectField = ({ options, value, empty, autocomplete, ...words }: SelectFieldProps) => (
  <FieldFrame {...words}>
    <div class="kern-form-input__select-wrapper">
      <select
        {...controlAttributes(words)}
        class={classNames('kern-form-input__select', words.error !== undefined && 'kern-form-input__select--error')}
        autocomplete={autocomplete}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  </FieldFrame>
)

export interface FileFieldProps extends FieldWords {
  /** Types the server takes: ".pdf,.xlsx". Say them and the size limit in `hint` too. */
  accept?: string | undefined
  multiple?: boolean | undefined
}

/** A file to hand in; the form needs `multipart`. After a refusal the file has to be chosen again: browsers do not keep it. */
export const FileField = ({ accept, multiple, ...words }: FileFieldProps) => (
  <FieldFrame {...words}>
    <input
      {...controlAttributes(words)}
      class={classNames('kern-form-input__input', words.error !== undefined && 'kern-form-input__input--error')}
      type="file"
      accept={accept}
      multiple={multiple}
    />
  </FieldFrame>
)

export interface CheckProps extends FieldWords {
  value?: string | undefined
  checked?: boolean | undefined
}

/** One thing to agree to or to switch on. */
export function Check({ value = 'ja', checked, ...words }: CheckProps) {
  const id = words.id ?? fieldId(words.name)
  const invalid = words.error !== undefined
  return (
    <div class={classNames('kern-form-check', invalid && 'kern-form-check--error')}>
      <input
        {...controlAttributes(words)}
        class={classNames('kern-form-check__checkbox', invalid && 'kern-form-check__checkbox--error')}
        type="checkbox"
        value={value}
        checked={checked}
      />
      <label class="kern-label" for={id}>
        {words.label}
      </label>
      <FieldHint id={id} hint={words.hint} />
      <FieldErrorLine id={id} error={words.error} />
    </div>
  )
}

export interface SubmitProps extends Omit<ButtonProps, 'type'> {}

/** The button that sends the form around it; primary unless told otherwise. Says what happens: "Bedarf melden". */
export const Submit = ({ variant = 'primary', ...rest }: SubmitProps) => (
  <Button {...rest} variant={variant} type="submit" />
)
