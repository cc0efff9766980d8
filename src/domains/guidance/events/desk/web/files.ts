import { type PageRoute, show } from '#platform/http/page-route.ts'
import { eventRoutes } from '../../routes.ts'
import { badgeFile, peopleSheet, signingFile } from '../files.ts'
import { desk, onEvent } from './on-event.ts'

/** Papers for the room. */
export const deskFilePages: PageRoute[] = [
  show(eventRoutes.peopleFile, onEvent(signingFile), desk),
  show(eventRoutes.badgesFile, onEvent(badgeFile), desk),
  show(eventRoutes.peopleSheet, onEvent(peopleSheet), desk),
]
