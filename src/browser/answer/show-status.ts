import { button, element, icon } from './element.ts'
import { type Fields, focusAnswer } from './fields.ts'
import type { Words } from './words.ts'

/** Same markup as ui/saved, which the server writes. */
function markup(words: Exclude<Words, { look: 'untouched' }>, press: () => void, describedBy: string): HTMLElement {
  switch (words.look) {
    case 'saved': {
      const sentence = element('span', 'lw-saved', icon('check'), words.text)
      return words.button
        ? element('span', 'lw-row', sentence, button({ label: words.button.label, describedBy, press }))
        : sentence
    }
    case 'saving':
      return element('span', 'lw-saved', words.text)
    case 'failed': {
      const sentence = element('span', 'kern-error', icon('danger'), element('span', 'kern-body', words.text))
      return words.button
        ? element('span', 'lw-row', sentence, button({ label: words.button.label, describedBy, press }))
        : element('span', 'lw-row', sentence)
    }
  }
}

/** Shows the words in the live region; only a change is written, so that nothing is read out twice and a button keeps the focus. */
export function statusOf(fields: Fields, press: (does: 'retry' | 'submit' | 'undo') => void): (words: Words) => void {
  const { status } = fields
  const untouched = { className: status.className, nodes: [...status.childNodes] }
  let shown = JSON.stringify({ look: 'untouched' })
  return (words) => {
    const wanted = JSON.stringify(words)
    if (wanted === shown) return
    shown = wanted
    const hadFocus = status.contains(document.activeElement)
    if (words.look === 'untouched') {
      status.className = untouched.className
      status.replaceChildren(...untouched.nodes)
    } else {
      status.className = ''
      const does = words.look === 'saving' ? 'retry' : (words.button?.does ?? 'retry')
      fields.question.querySelector('[data-undo]')?.remove() // of the version before
      status.replaceChildren(markup(words, () => press(does), fields.heading.id))
    }
    if (hadFocus) focusAnswer(fields)
  }
}
