import { isRefusal } from '#kernel/outcome.ts'
import { invite, type Role } from '#foundation/identity/index.ts'
import type { Places, Speaker } from './demo-organizations.ts'

export interface StoryInvitation {
  organization: string
  email: string
  name: string
  roles: Role[]
  /** Who invites, and for whom that person acts. */
  by: string
  for: string
  daysAgo: number
  at: string
}

/** Who was invited in the days before and has not answered yet. */
export async function tellInvitations(told: StoryInvitation[], places: Places, speaker: Speaker): Promise<void> {
  for (const { organization, email, name, roles, by, for: place, daysAgo, at } of told) {
    const there = places.get(organization)
    if (!there) throw new Error(`demo: ${organization} is not in the story`)
    const invited = await invite(await speaker(by, place, daysAgo, at), there, {
      email,
      name,
      roles,
      organizationId: there.id,
    })
    if (isRefusal(invited)) throw new Error(`demo: ${invited.refused}`)
  }
}
