/** What this module tells people about, as they find it in their settings. */
export const pageKinds = {
  barrierReported: {
    kind: 'publishing.barrierReported',
    title: 'Jemand meldet eine Barriere',
    area: 'Webseiten',
    urgent: false,
  },
} as const
