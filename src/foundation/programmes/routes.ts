import { route } from '#platform/http/route.ts'

export const programmeRoutes = {
  list: route('/programme-im-verbund'),
  new: route('/programme-im-verbund/neu'),
  show: route('/programme-im-verbund/:id'),
  change: route('/programme-im-verbund/:id/aendern'),
  /** The road of one municipality. */
  road: route('/teilnahmen/:id'),
  step: route('/teilnahmen/:id/schritte/:step'),
  /** All programmes that the own organization takes part in. */
  own: route('/teilnahmen'),
}
