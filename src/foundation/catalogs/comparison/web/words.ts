import type { TagState } from '#ui/tag/tag.tsx'
import { wholeNumber } from '../../oscal/document/wording.ts'
import type { Catalog } from '../../queries.ts'
import { shortVersion } from '../../versions.ts'
import type { Change } from '../compare-versions.ts'
import type { Selection, State } from '../entries.ts'

export const stateNames: Record<State, string> = {
  toConfirm: 'geändert, zu bestätigen',
  renumbered: 'umnummeriert',
  guidance: 'nur Hinweise geändert',
  lost: 'entfallen',
  new: 'neu',
  same: 'unverändert',
}

/** For the heads of a table. */
export const shortNames: Record<State, string> = {
  ...stateNames,
  toConfirm: 'zu bestätigen',
  guidance: 'nur Hinweise',
}

export const stateTags: Record<State, TagState> = {
  toConfirm: 'soon',
  renumbered: 'running',
  guidance: 'none',
  lost: 'late',
  new: 'ok',
  same: 'none',
}

/** As they stand in the address. */
const addresses: Record<Selection['state'], string> = {
  different: '',
  toConfirm: 'geaendert',
  renumbered: 'umnummeriert',
  guidance: 'hinweise',
  lost: 'entfallen',
  new: 'neu',
  same: 'unveraendert',
}

export const addressOf = (state: Selection['state']): string => addresses[state]

const byAddress = new Map(Object.entries(addresses).map(([state, address]) => [address, state as Selection['state']]))

/** What cannot be meant shows all differences: an address may be typed by hand. */
export const stateAt = (address: string | undefined): Selection['state'] => byAddress.get(address ?? '') ?? 'different'

export const changeNames: Record<Change, string> = {
  statement: 'Text',
  title: 'Titel',
  obligation: 'Verbindlichkeit',
  guidance: 'Hinweis',
}

export const controlsInWords = (count: number): string =>
  count === 1 ? '1 Anforderung' : `${wholeNumber(count)} Anforderungen`

/** "Anwenderkatalog, Fassung 2026-05-28" */
export const versionInWords = ({ title, version }: Pick<Catalog, 'title' | 'version'>): string =>
  `${title}, Fassung ${shortVersion(version)}`
