import { route } from '#platform/http/route.ts'

export const reviewRoutes = {
  verdict: route('/pruefungen/:id/fragen/:controlId/urteil'),
  remark: route('/pruefungen/:id/fragen/:controlId/beitrag'),
}

/** Where verdicts and what was said stand on the page of a question. */
export const reviewAnchor = 'vor-ort'
