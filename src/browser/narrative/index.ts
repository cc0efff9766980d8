// Keeps what somebody writes while they write: every pause makes a version, and nothing of it replaces the button.

const pause = 8_000
const patience = 20_000

/** What the other forms of the page build on. */
const versionsOfPage = 'input[name="narrativeVersion"], form[action$="/entwurf"] input[name="version"]'

/** What the page says while it happens; the words of the server stand there until then. */
type Show = (text: string) => void

interface Fields {
  text: HTMLTextAreaElement
  version: HTMLInputElement
  proofId: string
  csrf: string
}

function fieldsOf(form: HTMLFormElement): Fields | undefined {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="text"]')
  const version = form.querySelector<HTMLInputElement>('input[name="version"]')
  const proofId = form.querySelector<HTMLInputElement>('input[name="proofId"]')?.value
  const csrf = form.querySelector<HTMLInputElement>('input[name="_csrf"]')?.value
  return text && version && proofId && csrf ? { text, version, proofId, csrf } : undefined
}

const clock = (): string => new Intl.DateTimeFormat('de-DE', { hour: '2-digit', minute: '2-digit' }).format()

/** The number of the version that is kept now, what stands against it, or nothing when the server could not be reached. */
async function keep({ text, version, proofId, csrf }: Fields): Promise<number | 'conflict' | 'refused' | undefined> {
  try {
    const response = await fetch(`/api/v1/proofs-of-use/${encodeURIComponent(proofId)}/narrative`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'lotsenwerk-csrf': csrf },
      body: JSON.stringify({ text: text.value, version: Number(version.value), auto: true }),
      credentials: 'same-origin',
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
    if (response.status === 409) return 'conflict'
    if (!response.ok) return 'refused'
    const kept: unknown = await response.json()
    return typeof kept === 'object' && kept !== null && 'version' in kept ? Number(kept.version) : 'refused'
  } catch {
    return undefined
  }
}

async function save(fields: Fields, show: Show): Promise<boolean> {
  show('Wird gesichert …')
  const kept = await keep(fields)
  if (typeof kept === 'number') {
    for (const seen of document.querySelectorAll<HTMLInputElement>(versionsOfPage)) seen.value = String(kept)
    fields.version.value = String(kept)
    show(`Fassung ${kept}, von selbst gesichert ${clock()} Uhr`)
    return true
  }
  show(
    kept === 'conflict'
      ? 'Jemand anderes hat inzwischen gespeichert. Ihr Text steht noch hier; mit dem Knopf sehen Sie beide Fassungen.'
      : 'Noch nicht gesichert. Ihr Text steht noch hier; bitte mit dem Knopf speichern.',
  )
  return kept !== 'conflict'
}

function enhance(form: HTMLFormElement): void {
  const fields = fieldsOf(form)
  const status = form.querySelector<HTMLElement>('#sachbericht-stand')
  if (!fields || !status) return
  const show: Show = (text) => {
    status.textContent = text
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  let saved = fields.text.value
  const later = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (fields.text.value === saved || fields.text.value.trim() === '') return
      saved = fields.text.value
      void save(fields, show).then((goesOn) => goesOn || fields.text.removeEventListener('input', later))
    }, pause)
  }
  fields.text.addEventListener('input', later)
  form.addEventListener('submit', () => clearTimeout(timer))
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-island="narrative"]')) enhance(form)
