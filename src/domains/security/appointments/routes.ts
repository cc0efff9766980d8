import { route } from '#platform/http/route.ts'

export const appointmentRoutes = {
  list: route('/teilnahmen/:id/termine'),
  new: route('/teilnahmen/:id/termine/neu'),
  show: route('/teilnahmen/:id/termine/:appointmentId'),
  confirm: route('/teilnahmen/:id/termine/:appointmentId/bestaetigung'),
  decline: route('/teilnahmen/:id/termine/:appointmentId/ablehnung'),
  change: route('/teilnahmen/:id/termine/:appointmentId/aendern'),
  cancel: route('/teilnahmen/:id/termine/:appointmentId/absage'),
  hold: route('/teilnahmen/:id/termine/:appointmentId/stattgefunden'),
  travel: route('/vor-ort'),
  travelDay: route('/vor-ort/:day'),
  month: route('/programme-im-verbund/:id/termine'),
  newKickoff: route('/programme-im-verbund/:id/auftakt'),
  kickoff: route('/programme-im-verbund/:id/auftakt/:kickoffId'),
}

export const appointmentHref = ({ id, enrollmentId }: { id: string; enrollmentId: string }): string =>
  appointmentRoutes.show.href({ id: enrollmentId, appointmentId: id })
