import type { Db } from '#platform/db/database.ts'

/** Who may find it. The database holds to it (policies of the index); what is not somebody's is for everybody signed in. */
export type SearchAudience =
  | 'signedIn'
  /** Whoever may read the row of this person; the id is that of the person. */
  | 'person'
  /** Whoever may read the row of this check; the id is that of the check. */
  | 'assessment'
  /** Whoever reads all of this measure; the id is that of the measure. */
  | 'measure'

/** What the search knows about one thing. */
export interface SearchDocument {
  /** Id of the thing; with the type it is unique. */
  id: string
  /** What the deeds in `changedBy` name, where that is not the thing itself but what it belongs to. */
  subjectId?: string | undefined
  title: string
  /** Exact words that find it before everything else: `BAK.1`, a municipal key. */
  keys?: readonly string[] | undefined
  /** What else is searched, plain text; at most 20,000 characters are kept. */
  body: string
  /** Path of its page. */
  url: string
  audience: SearchAudience
}

/** What of a module can be found, declared in its `search.ts` and collected in src/app/modules.ts. */
export interface SearchSource {
  /** The `type` of the API: `organization`, `person`, `control`, `assessment`, `handbook`. */
  type: string
  /** Heading above its results: "Organisationen". */
  title: string
  /** Titles are names: typing errors in them are forgiven. */
  isNamed?: boolean | undefined
  /**
   * Documents of these subjects; without ids all of them, by id in pages: `after` is the last id of the page before, fewer than `limit`
   * are the last page. Runs as the worker, who reads no tables: a definer function granted to `lotsenwerk_worker` gives the rows.
   */
  load(
    db: Db,
    page: { ids?: readonly string[] | undefined; after?: string | undefined; limit: number },
  ): Promise<SearchDocument[]>
  /** Which recorded deeds change it: `organization.changed`; the subject of the deed is in `ids` then. A deed without a subject: all of them. */
  changedBy: readonly string[]
  /** Of what comes with the product: another edition is indexed anew at the first start of it. */
  edition?: string | undefined
}
