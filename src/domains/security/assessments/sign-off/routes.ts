import { route } from '#platform/http/route.ts'

export const signOffRoutes = {
  show: route('/pruefungen/:id/abnahme'),
  withdrawal: route('/pruefungen/:id/abnahme/:signOffId/ruecknahme'),
  reopening: route('/pruefungen/:id/wiederoeffnung'),
  agreement: route('/pruefungen/:id/wiederoeffnung/:reopeningId/zustimmung'),
  refusal: route('/pruefungen/:id/wiederoeffnung/:reopeningId/ablehnung'),
}
