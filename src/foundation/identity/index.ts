/** The door of identity: people, their roles, sessions and tokens. */
export { type Role, rolesInWords } from './roles.ts'
export { type Session, type TokenHolder, closeSession, findSession, findTokenHolder, touchSession } from './session.ts'
export { isWaiting, signIn } from './sign-in.ts'
export { type OperatorContext, addPerson, assign, grantRole, issueToken } from './operator.ts'
export { checkPassword, createAdministrator } from './create-administrator.ts'
export { namesOf } from './queries.ts'
export { identityOperations } from './me.ts'
