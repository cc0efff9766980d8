// What the definer functions of events may touch, and who may call them.

const all = 'SELECT INSERT UPDATE DELETE'

export const guidanceAccessRights = {
  'guidance.attendance': all,
  'guidance.certificate': all,
  'guidance.check_in': all,
  'guidance.decision': all,
  'guidance.event': all,
  'guidance.event_date': all,
  'guidance.feedback': all,
  'guidance.feedback_given': all,
  'guidance.group_mail': all,
  'guidance.link': all,
  'guidance.material': all,
  'guidance.registration': all,
  'guidance.video_link': all,
}

const forApp = { owner: 'lotsenwerk_access', mayExecute: ['lotsenwerk_app'] }
const forWorker = { owner: 'lotsenwerk_access', mayExecute: ['lotsenwerk_worker'] }
const forNobody = { owner: 'lotsenwerk_access', mayExecute: [] }

export const guidanceDefiners = {
  'access.scope_seats': forApp,
  'guidance.add_invitation': forApp,
  'guidance.add_links': forWorker,
  'guidance.announce': forApp,
  'guidance.answer_offer': forApp,
  'guidance.approve': forApp,
  'guidance.cancel_event': forApp,
  'guidance.check_in': forApp,
  'guidance.check_registration': forApp,
  'guidance.counts': forApp,
  'guidance.expire': forWorker,
  'guidance.feedback_of': forApp,
  'guidance.filled_at': forApp,
  'guidance.find_certificate': forApp,
  'guidance.find_link': forApp,
  'guidance.forget': forWorker,
  'guidance.forget_person': forNobody,
  'guidance.give_feedback': forApp,
  'guidance.has_given_feedback': forApp,
  'guidance.invitations': forApp,
  'guidance.leave': forApp,
  'guidance.ranks': forApp,
  'guidance.register': forApp,
  'guidance.register_guest': forApp,
  'guidance.revoke_invitation': forApp,
  'guidance.set_capacity': forApp,
  'guidance.substitute': forApp,
  'guidance.take_reminders': forWorker,
  'guidance.take_untold': forWorker,
  'guidance.transfer': forApp,
  'privacy.person_data_without_events': forNobody,
}
