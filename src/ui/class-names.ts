/** Joins the class names that apply: `classNames('lw-box', tone && `lw-box--${tone}`)`. */
export const classNames = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
