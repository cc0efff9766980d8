import type { ComponentChildren } from 'preact'

import { classNames } from '#ui/class-names.ts'
import { Icon, type IconName } from '#ui/icon/icon.tsx'

interface ButtonLook {
  /** One primary button per view, and it says what happens: "Bedarf melden", never "Absenden". */
  variant?: 'primary' | 'secondary' | undefined
  size?: 'x-small' | undefined
  block?: boolean | undefined
  icon?: IconName | undefined
  children: ComponentChildren
}

export interface ButtonProps extends ButtonLook {
  type?: 'submit' | 'button' | undefined
  name?: string | undefined
  value?: string | undefined
  /** The id of the form it belongs to when it stands outside of it. */
  form?: string | undefined
  /** The id of a sentence that says what the button does to whom. */
  describedBy?: string | undefined
}

export interface ButtonLinkProps extends ButtonLook {
  href: string
  /** For files: the browser stores the answer instead of showing it. */
  download?: boolean | undefined
}

const look = ({ variant = 'secondary', size, block }: ButtonLook): string =>
  classNames('kern-btn', `kern-btn--${variant}`, size && `kern-btn--${size}`, block && 'kern-btn--block')

const Label = ({ icon, children }: ButtonLook) => (
  <>
    {icon && <Icon name={icon} />}
    <span class="kern-label">{children}</span>
  </>
)

/** A button that acts: it submits the form around it unless `type="button"`. For going somewhere use `ButtonLink`. */
export const Button = ({ type = 'submit', name, value, form, describedBy, ...rest }: ButtonProps) => (
  <button class={look(rest)} type={type} name={name} value={value} form={form} aria-describedby={describedBy}>
    <Label {...rest} />
  </button>
)

/** A link that looks like a button: for the one way onward of a page or box. */
export const ButtonLink = ({ href, download, ...rest }: ButtonLinkProps) => (
  <a class={look(rest)} href={href} download={download}>
    <Label {...rest} />
  </a>
)
