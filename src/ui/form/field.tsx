import { createContext, type ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'

import type { FieldError } from '#kernel/outcome.ts'

import { classNames } from '#ui/class-names.ts'
import { Icon } from '#ui/icon/icon.tsx'

/** The id of the field for an input path: what an entry of the error summary jumps to. */
export const fieldId = (path: string): string => `feld-${path.replaceAll(/[^A-Za-z0-9_-]/g, '-')}`

/** The first sentence that belongs beside the field of this name: `error={errorAt(errors, 'email')}`. */
export const errorAt = (errors: readonly FieldError[] | undefined, path: string): string | undefined =>
  errors?.find((error) => error.path === path)?.message

/** In a GET form (a filter, a search) nothing has to be filled in, so nothing is marked as optional. */
export const FormMethod = createContext<'post' | 'get'>('post')

/** One entry of a `SelectField` or `Choice`. */
export interface Option {
  value: string
  label: string
}

/** What all fields have in common. */
export interface FieldWords {
  label: string
  name: string
  /** Only when one page has two fields of the same name; otherwise made from the name. */
  id?: string | undefined
  hint?: ComponentChildren
  /** What is wrong and what would be right: "„ca. 40“ ist keine Zahl. Bitte nur 40 eintragen." */
  error?: string | undefined
  /** Without it the label says "- Optional". */
  required?: boolean | undefined
  /** Small label without that mark, where it is plain that nothing has to be entered: a note beside an answer. */
  plain?: boolean | undefined
}

const describedBy = (id: string, { hint, error }: FieldWords): string | undefined =>
  classNames(hint !== undefined && `${id}-hinweis`, error !== undefined && `${id}-fehler`) || undefined

/** Name, id and relations of the control inside a field. */
export function controlAttributes(words: FieldWords) {
  const id = words.id ?? fieldId(words.name)
  return {
    id,
    name: words.name,
    required: words.required,
    'aria-invalid': words.error === undefined ? undefined : ('true' as const),
    'aria-describedby': describedBy(id, words),
  }
}

/** The sentence below a field that was refused. */
export const FieldErrorLine = ({ id, error }: { id: string; error: string | undefined }) =>
  error === undefined ? null : (
    <p class="kern-error" id={`${id}-fehler`}>
      <Icon name="danger" />
      <span class="kern-body">{error}</span>
    </p>
  )

/** The sentence between label and control that says what to enter. */
export const FieldHint = ({ id, hint }: { id: string; hint: ComponentChildren }) =>
  hint === undefined ? null : (
    <div class="kern-hint" id={`${id}-hinweis`}>
      {hint}
    </div>
  )

const Optional = ({ required, plain }: Pick<FieldWords, 'required' | 'plain'>) =>
  useContext(FormMethod) === 'post' && !required && !plain ? <span class="kern-label__optional">- Optional</span> : null

/** Label, hint and error around a control. */
export function FieldFrame({ children, ...words }: FieldWords & { children: ComponentChildren }) {
  const id = words.id ?? fieldId(words.name)
  return (
    <div
      class={classNames(
        'kern-form-input',
        words.error !== undefined && 'kern-form-input--error',
        words.plain && 'lw-field--plain',
      )}
    >
      <label class="kern-label" for={id}>
        {words.label} <Optional {...words} />
      </label>
      <FieldHint id={id} hint={words.hint} />
      {children}
      <FieldErrorLine id={id} error={words.error} />
    </div>
  )
}
