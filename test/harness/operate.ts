// The command line on the server, and a second server on the same database: for tests below the floor of the application.
import { type App, createApp } from '#app/create-app.ts'
import { type Done, type Options, runVerb } from '#app/operator.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { TestHouse } from './house.ts'

export const operate = ({ services }: TestHouse, verb: string, options: Options): Promise<Outcome<Done>> =>
  runVerb(services, verb, options)

/** As after a restore without the installation's secret. */
export const withOtherSecret = ({ services }: TestHouse): App =>
  createApp({ ...services, secret: 'another secret after a restore without the old one' })
