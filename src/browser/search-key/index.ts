/** The slash leads into the search field, from everywhere but where somebody writes; the page "Suche" switches it off for this browser. */
const place = 'lotsenwerk.search-key'

const isOff = (): boolean => {
  try {
    return localStorage.getItem(place) === 'off'
  } catch {
    return false // a browser that keeps nothing
  }
}

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

const isVisible = (field: HTMLInputElement): boolean => field.checkVisibility()

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return
  if (writes(event.target) || isOff()) return
  const fields = document.querySelectorAll<HTMLInputElement>('main input[type="search"][name="q"], .lw-search input')
  const wanted = [...fields].toReversed().find(isVisible)
  event.preventDefault()
  // Where the head has no room for the field, its page has.
  if (!wanted) return location.assign('/suche')
  wanted.focus()
  wanted.select()
})

function show(panel: HTMLElement): void {
  const state = panel.querySelector('[data-search-key-state]')
  if (state) state.textContent = isOff() ? 'ausgeschaltet' : 'eingeschaltet'
  panel.hidden = false
}

for (const panel of document.querySelectorAll<HTMLElement>('[data-search-key]')) {
  show(panel)
  panel.querySelector('button')?.addEventListener('click', () => {
    try {
      localStorage.setItem(place, isOff() ? 'on' : 'off')
    } catch {
      return
    }
    show(panel)
  })
}
