import { acceptanceText, type Report } from './report.ts'

/** `road` where what would be signed is asked for as well. */
export const reportJson = (
  report: Report,
  withContent: boolean,
  road?: { organizationName: string; programmeName: string },
) => ({
  id: report.id,
  enrollmentId: report.enrollmentId,
  organizationId: report.organizationId,
  programmeId: report.programmeId,
  number: report.number,
  state: report.state,
  deliveredBy: report.deliveredBy,
  deliveredAt: report.deliveredAt.toString(),
  decidedBy: report.decidedBy,
  decidedAt: report.decidedAt?.toString() ?? null,
  content: withContent ? report.content : null,
  acceptanceText: road && withContent && report.state === 'submitted' ? acceptanceText(road, report) : null,
  comments: (withContent ? report.comments : []).map((comment) => ({
    id: comment.id,
    answersId: comment.answersId,
    side: comment.side,
    place: comment.place,
    text: comment.text,
    writtenBy: comment.writtenBy,
    writtenAt: comment.writtenAt.toString(),
    settledAt: comment.settledAt?.toString() ?? null,
  })),
})
