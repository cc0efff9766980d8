/** A deed as its sentence may tell it. Names are null where there is none, or where it was erased. */
export interface Deed {
  /** "Jana Wiesner", "Arne Feld (Prüfhaus GmbH)", "Eine ehemalige Person", "Der Betrieb". */
  who: string
  /** The person it is about: "Jana Wiesner", "eine ehemalige Person"; null when it is about none. */
  about: string | null
  /** Whose row it is about. */
  organization: string | null
  data: Readonly<Record<string, unknown>>
}

/** What people read about one kind of event; each module words its own. */
export interface EventWord {
  /** In filters: "Antwort gegeben". */
  title: string
  /** One German sentence. */
  tell: (deed: Deed) => string
  /** Reading of what belongs to the organization: told apart, so that it is seen. */
  isReading?: true | undefined
}

export type EventWords = Readonly<Record<string, EventWord>>

/** A fact of the entry as text, empty when it is not there. */
export const fact = ({ data }: Deed, name: string): string => {
  const value = data[name]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
