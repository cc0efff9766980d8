/** One place in the input and the German sentence that belongs beside it. `path` is the field's name, or a path such as `catalog.groups[2].id`. */
export interface FieldError {
  path: string
  message: string
}

/**
 * An expected "no" that the person at the screen can understand: a German sentence that says what happened and what to do.
 * Bugs are thrown, refusals are returned. A verb that returns one has changed nothing: its transaction is rolled back.
 */
export interface Refusal {
  refused: string
  errors?: FieldError[]
}

export type Outcome<T> = T | Refusal

export const refuse = (refused: string, errors?: FieldError[]): Refusal => (errors ? { refused, errors } : { refused })

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string'
