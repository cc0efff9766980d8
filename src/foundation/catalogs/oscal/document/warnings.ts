import { enumerated, quoted, wholeNumber } from './wording.ts'

/** What was read with reservations; `n` is "einer Stelle" or "5 Stellen", `names` the first of them. */
const sentences = {
  noKeys: () =>
    'Nicht jede Anforderung hat eine dauerhafte Kennung (alt-identifier). Beim Wechsel auf eine neue Fassung werden Antworten deshalb nur bei gleicher Nummer und gleichem Titel übernommen.',
  doubledKeys: (_n: string, names: string) =>
    `Dauerhafte Kennungen (alt-identifier) sind doppelt vergeben, zum Beispiel ${names}. Beim Wechsel auf eine neue Fassung werden Antworten deshalb nur bei gleicher Nummer und gleichem Titel übernommen.`,
  effort: (n: string, names: string) => `Der Aufwand ist an ${n} nicht lesbar und bleibt leer: ${names}.`,
  obligation: (n: string, names: string) => `Das Modalverb ist an ${n} unbekannt und bleibt leer: ${names}.`,
  noStatement: (n: string, names: string) => `Der Anforderungstext fehlt an ${n}: ${names}.`,
  parameter: (n: string, names: string) =>
    `Parameter sind an ${n} nicht erklärt oder verweisen auf sich selbst und stehen als [Kennung] im Text: ${names}.`,
  link: (n: string, names: string) => `Verweise mit unzulässiger Adresse wurden an ${n} ausgelassen: ${names}.`,
  groupWithoutId: (n: string, names: string) => `Gruppen ohne eigene ID sind an ${n} benannt worden: ${names}.`,
  published: (_n: string, names: string) =>
    `Das Datum der Veröffentlichung ist nicht lesbar und bleibt leer: ${names}.`,
  unknownControl: (n: string, names: string) =>
    `Das Profil nennt an ${n} Anforderungen oder Muster, zu denen es in seinen Quellen nichts gibt: ${names}.`,
  pickedTwice: (n: string, names: string) =>
    `Gleiche Anforderungen kommen an ${n} aus mehreren Importen und stehen einmal im Katalog: ${names}.`,
  notPlaced: (n: string, names: string) =>
    `Ausgewählte Anforderungen ordnet das Profil an ${n} in keine Gruppe ein; sie fehlen: ${names}.`,
  placedTwice: (n: string, names: string) =>
    `Anforderungen ordnet das Profil an ${n} mehrfach ein; sie stehen dort, wo sie zuerst genannt sind: ${names}.`,
  unknownParameter: (n: string, names: string) =>
    `Das Profil setzt an ${n} Parameter, die es in seinen Quellen nicht gibt: ${names}.`,
  unknownAlter: (n: string, names: string) =>
    `Das Profil ändert an ${n} Anforderungen, die es nicht ausgewählt hat: ${names}.`,
  unknownPlace: (n: string, names: string) => `Ergänzungen des Profils haben an ${n} kein Ziel und fehlen: ${names}.`,
  unknownRelationship: (n: string, names: string) =>
    `Beziehungen sind an ${n} anders benannt als „equal-to“, „equivalent-to“, „subset-of“, „superset-of“ und „intersects-with“ und ausgelassen: ${names}.`,
  foreignRelationship: (n: string, names: string) =>
    `Beziehungen haben an ${n} eine eigene Bedeutung ihres Herausgebers (ns) und sind ausgelassen: ${names}.`,
  doubledRelation: (n: string, names: string) =>
    `Gleiche Beziehungen stehen an ${n} noch einmal und zählen einmal: ${names}.`,
  noTargetKey: (n: string, names: string) =>
    `Ziele haben an ${n} nur eine Nummer und keine dauerhafte Kennung. Ob sie in einem anderen Katalog noch dasselbe meinen, lässt sich dort nicht feststellen: ${names}.`,
  nothingRemoved: (n: string, names: string) => `Streichungen des Profils treffen an ${n} nichts: ${names}.`,
} satisfies Record<string, (n: string, names: string) => string>

/** One more than a sentence names, so that it can say "und weitere". */
const kept = 6

export type WarningKind = keyof typeof sentences

/** Collects reservations by kind, so that nine hundred of one kind become one sentence. */
export class Warnings {
  private readonly found = new Map<WarningKind, { names: string[]; count: number }>()

  add(kind: WarningKind, name: string): void {
    const entry = this.found.get(kind) ?? { names: [], count: 0 }
    entry.count++
    if (entry.names.length < kept && !entry.names.includes(name)) entry.names.push(name)
    this.found.set(kind, entry)
  }

  sentences(): string[] {
    return Array.from(this.found, ([kind, { names, count }]) =>
      sentences[kind](count === 1 ? 'einer Stelle' : `${wholeNumber(count)} Stellen`, enumerated(names.map(quoted))),
    )
  }
}
