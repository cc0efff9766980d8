type Child = Node | string

/** An element with a class; words become text, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag)
  if (className !== '') made.className = className
  made.append(...children)
  return made
}

/** As ui/icon: a sign beside a word. */
export function icon(name: 'check' | 'danger'): HTMLElement {
  const sign = element('i', `kern-icon kern-icon--${name}`)
  sign.ariaHidden = 'true'
  return sign
}

export interface ButtonParts {
  label: string
  /** Id of the sentence that says what the button is about. */
  describedBy?: string | undefined
  primary?: boolean
  press: () => void
}

/** As ui/button, in its small size. */
export function button({ label, describedBy, primary = false, press }: ButtonParts): HTMLButtonElement {
  const look = `kern-btn kern-btn--${primary ? 'primary' : 'secondary'} kern-btn--x-small`
  const made = element('button', look, element('span', 'kern-label', label))
  made.type = 'button'
  if (describedBy !== undefined) made.setAttribute('aria-describedby', describedBy)
  made.addEventListener('click', press)
  return made
}
