/** The slash leads into the search field, from everywhere but where somebody writes. */
const field = document.querySelector<HTMLInputElement>('.lw-search input') ?? undefined
const large = document.querySelector<HTMLInputElement>('main input[type="search"][name="q"]') ?? undefined

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.repeat || writes(event.target))
    return
  const wanted = [large, field].find((one) => one?.checkVisibility())
  if (!wanted) return
  event.preventDefault()
  wanted.focus()
  wanted.select()
})
