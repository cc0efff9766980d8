import { fileJobs } from '#foundation/files/index.ts'
import { digestJobs, mailJobs } from '#foundation/notifications/index.ts'
import { clearJobs } from '#platform/jobs/clear-jobs.ts'
import { Worker } from '#platform/jobs/worker.ts'
import type { Log } from '#platform/log.ts'
import { ImapMailbox } from '#platform/mail/mailbox.ts'
import { Smtp } from '#platform/mail/smtp.ts'
import { storageOf } from '#platform/storage/storage.ts'
import type { House } from './house.ts'
import { jobs, kindsOfNotifications, mailTemplates } from './modules.ts'

/** Who does the work of the queue in this process; it begins with `start`. */
export function createWorker({ config, database, clock }: House, log: Log): Worker {
  const { smtp, imap, sender } = config.mail
  const mail = mailJobs({
    smtp: smtp && new Smtp(smtp),
    mailbox: imap && new ImapMailbox(imap),
    sender,
    portal: config.baseUrl,
    templates: mailTemplates,
  })
  const digests = digestJobs({ kinds: kindsOfNotifications, portal: config.baseUrl })
  const files = fileJobs(storageOf(config, clock))
  return new Worker({ database, clock, log, jobs: [...jobs, ...mail, ...digests, ...files, clearJobs] })
}
