/** What a line in the history of a road is about: the whole road, how a step stands, or what is said about it. */
export const entryKinds = ['road', 'state', 'detail'] as const
export type EntryKind = (typeof entryKinds)[number]
