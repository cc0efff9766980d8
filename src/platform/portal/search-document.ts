import type { Db } from '#platform/db/database.ts'

/** Who may find it. The database holds to it (policies of the index); a document without an organization is for everybody signed in. */
export type SearchAudience =
  | 'signedIn'
  /** Whoever may read the row of this person. */
  | 'person'
  /** Whoever may read assessments of the organization. */
  | 'assessment'

/** What the search knows about one thing. */
export interface SearchDocument {
  /** Id of the thing; with the type it is unique. */
  id: string
  title: string
  /** What else is searched, plain text; at most 20,000 characters are kept. */
  body: string
  /** Path of its page. */
  url: string
  audience: SearchAudience
  organizationId: string | null
}

/** What of a module can be found, declared in its `search.ts` and collected in src/app/modules.ts. */
export interface SearchSource {
  /** The `type` of the API: `organization`, `person`, `control`, `assessment`, `handbook`. */
  type: string
  /** Heading above its results: "Organisationen". */
  title: string
  /** Documents of these ids; without ids all of them, in pages: `after` is the last id of the page before. Runs under the indexing role. */
  load(db: Db, page: { ids?: readonly string[]; after?: string | undefined; limit: number }): Promise<SearchDocument[]>
  /** Which recorded deeds change it: `organization.changed`; the subject of the deed is the id. */
  changedBy: readonly string[]
}
