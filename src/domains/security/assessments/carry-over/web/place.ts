import { withQuery } from '#platform/http/route.ts'
import type { Assessment } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'

/** A catalog to hold the answers against, with the own check on it. */
export interface TargetChoice {
  id: string
  title: string
  version: string
  check?: Assessment | undefined
}

/** Which check is held against which catalog. */
export interface Place {
  source: string
  target: string | undefined
}

export const placeHref = ({ source, target }: Place, more: { liste?: string; frage?: string } = {}): string =>
  withQuery(assessmentRoutes.frameworks.href(), { pruefung: source, ziel: target, ...more })
