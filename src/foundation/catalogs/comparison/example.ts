const backup = { id: 'SICH.2', key: '3f1c7d0e-5a9b-4a6e-8d53-0c8a1f2b3c4d', title: 'Wiederherstellung üben' }
const moved = { before: backup, after: { ...backup, id: 'SICH.3' }, changes: ['statement'] }
const none = { count: 0, items: [] }

export const comparisonExample = {
  before: { id: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5b', title: 'Anwenderkatalog', version: '2026-05-28' },
  after: { id: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5c', title: 'Anwenderkatalog', version: '2026-07-29' },
  byKeys: true,
  same: none,
  renumbered: { count: 1, items: [moved] },
  changed: { count: 1, items: [moved] },
  lost: none,
  new: none,
}
