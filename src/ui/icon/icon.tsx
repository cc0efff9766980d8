import { classNames } from '#ui/class-names.ts'

/** The signs of KERN's set that we use. Each stands beside a word that says the same. */
export type IconName =
  | 'account-circle'
  | 'add'
  | 'check'
  | 'close'
  | 'danger'
  | 'dehaze'
  | 'delete'
  | 'download'
  | 'edit'
  | 'info'
  | 'logout'
  | 'mail'
  | 'open-in-new'
  | 'search'
  | 'success'
  | 'warning'

export interface IconProps {
  name: IconName
  small?: boolean | undefined
}

/** A decorative sign, hidden from screen readers. Never alone: the word beside it carries the meaning. */
export const Icon = ({ name, small }: IconProps) => (
  <i class={classNames('kern-icon', `kern-icon--${name}`, small && 'kern-icon--small')} aria-hidden="true" />
)
