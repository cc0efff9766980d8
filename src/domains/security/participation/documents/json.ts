import type { Document, DocumentFile, Finding } from './document.ts'

/** `withContent`: whoever asks reads what the municipality handed in. */
export const documentJson = (document: Document, withContent: boolean) => ({
  id: document.id,
  enrollmentId: document.enrollmentId,
  organizationId: document.organizationId,
  programmeId: document.programmeId,
  key: document.key,
  title: document.title,
  isRequired: document.isRequired,
  state: document.state,
  since: document.since?.toString() ?? null,
  version: document.version,
  files: withContent ? document.files.map(fileJson) : null,
  findings: withContent ? document.findings.map(findingJson) : null,
})

const fileJson = (file: DocumentFile) => ({
  id: file.id,
  number: file.number,
  fileId: file.fileId,
  name: file.name,
  mediaType: file.mediaType,
  size: file.size,
  validUntil: file.validUntil,
  addedBy: file.addedBy,
  addedAt: file.addedAt.toString(),
  withdrawnAt: file.withdrawnAt?.toString() ?? null,
  withdrawalReason: file.withdrawalReason,
})

const findingJson = (finding: Finding) => ({
  id: finding.id,
  fileNumber: finding.fileNumber,
  severity: finding.severity,
  text: finding.text,
  recommendation: finding.recommendation,
  foundBy: finding.foundBy,
  foundAt: finding.foundAt.toString(),
  withdrawnAt: finding.withdrawnAt?.toString() ?? null,
  withdrawalReason: finding.withdrawalReason,
})
