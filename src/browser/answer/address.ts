/** Where the answer of one question is saved, read from where its form is sent to without a script. */
export interface Target {
  /** Address for PUT. */
  api: string
  /** Same on every page that shows the question: names what is kept on this device. */
  path: string
}

const formPath = /^\/pruefungen\/([^/]+)\/fragen\/([^/]+)\/antwort$/

/** Nothing for any other address: then the form stays as it is. */
export function targetOf(action: string | null): Target | undefined {
  const [, assessment, control] = formPath.exec(action ?? '') ?? []
  if (assessment === undefined || control === undefined) return undefined
  try {
    const id = encodeURIComponent(decodeURIComponent(assessment))
    const controlId = encodeURIComponent(decodeURIComponent(control))
    return { api: `/api/v1/assessments/${id}/answers/${controlId}`, path: `${id}/${controlId}` }
  } catch {
    return undefined // a lone % is no address of ours
  }
}
