// Sample calls of the portal.
export const portalSamples = { listTasks: { query: 'limit=10' } }
