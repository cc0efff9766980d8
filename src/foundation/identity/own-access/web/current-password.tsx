import type { Refusal } from '#kernel/outcome.ts'
import { TextField, errorAt } from '#ui/form/form.tsx'

/** The own password once more, so that a session left open is not enough. */
export const CurrentPassword = ({
  refusal,
  label = 'Ihr Passwort',
}: {
  refusal: Refusal | undefined
  label?: string | undefined
}) => (
  <TextField
    name="password"
    label={label}
    type="password"
    autocomplete="current-password"
    error={errorAt(refusal?.errors, 'password')}
    required
  />
)
