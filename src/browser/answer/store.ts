import { type Draft, parseDraft } from './draft.ts'

const prefix = 'lotsenwerk.antwort.'

/** The place on this device for one person's unsaved input to one question. Where storing is switched off, nothing is kept. */
export interface DraftStore {
  read(): Draft | undefined
  /** Without a draft, what was kept is forgotten. */
  write(draft: Draft | undefined): void
}

/** By person: two people at one computer must not answer in each other's name. */
export function draftStore(readerId: string, path: string): DraftStore {
  const key = `${prefix}${readerId}.${path}`
  return {
    read: () => parseDraft(attempt(() => localStorage.getItem(key)) ?? null, Date.now()),
    write: (draft) =>
      attempt(() => (draft ? localStorage.setItem(key, JSON.stringify(draft)) : localStorage.removeItem(key))),
  }
}

/** Drafts of questions that nobody came back to. */
export function forgetOldDrafts(): void {
  attempt(() => {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
    for (const key of keys.filter((name) => name.startsWith(prefix)))
      if (!parseDraft(localStorage.getItem(key), Date.now())) localStorage.removeItem(key)
  })
}

/** Storing throws when it is switched off or full. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
