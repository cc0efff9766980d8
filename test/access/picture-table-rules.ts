// What docs/access.md allows of pictures. Both pictures of the story are public; what is not is tried in test/state-picture.
import type { Meeting, TableRule } from './table-rules.ts'

const insiders = new Set([
  'programmeManager',
  'guide',
  'observer',
  'chiefExecutive',
  'securityOfficer',
  'navigator',
  'officeHead',
  'dataProtectionOfficer',
  'itStaff',
  'organizationAdmin',
])

export const pictureMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  // Every municipality of the story takes part in the programme of the pictures.
  seesPictures: ({ standing }) => standing.roles.some((role) => insiders.has(role)),
  publicCell: ({ row }) => row['dimension'] !== 'control' && row['dimension'] !== 'money',
}

export const pictureTableRules: Record<string, TableRule> = {
  'pictures.picture': { select: ['whoever'], update: ['observer'] },
  'pictures.cell': { select: ['seesPictures', 'publicCell'] },
  'pictures.named': { select: ['whoever'] },
  'pictures.subject': {},
  'pictures.release_plan': {
    select: ['signedIn', 'operator'],
    insert: ['programmeLeader'],
    update: ['programmeLeader'],
    author: 'changed_by',
  },
  'security.signed_result': {
    select: ['chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer', 'assigned'],
  },
}

/** All that the role may touch that counts for pictures: views, and what it keeps and never changes. */
export const insightsRights = {
  'pictures.catalog_hash': 'SELECT',
  'pictures.cell': 'SELECT INSERT',
  'pictures.control_title': 'SELECT',
  'pictures.list_title': 'SELECT',
  'pictures.merged': 'SELECT',
  'pictures.named': 'SELECT INSERT',
  'pictures.naming': 'SELECT',
  'pictures.observed': 'SELECT',
  'pictures.participant': 'SELECT',
  'pictures.phase_title': 'SELECT',
  'pictures.picture': 'SELECT INSERT',
  'pictures.signed_check': 'SELECT',
  'pictures.signed_list': 'SELECT',
  'pictures.subject': 'SELECT INSERT',
}
