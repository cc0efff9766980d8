-- schemas
schema access usage to lotsenwerk_access, usage to lotsenwerk_app
schema appointments usage to lotsenwerk_access, usage to lotsenwerk_app
schema audit usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema catalogs usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema cockpit usage to lotsenwerk_access, usage to lotsenwerk_app
schema consents usage to lotsenwerk_access, usage to lotsenwerk_app
schema declarations usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema deliveries usage to lotsenwerk_access, usage to lotsenwerk_app
schema files usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema funding usage to lotsenwerk_access, usage to lotsenwerk_app
schema guidance usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema identity usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema insights usage to lotsenwerk_access, usage to lotsenwerk_app
schema invoices usage to lotsenwerk_access, usage to lotsenwerk_app
schema jobs usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_insights, usage to lotsenwerk_worker
schema loads usage to lotsenwerk_access, usage to lotsenwerk_app
schema mail usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema measures usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema migrations usage to lotsenwerk
schema notifications usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema organizations usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema packages usage to lotsenwerk_access, usage to lotsenwerk_app
schema participation usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema pictures usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_insights
schema platform usage to lotsenwerk_access, usage to lotsenwerk_app
schema portal usage to lotsenwerk_access, usage to lotsenwerk_app
schema privacy usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema programmes usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema proofs usage to lotsenwerk_access, usage to lotsenwerk_app
schema publishing usage to lotsenwerk_access, usage to lotsenwerk_app
schema search usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema security usage to lotsenwerk_access, usage to lotsenwerk_app, usage to lotsenwerk_worker
schema signatures usage to lotsenwerk_access, usage to lotsenwerk_app

-- tables
table appointments.appointment -- class: tenant. A date on the road of a municipality: who comes, when, where, and what became of it.
table appointments.participant -- class: tenant. Who of the municipality takes part in an appointment, and whether they came.
table appointments.proposal -- class: tenant. Times and places offered for an appointment; never changed, a new round takes their place.
table audit.entry -- class: system. Who did what; written in the transaction of the deed, never changed.
table audit.personal -- class: system. Who did it and about whom it is; erased for a person who asks for it, the chain holds without.
table audit.seal -- class: system. The links of the chain: each over the entries from first to last and over the link before it.
table catalogs.catalog -- class: shared. One imported version, pinned by the hash of its file; never changed.
table catalogs.control -- class: shared. One requirement or question; id as in this version, key across versions.
table catalogs.control_group -- class: shared. Groups of a catalog in their order; top_key is the outermost group.
table catalogs.mapping -- class: shared. One relation of a mapping collection; whether its ends exist is seen against a catalog.
table catalogs.mapping_collection -- class: shared. One imported mapping collection, pinned by the hash of its file; never changed.
table catalogs.mapping_file -- class: shared. The file as it came, compressed: a later edition of the importer can read more from it.
table catalogs.profile_source -- class: shared. Which catalog stood for which resource when a profile was resolved; never changed.
table catalogs.source_file -- class: shared. The file as it came, compressed: a later edition of the importer can read more from it.
table cockpit.message -- class: tenant. Messages to many municipalities of a programme: who wrote what to how many, and when; never changed.
table cockpit.view -- class: person. Filters and order of a cockpit that somebody keeps under a name; for that person only.
table consents.consent -- class: tenant. What a municipality agreed to, on which text, by whom, from when until when.
table declarations.admission -- class: tenant. What the programme said to a declaration, each decision a row; never changed.
table declarations.agreement -- class: tenant. Agreements of a municipality in a programme (data processing, confidentiality, permission to scan), from when until when; revoked, never changed.
table declarations.declaration -- class: tenant. The declaration of participation: what was signed, by whom, naming which contractor; withdrawn, never changed.
table declarations.interest -- class: tenant. Who without an account declared interest in a programme, and what became of it; gone after its term.
table deliveries.acceptance -- class: tenant. How the municipality decides on what was delivered: whole, in part, refused; booked when the cooperative countersigns.
table deliveries.delivery -- class: tenant. What the contractor reports as delivered on an order; taken back with a reason, never changed.
table deliveries.proof -- class: tenant. Files that prove a delivery: list of attendance, report.
table deliveries.reservation -- class: tenant. What the municipality reserves when it accepts, and when that was put right.
table files.allowance -- class: shared. What an organization may store that has no allowance of its own.
table files.file -- class: tenant. Names, sizes and hashes of files; readers and writers are those of the noun that carries it.
table files.space -- class: tenant. How much an organization has stored, and how much it may.
table funding.account -- class: tenant. The budget of one municipality in one programme; its columns are the balances of its entries, written by book() alone.
table funding.entry -- class: tenant. One transfer between two states of an account; never changed, corrected by further ones.
table funding.reference_counter -- class: system. The number of the newest order reference of a programme in a year.
table funding.service_order -- class: tenant. One service for one municipality under an order reference; where its money stands.
table guidance.attendance -- class: tenant. Who was there on which date.
table guidance.certificate -- class: tenant. Certificates with their numbers; a corrected one replaces its predecessor, which stays to be checked.
table guidance.check_in -- class: tenant. The code by which those in the room say that they are there; the organizer's alone.
table guidance.decision -- class: tenant. Every decision about a place, with its reasons: what the person and the organizer read.
table guidance.event -- class: public. What one registers for, with its rules and the count of its seats; strangers see what is published.
table guidance.event_date -- class: public. When and where an event takes place; one row for each date of a package or a series.
table guidance.feedback -- class: system. What participants said about an event, without a name and without a time.
table guidance.feedback_given -- class: system. Who has answered, so that nobody does twice; not what.
table guidance.group_mail -- class: tenant. What the organizer wrote to whom of an event.
table guidance.link -- class: system. Hashes of the secrets in mails and invitations to an event.
table guidance.material -- class: tenant. What goes with an event: links and files, for those with a seat or for everybody.
table guidance.registration -- class: tenant. Who registered for what and has which place; the organizer's row, which the organization of the participant reads too.
table guidance.video_link -- class: tenant. Where an online date takes place: for the organizer and for those who have a seat.
table identity.api_token -- class: system. Hashes of bearer tokens.
table identity.assignment -- class: tenant. Which assessor works at which municipality, from when until when.
table identity.capability -- class: system. Hashes of the secrets of one-time links.
table identity.departure -- class: tenant. Who left, with which day, and to whom went what the person held.
table identity.invitation -- class: tenant. Who was invited to be what; the secret of the link is elsewhere.
table identity.known_device -- class: system. Browsers in which a person has signed in before: guesses from elsewhere cannot lock them out.
table identity.last_choice -- class: system. For whom somebody with several organizations acted last; offered first at the next sign-in.
table identity.password -- class: system. PHC strings; read by begin_sign_in only.
table identity.person -- class: person. Who may sign in; one address, one person.
table identity.recovery_code -- class: system. Hashes of the codes that stand in for the second factor, once each.
table identity.replacement -- class: tenant. Who is to administer an organization whose administrators cannot be reached, and what became of it.
table identity.role_grant -- class: tenant. Who is what, where, from when until when; "member" belongs to the organization without a function.
table identity.second_factor -- class: system. Secrets of one-time codes; until it is confirmed it is not asked for.
table identity.session -- class: system. Hashes of the cookies that are signed in.
table identity.sign_in_attempt -- class: system. Counters per address and account, and per address.
table identity.sign_in_step -- class: system. Sign-ins whose password is given and that wait for a code.
table identity.substitution -- class: tenant. Who stands in for whom, from when until when: the deputy has the municipal roles of the person meanwhile.
table insights.calendar_feed -- class: system. Hashes of the addresses under which calendar programs read the dates of a person or of an organization.
table invoices.event -- class: tenant. What happened to an invoice, who did it and why; never changed.
table invoices.invoice -- class: tenant. One invoice or credit note of a contractor to the cooperative, as it was read; a refused one is not kept.
table invoices.line -- class: tenant. One line of an invoice, what it comes to, and the order it belongs to.
table invoices.payment_run -- class: tenant. What was released for payment in one go, as the list that was taken out; never changed.
table invoices.share -- class: tenant. What one order of a municipality bears of an approved invoice: booked by one person, settled by another.
table jobs.job -- class: system. Work to be done after the deed; one row per job, kept for a while after it is done.
table jobs.schedule -- class: system. When each regular job is due next.
table loads.draft -- class: tenant. The cells of a workbook and its differences, for thirty days.
table loads.load -- class: tenant. Each workbook of a running programme: who checked and who loaded it when, and how much it brought.
table loads.mapping -- class: tenant. What the columns of foreign tables mean, as somebody said once.
table loads.opening_amount -- class: tenant. Where the money of a municipality stood when the programme was brought in, gross; booked as opening entries.
table mail.letterhead -- class: shared. Name, closing and contact lines below each mail; without a row ours.
table mail.message -- class: system. Outbox; one row per mail and recipient.
table mail.template -- class: shared. Own wording of the cooperative; a template without a row here, or with an empty one, has ours.
table measures.detail -- class: tenant. What of a measure only the organization and its assessor see: description, effort, owner.
table measures.measure -- class: tenant. What an organization does about a gap or an aim, as far as a programme that pays sees it: title, kind, cost, days, state.
table measures.move -- class: tenant. Each change of a measure's state: from, to, why, who, when; append only.
table measures.proof -- class: tenant. What shows that a measure was done; taken back with a reason, never changed.
table measures.reminder -- class: system. Of what people were reminded already.
table measures.source -- class: tenant. Where a measure comes from: a question of a check, a finding, a document, a spot check.
table measures.template -- class: shared. Measures that an organization offers to all others, as it released them.
table migrations.migration -- class: system. Which files of db/migrations have run.
table notifications.choice -- class: person. Kinds that come by mail at once, or in the inbox only; what has no row comes in the digest.
table notifications.digest -- class: system. One row per digest that was written; notifications name the one that covered them.
table notifications.notification -- class: person. What happened that concerns somebody, one row per person; read by that person only.
table notifications.setting -- class: person. When the digest comes and when no mail comes; without a row the default of the roles.
table notifications.unsubscribe_link -- class: system. Hashes of the secrets by which a mail is unsubscribed without signing in.
table organizations.change -- class: tenant. Who changed what about an organization, and when; never changed itself.
table organizations.contact -- class: tenant. Whom to ask for what: one contact per function.
table organizations.domain -- class: shared. Domains of the organizations; each belongs to one.
table organizations.former_name -- class: shared. What organizations were called before a renaming.
table organizations.organization -- class: shared. Municipalities and everybody else who takes part; names are not unique.
table organizations.succession -- class: shared. Which organization took the place of which, and since when; an error is withdrawn, not deleted.
table packages.item -- class: tenant. What a version of a package holds, with prices; append only.
table packages.offer -- class: shared. What a programme offers to close gaps with, and at what price; ended, never deleted.
table packages.package -- class: tenant. One package of measures of a municipality: drafted, laid before the head, decided.
table packages.package_version -- class: tenant. Each saved change of a package: who and when; append only.
table packages.reasoning -- class: tenant. Why a version of a package holds what it holds: the gaps of the municipality, for those who read its check; append only.
table participation.document -- class: tenant. One document on the road of a municipality: whether it is here. What it holds stands in its files and findings.
table participation.document_file -- class: tenant. The versions of a document; the newest that is not taken back counts.
table participation.finding -- class: tenant. What the assessor says about a document; taken back with a reason, never changed.
table participation.report -- class: tenant. Versions of the contractor's report: when they came and how the municipality decided. What they say stands in report_content.
table participation.report_comment -- class: tenant. What both sides say about a version of the report, by page or section; each is answered or settled.
table participation.report_content -- class: tenant. File and words of a version of the report; for the municipality and its assessor alone.
table participation.spot_check -- class: tenant. One sample of the protocol and its corrections: what was expected and what was seen; append only.
table participation.spot_comment -- class: tenant. What the municipality says about a sample; append only, also after the protocol is closed.
table participation.spot_protocol -- class: tenant. That the protocol of spot checks is closed: from then on nothing in it changes.
table pictures.cell -- class: shared. Finished cells of a picture; hidden ones say why and nothing else.
table pictures.map -- class: public. Imported outlines; the newest is shown.
table pictures.named -- class: shared. Municipalities that agreed to be named: overall score and phase, nothing else.
table pictures.picture -- class: shared. One dated picture of a programme; never changed, only released to the public.
table pictures.release_plan -- class: shared. On which days of the year the pictures of a programme appear; without a row quarterly.
table pictures.subject -- class: system. What a picture was computed from: the next one has to know what was already told. The aggregation alone reads it.
table platform.installation -- class: system. One row: when this installation was first started.
table platform.maintenance -- class: system. One row while the installation is closed for maintenance, with what people are told.
table platform.remembered_reply -- class: system. Successful replies by hash of the token and key of the caller, for 48 hours.
table portal.visit -- class: person. When a person saw the start page last; the own mark only.
table privacy.retention_rule -- class: system. How long what is kept, why, and which rows are over the term.
table programmes.approach -- class: tenant. One municipality of a campaign: how far one got with it.
table programmes.campaign -- class: shared. Approaching municipalities that do not take part yet; seen by those who work in the programme.
table programmes.contact_entry -- class: tenant. Calls, mails, visits and notes about a municipality in a programme; the cooperative's own file, not the municipality's.
table programmes.enrollment -- class: tenant. One municipality in one programme: where it stands, who waits for whom since when.
table programmes.enrollment_step -- class: tenant. The state of each step on the road of a municipality.
table programmes.navigator -- class: tenant. Whom the head of a municipality has named for a programme (Digital-Navigator), from when until when.
table programmes.observer -- class: shared. Who receives the aggregates of a programme.
table programmes.phase -- class: shared. The parts of a programme, in order.
table programmes.programme -- class: shared. What the cooperative runs for municipalities: words, deadline, money, who carries it out.
table programmes.staff -- class: shared. Who of the cooperative leads a programme or guides in it. Without a named manager all programme managers lead it.
table programmes.stage -- class: shared. Amounts per municipality, and the decision that releases them for all.
table programmes.step -- class: shared. The steps of a programme: who acts, and what must be done before.
table programmes.step_change -- class: tenant. Every change on the road of a municipality, when and by whom; never changed.
table programmes.wanted_document -- class: shared. The documents that a programme asks each municipality for.
table proofs.narrative -- class: tenant. Every text of the narrative that was ever saved; the highest number counts.
table proofs.proof -- class: tenant. The proof of use of a programme: what is worked on, and what versions hang on.
table proofs.proof_version -- class: tenant. A proof as it was frozen: figures of one moment, files with their hashes; never changed.
table proofs.reminder -- class: tenant. Who was reminded when of what is still missing before the deadline; never changed.
table proofs.terms -- class: shared. Until when a programme proves what its money was used for, and how long vouchers are kept.
table publishing.barrier_report -- class: tenant. Barriers that people report to the cooperative, when the answer is due, and the answer.
table publishing.news -- class: public. News in all versions: draft, published, withdrawn since when and by whom; strangers see what is published today.
table publishing.page -- class: public. Texts of plain pages (imprint, privacy notice, …) in all versions; a page without a row has our text.
table search.document -- class: shared. The index of the search: copies of titles and texts, each for those who may read what it was made from.
table search.kind -- class: system. Which recorded deeds change documents of which type; written with each edition of the index.
table search.pin -- class: person. Hits that somebody wants to find again, at most twenty; for that person only.
table search.recent -- class: person. What somebody searched for last, at most ten; for that person only.
table search.stale -- class: system. What changed since it was indexed; written in the transaction of the deed.
table search.state -- class: system. One row: which rows of the index count, and which are being made.
table security.answer -- class: tenant. Answers in all their versions; the highest one counts.
table security.answer_source -- class: tenant. From which answers of other checks an answer was taken, version by version; never changed.
table security.assessment -- class: tenant. One check of one organization on one catalog version.
table security.comment -- class: tenant. What own staff write to each other about a question; no assessor reads it.
table security.declined_proposal -- class: tenant. Questions for which nobody wants to be proposed anything; the row goes when that is taken back.
table security.delegation -- class: tenant. Lists of a check that a colleague answers, until when.
table security.evidence -- class: tenant. Files and links that prove an answer, with the day until which they do.
table security.migration_announcement -- class: shared. That checks on one version of a catalog shall go on with another one, by when; withdrawn, never deleted.
table security.remark -- class: tenant. What municipality and assessor say to each other about a disputed answer; never changed.
table security.reopening -- class: tenant. Who wants a signed check to be open again, why, and what the other side said.
table security.review -- class: tenant. What the assessor says about an answer, in versions; the highest one counts.
table security.sign_off -- class: tenant. The signatures under a check; both that count freeze it.
table security.signed_result -- class: tenant. Per checklist what a signed-off check came to; written with the second signature, gone when both sides open the check again.
table signatures.signature -- class: tenant. Who signed what, when and as what; never changed.

-- columns
column appointments.appointment.assessor_id uuid
column appointments.appointment.attended boolean
column appointments.appointment.away_from timestamp with time zone
column appointments.appointment.away_until timestamp with time zone
column appointments.appointment.brought_in boolean not null default false
column appointments.appointment.changed_at timestamp with time zone not null
column appointments.appointment.decided_at timestamp with time zone
column appointments.appointment.decided_by uuid
column appointments.appointment.ends_at timestamp with time zone
column appointments.appointment.enrollment_id uuid not null
column appointments.appointment.id uuid not null
column appointments.appointment.kickoff_id uuid
column appointments.appointment.minutes_after integer not null default 0
column appointments.appointment.minutes_before integer not null default 0
column appointments.appointment.note text not null default ''::text
column appointments.appointment.organization_id uuid not null
column appointments.appointment.place text not null default ''::text
column appointments.appointment.programme_id uuid not null
column appointments.appointment.proposed_at timestamp with time zone not null
column appointments.appointment.proposed_by uuid not null
column appointments.appointment.reason text not null default ''::text
column appointments.appointment.round integer not null default 1
column appointments.appointment.sequence integer not null default '-1'::integer
column appointments.appointment.starts_at timestamp with time zone
column appointments.appointment.state text not null
column appointments.appointment.step text not null
column appointments.appointment.title text not null
column appointments.appointment.version integer not null default 1
column appointments.appointment.video_url text not null default ''::text
column appointments.participant.appointment_id uuid not null
column appointments.participant.attended boolean
column appointments.participant.organization_id uuid not null
column appointments.participant.person_id uuid not null
column appointments.participant.programme_id uuid not null
column appointments.proposal.appointment_id uuid not null
column appointments.proposal.ends_at timestamp with time zone not null
column appointments.proposal.id uuid not null
column appointments.proposal.organization_id uuid not null
column appointments.proposal.place text not null default ''::text
column appointments.proposal.position integer not null
column appointments.proposal.programme_id uuid not null
column appointments.proposal.proposed_at timestamp with time zone not null
column appointments.proposal.proposed_by uuid not null
column appointments.proposal.round integer not null
column appointments.proposal.side text not null
column appointments.proposal.starts_at timestamp with time zone not null
column appointments.proposal.video_url text not null default ''::text
column audit.entry.acting_for uuid
column audit.entry.at timestamp with time zone not null
column audit.entry.data jsonb not null default '{}'::jsonb
column audit.entry.event text not null
column audit.entry.hash text
column audit.entry.id uuid not null
column audit.entry.organization_id uuid
column audit.entry.person_hash text
column audit.entry.sequence bigint
column audit.entry.subject_hash text
column audit.entry.subject_id text
column audit.personal.at timestamp with time zone not null
column audit.personal.entry_id uuid not null
column audit.personal.person_erased_by uuid
column audit.personal.person_id uuid
column audit.personal.person_salt text
column audit.personal.subject_erased_by uuid
column audit.personal.subject_id uuid
column audit.personal.subject_salt text
column audit.seal.first bigint not null
column audit.seal.hash text not null
column audit.seal.last bigint not null
column audit.seal.made_at timestamp with time zone not null
column audit.seal.number bigint not null
column audit.seal.previous text not null
column catalogs.catalog.control_count integer not null
column catalogs.catalog.digests jsonb not null
column catalogs.catalog.has_keys boolean not null
column catalogs.catalog.id uuid not null
column catalogs.catalog.imported_at timestamp with time zone not null
column catalogs.catalog.imported_by uuid
column catalogs.catalog.language text
column catalogs.catalog.license text
column catalogs.catalog.origin text not null
column catalogs.catalog.oscal_version text not null
column catalogs.catalog.published text
column catalogs.catalog.publisher text
column catalogs.catalog.scale text not null
column catalogs.catalog.sha256 text not null
column catalogs.catalog.sort_key text not null
column catalogs.catalog.title text not null
column catalogs.catalog.version text not null
column catalogs.catalog.warnings text[] not null default '{}'::text[]
column catalogs.control.catalog_id uuid not null
column catalogs.control.documentation text[] not null
column catalogs.control.effort_max smallint
column catalogs.control.effort_min smallint
column catalogs.control.group_key text not null
column catalogs.control.help jsonb not null
column catalogs.control.id text not null
column catalogs.control.key text not null
column catalogs.control.links jsonb not null
column catalogs.control.obligation text
column catalogs.control.params jsonb not null
column catalogs.control.parent_id text
column catalogs.control.position integer not null
column catalogs.control.search_text text not null
column catalogs.control.security_level text
column catalogs.control.statement text not null
column catalogs.control.tags text[] not null
column catalogs.control.title text not null
column catalogs.control.top_key text not null
column catalogs.control_group.catalog_id uuid not null
column catalogs.control_group.key text not null
column catalogs.control_group.overview text
column catalogs.control_group.parent_key text
column catalogs.control_group.position integer not null
column catalogs.control_group.title text not null
column catalogs.control_group.top_key text not null
column catalogs.mapping.collection_id uuid not null
column catalogs.mapping.is_default boolean not null
column catalogs.mapping.position integer not null
column catalogs.mapping.relationship text not null
column catalogs.mapping.remarks text
column catalogs.mapping.requirement_id text not null
column catalogs.mapping.source_id text not null
column catalogs.mapping.source_key text
column catalogs.mapping.target_id text not null
column catalogs.mapping.target_key text
column catalogs.mapping_collection.id uuid not null
column catalogs.mapping_collection.imported_at timestamp with time zone not null
column catalogs.mapping_collection.imported_by uuid
column catalogs.mapping_collection.map_count integer not null
column catalogs.mapping_collection.method text
column catalogs.mapping_collection.oscal_version text not null
column catalogs.mapping_collection.sha256 text not null
column catalogs.mapping_collection.sort_key text not null
column catalogs.mapping_collection.source_titles text[] not null
column catalogs.mapping_collection.status text
column catalogs.mapping_collection.target_titles text[] not null
column catalogs.mapping_collection.title text not null
column catalogs.mapping_collection.version text not null
column catalogs.mapping_collection.warnings text[] not null
column catalogs.mapping_file.collection_id uuid not null
column catalogs.mapping_file.gzip bytea not null
column catalogs.profile_source.catalog_id uuid not null
column catalogs.profile_source.name text not null
column catalogs.profile_source.position integer not null
column catalogs.profile_source.resource text not null
column catalogs.profile_source.source_id uuid not null
column catalogs.source_file.catalog_id uuid not null
column catalogs.source_file.gzip bytea not null
column catalogs.source_file.resolved bytea
column cockpit.message.audience text[] not null
column cockpit.message.enrollment_ids uuid[] not null
column cockpit.message.id uuid not null
column cockpit.message.municipalities integer not null
column cockpit.message.organization_id uuid not null
column cockpit.message.programme_id uuid not null
column cockpit.message.recipients integer not null
column cockpit.message.sent_at timestamp with time zone not null
column cockpit.message.sent_by uuid not null
column cockpit.message.subject text not null
column cockpit.message.text text not null
column cockpit.message.to_contacts boolean not null
column cockpit.view.changed_at timestamp with time zone not null
column cockpit.view.filters jsonb not null
column cockpit.view.id uuid not null
column cockpit.view.is_default boolean not null default false
column cockpit.view.name text not null
column cockpit.view.person_id uuid not null
column cockpit.view.position integer not null
column cockpit.view.programme_id uuid not null
column consents.consent.given_at timestamp with time zone not null
column consents.consent.given_by uuid not null
column consents.consent.id uuid not null
column consents.consent.organization_id uuid not null
column consents.consent.purpose text not null
column consents.consent.revoked_at timestamp with time zone
column consents.consent.revoked_by uuid
column consents.consent.text_sha256 text not null
column consents.consent.text_version integer not null
column declarations.admission.decided_at timestamp with time zone not null
column declarations.admission.decided_by uuid not null
column declarations.admission.decision text not null
column declarations.admission.declaration_id uuid
column declarations.admission.enrollment_id uuid not null
column declarations.admission.id uuid not null
column declarations.admission.organization_id uuid not null
column declarations.admission.programme_id uuid not null
column declarations.admission.reason text not null default ''::text
column declarations.agreement.contractor_id uuid
column declarations.agreement.enrollment_id uuid not null
column declarations.agreement.file_id uuid
column declarations.agreement.id uuid not null
column declarations.agreement.kind text not null
column declarations.agreement.organization_id uuid not null
column declarations.agreement.owner_file_id uuid
column declarations.agreement.owner_signed_on date
column declarations.agreement.owner_signer text not null default ''::text
column declarations.agreement.programme_id uuid not null
column declarations.agreement.recorded_at timestamp with time zone not null
column declarations.agreement.recorded_by uuid not null
column declarations.agreement.reminded_at timestamp with time zone
column declarations.agreement.revocation_reason text not null default ''::text
column declarations.agreement.revoked_at timestamp with time zone
column declarations.agreement.revoked_by uuid
column declarations.agreement.shown text not null
column declarations.agreement.shown_sha256 text not null
column declarations.agreement.signature_id uuid
column declarations.agreement.signed_on date not null
column declarations.agreement.signer_name text not null
column declarations.agreement.systems_owner text not null default ''::text
column declarations.agreement.targets text not null default ''::text
column declarations.agreement.time_window text not null default ''::text
column declarations.agreement.valid_from date not null
column declarations.agreement.valid_until date
column declarations.agreement.way text not null
column declarations.declaration.attachments text[] not null default '{}'::text[]
column declarations.declaration.contractor_id uuid
column declarations.declaration.enrollment_id uuid not null
column declarations.declaration.file_id uuid
column declarations.declaration.id uuid not null
column declarations.declaration.organization_id uuid not null
column declarations.declaration.programme_id uuid not null
column declarations.declaration.recorded_at timestamp with time zone not null
column declarations.declaration.recorded_by uuid not null
column declarations.declaration.shown text not null
column declarations.declaration.shown_sha256 text not null
column declarations.declaration.signature_id uuid
column declarations.declaration.signed_on date not null
column declarations.declaration.signer_name text not null
column declarations.declaration.text_version integer not null
column declarations.declaration.way text not null
column declarations.declaration.withdrawal_reason text not null default ''::text
column declarations.declaration.withdrawn_at timestamp with time zone
column declarations.declaration.withdrawn_by uuid
column declarations.interest.decided_at timestamp with time zone
column declarations.interest.decided_by uuid
column declarations.interest.email text not null
column declarations.interest.enrollment_id uuid
column declarations.interest.function text not null default ''::text
column declarations.interest.id uuid not null
column declarations.interest.message text not null default ''::text
column declarations.interest.municipality_id uuid
column declarations.interest.municipality_name text not null
column declarations.interest.organization_id uuid not null
column declarations.interest.outcome text
column declarations.interest.person_name text not null
column declarations.interest.phone text not null default ''::text
column declarations.interest.programme_id uuid not null
column declarations.interest.reason text not null default ''::text
column declarations.interest.received_at timestamp with time zone not null
column deliveries.acceptance.amount_cents bigint not null
column deliveries.acceptance.contractor_id uuid not null
column deliveries.acceptance.countersignature_id uuid
column deliveries.acceptance.decided_at timestamp with time zone
column deliveries.acceptance.decided_by uuid
column deliveries.acceptance.enrollment_id uuid not null
column deliveries.acceptance.id uuid not null
column deliveries.acceptance.note text not null default ''::text
column deliveries.acceptance.number integer not null
column deliveries.acceptance.organization_id uuid not null
column deliveries.acceptance.paper_file_id uuid
column deliveries.acceptance.paper_name text
column deliveries.acceptance.paper_sha256 text
column deliveries.acceptance.paper_signed_on date
column deliveries.acceptance.paper_signer text
column deliveries.acceptance.prepared_at timestamp with time zone not null
column deliveries.acceptance.prepared_by uuid not null
column deliveries.acceptance.programme_id uuid not null
column deliveries.acceptance.reason text not null default ''::text
column deliveries.acceptance.result text not null
column deliveries.acceptance.service_order_id uuid not null
column deliveries.acceptance.signature_id uuid
column deliveries.acceptance.signed_at timestamp with time zone
column deliveries.acceptance.signed_by uuid
column deliveries.acceptance.state text not null
column deliveries.acceptance.version integer not null default 1
column deliveries.acceptance.way text
column deliveries.delivery.amount_cents bigint not null
column deliveries.delivery.contractor_id uuid not null
column deliveries.delivery.delivered_on date not null
column deliveries.delivery.enrollment_id uuid not null
column deliveries.delivery.id uuid not null
column deliveries.delivery.note text not null default ''::text
column deliveries.delivery.number integer not null
column deliveries.delivery.organization_id uuid not null
column deliveries.delivery.programme_id uuid not null
column deliveries.delivery.reported_at timestamp with time zone not null
column deliveries.delivery.reported_by uuid not null
column deliveries.delivery.service_order_id uuid not null
column deliveries.delivery.withdrawal_reason text
column deliveries.delivery.withdrawn_at timestamp with time zone
column deliveries.delivery.withdrawn_by uuid
column deliveries.proof.contractor_id uuid not null
column deliveries.proof.delivery_id uuid not null
column deliveries.proof.file_id uuid
column deliveries.proof.id uuid not null
column deliveries.proof.kind text not null
column deliveries.proof.name text not null
column deliveries.proof.organization_id uuid not null
column deliveries.proof.programme_id uuid not null
column deliveries.proof.sha256 text not null
column deliveries.reservation.acceptance_id uuid not null
column deliveries.reservation.contractor_id uuid not null
column deliveries.reservation.fixed_at timestamp with time zone
column deliveries.reservation.fixed_by uuid
column deliveries.reservation.fixed_on date
column deliveries.reservation.id uuid not null
column deliveries.reservation.number integer not null
column deliveries.reservation.organization_id uuid not null
column deliveries.reservation.programme_id uuid not null
column deliveries.reservation.text text not null
column files.allowance.bytes bigint not null
column files.allowance.only_one boolean not null default true
column files.file.id uuid not null
column files.file.media_type text not null
column files.file.name text not null
column files.file.organization_id uuid not null
column files.file.owner_id uuid not null
column files.file.owner_type text not null
column files.file.scan text not null
column files.file.scanned_at timestamp with time zone
column files.file.sha256 text not null
column files.file.size bigint not null
column files.file.uploaded_at timestamp with time zone not null
column files.file.uploaded_by uuid not null
column files.space.allowed bigint
column files.space.organization_id uuid not null
column files.space.used bigint not null default 0
column funding.account.accepted_cents bigint not null default 0
column funding.account.committed_cents bigint not null default 0
column funding.account.delivered_cents bigint not null default 0
column funding.account.enrollment_id uuid not null
column funding.account.entries integer not null default 0
column funding.account.invoiced_cents bigint not null default 0
column funding.account.limit_cents bigint not null default 0
column funding.account.opened_at timestamp with time zone not null
column funding.account.organization_id uuid not null
column funding.account.planned_cents bigint not null default 0
column funding.account.programme_id uuid not null
column funding.account.released_cents bigint not null default 0
column funding.account.settled_cents bigint not null default 0
column funding.entry.amount_cents bigint not null
column funding.entry.at timestamp with time zone not null
column funding.entry.corrects_id uuid
column funding.entry.enrollment_id uuid not null
column funding.entry.from_state text not null
column funding.entry.id uuid not null
column funding.entry.number integer not null default 0
column funding.entry.organization_id uuid not null
column funding.entry.origin text not null
column funding.entry.person_id uuid
column funding.entry.programme_id uuid not null
column funding.entry.reason text not null
column funding.entry.service_order_id uuid
column funding.entry.stage_number integer
column funding.entry.subject_id uuid
column funding.entry.to_state text not null
column funding.reference_counter.last_number integer not null
column funding.reference_counter.programme_id uuid not null
column funding.reference_counter.year integer not null
column funding.service_order.accepted_cents bigint not null default 0
column funding.service_order.committed_at timestamp with time zone
column funding.service_order.committed_cents bigint not null default 0
column funding.service_order.contractor_id uuid
column funding.service_order.delivered_cents bigint not null default 0
column funding.service_order.due_on date
column funding.service_order.enrollment_id uuid not null
column funding.service_order.id uuid not null
column funding.service_order.invoiced_cents bigint not null default 0
column funding.service_order.organization_id uuid not null
column funding.service_order.placed_at timestamp with time zone not null
column funding.service_order.placed_by uuid
column funding.service_order.planned_cents bigint not null default 0
column funding.service_order.programme_id uuid not null
column funding.service_order.reference text not null
column funding.service_order.settled_cents bigint not null default 0
column funding.service_order.stage_number integer
column funding.service_order.title text not null
column funding.service_order.version integer not null default 1
column guidance.attendance.date_id uuid not null
column guidance.attendance.event_id uuid not null
column guidance.attendance.how text not null
column guidance.attendance.organization_id uuid not null
column guidance.attendance.participant_organization_id uuid
column guidance.attendance.recorded_at timestamp with time zone not null
column guidance.attendance.recorded_by uuid
column guidance.attendance.registration_id uuid not null
column guidance.attendance.state text not null
column guidance.attendance.task_done boolean not null default false
column guidance.certificate.event_id uuid not null
column guidance.certificate.facts jsonb not null
column guidance.certificate.holder_name text not null
column guidance.certificate.id uuid not null
column guidance.certificate.issued_at timestamp with time zone not null
column guidance.certificate.issued_by uuid not null
column guidance.certificate.number text not null
column guidance.certificate.organization_id uuid not null
column guidance.certificate.participant_organization_id uuid
column guidance.certificate.person_id uuid
column guidance.certificate.registration_id uuid not null
column guidance.certificate.replaced_by uuid
column guidance.certificate.revoke_reason text not null default ''::text
column guidance.certificate.revoked_at timestamp with time zone
column guidance.certificate.revoked_by uuid
column guidance.check_in.closes_at timestamp with time zone not null
column guidance.check_in.code text not null
column guidance.check_in.date_id uuid not null
column guidance.check_in.event_id uuid not null
column guidance.check_in.opened_at timestamp with time zone not null
column guidance.check_in.opened_by uuid not null
column guidance.check_in.organization_id uuid not null
column guidance.decision.at timestamp with time zone not null
column guidance.decision.data jsonb not null default '{}'::jsonb
column guidance.decision.event_id uuid not null
column guidance.decision.organization_id uuid not null
column guidance.decision.participant_organization_id uuid
column guidance.decision.person_id uuid
column guidance.decision.reasons text[] not null default '{}'::text[]
column guidance.decision.registration_id uuid
column guidance.decision.seq integer not null
column guidance.decision.told_at timestamp with time zone
column guidance.decision.what text not null
column guidance.event.accessibility text not null default ''::text
column guidance.event.begins_at timestamp with time zone
column guidance.event.cancel_reason text not null default ''::text
column guidance.event.cancelled_at timestamp with time zone
column guidance.event.cancelled_by uuid
column guidance.event.capacity integer
column guidance.event.changed_at timestamp with time zone not null
column guidance.event.closes_at timestamp with time zone
column guidance.event.contact_id uuid
column guidance.event.cost_rule text not null default ''::text
column guidance.event.created_at timestamp with time zone not null
column guidance.event.created_by uuid not null
column guidance.event.decision_seq integer not null default 0
column guidance.event.demoted_seq integer not null default 0
column guidance.event.ends_at timestamp with time zone
column guidance.event.id uuid not null
column guidance.event.kind text not null
column guidance.event.lead text not null default ''::text
column guidance.event.line_id uuid not null
column guidance.event.needs_approval boolean not null default false
column guidance.event.needs_declaration boolean not null default false
column guidance.event.offer_hours integer not null default 48
column guidance.event.offer_stop_hours integer not null default 24
column guidance.event.opens_at timestamp with time zone
column guidance.event.organizer_id uuid not null
column guidance.event.outcomes text not null default ''::text
column guidance.event.pass_percent integer
column guidance.event.per_organization integer
column guidance.event.population_quota jsonb
column guidance.event.prerequisite_id uuid
column guidance.event.previous_id uuid
column guidance.event.programme_id uuid
column guidance.event.promotion text not null default 'offer'::text
column guidance.event.published_at timestamp with time zone
column guidance.event.published_by uuid
column guidance.event.run integer not null default 1
column guidance.event.seats_taken integer not null default 0
column guidance.event.sequence integer not null default 0
column guidance.event.speakers text not null default ''::text
column guidance.event.starts_at timestamp with time zone
column guidance.event.target_group text not null default ''::text
column guidance.event.title text not null
column guidance.event.version integer not null default 1
column guidance.event.waiting_seq integer not null default 0
column guidance.event_date.cancelled_at timestamp with time zone
column guidance.event_date.ends_at timestamp with time zone not null
column guidance.event_date.event_id uuid not null
column guidance.event_date.id uuid not null
column guidance.event_date.is_online boolean not null default false
column guidance.event_date.place text not null default ''::text
column guidance.event_date.reminded_at timestamp with time zone
column guidance.event_date.starts_at timestamp with time zone not null
column guidance.event_date.topic text not null default ''::text
column guidance.feedback.answers jsonb not null
column guidance.feedback.event_id uuid not null
column guidance.feedback.id uuid not null default gen_random_uuid()
column guidance.feedback_given.event_id uuid not null
column guidance.feedback_given.registration_id uuid not null
column guidance.group_mail.audience text not null
column guidance.group_mail.event_id uuid not null
column guidance.group_mail.id uuid not null
column guidance.group_mail.organization_id uuid not null
column guidance.group_mail.recipients integer not null
column guidance.group_mail.sent_at timestamp with time zone not null
column guidance.group_mail.sent_by uuid not null
column guidance.group_mail.subject text not null
column guidance.group_mail.text text not null
column guidance.link.created_at timestamp with time zone not null
column guidance.link.created_by uuid
column guidance.link.event_id uuid not null
column guidance.link.expires_at timestamp with time zone
column guidance.link.kind text not null
column guidance.link.participant_organization_id uuid
column guidance.link.registration_id uuid
column guidance.link.revoked_at timestamp with time zone
column guidance.link.secret_hash text not null
column guidance.link.uses_left integer
column guidance.material.added_at timestamp with time zone not null
column guidance.material.added_by uuid not null
column guidance.material.event_id uuid not null
column guidance.material.file_id uuid
column guidance.material.for_everybody boolean not null default false
column guidance.material.id uuid not null
column guidance.material.organization_id uuid not null
column guidance.material.title text not null
column guidance.material.url text
column guidance.registration.approved_at timestamp with time zone
column guidance.registration.changed_at timestamp with time zone not null
column guidance.registration.event_id uuid not null
column guidance.registration.guest_email text not null default ''::text
column guidance.registration.guest_name text not null default ''::text
column guidance.registration.id uuid not null
column guidance.registration.note text not null default ''::text
column guidance.registration.offer_until timestamp with time zone
column guidance.registration.offered_at timestamp with time zone
column guidance.registration.organization_id uuid not null
column guidance.registration.participant_organization_id uuid
column guidance.registration.person_id uuid
column guidance.registration.position integer
column guidance.registration.priority smallint not null default 2
column guidance.registration.reasons text[] not null default '{}'::text[]
column guidance.registration.registered_at timestamp with time zone not null
column guidance.registration.registered_by uuid
column guidance.registration.seated_at timestamp with time zone
column guidance.registration.state text not null
column guidance.registration.substitute_for uuid
column guidance.registration.transferred_from uuid
column guidance.registration.turn integer
column guidance.video_link.date_id uuid not null
column guidance.video_link.event_id uuid not null
column guidance.video_link.organization_id uuid not null
column guidance.video_link.url text not null
column identity.api_token.created_at timestamp with time zone not null
column identity.api_token.expires_at timestamp with time zone not null
column identity.api_token.id uuid not null
column identity.api_token.last_used_at timestamp with time zone
column identity.api_token.name text not null default 'Kommandozeile'::text
column identity.api_token.person_id uuid not null
column identity.api_token.revoked_at timestamp with time zone
column identity.api_token.scope text not null default 'write'::text
column identity.api_token.token_hash text not null
column identity.assignment.assigned_by uuid
column identity.assignment.ended_at timestamp with time zone
column identity.assignment.ended_by uuid
column identity.assignment.from_day date not null
column identity.assignment.id uuid not null
column identity.assignment.objection text
column identity.assignment.organization_id uuid not null
column identity.assignment.person_id uuid not null
column identity.assignment.until_day date not null
column identity.capability.created_at timestamp with time zone not null
column identity.capability.email text
column identity.capability.expires_at timestamp with time zone not null
column identity.capability.invitation_id uuid
column identity.capability.person_id uuid
column identity.capability.purpose text not null
column identity.capability.secret_hash text not null
column identity.capability.used_at timestamp with time zone
column identity.departure.closed_at timestamp with time zone
column identity.departure.handed_over jsonb not null
column identity.departure.id uuid not null
column identity.departure.last_day date not null
column identity.departure.organization_id uuid not null
column identity.departure.person_id uuid not null
column identity.departure.recorded_at timestamp with time zone not null
column identity.departure.recorded_by uuid not null
column identity.departure.successor_id uuid
column identity.invitation.accepted_at timestamp with time zone
column identity.invitation.accepted_by uuid
column identity.invitation.by_cooperative boolean not null
column identity.invitation.email text not null
column identity.invitation.expires_at timestamp with time zone not null
column identity.invitation.id uuid not null
column identity.invitation.invited_at timestamp with time zone not null
column identity.invitation.invited_by uuid
column identity.invitation.name text not null
column identity.invitation.organization_id uuid not null
column identity.invitation.revoked_at timestamp with time zone
column identity.invitation.revoked_by uuid
column identity.invitation.roles text[] not null
column identity.invitation.sent_at timestamp with time zone not null
column identity.known_device.created_at timestamp with time zone not null
column identity.known_device.last_used_at timestamp with time zone not null
column identity.known_device.person_id uuid not null
column identity.known_device.token_hash text not null
column identity.last_choice.chosen_at timestamp with time zone not null
column identity.last_choice.organization_id uuid not null
column identity.last_choice.person_id uuid not null
column identity.password.changed_at timestamp with time zone not null
column identity.password.hash text not null
column identity.password.person_id uuid not null
column identity.person.created_at timestamp with time zone not null
column identity.person.email text not null
column identity.person.id uuid not null
column identity.person.is_demo boolean not null default false
column identity.person.name text not null
column identity.person.sort_key text not null default btrim(regexp_replace(regexp_replace(replace(replace(replace(replace(translate(lower((NORMALIZE(name, NFKD) COLLATE "C")), 'ŁłĐđØøÆŒ'::text, 'llddooæœ'::text), 'ß'::text, 'ss'::text), 'ẞ'::text, 'ss'::text), 'æ'::text, 'ae'::text), 'œ'::text, 'oe'::text), '[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]'::text, ''::text, 'g'::text), '[^a-z0-9]+'::text, ' '::text, 'g'::text))
column identity.recovery_code.code_hash text not null
column identity.recovery_code.person_id uuid not null
column identity.recovery_code.used_at timestamp with time zone
column identity.replacement.confirmed_at timestamp with time zone
column identity.replacement.confirmed_by uuid
column identity.replacement.effective_at timestamp with time zone
column identity.replacement.email text
column identity.replacement.ended_at timestamp with time zone
column identity.replacement.ended_by uuid
column identity.replacement.ending text
column identity.replacement.expires_at timestamp with time zone not null
column identity.replacement.heads uuid[] not null
column identity.replacement.id uuid not null
column identity.replacement.invitation_id uuid
column identity.replacement.name text
column identity.replacement.note text
column identity.replacement.organization_id uuid not null
column identity.replacement.person_id uuid
column identity.replacement.proposed_at timestamp with time zone not null
column identity.replacement.proposed_by uuid not null
column identity.replacement.reason text not null
column identity.role_grant.ended_at timestamp with time zone
column identity.role_grant.ended_by uuid
column identity.role_grant.from_day date not null
column identity.role_grant.granted_by uuid
column identity.role_grant.id uuid not null
column identity.role_grant.organization_id uuid not null
column identity.role_grant.person_id uuid not null
column identity.role_grant.role text not null
column identity.role_grant.until_day date
column identity.second_factor.begun_at timestamp with time zone not null
column identity.second_factor.confirmed_at timestamp with time zone
column identity.second_factor.last_step bigint not null default 0
column identity.second_factor.person_id uuid not null
column identity.second_factor.sealed_secret text not null
column identity.session.acting_for uuid
column identity.session.agent text not null default ''::text
column identity.session.created_at timestamp with time zone not null
column identity.session.id uuid not null default gen_random_uuid()
column identity.session.last_seen_at timestamp with time zone not null
column identity.session.person_id uuid not null
column identity.session.token_hash text not null
column identity.sign_in_attempt.attempts integer not null
column identity.sign_in_attempt.key text not null
column identity.sign_in_attempt.window_began_at timestamp with time zone not null
column identity.sign_in_step.asks text not null
column identity.sign_in_step.code_hash text
column identity.sign_in_step.created_at timestamp with time zone not null
column identity.sign_in_step.expires_at timestamp with time zone not null
column identity.sign_in_step.person_id uuid
column identity.sign_in_step.token_hash text not null
column identity.sign_in_step.tries integer not null default 0
column identity.substitution.deputy_id uuid not null
column identity.substitution.ended_at timestamp with time zone
column identity.substitution.ended_by uuid
column identity.substitution.from_day date not null
column identity.substitution.id uuid not null
column identity.substitution.named_at timestamp with time zone not null
column identity.substitution.organization_id uuid not null
column identity.substitution.person_id uuid not null
column identity.substitution.until_day date not null
column insights.calendar_feed.created_at timestamp with time zone not null
column insights.calendar_feed.id uuid not null
column insights.calendar_feed.last_read_at timestamp with time zone
column insights.calendar_feed.organization_id uuid
column insights.calendar_feed.person_id uuid not null
column insights.calendar_feed.secret_hash text not null
column invoices.event.at timestamp with time zone not null
column invoices.event.contractor_id uuid not null
column invoices.event.id uuid not null
column invoices.event.invoice_id uuid not null
column invoices.event.organization_id uuid not null
column invoices.event.person_id uuid not null
column invoices.event.programme_id uuid not null
column invoices.event.text text not null
column invoices.event.what text not null
column invoices.invoice.buyer_reference text not null
column invoices.invoice.contractor_id uuid not null
column invoices.invoice.decided_at timestamp with time zone
column invoices.invoice.decided_by uuid
column invoices.invoice.document jsonb not null
column invoices.invoice.due_on date
column invoices.invoice.file_sha256 text not null
column invoices.invoice.findings jsonb not null
column invoices.invoice.gross_cents bigint not null
column invoices.invoice.iban text not null
column invoices.invoice.id uuid not null
column invoices.invoice.issued_on date not null
column invoices.invoice.net_cents bigint not null
column invoices.invoice.number text not null
column invoices.invoice.organization_id uuid not null
column invoices.invoice.payable_cents bigint not null
column invoices.invoice.prepaid_cents bigint not null
column invoices.invoice.programme_id uuid not null
column invoices.invoice.recipient text not null
column invoices.invoice.seller_key text not null
column invoices.invoice.state text not null default 'received'::text
column invoices.invoice.tax_cents bigint not null
column invoices.invoice.type_code text not null
column invoices.invoice.uploaded_at timestamp with time zone not null
column invoices.invoice.uploaded_by uuid not null
column invoices.invoice.version integer not null default 1
column invoices.line.amount_cents bigint not null
column invoices.line.contractor_id uuid not null
column invoices.line.id uuid not null
column invoices.line.invoice_id uuid not null
column invoices.line.matched_by uuid
column invoices.line.net_cents bigint not null
column invoices.line.order_reference text not null
column invoices.line.organization_id uuid not null
column invoices.line.position integer not null
column invoices.line.programme_id uuid not null
column invoices.line.service_order_id uuid
column invoices.line.text text not null
column invoices.payment_run.id uuid not null
column invoices.payment_run.made_at timestamp with time zone not null
column invoices.payment_run.made_by uuid not null
column invoices.payment_run.number integer not null
column invoices.payment_run.organization_id uuid not null
column invoices.payment_run.payments jsonb not null
column invoices.payment_run.programme_id uuid not null
column invoices.payment_run.total_cents bigint not null
column invoices.share.amount_cents bigint not null
column invoices.share.booked_at timestamp with time zone not null
column invoices.share.booked_by uuid not null
column invoices.share.contractor_id uuid not null
column invoices.share.credited_cents bigint not null default 0
column invoices.share.credits_share_id uuid
column invoices.share.difference_cents bigint not null default 0
column invoices.share.enrollment_id uuid not null
column invoices.share.id uuid not null
column invoices.share.invoice_id uuid not null
column invoices.share.issued_on date not null
column invoices.share.line_id uuid not null
column invoices.share.number text not null
column invoices.share.organization_id uuid not null
column invoices.share.payment_run_id uuid
column invoices.share.programme_id uuid not null
column invoices.share.service_order_id uuid not null
column invoices.share.settled_at timestamp with time zone
column invoices.share.settled_by uuid
column invoices.share.text text not null
column invoices.share.type_code text not null
column jobs.job.acting_for uuid
column jobs.job.as_operator boolean not null default false
column jobs.job.attempts integer not null default 0
column jobs.job.created_at timestamp with time zone not null
column jobs.job.data jsonb not null
column jobs.job.dead_at timestamp with time zone
column jobs.job.discard_reason text
column jobs.job.discarded_at timestamp with time zone
column jobs.job.discarded_by uuid
column jobs.job.done_at timestamp with time zone
column jobs.job.due_at timestamp with time zone not null
column jobs.job.failure text
column jobs.job.id uuid not null
column jobs.job.key text
column jobs.job.name text not null
column jobs.job.person_id uuid
column jobs.job.taken_by text
column jobs.job.taken_until timestamp with time zone
column jobs.schedule.name text not null
column jobs.schedule.next_at timestamp with time zone not null
column loads.draft.content jsonb not null
column loads.draft.differences jsonb not null
column loads.draft.load_id uuid not null
column loads.draft.made_at timestamp with time zone not null
column loads.draft.organization_id uuid not null
column loads.draft.programme_id uuid not null
column loads.draft.stand text not null
column loads.load.added integer not null default 0
column loads.load.brought jsonb not null
column loads.load.changed integer not null default 0
column loads.load.checked_at timestamp with time zone not null
column loads.load.checked_by uuid not null
column loads.load.file_name text not null
column loads.load.id uuid not null
column loads.load.loaded_at timestamp with time zone
column loads.load.loaded_by uuid
column loads.load.organization_id uuid not null
column loads.load.programme_id uuid not null
column loads.load.refused integer not null default 0
column loads.load.state text not null
column loads.load.total integer not null default 0
column loads.load.unchanged integer not null default 0
column loads.mapping.changed_at timestamp with time zone not null
column loads.mapping.changed_by uuid not null
column loads.mapping.columns jsonb not null
column loads.mapping.organization_id uuid not null
column loads.mapping.programme_id uuid not null
column loads.opening_amount.accepted_cents bigint not null default 0
column loads.opening_amount.committed_cents bigint not null default 0
column loads.opening_amount.delivered_cents bigint not null default 0
column loads.opening_amount.enrollment_id uuid not null
column loads.opening_amount.invoiced_cents bigint not null default 0
column loads.opening_amount.load_id uuid not null
column loads.opening_amount.organization_id uuid not null
column loads.opening_amount.planned_cents bigint not null default 0
column loads.opening_amount.programme_id uuid not null
column loads.opening_amount.remaining_cents bigint not null default 0
column loads.opening_amount.settled_cents bigint not null default 0
column loads.opening_amount.stage integer not null
column mail.letterhead.changed_at timestamp with time zone not null
column mail.letterhead.changed_by uuid
column mail.letterhead.closing text
column mail.letterhead.footer text
column mail.letterhead.only_one boolean not null default true
column mail.letterhead.sender text
column mail.letterhead.version integer not null default 1
column mail.message.attempts integer not null default 0
column mail.message.changed_at timestamp with time zone not null
column mail.message.created_at timestamp with time zone not null
column mail.message.data jsonb not null
column mail.message.id uuid not null
column mail.message.kind text
column mail.message.not_before timestamp with time zone
column mail.message.organization_id uuid
column mail.message.person_id uuid
column mail.message.reason text
column mail.message.recipient_email text not null
column mail.message.recipient_name text not null
column mail.message.sent_at timestamp with time zone
column mail.message.state text not null default 'waiting'::text
column mail.message.subject text
column mail.message.template text not null
column mail.message.text text
column mail.message.unsubscribe text
column mail.template.changed_at timestamp with time zone not null
column mail.template.changed_by uuid
column mail.template.name text not null
column mail.template.subject text
column mail.template.text text
column mail.template.version integer not null default 1
column measures.detail.created_by uuid not null
column measures.detail.description text not null default ''::text
column measures.detail.effort_tenths integer
column measures.detail.measure_id uuid not null
column measures.detail.offered_as_id uuid
column measures.detail.organization_id uuid not null
column measures.detail.owner_id uuid
column measures.detail.remind_days integer not null default 14
column measures.detail.template_id uuid
column measures.measure.check_on date
column measures.measure.cost_cents bigint
column measures.measure.created_at timestamp with time zone not null
column measures.measure.due_on date
column measures.measure.id uuid not null
column measures.measure.kind text not null
column measures.measure.organization_id uuid not null
column measures.measure.programme_id uuid
column measures.measure.since timestamp with time zone not null
column measures.measure.state text not null
column measures.measure.title text not null
column measures.measure.version integer not null default 1
column measures.move.at timestamp with time zone not null
column measures.move.from_state text
column measures.move.id uuid not null
column measures.move.measure_id uuid not null
column measures.move.number integer not null
column measures.move.organization_id uuid not null
column measures.move.person_id uuid not null
column measures.move.reason text not null default ''::text
column measures.move.to_state text not null
column measures.proof.added_at timestamp with time zone not null
column measures.proof.added_by uuid not null
column measures.proof.file_id uuid
column measures.proof.id uuid not null
column measures.proof.measure_id uuid not null
column measures.proof.name text not null default ''::text
column measures.proof.note text not null default ''::text
column measures.proof.organization_id uuid not null
column measures.proof.withdrawal_reason text
column measures.proof.withdrawn_at timestamp with time zone
column measures.proof.withdrawn_by uuid
column measures.reminder.at timestamp with time zone not null
column measures.reminder.for_day date not null
column measures.reminder.measure_id uuid not null
column measures.reminder.occasion text not null
column measures.source.added_at timestamp with time zone not null
column measures.source.added_by uuid not null
column measures.source.label text not null
column measures.source.measure_id uuid not null
column measures.source.organization_id uuid not null
column measures.source.subject_id text not null
column measures.source.type text not null
column measures.template.cost_cents bigint
column measures.template.description text not null default ''::text
column measures.template.effort_tenths integer
column measures.template.giver_id uuid not null
column measures.template.id uuid not null
column measures.template.kind text not null
column measures.template.released_at timestamp with time zone not null
column measures.template.title text not null
column measures.template.withdrawn_at timestamp with time zone
column migrations.migration.name text not null
column migrations.migration.ran_at timestamp with time zone not null default now()
column migrations.migration.sha256 text not null
column notifications.choice.changed_at timestamp with time zone not null
column notifications.choice.channel text not null
column notifications.choice.kind text not null
column notifications.choice.person_id uuid not null
column notifications.digest.created_at timestamp with time zone not null
column notifications.digest.due_at timestamp with time zone not null
column notifications.digest.id uuid not null
column notifications.digest.person_id uuid not null
column notifications.notification.acting_for uuid
column notifications.notification.created_at timestamp with time zone not null
column notifications.notification.delivery text not null default 'inbox'::text
column notifications.notification.digest_id uuid
column notifications.notification.id uuid not null
column notifications.notification.kind text not null
column notifications.notification.person_id uuid not null
column notifications.notification.read_at timestamp with time zone
column notifications.notification.title text not null
column notifications.notification.url text not null
column notifications.setting.changed_at timestamp with time zone not null
column notifications.setting.hour smallint not null
column notifications.setting.person_id uuid not null
column notifications.setting.quiet_from text
column notifications.setting.quiet_until text
column notifications.setting.rhythm text not null
column notifications.setting.weekday smallint not null
column notifications.unsubscribe_link.created_at timestamp with time zone not null
column notifications.unsubscribe_link.kind text not null
column notifications.unsubscribe_link.person_id uuid not null
column notifications.unsubscribe_link.secret_hash text not null
column organizations.change.acting_for uuid
column organizations.change.at timestamp with time zone not null
column organizations.change.deed text not null
column organizations.change.fields jsonb not null
column organizations.change.id uuid not null
column organizations.change.organization_id uuid not null
column organizations.change.person_id uuid
column organizations.contact.address text not null default ''::text
column organizations.contact.changed_at timestamp with time zone not null
column organizations.contact.email text not null default ''::text
column organizations.contact.function text not null
column organizations.contact.id uuid not null
column organizations.contact.name text not null default ''::text
column organizations.contact.note text not null default ''::text
column organizations.contact.organization_id uuid not null
column organizations.contact.phone text not null default ''::text
column organizations.contact.version integer not null default 1
column organizations.domain.created_at timestamp with time zone not null
column organizations.domain.name text not null
column organizations.domain.owner_id uuid not null
column organizations.former_name.id uuid not null
column organizations.former_name.name text not null
column organizations.former_name.owner_id uuid not null
column organizations.former_name.recorded_at timestamp with time zone not null
column organizations.former_name.recorded_by uuid
column organizations.former_name.sort_key text not null
column organizations.former_name.until_day date not null
column organizations.organization.ags text
column organizations.organization.ars text
column organizations.organization.changed_at timestamp with time zone not null
column organizations.organization.county text
column organizations.organization.created_at timestamp with time zone not null
column organizations.organization.id uuid not null
column organizations.organization.kind text not null
column organizations.organization.leitweg_id text
column organizations.organization.name text not null
column organizations.organization.population integer
column organizations.organization.sort_key text not null
column organizations.organization.version integer not null default 1
column organizations.succession.from_day date not null
column organizations.succession.id uuid not null
column organizations.succession.kind text not null
column organizations.succession.predecessor_id uuid not null
column organizations.succession.recorded_at timestamp with time zone not null
column organizations.succession.recorded_by uuid
column organizations.succession.successor_id uuid not null
column organizations.succession.withdrawn_at timestamp with time zone
column organizations.succession.withdrawn_by uuid
column packages.item.acceptance_days integer not null
column packages.item.contractor_id uuid
column packages.item.detail text not null default ''::text
column packages.item.enrollment_id uuid not null
column packages.item.is_struck boolean not null default false
column packages.item.item_id uuid not null
column packages.item.kind text not null
column packages.item.measure_id uuid
column packages.item.offer_id uuid
column packages.item.order_id uuid
column packages.item.organization_id uuid not null
column packages.item.package_id uuid not null
column packages.item.position integer not null
column packages.item.price_cents bigint not null
column packages.item.programme_id uuid not null
column packages.item.title text not null
column packages.item.version integer not null
column packages.item.work_days integer not null
column packages.offer.acceptance_days integer not null
column packages.offer.available_until date
column packages.offer.capacity integer
column packages.offer.changed_at timestamp with time zone not null
column packages.offer.changed_by uuid
column packages.offer.closes jsonb not null default '[]'::jsonb
column packages.offer.contractor_id uuid
column packages.offer.description text not null default ''::text
column packages.offer.detail text not null default ''::text
column packages.offer.id uuid not null
column packages.offer.key text not null
column packages.offer.kind text not null
column packages.offer.price_cents bigint not null
column packages.offer.programme_id uuid not null
column packages.offer.starts_on date
column packages.offer.title text not null
column packages.offer.valid_from date not null
column packages.offer.valid_until date
column packages.offer.version integer not null default 1
column packages.offer.work_days integer not null
column packages.package.changed_at timestamp with time zone not null
column packages.package.changed_by uuid not null
column packages.package.created_at timestamp with time zone not null
column packages.package.created_by uuid not null
column packages.package.decide_by date
column packages.package.decided_at timestamp with time zone
column packages.package.decided_by uuid
column packages.package.enrollment_id uuid not null
column packages.package.file_id uuid
column packages.package.id uuid not null
column packages.package.number integer not null
column packages.package.organization_id uuid not null
column packages.package.programme_id uuid not null
column packages.package.signature_id uuid
column packages.package.signed_on date
column packages.package.signer_name text
column packages.package.state text not null
column packages.package.submitted_at timestamp with time zone
column packages.package.submitted_by uuid
column packages.package.version integer not null default 1
column packages.package.way text
column packages.package_version.enrollment_id uuid not null
column packages.package_version.number integer not null
column packages.package_version.organization_id uuid not null
column packages.package_version.package_id uuid not null
column packages.package_version.programme_id uuid not null
column packages.package_version.remaining_cents bigint not null
column packages.package_version.saved_at timestamp with time zone not null
column packages.package_version.saved_by uuid not null
column packages.package_version.what text not null
column packages.reasoning.basis text not null default ''::text
column packages.reasoning.enrollment_id uuid not null
column packages.reasoning.items jsonb not null
column packages.reasoning.left_out jsonb not null default '[]'::jsonb
column packages.reasoning.organization_id uuid not null
column packages.reasoning.package_id uuid not null
column packages.reasoning.programme_id uuid not null
column packages.reasoning.reason text not null default ''::text
column packages.reasoning.version integer not null
column participation.document.brought_in boolean not null default false
column participation.document.changed_by uuid not null
column participation.document.enrollment_id uuid not null
column participation.document.id uuid not null
column participation.document.key text
column participation.document.organization_id uuid not null
column participation.document.programme_id uuid not null
column participation.document.since timestamp with time zone not null
column participation.document.state text not null
column participation.document.title text not null
column participation.document.version integer not null default 1
column participation.document_file.added_at timestamp with time zone not null
column participation.document_file.added_by uuid not null
column participation.document_file.document_id uuid not null
column participation.document_file.enrollment_id uuid not null
column participation.document_file.file_id uuid
column participation.document_file.id uuid not null
column participation.document_file.name text not null
column participation.document_file.number integer not null
column participation.document_file.organization_id uuid not null
column participation.document_file.reminded_at timestamp with time zone
column participation.document_file.valid_until date
column participation.document_file.withdrawal_reason text
column participation.document_file.withdrawn_at timestamp with time zone
column participation.document_file.withdrawn_by uuid
column participation.finding.document_id uuid not null
column participation.finding.enrollment_id uuid not null
column participation.finding.file_number integer
column participation.finding.found_at timestamp with time zone not null
column participation.finding.found_by uuid not null
column participation.finding.id uuid not null
column participation.finding.organization_id uuid not null
column participation.finding.recommendation text not null default ''::text
column participation.finding.severity text not null
column participation.finding.text text not null
column participation.finding.withdrawal_reason text
column participation.finding.withdrawn_at timestamp with time zone
column participation.finding.withdrawn_by uuid
column participation.report.decided_at timestamp with time zone
column participation.report.decided_by uuid
column participation.report.delivered_at timestamp with time zone not null
column participation.report.delivered_by uuid not null
column participation.report.enrollment_id uuid not null
column participation.report.id uuid not null
column participation.report.number integer not null
column participation.report.organization_id uuid not null
column participation.report.programme_id uuid not null
column participation.report.signature_id uuid
column participation.report.state text not null
column participation.report.version integer not null default 1
column participation.report_comment.answers_id uuid
column participation.report_comment.enrollment_id uuid not null
column participation.report_comment.id uuid not null
column participation.report_comment.organization_id uuid not null
column participation.report_comment.place text not null default ''::text
column participation.report_comment.report_id uuid not null
column participation.report_comment.settled_at timestamp with time zone
column participation.report_comment.settled_by uuid
column participation.report_comment.side text not null
column participation.report_comment.text text not null
column participation.report_comment.written_at timestamp with time zone not null
column participation.report_comment.written_by uuid not null
column participation.report_content.enrollment_id uuid not null
column participation.report_content.file_id uuid
column participation.report_content.file_name text not null
column participation.report_content.file_sha256 text not null
column participation.report_content.organization_id uuid not null
column participation.report_content.reason text not null default ''::text
column participation.report_content.report_id uuid not null
column participation.report_content.summary text not null default ''::text
column participation.spot_check.assessment_id uuid
column participation.spot_check.checked_on date not null
column participation.spot_check.control_id text
column participation.spot_check.enrollment_id uuid not null
column participation.spot_check.evidence_note text not null default ''::text
column participation.spot_check.expected text not null
column participation.spot_check.file_id uuid
column participation.spot_check.id uuid not null
column participation.spot_check.number integer not null
column participation.spot_check.object text not null
column participation.spot_check.organization_id uuid not null
column participation.spot_check.programme_id uuid not null
column participation.spot_check.reason text not null default ''::text
column participation.spot_check.result text not null
column participation.spot_check.seen text not null default ''::text
column participation.spot_check.version integer not null
column participation.spot_check.what text not null
column participation.spot_check.written_at timestamp with time zone not null
column participation.spot_check.written_by uuid not null
column participation.spot_comment.enrollment_id uuid not null
column participation.spot_comment.id uuid not null
column participation.spot_comment.organization_id uuid not null
column participation.spot_comment.spot_check_id uuid not null
column participation.spot_comment.spot_check_version integer not null
column participation.spot_comment.text text not null
column participation.spot_comment.written_at timestamp with time zone not null
column participation.spot_comment.written_by uuid not null
column participation.spot_protocol.closed_at timestamp with time zone not null
column participation.spot_protocol.closed_by uuid not null
column participation.spot_protocol.enrollment_id uuid not null
column participation.spot_protocol.organization_id uuid not null
column participation.spot_protocol.programme_id uuid not null
column pictures.cell.as_of date
column pictures.cell.bound text
column pictures.cell.count integer
column pictures.cell.dimension text not null
column pictures.cell.hidden text
column pictures.cell.key text not null
column pictures.cell.label text not null
column pictures.cell.percent integer
column pictures.cell.picture_id uuid not null
column pictures.cell.position integer not null
column pictures.map.areas jsonb not null
column pictures.map.attribution text not null
column pictures.map.height integer not null
column pictures.map.id uuid not null
column pictures.map.imported_at timestamp with time zone not null
column pictures.map.imported_by uuid
column pictures.map.is_schematic boolean not null
column pictures.map.sha256 text not null
column pictures.map.title text not null
column pictures.map.width integer not null
column pictures.named.municipality_id uuid not null
column pictures.named.name text not null
column pictures.named.percent integer
column pictures.named.phase_label text not null
column pictures.named.picture_id uuid not null
column pictures.picture.assessed integer
column pictures.picture.catalog_id uuid
column pictures.picture.id uuid not null
column pictures.picture.participants integer not null
column pictures.picture.previous_id uuid
column pictures.picture.programme_id uuid not null
column pictures.picture.public_at timestamp with time zone
column pictures.picture.public_by uuid
column pictures.picture.release_on date not null
column pictures.picture.sha256 text not null
column pictures.picture.taken_at timestamp with time zone not null
column pictures.picture.taken_by uuid
column pictures.release_plan.changed_at timestamp with time zone not null
column pictures.release_plan.changed_by uuid not null
column pictures.release_plan.days text[] not null
column pictures.release_plan.programme_id uuid not null
column pictures.release_plan.version integer not null default 1
column pictures.subject.assessment_id uuid not null
column pictures.subject.groups jsonb not null
column pictures.subject.is_known boolean not null
column pictures.subject.lists jsonb not null
column pictures.subject.organization_id uuid not null
column pictures.subject.picture_id uuid not null
column pictures.subject.score double precision not null
column platform.installation.demo_loaded_at timestamp with time zone
column platform.installation.first_started_at timestamp with time zone not null
column platform.installation.only_one boolean not null default true
column platform.maintenance.message text not null
column platform.maintenance.only_one boolean not null default true
column platform.maintenance.since timestamp with time zone not null
column platform.remembered_reply.body text not null
column platform.remembered_reply.caller text not null
column platform.remembered_reply.headers jsonb not null
column platform.remembered_reply.key text not null
column platform.remembered_reply.remembered_at timestamp with time zone not null
column platform.remembered_reply.request_hash text not null
column platform.remembered_reply.status integer not null
column portal.visit.before_at timestamp with time zone
column portal.visit.person_id uuid not null
column portal.visit.seen_at timestamp with time zone not null
column privacy.retention_rule.due text not null
column privacy.retention_rule.ground text not null
column privacy.retention_rule.name text not null
column privacy.retention_rule.position integer not null
column privacy.retention_rule.relation text not null
column privacy.retention_rule.since text not null
column privacy.retention_rule.term_hours integer not null
column privacy.retention_rule.what text not null
column programmes.approach.campaign_id uuid not null
column programmes.approach.changed_at timestamp with time zone not null
column programmes.approach.changed_by uuid
column programmes.approach.organization_id uuid not null
column programmes.approach.programme_id uuid not null
column programmes.approach.state text not null default 'open'::text
column programmes.approach.version integer not null default 1
column programmes.campaign.begun_at timestamp with time zone not null
column programmes.campaign.begun_by uuid not null
column programmes.campaign.closed_at timestamp with time zone
column programmes.campaign.id uuid not null
column programmes.campaign.programme_id uuid not null
column programmes.campaign.script text not null default ''::text
column programmes.campaign.title text not null
column programmes.contact_entry.follow_up_on date
column programmes.contact_entry.followed_up_at timestamp with time zone
column programmes.contact_entry.id uuid not null
column programmes.contact_entry.kind text not null
column programmes.contact_entry.on_day date not null
column programmes.contact_entry.organization_id uuid not null
column programmes.contact_entry.programme_id uuid not null
column programmes.contact_entry.removed_at timestamp with time zone
column programmes.contact_entry.removed_by uuid
column programmes.contact_entry.what text not null
column programmes.contact_entry.with_whom text not null default ''::text
column programmes.contact_entry.written_at timestamp with time zone not null
column programmes.contact_entry.written_by uuid not null
column programmes.enrollment.began_at timestamp with time zone not null
column programmes.enrollment.began_by uuid
column programmes.enrollment.completed_at timestamp with time zone
column programmes.enrollment.current_step text
column programmes.enrollment.days_needed integer not null default 0
column programmes.enrollment.guide_id uuid
column programmes.enrollment.id uuid not null
column programmes.enrollment.last_contact_on date
column programmes.enrollment.missing text not null default ''::text
column programmes.enrollment.organization_id uuid not null
column programmes.enrollment.phase text not null default ''::text
column programmes.enrollment.programme_id uuid not null
column programmes.enrollment.road text not null default ''::text
column programmes.enrollment.state text not null default 'active'::text
column programmes.enrollment.version integer not null default 1
column programmes.enrollment.waiting_for text
column programmes.enrollment.waiting_since timestamp with time zone
column programmes.enrollment.withdrawal_reason text not null default ''::text
column programmes.enrollment.withdrawn_at timestamp with time zone
column programmes.enrollment.withdrawn_by uuid
column programmes.enrollment_step.changed_by uuid
column programmes.enrollment_step.enrollment_id uuid not null
column programmes.enrollment_step.missing text not null default ''::text
column programmes.enrollment_step.note text not null default ''::text
column programmes.enrollment_step.on_day date
column programmes.enrollment_step.organization_id uuid not null
column programmes.enrollment_step.programme_id uuid not null
column programmes.enrollment_step.since timestamp with time zone not null
column programmes.enrollment_step.state text not null default 'open'::text
column programmes.enrollment_step.step text not null
column programmes.enrollment_step.waiting_for text
column programmes.navigator.ended_by uuid
column programmes.navigator.enrollment_id uuid not null
column programmes.navigator.from_day date not null
column programmes.navigator.id uuid not null
column programmes.navigator.named_at timestamp with time zone not null
column programmes.navigator.named_by uuid not null
column programmes.navigator.organization_id uuid not null
column programmes.navigator.person_id uuid not null
column programmes.navigator.programme_id uuid not null
column programmes.navigator.reason text not null default ''::text
column programmes.navigator.until_day date
column programmes.observer.observer_id uuid not null
column programmes.observer.programme_id uuid not null
column programmes.phase.key text not null
column programmes.phase.position integer not null
column programmes.phase.programme_id uuid not null
column programmes.phase.title text not null
column programmes.programme.about text not null default ''::text
column programmes.programme.changed_at timestamp with time zone not null
column programmes.programme.changed_by uuid
column programmes.programme.contact_email text not null default ''::text
column programmes.programme.contact_name text not null default ''::text
column programmes.programme.contact_phone text not null default ''::text
column programmes.programme.contractor_id uuid
column programmes.programme.created_at timestamp with time zone not null
column programmes.programme.deadline_on date
column programmes.programme.declaration_text text not null default ''::text
column programmes.programme.declaration_version integer not null default 1
column programmes.programme.expected integer
column programmes.programme.id uuid not null
column programmes.programme.key text not null
column programmes.programme.name text not null
column programmes.programme.open_to text[] not null
column programmes.programme.run_by uuid not null
column programmes.programme.sort_key text not null
column programmes.programme.starts_on date
column programmes.programme.state text not null
column programmes.programme.summary text not null
column programmes.programme.takes_interest boolean not null default true
column programmes.programme.total_cents bigint
column programmes.programme.version integer not null default 1
column programmes.staff.from_day date not null
column programmes.staff.function text not null
column programmes.staff.id uuid not null
column programmes.staff.named_by uuid
column programmes.staff.person_id uuid not null
column programmes.staff.programme_id uuid not null
column programmes.staff.until_day date
column programmes.stage.amount_cents bigint not null
column programmes.stage.decision text not null default ''::text
column programmes.stage.number integer not null
column programmes.stage.programme_id uuid not null
column programmes.stage.released_at timestamp with time zone
column programmes.stage.released_by uuid
column programmes.stage.released_on date
column programmes.stage.requires text not null default 'admitted'::text
column programmes.stage.title text not null
column programmes.step.acts text not null
column programmes.step.by_deadline boolean not null default false
column programmes.step.by_deed boolean not null default false
column programmes.step.duty text not null
column programmes.step.is_optional boolean not null default false
column programmes.step.key text not null
column programmes.step.needs text[] not null default '{}'::text[]
column programmes.step.phase_key text not null
column programmes.step.position integer not null
column programmes.step.programme_id uuid not null
column programmes.step.title text not null
column programmes.step.typical_days integer not null default 7
column programmes.step_change.at timestamp with time zone not null
column programmes.step_change.before text
column programmes.step_change.enrollment_id uuid not null
column programmes.step_change.id uuid not null
column programmes.step_change.note text not null default ''::text
column programmes.step_change.on_day date
column programmes.step_change.organization_id uuid not null
column programmes.step_change.origin text not null
column programmes.step_change.person_id uuid
column programmes.step_change.programme_id uuid not null
column programmes.step_change.step text
column programmes.step_change.what text not null
column programmes.wanted_document.hint text not null default ''::text
column programmes.wanted_document.is_required boolean not null default true
column programmes.wanted_document.key text not null
column programmes.wanted_document.position integer not null
column programmes.wanted_document.programme_id uuid not null
column programmes.wanted_document.title text not null
column proofs.narrative.id uuid not null
column proofs.narrative.number integer not null
column proofs.narrative.organization_id uuid not null
column proofs.narrative.origin text not null
column proofs.narrative.programme_id uuid not null
column proofs.narrative.proof_id uuid not null
column proofs.narrative.saved_at timestamp with time zone not null
column proofs.narrative.saved_by uuid not null
column proofs.narrative.text text not null
column proofs.proof.begun_at timestamp with time zone not null
column proofs.proof.begun_by uuid not null
column proofs.proof.id uuid not null
column proofs.proof.organization_id uuid not null
column proofs.proof.programme_id uuid not null
column proofs.proof_version.as_of timestamp with time zone not null
column proofs.proof_version.entries integer not null
column proofs.proof_version.figures jsonb not null
column proofs.proof_version.frozen_at timestamp with time zone not null
column proofs.proof_version.frozen_by uuid not null
column proofs.proof_version.id uuid not null
column proofs.proof_version.kind text not null
column proofs.proof_version.narrative_id uuid not null
column proofs.proof_version.number integer not null
column proofs.proof_version.organization_id uuid not null
column proofs.proof_version.pdf_file_id uuid not null
column proofs.proof_version.pdf_sha256 text not null
column proofs.proof_version.programme_id uuid not null
column proofs.proof_version.proof_id uuid not null
column proofs.proof_version.reason text not null
column proofs.proof_version.released_cents bigint not null
column proofs.proof_version.settled_cents bigint not null
column proofs.proof_version.sheet_file_id uuid not null
column proofs.proof_version.sheet_sha256 text not null
column proofs.proof_version.vouchers integer not null
column proofs.reminder.amount_cents bigint not null
column proofs.reminder.id uuid not null
column proofs.reminder.lacks jsonb not null
column proofs.reminder.on_day date not null
column proofs.reminder.organization_id uuid not null
column proofs.reminder.person_id uuid not null
column proofs.reminder.programme_id uuid not null
column proofs.reminder.sent_at timestamp with time zone not null
column proofs.reminder.sent_by uuid not null
column proofs.reminder.turn integer not null
column proofs.terms.changed_at timestamp with time zone
column proofs.terms.changed_by uuid
column proofs.terms.due_months integer not null default 6
column proofs.terms.keep_years integer not null default 5
column proofs.terms.programme_id uuid not null
column proofs.terms.version integer not null default 1
column publishing.barrier_report.answer text not null default ''::text
column publishing.barrier_report.answered_at timestamp with time zone
column publishing.barrier_report.answered_by uuid
column publishing.barrier_report.due_on date not null
column publishing.barrier_report.email text not null
column publishing.barrier_report.id uuid not null
column publishing.barrier_report.organization_id uuid not null
column publishing.barrier_report.place text not null
column publishing.barrier_report.received_at timestamp with time zone not null
column publishing.barrier_report.what text not null
column publishing.news.author text not null
column publishing.news.body text not null
column publishing.news.from_at timestamp with time zone
column publishing.news.id uuid not null
column publishing.news.news_id uuid not null
column publishing.news.slug text not null
column publishing.news.state text not null
column publishing.news.superseded_at timestamp with time zone
column publishing.news.teaser text not null
column publishing.news.title text not null
column publishing.news.topic text not null
column publishing.news.until_at timestamp with time zone
column publishing.news.version integer not null
column publishing.news.written_at timestamp with time zone not null
column publishing.news.written_by uuid not null
column publishing.page.id uuid not null
column publishing.page.name text not null
column publishing.page.superseded_at timestamp with time zone
column publishing.page.text text not null
column publishing.page.version integer not null
column publishing.page.written_at timestamp with time zone not null
column publishing.page.written_by uuid not null
column search.document.audience text not null
column search.document.body text not null
column search.document.build uuid not null
column search.document.id text not null
column search.document.is_name boolean not null
column search.document.keys text[] not null default '{}'::text[]
column search.document.row_id uuid
column search.document.subject text not null
column search.document.title text not null
column search.document.title_key text not null
column search.document.title_words tsvector not null
column search.document.type text not null
column search.document.url text not null
column search.document.words tsvector not null
column search.kind.event text not null
column search.kind.type text not null
column search.pin.document_id text not null
column search.pin.person_id uuid not null
column search.pin.pinned_at timestamp with time zone not null
column search.pin.type text not null
column search.recent.person_id uuid not null
column search.recent.query text not null
column search.recent.query_key text not null
column search.recent.searched_at timestamp with time zone not null
column search.stale.at timestamp with time zone not null
column search.stale.id uuid not null
column search.stale.subject text not null
column search.stale.type text not null
column search.state.build uuid
column search.state.building uuid
column search.state.built_at timestamp with time zone
column search.state.edition text
column search.state.id boolean not null default true
column security.answer.answer text
column security.answer.answered_at timestamp with time zone not null
column security.answer.answered_by uuid not null
column security.answer.assessment_id uuid not null
column security.answer.catalog_id uuid not null
column security.answer.control_id text not null
column security.answer.level smallint
column security.answer.moved_from text
column security.answer.note text not null
column security.answer.organization_id uuid not null
column security.answer.target smallint
column security.answer.top_key text not null
column security.answer.unconfirmed boolean not null default false
column security.answer.version integer not null
column security.answer_source.assessment_id uuid not null
column security.answer_source.catalog_id uuid not null
column security.answer_source.collection_id uuid
column security.answer_source.control_id text not null
column security.answer_source.is_default boolean not null
column security.answer_source.organization_id uuid not null
column security.answer_source.relationship text not null
column security.answer_source.source_assessment_id uuid not null
column security.answer_source.source_catalog_id uuid not null
column security.answer_source.source_control_id text not null
column security.answer_source.source_version integer not null
column security.answer_source.sub_requirements text[] not null
column security.answer_source.taken_at timestamp with time zone not null
column security.answer_source.taken_by uuid not null
column security.answer_source.top_key text not null
column security.answer_source.version integer not null
column security.assessment.catalog_id uuid not null
column security.assessment.closed_at timestamp with time zone
column security.assessment.closed_by uuid
column security.assessment.closed_why text
column security.assessment.id uuid not null
column security.assessment.in_review_at timestamp with time zone
column security.assessment.migrated_from uuid
column security.assessment.moved_pairs jsonb
column security.assessment.organization_id uuid not null
column security.assessment.previous_id uuid
column security.assessment.signed_off_at timestamp with time zone
column security.assessment.started_at timestamp with time zone not null
column security.assessment.started_by uuid not null
column security.assessment.wave integer not null default 1
column security.comment.assessment_id uuid not null
column security.comment.catalog_id uuid not null
column security.comment.control_id text not null
column security.comment.id uuid not null
column security.comment.mentions uuid[] not null default '{}'::uuid[]
column security.comment.moved_from uuid
column security.comment.organization_id uuid not null
column security.comment.removed_at timestamp with time zone
column security.comment.text text
column security.comment.top_key text not null
column security.comment.written_at timestamp with time zone not null
column security.comment.written_by uuid not null
column security.declined_proposal.assessment_id uuid not null
column security.declined_proposal.catalog_id uuid not null
column security.declined_proposal.control_id text not null
column security.declined_proposal.declined_at timestamp with time zone not null
column security.declined_proposal.declined_by uuid not null
column security.declined_proposal.organization_id uuid not null
column security.declined_proposal.top_key text not null
column security.delegation.assessment_id uuid not null
column security.delegation.catalog_id uuid not null
column security.delegation.delegated_at timestamp with time zone not null
column security.delegation.delegated_by uuid not null
column security.delegation.due_on date
column security.delegation.ended_at timestamp with time zone
column security.delegation.ended_by uuid
column security.delegation.group_keys text[] not null
column security.delegation.id uuid not null
column security.delegation.moved_from uuid
column security.delegation.note text not null default ''::text
column security.delegation.organization_id uuid not null
column security.delegation.person_id uuid not null
column security.delegation.reminded_on date
column security.evidence.added_at timestamp with time zone not null
column security.evidence.added_by uuid not null
column security.evidence.assessment_id uuid not null
column security.evidence.catalog_id uuid not null
column security.evidence.control_id text not null
column security.evidence.file_id uuid
column security.evidence.id uuid not null
column security.evidence.moved_from uuid
column security.evidence.organization_id uuid not null
column security.evidence.reminded_at timestamp with time zone
column security.evidence.removed_at timestamp with time zone
column security.evidence.removed_by uuid
column security.evidence.title text not null
column security.evidence.top_key text not null
column security.evidence.url text
column security.evidence.valid_until date
column security.migration_announcement.announced_at timestamp with time zone not null
column security.migration_announcement.announced_by uuid not null
column security.migration_announcement.due_on date
column security.migration_announcement.from_catalog_id uuid not null
column security.migration_announcement.id uuid not null
column security.migration_announcement.text text not null
column security.migration_announcement.to_catalog_id uuid not null
column security.migration_announcement.withdrawn_at timestamp with time zone
column security.migration_announcement.withdrawn_by uuid
column security.remark.assessment_id uuid not null
column security.remark.catalog_id uuid not null
column security.remark.control_id text not null
column security.remark.id uuid not null
column security.remark.moved_from uuid
column security.remark.organization_id uuid not null
column security.remark.side text not null
column security.remark.text text not null
column security.remark.top_key text not null
column security.remark.written_at timestamp with time zone not null
column security.remark.written_by uuid not null
column security.reopening.agreed boolean
column security.reopening.asked_at timestamp with time zone not null
column security.reopening.asked_by uuid not null
column security.reopening.asked_side text not null
column security.reopening.assessment_id uuid not null
column security.reopening.catalog_id uuid not null
column security.reopening.decided_at timestamp with time zone
column security.reopening.decided_by uuid
column security.reopening.id uuid not null
column security.reopening.organization_id uuid not null
column security.reopening.reason text not null
column security.review.answer_version integer
column security.review.assessment_id uuid not null
column security.review.catalog_id uuid not null
column security.review.control_id text not null
column security.review.moved_from text
column security.review.organization_id uuid not null
column security.review.remark text not null default ''::text
column security.review.reviewed_at timestamp with time zone not null
column security.review.reviewed_by uuid not null
column security.review.top_key text not null
column security.review.verdict text not null
column security.review.version integer not null
column security.sign_off.assessment_id uuid not null
column security.sign_off.catalog_id uuid not null
column security.sign_off.id uuid not null
column security.sign_off.organization_id uuid not null
column security.sign_off.side text not null
column security.sign_off.signature_id uuid not null
column security.sign_off.signed_at timestamp with time zone not null
column security.sign_off.signed_by uuid not null
column security.sign_off.withdrawal_reason text
column security.sign_off.withdrawn_at timestamp with time zone
column security.sign_off.withdrawn_by uuid
column security.signed_result.answers text not null
column security.signed_result.assessment_id uuid not null
column security.signed_result.catalog_id uuid not null
column security.signed_result.organization_id uuid not null
column security.signed_result.top_key text not null
column signatures.signature.acting_for uuid not null
column signatures.signature.id uuid not null
column signatures.signature.organization_id uuid not null
column signatures.signature.role text not null
column signatures.signature.shown text not null
column signatures.signature.shown_sha256 text not null
column signatures.signature.signed_at timestamp with time zone not null
column signatures.signature.signed_by uuid not null
column signatures.signature.subject_id uuid not null
column signatures.signature.subject_type text not null

-- constraints
constraint acceptance_amount_cents_check on deliveries.acceptance CHECK ((amount_cents > 0))
constraint acceptance_check on deliveries.acceptance CHECK (((result <> 'refused'::text) OR (note <> ''::text)))
constraint acceptance_check1 on deliveries.acceptance CHECK (((way IS NULL) = (signed_at IS NULL)))
constraint acceptance_check2 on deliveries.acceptance CHECK (((way IS DISTINCT FROM 'portal'::text) OR (signature_id IS NOT NULL)))
constraint acceptance_check3 on deliveries.acceptance CHECK (((way IS DISTINCT FROM 'paper'::text) OR ((paper_name IS NOT NULL) AND (paper_sha256 IS NOT NULL) AND (paper_signer IS NOT NULL) AND (paper_signed_on IS NOT NULL))))
constraint acceptance_check4 on deliveries.acceptance CHECK (((state <> ALL (ARRAY['signed'::text, 'accepted'::text, 'refused'::text, 'returned'::text])) OR (way IS NOT NULL)))
constraint acceptance_check5 on deliveries.acceptance CHECK (((state = 'accepted'::text) = (countersignature_id IS NOT NULL)))
constraint acceptance_contractor_id_fkey on deliveries.acceptance FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint acceptance_countersignature_id_fkey on deliveries.acceptance FOREIGN KEY (countersignature_id) REFERENCES signatures.signature(id)
constraint acceptance_decided_by_fkey on deliveries.acceptance FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint acceptance_enrollment_id_organization_id_programme_id_fkey on deliveries.acceptance FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES funding.account(enrollment_id, organization_id, programme_id)
constraint acceptance_id_organization_id_programme_id_contractor_id_key on deliveries.acceptance UNIQUE (id, organization_id, programme_id, contractor_id)
constraint acceptance_number_check on deliveries.acceptance CHECK ((number > 0))
constraint acceptance_paper_file_id_fkey on deliveries.acceptance FOREIGN KEY (paper_file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint acceptance_pkey on deliveries.acceptance PRIMARY KEY (id)
constraint acceptance_prepared_by_fkey on deliveries.acceptance FOREIGN KEY (prepared_by) REFERENCES identity.person(id)
constraint acceptance_result_check on deliveries.acceptance CHECK ((result = ANY (ARRAY['whole'::text, 'partial'::text, 'refused'::text])))
constraint acceptance_service_order_id_number_key on deliveries.acceptance UNIQUE (service_order_id, number)
constraint acceptance_service_order_id_organization_id_programme_id_fkey on deliveries.acceptance FOREIGN KEY (service_order_id, organization_id, programme_id) REFERENCES funding.service_order(id, organization_id, programme_id)
constraint acceptance_signature_id_fkey on deliveries.acceptance FOREIGN KEY (signature_id) REFERENCES signatures.signature(id)
constraint acceptance_signed_by_fkey on deliveries.acceptance FOREIGN KEY (signed_by) REFERENCES identity.person(id)
constraint acceptance_state_check on deliveries.acceptance CHECK ((state = ANY (ARRAY['prepared'::text, 'signed'::text, 'accepted'::text, 'refused'::text, 'returned'::text, 'withdrawn'::text])))
constraint acceptance_way_check on deliveries.acceptance CHECK ((way = ANY (ARRAY['portal'::text, 'paper'::text])))
constraint account_accepted_cents_check on funding.account CHECK ((accepted_cents >= 0))
constraint account_balanced on funding.account CHECK ((released_cents = ((((((limit_cents + planned_cents) + committed_cents) + delivered_cents) + accepted_cents) + invoiced_cents) + settled_cents)))
constraint account_committed_cents_check on funding.account CHECK ((committed_cents >= 0))
constraint account_delivered_cents_check on funding.account CHECK ((delivered_cents >= 0))
constraint account_enrollment_id_organization_id_programme_id_fkey on funding.account FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint account_enrollment_id_organization_id_programme_id_key on funding.account UNIQUE (enrollment_id, organization_id, programme_id)
constraint account_invoiced_cents_check on funding.account CHECK ((invoiced_cents >= 0))
constraint account_limit_cents_check on funding.account CHECK ((limit_cents >= 0))
constraint account_pkey on funding.account PRIMARY KEY (enrollment_id)
constraint account_planned_cents_check on funding.account CHECK ((planned_cents >= 0))
constraint account_settled_cents_check on funding.account CHECK ((settled_cents >= 0))
constraint admission_check on declarations.admission CHECK (((decision = 'admitted'::text) OR (reason <> ''::text)))
constraint admission_decided_by_fkey on declarations.admission FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint admission_decision_check on declarations.admission CHECK ((decision = ANY (ARRAY['admitted'::text, 'refused'::text, 'correction'::text])))
constraint admission_declaration_id_fkey on declarations.admission FOREIGN KEY (declaration_id) REFERENCES declarations.declaration(id)
constraint admission_enrollment_id_organization_id_programme_id_fkey on declarations.admission FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint admission_pkey on declarations.admission PRIMARY KEY (id)
constraint agreement_check on declarations.agreement CHECK ((valid_until >= valid_from))
constraint agreement_check1 on declarations.agreement CHECK ((shown_sha256 = encode(sha256(convert_to(shown, 'UTF8'::name)), 'hex'::text)))
constraint agreement_check2 on declarations.agreement CHECK ((((way = 'portal'::text) = (signature_id IS NOT NULL)) AND ((way = 'paper'::text) = (file_id IS NOT NULL))))
constraint agreement_check3 on declarations.agreement CHECK (((kind <> 'scanPermission'::text) OR ((targets <> ''::text) AND (valid_until IS NOT NULL))))
constraint agreement_check4 on declarations.agreement CHECK (((owner_file_id IS NULL) = (owner_signed_on IS NULL)))
constraint agreement_check5 on declarations.agreement CHECK (((revoked_at IS NULL) OR (revocation_reason <> ''::text)))
constraint agreement_contractor_id_fkey on declarations.agreement FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint agreement_enrollment_id_organization_id_programme_id_fkey on declarations.agreement FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint agreement_file_id_fkey on declarations.agreement FOREIGN KEY (file_id) REFERENCES files.file(id)
constraint agreement_kind_check on declarations.agreement CHECK ((kind = ANY (ARRAY['dataProcessing'::text, 'confidentiality'::text, 'scanPermission'::text])))
constraint agreement_owner_file_id_fkey on declarations.agreement FOREIGN KEY (owner_file_id) REFERENCES files.file(id)
constraint agreement_pkey on declarations.agreement PRIMARY KEY (id)
constraint agreement_recorded_by_fkey on declarations.agreement FOREIGN KEY (recorded_by) REFERENCES identity.person(id)
constraint agreement_revoked_by_fkey on declarations.agreement FOREIGN KEY (revoked_by) REFERENCES identity.person(id)
constraint agreement_signature_id_fkey on declarations.agreement FOREIGN KEY (signature_id) REFERENCES signatures.signature(id)
constraint agreement_signer_name_check on declarations.agreement CHECK ((signer_name <> ''::text))
constraint agreement_way_check on declarations.agreement CHECK ((way = ANY (ARRAY['portal'::text, 'paper'::text])))
constraint allowance_bytes_check on files.allowance CHECK ((bytes >= 0))
constraint allowance_only_one_check on files.allowance CHECK (only_one)
constraint allowance_pkey on files.allowance PRIMARY KEY (only_one)
constraint answer_answer_check on security.answer CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'notApplicable'::text])))
constraint answer_answered_by_fkey on security.answer FOREIGN KEY (answered_by) REFERENCES identity.person(id)
constraint answer_assessment_id_organization_id_catalog_id_fkey on security.answer FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint answer_catalog_id_control_id_fkey on security.answer FOREIGN KEY (catalog_id, control_id) REFERENCES catalogs.control(catalog_id, id)
constraint answer_check on security.answer CHECK (((level IS NULL) = (target IS NULL)))
constraint answer_check1 on security.answer CHECK (((answer IS NULL) OR (level IS NULL)))
constraint answer_level_check on security.answer CHECK (((level >= 0) AND (level <= 5)))
constraint answer_pkey on security.answer PRIMARY KEY (assessment_id, control_id, version)
constraint answer_source_assessment_id_control_id_version_fkey on security.answer_source FOREIGN KEY (assessment_id, control_id, version) REFERENCES security.answer(assessment_id, control_id, version)
constraint answer_source_assessment_id_organization_id_catalog_id_fkey on security.answer_source FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint answer_source_check on security.answer_source CHECK ((source_assessment_id <> assessment_id))
constraint answer_source_collection_id_fkey on security.answer_source FOREIGN KEY (collection_id) REFERENCES catalogs.mapping_collection(id)
constraint answer_source_pkey on security.answer_source PRIMARY KEY (assessment_id, control_id, version, source_assessment_id, source_control_id)
constraint answer_source_relationship_check on security.answer_source CHECK ((relationship = ANY (ARRAY['equal-to'::text, 'equivalent-to'::text, 'subset-of'::text, 'superset-of'::text, 'intersects-with'::text])))
constraint answer_source_source_assessment_id_organization_id_source__fkey on security.answer_source FOREIGN KEY (source_assessment_id, organization_id, source_catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint answer_source_source_assessment_id_source_control_id_sourc_fkey on security.answer_source FOREIGN KEY (source_assessment_id, source_control_id, source_version) REFERENCES security.answer(assessment_id, control_id, version)
constraint answer_source_taken_by_fkey on security.answer_source FOREIGN KEY (taken_by) REFERENCES identity.person(id)
constraint answer_target_check on security.answer CHECK (((target >= 0) AND (target <= 5)))
constraint answer_version_check on security.answer CHECK ((version > 0))
constraint api_token_person_id_fkey on identity.api_token FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint api_token_pkey on identity.api_token PRIMARY KEY (id)
constraint api_token_scope_check on identity.api_token CHECK ((scope = ANY (ARRAY['read'::text, 'write'::text])))
constraint api_token_token_hash_key on identity.api_token UNIQUE (token_hash)
constraint appointment_assessor_id_fkey on appointments.appointment FOREIGN KEY (assessor_id) REFERENCES identity.person(id)
constraint appointment_check on appointments.appointment CHECK ((ends_at > starts_at))
constraint appointment_check1 on appointments.appointment CHECK ((away_from <= starts_at))
constraint appointment_check2 on appointments.appointment CHECK ((away_until >= ends_at))
constraint appointment_check3 on appointments.appointment CHECK (((state <> ALL (ARRAY['confirmed'::text, 'held'::text])) OR ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL) AND (away_from IS NOT NULL) AND (away_until IS NOT NULL))))
constraint appointment_decided_by_fkey on appointments.appointment FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint appointment_enrollment_id_organization_id_programme_id_fkey on appointments.appointment FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint appointment_id_organization_id_programme_id_key on appointments.appointment UNIQUE (id, organization_id, programme_id)
constraint appointment_kickoff_id_enrollment_id_key on appointments.appointment UNIQUE (kickoff_id, enrollment_id)
constraint appointment_minutes_after_check on appointments.appointment CHECK (((minutes_after >= 0) AND (minutes_after <= 600)))
constraint appointment_minutes_before_check on appointments.appointment CHECK (((minutes_before >= 0) AND (minutes_before <= 600)))
constraint appointment_pkey on appointments.appointment PRIMARY KEY (id)
constraint appointment_proposed_by_fkey on appointments.appointment FOREIGN KEY (proposed_by) REFERENCES identity.person(id)
constraint appointment_state_check on appointments.appointment CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'declined'::text, 'cancelled'::text, 'held'::text])))
constraint appointment_step_check on appointments.appointment CHECK ((step = ANY (ARRAY['onSite'::text, 'policyReview'::text, 'spotChecks'::text, 'kickoff'::text, 'other'::text])))
constraint appointment_title_check on appointments.appointment CHECK ((title <> ''::text))
constraint approach_campaign_id_fkey on programmes.approach FOREIGN KEY (campaign_id) REFERENCES programmes.campaign(id)
constraint approach_changed_by_fkey on programmes.approach FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint approach_organization_id_fkey on programmes.approach FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint approach_pkey on programmes.approach PRIMARY KEY (campaign_id, organization_id)
constraint approach_programme_id_fkey on programmes.approach FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint approach_state_check on programmes.approach CHECK ((state = ANY (ARRAY['open'::text, 'notReached'::text, 'later'::text, 'interested'::text, 'declined'::text])))
constraint assessment_catalog_id_fkey on security.assessment FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint assessment_check on security.assessment CHECK (((signed_off_at IS NULL) OR (in_review_at IS NOT NULL)))
constraint assessment_check1 on security.assessment CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (closed_why IS NULL))))
constraint assessment_check2 on security.assessment CHECK (((migrated_from IS NULL) = (moved_pairs IS NULL)))
constraint assessment_check3 on security.assessment CHECK (((closed_at IS NULL) OR (in_review_at IS NULL)))
constraint assessment_closed_by_fkey on security.assessment FOREIGN KEY (closed_by) REFERENCES identity.person(id)
constraint assessment_closed_why_check on security.assessment CHECK ((closed_why = ANY (ARRAY['moved'::text, 'undone'::text])))
constraint assessment_id_organization_id_catalog_id_key on security.assessment UNIQUE (id, organization_id, catalog_id)
constraint assessment_migrated_from_fkey on security.assessment FOREIGN KEY (migrated_from) REFERENCES security.assessment(id)
constraint assessment_organization_id_catalog_id_wave_key on security.assessment UNIQUE (organization_id, catalog_id, wave)
constraint assessment_organization_id_fkey on security.assessment FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint assessment_pkey on security.assessment PRIMARY KEY (id)
constraint assessment_previous_id_fkey on security.assessment FOREIGN KEY (previous_id) REFERENCES security.assessment(id)
constraint assessment_started_by_fkey on security.assessment FOREIGN KEY (started_by) REFERENCES identity.person(id)
constraint assessment_wave_check on security.assessment CHECK ((wave > 0))
constraint assignment_assigned_by_fkey on identity.assignment FOREIGN KEY (assigned_by) REFERENCES identity.person(id)
constraint assignment_days on identity.assignment CHECK ((until_day >= (from_day - 1)))
constraint assignment_ended_by_fkey on identity.assignment FOREIGN KEY (ended_by) REFERENCES identity.person(id)
constraint assignment_objection_check on identity.assignment CHECK ((objection <> ''::text))
constraint assignment_organization_id_fkey on identity.assignment FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint assignment_person_id_fkey on identity.assignment FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint assignment_pkey on identity.assignment PRIMARY KEY (id)
constraint attendance_check on guidance.attendance CHECK (((NOT task_done) OR (state = 'excused'::text)))
constraint attendance_event_id_date_id_fkey on guidance.attendance FOREIGN KEY (event_id, date_id) REFERENCES guidance.event_date(event_id, id)
constraint attendance_how_check on guidance.attendance CHECK ((how = ANY (ARRAY['list'::text, 'code'::text])))
constraint attendance_organization_id_fkey on guidance.attendance FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint attendance_participant_organization_id_fkey on guidance.attendance FOREIGN KEY (participant_organization_id) REFERENCES organizations.organization(id)
constraint attendance_pkey on guidance.attendance PRIMARY KEY (date_id, registration_id)
constraint attendance_recorded_by_fkey on guidance.attendance FOREIGN KEY (recorded_by) REFERENCES identity.person(id)
constraint attendance_registration_id_fkey on guidance.attendance FOREIGN KEY (registration_id) REFERENCES guidance.registration(id)
constraint attendance_state_check on guidance.attendance CHECK ((state = ANY (ARRAY['present'::text, 'excused'::text, 'absent'::text])))
constraint barrier_report_answered_by_fkey on publishing.barrier_report FOREIGN KEY (answered_by) REFERENCES identity.person(id)
constraint barrier_report_check on publishing.barrier_report CHECK (((answered_at IS NULL) = (answer = ''::text)))
constraint barrier_report_check1 on publishing.barrier_report CHECK (((answered_at IS NULL) OR (email = ''::text)))
constraint barrier_report_email_check on publishing.barrier_report CHECK ((email = lower(email)))
constraint barrier_report_organization_id_fkey on publishing.barrier_report FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint barrier_report_pkey on publishing.barrier_report PRIMARY KEY (id)
constraint barrier_report_what_check on publishing.barrier_report CHECK ((what <> ''::text))
constraint calendar_feed_organization_id_fkey on insights.calendar_feed FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint calendar_feed_person_id_fkey on insights.calendar_feed FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint calendar_feed_pkey on insights.calendar_feed PRIMARY KEY (id)
constraint calendar_feed_secret_hash_key on insights.calendar_feed UNIQUE (secret_hash)
constraint campaign_begun_by_fkey on programmes.campaign FOREIGN KEY (begun_by) REFERENCES identity.person(id)
constraint campaign_pkey on programmes.campaign PRIMARY KEY (id)
constraint campaign_programme_id_fkey on programmes.campaign FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint campaign_title_check on programmes.campaign CHECK ((title <> ''::text))
constraint capability_check on identity.capability CHECK (((purpose = 'invitation'::text) = (invitation_id IS NOT NULL)))
constraint capability_check1 on identity.capability CHECK (((purpose = 'invitation'::text) = (person_id IS NULL)))
constraint capability_check2 on identity.capability CHECK (((purpose = 'emailChange'::text) = (email IS NOT NULL)))
constraint capability_invitation_id_fkey on identity.capability FOREIGN KEY (invitation_id) REFERENCES identity.invitation(id)
constraint capability_person_id_fkey on identity.capability FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint capability_pkey on identity.capability PRIMARY KEY (secret_hash)
constraint capability_purpose_check on identity.capability CHECK ((purpose = ANY (ARRAY['invitation'::text, 'passwordReset'::text, 'emailChange'::text])))
constraint catalog_imported_by_fkey on catalogs.catalog FOREIGN KEY (imported_by) REFERENCES identity.person(id)
constraint catalog_origin_check on catalogs.catalog CHECK ((origin = ANY (ARRAY['catalog'::text, 'profile'::text, 'workbook'::text])))
constraint catalog_pkey on catalogs.catalog PRIMARY KEY (id)
constraint catalog_scale_check on catalogs.catalog CHECK ((scale = ANY (ARRAY['yesNoNotApplicable'::text, 'level0to5WithTarget'::text])))
constraint catalog_sha256_check on catalogs.catalog CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint catalog_sha256_key on catalogs.catalog UNIQUE (sha256)
constraint cell_bound_check on pictures.cell CHECK ((bound = ANY (ARRAY['atMost'::text, 'atLeast'::text])))
constraint cell_check on pictures.cell CHECK ((((hidden IS NULL) = (count IS NOT NULL)) AND ((hidden IS NULL) = (percent IS NOT NULL))))
constraint cell_check1 on pictures.cell CHECK ((((bound = 'atMost'::text) <= (percent = 5)) AND ((bound = 'atLeast'::text) <= (percent = 95))))
constraint cell_count_check on pictures.cell CHECK ((count >= 5))
constraint cell_dimension_check on pictures.cell CHECK ((dimension = ANY (ARRAY['total'::text, 'checklist'::text, 'control'::text, 'kindClass'::text, 'county'::text, 'sizeClass'::text, 'phase'::text, 'money'::text, 'wave'::text])))
constraint cell_hidden_check on pictures.cell CHECK ((hidden = ANY (ARRAY['small'::text, 'complement'::text, 'isolates'::text, 'narrow'::text])))
constraint cell_percent_check on pictures.cell CHECK ((((percent >= 5) AND (percent <= 95)) AND ((percent % 5) = 0)))
constraint cell_picture_id_fkey on pictures.cell FOREIGN KEY (picture_id) REFERENCES pictures.picture(id)
constraint cell_pkey on pictures.cell PRIMARY KEY (picture_id, dimension, key)
constraint certificate_event_id_fkey on guidance.certificate FOREIGN KEY (event_id) REFERENCES guidance.event(id)
constraint certificate_holder_name_check on guidance.certificate CHECK (((length(holder_name) >= 1) AND (length(holder_name) <= 200)))
constraint certificate_issued_by_fkey on guidance.certificate FOREIGN KEY (issued_by) REFERENCES identity.person(id)
constraint certificate_number_check on guidance.certificate CHECK ((number ~ '^LW-[0-9]{4}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$'::text))
constraint certificate_number_key on guidance.certificate UNIQUE (number)
constraint certificate_organization_id_fkey on guidance.certificate FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint certificate_participant_organization_id_fkey on guidance.certificate FOREIGN KEY (participant_organization_id) REFERENCES organizations.organization(id)
constraint certificate_person_id_fkey on guidance.certificate FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint certificate_pkey on guidance.certificate PRIMARY KEY (id)
constraint certificate_registration_id_fkey on guidance.certificate FOREIGN KEY (registration_id) REFERENCES guidance.registration(id)
constraint certificate_replaced_by_fkey on guidance.certificate FOREIGN KEY (replaced_by) REFERENCES guidance.certificate(id)
constraint certificate_revoked_by_fkey on guidance.certificate FOREIGN KEY (revoked_by) REFERENCES identity.person(id)
constraint change_acting_for_fkey on organizations.change FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint change_deed_check on organizations.change CHECK ((deed = ANY (ARRAY['added'::text, 'changed'::text, 'imported'::text, 'renamed'::text, 'contactChanged'::text, 'contactRemoved'::text, 'succeeded'::text, 'successionWithdrawn'::text])))
constraint change_organization_id_fkey on organizations.change FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint change_person_id_fkey on organizations.change FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint change_pkey on organizations.change PRIMARY KEY (id)
constraint check_in_code_check on guidance.check_in CHECK ((code ~ '^[0-9]{6}$'::text))
constraint check_in_event_id_date_id_fkey on guidance.check_in FOREIGN KEY (event_id, date_id) REFERENCES guidance.event_date(event_id, id) ON DELETE CASCADE
constraint check_in_opened_by_fkey on guidance.check_in FOREIGN KEY (opened_by) REFERENCES identity.person(id)
constraint check_in_organization_id_fkey on guidance.check_in FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint check_in_pkey on guidance.check_in PRIMARY KEY (date_id)
constraint choice_channel_check on notifications.choice CHECK ((channel = ANY (ARRAY['mail'::text, 'inbox'::text])))
constraint choice_person_id_fkey on notifications.choice FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint choice_pkey on notifications.choice PRIMARY KEY (person_id, kind)
constraint comment_assessment_id_organization_id_catalog_id_fkey on security.comment FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint comment_catalog_id_control_id_fkey on security.comment FOREIGN KEY (catalog_id, control_id) REFERENCES catalogs.control(catalog_id, id)
constraint comment_check on security.comment CHECK (((text IS NULL) = (removed_at IS NOT NULL)))
constraint comment_pkey on security.comment PRIMARY KEY (id)
constraint comment_written_by_fkey on security.comment FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint consent_check on consents.consent CHECK (((revoked_at IS NULL) = (revoked_by IS NULL)))
constraint consent_check1 on consents.consent CHECK ((revoked_at >= given_at))
constraint consent_given_by_fkey on consents.consent FOREIGN KEY (given_by) REFERENCES identity.person(id)
constraint consent_organization_id_fkey on consents.consent FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint consent_pkey on consents.consent PRIMARY KEY (id)
constraint consent_purpose_check on consents.consent CHECK ((purpose = ANY (ARRAY['namedInStatePicture'::text, 'usageVisibleToMembers'::text, 'contactWilling'::text, 'processShared'::text, 'comparisonNamed'::text, 'openData'::text, 'directory'::text])))
constraint consent_revoked_by_fkey on consents.consent FOREIGN KEY (revoked_by) REFERENCES identity.person(id)
constraint consent_text_sha256_check on consents.consent CHECK ((text_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint consent_text_version_check on consents.consent CHECK ((text_version > 0))
constraint contact_email_check on organizations.contact CHECK ((email = lower(email)))
constraint contact_entry_check on programmes.contact_entry CHECK (((followed_up_at IS NULL) OR (follow_up_on IS NOT NULL)))
constraint contact_entry_kind_check on programmes.contact_entry CHECK ((kind = ANY (ARRAY['call'::text, 'mail'::text, 'visit'::text, 'note'::text])))
constraint contact_entry_organization_id_fkey on programmes.contact_entry FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint contact_entry_pkey on programmes.contact_entry PRIMARY KEY (id)
constraint contact_entry_programme_id_fkey on programmes.contact_entry FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint contact_entry_removed_by_fkey on programmes.contact_entry FOREIGN KEY (removed_by) REFERENCES identity.person(id)
constraint contact_entry_what_check on programmes.contact_entry CHECK ((what <> ''::text))
constraint contact_entry_written_by_fkey on programmes.contact_entry FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint contact_function_check on organizations.contact CHECK ((function = ANY (ARRAY['head'::text, 'securityOffice'::text, 'itEmergency'::text, 'itDepartment'::text, 'dataProtection'::text, 'invoices'::text, 'press'::text, 'cooperative'::text])))
constraint contact_organization_id_fkey on organizations.contact FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint contact_organization_id_function_key on organizations.contact UNIQUE (organization_id, function)
constraint contact_pkey on organizations.contact PRIMARY KEY (id)
constraint control_catalog_id_fkey on catalogs.control FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint control_catalog_id_group_key_fkey on catalogs.control FOREIGN KEY (catalog_id, group_key) REFERENCES catalogs.control_group(catalog_id, key)
constraint control_catalog_id_key_key on catalogs.control UNIQUE (catalog_id, key)
constraint control_catalog_id_position_key on catalogs.control UNIQUE (catalog_id, "position")
constraint control_group_catalog_id_fkey on catalogs.control_group FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint control_group_catalog_id_parent_key_fkey on catalogs.control_group FOREIGN KEY (catalog_id, parent_key) REFERENCES catalogs.control_group(catalog_id, key)
constraint control_group_catalog_id_position_key on catalogs.control_group UNIQUE (catalog_id, "position")
constraint control_group_pkey on catalogs.control_group PRIMARY KEY (catalog_id, key)
constraint control_obligation_check on catalogs.control CHECK ((obligation = ANY (ARRAY['must'::text, 'should'::text, 'may'::text])))
constraint control_pkey on catalogs.control PRIMARY KEY (catalog_id, id)
constraint decision_event_id_fkey on guidance.decision FOREIGN KEY (event_id) REFERENCES guidance.event(id)
constraint decision_organization_id_fkey on guidance.decision FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint decision_participant_organization_id_fkey on guidance.decision FOREIGN KEY (participant_organization_id) REFERENCES organizations.organization(id)
constraint decision_person_id_fkey on guidance.decision FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint decision_pkey on guidance.decision PRIMARY KEY (event_id, seq)
constraint decision_registration_id_fkey on guidance.decision FOREIGN KEY (registration_id) REFERENCES guidance.registration(id)
constraint declaration_check on declarations.declaration CHECK ((shown_sha256 = encode(sha256(convert_to(shown, 'UTF8'::name)), 'hex'::text)))
constraint declaration_check1 on declarations.declaration CHECK ((((way = 'portal'::text) = (signature_id IS NOT NULL)) AND ((way = 'paper'::text) = (file_id IS NOT NULL))))
constraint declaration_check2 on declarations.declaration CHECK (((withdrawn_at IS NULL) OR (withdrawal_reason <> ''::text)))
constraint declaration_contractor_id_fkey on declarations.declaration FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint declaration_enrollment_id_organization_id_programme_id_fkey on declarations.declaration FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint declaration_file_id_fkey on declarations.declaration FOREIGN KEY (file_id) REFERENCES files.file(id)
constraint declaration_pkey on declarations.declaration PRIMARY KEY (id)
constraint declaration_recorded_by_fkey on declarations.declaration FOREIGN KEY (recorded_by) REFERENCES identity.person(id)
constraint declaration_signature_id_fkey on declarations.declaration FOREIGN KEY (signature_id) REFERENCES signatures.signature(id)
constraint declaration_signer_name_check on declarations.declaration CHECK ((signer_name <> ''::text))
constraint declaration_way_check on declarations.declaration CHECK ((way = ANY (ARRAY['portal'::text, 'paper'::text])))
constraint declaration_withdrawn_by_fkey on declarations.declaration FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint declined_proposal_assessment_id_organization_id_catalog_id_fkey on security.declined_proposal FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint declined_proposal_catalog_id_control_id_fkey on security.declined_proposal FOREIGN KEY (catalog_id, control_id) REFERENCES catalogs.control(catalog_id, id)
constraint declined_proposal_declined_by_fkey on security.declined_proposal FOREIGN KEY (declined_by) REFERENCES identity.person(id)
constraint declined_proposal_pkey on security.declined_proposal PRIMARY KEY (assessment_id, control_id)
constraint delegation_assessment_id_organization_id_catalog_id_fkey on security.delegation FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint delegation_check on security.delegation CHECK ((person_id <> delegated_by))
constraint delegation_check1 on security.delegation CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
constraint delegation_delegated_by_fkey on security.delegation FOREIGN KEY (delegated_by) REFERENCES identity.person(id)
constraint delegation_ended_by_fkey on security.delegation FOREIGN KEY (ended_by) REFERENCES identity.person(id)
constraint delegation_group_keys_check on security.delegation CHECK ((cardinality(group_keys) > 0))
constraint delegation_person_id_fkey on security.delegation FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint delegation_pkey on security.delegation PRIMARY KEY (id)
constraint delivery_amount_cents_check on deliveries.delivery CHECK ((amount_cents >= 0))
constraint delivery_check on deliveries.delivery CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
constraint delivery_contractor_id_fkey on deliveries.delivery FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint delivery_enrollment_id_organization_id_programme_id_fkey on deliveries.delivery FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES funding.account(enrollment_id, organization_id, programme_id)
constraint delivery_id_organization_id_programme_id_contractor_id_key on deliveries.delivery UNIQUE (id, organization_id, programme_id, contractor_id)
constraint delivery_number_check on deliveries.delivery CHECK ((number > 0))
constraint delivery_pkey on deliveries.delivery PRIMARY KEY (id)
constraint delivery_reported_by_fkey on deliveries.delivery FOREIGN KEY (reported_by) REFERENCES identity.person(id)
constraint delivery_service_order_id_number_key on deliveries.delivery UNIQUE (service_order_id, number)
constraint delivery_service_order_id_organization_id_programme_id_fkey on deliveries.delivery FOREIGN KEY (service_order_id, organization_id, programme_id) REFERENCES funding.service_order(id, organization_id, programme_id)
constraint delivery_withdrawn_by_fkey on deliveries.delivery FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint departure_organization_id_fkey on identity.departure FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint departure_person_id_fkey on identity.departure FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint departure_pkey on identity.departure PRIMARY KEY (id)
constraint departure_recorded_by_fkey on identity.departure FOREIGN KEY (recorded_by) REFERENCES identity.person(id)
constraint departure_successor_id_fkey on identity.departure FOREIGN KEY (successor_id) REFERENCES identity.person(id)
constraint detail_created_by_fkey on measures.detail FOREIGN KEY (created_by) REFERENCES identity.person(id)
constraint detail_effort_tenths_check on measures.detail CHECK ((effort_tenths >= 0))
constraint detail_measure_id_organization_id_fkey on measures.detail FOREIGN KEY (measure_id, organization_id) REFERENCES measures.measure(id, organization_id)
constraint detail_offered_as_id_fkey on measures.detail FOREIGN KEY (offered_as_id) REFERENCES measures.template(id)
constraint detail_owner_id_fkey on measures.detail FOREIGN KEY (owner_id) REFERENCES identity.person(id)
constraint detail_pkey on measures.detail PRIMARY KEY (measure_id)
constraint detail_remind_days_check on measures.detail CHECK (((remind_days >= 0) AND (remind_days <= 180)))
constraint detail_template_id_fkey on measures.detail FOREIGN KEY (template_id) REFERENCES measures.template(id)
constraint digest_person_id_due_at_key on notifications.digest UNIQUE (person_id, due_at)
constraint digest_person_id_fkey on notifications.digest FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint digest_pkey on notifications.digest PRIMARY KEY (id)
constraint document_audience_check on search.document CHECK ((audience = ANY (ARRAY['signedIn'::text, 'person'::text, 'assessment'::text, 'measure'::text])))
constraint document_changed_by_fkey on participation.document FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint document_check on search.document CHECK (((audience = 'signedIn'::text) = (row_id IS NULL)))
constraint document_enrollment_id_key_key on participation.document UNIQUE (enrollment_id, key)
constraint document_enrollment_id_organization_id_programme_id_fkey on participation.document FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint document_file_added_by_fkey on participation.document_file FOREIGN KEY (added_by) REFERENCES identity.person(id)
constraint document_file_check on participation.document_file CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
constraint document_file_document_id_number_key on participation.document_file UNIQUE (document_id, number)
constraint document_file_document_id_organization_id_enrollment_id_fkey on participation.document_file FOREIGN KEY (document_id, organization_id, enrollment_id) REFERENCES participation.document(id, organization_id, enrollment_id)
constraint document_file_file_id_fkey on participation.document_file FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint document_file_name_check on participation.document_file CHECK ((name <> ''::text))
constraint document_file_number_check on participation.document_file CHECK ((number > 0))
constraint document_file_pkey on participation.document_file PRIMARY KEY (id)
constraint document_file_withdrawn_by_fkey on participation.document_file FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint document_id_organization_id_enrollment_id_key on participation.document UNIQUE (id, organization_id, enrollment_id)
constraint document_pkey on participation.document PRIMARY KEY (id)
constraint document_pkey on search.document PRIMARY KEY (build, type, id)
constraint document_state_check on participation.document CHECK ((state = ANY (ARRAY['missing'::text, 'received'::text, 'doesNotExist'::text, 'reviewed'::text])))
constraint document_title_check on participation.document CHECK ((title <> ''::text))
constraint document_url_check on search.document CHECK (((url ~~ '/%'::text) AND (url !~~ '//%'::text)))
constraint domain_name_check on organizations.domain CHECK (((name ~ '^[a-z0-9-]+(\.[a-z0-9-]+)+$'::text) AND (length(name) <= 253)))
constraint domain_owner_id_fkey on organizations.domain FOREIGN KEY (owner_id) REFERENCES organizations.organization(id)
constraint domain_pkey on organizations.domain PRIMARY KEY (name)
constraint draft_load_id_fkey on loads.draft FOREIGN KEY (load_id) REFERENCES loads.load(id) ON DELETE CASCADE
constraint draft_organization_id_fkey on loads.draft FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint draft_pkey on loads.draft PRIMARY KEY (load_id)
constraint draft_programme_id_fkey on loads.draft FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint enrollment_began_by_fkey on programmes.enrollment FOREIGN KEY (began_by) REFERENCES identity.person(id)
constraint enrollment_check on programmes.enrollment CHECK (((state = 'withdrawn'::text) = (withdrawn_at IS NOT NULL)))
constraint enrollment_guide_id_fkey on programmes.enrollment FOREIGN KEY (guide_id) REFERENCES identity.person(id)
constraint enrollment_id_organization_id_programme_id_key on programmes.enrollment UNIQUE (id, organization_id, programme_id)
constraint enrollment_organization_id_fkey on programmes.enrollment FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint enrollment_organization_id_programme_id_key on programmes.enrollment UNIQUE (organization_id, programme_id)
constraint enrollment_pkey on programmes.enrollment PRIMARY KEY (id)
constraint enrollment_programme_id_fkey on programmes.enrollment FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint enrollment_state_check on programmes.enrollment CHECK ((state = ANY (ARRAY['active'::text, 'withdrawn'::text])))
constraint enrollment_step_changed_by_fkey on programmes.enrollment_step FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint enrollment_step_enrollment_id_organization_id_programme_id_fkey on programmes.enrollment_step FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint enrollment_step_pkey on programmes.enrollment_step PRIMARY KEY (enrollment_id, step)
constraint enrollment_step_programme_id_step_fkey on programmes.enrollment_step FOREIGN KEY (programme_id, step) REFERENCES programmes.step(programme_id, key)
constraint enrollment_step_state_check on programmes.enrollment_step CHECK ((state = ANY (ARRAY['open'::text, 'inProgress'::text, 'done'::text, 'notNeeded'::text])))
constraint enrollment_step_waiting_for_check on programmes.enrollment_step CHECK ((waiting_for = ANY (ARRAY['organization'::text, 'contractor'::text, 'cooperative'::text, 'ministry'::text])))
constraint enrollment_waiting_for_check on programmes.enrollment CHECK ((waiting_for = ANY (ARRAY['organization'::text, 'contractor'::text, 'cooperative'::text, 'ministry'::text])))
constraint enrollment_withdrawn_by_fkey on programmes.enrollment FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint entry_acting_for_fkey on audit.entry FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint entry_amount_cents_check on funding.entry CHECK ((amount_cents > 0))
constraint entry_check on audit.entry CHECK (((sequence IS NULL) = (hash IS NULL)))
constraint entry_check on funding.entry CHECK ((from_state <> to_state))
constraint entry_check1 on funding.entry CHECK ((((from_state = 'grant'::text) <= (to_state = 'limit'::text)) AND ((to_state = 'grant'::text) <= (from_state = 'limit'::text))))
constraint entry_check2 on funding.entry CHECK (((service_order_id IS NULL) = ((from_state = ANY (ARRAY['grant'::text, 'limit'::text])) AND (to_state = ANY (ARRAY['grant'::text, 'limit'::text])))))
constraint entry_corrects_id_fkey on funding.entry FOREIGN KEY (corrects_id) REFERENCES funding.entry(id)
constraint entry_enrollment_id_number_key on funding.entry UNIQUE (enrollment_id, number)
constraint entry_enrollment_id_organization_id_programme_id_fkey on funding.entry FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES funding.account(enrollment_id, organization_id, programme_id)
constraint entry_from_state_check on funding.entry CHECK ((from_state = ANY (ARRAY['grant'::text, 'limit'::text, 'planned'::text, 'committed'::text, 'delivered'::text, 'accepted'::text, 'invoiced'::text, 'settled'::text])))
constraint entry_organization_id_fkey on audit.entry FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint entry_origin_check on funding.entry CHECK ((origin = ANY (ARRAY['release'::text, 'return'::text, 'package'::text, 'order'::text, 'delivery'::text, 'acceptance'::text, 'invoice'::text, 'settlement'::text, 'hand'::text, 'opening'::text])))
constraint entry_person_id_fkey on funding.entry FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint entry_pkey on audit.entry PRIMARY KEY (id)
constraint entry_pkey on funding.entry PRIMARY KEY (id)
constraint entry_reason_check on funding.entry CHECK ((reason <> ''::text))
constraint entry_sequence_check on audit.entry CHECK ((sequence > 0))
constraint entry_sequence_key on audit.entry UNIQUE (sequence)
constraint entry_service_order_id_organization_id_programme_id_fkey on funding.entry FOREIGN KEY (service_order_id, organization_id, programme_id) REFERENCES funding.service_order(id, organization_id, programme_id)
constraint entry_stage_number_check on funding.entry CHECK ((stage_number > 0))
constraint entry_to_state_check on funding.entry CHECK ((to_state = ANY (ARRAY['grant'::text, 'limit'::text, 'planned'::text, 'committed'::text, 'delivered'::text, 'accepted'::text, 'invoiced'::text, 'settled'::text])))
constraint event_cancelled_by_fkey on guidance.event FOREIGN KEY (cancelled_by) REFERENCES identity.person(id)
constraint event_capacity_check on guidance.event CHECK (((capacity >= 0) AND (capacity <= 100000)))
constraint event_check on guidance.event CHECK (((per_organization IS NULL) OR (population_quota IS NULL)))
constraint event_check1 on guidance.event CHECK (((NOT needs_declaration) OR (programme_id IS NOT NULL)))
constraint event_check2 on guidance.event CHECK (((kind <> 'kickoff'::text) OR (programme_id IS NOT NULL)))
constraint event_check3 on guidance.event CHECK (((opens_at IS NULL) OR (closes_at IS NULL) OR (opens_at < closes_at)))
constraint event_contact_id_fkey on guidance.event FOREIGN KEY (contact_id) REFERENCES identity.person(id)
constraint event_created_by_fkey on guidance.event FOREIGN KEY (created_by) REFERENCES identity.person(id)
constraint event_date_check on guidance.event_date CHECK ((ends_at > starts_at))
constraint event_date_event_id_fkey on guidance.event_date FOREIGN KEY (event_id) REFERENCES guidance.event(id) ON DELETE CASCADE
constraint event_date_event_id_id_key on guidance.event_date UNIQUE (event_id, id)
constraint event_date_pkey on guidance.event_date PRIMARY KEY (id)
constraint event_invoice_id_organization_id_programme_id_contractor_i_fkey on invoices.event FOREIGN KEY (invoice_id, organization_id, programme_id, contractor_id) REFERENCES invoices.invoice(id, organization_id, programme_id, contractor_id)
constraint event_kind_check on guidance.event CHECK ((kind = ANY (ARRAY['course'::text, 'dayTraining'::text, 'breakfast'::text, 'network'::text, 'kickoff'::text, 'other'::text])))
constraint event_line_id_fkey on guidance.event FOREIGN KEY (line_id) REFERENCES guidance.event(id)
constraint event_offer_hours_check on guidance.event CHECK (((offer_hours >= 1) AND (offer_hours <= 720)))
constraint event_offer_stop_hours_check on guidance.event CHECK (((offer_stop_hours >= 0) AND (offer_stop_hours <= 720)))
constraint event_organizer_id_fkey on guidance.event FOREIGN KEY (organizer_id) REFERENCES organizations.organization(id)
constraint event_pass_percent_check on guidance.event CHECK (((pass_percent >= 1) AND (pass_percent <= 100)))
constraint event_per_organization_check on guidance.event CHECK ((per_organization >= 1))
constraint event_person_id_fkey on invoices.event FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint event_pkey on guidance.event PRIMARY KEY (id)
constraint event_pkey on invoices.event PRIMARY KEY (id)
constraint event_population_quota_check on guidance.event CHECK ((jsonb_typeof(population_quota) = 'array'::text))
constraint event_prerequisite_id_fkey on guidance.event FOREIGN KEY (prerequisite_id) REFERENCES guidance.event(id)
constraint event_previous_id_fkey on guidance.event FOREIGN KEY (previous_id) REFERENCES guidance.event(id)
constraint event_programme_id_fkey on guidance.event FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint event_promotion_check on guidance.event CHECK ((promotion = ANY (ARRAY['offer'::text, 'automatic'::text])))
constraint event_published_by_fkey on guidance.event FOREIGN KEY (published_by) REFERENCES identity.person(id)
constraint event_run_check on guidance.event CHECK ((run >= 1))
constraint event_seats_taken_check on guidance.event CHECK ((seats_taken >= 0))
constraint event_title_check on guidance.event CHECK (((length(title) >= 1) AND (length(title) <= 200)))
constraint event_what_check on invoices.event CHECK ((what = ANY (ARRAY['received'::text, 'matched'::text, 'disputed'::text, 'resolved'::text, 'rejected'::text, 'approved'::text, 'settled'::text])))
constraint evidence_added_by_fkey on security.evidence FOREIGN KEY (added_by) REFERENCES identity.person(id)
constraint evidence_assessment_id_organization_id_catalog_id_fkey on security.evidence FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint evidence_catalog_id_control_id_fkey on security.evidence FOREIGN KEY (catalog_id, control_id) REFERENCES catalogs.control(catalog_id, id)
constraint evidence_check on security.evidence CHECK (((removed_at IS NOT NULL) OR ((file_id IS NULL) <> (url IS NULL))))
constraint evidence_check1 on security.evidence CHECK (((removed_at IS NULL) = (removed_by IS NULL)))
constraint evidence_file_id_fkey on security.evidence FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint evidence_pkey on security.evidence PRIMARY KEY (id)
constraint evidence_removed_by_fkey on security.evidence FOREIGN KEY (removed_by) REFERENCES identity.person(id)
constraint feedback_event_id_fkey on guidance.feedback FOREIGN KEY (event_id) REFERENCES guidance.event(id) ON DELETE CASCADE
constraint feedback_given_event_id_fkey on guidance.feedback_given FOREIGN KEY (event_id) REFERENCES guidance.event(id)
constraint feedback_given_pkey on guidance.feedback_given PRIMARY KEY (registration_id)
constraint feedback_given_registration_id_fkey on guidance.feedback_given FOREIGN KEY (registration_id) REFERENCES guidance.registration(id)
constraint feedback_pkey on guidance.feedback PRIMARY KEY (id)
constraint file_name_check on files.file CHECK ((((length(name) >= 1) AND (length(name) <= 200)) AND (name !~ '[[:cntrl:]/\\]'::text)))
constraint file_organization_id_fkey on files.file FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint file_owner_type_check on files.file CHECK ((owner_type ~ '^[a-zA-Z]+$'::text))
constraint file_pkey on files.file PRIMARY KEY (id)
constraint file_scan_check on files.file CHECK ((scan = ANY (ARRAY['notScanned'::text, 'waiting'::text, 'clean'::text, 'infected'::text])))
constraint file_sha256_check on files.file CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint file_size_check on files.file CHECK ((size > 0))
constraint file_uploaded_by_fkey on files.file FOREIGN KEY (uploaded_by) REFERENCES identity.person(id)
constraint finding_check on participation.finding CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
constraint finding_document_id_organization_id_enrollment_id_fkey on participation.finding FOREIGN KEY (document_id, organization_id, enrollment_id) REFERENCES participation.document(id, organization_id, enrollment_id)
constraint finding_found_by_fkey on participation.finding FOREIGN KEY (found_by) REFERENCES identity.person(id)
constraint finding_pkey on participation.finding PRIMARY KEY (id)
constraint finding_severity_check on participation.finding CHECK ((severity = ANY (ARRAY['none'::text, 'low'::text, 'medium'::text, 'high'::text])))
constraint finding_text_check on participation.finding CHECK ((text <> ''::text))
constraint finding_withdrawn_by_fkey on participation.finding FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint former_name_name_check on organizations.former_name CHECK ((name <> ''::text))
constraint former_name_owner_id_fkey on organizations.former_name FOREIGN KEY (owner_id) REFERENCES organizations.organization(id)
constraint former_name_pkey on organizations.former_name PRIMARY KEY (id)
constraint former_name_recorded_by_fkey on organizations.former_name FOREIGN KEY (recorded_by) REFERENCES identity.person(id)
constraint group_mail_audience_check on guidance.group_mail CHECK ((audience = ANY (ARRAY['confirmed'::text, 'waiting'::text, 'offered'::text, 'everybody'::text, 'absent'::text])))
constraint group_mail_event_id_fkey on guidance.group_mail FOREIGN KEY (event_id) REFERENCES guidance.event(id)
constraint group_mail_organization_id_fkey on guidance.group_mail FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint group_mail_pkey on guidance.group_mail PRIMARY KEY (id)
constraint group_mail_recipients_check on guidance.group_mail CHECK ((recipients >= 0))
constraint group_mail_sent_by_fkey on guidance.group_mail FOREIGN KEY (sent_by) REFERENCES identity.person(id)
constraint group_mail_subject_check on guidance.group_mail CHECK (((length(subject) >= 1) AND (length(subject) <= 200)))
constraint group_mail_text_check on guidance.group_mail CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
constraint installation_only_one_check on platform.installation CHECK (only_one)
constraint installation_pkey on platform.installation PRIMARY KEY (only_one)
constraint interest_check on declarations.interest CHECK (((outcome IS NULL) = (decided_at IS NULL)))
constraint interest_check1 on declarations.interest CHECK ((((outcome = 'taken'::text) = (enrollment_id IS NOT NULL)) OR (outcome IS NULL)))
constraint interest_check2 on declarations.interest CHECK (((outcome IS DISTINCT FROM 'declined'::text) OR (reason <> ''::text)))
constraint interest_decided_by_fkey on declarations.interest FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint interest_email_check on declarations.interest CHECK (((email = lower(email)) AND (email <> ''::text)))
constraint interest_enrollment_id_fkey on declarations.interest FOREIGN KEY (enrollment_id) REFERENCES programmes.enrollment(id)
constraint interest_municipality_id_fkey on declarations.interest FOREIGN KEY (municipality_id) REFERENCES organizations.organization(id)
constraint interest_municipality_name_check on declarations.interest CHECK ((municipality_name <> ''::text))
constraint interest_organization_id_fkey on declarations.interest FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint interest_outcome_check on declarations.interest CHECK ((outcome = ANY (ARRAY['taken'::text, 'declined'::text])))
constraint interest_person_name_check on declarations.interest CHECK ((person_name <> ''::text))
constraint interest_pkey on declarations.interest PRIMARY KEY (id)
constraint interest_programme_id_fkey on declarations.interest FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint invitation_accepted_by_fkey on identity.invitation FOREIGN KEY (accepted_by) REFERENCES identity.person(id)
constraint invitation_check on identity.invitation CHECK (((accepted_at IS NULL) OR (revoked_at IS NULL)))
constraint invitation_email_check on identity.invitation CHECK ((email = lower(email)))
constraint invitation_invited_by_fkey on identity.invitation FOREIGN KEY (invited_by) REFERENCES identity.person(id)
constraint invitation_name_check on identity.invitation CHECK ((name <> ''::text))
constraint invitation_organization_id_fkey on identity.invitation FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint invitation_pkey on identity.invitation PRIMARY KEY (id)
constraint invitation_revoked_by_fkey on identity.invitation FOREIGN KEY (revoked_by) REFERENCES identity.person(id)
constraint invitation_roles_check on identity.invitation CHECK ((cardinality(roles) > 0))
constraint invoice_contractor_id_fkey on invoices.invoice FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint invoice_decided_by_fkey on invoices.invoice FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint invoice_document_check on invoices.invoice CHECK ((jsonb_typeof(document) = 'object'::text))
constraint invoice_findings_check on invoices.invoice CHECK ((jsonb_typeof(findings) = 'array'::text))
constraint invoice_id_organization_id_programme_id_contractor_id_key on invoices.invoice UNIQUE (id, organization_id, programme_id, contractor_id)
constraint invoice_number_check on invoices.invoice CHECK ((number <> ''::text))
constraint invoice_organization_id_fkey on invoices.invoice FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint invoice_organization_id_seller_key_number_key on invoices.invoice UNIQUE (organization_id, seller_key, number)
constraint invoice_pkey on invoices.invoice PRIMARY KEY (id)
constraint invoice_programme_id_fkey on invoices.invoice FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint invoice_seller_key_check on invoices.invoice CHECK ((seller_key <> ''::text))
constraint invoice_state_check on invoices.invoice CHECK ((state = ANY (ARRAY['received'::text, 'disputed'::text, 'rejected'::text, 'approved'::text, 'settled'::text])))
constraint invoice_uploaded_by_fkey on invoices.invoice FOREIGN KEY (uploaded_by) REFERENCES identity.person(id)
constraint item_acceptance_days_check on packages.item CHECK ((acceptance_days >= 0))
constraint item_contractor_id_fkey on packages.item FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint item_kind_check on packages.item CHECK ((kind = ANY (ARRAY['workshop'::text, 'penetrationTest'::text, 'training'::text, 'template'::text, 'ownWork'::text, 'other'::text])))
constraint item_offer_id_fkey on packages.item FOREIGN KEY (offer_id) REFERENCES packages.offer(id)
constraint item_order_id_fkey on packages.item FOREIGN KEY (order_id) REFERENCES funding.service_order(id)
constraint item_package_id_version_organization_id_programme_id_enrol_fkey on packages.item FOREIGN KEY (package_id, version, organization_id, programme_id, enrollment_id) REFERENCES packages.package_version(package_id, number, organization_id, programme_id, enrollment_id)
constraint item_pkey on packages.item PRIMARY KEY (package_id, version, "position")
constraint item_position_check on packages.item CHECK (("position" > 0))
constraint item_price_cents_check on packages.item CHECK ((price_cents >= 0))
constraint item_title_check on packages.item CHECK ((title <> ''::text))
constraint item_work_days_check on packages.item CHECK ((work_days >= 0))
constraint job_acting_for_fkey on jobs.job FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint job_discarded_by_fkey on jobs.job FOREIGN KEY (discarded_by) REFERENCES identity.person(id)
constraint job_person_id_fkey on jobs.job FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint job_pkey on jobs.job PRIMARY KEY (id)
constraint kind_pkey on search.kind PRIMARY KEY (event, type)
constraint known_device_person_id_fkey on identity.known_device FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint known_device_pkey on identity.known_device PRIMARY KEY (token_hash, person_id)
constraint last_choice_organization_id_fkey on identity.last_choice FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint last_choice_person_id_fkey on identity.last_choice FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint last_choice_pkey on identity.last_choice PRIMARY KEY (person_id)
constraint letterhead_changed_by_fkey on mail.letterhead FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint letterhead_only_one_check on mail.letterhead CHECK (only_one)
constraint letterhead_pkey on mail.letterhead PRIMARY KEY (only_one)
constraint letterhead_sender_check on mail.letterhead CHECK ((sender !~ '[[:cntrl:]]'::text))
constraint line_invoice_id_organization_id_programme_id_contractor_id_fkey on invoices.line FOREIGN KEY (invoice_id, organization_id, programme_id, contractor_id) REFERENCES invoices.invoice(id, organization_id, programme_id, contractor_id)
constraint line_invoice_id_position_key on invoices.line UNIQUE (invoice_id, "position")
constraint line_matched_by_fkey on invoices.line FOREIGN KEY (matched_by) REFERENCES identity.person(id)
constraint line_pkey on invoices.line PRIMARY KEY (id)
constraint line_position_check on invoices.line CHECK (("position" > 0))
constraint line_service_order_id_fkey on invoices.line FOREIGN KEY (service_order_id) REFERENCES funding.service_order(id)
constraint link_check on guidance.link CHECK (((kind = 'invitation'::text) = (registration_id IS NULL)))
constraint link_created_by_fkey on guidance.link FOREIGN KEY (created_by) REFERENCES identity.person(id)
constraint link_event_id_fkey on guidance.link FOREIGN KEY (event_id) REFERENCES guidance.event(id) ON DELETE CASCADE
constraint link_kind_check on guidance.link CHECK ((kind = ANY (ARRAY['offer'::text, 'guest'::text, 'invitation'::text])))
constraint link_participant_organization_id_fkey on guidance.link FOREIGN KEY (participant_organization_id) REFERENCES organizations.organization(id)
constraint link_pkey on guidance.link PRIMARY KEY (secret_hash)
constraint link_registration_id_fkey on guidance.link FOREIGN KEY (registration_id) REFERENCES guidance.registration(id)
constraint link_uses_left_check on guidance.link CHECK ((uses_left >= 0))
constraint load_check on loads.load CHECK (((state = 'loaded'::text) = (loaded_at IS NOT NULL)))
constraint load_checked_by_fkey on loads.load FOREIGN KEY (checked_by) REFERENCES identity.person(id)
constraint load_loaded_by_fkey on loads.load FOREIGN KEY (loaded_by) REFERENCES identity.person(id)
constraint load_organization_id_fkey on loads.load FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint load_pkey on loads.load PRIMARY KEY (id)
constraint load_programme_id_fkey on loads.load FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint load_state_check on loads.load CHECK ((state = ANY (ARRAY['checked'::text, 'loaded'::text])))
constraint maintenance_only_one_check on platform.maintenance CHECK (only_one)
constraint maintenance_pkey on platform.maintenance PRIMARY KEY (only_one)
constraint map_areas_check on pictures.map CHECK ((jsonb_typeof(areas) = 'array'::text))
constraint map_height_check on pictures.map CHECK ((height > 0))
constraint map_imported_by_fkey on pictures.map FOREIGN KEY (imported_by) REFERENCES identity.person(id)
constraint map_pkey on pictures.map PRIMARY KEY (id)
constraint map_sha256_check on pictures.map CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint map_title_check on pictures.map CHECK ((title <> ''::text))
constraint map_width_check on pictures.map CHECK ((width > 0))
constraint mapping_changed_by_fkey on loads.mapping FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint mapping_collection_id_fkey on catalogs.mapping FOREIGN KEY (collection_id) REFERENCES catalogs.mapping_collection(id)
constraint mapping_collection_imported_by_fkey on catalogs.mapping_collection FOREIGN KEY (imported_by) REFERENCES identity.person(id)
constraint mapping_collection_pkey on catalogs.mapping_collection PRIMARY KEY (id)
constraint mapping_collection_sha256_check on catalogs.mapping_collection CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint mapping_collection_sha256_key on catalogs.mapping_collection UNIQUE (sha256)
constraint mapping_file_collection_id_fkey on catalogs.mapping_file FOREIGN KEY (collection_id) REFERENCES catalogs.mapping_collection(id)
constraint mapping_file_pkey on catalogs.mapping_file PRIMARY KEY (collection_id)
constraint mapping_organization_id_fkey on loads.mapping FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint mapping_pkey on catalogs.mapping PRIMARY KEY (collection_id, "position")
constraint mapping_pkey on loads.mapping PRIMARY KEY (programme_id)
constraint mapping_programme_id_fkey on loads.mapping FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint mapping_relationship_check on catalogs.mapping CHECK ((relationship = ANY (ARRAY['equal-to'::text, 'equivalent-to'::text, 'subset-of'::text, 'superset-of'::text, 'intersects-with'::text])))
constraint material_added_by_fkey on guidance.material FOREIGN KEY (added_by) REFERENCES identity.person(id)
constraint material_check on guidance.material CHECK (((url IS NULL) <> (file_id IS NULL)))
constraint material_event_id_fkey on guidance.material FOREIGN KEY (event_id) REFERENCES guidance.event(id)
constraint material_file_id_fkey on guidance.material FOREIGN KEY (file_id) REFERENCES files.file(id)
constraint material_organization_id_fkey on guidance.material FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint material_pkey on guidance.material PRIMARY KEY (id)
constraint material_title_check on guidance.material CHECK (((length(title) >= 1) AND (length(title) <= 200)))
constraint material_url_check on guidance.material CHECK ((url ~ '^https://'::text))
constraint measure_check on measures.measure CHECK (((check_on IS NULL) OR (state = ANY (ARRAY['done'::text, 'proven'::text]))))
constraint measure_cost_cents_check on measures.measure CHECK ((cost_cents >= 0))
constraint measure_id_organization_id_key on measures.measure UNIQUE (id, organization_id)
constraint measure_kind_check on measures.measure CHECK ((kind = ANY (ARRAY['workshop'::text, 'penetrationTest'::text, 'training'::text, 'template'::text, 'ownWork'::text, 'other'::text])))
constraint measure_organization_id_fkey on measures.measure FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint measure_organization_id_programme_id_fkey on measures.measure FOREIGN KEY (organization_id, programme_id) REFERENCES programmes.enrollment(organization_id, programme_id)
constraint measure_pkey on measures.measure PRIMARY KEY (id)
constraint measure_state_check on measures.measure CHECK ((state = ANY (ARRAY['proposed'::text, 'decided'::text, 'started'::text, 'done'::text, 'proven'::text, 'dropped'::text])))
constraint measure_title_check on measures.measure CHECK (((title <> ''::text) AND (length(title) <= 200)))
constraint message_enrollment_ids_check on cockpit.message CHECK ((cardinality(enrollment_ids) > 0))
constraint message_municipalities_check on cockpit.message CHECK ((municipalities > 0))
constraint message_organization_id_fkey on cockpit.message FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint message_organization_id_fkey on mail.message FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint message_person_id_fkey on mail.message FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint message_pkey on cockpit.message PRIMARY KEY (id)
constraint message_pkey on mail.message PRIMARY KEY (id)
constraint message_programme_id_fkey on cockpit.message FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint message_recipient_email_check on mail.message CHECK ((recipient_email !~ '[[:cntrl:][:space:]]'::text))
constraint message_recipients_check on cockpit.message CHECK ((recipients > 0))
constraint message_sent_by_fkey on cockpit.message FOREIGN KEY (sent_by) REFERENCES identity.person(id)
constraint message_state_check on mail.message CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'bounced'::text])))
constraint message_subject_check on cockpit.message CHECK ((subject <> ''::text))
constraint message_text_check on cockpit.message CHECK ((text <> ''::text))
constraint migration_announcement_announced_by_fkey on security.migration_announcement FOREIGN KEY (announced_by) REFERENCES identity.person(id)
constraint migration_announcement_check on security.migration_announcement CHECK ((from_catalog_id <> to_catalog_id))
constraint migration_announcement_check1 on security.migration_announcement CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL)))
constraint migration_announcement_from_catalog_id_fkey on security.migration_announcement FOREIGN KEY (from_catalog_id) REFERENCES catalogs.catalog(id)
constraint migration_announcement_pkey on security.migration_announcement PRIMARY KEY (id)
constraint migration_announcement_to_catalog_id_fkey on security.migration_announcement FOREIGN KEY (to_catalog_id) REFERENCES catalogs.catalog(id)
constraint migration_announcement_withdrawn_by_fkey on security.migration_announcement FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint migration_pkey on migrations.migration PRIMARY KEY (name)
constraint move_from_state_check on measures.move CHECK ((from_state = ANY (ARRAY['proposed'::text, 'decided'::text, 'started'::text, 'done'::text, 'proven'::text, 'dropped'::text])))
constraint move_measure_id_number_key on measures.move UNIQUE (measure_id, number)
constraint move_measure_id_organization_id_fkey on measures.move FOREIGN KEY (measure_id, organization_id) REFERENCES measures.measure(id, organization_id)
constraint move_number_check on measures.move CHECK ((number > 0))
constraint move_person_id_fkey on measures.move FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint move_pkey on measures.move PRIMARY KEY (id)
constraint move_to_state_check on measures.move CHECK ((to_state = ANY (ARRAY['proposed'::text, 'decided'::text, 'started'::text, 'done'::text, 'proven'::text, 'dropped'::text])))
constraint named_municipality_id_fkey on pictures.named FOREIGN KEY (municipality_id) REFERENCES organizations.organization(id)
constraint named_percent_check on pictures.named CHECK (((percent >= 0) AND (percent <= 100)))
constraint named_picture_id_fkey on pictures.named FOREIGN KEY (picture_id) REFERENCES pictures.picture(id)
constraint named_pkey on pictures.named PRIMARY KEY (picture_id, municipality_id)
constraint narrative_id_proof_id_key on proofs.narrative UNIQUE (id, proof_id)
constraint narrative_number_check on proofs.narrative CHECK ((number > 0))
constraint narrative_origin_check on proofs.narrative CHECK ((origin = ANY (ARRAY['data'::text, 'person'::text, 'auto'::text])))
constraint narrative_pkey on proofs.narrative PRIMARY KEY (id)
constraint narrative_proof_id_number_key on proofs.narrative UNIQUE (proof_id, number)
constraint narrative_proof_id_organization_id_programme_id_fkey on proofs.narrative FOREIGN KEY (proof_id, organization_id, programme_id) REFERENCES proofs.proof(id, organization_id, programme_id)
constraint narrative_saved_by_fkey on proofs.narrative FOREIGN KEY (saved_by) REFERENCES identity.person(id)
constraint narrative_text_check on proofs.narrative CHECK ((text <> ''::text))
constraint navigator_check on programmes.navigator CHECK ((until_day >= (from_day - 1)))
constraint navigator_ended_by_fkey on programmes.navigator FOREIGN KEY (ended_by) REFERENCES identity.person(id)
constraint navigator_enrollment_id_organization_id_programme_id_fkey on programmes.navigator FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint navigator_named_by_fkey on programmes.navigator FOREIGN KEY (named_by) REFERENCES identity.person(id)
constraint navigator_person_id_fkey on programmes.navigator FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint navigator_pkey on programmes.navigator PRIMARY KEY (id)
constraint news_check on publishing.news CHECK (((state <> 'published'::text) OR (from_at IS NOT NULL)))
constraint news_check1 on publishing.news CHECK ((until_at > from_at))
constraint news_news_id_version_key on publishing.news UNIQUE (news_id, version)
constraint news_pkey on publishing.news PRIMARY KEY (id)
constraint news_slug_check on publishing.news CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 80)))
constraint news_state_check on publishing.news CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
constraint news_teaser_check on publishing.news CHECK ((teaser <> ''::text))
constraint news_title_check on publishing.news CHECK ((title <> ''::text))
constraint news_version_check on publishing.news CHECK ((version > 0))
constraint news_written_by_fkey on publishing.news FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint notification_acting_for_fkey on notifications.notification FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint notification_delivery_check on notifications.notification CHECK ((delivery = ANY (ARRAY['mail'::text, 'digest'::text, 'inbox'::text])))
constraint notification_digest_id_fkey on notifications.notification FOREIGN KEY (digest_id) REFERENCES notifications.digest(id) ON DELETE CASCADE
constraint notification_person_id_fkey on notifications.notification FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint notification_pkey on notifications.notification PRIMARY KEY (id)
constraint notification_url_check on notifications.notification CHECK (((url ~~ '/%'::text) AND (url !~~ '//%'::text)))
constraint observer_observer_id_fkey on programmes.observer FOREIGN KEY (observer_id) REFERENCES organizations.organization(id)
constraint observer_pkey on programmes.observer PRIMARY KEY (programme_id, observer_id)
constraint observer_programme_id_fkey on programmes.observer FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint offer_acceptance_days_check on packages.offer CHECK (((acceptance_days >= 0) AND (acceptance_days <= 250)))
constraint offer_capacity_check on packages.offer CHECK ((capacity > 0))
constraint offer_changed_by_fkey on packages.offer FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint offer_check on packages.offer CHECK ((valid_until >= valid_from))
constraint offer_closes_check on packages.offer CHECK ((jsonb_typeof(closes) = 'array'::text))
constraint offer_contractor_id_fkey on packages.offer FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint offer_key_check on packages.offer CHECK (((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(key) <= 60)))
constraint offer_kind_check on packages.offer CHECK ((kind = ANY (ARRAY['workshop'::text, 'penetrationTest'::text, 'training'::text, 'template'::text, 'ownWork'::text, 'other'::text])))
constraint offer_pkey on packages.offer PRIMARY KEY (id)
constraint offer_price_cents_check on packages.offer CHECK (((price_cents >= 0) AND (price_cents <= 10000000)))
constraint offer_programme_id_fkey on packages.offer FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint offer_programme_id_key_key on packages.offer UNIQUE (programme_id, key)
constraint offer_title_check on packages.offer CHECK ((title <> ''::text))
constraint offer_work_days_check on packages.offer CHECK (((work_days >= 0) AND (work_days <= 250)))
constraint one_place_at_once on appointments.appointment EXCLUDE USING gist (int8range(hashtextextended((assessor_id)::text, (53)::bigint), hashtextextended((assessor_id)::text, (53)::bigint), '[]'::text) WITH &&, tstzrange(away_from, away_until) WITH &&) WHERE (((state = 'confirmed'::text) AND (assessor_id IS NOT NULL)))
constraint opening_amount_accepted_cents_check on loads.opening_amount CHECK ((accepted_cents >= 0))
constraint opening_amount_committed_cents_check on loads.opening_amount CHECK ((committed_cents >= 0))
constraint opening_amount_delivered_cents_check on loads.opening_amount CHECK ((delivered_cents >= 0))
constraint opening_amount_enrollment_id_organization_id_programme_id_fkey on loads.opening_amount FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint opening_amount_invoiced_cents_check on loads.opening_amount CHECK ((invoiced_cents >= 0))
constraint opening_amount_load_id_fkey on loads.opening_amount FOREIGN KEY (load_id) REFERENCES loads.load(id)
constraint opening_amount_pkey on loads.opening_amount PRIMARY KEY (enrollment_id, stage)
constraint opening_amount_planned_cents_check on loads.opening_amount CHECK ((planned_cents >= 0))
constraint opening_amount_remaining_cents_check on loads.opening_amount CHECK ((remaining_cents >= 0))
constraint opening_amount_settled_cents_check on loads.opening_amount CHECK ((settled_cents >= 0))
constraint opening_amount_stage_check on loads.opening_amount CHECK ((stage >= 0))
constraint organization_ags_check on organizations.organization CHECK ((ags ~ '^[0-9]{8}$'::text))
constraint organization_ags_key on organizations.organization UNIQUE (ags)
constraint organization_ars_check on organizations.organization CHECK ((ars ~ '^([0-9]{5}|[0-9]{9}|[0-9]{12})$'::text))
constraint organization_ars_key on organizations.organization UNIQUE (ars)
constraint organization_kind_check on organizations.organization CHECK ((kind = ANY (ARRAY['county'::text, 'independentCity'::text, 'unitaryMunicipality'::text, 'associationMunicipality'::text, 'specialPurposeAssociation'::text, 'publicInstitution'::text, 'foundation'::text, 'university'::text, 'municipalCompany'::text, 'association'::text, 'cooperative'::text, 'contractor'::text, 'ministry'::text])))
constraint organization_name_check on organizations.organization CHECK ((name <> ''::text))
constraint organization_pkey on organizations.organization PRIMARY KEY (id)
constraint organization_population_check on organizations.organization CHECK ((population >= 0))
constraint package_changed_by_fkey on packages.package FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint package_check on packages.package CHECK (((way = ANY (ARRAY['portal'::text, 'paper'::text])) AND ((way IS NULL) = (state <> 'decided'::text))))
constraint package_check1 on packages.package CHECK (((signer_name IS NULL) = (state <> 'decided'::text)))
constraint package_check2 on packages.package CHECK (((signature_id IS NOT NULL) = (NOT (way IS DISTINCT FROM 'portal'::text))))
constraint package_created_by_fkey on packages.package FOREIGN KEY (created_by) REFERENCES identity.person(id)
constraint package_decided_by_fkey on packages.package FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint package_enrollment_id_number_key on packages.package UNIQUE (enrollment_id, number)
constraint package_enrollment_id_organization_id_programme_id_fkey on packages.package FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint package_file_id_fkey on packages.package FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint package_id_organization_id_programme_id_enrollment_id_key on packages.package UNIQUE (id, organization_id, programme_id, enrollment_id)
constraint package_number_check on packages.package CHECK ((number > 0))
constraint package_pkey on packages.package PRIMARY KEY (id)
constraint package_signature_id_fkey on packages.package FOREIGN KEY (signature_id) REFERENCES signatures.signature(id)
constraint package_state_check on packages.package CHECK ((state = ANY (ARRAY['draft'::text, 'submitted'::text, 'decided'::text])))
constraint package_submitted_by_fkey on packages.package FOREIGN KEY (submitted_by) REFERENCES identity.person(id)
constraint package_version_number_check on packages.package_version CHECK ((number > 0))
constraint package_version_package_id_number_organization_id_programme_key on packages.package_version UNIQUE (package_id, number, organization_id, programme_id, enrollment_id)
constraint package_version_package_id_organization_id_programme_id_en_fkey on packages.package_version FOREIGN KEY (package_id, organization_id, programme_id, enrollment_id) REFERENCES packages.package(id, organization_id, programme_id, enrollment_id)
constraint package_version_pkey on packages.package_version PRIMARY KEY (package_id, number)
constraint package_version_saved_by_fkey on packages.package_version FOREIGN KEY (saved_by) REFERENCES identity.person(id)
constraint package_version_what_check on packages.package_version CHECK ((what = ANY (ARRAY['proposed'::text, 'edited'::text, 'recomputed'::text, 'submitted'::text, 'returned'::text, 'decided'::text])))
constraint page_name_check on publishing.page CHECK ((name ~ '^[a-z]+(-[a-z]+)*$'::text))
constraint page_name_version_key on publishing.page UNIQUE (name, version)
constraint page_pkey on publishing.page PRIMARY KEY (id)
constraint page_version_check on publishing.page CHECK ((version > 0))
constraint page_written_by_fkey on publishing.page FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint participant_appointment_id_organization_id_programme_id_fkey on appointments.participant FOREIGN KEY (appointment_id, organization_id, programme_id) REFERENCES appointments.appointment(id, organization_id, programme_id)
constraint participant_person_id_fkey on appointments.participant FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint participant_pkey on appointments.participant PRIMARY KEY (appointment_id, person_id)
constraint password_person_id_fkey on identity.password FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint password_pkey on identity.password PRIMARY KEY (person_id)
constraint payment_run_id_programme_id_key on invoices.payment_run UNIQUE (id, programme_id)
constraint payment_run_made_by_fkey on invoices.payment_run FOREIGN KEY (made_by) REFERENCES identity.person(id)
constraint payment_run_number_check on invoices.payment_run CHECK ((number > 0))
constraint payment_run_organization_id_fkey on invoices.payment_run FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint payment_run_payments_check on invoices.payment_run CHECK ((jsonb_typeof(payments) = 'array'::text))
constraint payment_run_pkey on invoices.payment_run PRIMARY KEY (id)
constraint payment_run_programme_id_fkey on invoices.payment_run FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint payment_run_programme_id_number_key on invoices.payment_run UNIQUE (programme_id, number)
constraint payment_run_total_cents_check on invoices.payment_run CHECK ((total_cents > 0))
constraint person_email_check on identity.person CHECK ((email = lower(email)))
constraint person_email_key on identity.person UNIQUE (email)
constraint person_name_check on identity.person CHECK ((name <> ''::text))
constraint person_pkey on identity.person PRIMARY KEY (id)
constraint personal_check on audit.personal CHECK (((person_id IS NULL) = (person_salt IS NULL)))
constraint personal_check1 on audit.personal CHECK (((subject_id IS NULL) = (subject_salt IS NULL)))
constraint personal_check2 on audit.personal CHECK (((person_id IS NULL) OR (person_erased_by IS NULL)))
constraint personal_check3 on audit.personal CHECK (((subject_id IS NULL) OR (subject_erased_by IS NULL)))
constraint personal_entry_id_fkey on audit.personal FOREIGN KEY (entry_id) REFERENCES audit.entry(id)
constraint personal_person_erased_by_fkey on audit.personal FOREIGN KEY (person_erased_by) REFERENCES audit.entry(id)
constraint personal_person_id_fkey on audit.personal FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint personal_pkey on audit.personal PRIMARY KEY (entry_id)
constraint personal_subject_erased_by_fkey on audit.personal FOREIGN KEY (subject_erased_by) REFERENCES audit.entry(id)
constraint personal_subject_id_fkey on audit.personal FOREIGN KEY (subject_id) REFERENCES identity.person(id)
constraint phase_key_check on programmes.phase CHECK ((key ~ '^[a-z][a-zA-Z0-9]*$'::text))
constraint phase_pkey on programmes.phase PRIMARY KEY (programme_id, key)
constraint phase_position_check on programmes.phase CHECK (("position" > 0))
constraint phase_programme_id_fkey on programmes.phase FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint phase_programme_id_position_key on programmes.phase UNIQUE (programme_id, "position") DEFERRABLE INITIALLY DEFERRED
constraint phase_title_check on programmes.phase CHECK ((title <> ''::text))
constraint picture_catalog_id_fkey on pictures.picture FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint picture_check on pictures.picture CHECK (((public_at IS NULL) = (public_by IS NULL)))
constraint picture_pkey on pictures.picture PRIMARY KEY (id)
constraint picture_previous_id_fkey on pictures.picture FOREIGN KEY (previous_id) REFERENCES pictures.picture(id)
constraint picture_programme_id_fkey on pictures.picture FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint picture_programme_id_release_on_key on pictures.picture UNIQUE (programme_id, release_on)
constraint picture_public_by_fkey on pictures.picture FOREIGN KEY (public_by) REFERENCES identity.person(id)
constraint picture_sha256_check on pictures.picture CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint picture_taken_by_fkey on pictures.picture FOREIGN KEY (taken_by) REFERENCES identity.person(id)
constraint pin_person_id_fkey on search.pin FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint pin_pkey on search.pin PRIMARY KEY (person_id, type, document_id)
constraint profile_source_catalog_id_fkey on catalogs.profile_source FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint profile_source_pkey on catalogs.profile_source PRIMARY KEY (catalog_id, "position")
constraint profile_source_source_id_fkey on catalogs.profile_source FOREIGN KEY (source_id) REFERENCES catalogs.catalog(id)
constraint programme_changed_by_fkey on programmes.programme FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint programme_check on programmes.programme CHECK ((deadline_on > starts_on))
constraint programme_contractor_id_fkey on programmes.programme FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint programme_expected_check on programmes.programme CHECK ((expected > 0))
constraint programme_key_check on programmes.programme CHECK (((key ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(key) <= 60)))
constraint programme_key_key on programmes.programme UNIQUE (key)
constraint programme_name_check on programmes.programme CHECK ((name <> ''::text))
constraint programme_open_to_check on programmes.programme CHECK ((cardinality(open_to) > 0))
constraint programme_pkey on programmes.programme PRIMARY KEY (id)
constraint programme_run_by_fkey on programmes.programme FOREIGN KEY (run_by) REFERENCES organizations.organization(id)
constraint programme_state_check on programmes.programme CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'ended'::text])))
constraint programme_total_cents_check on programmes.programme CHECK ((total_cents > 0))
constraint proof_added_by_fkey on measures.proof FOREIGN KEY (added_by) REFERENCES identity.person(id)
constraint proof_begun_by_fkey on proofs.proof FOREIGN KEY (begun_by) REFERENCES identity.person(id)
constraint proof_check on measures.proof CHECK (((name <> ''::text) OR (note <> ''::text)))
constraint proof_check1 on measures.proof CHECK (((withdrawn_at IS NULL) = (withdrawal_reason IS NULL)))
constraint proof_delivery_id_organization_id_programme_id_contractor__fkey on deliveries.proof FOREIGN KEY (delivery_id, organization_id, programme_id, contractor_id) REFERENCES deliveries.delivery(id, organization_id, programme_id, contractor_id)
constraint proof_file_id_fkey on deliveries.proof FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint proof_file_id_fkey on measures.proof FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint proof_id_organization_id_programme_id_key on proofs.proof UNIQUE (id, organization_id, programme_id)
constraint proof_kind_check on deliveries.proof CHECK ((kind = ANY (ARRAY['attendanceList'::text, 'report'::text, 'certificate'::text, 'photo'::text, 'other'::text])))
constraint proof_measure_id_organization_id_fkey on measures.proof FOREIGN KEY (measure_id, organization_id) REFERENCES measures.measure(id, organization_id)
constraint proof_name_check on deliveries.proof CHECK ((name <> ''::text))
constraint proof_organization_id_fkey on proofs.proof FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint proof_pkey on deliveries.proof PRIMARY KEY (id)
constraint proof_pkey on measures.proof PRIMARY KEY (id)
constraint proof_pkey on proofs.proof PRIMARY KEY (id)
constraint proof_programme_id_fkey on proofs.proof FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint proof_programme_id_key on proofs.proof UNIQUE (programme_id)
constraint proof_version_check on proofs.proof_version CHECK (((number = 1) OR (reason <> ''::text)))
constraint proof_version_entries_check on proofs.proof_version CHECK ((entries >= 0))
constraint proof_version_figures_check on proofs.proof_version CHECK ((jsonb_typeof(figures) = 'object'::text))
constraint proof_version_frozen_by_fkey on proofs.proof_version FOREIGN KEY (frozen_by) REFERENCES identity.person(id)
constraint proof_version_kind_check on proofs.proof_version CHECK ((kind = ANY (ARRAY['interim'::text, 'final'::text])))
constraint proof_version_narrative_id_proof_id_fkey on proofs.proof_version FOREIGN KEY (narrative_id, proof_id) REFERENCES proofs.narrative(id, proof_id)
constraint proof_version_number_check on proofs.proof_version CHECK ((number > 0))
constraint proof_version_pdf_file_id_fkey on proofs.proof_version FOREIGN KEY (pdf_file_id) REFERENCES files.file(id)
constraint proof_version_pdf_sha256_check on proofs.proof_version CHECK ((pdf_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint proof_version_pkey on proofs.proof_version PRIMARY KEY (id)
constraint proof_version_proof_id_number_key on proofs.proof_version UNIQUE (proof_id, number)
constraint proof_version_proof_id_organization_id_programme_id_fkey on proofs.proof_version FOREIGN KEY (proof_id, organization_id, programme_id) REFERENCES proofs.proof(id, organization_id, programme_id)
constraint proof_version_sheet_file_id_fkey on proofs.proof_version FOREIGN KEY (sheet_file_id) REFERENCES files.file(id)
constraint proof_version_sheet_sha256_check on proofs.proof_version CHECK ((sheet_sha256 ~ '^[0-9a-f]{64}$'::text))
constraint proof_version_vouchers_check on proofs.proof_version CHECK ((vouchers >= 0))
constraint proof_withdrawn_by_fkey on measures.proof FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint proposal_appointment_id_organization_id_programme_id_fkey on appointments.proposal FOREIGN KEY (appointment_id, organization_id, programme_id) REFERENCES appointments.appointment(id, organization_id, programme_id)
constraint proposal_appointment_id_round_side_position_key on appointments.proposal UNIQUE (appointment_id, round, side, "position")
constraint proposal_check on appointments.proposal CHECK ((ends_at > starts_at))
constraint proposal_check1 on appointments.proposal CHECK (((place <> ''::text) OR (video_url <> ''::text)))
constraint proposal_pkey on appointments.proposal PRIMARY KEY (id)
constraint proposal_position_check on appointments.proposal CHECK ((("position" >= 1) AND ("position" <= 5)))
constraint proposal_proposed_by_fkey on appointments.proposal FOREIGN KEY (proposed_by) REFERENCES identity.person(id)
constraint proposal_round_check on appointments.proposal CHECK ((round > 0))
constraint proposal_side_check on appointments.proposal CHECK ((side = ANY (ARRAY['organization'::text, 'programme'::text])))
constraint reasoning_items_check on packages.reasoning CHECK ((jsonb_typeof(items) = 'object'::text))
constraint reasoning_left_out_check on packages.reasoning CHECK ((jsonb_typeof(left_out) = 'array'::text))
constraint reasoning_package_id_version_organization_id_programme_id__fkey on packages.reasoning FOREIGN KEY (package_id, version, organization_id, programme_id, enrollment_id) REFERENCES packages.package_version(package_id, number, organization_id, programme_id, enrollment_id)
constraint reasoning_pkey on packages.reasoning PRIMARY KEY (package_id, version)
constraint recent_person_id_fkey on search.recent FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint recent_pkey on search.recent PRIMARY KEY (person_id, query_key)
constraint recovery_code_person_id_fkey on identity.recovery_code FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint recovery_code_pkey on identity.recovery_code PRIMARY KEY (person_id, code_hash)
constraint reference_counter_pkey on funding.reference_counter PRIMARY KEY (programme_id, year)
constraint reference_counter_programme_id_fkey on funding.reference_counter FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint registration_check on guidance.registration CHECK (((person_id IS NULL) = (guest_name <> ''::text)))
constraint registration_check1 on guidance.registration CHECK ((((state = 'offered'::text) = ((offer_until IS NOT NULL) AND (seated_at IS NULL))) OR (state <> ALL (ARRAY['offered'::text, 'confirmed'::text, 'waiting'::text]))))
constraint registration_check2 on guidance.registration CHECK (((state <> 'waiting'::text) OR (("position" IS NOT NULL) AND (turn IS NOT NULL))))
constraint registration_event_id_fkey on guidance.registration FOREIGN KEY (event_id) REFERENCES guidance.event(id)
constraint registration_organization_id_fkey on guidance.registration FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint registration_participant_organization_id_fkey on guidance.registration FOREIGN KEY (participant_organization_id) REFERENCES organizations.organization(id)
constraint registration_person_id_fkey on guidance.registration FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint registration_pkey on guidance.registration PRIMARY KEY (id)
constraint registration_registered_by_fkey on guidance.registration FOREIGN KEY (registered_by) REFERENCES identity.person(id)
constraint registration_state_check on guidance.registration CHECK ((state = ANY (ARRAY['confirmed'::text, 'waiting'::text, 'offered'::text, 'declined'::text, 'expired'::text, 'cancelled'::text])))
constraint registration_substitute_for_fkey on guidance.registration FOREIGN KEY (substitute_for) REFERENCES guidance.registration(id)
constraint registration_transferred_from_fkey on guidance.registration FOREIGN KEY (transferred_from) REFERENCES guidance.registration(id)
constraint release_plan_changed_by_fkey on pictures.release_plan FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint release_plan_days_check on pictures.release_plan CHECK (((cardinality(days) > 0) AND (array_to_string(days, ' '::text) ~ '^[0-9]{2}-[0-9]{2}( [0-9]{2}-[0-9]{2})*$'::text)))
constraint release_plan_pkey on pictures.release_plan PRIMARY KEY (programme_id)
constraint release_plan_programme_id_fkey on pictures.release_plan FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint remark_assessment_id_organization_id_catalog_id_fkey on security.remark FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint remark_catalog_id_control_id_fkey on security.remark FOREIGN KEY (catalog_id, control_id) REFERENCES catalogs.control(catalog_id, id)
constraint remark_pkey on security.remark PRIMARY KEY (id)
constraint remark_side_check on security.remark CHECK ((side = ANY (ARRAY['organization'::text, 'assessor'::text])))
constraint remark_written_by_fkey on security.remark FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint remembered_reply_pkey on platform.remembered_reply PRIMARY KEY (caller, key)
constraint reminder_amount_cents_check on proofs.reminder CHECK ((amount_cents >= 0))
constraint reminder_lacks_check on proofs.reminder CHECK ((jsonb_typeof(lacks) = 'array'::text))
constraint reminder_measure_id_fkey on measures.reminder FOREIGN KEY (measure_id) REFERENCES measures.measure(id)
constraint reminder_occasion_check on measures.reminder CHECK ((occasion = ANY (ARRAY['dueSoon'::text, 'overdue'::text, 'check'::text])))
constraint reminder_organization_id_fkey on proofs.reminder FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint reminder_person_id_fkey on proofs.reminder FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint reminder_pkey on measures.reminder PRIMARY KEY (measure_id, occasion, for_day)
constraint reminder_pkey on proofs.reminder PRIMARY KEY (id)
constraint reminder_programme_id_fkey on proofs.reminder FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint reminder_programme_id_organization_id_person_id_on_day_turn_key on proofs.reminder UNIQUE (programme_id, organization_id, person_id, on_day, turn)
constraint reminder_sent_by_fkey on proofs.reminder FOREIGN KEY (sent_by) REFERENCES identity.person(id)
constraint reminder_turn_check on proofs.reminder CHECK ((turn > 0))
constraint reopening_asked_by_fkey on security.reopening FOREIGN KEY (asked_by) REFERENCES identity.person(id)
constraint reopening_asked_side_check on security.reopening CHECK ((asked_side = ANY (ARRAY['organization'::text, 'assessor'::text])))
constraint reopening_assessment_id_organization_id_catalog_id_fkey on security.reopening FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint reopening_check on security.reopening CHECK ((((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (agreed IS NULL))))
constraint reopening_check1 on security.reopening CHECK ((decided_by <> asked_by))
constraint reopening_decided_by_fkey on security.reopening FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint reopening_pkey on security.reopening PRIMARY KEY (id)
constraint replacement_check on identity.replacement CHECK (((email IS NULL) = (name IS NULL)))
constraint replacement_check1 on identity.replacement CHECK (((person_id IS NULL) OR (email IS NULL)))
constraint replacement_check2 on identity.replacement CHECK ((confirmed_by <> proposed_by))
constraint replacement_check3 on identity.replacement CHECK (((person_id <> proposed_by) AND (person_id <> confirmed_by)))
constraint replacement_check4 on identity.replacement CHECK ((((confirmed_at IS NULL) = (confirmed_by IS NULL)) AND ((confirmed_at IS NULL) = (effective_at IS NULL))))
constraint replacement_check5 on identity.replacement CHECK ((effective_at >= (confirmed_at + '72:00:00'::interval)))
constraint replacement_check6 on identity.replacement CHECK (((ended_at IS NULL) = (ending IS NULL)))
constraint replacement_confirmed_by_fkey on identity.replacement FOREIGN KEY (confirmed_by) REFERENCES identity.person(id)
constraint replacement_email_check on identity.replacement CHECK ((email = lower(email)))
constraint replacement_ended_by_fkey on identity.replacement FOREIGN KEY (ended_by) REFERENCES identity.person(id)
constraint replacement_ending_check on identity.replacement CHECK ((ending = ANY (ARRAY['expired'::text, 'effective'::text, 'objected'::text, 'withdrawn'::text, 'lapsed'::text])))
constraint replacement_invitation_id_fkey on identity.replacement FOREIGN KEY (invitation_id) REFERENCES identity.invitation(id)
constraint replacement_name_check on identity.replacement CHECK ((name <> ''::text))
constraint replacement_organization_id_fkey on identity.replacement FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint replacement_person_id_fkey on identity.replacement FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint replacement_pkey on identity.replacement PRIMARY KEY (id)
constraint replacement_proposed_by_fkey on identity.replacement FOREIGN KEY (proposed_by) REFERENCES identity.person(id)
constraint replacement_reason_check on identity.replacement CHECK ((reason <> ''::text))
constraint report_check on participation.report CHECK (((state <> 'accepted'::text) OR (signature_id IS NOT NULL)))
constraint report_comment_answers_id_fkey on participation.report_comment FOREIGN KEY (answers_id) REFERENCES participation.report_comment(id)
constraint report_comment_pkey on participation.report_comment PRIMARY KEY (id)
constraint report_comment_report_id_organization_id_enrollment_id_fkey on participation.report_comment FOREIGN KEY (report_id, organization_id, enrollment_id) REFERENCES participation.report(id, organization_id, enrollment_id)
constraint report_comment_settled_by_fkey on participation.report_comment FOREIGN KEY (settled_by) REFERENCES identity.person(id)
constraint report_comment_side_check on participation.report_comment CHECK ((side = ANY (ARRAY['organization'::text, 'assessor'::text])))
constraint report_comment_text_check on participation.report_comment CHECK ((text <> ''::text))
constraint report_comment_written_by_fkey on participation.report_comment FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint report_content_file_id_fkey on participation.report_content FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint report_content_pkey on participation.report_content PRIMARY KEY (report_id)
constraint report_content_report_id_organization_id_enrollment_id_fkey on participation.report_content FOREIGN KEY (report_id, organization_id, enrollment_id) REFERENCES participation.report(id, organization_id, enrollment_id)
constraint report_decided_by_fkey on participation.report FOREIGN KEY (decided_by) REFERENCES identity.person(id)
constraint report_delivered_by_fkey on participation.report FOREIGN KEY (delivered_by) REFERENCES identity.person(id)
constraint report_enrollment_id_number_key on participation.report UNIQUE (enrollment_id, number)
constraint report_enrollment_id_organization_id_programme_id_fkey on participation.report FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint report_id_organization_id_enrollment_id_key on participation.report UNIQUE (id, organization_id, enrollment_id)
constraint report_number_check on participation.report CHECK ((number > 0))
constraint report_pkey on participation.report PRIMARY KEY (id)
constraint report_signature_id_fkey on participation.report FOREIGN KEY (signature_id) REFERENCES signatures.signature(id)
constraint report_state_check on participation.report CHECK ((state = ANY (ARRAY['submitted'::text, 'changesAsked'::text, 'superseded'::text, 'accepted'::text])))
constraint reservation_acceptance_id_number_key on deliveries.reservation UNIQUE (acceptance_id, number)
constraint reservation_acceptance_id_organization_id_programme_id_con_fkey on deliveries.reservation FOREIGN KEY (acceptance_id, organization_id, programme_id, contractor_id) REFERENCES deliveries.acceptance(id, organization_id, programme_id, contractor_id)
constraint reservation_check on deliveries.reservation CHECK (((fixed_at IS NULL) = (fixed_on IS NULL)))
constraint reservation_fixed_by_fkey on deliveries.reservation FOREIGN KEY (fixed_by) REFERENCES identity.person(id)
constraint reservation_number_check on deliveries.reservation CHECK ((number > 0))
constraint reservation_pkey on deliveries.reservation PRIMARY KEY (id)
constraint reservation_text_check on deliveries.reservation CHECK ((text <> ''::text))
constraint retention_rule_pkey on privacy.retention_rule PRIMARY KEY (name)
constraint retention_rule_position_key on privacy.retention_rule UNIQUE ("position")
constraint retention_rule_term_hours_check on privacy.retention_rule CHECK ((term_hours > 0))
constraint review_assessment_id_organization_id_catalog_id_fkey on security.review FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint review_catalog_id_control_id_fkey on security.review FOREIGN KEY (catalog_id, control_id) REFERENCES catalogs.control(catalog_id, id)
constraint review_pkey on security.review PRIMARY KEY (assessment_id, control_id, version)
constraint review_reviewed_by_fkey on security.review FOREIGN KEY (reviewed_by) REFERENCES identity.person(id)
constraint review_verdict_check on security.review CHECK ((verdict = ANY (ARRAY['confirmed'::text, 'disputed'::text, 'comment'::text])))
constraint review_version_check on security.review CHECK ((version > 0))
constraint role_grant_days on identity.role_grant CHECK ((until_day >= (from_day - 1)))
constraint role_grant_ended_by_fkey on identity.role_grant FOREIGN KEY (ended_by) REFERENCES identity.person(id)
constraint role_grant_granted_by_fkey on identity.role_grant FOREIGN KEY (granted_by) REFERENCES identity.person(id)
constraint role_grant_organization_id_fkey on identity.role_grant FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint role_grant_person_id_fkey on identity.role_grant FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint role_grant_pkey on identity.role_grant PRIMARY KEY (id)
constraint role_grant_role_check on identity.role_grant CHECK ((role = ANY (ARRAY['chiefExecutive'::text, 'securityOfficer'::text, 'navigator'::text, 'officeHead'::text, 'dataProtectionOfficer'::text, 'itStaff'::text, 'organizationAdmin'::text, 'programmeManager'::text, 'guide'::text, 'editor'::text, 'procurer'::text, 'office'::text, 'assessor'::text, 'contractorOffice'::text, 'observer'::text, 'administrator'::text, 'member'::text])))
constraint schedule_pkey on jobs.schedule PRIMARY KEY (name)
constraint seal_check on audit.seal CHECK ((first <= last))
constraint seal_number_check on audit.seal CHECK ((number > 0))
constraint seal_pkey on audit.seal PRIMARY KEY (number)
constraint second_factor_person_id_fkey on identity.second_factor FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint second_factor_pkey on identity.second_factor PRIMARY KEY (person_id)
constraint service_order_accepted_cents_check on funding.service_order CHECK ((accepted_cents >= 0))
constraint service_order_committed_cents_check on funding.service_order CHECK ((committed_cents >= 0))
constraint service_order_contractor_id_fkey on funding.service_order FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint service_order_delivered_cents_check on funding.service_order CHECK ((delivered_cents >= 0))
constraint service_order_enrollment_id_organization_id_programme_id_fkey on funding.service_order FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES funding.account(enrollment_id, organization_id, programme_id)
constraint service_order_id_organization_id_programme_id_key on funding.service_order UNIQUE (id, organization_id, programme_id)
constraint service_order_invoiced_cents_check on funding.service_order CHECK ((invoiced_cents >= 0))
constraint service_order_pkey on funding.service_order PRIMARY KEY (id)
constraint service_order_placed_by_fkey on funding.service_order FOREIGN KEY (placed_by) REFERENCES identity.person(id)
constraint service_order_planned_cents_check on funding.service_order CHECK ((planned_cents >= 0))
constraint service_order_programme_id_reference_key on funding.service_order UNIQUE (programme_id, reference)
constraint service_order_reference_check on funding.service_order CHECK (((reference <> ''::text) AND (length(reference) <= 60)))
constraint service_order_settled_cents_check on funding.service_order CHECK ((settled_cents >= 0))
constraint service_order_stage_number_check on funding.service_order CHECK ((stage_number > 0))
constraint service_order_title_check on funding.service_order CHECK ((title <> ''::text))
constraint session_acting_for_fkey on identity.session FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint session_person_id_fkey on identity.session FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint session_pkey on identity.session PRIMARY KEY (token_hash)
constraint setting_check on notifications.setting CHECK (((((quiet_from IS NULL) = (quiet_until IS NULL)) AND (quiet_from IS DISTINCT FROM quiet_until)) OR ((quiet_from IS NULL) AND (quiet_until IS NULL))))
constraint setting_hour_check on notifications.setting CHECK (((hour >= 0) AND (hour <= 23)))
constraint setting_person_id_fkey on notifications.setting FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint setting_pkey on notifications.setting PRIMARY KEY (person_id)
constraint setting_quiet_from_check on notifications.setting CHECK ((quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
constraint setting_quiet_until_check on notifications.setting CHECK ((quiet_until ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text))
constraint setting_rhythm_check on notifications.setting CHECK ((rhythm = ANY (ARRAY['daily'::text, 'weekly'::text, 'never'::text])))
constraint setting_weekday_check on notifications.setting CHECK (((weekday >= 1) AND (weekday <= 7)))
constraint share_amount_cents_check on invoices.share CHECK ((amount_cents > 0))
constraint share_booked_by_fkey on invoices.share FOREIGN KEY (booked_by) REFERENCES identity.person(id)
constraint share_check on invoices.share CHECK (((credited_cents >= 0) AND (credited_cents <= amount_cents)))
constraint share_check1 on invoices.share CHECK ((((settled_at IS NULL) = (payment_run_id IS NULL)) AND ((settled_at IS NULL) = (settled_by IS NULL))))
constraint share_check2 on invoices.share CHECK (((credits_share_id IS NULL) = (type_code = '380'::text)))
constraint share_contractor_id_fkey on invoices.share FOREIGN KEY (contractor_id) REFERENCES organizations.organization(id)
constraint share_credits_share_id_fkey on invoices.share FOREIGN KEY (credits_share_id) REFERENCES invoices.share(id)
constraint share_difference_cents_check on invoices.share CHECK ((difference_cents >= 0))
constraint share_enrollment_id_organization_id_programme_id_fkey on invoices.share FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES funding.account(enrollment_id, organization_id, programme_id)
constraint share_invoice_id_fkey on invoices.share FOREIGN KEY (invoice_id) REFERENCES invoices.invoice(id)
constraint share_line_id_fkey on invoices.share FOREIGN KEY (line_id) REFERENCES invoices.line(id)
constraint share_line_id_key on invoices.share UNIQUE (line_id)
constraint share_payment_run_id_programme_id_fkey on invoices.share FOREIGN KEY (payment_run_id, programme_id) REFERENCES invoices.payment_run(id, programme_id)
constraint share_pkey on invoices.share PRIMARY KEY (id)
constraint share_service_order_id_organization_id_programme_id_fkey on invoices.share FOREIGN KEY (service_order_id, organization_id, programme_id) REFERENCES funding.service_order(id, organization_id, programme_id)
constraint share_settled_by_fkey on invoices.share FOREIGN KEY (settled_by) REFERENCES identity.person(id)
constraint share_type_code_check on invoices.share CHECK ((type_code = ANY (ARRAY['380'::text, '381'::text])))
constraint sign_in_attempt_pkey on identity.sign_in_attempt PRIMARY KEY (key)
constraint sign_in_step_asks_check on identity.sign_in_step CHECK ((asks = ANY (ARRAY['mailedCode'::text, 'secondFactor'::text])))
constraint sign_in_step_person_id_fkey on identity.sign_in_step FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint sign_in_step_pkey on identity.sign_in_step PRIMARY KEY (token_hash)
constraint sign_off_assessment_id_organization_id_catalog_id_fkey on security.sign_off FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint sign_off_check on security.sign_off CHECK ((((withdrawn_at IS NULL) = (withdrawn_by IS NULL)) AND ((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))))
constraint sign_off_pkey on security.sign_off PRIMARY KEY (id)
constraint sign_off_side_check on security.sign_off CHECK ((side = ANY (ARRAY['organization'::text, 'assessor'::text])))
constraint sign_off_signature_id_fkey on security.sign_off FOREIGN KEY (signature_id) REFERENCES signatures.signature(id)
constraint sign_off_signed_by_fkey on security.sign_off FOREIGN KEY (signed_by) REFERENCES identity.person(id)
constraint sign_off_withdrawn_by_fkey on security.sign_off FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint signature_acting_for_fkey on signatures.signature FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint signature_check on signatures.signature CHECK ((shown_sha256 = encode(sha256(convert_to(shown, 'UTF8'::name)), 'hex'::text)))
constraint signature_organization_id_fkey on signatures.signature FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint signature_pkey on signatures.signature PRIMARY KEY (id)
constraint signature_signed_by_fkey on signatures.signature FOREIGN KEY (signed_by) REFERENCES identity.person(id)
constraint signature_subject_type_check on signatures.signature CHECK ((subject_type ~ '^[a-zA-Z]+$'::text))
constraint signed_result_answers_check on security.signed_result CHECK ((answers ~ '^[yn-]+$'::text))
constraint signed_result_assessment_id_organization_id_catalog_id_fkey on security.signed_result FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint signed_result_pkey on security.signed_result PRIMARY KEY (assessment_id, top_key)
constraint source_added_by_fkey on measures.source FOREIGN KEY (added_by) REFERENCES identity.person(id)
constraint source_file_catalog_id_fkey on catalogs.source_file FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint source_file_pkey on catalogs.source_file PRIMARY KEY (catalog_id)
constraint source_label_check on measures.source CHECK ((length(label) <= 300))
constraint source_measure_id_organization_id_fkey on measures.source FOREIGN KEY (measure_id, organization_id) REFERENCES measures.measure(id, organization_id)
constraint source_pkey on measures.source PRIMARY KEY (measure_id, type, subject_id)
constraint source_subject_id_check on measures.source CHECK (((subject_id <> ''::text) AND (length(subject_id) <= 200)))
constraint source_type_check on measures.source CHECK ((type ~ '^[a-zA-Z]{1,40}$'::text))
constraint space_allowed_check on files.space CHECK ((allowed >= 0))
constraint space_organization_id_fkey on files.space FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint space_pkey on files.space PRIMARY KEY (organization_id)
constraint space_used_check on files.space CHECK ((used >= 0))
constraint spot_check_check on participation.spot_check CHECK (((version = 1) OR (reason <> ''::text)))
constraint spot_check_check1 on participation.spot_check CHECK (((assessment_id IS NULL) = (control_id IS NULL)))
constraint spot_check_enrollment_id_number_version_key on participation.spot_check UNIQUE (enrollment_id, number, version)
constraint spot_check_enrollment_id_organization_id_programme_id_fkey on participation.spot_check FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint spot_check_expected_check on participation.spot_check CHECK ((expected <> ''::text))
constraint spot_check_file_id_fkey on participation.spot_check FOREIGN KEY (file_id) REFERENCES files.file(id) ON DELETE SET NULL
constraint spot_check_id_version_organization_id_enrollment_id_key on participation.spot_check UNIQUE (id, version, organization_id, enrollment_id)
constraint spot_check_number_check on participation.spot_check CHECK ((number > 0))
constraint spot_check_object_check on participation.spot_check CHECK ((object <> ''::text))
constraint spot_check_pkey on participation.spot_check PRIMARY KEY (id, version)
constraint spot_check_result_check on participation.spot_check CHECK ((result = ANY (ARRAY['asExpected'::text, 'deviates'::text, 'notCheckable'::text])))
constraint spot_check_version_check on participation.spot_check CHECK ((version > 0))
constraint spot_check_what_check on participation.spot_check CHECK ((what <> ''::text))
constraint spot_check_written_by_fkey on participation.spot_check FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint spot_comment_pkey on participation.spot_comment PRIMARY KEY (id)
constraint spot_comment_spot_check_id_spot_check_version_organization_fkey on participation.spot_comment FOREIGN KEY (spot_check_id, spot_check_version, organization_id, enrollment_id) REFERENCES participation.spot_check(id, version, organization_id, enrollment_id)
constraint spot_comment_text_check on participation.spot_comment CHECK ((text <> ''::text))
constraint spot_comment_written_by_fkey on participation.spot_comment FOREIGN KEY (written_by) REFERENCES identity.person(id)
constraint spot_protocol_closed_by_fkey on participation.spot_protocol FOREIGN KEY (closed_by) REFERENCES identity.person(id)
constraint spot_protocol_enrollment_id_organization_id_programme_id_fkey on participation.spot_protocol FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint spot_protocol_pkey on participation.spot_protocol PRIMARY KEY (enrollment_id)
constraint staff_check on programmes.staff CHECK ((until_day >= (from_day - 1)))
constraint staff_function_check on programmes.staff CHECK ((function = ANY (ARRAY['manager'::text, 'guide'::text])))
constraint staff_named_by_fkey on programmes.staff FOREIGN KEY (named_by) REFERENCES identity.person(id)
constraint staff_person_id_fkey on programmes.staff FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint staff_pkey on programmes.staff PRIMARY KEY (id)
constraint staff_programme_id_fkey on programmes.staff FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint stage_amount_cents_check on programmes.stage CHECK ((amount_cents > 0))
constraint stage_check on programmes.stage CHECK (((released_on IS NULL) = (released_at IS NULL)))
constraint stage_check1 on programmes.stage CHECK (((released_on IS NULL) OR (decision <> ''::text)))
constraint stage_number_check on programmes.stage CHECK ((number > 0))
constraint stage_pkey on programmes.stage PRIMARY KEY (programme_id, number)
constraint stage_programme_id_fkey on programmes.stage FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint stage_released_by_fkey on programmes.stage FOREIGN KEY (released_by) REFERENCES identity.person(id)
constraint stage_requires_check on programmes.stage CHECK ((requires = ANY (ARRAY['admitted'::text, 'assessed'::text, 'accepted'::text])))
constraint stage_title_check on programmes.stage CHECK ((title <> ''::text))
constraint stale_pkey on search.stale PRIMARY KEY (id)
constraint state_id_check on search.state CHECK (id)
constraint state_pkey on search.state PRIMARY KEY (id)
constraint step_acts_check on programmes.step CHECK ((acts = ANY (ARRAY['organization'::text, 'contractor'::text, 'cooperative'::text, 'ministry'::text])))
constraint step_change_enrollment_id_organization_id_programme_id_fkey on programmes.step_change FOREIGN KEY (enrollment_id, organization_id, programme_id) REFERENCES programmes.enrollment(id, organization_id, programme_id)
constraint step_change_origin_check on programmes.step_change CHECK ((origin = ANY (ARRAY['person'::text, 'deed'::text, 'import'::text])))
constraint step_change_person_id_fkey on programmes.step_change FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint step_change_pkey on programmes.step_change PRIMARY KEY (id)
constraint step_change_what_check on programmes.step_change CHECK ((what = ANY (ARRAY['began'::text, 'open'::text, 'inProgress'::text, 'done'::text, 'notNeeded'::text, 'detail'::text, 'withdrawn'::text, 'reentered'::text])))
constraint step_duty_check on programmes.step CHECK ((duty <> ''::text))
constraint step_key_check on programmes.step CHECK (((key ~ '^[a-z][a-zA-Z0-9]*$'::text) AND (length(key) <= 40)))
constraint step_pkey on programmes.step PRIMARY KEY (programme_id, key)
constraint step_position_check on programmes.step CHECK (("position" > 0))
constraint step_programme_id_phase_key_fkey on programmes.step FOREIGN KEY (programme_id, phase_key) REFERENCES programmes.phase(programme_id, key)
constraint step_programme_id_position_key on programmes.step UNIQUE (programme_id, "position") DEFERRABLE INITIALLY DEFERRED
constraint step_title_check on programmes.step CHECK ((title <> ''::text))
constraint step_typical_days_check on programmes.step CHECK ((typical_days >= 0))
constraint subject_assessment_id_fkey on pictures.subject FOREIGN KEY (assessment_id) REFERENCES security.assessment(id)
constraint subject_organization_id_fkey on pictures.subject FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint subject_picture_id_fkey on pictures.subject FOREIGN KEY (picture_id) REFERENCES pictures.picture(id)
constraint subject_pkey on pictures.subject PRIMARY KEY (picture_id, organization_id)
constraint substitution_check on identity.substitution CHECK ((until_day >= (from_day - 1)))
constraint substitution_check1 on identity.substitution CHECK ((deputy_id <> person_id))
constraint substitution_deputy_id_fkey on identity.substitution FOREIGN KEY (deputy_id) REFERENCES identity.person(id)
constraint substitution_ended_by_fkey on identity.substitution FOREIGN KEY (ended_by) REFERENCES identity.person(id)
constraint substitution_organization_id_fkey on identity.substitution FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint substitution_person_id_fkey on identity.substitution FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint substitution_pkey on identity.substitution PRIMARY KEY (id)
constraint succession_check on organizations.succession CHECK ((predecessor_id <> successor_id))
constraint succession_kind_check on organizations.succession CHECK ((kind = ANY (ARRAY['merge'::text, 'split'::text])))
constraint succession_pkey on organizations.succession PRIMARY KEY (id)
constraint succession_predecessor_id_fkey on organizations.succession FOREIGN KEY (predecessor_id) REFERENCES organizations.organization(id)
constraint succession_recorded_by_fkey on organizations.succession FOREIGN KEY (recorded_by) REFERENCES identity.person(id)
constraint succession_successor_id_fkey on organizations.succession FOREIGN KEY (successor_id) REFERENCES organizations.organization(id)
constraint succession_withdrawn_by_fkey on organizations.succession FOREIGN KEY (withdrawn_by) REFERENCES identity.person(id)
constraint template_changed_by_fkey on mail.template FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint template_check on mail.template CHECK (((text IS NULL) = (subject IS NULL)))
constraint template_cost_cents_check on measures.template CHECK ((cost_cents >= 0))
constraint template_effort_tenths_check on measures.template CHECK ((effort_tenths >= 0))
constraint template_giver_id_fkey on measures.template FOREIGN KEY (giver_id) REFERENCES organizations.organization(id)
constraint template_kind_check on measures.template CHECK ((kind = ANY (ARRAY['workshop'::text, 'penetrationTest'::text, 'training'::text, 'template'::text, 'ownWork'::text, 'other'::text])))
constraint template_pkey on mail.template PRIMARY KEY (name)
constraint template_pkey on measures.template PRIMARY KEY (id)
constraint template_subject_check on mail.template CHECK ((subject !~ '[[:cntrl:]]'::text))
constraint template_title_check on measures.template CHECK (((title <> ''::text) AND (length(title) <= 200)))
constraint terms_changed_by_fkey on proofs.terms FOREIGN KEY (changed_by) REFERENCES identity.person(id)
constraint terms_due_months_check on proofs.terms CHECK (((due_months >= 0) AND (due_months <= 60)))
constraint terms_keep_years_check on proofs.terms CHECK (((keep_years >= 1) AND (keep_years <= 30)))
constraint terms_pkey on proofs.terms PRIMARY KEY (programme_id)
constraint terms_programme_id_fkey on proofs.terms FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint two_people on invoices.share CHECK ((settled_by <> booked_by))
constraint unsubscribe_link_person_id_fkey on notifications.unsubscribe_link FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint unsubscribe_link_pkey on notifications.unsubscribe_link PRIMARY KEY (secret_hash)
constraint video_link_event_id_date_id_fkey on guidance.video_link FOREIGN KEY (event_id, date_id) REFERENCES guidance.event_date(event_id, id) ON DELETE CASCADE
constraint video_link_organization_id_fkey on guidance.video_link FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint video_link_pkey on guidance.video_link PRIMARY KEY (date_id)
constraint video_link_url_check on guidance.video_link CHECK ((url ~ '^https://'::text))
constraint view_filters_check on cockpit.view CHECK ((jsonb_typeof(filters) = 'object'::text))
constraint view_name_check on cockpit.view CHECK ((name <> ''::text))
constraint view_person_id_fkey on cockpit.view FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint view_person_id_programme_id_name_key on cockpit.view UNIQUE (person_id, programme_id, name)
constraint view_pkey on cockpit.view PRIMARY KEY (id)
constraint view_position_check on cockpit.view CHECK (("position" > 0))
constraint view_programme_id_fkey on cockpit.view FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint visit_check on portal.visit CHECK ((before_at <= seen_at))
constraint visit_person_id_fkey on portal.visit FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint visit_pkey on portal.visit PRIMARY KEY (person_id)
constraint wanted_document_key_check on programmes.wanted_document CHECK ((key ~ '^[a-z][a-zA-Z0-9]*$'::text))
constraint wanted_document_pkey on programmes.wanted_document PRIMARY KEY (programme_id, key)
constraint wanted_document_position_check on programmes.wanted_document CHECK (("position" > 0))
constraint wanted_document_programme_id_fkey on programmes.wanted_document FOREIGN KEY (programme_id) REFERENCES programmes.programme(id)
constraint wanted_document_title_check on programmes.wanted_document CHECK ((title <> ''::text))

-- indexes
CREATE INDEX acceptance_account ON deliveries.acceptance USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX acceptance_contractor ON deliveries.acceptance USING btree (contractor_id, id)
CREATE INDEX acceptance_countersignature ON deliveries.acceptance USING btree (countersignature_id)
CREATE INDEX acceptance_decided_by ON deliveries.acceptance USING btree (decided_by)
CREATE INDEX acceptance_order ON deliveries.acceptance USING btree (service_order_id, organization_id, programme_id)
CREATE INDEX acceptance_organization ON deliveries.acceptance USING btree (organization_id, id)
CREATE INDEX acceptance_paper ON deliveries.acceptance USING btree (paper_file_id)
CREATE INDEX acceptance_prepared_by ON deliveries.acceptance USING btree (prepared_by)
CREATE INDEX acceptance_programme ON deliveries.acceptance USING btree (programme_id, state, id)
CREATE INDEX acceptance_signature ON deliveries.acceptance USING btree (signature_id)
CREATE INDEX acceptance_signed_by ON deliveries.acceptance USING btree (signed_by)
CREATE INDEX account_enrollment ON funding.account USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX account_organization ON funding.account USING btree (organization_id, enrollment_id)
CREATE INDEX account_programme ON funding.account USING btree (programme_id, organization_id)
CREATE INDEX admission_decided_by ON declarations.admission USING btree (decided_by)
CREATE INDEX admission_declaration ON declarations.admission USING btree (declaration_id, id)
CREATE INDEX admission_enrollment ON declarations.admission USING btree (enrollment_id, organization_id, programme_id, id)
CREATE INDEX admission_organization ON declarations.admission USING btree (organization_id, id)
CREATE INDEX admission_programme ON declarations.admission USING btree (programme_id, id)
CREATE INDEX agreement_contractor ON declarations.agreement USING btree (contractor_id)
CREATE INDEX agreement_ending ON declarations.agreement USING btree (valid_until) WHERE ((revoked_at IS NULL) AND (reminded_at IS NULL))
CREATE INDEX agreement_enrollment ON declarations.agreement USING btree (enrollment_id, organization_id, programme_id, id)
CREATE INDEX agreement_file ON declarations.agreement USING btree (file_id)
CREATE INDEX agreement_kind ON declarations.agreement USING btree (organization_id, kind, valid_until) WHERE (revoked_at IS NULL)
CREATE INDEX agreement_organization ON declarations.agreement USING btree (organization_id, id)
CREATE INDEX agreement_owner_file ON declarations.agreement USING btree (owner_file_id)
CREATE INDEX agreement_programme ON declarations.agreement USING btree (programme_id, id)
CREATE INDEX agreement_recorded_by ON declarations.agreement USING btree (recorded_by)
CREATE INDEX agreement_revoked_by ON declarations.agreement USING btree (revoked_by)
CREATE INDEX agreement_signature ON declarations.agreement USING btree (signature_id)
CREATE INDEX answer_answered_by ON security.answer USING btree (answered_by)
CREATE INDEX answer_at ON security.answer USING btree (assessment_id, answered_at)
CREATE INDEX answer_control ON security.answer USING btree (catalog_id, control_id)
CREATE INDEX answer_organization ON security.answer USING btree (organization_id, assessment_id)
CREATE INDEX answer_source_collection ON security.answer_source USING btree (collection_id)
CREATE INDEX answer_source_organization ON security.answer_source USING btree (organization_id, assessment_id)
CREATE INDEX answer_source_source ON security.answer_source USING btree (source_assessment_id, source_control_id, source_version)
CREATE INDEX answer_source_taken_by ON security.answer_source USING btree (taken_by)
CREATE INDEX api_token_person ON identity.api_token USING btree (person_id)
CREATE INDEX appointment_assessor ON appointments.appointment USING btree (assessor_id, starts_at)
CREATE INDEX appointment_decided_by ON appointments.appointment USING btree (decided_by)
CREATE INDEX appointment_enrollment ON appointments.appointment USING btree (enrollment_id, organization_id, programme_id, id)
CREATE INDEX appointment_kickoff ON appointments.appointment USING btree (kickoff_id) WHERE (kickoff_id IS NOT NULL)
CREATE INDEX appointment_organization ON appointments.appointment USING btree (organization_id, id)
CREATE INDEX appointment_programme ON appointments.appointment USING btree (programme_id, starts_at, id)
CREATE INDEX appointment_proposed_by ON appointments.appointment USING btree (proposed_by)
CREATE INDEX approach_changed_by ON programmes.approach USING btree (changed_by)
CREATE INDEX approach_organization ON programmes.approach USING btree (organization_id, programme_id)
CREATE INDEX approach_programme ON programmes.approach USING btree (programme_id)
CREATE INDEX assessment_catalog ON security.assessment USING btree (catalog_id)
CREATE INDEX assessment_closed_by ON security.assessment USING btree (closed_by)
CREATE INDEX assessment_migrated_from ON security.assessment USING btree (migrated_from)
CREATE INDEX assessment_organization ON security.assessment USING btree (organization_id, id)
CREATE INDEX assessment_previous ON security.assessment USING btree (previous_id)
CREATE INDEX assessment_started_by ON security.assessment USING btree (started_by)
CREATE INDEX assignment_assigned_by ON identity.assignment USING btree (assigned_by)
CREATE INDEX assignment_ended_by ON identity.assignment USING btree (ended_by)
CREATE INDEX assignment_organization ON identity.assignment USING btree (organization_id, id)
CREATE INDEX assignment_person ON identity.assignment USING btree (person_id)
CREATE INDEX attendance_event ON guidance.attendance USING btree (event_id, date_id)
CREATE INDEX attendance_organization ON guidance.attendance USING btree (organization_id, event_id)
CREATE INDEX attendance_participant ON guidance.attendance USING btree (participant_organization_id)
CREATE INDEX attendance_recorded_by ON guidance.attendance USING btree (recorded_by)
CREATE INDEX attendance_registration ON guidance.attendance USING btree (registration_id)
CREATE INDEX barrier_report_answered_by ON publishing.barrier_report USING btree (answered_by)
CREATE INDEX barrier_report_open ON publishing.barrier_report USING btree (organization_id, due_on, id) WHERE (answered_at IS NULL)
CREATE INDEX barrier_report_organization ON publishing.barrier_report USING btree (organization_id, id)
CREATE INDEX calendar_feed_organization ON insights.calendar_feed USING btree (organization_id)
CREATE INDEX calendar_feed_person ON insights.calendar_feed USING btree (person_id)
CREATE INDEX campaign_begun_by ON programmes.campaign USING btree (begun_by)
CREATE INDEX campaign_programme ON programmes.campaign USING btree (programme_id, id)
CREATE INDEX capability_age ON identity.capability USING btree (expires_at)
CREATE INDEX capability_invitation ON identity.capability USING btree (invitation_id)
CREATE INDEX capability_person ON identity.capability USING btree (person_id)
CREATE INDEX catalog_imported_by ON catalogs.catalog USING btree (imported_by)
CREATE INDEX catalog_order ON catalogs.catalog USING btree (sort_key, id)
CREATE INDEX certificate_event ON guidance.certificate USING btree (event_id)
CREATE INDEX certificate_issued_by ON guidance.certificate USING btree (issued_by)
CREATE INDEX certificate_organization ON guidance.certificate USING btree (organization_id, id)
CREATE INDEX certificate_participant ON guidance.certificate USING btree (participant_organization_id)
CREATE INDEX certificate_person ON guidance.certificate USING btree (person_id, event_id)
CREATE INDEX certificate_registration ON guidance.certificate USING btree (registration_id)
CREATE INDEX certificate_replaced_by ON guidance.certificate USING btree (replaced_by)
CREATE INDEX certificate_revoked_by ON guidance.certificate USING btree (revoked_by)
CREATE INDEX change_acting_for ON organizations.change USING btree (acting_for)
CREATE INDEX change_organization ON organizations.change USING btree (organization_id, id)
CREATE INDEX change_person ON organizations.change USING btree (person_id)
CREATE INDEX check_in_event ON guidance.check_in USING btree (event_id, date_id)
CREATE INDEX check_in_opened_by ON guidance.check_in USING btree (opened_by)
CREATE INDEX check_in_organization ON guidance.check_in USING btree (organization_id)
CREATE INDEX comment_control ON security.comment USING btree (catalog_id, control_id)
CREATE INDEX comment_organization ON security.comment USING btree (organization_id, id)
CREATE INDEX comment_question ON security.comment USING btree (assessment_id, control_id, id)
CREATE INDEX comment_written_by ON security.comment USING btree (written_by)
CREATE INDEX consent_given_by ON consents.consent USING btree (given_by)
CREATE INDEX consent_organization ON consents.consent USING btree (organization_id, id)
CREATE INDEX consent_revoked_by ON consents.consent USING btree (revoked_by)
CREATE INDEX contact_entry_follow_up ON programmes.contact_entry USING btree (programme_id, follow_up_on, id) WHERE ((follow_up_on IS NOT NULL) AND (followed_up_at IS NULL) AND (removed_at IS NULL))
CREATE INDEX contact_entry_organization ON programmes.contact_entry USING btree (organization_id, programme_id, id)
CREATE INDEX contact_entry_programme ON programmes.contact_entry USING btree (programme_id, id)
CREATE INDEX contact_entry_removed_by ON programmes.contact_entry USING btree (removed_by)
CREATE INDEX contact_entry_written_by ON programmes.contact_entry USING btree (written_by)
CREATE INDEX contact_organization ON organizations.contact USING btree (organization_id, id)
CREATE INDEX control_group_of ON catalogs.control USING btree (catalog_id, group_key, "position")
CREATE INDEX control_group_parent ON catalogs.control_group USING btree (catalog_id, parent_key)
CREATE INDEX decision_organization ON guidance.decision USING btree (organization_id, event_id)
CREATE INDEX decision_participant ON guidance.decision USING btree (participant_organization_id)
CREATE INDEX decision_person ON guidance.decision USING btree (person_id)
CREATE INDEX decision_registration ON guidance.decision USING btree (registration_id, seq)
CREATE INDEX decision_untold ON guidance.decision USING btree (at) WHERE (told_at IS NULL)
CREATE INDEX declaration_contractor ON declarations.declaration USING btree (contractor_id)
CREATE INDEX declaration_enrollment ON declarations.declaration USING btree (enrollment_id, organization_id, programme_id, id)
CREATE INDEX declaration_file ON declarations.declaration USING btree (file_id)
CREATE INDEX declaration_organization ON declarations.declaration USING btree (organization_id, id)
CREATE INDEX declaration_programme ON declarations.declaration USING btree (programme_id, id)
CREATE INDEX declaration_recorded_by ON declarations.declaration USING btree (recorded_by)
CREATE INDEX declaration_signature ON declarations.declaration USING btree (signature_id)
CREATE INDEX declaration_withdrawn_by ON declarations.declaration USING btree (withdrawn_by)
CREATE INDEX declined_proposal_control ON security.declined_proposal USING btree (catalog_id, control_id)
CREATE INDEX declined_proposal_declined_by ON security.declined_proposal USING btree (declined_by)
CREATE INDEX declined_proposal_organization ON security.declined_proposal USING btree (organization_id, assessment_id)
CREATE INDEX delegation_assessment ON security.delegation USING btree (assessment_id)
CREATE INDEX delegation_by ON security.delegation USING btree (delegated_by)
CREATE INDEX delegation_due ON security.delegation USING btree (due_on) WHERE (ended_at IS NULL)
CREATE INDEX delegation_ended_by ON security.delegation USING btree (ended_by)
CREATE INDEX delegation_organization ON security.delegation USING btree (organization_id, id)
CREATE INDEX delegation_person ON security.delegation USING btree (person_id)
CREATE INDEX delivery_account ON deliveries.delivery USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX delivery_contractor ON deliveries.delivery USING btree (contractor_id, id)
CREATE INDEX delivery_order ON deliveries.delivery USING btree (service_order_id, organization_id, programme_id)
CREATE INDEX delivery_organization ON deliveries.delivery USING btree (organization_id, id)
CREATE INDEX delivery_programme ON deliveries.delivery USING btree (programme_id, id)
CREATE INDEX delivery_reported_by ON deliveries.delivery USING btree (reported_by)
CREATE INDEX delivery_withdrawn_by ON deliveries.delivery USING btree (withdrawn_by)
CREATE INDEX departure_open ON identity.departure USING btree (last_day) WHERE (closed_at IS NULL)
CREATE INDEX departure_organization ON identity.departure USING btree (organization_id, id)
CREATE INDEX departure_person ON identity.departure USING btree (person_id)
CREATE INDEX departure_recorded_by ON identity.departure USING btree (recorded_by)
CREATE INDEX departure_successor ON identity.departure USING btree (successor_id)
CREATE INDEX detail_created_by ON measures.detail USING btree (created_by)
CREATE INDEX detail_measure ON measures.detail USING btree (measure_id, organization_id)
CREATE INDEX detail_offered_as ON measures.detail USING btree (offered_as_id)
CREATE INDEX detail_organization ON measures.detail USING btree (organization_id, measure_id)
CREATE INDEX detail_owner ON measures.detail USING btree (owner_id)
CREATE INDEX detail_template ON measures.detail USING btree (template_id)
CREATE INDEX document_changed_by ON participation.document USING btree (changed_by)
CREATE INDEX document_enrollment ON participation.document USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX document_file_added_by ON participation.document_file USING btree (added_by)
CREATE INDEX document_file_document ON participation.document_file USING btree (document_id, organization_id, enrollment_id)
CREATE INDEX document_file_ending ON participation.document_file USING btree (valid_until) WHERE ((withdrawn_at IS NULL) AND (reminded_at IS NULL))
CREATE INDEX document_file_file ON participation.document_file USING btree (file_id)
CREATE INDEX document_file_organization ON participation.document_file USING btree (organization_id, id)
CREATE INDEX document_file_withdrawn_by ON participation.document_file USING btree (withdrawn_by)
CREATE INDEX document_keys ON search.document USING gin (keys)
CREATE INDEX document_names ON search.document USING gin (title_key trigram.gin_trgm_ops) WHERE is_name
CREATE INDEX document_organization ON participation.document USING btree (organization_id, id)
CREATE INDEX document_parts ON search.document USING gin ((((type || ' '::text) || title_key)) trigram.gin_trgm_ops) WHERE (NOT is_name)
CREATE INDEX document_programme ON participation.document USING btree (programme_id, state)
CREATE INDEX document_row ON search.document USING btree (row_id) WHERE (row_id IS NOT NULL)
CREATE INDEX document_subject ON search.document USING btree (type, subject)
CREATE INDEX document_title ON search.document USING btree (build, type, title_key text_pattern_ops)
CREATE INDEX document_title_words ON search.document USING gin (title_words)
CREATE INDEX document_words ON search.document USING gin (words)
CREATE INDEX domain_owner ON organizations.domain USING btree (owner_id, name)
CREATE INDEX draft_made ON loads.draft USING btree (made_at)
CREATE INDEX draft_organization ON loads.draft USING btree (organization_id, load_id)
CREATE INDEX draft_programme ON loads.draft USING btree (programme_id)
CREATE INDEX enrollment_began_by ON programmes.enrollment USING btree (began_by)
CREATE INDEX enrollment_by_contact ON programmes.enrollment USING btree (programme_id, COALESCE(last_contact_on, '-infinity'::date), id) WHERE (state = 'active'::text)
CREATE INDEX enrollment_by_pressure ON programmes.enrollment USING btree (programme_id, ((- days_needed)), COALESCE(waiting_since, 'infinity'::timestamp with time zone), id) WHERE (state = 'active'::text)
CREATE INDEX enrollment_by_waiting ON programmes.enrollment USING btree (programme_id, COALESCE(waiting_since, 'infinity'::timestamp with time zone), id) WHERE (state = 'active'::text)
CREATE INDEX enrollment_guide ON programmes.enrollment USING btree (guide_id)
CREATE INDEX enrollment_organization ON programmes.enrollment USING btree (organization_id, id)
CREATE INDEX enrollment_programme ON programmes.enrollment USING btree (programme_id, organization_id)
CREATE INDEX enrollment_step_changed_by ON programmes.enrollment_step USING btree (changed_by)
CREATE INDEX enrollment_step_definition ON programmes.enrollment_step USING btree (programme_id, step)
CREATE INDEX enrollment_step_organization ON programmes.enrollment_step USING btree (organization_id, enrollment_id)
CREATE INDEX enrollment_step_road ON programmes.enrollment_step USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX enrollment_urgent ON programmes.enrollment USING btree (programme_id, days_needed DESC, id) WHERE (state = 'active'::text)
CREATE INDEX enrollment_waiting ON programmes.enrollment USING btree (programme_id, waiting_since, id) WHERE (state = 'active'::text)
CREATE INDEX enrollment_withdrawn_by ON programmes.enrollment USING btree (withdrawn_by)
CREATE INDEX entry_account ON funding.entry USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX entry_acting_for ON audit.entry USING btree (acting_for)
CREATE INDEX entry_corrects ON funding.entry USING btree (corrects_id)
CREATE INDEX entry_event ON audit.entry USING btree (event, at, id)
CREATE INDEX entry_order ON funding.entry USING btree (service_order_id, organization_id, programme_id)
CREATE INDEX entry_organization ON audit.entry USING btree (organization_id, at, id)
CREATE INDEX entry_organization ON funding.entry USING btree (organization_id, id)
CREATE INDEX entry_person ON funding.entry USING btree (person_id)
CREATE INDEX entry_programme ON funding.entry USING btree (programme_id, id)
CREATE INDEX entry_subject ON funding.entry USING btree (subject_id) WHERE (subject_id IS NOT NULL)
CREATE INDEX entry_unsealed ON audit.entry USING btree (at, id) WHERE (sequence IS NULL)
CREATE INDEX event_cancelled_by ON guidance.event USING btree (cancelled_by)
CREATE INDEX event_coming ON guidance.event USING btree (ends_at, id) WHERE (published_at IS NOT NULL)
CREATE INDEX event_contact ON guidance.event USING btree (contact_id)
CREATE INDEX event_contractor ON invoices.event USING btree (contractor_id)
CREATE INDEX event_created_by ON guidance.event USING btree (created_by)
CREATE INDEX event_date_coming ON guidance.event_date USING btree (starts_at) WHERE ((reminded_at IS NULL) AND (cancelled_at IS NULL))
CREATE INDEX event_date_event ON guidance.event_date USING btree (event_id, starts_at, id)
CREATE INDEX event_invoice ON invoices.event USING btree (invoice_id, organization_id, programme_id, contractor_id)
CREATE INDEX event_line ON guidance.event USING btree (line_id, run)
CREATE INDEX event_organization ON invoices.event USING btree (organization_id, id)
CREATE INDEX event_organizer ON guidance.event USING btree (organizer_id, starts_at, id)
CREATE INDEX event_person ON invoices.event USING btree (person_id)
CREATE INDEX event_prerequisite ON guidance.event USING btree (prerequisite_id)
CREATE INDEX event_previous ON guidance.event USING btree (previous_id)
CREATE INDEX event_programme ON guidance.event USING btree (programme_id)
CREATE INDEX event_programme ON invoices.event USING btree (programme_id)
CREATE INDEX event_published_by ON guidance.event USING btree (published_by)
CREATE INDEX evidence_added_by ON security.evidence USING btree (added_by)
CREATE INDEX evidence_control ON security.evidence USING btree (catalog_id, control_id)
CREATE INDEX evidence_ending ON security.evidence USING btree (valid_until) WHERE ((removed_at IS NULL) AND (reminded_at IS NULL))
CREATE INDEX evidence_file ON security.evidence USING btree (file_id)
CREATE INDEX evidence_organization ON security.evidence USING btree (organization_id, id)
CREATE INDEX evidence_question ON security.evidence USING btree (assessment_id, control_id, id)
CREATE INDEX evidence_removed_by ON security.evidence USING btree (removed_by)
CREATE INDEX feedback_event ON guidance.feedback USING btree (event_id)
CREATE INDEX feedback_given_event ON guidance.feedback_given USING btree (event_id)
CREATE INDEX file_organization ON files.file USING btree (organization_id, id)
CREATE INDEX file_owner ON files.file USING btree (owner_id, id)
CREATE INDEX file_sha256 ON files.file USING btree (sha256)
CREATE INDEX file_unscanned ON files.file USING btree (sha256) WHERE (scan = ANY (ARRAY['waiting'::text, 'notScanned'::text]))
CREATE INDEX file_uploaded_by ON files.file USING btree (uploaded_by)
CREATE INDEX finding_document ON participation.finding USING btree (document_id, organization_id, enrollment_id)
CREATE INDEX finding_found_by ON participation.finding USING btree (found_by)
CREATE INDEX finding_organization ON participation.finding USING btree (organization_id, id)
CREATE INDEX finding_withdrawn_by ON participation.finding USING btree (withdrawn_by)
CREATE INDEX former_name_owner ON organizations.former_name USING btree (owner_id, until_day)
CREATE INDEX former_name_recorded_by ON organizations.former_name USING btree (recorded_by)
CREATE INDEX group_mail_event ON guidance.group_mail USING btree (event_id, id)
CREATE INDEX group_mail_organization ON guidance.group_mail USING btree (organization_id)
CREATE INDEX group_mail_sent_by ON guidance.group_mail USING btree (sent_by)
CREATE INDEX interest_decided_by ON declarations.interest USING btree (decided_by)
CREATE INDEX interest_enrollment ON declarations.interest USING btree (enrollment_id)
CREATE INDEX interest_municipality ON declarations.interest USING btree (municipality_id)
CREATE INDEX interest_open ON declarations.interest USING btree (programme_id, id) WHERE (decided_at IS NULL)
CREATE INDEX interest_organization ON declarations.interest USING btree (organization_id, id)
CREATE INDEX interest_programme ON declarations.interest USING btree (programme_id, id)
CREATE INDEX invitation_accepted_by ON identity.invitation USING btree (accepted_by)
CREATE INDEX invitation_cooperative ON identity.invitation USING btree (invited_at, id) WHERE by_cooperative
CREATE INDEX invitation_invited_by ON identity.invitation USING btree (invited_by)
CREATE INDEX invitation_organization ON identity.invitation USING btree (organization_id, id)
CREATE INDEX invitation_revoked_by ON identity.invitation USING btree (revoked_by)
CREATE INDEX invoice_contractor ON invoices.invoice USING btree (contractor_id, id)
CREATE INDEX invoice_decided_by ON invoices.invoice USING btree (decided_by)
CREATE INDEX invoice_organization ON invoices.invoice USING btree (organization_id, id)
CREATE INDEX invoice_programme ON invoices.invoice USING btree (programme_id, id)
CREATE INDEX invoice_uploaded_by ON invoices.invoice USING btree (uploaded_by)
CREATE INDEX item_contractor ON packages.item USING btree (contractor_id)
CREATE INDEX item_offer ON packages.item USING btree (offer_id)
CREATE INDEX item_order ON packages.item USING btree (order_id)
CREATE INDEX item_organization ON packages.item USING btree (organization_id, package_id)
CREATE INDEX item_version ON packages.item USING btree (package_id, version, organization_id, programme_id, enrollment_id)
CREATE INDEX job_acting_for ON jobs.job USING btree (acting_for)
CREATE INDEX job_dead ON jobs.job USING btree (dead_at) WHERE (dead_at IS NOT NULL)
CREATE INDEX job_discarded_by ON jobs.job USING btree (discarded_by)
CREATE INDEX job_done ON jobs.job USING btree (done_at) WHERE (done_at IS NOT NULL)
CREATE INDEX job_due ON jobs.job USING btree (due_at, id) WHERE ((done_at IS NULL) AND (dead_at IS NULL))
CREATE INDEX job_person ON jobs.job USING btree (person_id)
CREATE INDEX known_device_age ON identity.known_device USING btree (last_used_at)
CREATE INDEX known_device_person ON identity.known_device USING btree (person_id)
CREATE INDEX last_choice_organization ON identity.last_choice USING btree (organization_id)
CREATE INDEX letterhead_changed_by ON mail.letterhead USING btree (changed_by)
CREATE INDEX line_contractor ON invoices.line USING btree (contractor_id)
CREATE INDEX line_invoice ON invoices.line USING btree (invoice_id, organization_id, programme_id, contractor_id)
CREATE INDEX line_matched_by ON invoices.line USING btree (matched_by)
CREATE INDEX line_order ON invoices.line USING btree (service_order_id)
CREATE INDEX line_organization ON invoices.line USING btree (organization_id, id)
CREATE INDEX line_programme ON invoices.line USING btree (programme_id)
CREATE INDEX link_created_by ON guidance.link USING btree (created_by)
CREATE INDEX link_event ON guidance.link USING btree (event_id)
CREATE INDEX link_participant ON guidance.link USING btree (participant_organization_id)
CREATE INDEX link_registration ON guidance.link USING btree (registration_id)
CREATE INDEX load_checked_by ON loads.load USING btree (checked_by)
CREATE INDEX load_loaded_by ON loads.load USING btree (loaded_by)
CREATE INDEX load_organization ON loads.load USING btree (organization_id, id)
CREATE INDEX load_programme ON loads.load USING btree (programme_id, checked_at DESC, id DESC)
CREATE INDEX map_imported_by ON pictures.map USING btree (imported_by)
CREATE INDEX map_newest ON pictures.map USING btree (imported_at DESC, id DESC)
CREATE INDEX mapping_changed_by ON loads.mapping USING btree (changed_by)
CREATE INDEX mapping_collection_imported_by ON catalogs.mapping_collection USING btree (imported_by)
CREATE INDEX mapping_collection_order ON catalogs.mapping_collection USING btree (sort_key, id)
CREATE INDEX mapping_organization ON loads.mapping USING btree (organization_id, programme_id)
CREATE INDEX mapping_requirement ON catalogs.mapping USING btree (requirement_id)
CREATE INDEX mapping_target ON catalogs.mapping USING btree (target_id)
CREATE INDEX mapping_target_key ON catalogs.mapping USING btree (target_key)
CREATE INDEX material_added_by ON guidance.material USING btree (added_by)
CREATE INDEX material_event ON guidance.material USING btree (event_id, id)
CREATE INDEX material_file ON guidance.material USING btree (file_id)
CREATE INDEX material_organization ON guidance.material USING btree (organization_id)
CREATE INDEX measure_check ON measures.measure USING btree (check_on) WHERE (check_on IS NOT NULL)
CREATE INDEX measure_due ON measures.measure USING btree (due_on) WHERE (state = ANY (ARRAY['decided'::text, 'started'::text]))
CREATE INDEX measure_organization ON measures.measure USING btree (organization_id, id)
CREATE INDEX measure_paid ON measures.measure USING btree (programme_id, id) WHERE (programme_id IS NOT NULL)
CREATE INDEX measure_programme ON measures.measure USING btree (organization_id, programme_id)
CREATE INDEX measure_urgent ON measures.measure USING btree (organization_id, state, due_on)
CREATE INDEX message_organization ON cockpit.message USING btree (organization_id, id)
CREATE INDEX message_organization ON mail.message USING btree (organization_id, id)
CREATE INDEX message_person ON mail.message USING btree (person_id)
CREATE INDEX message_programme ON cockpit.message USING btree (programme_id, id)
CREATE INDEX message_recipient ON mail.message USING btree (recipient_email, sent_at)
CREATE INDEX message_sent_by ON cockpit.message USING btree (sent_by)
CREATE INDEX message_state ON mail.message USING btree (state, created_at, id)
CREATE INDEX migration_announcement_by ON security.migration_announcement USING btree (announced_by)
CREATE INDEX migration_announcement_from ON security.migration_announcement USING btree (from_catalog_id)
CREATE INDEX migration_announcement_to ON security.migration_announcement USING btree (to_catalog_id)
CREATE INDEX migration_announcement_withdrawn_by ON security.migration_announcement USING btree (withdrawn_by)
CREATE INDEX move_measure ON measures.move USING btree (measure_id, organization_id)
CREATE INDEX move_organization ON measures.move USING btree (organization_id, id)
CREATE INDEX move_person ON measures.move USING btree (person_id)
CREATE INDEX named_municipality ON pictures.named USING btree (municipality_id)
CREATE INDEX narrative_organization ON proofs.narrative USING btree (organization_id, id)
CREATE INDEX narrative_programme ON proofs.narrative USING btree (programme_id)
CREATE INDEX narrative_proof ON proofs.narrative USING btree (proof_id, organization_id, programme_id)
CREATE INDEX narrative_saved_by ON proofs.narrative USING btree (saved_by)
CREATE INDEX navigator_ended_by ON programmes.navigator USING btree (ended_by)
CREATE INDEX navigator_named_by ON programmes.navigator USING btree (named_by)
CREATE INDEX navigator_organization ON programmes.navigator USING btree (organization_id, id)
CREATE INDEX navigator_person ON programmes.navigator USING btree (person_id)
CREATE INDEX navigator_programme ON programmes.navigator USING btree (programme_id)
CREATE INDEX navigator_road ON programmes.navigator USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX news_listed ON publishing.news USING btree (from_at DESC, id DESC) WHERE ((superseded_at IS NULL) AND (state = 'published'::text))
CREATE INDEX news_written_by ON publishing.news USING btree (written_by)
CREATE INDEX notification_acting_for ON notifications.notification USING btree (acting_for)
CREATE INDEX notification_digest ON notifications.notification USING btree (digest_id)
CREATE INDEX notification_person ON notifications.notification USING btree (person_id, id)
CREATE INDEX notification_undelivered ON notifications.notification USING btree (person_id, created_at) WHERE ((delivery = 'digest'::text) AND (digest_id IS NULL) AND (read_at IS NULL))
CREATE INDEX notification_unread ON notifications.notification USING btree (person_id, id) WHERE (read_at IS NULL)
CREATE INDEX observer_observer ON programmes.observer USING btree (observer_id)
CREATE INDEX offer_changed_by ON packages.offer USING btree (changed_by)
CREATE INDEX offer_contractor ON packages.offer USING btree (contractor_id)
CREATE INDEX one_place_at_once ON appointments.appointment USING gist (int8range(hashtextextended((assessor_id)::text, (53)::bigint), hashtextextended((assessor_id)::text, (53)::bigint), '[]'::text), tstzrange(away_from, away_until)) WHERE ((state = 'confirmed'::text) AND (assessor_id IS NOT NULL))
CREATE INDEX opening_amount_load ON loads.opening_amount USING btree (load_id)
CREATE INDEX opening_amount_organization ON loads.opening_amount USING btree (organization_id, enrollment_id)
CREATE INDEX opening_amount_programme ON loads.opening_amount USING btree (programme_id, organization_id)
CREATE INDEX opening_amount_road ON loads.opening_amount USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX organization_kind ON organizations.organization USING btree (kind, sort_key, id)
CREATE INDEX organization_order ON organizations.organization USING btree (sort_key, id)
CREATE INDEX package_changed_by ON packages.package USING btree (changed_by)
CREATE INDEX package_created_by ON packages.package USING btree (created_by)
CREATE INDEX package_decided_by ON packages.package USING btree (decided_by)
CREATE INDEX package_enrollment ON packages.package USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX package_file ON packages.package USING btree (file_id)
CREATE INDEX package_organization ON packages.package USING btree (organization_id, id)
CREATE INDEX package_programme ON packages.package USING btree (programme_id, state)
CREATE INDEX package_signature ON packages.package USING btree (signature_id)
CREATE INDEX package_submitted_by ON packages.package USING btree (submitted_by)
CREATE INDEX package_version_organization ON packages.package_version USING btree (organization_id, package_id)
CREATE INDEX package_version_package ON packages.package_version USING btree (package_id, organization_id, programme_id, enrollment_id)
CREATE INDEX package_version_saved_by ON packages.package_version USING btree (saved_by)
CREATE INDEX page_written_by ON publishing.page USING btree (written_by)
CREATE INDEX participant_appointment ON appointments.participant USING btree (appointment_id, organization_id, programme_id)
CREATE INDEX participant_organization ON appointments.participant USING btree (organization_id, appointment_id)
CREATE INDEX participant_person ON appointments.participant USING btree (person_id)
CREATE INDEX payment_run_made_by ON invoices.payment_run USING btree (made_by)
CREATE INDEX payment_run_organization ON invoices.payment_run USING btree (organization_id, id)
CREATE INDEX person_sort ON identity.person USING btree (sort_key, id)
CREATE INDEX personal_person ON audit.personal USING btree (person_id, at, entry_id)
CREATE INDEX personal_person_erased_by ON audit.personal USING btree (person_erased_by)
CREATE INDEX personal_subject ON audit.personal USING btree (subject_id, at, entry_id)
CREATE INDEX personal_subject_erased_by ON audit.personal USING btree (subject_erased_by)
CREATE INDEX picture_catalog ON pictures.picture USING btree (catalog_id)
CREATE INDEX picture_previous ON pictures.picture USING btree (previous_id)
CREATE INDEX picture_public ON pictures.picture USING btree (release_on) WHERE (public_at IS NOT NULL)
CREATE INDEX picture_public_by ON pictures.picture USING btree (public_by)
CREATE INDEX picture_taken_by ON pictures.picture USING btree (taken_by)
CREATE INDEX profile_source_source ON catalogs.profile_source USING btree (source_id)
CREATE INDEX programme_changed_by ON programmes.programme USING btree (changed_by)
CREATE INDEX programme_contractor ON programmes.programme USING btree (contractor_id)
CREATE INDEX programme_run_by ON programmes.programme USING btree (run_by)
CREATE INDEX programme_sort ON programmes.programme USING btree (sort_key, id)
CREATE INDEX proof_added_by ON measures.proof USING btree (added_by)
CREATE INDEX proof_begun_by ON proofs.proof USING btree (begun_by)
CREATE INDEX proof_contractor ON deliveries.proof USING btree (contractor_id, id)
CREATE INDEX proof_delivery ON deliveries.proof USING btree (delivery_id, organization_id, programme_id, contractor_id)
CREATE INDEX proof_file ON deliveries.proof USING btree (file_id)
CREATE INDEX proof_file ON measures.proof USING btree (file_id)
CREATE INDEX proof_measure ON measures.proof USING btree (measure_id, organization_id)
CREATE INDEX proof_organization ON deliveries.proof USING btree (organization_id, id)
CREATE INDEX proof_organization ON measures.proof USING btree (organization_id, id)
CREATE INDEX proof_organization ON proofs.proof USING btree (organization_id, id)
CREATE INDEX proof_programme ON deliveries.proof USING btree (programme_id, id)
CREATE INDEX proof_version_frozen_by ON proofs.proof_version USING btree (frozen_by)
CREATE INDEX proof_version_narrative ON proofs.proof_version USING btree (narrative_id, proof_id)
CREATE INDEX proof_version_organization ON proofs.proof_version USING btree (organization_id, id)
CREATE INDEX proof_version_pdf ON proofs.proof_version USING btree (pdf_file_id)
CREATE INDEX proof_version_programme ON proofs.proof_version USING btree (programme_id)
CREATE INDEX proof_version_proof ON proofs.proof_version USING btree (proof_id, organization_id, programme_id)
CREATE INDEX proof_version_sheet ON proofs.proof_version USING btree (sheet_file_id)
CREATE INDEX proof_withdrawn_by ON measures.proof USING btree (withdrawn_by)
CREATE INDEX proposal_appointment ON appointments.proposal USING btree (appointment_id, organization_id, programme_id, round)
CREATE INDEX proposal_organization ON appointments.proposal USING btree (organization_id, id)
CREATE INDEX proposal_programme ON appointments.proposal USING btree (programme_id, starts_at)
CREATE INDEX proposal_proposed_by ON appointments.proposal USING btree (proposed_by)
CREATE INDEX reasoning_organization ON packages.reasoning USING btree (organization_id, package_id)
CREATE INDEX reasoning_version ON packages.reasoning USING btree (package_id, version, organization_id, programme_id, enrollment_id)
CREATE INDEX registration_due ON guidance.registration USING btree (offer_until) WHERE (state = 'offered'::text)
CREATE INDEX registration_event ON guidance.registration USING btree (event_id, id)
CREATE INDEX registration_line ON guidance.registration USING btree (event_id, priority, turn) WHERE (state = 'waiting'::text)
CREATE INDEX registration_organization ON guidance.registration USING btree (organization_id, id)
CREATE INDEX registration_participant ON guidance.registration USING btree (participant_organization_id, id)
CREATE INDEX registration_person ON guidance.registration USING btree (person_id, id)
CREATE INDEX registration_registered_by ON guidance.registration USING btree (registered_by)
CREATE INDEX registration_seats ON guidance.registration USING btree (event_id, participant_organization_id) WHERE (state = ANY (ARRAY['confirmed'::text, 'offered'::text]))
CREATE INDEX registration_substitute ON guidance.registration USING btree (substitute_for)
CREATE INDEX registration_transferred ON guidance.registration USING btree (transferred_from)
CREATE INDEX release_plan_changed_by ON pictures.release_plan USING btree (changed_by)
CREATE INDEX remark_control ON security.remark USING btree (catalog_id, control_id)
CREATE INDEX remark_organization ON security.remark USING btree (organization_id, id)
CREATE INDEX remark_question ON security.remark USING btree (assessment_id, control_id, id)
CREATE INDEX remark_written_by ON security.remark USING btree (written_by)
CREATE INDEX remembered_reply_age ON platform.remembered_reply USING btree (remembered_at)
CREATE INDEX reminder_organization ON proofs.reminder USING btree (organization_id, id)
CREATE INDEX reminder_person ON proofs.reminder USING btree (person_id)
CREATE INDEX reminder_sent_by ON proofs.reminder USING btree (sent_by)
CREATE INDEX reopening_asked_by ON security.reopening USING btree (asked_by)
CREATE INDEX reopening_assessment ON security.reopening USING btree (assessment_id, id)
CREATE INDEX reopening_decided_by ON security.reopening USING btree (decided_by)
CREATE INDEX reopening_organization ON security.reopening USING btree (organization_id, id)
CREATE INDEX replacement_confirmed_by ON identity.replacement USING btree (confirmed_by)
CREATE INDEX replacement_due ON identity.replacement USING btree (effective_at) WHERE (ended_at IS NULL)
CREATE INDEX replacement_ended_by ON identity.replacement USING btree (ended_by)
CREATE INDEX replacement_invitation ON identity.replacement USING btree (invitation_id)
CREATE INDEX replacement_organization ON identity.replacement USING btree (organization_id, id)
CREATE INDEX replacement_person ON identity.replacement USING btree (person_id)
CREATE INDEX replacement_proposed_by ON identity.replacement USING btree (proposed_by)
CREATE INDEX report_comment_answers ON participation.report_comment USING btree (answers_id)
CREATE INDEX report_comment_organization ON participation.report_comment USING btree (organization_id, id)
CREATE INDEX report_comment_report ON participation.report_comment USING btree (report_id, organization_id, enrollment_id)
CREATE INDEX report_comment_settled_by ON participation.report_comment USING btree (settled_by)
CREATE INDEX report_comment_written_by ON participation.report_comment USING btree (written_by)
CREATE INDEX report_content_file ON participation.report_content USING btree (file_id)
CREATE INDEX report_content_organization ON participation.report_content USING btree (organization_id, report_id)
CREATE INDEX report_content_report ON participation.report_content USING btree (report_id, organization_id, enrollment_id)
CREATE INDEX report_decided_by ON participation.report USING btree (decided_by)
CREATE INDEX report_delivered_by ON participation.report USING btree (delivered_by)
CREATE INDEX report_enrollment ON participation.report USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX report_organization ON participation.report USING btree (organization_id, id)
CREATE INDEX report_programme ON participation.report USING btree (programme_id, state)
CREATE INDEX report_signature ON participation.report USING btree (signature_id)
CREATE INDEX reservation_acceptance ON deliveries.reservation USING btree (acceptance_id, organization_id, programme_id, contractor_id)
CREATE INDEX reservation_contractor ON deliveries.reservation USING btree (contractor_id, id)
CREATE INDEX reservation_fixed_by ON deliveries.reservation USING btree (fixed_by)
CREATE INDEX reservation_organization ON deliveries.reservation USING btree (organization_id, id)
CREATE INDEX reservation_programme ON deliveries.reservation USING btree (programme_id, id)
CREATE INDEX review_control ON security.review USING btree (catalog_id, control_id)
CREATE INDEX review_organization ON security.review USING btree (organization_id, assessment_id)
CREATE INDEX review_reviewed_by ON security.review USING btree (reviewed_by)
CREATE INDEX role_grant_days ON identity.role_grant USING btree (from_day, until_day)
CREATE INDEX role_grant_ended_by ON identity.role_grant USING btree (ended_by)
CREATE INDEX role_grant_granted_by ON identity.role_grant USING btree (granted_by)
CREATE INDEX role_grant_organization ON identity.role_grant USING btree (organization_id, id)
CREATE INDEX role_grant_person ON identity.role_grant USING btree (person_id)
CREATE INDEX seal_made ON audit.seal USING btree (made_at)
CREATE INDEX service_order_contractor ON funding.service_order USING btree (contractor_id, programme_id)
CREATE INDEX service_order_enrollment ON funding.service_order USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX service_order_organization ON funding.service_order USING btree (organization_id, id)
CREATE INDEX service_order_placed_by ON funding.service_order USING btree (placed_by)
CREATE INDEX session_acting_for ON identity.session USING btree (acting_for)
CREATE INDEX session_age ON identity.session USING btree (created_at)
CREATE INDEX session_person ON identity.session USING btree (person_id)
CREATE INDEX share_booked_by ON invoices.share USING btree (booked_by)
CREATE INDEX share_contractor ON invoices.share USING btree (contractor_id)
CREATE INDEX share_credits ON invoices.share USING btree (credits_share_id)
CREATE INDEX share_enrollment ON invoices.share USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX share_invoice ON invoices.share USING btree (invoice_id)
CREATE INDEX share_open ON invoices.share USING btree (programme_id, id) WHERE ((settled_at IS NULL) AND (type_code = '380'::text))
CREATE INDEX share_order ON invoices.share USING btree (service_order_id, organization_id, programme_id)
CREATE INDEX share_organization ON invoices.share USING btree (organization_id, id)
CREATE INDEX share_run ON invoices.share USING btree (payment_run_id, programme_id)
CREATE INDEX share_settled_by ON invoices.share USING btree (settled_by)
CREATE INDEX sign_in_attempt_age ON identity.sign_in_attempt USING btree (window_began_at)
CREATE INDEX sign_in_step_age ON identity.sign_in_step USING btree (expires_at)
CREATE INDEX sign_in_step_person ON identity.sign_in_step USING btree (person_id)
CREATE INDEX sign_off_assessment ON security.sign_off USING btree (assessment_id, id)
CREATE INDEX sign_off_organization ON security.sign_off USING btree (organization_id, id)
CREATE INDEX sign_off_signature ON security.sign_off USING btree (signature_id)
CREATE INDEX sign_off_signed_by ON security.sign_off USING btree (signed_by)
CREATE INDEX sign_off_withdrawn_by ON security.sign_off USING btree (withdrawn_by)
CREATE INDEX signature_acting_for ON signatures.signature USING btree (acting_for)
CREATE INDEX signature_organization ON signatures.signature USING btree (organization_id, id)
CREATE INDEX signature_signed_by ON signatures.signature USING btree (signed_by)
CREATE INDEX signature_subject ON signatures.signature USING btree (subject_id, id)
CREATE INDEX signed_result_catalog ON security.signed_result USING btree (catalog_id, assessment_id)
CREATE INDEX signed_result_organization ON security.signed_result USING btree (organization_id, assessment_id)
CREATE INDEX source_added_by ON measures.source USING btree (added_by)
CREATE INDEX source_measure ON measures.source USING btree (measure_id, organization_id)
CREATE INDEX source_organization ON measures.source USING btree (organization_id, measure_id)
CREATE INDEX source_subject ON measures.source USING btree (type, subject_id, organization_id)
CREATE INDEX spot_check_enrollment ON participation.spot_check USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX spot_check_file ON participation.spot_check USING btree (file_id)
CREATE INDEX spot_check_organization ON participation.spot_check USING btree (organization_id, id)
CREATE INDEX spot_check_written_by ON participation.spot_check USING btree (written_by)
CREATE INDEX spot_comment_check ON participation.spot_comment USING btree (spot_check_id, spot_check_version, organization_id, enrollment_id)
CREATE INDEX spot_comment_organization ON participation.spot_comment USING btree (organization_id, id)
CREATE INDEX spot_comment_written_by ON participation.spot_comment USING btree (written_by)
CREATE INDEX spot_protocol_closed_by ON participation.spot_protocol USING btree (closed_by)
CREATE INDEX spot_protocol_enrollment ON participation.spot_protocol USING btree (enrollment_id, organization_id, programme_id)
CREATE INDEX spot_protocol_organization ON participation.spot_protocol USING btree (organization_id, enrollment_id)
CREATE INDEX spot_protocol_programme ON participation.spot_protocol USING btree (programme_id)
CREATE INDEX staff_named_by ON programmes.staff USING btree (named_by)
CREATE INDEX staff_person ON programmes.staff USING btree (person_id)
CREATE INDEX staff_programme ON programmes.staff USING btree (programme_id, person_id)
CREATE INDEX stage_released_by ON programmes.stage USING btree (released_by)
CREATE INDEX stale_order ON search.stale USING btree (type, at)
CREATE INDEX step_change_done ON programmes.step_change USING btree (programme_id, COALESCE(on_day, ((at AT TIME ZONE 'Europe/Berlin'::text))::date)) WHERE (what = 'done'::text)
CREATE INDEX step_change_enrollment ON programmes.step_change USING btree (enrollment_id, organization_id, programme_id, id)
CREATE INDEX step_change_organization ON programmes.step_change USING btree (organization_id, id)
CREATE INDEX step_change_person ON programmes.step_change USING btree (person_id)
CREATE INDEX step_change_programme ON programmes.step_change USING btree (programme_id, id)
CREATE INDEX step_phase ON programmes.step USING btree (programme_id, phase_key)
CREATE INDEX subject_assessment ON pictures.subject USING btree (assessment_id)
CREATE INDEX subject_organization ON pictures.subject USING btree (organization_id)
CREATE INDEX substitution_deputy ON identity.substitution USING btree (deputy_id)
CREATE INDEX substitution_ended_by ON identity.substitution USING btree (ended_by)
CREATE INDEX substitution_organization ON identity.substitution USING btree (organization_id, id)
CREATE INDEX substitution_person ON identity.substitution USING btree (person_id)
CREATE INDEX succession_predecessor ON organizations.succession USING btree (predecessor_id)
CREATE INDEX succession_recorded_by ON organizations.succession USING btree (recorded_by)
CREATE INDEX succession_successor ON organizations.succession USING btree (successor_id)
CREATE INDEX succession_withdrawn_by ON organizations.succession USING btree (withdrawn_by)
CREATE INDEX template_changed_by ON mail.template USING btree (changed_by)
CREATE INDEX template_giver ON measures.template USING btree (giver_id, id)
CREATE INDEX template_offered ON measures.template USING btree (id) WHERE (withdrawn_at IS NULL)
CREATE INDEX terms_changed_by ON proofs.terms USING btree (changed_by)
CREATE INDEX unsubscribe_link_age ON notifications.unsubscribe_link USING btree (created_at)
CREATE INDEX unsubscribe_link_person ON notifications.unsubscribe_link USING btree (person_id)
CREATE INDEX video_link_event ON guidance.video_link USING btree (event_id, date_id)
CREATE INDEX video_link_organization ON guidance.video_link USING btree (organization_id, event_id)
CREATE INDEX view_programme ON cockpit.view USING btree (programme_id)
CREATE UNIQUE INDEX acceptance_id_organization_id_programme_id_contractor_id_key ON deliveries.acceptance USING btree (id, organization_id, programme_id, contractor_id)
CREATE UNIQUE INDEX acceptance_pending ON deliveries.acceptance USING btree (service_order_id) WHERE (state = ANY (ARRAY['prepared'::text, 'signed'::text]))
CREATE UNIQUE INDEX acceptance_pkey ON deliveries.acceptance USING btree (id)
CREATE UNIQUE INDEX acceptance_service_order_id_number_key ON deliveries.acceptance USING btree (service_order_id, number)
CREATE UNIQUE INDEX account_enrollment_id_organization_id_programme_id_key ON funding.account USING btree (enrollment_id, organization_id, programme_id)
CREATE UNIQUE INDEX account_pkey ON funding.account USING btree (enrollment_id)
CREATE UNIQUE INDEX admission_once ON declarations.admission USING btree (declaration_id) WHERE (decision = 'admitted'::text)
CREATE UNIQUE INDEX admission_pkey ON declarations.admission USING btree (id)
CREATE UNIQUE INDEX agreement_pkey ON declarations.agreement USING btree (id)
CREATE UNIQUE INDEX allowance_pkey ON files.allowance USING btree (only_one)
CREATE UNIQUE INDEX answer_pkey ON security.answer USING btree (assessment_id, control_id, version)
CREATE UNIQUE INDEX answer_source_pkey ON security.answer_source USING btree (assessment_id, control_id, version, source_assessment_id, source_control_id)
CREATE UNIQUE INDEX api_token_pkey ON identity.api_token USING btree (id)
CREATE UNIQUE INDEX api_token_token_hash_key ON identity.api_token USING btree (token_hash)
CREATE UNIQUE INDEX appointment_id_organization_id_programme_id_key ON appointments.appointment USING btree (id, organization_id, programme_id)
CREATE UNIQUE INDEX appointment_kickoff_id_enrollment_id_key ON appointments.appointment USING btree (kickoff_id, enrollment_id)
CREATE UNIQUE INDEX appointment_pkey ON appointments.appointment USING btree (id)
CREATE UNIQUE INDEX approach_pkey ON programmes.approach USING btree (campaign_id, organization_id)
CREATE UNIQUE INDEX assessment_id_organization_id_catalog_id_key ON security.assessment USING btree (id, organization_id, catalog_id)
CREATE UNIQUE INDEX assessment_migrated_once ON security.assessment USING btree (migrated_from) WHERE ((migrated_from IS NOT NULL) AND (closed_why IS DISTINCT FROM 'undone'::text))
CREATE UNIQUE INDEX assessment_one_open ON security.assessment USING btree (organization_id, catalog_id) WHERE ((signed_off_at IS NULL) AND (closed_at IS NULL))
CREATE UNIQUE INDEX assessment_organization_id_catalog_id_wave_key ON security.assessment USING btree (organization_id, catalog_id, wave)
CREATE UNIQUE INDEX assessment_pkey ON security.assessment USING btree (id)
CREATE UNIQUE INDEX assignment_pkey ON identity.assignment USING btree (id)
CREATE UNIQUE INDEX attendance_pkey ON guidance.attendance USING btree (date_id, registration_id)
CREATE UNIQUE INDEX barrier_report_pkey ON publishing.barrier_report USING btree (id)
CREATE UNIQUE INDEX calendar_feed_pkey ON insights.calendar_feed USING btree (id)
CREATE UNIQUE INDEX calendar_feed_secret_hash_key ON insights.calendar_feed USING btree (secret_hash)
CREATE UNIQUE INDEX campaign_pkey ON programmes.campaign USING btree (id)
CREATE UNIQUE INDEX capability_pkey ON identity.capability USING btree (secret_hash)
CREATE UNIQUE INDEX catalog_pkey ON catalogs.catalog USING btree (id)
CREATE UNIQUE INDEX catalog_sha256_key ON catalogs.catalog USING btree (sha256)
CREATE UNIQUE INDEX cell_pkey ON pictures.cell USING btree (picture_id, dimension, key)
CREATE UNIQUE INDEX certificate_number_key ON guidance.certificate USING btree (number)
CREATE UNIQUE INDEX certificate_pkey ON guidance.certificate USING btree (id)
CREATE UNIQUE INDEX certificate_valid ON guidance.certificate USING btree (registration_id) WHERE ((replaced_by IS NULL) AND (revoked_at IS NULL))
CREATE UNIQUE INDEX change_pkey ON organizations.change USING btree (id)
CREATE UNIQUE INDEX check_in_pkey ON guidance.check_in USING btree (date_id)
CREATE UNIQUE INDEX choice_pkey ON notifications.choice USING btree (person_id, kind)
CREATE UNIQUE INDEX comment_pkey ON security.comment USING btree (id)
CREATE UNIQUE INDEX consent_pkey ON consents.consent USING btree (id)
CREATE UNIQUE INDEX consent_standing ON consents.consent USING btree (organization_id, purpose) WHERE (revoked_at IS NULL)
CREATE UNIQUE INDEX contact_entry_pkey ON programmes.contact_entry USING btree (id)
CREATE UNIQUE INDEX contact_organization_id_function_key ON organizations.contact USING btree (organization_id, function)
CREATE UNIQUE INDEX contact_pkey ON organizations.contact USING btree (id)
CREATE UNIQUE INDEX control_catalog_id_key_key ON catalogs.control USING btree (catalog_id, key)
CREATE UNIQUE INDEX control_catalog_id_position_key ON catalogs.control USING btree (catalog_id, "position")
CREATE UNIQUE INDEX control_group_catalog_id_position_key ON catalogs.control_group USING btree (catalog_id, "position")
CREATE UNIQUE INDEX control_group_pkey ON catalogs.control_group USING btree (catalog_id, key)
CREATE UNIQUE INDEX control_pkey ON catalogs.control USING btree (catalog_id, id)
CREATE UNIQUE INDEX decision_pkey ON guidance.decision USING btree (event_id, seq)
CREATE UNIQUE INDEX declaration_pkey ON declarations.declaration USING btree (id)
CREATE UNIQUE INDEX declaration_standing ON declarations.declaration USING btree (enrollment_id) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX declined_proposal_pkey ON security.declined_proposal USING btree (assessment_id, control_id)
CREATE UNIQUE INDEX delegation_pkey ON security.delegation USING btree (id)
CREATE UNIQUE INDEX delivery_id_organization_id_programme_id_contractor_id_key ON deliveries.delivery USING btree (id, organization_id, programme_id, contractor_id)
CREATE UNIQUE INDEX delivery_pkey ON deliveries.delivery USING btree (id)
CREATE UNIQUE INDEX delivery_service_order_id_number_key ON deliveries.delivery USING btree (service_order_id, number)
CREATE UNIQUE INDEX departure_pkey ON identity.departure USING btree (id)
CREATE UNIQUE INDEX detail_pkey ON measures.detail USING btree (measure_id)
CREATE UNIQUE INDEX digest_person_id_due_at_key ON notifications.digest USING btree (person_id, due_at)
CREATE UNIQUE INDEX digest_pkey ON notifications.digest USING btree (id)
CREATE UNIQUE INDEX document_enrollment_id_key_key ON participation.document USING btree (enrollment_id, key)
CREATE UNIQUE INDEX document_file_document_id_number_key ON participation.document_file USING btree (document_id, number)
CREATE UNIQUE INDEX document_file_pkey ON participation.document_file USING btree (id)
CREATE UNIQUE INDEX document_id_organization_id_enrollment_id_key ON participation.document USING btree (id, organization_id, enrollment_id)
CREATE UNIQUE INDEX document_pkey ON participation.document USING btree (id)
CREATE UNIQUE INDEX document_pkey ON search.document USING btree (build, type, id)
CREATE UNIQUE INDEX domain_pkey ON organizations.domain USING btree (name)
CREATE UNIQUE INDEX draft_pkey ON loads.draft USING btree (load_id)
CREATE UNIQUE INDEX enrollment_id_organization_id_programme_id_key ON programmes.enrollment USING btree (id, organization_id, programme_id)
CREATE UNIQUE INDEX enrollment_organization_id_programme_id_key ON programmes.enrollment USING btree (organization_id, programme_id)
CREATE UNIQUE INDEX enrollment_pkey ON programmes.enrollment USING btree (id)
CREATE UNIQUE INDEX enrollment_step_pkey ON programmes.enrollment_step USING btree (enrollment_id, step)
CREATE UNIQUE INDEX entry_enrollment_id_number_key ON funding.entry USING btree (enrollment_id, number)
CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (id)
CREATE UNIQUE INDEX entry_pkey ON funding.entry USING btree (id)
CREATE UNIQUE INDEX entry_sequence_key ON audit.entry USING btree (sequence)
CREATE UNIQUE INDEX event_date_event_id_id_key ON guidance.event_date USING btree (event_id, id)
CREATE UNIQUE INDEX event_date_pkey ON guidance.event_date USING btree (id)
CREATE UNIQUE INDEX event_pkey ON guidance.event USING btree (id)
CREATE UNIQUE INDEX event_pkey ON invoices.event USING btree (id)
CREATE UNIQUE INDEX event_run ON guidance.event USING btree (line_id, run)
CREATE UNIQUE INDEX evidence_pkey ON security.evidence USING btree (id)
CREATE UNIQUE INDEX feedback_given_pkey ON guidance.feedback_given USING btree (registration_id)
CREATE UNIQUE INDEX feedback_pkey ON guidance.feedback USING btree (id)
CREATE UNIQUE INDEX file_pkey ON files.file USING btree (id)
CREATE UNIQUE INDEX finding_pkey ON participation.finding USING btree (id)
CREATE UNIQUE INDEX former_name_pkey ON organizations.former_name USING btree (id)
CREATE UNIQUE INDEX group_mail_pkey ON guidance.group_mail USING btree (id)
CREATE UNIQUE INDEX installation_pkey ON platform.installation USING btree (only_one)
CREATE UNIQUE INDEX interest_once ON declarations.interest USING btree (programme_id, email, municipality_name) WHERE (decided_at IS NULL)
CREATE UNIQUE INDEX interest_pkey ON declarations.interest USING btree (id)
CREATE UNIQUE INDEX invitation_open ON identity.invitation USING btree (organization_id, email) WHERE ((accepted_at IS NULL) AND (revoked_at IS NULL))
CREATE UNIQUE INDEX invitation_pkey ON identity.invitation USING btree (id)
CREATE UNIQUE INDEX invoice_id_organization_id_programme_id_contractor_id_key ON invoices.invoice USING btree (id, organization_id, programme_id, contractor_id)
CREATE UNIQUE INDEX invoice_organization_id_seller_key_number_key ON invoices.invoice USING btree (organization_id, seller_key, number)
CREATE UNIQUE INDEX invoice_pkey ON invoices.invoice USING btree (id)
CREATE UNIQUE INDEX item_pkey ON packages.item USING btree (package_id, version, "position")
CREATE UNIQUE INDEX job_key ON jobs.job USING btree (name, key) WHERE ((done_at IS NULL) AND (dead_at IS NULL))
CREATE UNIQUE INDEX job_pkey ON jobs.job USING btree (id)
CREATE UNIQUE INDEX kind_pkey ON search.kind USING btree (event, type)
CREATE UNIQUE INDEX known_device_pkey ON identity.known_device USING btree (token_hash, person_id)
CREATE UNIQUE INDEX last_choice_pkey ON identity.last_choice USING btree (person_id)
CREATE UNIQUE INDEX letterhead_pkey ON mail.letterhead USING btree (only_one)
CREATE UNIQUE INDEX line_invoice_id_position_key ON invoices.line USING btree (invoice_id, "position")
CREATE UNIQUE INDEX line_pkey ON invoices.line USING btree (id)
CREATE UNIQUE INDEX link_pkey ON guidance.link USING btree (secret_hash)
CREATE UNIQUE INDEX load_pkey ON loads.load USING btree (id)
CREATE UNIQUE INDEX maintenance_pkey ON platform.maintenance USING btree (only_one)
CREATE UNIQUE INDEX map_pkey ON pictures.map USING btree (id)
CREATE UNIQUE INDEX mapping_collection_pkey ON catalogs.mapping_collection USING btree (id)
CREATE UNIQUE INDEX mapping_collection_sha256_key ON catalogs.mapping_collection USING btree (sha256)
CREATE UNIQUE INDEX mapping_file_pkey ON catalogs.mapping_file USING btree (collection_id)
CREATE UNIQUE INDEX mapping_pkey ON catalogs.mapping USING btree (collection_id, "position")
CREATE UNIQUE INDEX mapping_pkey ON loads.mapping USING btree (programme_id)
CREATE UNIQUE INDEX material_pkey ON guidance.material USING btree (id)
CREATE UNIQUE INDEX measure_id_organization_id_key ON measures.measure USING btree (id, organization_id)
CREATE UNIQUE INDEX measure_pkey ON measures.measure USING btree (id)
CREATE UNIQUE INDEX message_pkey ON cockpit.message USING btree (id)
CREATE UNIQUE INDEX message_pkey ON mail.message USING btree (id)
CREATE UNIQUE INDEX migration_announcement_pair ON security.migration_announcement USING btree (from_catalog_id, to_catalog_id) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX migration_announcement_pkey ON security.migration_announcement USING btree (id)
CREATE UNIQUE INDEX migration_pkey ON migrations.migration USING btree (name)
CREATE UNIQUE INDEX move_measure_id_number_key ON measures.move USING btree (measure_id, number)
CREATE UNIQUE INDEX move_pkey ON measures.move USING btree (id)
CREATE UNIQUE INDEX named_pkey ON pictures.named USING btree (picture_id, municipality_id)
CREATE UNIQUE INDEX narrative_id_proof_id_key ON proofs.narrative USING btree (id, proof_id)
CREATE UNIQUE INDEX narrative_pkey ON proofs.narrative USING btree (id)
CREATE UNIQUE INDEX narrative_proof_id_number_key ON proofs.narrative USING btree (proof_id, number)
CREATE UNIQUE INDEX navigator_one ON programmes.navigator USING btree (enrollment_id) WHERE (until_day IS NULL)
CREATE UNIQUE INDEX navigator_pkey ON programmes.navigator USING btree (id)
CREATE UNIQUE INDEX news_current ON publishing.news USING btree (news_id) WHERE (superseded_at IS NULL)
CREATE UNIQUE INDEX news_news_id_version_key ON publishing.news USING btree (news_id, version)
CREATE UNIQUE INDEX news_pkey ON publishing.news USING btree (id)
CREATE UNIQUE INDEX news_slug ON publishing.news USING btree (slug) WHERE (superseded_at IS NULL)
CREATE UNIQUE INDEX notification_pkey ON notifications.notification USING btree (id)
CREATE UNIQUE INDEX observer_pkey ON programmes.observer USING btree (programme_id, observer_id)
CREATE UNIQUE INDEX offer_pkey ON packages.offer USING btree (id)
CREATE UNIQUE INDEX offer_programme_id_key_key ON packages.offer USING btree (programme_id, key)
CREATE UNIQUE INDEX opening_amount_pkey ON loads.opening_amount USING btree (enrollment_id, stage)
CREATE UNIQUE INDEX organization_ags_key ON organizations.organization USING btree (ags)
CREATE UNIQUE INDEX organization_ars_key ON organizations.organization USING btree (ars)
CREATE UNIQUE INDEX organization_pkey ON organizations.organization USING btree (id)
CREATE UNIQUE INDEX package_enrollment_id_number_key ON packages.package USING btree (enrollment_id, number)
CREATE UNIQUE INDEX package_id_organization_id_programme_id_enrollment_id_key ON packages.package USING btree (id, organization_id, programme_id, enrollment_id)
CREATE UNIQUE INDEX package_pending ON packages.package USING btree (enrollment_id) WHERE (state = ANY (ARRAY['draft'::text, 'submitted'::text]))
CREATE UNIQUE INDEX package_pkey ON packages.package USING btree (id)
CREATE UNIQUE INDEX package_version_package_id_number_organization_id_programme_key ON packages.package_version USING btree (package_id, number, organization_id, programme_id, enrollment_id)
CREATE UNIQUE INDEX package_version_pkey ON packages.package_version USING btree (package_id, number)
CREATE UNIQUE INDEX page_current ON publishing.page USING btree (name) WHERE (superseded_at IS NULL)
CREATE UNIQUE INDEX page_name_version_key ON publishing.page USING btree (name, version)
CREATE UNIQUE INDEX page_pkey ON publishing.page USING btree (id)
CREATE UNIQUE INDEX participant_pkey ON appointments.participant USING btree (appointment_id, person_id)
CREATE UNIQUE INDEX password_pkey ON identity.password USING btree (person_id)
CREATE UNIQUE INDEX payment_run_id_programme_id_key ON invoices.payment_run USING btree (id, programme_id)
CREATE UNIQUE INDEX payment_run_pkey ON invoices.payment_run USING btree (id)
CREATE UNIQUE INDEX payment_run_programme_id_number_key ON invoices.payment_run USING btree (programme_id, number)
CREATE UNIQUE INDEX person_email_key ON identity.person USING btree (email)
CREATE UNIQUE INDEX person_pkey ON identity.person USING btree (id)
CREATE UNIQUE INDEX personal_pkey ON audit.personal USING btree (entry_id)
CREATE UNIQUE INDEX phase_pkey ON programmes.phase USING btree (programme_id, key)
CREATE UNIQUE INDEX phase_programme_id_position_key ON programmes.phase USING btree (programme_id, "position")
CREATE UNIQUE INDEX picture_pkey ON pictures.picture USING btree (id)
CREATE UNIQUE INDEX picture_programme_id_release_on_key ON pictures.picture USING btree (programme_id, release_on)
CREATE UNIQUE INDEX pin_pkey ON search.pin USING btree (person_id, type, document_id)
CREATE UNIQUE INDEX profile_source_pkey ON catalogs.profile_source USING btree (catalog_id, "position")
CREATE UNIQUE INDEX programme_key_key ON programmes.programme USING btree (key)
CREATE UNIQUE INDEX programme_pkey ON programmes.programme USING btree (id)
CREATE UNIQUE INDEX proof_id_organization_id_programme_id_key ON proofs.proof USING btree (id, organization_id, programme_id)
CREATE UNIQUE INDEX proof_pkey ON deliveries.proof USING btree (id)
CREATE UNIQUE INDEX proof_pkey ON measures.proof USING btree (id)
CREATE UNIQUE INDEX proof_pkey ON proofs.proof USING btree (id)
CREATE UNIQUE INDEX proof_programme_id_key ON proofs.proof USING btree (programme_id)
CREATE UNIQUE INDEX proof_version_pkey ON proofs.proof_version USING btree (id)
CREATE UNIQUE INDEX proof_version_proof_id_number_key ON proofs.proof_version USING btree (proof_id, number)
CREATE UNIQUE INDEX proposal_appointment_id_round_side_position_key ON appointments.proposal USING btree (appointment_id, round, side, "position")
CREATE UNIQUE INDEX proposal_pkey ON appointments.proposal USING btree (id)
CREATE UNIQUE INDEX reasoning_pkey ON packages.reasoning USING btree (package_id, version)
CREATE UNIQUE INDEX recent_pkey ON search.recent USING btree (person_id, query_key)
CREATE UNIQUE INDEX recovery_code_pkey ON identity.recovery_code USING btree (person_id, code_hash)
CREATE UNIQUE INDEX reference_counter_pkey ON funding.reference_counter USING btree (programme_id, year)
CREATE UNIQUE INDEX registration_guest_once ON guidance.registration USING btree (event_id, guest_email) WHERE ((person_id IS NULL) AND (guest_email <> ''::text) AND (state = ANY (ARRAY['confirmed'::text, 'waiting'::text, 'offered'::text])))
CREATE UNIQUE INDEX registration_once ON guidance.registration USING btree (event_id, person_id) WHERE (state = ANY (ARRAY['confirmed'::text, 'waiting'::text, 'offered'::text]))
CREATE UNIQUE INDEX registration_pkey ON guidance.registration USING btree (id)
CREATE UNIQUE INDEX registration_position ON guidance.registration USING btree (event_id, "position")
CREATE UNIQUE INDEX release_plan_pkey ON pictures.release_plan USING btree (programme_id)
CREATE UNIQUE INDEX remark_pkey ON security.remark USING btree (id)
CREATE UNIQUE INDEX remembered_reply_pkey ON platform.remembered_reply USING btree (caller, key)
CREATE UNIQUE INDEX reminder_pkey ON measures.reminder USING btree (measure_id, occasion, for_day)
CREATE UNIQUE INDEX reminder_pkey ON proofs.reminder USING btree (id)
CREATE UNIQUE INDEX reminder_programme_id_organization_id_person_id_on_day_turn_key ON proofs.reminder USING btree (programme_id, organization_id, person_id, on_day, turn)
CREATE UNIQUE INDEX reopening_one_pending ON security.reopening USING btree (assessment_id) WHERE (decided_at IS NULL)
CREATE UNIQUE INDEX reopening_pkey ON security.reopening USING btree (id)
CREATE UNIQUE INDEX replacement_open ON identity.replacement USING btree (organization_id) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX replacement_pkey ON identity.replacement USING btree (id)
CREATE UNIQUE INDEX report_comment_pkey ON participation.report_comment USING btree (id)
CREATE UNIQUE INDEX report_content_pkey ON participation.report_content USING btree (report_id)
CREATE UNIQUE INDEX report_enrollment_id_number_key ON participation.report USING btree (enrollment_id, number)
CREATE UNIQUE INDEX report_id_organization_id_enrollment_id_key ON participation.report USING btree (id, organization_id, enrollment_id)
CREATE UNIQUE INDEX report_pending ON participation.report USING btree (enrollment_id) WHERE (state = ANY (ARRAY['submitted'::text, 'changesAsked'::text]))
CREATE UNIQUE INDEX report_pkey ON participation.report USING btree (id)
CREATE UNIQUE INDEX reservation_acceptance_id_number_key ON deliveries.reservation USING btree (acceptance_id, number)
CREATE UNIQUE INDEX reservation_pkey ON deliveries.reservation USING btree (id)
CREATE UNIQUE INDEX retention_rule_pkey ON privacy.retention_rule USING btree (name)
CREATE UNIQUE INDEX retention_rule_position_key ON privacy.retention_rule USING btree ("position")
CREATE UNIQUE INDEX review_pkey ON security.review USING btree (assessment_id, control_id, version)
CREATE UNIQUE INDEX role_grant_pkey ON identity.role_grant USING btree (id)
CREATE UNIQUE INDEX schedule_pkey ON jobs.schedule USING btree (name)
CREATE UNIQUE INDEX seal_pkey ON audit.seal USING btree (number)
CREATE UNIQUE INDEX second_factor_pkey ON identity.second_factor USING btree (person_id)
CREATE UNIQUE INDEX service_order_id_organization_id_programme_id_key ON funding.service_order USING btree (id, organization_id, programme_id)
CREATE UNIQUE INDEX service_order_pkey ON funding.service_order USING btree (id)
CREATE UNIQUE INDEX service_order_programme_id_reference_key ON funding.service_order USING btree (programme_id, reference)
CREATE UNIQUE INDEX session_id ON identity.session USING btree (id)
CREATE UNIQUE INDEX session_pkey ON identity.session USING btree (token_hash)
CREATE UNIQUE INDEX setting_pkey ON notifications.setting USING btree (person_id)
CREATE UNIQUE INDEX share_line_id_key ON invoices.share USING btree (line_id)
CREATE UNIQUE INDEX share_pkey ON invoices.share USING btree (id)
CREATE UNIQUE INDEX sign_in_attempt_pkey ON identity.sign_in_attempt USING btree (key)
CREATE UNIQUE INDEX sign_in_step_pkey ON identity.sign_in_step USING btree (token_hash)
CREATE UNIQUE INDEX sign_off_one_of_a_person ON security.sign_off USING btree (assessment_id, signed_by) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX sign_off_one_of_a_side ON security.sign_off USING btree (assessment_id, side) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX sign_off_pkey ON security.sign_off USING btree (id)
CREATE UNIQUE INDEX signature_pkey ON signatures.signature USING btree (id)
CREATE UNIQUE INDEX signed_result_pkey ON security.signed_result USING btree (assessment_id, top_key)
CREATE UNIQUE INDEX source_file_pkey ON catalogs.source_file USING btree (catalog_id)
CREATE UNIQUE INDEX source_pkey ON measures.source USING btree (measure_id, type, subject_id)
CREATE UNIQUE INDEX space_pkey ON files.space USING btree (organization_id)
CREATE UNIQUE INDEX spot_check_enrollment_id_number_version_key ON participation.spot_check USING btree (enrollment_id, number, version)
CREATE UNIQUE INDEX spot_check_id_version_organization_id_enrollment_id_key ON participation.spot_check USING btree (id, version, organization_id, enrollment_id)
CREATE UNIQUE INDEX spot_check_pkey ON participation.spot_check USING btree (id, version)
CREATE UNIQUE INDEX spot_comment_pkey ON participation.spot_comment USING btree (id)
CREATE UNIQUE INDEX spot_protocol_pkey ON participation.spot_protocol USING btree (enrollment_id)
CREATE UNIQUE INDEX staff_once ON programmes.staff USING btree (programme_id, person_id, function) WHERE (until_day IS NULL)
CREATE UNIQUE INDEX staff_pkey ON programmes.staff USING btree (id)
CREATE UNIQUE INDEX stage_pkey ON programmes.stage USING btree (programme_id, number)
CREATE UNIQUE INDEX stale_pkey ON search.stale USING btree (id)
CREATE UNIQUE INDEX state_pkey ON search.state USING btree (id)
CREATE UNIQUE INDEX step_change_pkey ON programmes.step_change USING btree (id)
CREATE UNIQUE INDEX step_pkey ON programmes.step USING btree (programme_id, key)
CREATE UNIQUE INDEX step_programme_id_position_key ON programmes.step USING btree (programme_id, "position")
CREATE UNIQUE INDEX subject_pkey ON pictures.subject USING btree (picture_id, organization_id)
CREATE UNIQUE INDEX substitution_pkey ON identity.substitution USING btree (id)
CREATE UNIQUE INDEX succession_merge ON organizations.succession USING btree (predecessor_id) WHERE ((kind = 'merge'::text) AND (withdrawn_at IS NULL))
CREATE UNIQUE INDEX succession_pair ON organizations.succession USING btree (predecessor_id, successor_id) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX succession_pkey ON organizations.succession USING btree (id)
CREATE UNIQUE INDEX template_pkey ON mail.template USING btree (name)
CREATE UNIQUE INDEX template_pkey ON measures.template USING btree (id)
CREATE UNIQUE INDEX terms_pkey ON proofs.terms USING btree (programme_id)
CREATE UNIQUE INDEX unsubscribe_link_pkey ON notifications.unsubscribe_link USING btree (secret_hash)
CREATE UNIQUE INDEX video_link_pkey ON guidance.video_link USING btree (date_id)
CREATE UNIQUE INDEX view_default ON cockpit.view USING btree (person_id, programme_id) WHERE is_default
CREATE UNIQUE INDEX view_person_id_programme_id_name_key ON cockpit.view USING btree (person_id, programme_id, name)
CREATE UNIQUE INDEX view_pkey ON cockpit.view USING btree (id)
CREATE UNIQUE INDEX visit_pkey ON portal.visit USING btree (person_id)
CREATE UNIQUE INDEX wanted_document_pkey ON programmes.wanted_document USING btree (programme_id, key)

-- policies
policy acceptance_leaders_read on signatures.signature permissive for SELECT to lotsenwerk_app using (((subject_type = 'acceptance'::text) AND (EXISTS ( SELECT FROM deliveries.acceptance a WHERE ((a.id = signature.subject_id) AND (a.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy acceptance_leaders_sign on signatures.signature permissive for INSERT to lotsenwerk_app using () check (((subject_type = 'acceptance'::text) AND (signed_by = ( SELECT access.person() AS person)) AND (acting_for = ( SELECT access.acting_for() AS acting_for)) AND (EXISTS ( SELECT FROM deliveries.acceptance a WHERE ((a.id = signature.subject_id) AND (a.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))))))
policy acceptance_speakers_read on signatures.signature permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (subject_type = 'acceptance'::text))) check ()
policy acceptances_leaders_read on files.file permissive for SELECT to lotsenwerk_app using (((owner_type = 'acceptance'::text) AND (EXISTS ( SELECT FROM deliveries.acceptance a WHERE ((a.id = file.owner_id) AND (a.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy acquainted on identity.person permissive for SELECT to lotsenwerk_app using ((id = ANY (( SELECT access.visible_people() AS visible_people)::uuid[]))) check ()
policy acquainted on identity.role_grant permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_people() AS scope_people)::uuid[]))) check ()
policy acquainted on search.document permissive for SELECT to lotsenwerk_app using (((audience = 'person'::text) AND (( SELECT access.person() AS person) IS NOT NULL) AND (EXISTS ( SELECT FROM identity.person p WHERE (p.id = document.row_id))))) check ()
policy aggregation_adds on pictures.cell permissive for INSERT to lotsenwerk_insights using () check (true)
policy aggregation_adds on pictures.named permissive for INSERT to lotsenwerk_insights using () check (true)
policy aggregation_adds on pictures.picture permissive for INSERT to lotsenwerk_insights using () check (true)
policy aggregation_adds on pictures.subject permissive for INSERT to lotsenwerk_insights using () check (true)
policy aggregation_reads on pictures.cell permissive for SELECT to lotsenwerk_insights using (true) check ()
policy aggregation_reads on pictures.named permissive for SELECT to lotsenwerk_insights using (true) check ()
policy aggregation_reads on pictures.picture permissive for SELECT to lotsenwerk_insights using (true) check ()
policy aggregation_reads on pictures.subject permissive for SELECT to lotsenwerk_insights using (true) check ()
policy assessor_adds on appointments.appointment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (proposed_by = ( SELECT access.person() AS person))))
policy assessor_asks on security.reopening permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (asked_side = 'assessor'::text) AND (asked_by = access.person())))
policy assessor_changes on participation.document permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (state = ANY (ARRAY['received'::text, 'reviewed'::text])))) check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (state = ANY (ARRAY['received'::text, 'reviewed'::text]))))
policy assessor_changes on programmes.enrollment_step permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND ((waiting_for = 'contractor'::text) OR (EXISTS ( SELECT FROM programmes.step d WHERE ((d.programme_id = enrollment_step.programme_id) AND (d.key = enrollment_step.step) AND (d.acts = 'contractor'::text))))))) check ((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])))
policy assessor_closes on participation.spot_protocol permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (closed_by = ( SELECT access.person() AS person))))
policy assessor_comments on participation.report_comment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (side = 'assessor'::text) AND (written_by = ( SELECT access.person() AS person))))
policy assessor_decides on security.reopening permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (asked_side = 'organization'::text))) check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (decided_by = access.person())))
policy assessor_delivers on participation.report permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (state = 'submitted'::text) AND (delivered_by = ( SELECT access.person() AS person))))
policy assessor_delivers on participation.report_content permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])))
policy assessor_finds on participation.finding permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (found_by = ( SELECT access.person() AS person))))
policy assessor_hands_in on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (owner_type = ANY (ARRAY['spotCheck'::text, 'contractorReport'::text])) AND (uploaded_by = ( SELECT access.person() AS person))))
policy assessor_signs on security.sign_off permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (side = 'assessor'::text) AND (signed_by = access.person())))
policy assessor_supersedes on participation.report permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (state = ANY (ARRAY['submitted'::text, 'changesAsked'::text])))) check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (state = 'superseded'::text)))
policy assessor_withdraws on participation.finding permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (withdrawn_at IS NULL))) check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (withdrawn_by = ( SELECT access.person() AS person))))
policy assessor_writes on participation.spot_check permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (written_by = ( SELECT access.person() AS person))))
policy assessors_add on security.remark permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (side = 'assessor'::text) AND (written_by = access.person())))
policy assessors_add on security.review permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (reviewed_by = access.person())))
policy audience on pictures.cell permissive for SELECT to lotsenwerk_app using ((picture_id IN ( SELECT p.id FROM pictures.picture p WHERE (p.programme_id = ANY (( SELECT access.scope_pictures() AS scope_pictures)::uuid[]))))) check ()
policy audience on pictures.named permissive for SELECT to lotsenwerk_app using ((picture_id IN ( SELECT p.id FROM pictures.picture p))) check ()
policy audience on pictures.picture permissive for SELECT to lotsenwerk_app using (((release_on <= ( SELECT access.today() AS today)) AND (programme_id = ANY (( SELECT access.scope_pictures() AS scope_pictures)::uuid[])))) check ()
policy authors_remove on security.comment permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (written_by = ( SELECT access.person() AS person)))) check (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (text IS NULL)))
policy colleagues on identity.substitution permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[]))) check ()
policy concerned on identity.assignment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_assignment_read() AS scope_assignment_read)::uuid[]))) check ()
policy concerned on identity.replacement permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_replacement_read() AS scope_replacement_read)::uuid[])) AND ((confirmed_at IS NOT NULL) OR ( SELECT access.may_replace() AS may_replace)))) check ()
policy concerned on organizations.change permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_history_read() AS scope_history_read)::uuid[]))) check ()
policy concerned on organizations.contact permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_people() AS scope_people)::uuid[]))) check ()
policy contractor_adds_invoices on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (owner_type = 'invoice'::text) AND (uploaded_by = ( SELECT access.person() AS person)) AND (EXISTS ( SELECT FROM invoices.invoice i WHERE ((i.id = file.owner_id) AND (i.contractor_id = file.organization_id) AND (i.uploaded_by = ( SELECT access.person() AS person)))))))
policy contractor_notes on invoices.event permissive for INSERT to lotsenwerk_app using () check (((contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (programme_id = ANY (( SELECT access.scope_programmes_supplied() AS scope_programmes_supplied)::uuid[])) AND (what = 'received'::text) AND (person_id = ( SELECT access.person() AS person))))
policy contractor_proves on deliveries.proof permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[]))))
policy contractor_proves on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (owner_type = 'delivery'::text) AND (uploaded_by = ( SELECT access.person() AS person)) AND (EXISTS ( SELECT FROM deliveries.delivery d WHERE ((d.id = file.owner_id) AND (d.contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])))))))
policy contractor_reads on deliveries.acceptance permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (state = ANY (ARRAY['signed'::text, 'accepted'::text, 'refused'::text])))) check ()
policy contractor_reads on deliveries.delivery permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])))) check ()
policy contractor_reads on deliveries.proof permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])))) check ()
policy contractor_reads on deliveries.reservation permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (EXISTS ( SELECT FROM deliveries.acceptance a WHERE (a.id = reservation.acceptance_id))))) check ()
policy contractor_reads on funding.service_order permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])))) check ()
policy contractor_reads on invoices.event permissive for SELECT to lotsenwerk_app using ((contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[]))) check ()
policy contractor_reads on invoices.invoice permissive for SELECT to lotsenwerk_app using ((contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[]))) check ()
policy contractor_reads on invoices.line permissive for SELECT to lotsenwerk_app using ((contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[]))) check ()
policy contractor_reads on invoices.share permissive for SELECT to lotsenwerk_app using ((contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[]))) check ()
policy contractor_reads_invoices on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (owner_type = 'invoice'::text))) check ()
policy contractor_reports on deliveries.delivery permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (reported_by = ( SELECT access.person() AS person))))
policy contractor_uploads on invoices.invoice permissive for INSERT to lotsenwerk_app using () check (((contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (programme_id = ANY (( SELECT access.scope_programmes_supplied() AS scope_programmes_supplied)::uuid[])) AND (state = 'received'::text) AND (uploaded_by = ( SELECT access.person() AS person))))
policy contractor_uploads on invoices.line permissive for INSERT to lotsenwerk_app using () check (((contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (programme_id = ANY (( SELECT access.scope_programmes_supplied() AS scope_programmes_supplied)::uuid[])) AND (matched_by IS NULL)))
policy contractor_withdraws on deliveries.delivery permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (withdrawn_at IS NULL))) check (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) AND (withdrawn_by = ( SELECT access.person() AS person))))
policy cooperative_adds on catalogs.catalog permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.control permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.control_group permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.mapping permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.mapping_collection permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.mapping_file permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.profile_source permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.source_file permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on organizations.organization permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,administrator,operator}'::text[]) AS holds))
policy cooperative_announces on security.migration_announcement permissive for INSERT to lotsenwerk_app using () check ((( SELECT access.holds('{programmeManager,office}'::text[]) AS holds) AND (announced_by = ( SELECT access.person() AS person))))
policy cooperative_changes on identity.invitation permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_invited_first() AS scope_invited_first)::uuid[])) AND by_cooperative)) check (((organization_id = ANY (( SELECT access.scope_invited_first() AS scope_invited_first)::uuid[])) AND by_cooperative))
policy cooperative_changes on organizations.organization permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{programmeManager,office,administrator,operator}'::text[]) AS holds)) check (( SELECT access.holds('{programmeManager,office,administrator,operator}'::text[]) AS holds))
policy cooperative_invites on identity.invitation permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_invite_first() AS scope_invite_first)::uuid[])) AND by_cooperative AND (NOT (invited_by IS DISTINCT FROM access.person())) AND access.roles_fit(organization_id, roles)))
policy cooperative_reads on identity.invitation permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_invited_first() AS scope_invited_first)::uuid[])) AND by_cooperative)) check ()
policy cooperative_reads on identity.person permissive for SELECT to lotsenwerk_app using (( SELECT access.is_cooperative_staff() AS is_cooperative_staff)) check ()
policy cooperative_records on organizations.former_name permissive for INSERT to lotsenwerk_app using () check ((( SELECT access.holds('{programmeManager,office,administrator}'::text[]) AS holds) AND (recorded_by = ( SELECT access.person() AS person))))
policy cooperative_records on organizations.succession permissive for INSERT to lotsenwerk_app using () check ((( SELECT access.holds('{programmeManager,office,administrator}'::text[]) AS holds) AND (recorded_by = ( SELECT access.person() AS person))))
policy cooperative_withdraws on organizations.succession permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{programmeManager,office,administrator}'::text[]) AS holds)) check ((( SELECT access.holds('{programmeManager,office,administrator}'::text[]) AS holds) AND (withdrawn_by = ( SELECT access.person() AS person))))
policy cooperative_withdraws on security.migration_announcement permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{programmeManager,office}'::text[]) AS holds)) check ((( SELECT access.holds('{programmeManager,office}'::text[]) AS holds) AND (withdrawn_by = ( SELECT access.person() AS person))))
policy definer on appointments.appointment permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on appointments.participant permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on appointments.proposal permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on cockpit.view permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on consents.consent permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on declarations.agreement permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on declarations.declaration permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on declarations.interest permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on deliveries.acceptance permissive for ALL to lotsenwerk_access using (true) check ()
policy definer on files.space permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on funding.account permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on funding.entry permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on funding.reference_counter permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on funding.service_order permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.attendance permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.certificate permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.check_in permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.decision permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.event permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.event_date permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.feedback permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.feedback_given permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.group_mail permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.link permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.material permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.registration permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on guidance.video_link permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.api_token permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.assignment permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on identity.capability permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.departure permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.invitation permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.known_device permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.last_choice permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.password permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.person permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on identity.recovery_code permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.replacement permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.role_grant permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on identity.second_factor permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.session permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.sign_in_attempt permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.sign_in_step permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.substitution permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on insights.calendar_feed permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on jobs.job permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on jobs.schedule permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on loads.draft permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on loads.load permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on mail.letterhead permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on mail.message permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on mail.template permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on measures.reminder permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on notifications.choice permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on notifications.digest permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on notifications.notification permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on notifications.setting permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on notifications.unsubscribe_link permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on organizations.organization permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on organizations.succession permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on packages.item permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on packages.offer permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on packages.package permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on pictures.picture permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on platform.installation permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on platform.maintenance permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on platform.remembered_reply permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.contact_entry permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.enrollment permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.enrollment_step permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.observer permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on programmes.phase permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.programme permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.staff permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.stage permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.step permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on programmes.wanted_document permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on proofs.terms permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on publishing.barrier_report permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on search.document permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on search.kind permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on search.pin permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on search.recent permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on search.stale permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on search.state permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer_adds on audit.entry permissive for INSERT to lotsenwerk_access using () check ((sequence IS NULL))
policy definer_adds on audit.personal permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_adds on audit.seal permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_adds on identity.person permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_adds on identity.role_grant permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_adds on programmes.step_change permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_changes on identity.assignment permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_changes on identity.person permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_changes on identity.role_grant permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_changes on measures.detail permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_changes on measures.measure permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_counts on organizations.organization permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_erases on audit.personal permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_forgets on portal.visit permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer_hands_over on security.delegation permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on files.file permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.answer permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.answer_source permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.assessment permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.comment permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.declined_proposal permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.evidence permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.remark permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_moves on security.review permissive for INSERT to lotsenwerk_access using () check (true)
policy definer_reads on audit.entry permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on audit.personal permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on audit.seal permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on catalogs.catalog permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on catalogs.control permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on catalogs.control_group permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on files.allowance permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on files.file permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on measures.detail permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on measures.measure permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on organizations.former_name permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on participation.document permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on participation.document_file permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on privacy.retention_rule permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on programmes.navigator permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on proofs.reminder permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.answer permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.answer_source permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.assessment permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.comment permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.declined_proposal permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.delegation permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.evidence permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.migration_announcement permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.remark permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.reopening permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.review permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reads on security.sign_off permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer_reminds on participation.document_file permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_reminds on security.delegation permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_reminds on security.evidence permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_scans on files.file permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy definer_seals on audit.entry permissive for UPDATE to lotsenwerk_access using ((sequence IS NULL)) check ((sequence IS NOT NULL))
policy definer_settles on security.assessment permissive for UPDATE to lotsenwerk_access using (true) check (true)
policy delegates on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (owner_type = 'evidence'::text) AND (EXISTS ( SELECT FROM security.evidence e WHERE (e.id = file.owner_id))))) check ()
policy delegates on security.answer permissive for SELECT to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates on security.answer_source permissive for SELECT to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates on security.assessment permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (id = ANY (( SELECT access.delegated_assessments() AS delegated_assessments)::uuid[])))) check ()
policy delegates on security.comment permissive for SELECT to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates on security.declined_proposal permissive for SELECT to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates on security.delegation permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (person_id = ( SELECT access.person() AS person)))) check ()
policy delegates on security.evidence permissive for SELECT to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates on security.remark permissive for SELECT to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates on security.review permissive for SELECT to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates_add on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (owner_type = 'evidence'::text) AND (cardinality(( SELECT access.delegated_assessments() AS delegated_assessments)) > 0) AND (uploaded_by = access.person())))
policy delegates_add on security.answer permissive for INSERT to lotsenwerk_app using () check ((((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[])) AND (answered_by = access.person())))
policy delegates_add on security.answer_source permissive for INSERT to lotsenwerk_app using () check ((((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[])) AND (taken_by = access.person())))
policy delegates_add on security.comment permissive for INSERT to lotsenwerk_app using () check ((((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[])) AND (written_by = access.person())))
policy delegates_add on security.declined_proposal permissive for INSERT to lotsenwerk_app using () check ((((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[])) AND (declined_by = access.person())))
policy delegates_add on security.evidence permissive for INSERT to lotsenwerk_app using () check ((((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[])) AND (added_by = access.person())))
policy delegates_add on security.remark permissive for INSERT to lotsenwerk_app using () check ((((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[])) AND (side = 'organization'::text) AND (written_by = access.person())))
policy delegates_remove on files.file permissive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (owner_type = 'evidence'::text) AND (EXISTS ( SELECT FROM security.evidence e WHERE ((e.id = file.owner_id) AND ((((e.assessment_id)::text || ' '::text) || e.top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))))))) check ()
policy delegates_remove on security.evidence permissive for UPDATE to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ((((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[])) AND (removed_by = access.person())))
policy delegates_resume on security.declined_proposal permissive for DELETE to lotsenwerk_app using (((((assessment_id)::text || ' '::text) || top_key) = ANY (( SELECT access.delegated_parts() AS delegated_parts)::text[]))) check ()
policy delegates_return on security.delegation permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (person_id = ( SELECT access.person() AS person)))) check (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (ended_by = access.person())))
policy deliveries_contractor_reads on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (owner_type = 'delivery'::text) AND (EXISTS ( SELECT FROM deliveries.delivery d WHERE ((d.id = file.owner_id) AND (d.contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[]))))))) check ()
policy deliveries_leaders_read on files.file permissive for SELECT to lotsenwerk_app using (((owner_type = 'delivery'::text) AND (EXISTS ( SELECT FROM deliveries.delivery d WHERE ((d.id = file.owner_id) AND (d.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy deliveries_readers on files.file restrictive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) OR (owner_type <> ALL ('{delivery,acceptance}'::text[])) OR ((owner_type = 'delivery'::text) AND (EXISTS ( SELECT FROM deliveries.delivery d WHERE ((d.id = file.owner_id) AND ((d.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) OR (d.contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[]))))))) OR ((owner_type = 'acceptance'::text) AND (EXISTS ( SELECT FROM deliveries.acceptance a WHERE ((a.id = file.owner_id) AND (a.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))))))) check ()
policy deliveries_removers on files.file restrictive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[])) AND (owner_type <> ALL ('{delivery,acceptance}'::text[])))) check ()
policy deliveries_speakers_read on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = ANY (ARRAY['delivery'::text, 'acceptance'::text])))) check ()
policy deliveries_writers on files.file restrictive for INSERT to lotsenwerk_app using () check ((((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'acceptance'::text)) OR ((organization_id = ANY (( SELECT access.scope_supplied() AS scope_supplied)::uuid[])) AND (owner_type = 'delivery'::text) AND (EXISTS ( SELECT FROM deliveries.delivery d WHERE ((d.id = file.owner_id) AND (d.contractor_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])))))) OR (owner_type <> ALL ('{delivery,acceptance}'::text[]))))
policy editors_read on publishing.news permissive for SELECT to lotsenwerk_app using (( SELECT access.holds('{editor}'::text[]) AS holds)) check ()
policy editors_supersede on publishing.news permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{editor}'::text[]) AS holds)) check (( SELECT access.holds('{editor}'::text[]) AS holds))
policy editors_write on publishing.news permissive for INSERT to lotsenwerk_app using () check ((( SELECT access.holds('{editor}'::text[]) AS holds) AND (written_by = ( SELECT access.person() AS person))))
policy everybody on pictures.cell permissive for SELECT to lotsenwerk_app using (((dimension <> ALL (ARRAY['control'::text, 'money'::text])) AND (picture_id IN ( SELECT p.id FROM pictures.picture p WHERE (p.public_at IS NOT NULL))))) check ()
policy everybody on pictures.map permissive for SELECT to lotsenwerk_app using (true) check ()
policy everybody on pictures.picture permissive for SELECT to lotsenwerk_app using (((release_on <= ( SELECT access.today() AS today)) AND (public_at IS NOT NULL))) check ()
policy everybody_reads on guidance.material permissive for SELECT to lotsenwerk_app using ((for_everybody AND (EXISTS ( SELECT FROM guidance.event e WHERE (e.id = material.event_id))))) check ()
policy givers_read on measures.template permissive for SELECT to lotsenwerk_app using ((giver_id = ANY (( SELECT access.organizations_as('{chiefExecutive,securityOfficer,navigator,officeHead,organizationAdmin,itStaff,programmeManager,guide}'::text[]) AS organizations_as)::uuid[]))) check ()
policy givers_release on measures.template permissive for INSERT to lotsenwerk_app using () check ((giver_id = ANY (( SELECT access.organizations_as('{chiefExecutive,securityOfficer,navigator,officeHead,organizationAdmin,itStaff,programmeManager,guide}'::text[]) AS organizations_as)::uuid[])))
policy givers_withdraw on measures.template permissive for UPDATE to lotsenwerk_app using ((giver_id = ANY (( SELECT access.organizations_as('{chiefExecutive,securityOfficer,navigator,officeHead,organizationAdmin,itStaff,programmeManager,guide}'::text[]) AS organizations_as)::uuid[]))) check ((giver_id = ANY (( SELECT access.organizations_as('{chiefExecutive,securityOfficer,navigator,officeHead,organizationAdmin,itStaff,programmeManager,guide}'::text[]) AS organizations_as)::uuid[])))
policy granters_add on identity.role_grant permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_grant() AS scope_grant)::uuid[])) AND access.may_grant(organization_id, role) AND (person_id <> ( SELECT access.person() AS person)) AND (granted_by = ( SELECT access.person() AS person)) AND access.belongs(person_id, organization_id)))
policy guidance_adds on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) AND (owner_type = 'eventMaterial'::text) AND (uploaded_by = ( SELECT access.person() AS person))))
policy guidance_organizer_reads on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) AND (owner_type = 'eventMaterial'::text))) check ()
policy guidance_readers on files.file restrictive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) OR (owner_type <> 'eventMaterial'::text) OR (owner_id = ANY (( SELECT access.scope_seats() AS scope_seats)::uuid[])) OR (EXISTS ( SELECT FROM guidance.material m WHERE ((m.file_id = file.id) AND m.for_everybody))))) check ()
policy guidance_removers on files.file restrictive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) OR (owner_type <> 'eventMaterial'::text))) check ()
policy guidance_removes on files.file permissive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) AND (owner_type = 'eventMaterial'::text))) check ()
policy guidance_seated_read on files.file permissive for SELECT to lotsenwerk_app using ((((owner_id = ANY (( SELECT access.scope_seats() AS scope_seats)::uuid[])) OR (EXISTS ( SELECT FROM guidance.material m WHERE ((m.file_id = file.id) AND m.for_everybody)))) AND (owner_type = 'eventMaterial'::text))) check ()
policy guidance_writers on files.file restrictive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) OR (owner_type <> 'eventMaterial'::text)))
policy head_adds on funding.service_order permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (placed_by = ( SELECT access.person() AS person))))
policy head_changes on programmes.enrollment permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[]))) check ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])))
policy head_decides on packages.package permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (state = 'submitted'::text))) check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (changed_by = ( SELECT access.person() AS person)) AND (decided_by = ( SELECT access.person() AS person))))
policy head_ends on programmes.navigator permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[]))) check ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])))
policy head_gives on consents.consent permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (given_by = ( SELECT access.person() AS person)) AND (revoked_at IS NULL)))
policy head_names on programmes.navigator permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (named_by = ( SELECT access.person() AS person))))
policy head_revokes on consents.consent permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (revoked_at IS NULL))) check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (revoked_by = ( SELECT access.person() AS person))))
policy head_signs on declarations.agreement permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (recorded_by = ( SELECT access.person() AS person))))
policy head_signs on declarations.declaration permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (recorded_by = ( SELECT access.person() AS person))))
policy head_signs on deliveries.acceptance permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (state = 'prepared'::text))) check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])) AND (state = ANY (ARRAY['signed'::text, 'refused'::text])) AND (signed_by = ( SELECT access.person() AS person))))
policy head_withdraws on declarations.declaration permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[]))) check ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive}'::text[]) AS organizations_as)::uuid[])))
policy heads_change on identity.invitation permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive,organizationAdmin}'::text[]) AS organizations_as)::uuid[]))) check ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive,organizationAdmin}'::text[]) AS organizations_as)::uuid[])))
policy heads_invite on identity.invitation permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive,organizationAdmin}'::text[]) AS organizations_as)::uuid[])) AND (NOT by_cooperative) AND (invited_by = access.person()) AND access.roles_fit(organization_id, roles)))
policy heads_read on identity.departure permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_dismiss() AS scope_dismiss)::uuid[]))) check ()
policy heads_read on identity.invitation permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.organizations_as('{chiefExecutive,organizationAdmin}'::text[]) AS organizations_as)::uuid[]))) check ()
policy invoice_readers on files.file restrictive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) OR (owner_type <> 'invoice'::text) OR (EXISTS ( SELECT FROM invoices.invoice i WHERE ((i.id = file.owner_id) AND (i.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy invoice_writers on files.file restrictive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_contractors() AS scope_contractors)::uuid[])) OR (owner_type <> 'invoice'::text) OR (EXISTS ( SELECT FROM invoices.invoice i WHERE ((i.id = file.owner_id) AND (i.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))))))
policy keepers_add on organizations.contact permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_contact_write() AS scope_contact_write)::uuid[])))
policy keepers_add on organizations.domain permissive for INSERT to lotsenwerk_app using () check (((owner_id = ANY (( SELECT access.scope_contact_write() AS scope_contact_write)::uuid[])) OR ( SELECT access.is_operator() AS is_operator)))
policy keepers_answer on publishing.barrier_report permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.organizations_as('{editor,office}'::text[]) AS organizations_as)::uuid[]))) check ((organization_id = ANY (( SELECT access.organizations_as('{editor,office}'::text[]) AS organizations_as)::uuid[])))
policy keepers_change on organizations.contact permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_contact_write() AS scope_contact_write)::uuid[]))) check ((organization_id = ANY (( SELECT access.scope_contact_write() AS scope_contact_write)::uuid[])))
policy keepers_note on organizations.change permissive for INSERT to lotsenwerk_app using () check ((((organization_id = ANY (( SELECT access.scope_contact_write() AS scope_contact_write)::uuid[])) OR ( SELECT access.is_operator() AS is_operator)) AND (NOT (person_id IS DISTINCT FROM ( SELECT access.person() AS person))) AND (NOT (acting_for IS DISTINCT FROM ( SELECT access.acting_for() AS acting_for)))))
policy keepers_read on publishing.barrier_report permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.organizations_as('{editor,office}'::text[]) AS organizations_as)::uuid[]))) check ()
policy keepers_read on publishing.page permissive for SELECT to lotsenwerk_app using (( SELECT access.holds('{editor,office,administrator}'::text[]) AS holds)) check ()
policy keepers_remove on organizations.domain permissive for DELETE to lotsenwerk_app using ((owner_id = ANY (( SELECT access.scope_contact_write() AS scope_contact_write)::uuid[]))) check ()
policy keepers_supersede on publishing.page permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{editor,office,administrator}'::text[]) AS holds)) check (( SELECT access.holds('{editor,office,administrator}'::text[]) AS holds))
policy keepers_write on publishing.page permissive for INSERT to lotsenwerk_app using () check ((( SELECT access.holds('{editor,office,administrator}'::text[]) AS holds) AND (written_by = ( SELECT access.person() AS person))))
policy leaders_add on appointments.appointment permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (proposed_by = ( SELECT access.person() AS person))))
policy leaders_add on appointments.participant permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on appointments.proposal permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (proposed_by = ( SELECT access.person() AS person))))
policy leaders_add on files.file permissive for INSERT to lotsenwerk_app using () check (((owner_type = ANY (ARRAY['declaration'::text, 'agreement'::text])) AND (uploaded_by = ( SELECT access.person() AS person)) AND (EXISTS ( SELECT FROM programmes.enrollment e WHERE ((e.organization_id = file.organization_id) AND (e.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))))))
policy leaders_add on funding.service_order permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (placed_by = ( SELECT access.person() AS person))))
policy leaders_add on loads.draft permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on loads.load permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on loads.mapping permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on loads.opening_amount permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on packages.offer permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (changed_by = ( SELECT access.person() AS person))))
policy leaders_add on pictures.map permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,operator}'::text[]) AS holds))
policy leaders_add on pictures.release_plan permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (changed_by = ( SELECT access.person() AS person))))
policy leaders_add on programmes.enrollment permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on programmes.enrollment_step permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on programmes.observer permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on programmes.phase permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on programmes.staff permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on programmes.stage permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on programmes.step permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add on programmes.wanted_document permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_add_invoices on files.file permissive for INSERT to lotsenwerk_app using () check (((owner_type = 'invoice'::text) AND (uploaded_by = ( SELECT access.person() AS person)) AND (EXISTS ( SELECT FROM invoices.invoice i WHERE ((i.id = file.owner_id) AND (i.contractor_id = file.organization_id) AND (i.uploaded_by = ( SELECT access.person() AS person)) AND (i.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))))))
policy leaders_begin on proofs.proof permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (begun_by = ( SELECT access.person() AS person))))
policy leaders_book on invoices.share permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (booked_by = ( SELECT access.person() AS person)) AND (settled_by IS NULL)))
policy leaders_bring_in on participation.document permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (key IS NOT NULL) AND brought_in AND (changed_by = ( SELECT access.person() AS person))))
policy leaders_bring_in_again on participation.document permissive for UPDATE to lotsenwerk_app using (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (key IS NOT NULL) AND brought_in)) check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (key IS NOT NULL) AND brought_in))
policy leaders_change on appointments.appointment permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on appointments.participant permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on funding.service_order permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on loads.draft permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on loads.load permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on loads.mapping permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on loads.opening_amount permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on packages.offer permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (changed_by = ( SELECT access.person() AS person))))
policy leaders_change on pictures.release_plan permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.enrollment_step permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.observer permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.phase permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.programme permissive for UPDATE to lotsenwerk_app using ((id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.staff permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.stage permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.step permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on programmes.wanted_document permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_change on proofs.terms permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_decide on declarations.admission permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (decided_by = ( SELECT access.person() AS person))))
policy leaders_decide on declarations.interest permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_decide on deliveries.acceptance permissive for UPDATE to lotsenwerk_app using (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (state = 'signed'::text))) check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (state = ANY (ARRAY['accepted'::text, 'returned'::text])) AND (decided_by = ( SELECT access.person() AS person)) AND (decided_by <> signed_by)))
policy leaders_decide on invoices.invoice permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (decided_by = ( SELECT access.person() AS person))))
policy leaders_end on declarations.agreement permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_end on declarations.declaration permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])))
policy leaders_freeze on proofs.proof_version permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (frozen_by = ( SELECT access.person() AS person))))
policy leaders_keep_proof on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as('{programmeManager}'::text[]) AS organizations_as)::uuid[])) AND (owner_type = 'proofOfUse'::text) AND (uploaded_by = ( SELECT access.person() AS person)) AND (EXISTS ( SELECT FROM proofs.proof p WHERE ((p.id = file.owner_id) AND (p.organization_id = file.organization_id))))))
policy leaders_match on invoices.line permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (matched_by = ( SELECT access.person() AS person))))
policy leaders_note on invoices.event permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (person_id = ( SELECT access.person() AS person))))
policy leaders_pay on invoices.payment_run permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (made_by = ( SELECT access.person() AS person))))
policy leaders_read on invoices.event permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on invoices.invoice permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on invoices.line permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on invoices.payment_run permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on invoices.share permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on loads.draft permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on loads.load permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on loads.mapping permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on packages.item permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on packages.package permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on packages.package_version permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on proofs.narrative permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on proofs.proof permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on proofs.proof_version permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read on proofs.reminder permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_read_agreements on files.file permissive for SELECT to lotsenwerk_app using (((owner_type = 'agreement'::text) AND (EXISTS ( SELECT FROM declarations.agreement a WHERE ((a.id = file.owner_id) AND (a.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy leaders_read_agreements on signatures.signature permissive for SELECT to lotsenwerk_app using (((subject_type = 'agreement'::text) AND (EXISTS ( SELECT FROM declarations.agreement a WHERE ((a.id = signature.subject_id) AND (a.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy leaders_read_declarations on files.file permissive for SELECT to lotsenwerk_app using (((owner_type = 'declaration'::text) AND (EXISTS ( SELECT FROM declarations.declaration d WHERE ((d.id = file.owner_id) AND (d.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy leaders_read_declarations on signatures.signature permissive for SELECT to lotsenwerk_app using (((subject_type = 'declaration'::text) AND (EXISTS ( SELECT FROM declarations.declaration d WHERE ((d.id = signature.subject_id) AND (d.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy leaders_read_invoices on files.file permissive for SELECT to lotsenwerk_app using (((owner_type = 'invoice'::text) AND (EXISTS ( SELECT FROM invoices.invoice i WHERE ((i.id = file.owner_id) AND (i.programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))))))) check ()
policy leaders_record on declarations.agreement permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (way = 'paper'::text) AND (recorded_by = ( SELECT access.person() AS person))))
policy leaders_record on declarations.declaration permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (way = 'paper'::text) AND (recorded_by = ( SELECT access.person() AS person))))
policy leaders_remind on proofs.reminder permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (sent_by = ( SELECT access.person() AS person))))
policy leaders_remove on appointments.participant permissive for DELETE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_remove on programmes.observer permissive for DELETE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_remove on programmes.phase permissive for DELETE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_remove on programmes.staff permissive for DELETE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_remove on programmes.stage permissive for DELETE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_remove on programmes.step permissive for DELETE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_remove on programmes.wanted_document permissive for DELETE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy leaders_settle on invoices.share permissive for UPDATE to lotsenwerk_app using (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (settled_at IS NULL))) check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND ((settled_by IS NULL) OR (settled_by = ( SELECT access.person() AS person)))))
policy leaders_upload on invoices.invoice permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (state = 'received'::text) AND (uploaded_by = ( SELECT access.person() AS person))))
policy leaders_upload on invoices.line permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (matched_by IS NULL)))
policy leaders_write on proofs.narrative permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[])) AND (saved_by = ( SELECT access.person() AS person))))
policy maintenance on appointments.appointment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on appointments.participant permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on appointments.proposal permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on audit.entry permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on audit.personal permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on audit.seal permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.catalog permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.control permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.control_group permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.mapping permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.mapping_collection permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.mapping_file permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.profile_source permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.source_file permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on cockpit.message permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on cockpit.view permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on consents.consent permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on declarations.admission permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on declarations.agreement permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on declarations.declaration permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on declarations.interest permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on deliveries.acceptance permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on deliveries.delivery permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on deliveries.proof permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on deliveries.reservation permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on files.allowance permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on files.file permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on files.space permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on funding.account permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on funding.entry permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on funding.reference_counter permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on funding.service_order permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.attendance permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.certificate permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.check_in permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.decision permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.event permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.event_date permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.feedback permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.feedback_given permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.group_mail permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.link permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.material permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.registration permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on guidance.video_link permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.api_token permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.assignment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.capability permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.departure permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.invitation permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.known_device permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.last_choice permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.password permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.person permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.recovery_code permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.replacement permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.role_grant permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.second_factor permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.session permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.sign_in_attempt permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.sign_in_step permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.substitution permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on insights.calendar_feed permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on invoices.event permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on invoices.invoice permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on invoices.line permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on invoices.payment_run permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on invoices.share permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on jobs.job permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on jobs.schedule permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on loads.draft permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on loads.load permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on loads.mapping permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on loads.opening_amount permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on mail.letterhead permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on mail.message permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on mail.template permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on measures.detail permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on measures.measure permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on measures.move permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on measures.proof permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on measures.reminder permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on measures.source permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on measures.template permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on migrations.migration permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on notifications.choice permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on notifications.digest permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on notifications.notification permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on notifications.setting permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on notifications.unsubscribe_link permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on organizations.change permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on organizations.contact permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on organizations.domain permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on organizations.former_name permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on organizations.organization permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on organizations.succession permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on packages.item permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on packages.offer permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on packages.package permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on packages.package_version permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on packages.reasoning permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.document permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.document_file permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.finding permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.report permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.report_comment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.report_content permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.spot_check permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.spot_comment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on participation.spot_protocol permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on pictures.cell permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on pictures.map permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on pictures.named permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on pictures.picture permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on pictures.release_plan permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on pictures.subject permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on platform.installation permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on platform.maintenance permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on platform.remembered_reply permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on portal.visit permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on privacy.retention_rule permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.approach permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.campaign permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.contact_entry permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.enrollment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.enrollment_step permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.navigator permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.observer permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.phase permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.programme permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.staff permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.stage permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.step permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.step_change permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on programmes.wanted_document permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on proofs.narrative permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on proofs.proof permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on proofs.proof_version permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on proofs.reminder permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on proofs.terms permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on publishing.barrier_report permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on publishing.news permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on publishing.page permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on search.document permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on search.kind permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on search.pin permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on search.recent permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on search.stale permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on search.state permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.answer permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.answer_source permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.assessment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.comment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.declined_proposal permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.delegation permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.evidence permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.migration_announcement permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.remark permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.reopening permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.review permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.sign_off permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.signed_result permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on signatures.signature permissive for ALL to lotsenwerk_owner using (true) check (true)
policy manager_assigns on identity.assignment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_assign() AS scope_assign)::uuid[])) AND (assigned_by = ( SELECT access.person() AS person)) AND (person_id <> ( SELECT access.person() AS person)) AND access.may_be_assigned(person_id, organization_id, from_day)))
policy managers_add on programmes.programme permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager}'::text[]) AS holds))
policy measure_readers on files.file restrictive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_measures() AS scope_measures)::uuid[])) OR (owner_type <> 'measureProof'::text))) check ()
policy measure_readers on search.document permissive for SELECT to lotsenwerk_app using (((audience = 'measure'::text) AND (( SELECT access.person() AS person) IS NOT NULL) AND (EXISTS ( SELECT FROM measures.detail d WHERE (d.measure_id = document.row_id))))) check ()
policy measure_readers_read on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_measures() AS scope_measures)::uuid[])) AND (owner_type = 'measureProof'::text))) check ()
policy measure_removers on files.file restrictive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) OR (owner_type <> 'measureProof'::text))) check ()
policy measure_staff_adds on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'measureProof'::text) AND (uploaded_by = ( SELECT access.person() AS person))))
policy measure_staff_removes on files.file permissive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'measureProof'::text))) check ()
policy measure_writers on files.file restrictive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) OR (owner_type <> 'measureProof'::text)))
policy members on files.space permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[]))) check ()
policy municipality_reads on invoices.share permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[]))) check ()
policy observers_release on pictures.picture permissive for UPDATE to lotsenwerk_app using (((release_on <= ( SELECT access.today() AS today)) AND (programme_id = ANY (( SELECT access.scope_pictures_released() AS scope_pictures_released)::uuid[])))) check ((programme_id = ANY (( SELECT access.scope_pictures_released() AS scope_pictures_released)::uuid[])))
policy office_adds on mail.letterhead permissive for INSERT to lotsenwerk_app using () check ((( SELECT access.holds('{office,administrator}'::text[]) AS holds) AND (changed_by = ( SELECT access.person() AS person))))
policy office_adds on mail.template permissive for INSERT to lotsenwerk_app using () check ((( SELECT access.holds('{office,administrator}'::text[]) AS holds) AND (changed_by = ( SELECT access.person() AS person))))
policy office_changes on mail.letterhead permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{office,administrator}'::text[]) AS holds)) check (( SELECT access.holds('{office,administrator}'::text[]) AS holds))
policy office_changes on mail.template permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{office,administrator}'::text[]) AS holds)) check (( SELECT access.holds('{office,administrator}'::text[]) AS holds))
policy operator_adds on identity.assignment permissive for INSERT to lotsenwerk_app using () check (( SELECT access.is_operator() AS is_operator))
policy operator_adds on identity.person permissive for INSERT to lotsenwerk_app using () check (( SELECT access.is_operator() AS is_operator))
policy operator_adds on identity.role_grant permissive for INSERT to lotsenwerk_app using () check (( SELECT access.is_operator() AS is_operator))
policy operator_reads on identity.person permissive for SELECT to lotsenwerk_app using (( SELECT access.is_operator() AS is_operator)) check ()
policy organization_adds on participation.document permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state <> 'reviewed'::text) AND (changed_by = ( SELECT access.person() AS person))))
policy organization_adds on participation.document_file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (added_by = ( SELECT access.person() AS person))))
policy organization_adds on programmes.enrollment permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy organization_adds on programmes.enrollment_step permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy organization_asks on security.reopening permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_sign() AS scope_sign)::uuid[])) AND (asked_side = 'organization'::text) AND (asked_by = access.person())))
policy organization_changes on participation.document permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[]))) check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state <> 'reviewed'::text)))
policy organization_changes on programmes.enrollment_step permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND ((waiting_for = 'organization'::text) OR (EXISTS ( SELECT FROM programmes.step d WHERE ((d.programme_id = enrollment_step.programme_id) AND (d.key = enrollment_step.step) AND (d.acts = 'organization'::text))))))) check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy organization_comments on participation.report_comment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (side = 'organization'::text) AND (written_by = ( SELECT access.person() AS person))))
policy organization_comments on participation.spot_comment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (written_by = ( SELECT access.person() AS person))))
policy organization_decides on participation.report permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state = ANY (ARRAY['submitted'::text, 'changesAsked'::text])))) check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (decided_by = ( SELECT access.person() AS person))))
policy organization_decides on security.reopening permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_sign() AS scope_sign)::uuid[])) AND (asked_side = 'assessor'::text))) check (((organization_id = ANY (( SELECT access.scope_sign() AS scope_sign)::uuid[])) AND (decided_by = access.person())))
policy organization_hands_in on deliveries.acceptance permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state = 'prepared'::text))) check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state = ANY (ARRAY['signed'::text, 'refused'::text])) AND (way = 'paper'::text) AND (signed_by = ( SELECT access.person() AS person))))
policy organization_hands_in on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'participationDocument'::text) AND (uploaded_by = ( SELECT access.person() AS person))))
policy organization_hands_in_acceptance on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'acceptance'::text) AND (uploaded_by = ( SELECT access.person() AS person))))
policy organization_prepares on deliveries.acceptance permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state = 'prepared'::text) AND (prepared_by = ( SELECT access.person() AS person))))
policy organization_reads on guidance.attendance permissive for SELECT to lotsenwerk_app using ((participant_organization_id = ANY (( SELECT access.scope_participation() AS scope_participation)::uuid[]))) check ()
policy organization_reads on guidance.certificate permissive for SELECT to lotsenwerk_app using ((participant_organization_id = ANY (( SELECT access.scope_participation() AS scope_participation)::uuid[]))) check ()
policy organization_reads on guidance.decision permissive for SELECT to lotsenwerk_app using ((participant_organization_id = ANY (( SELECT access.scope_participation() AS scope_participation)::uuid[]))) check ()
policy organization_reads on guidance.registration permissive for SELECT to lotsenwerk_app using ((participant_organization_id = ANY (( SELECT access.scope_participation() AS scope_participation)::uuid[]))) check ()
policy organization_reserves on deliveries.reservation permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy organization_settles on deliveries.reservation permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (fixed_on IS NULL))) check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (fixed_by = ( SELECT access.person() AS person))))
policy organization_signs on security.sign_off permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_sign() AS scope_sign)::uuid[])) AND (side = 'organization'::text) AND (signed_by = access.person())))
policy organization_takes_back on files.file permissive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'participationDocument'::text))) check ()
policy organization_withdraws on deliveries.acceptance permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state = ANY (ARRAY['prepared'::text, 'signed'::text])))) check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (state = 'withdrawn'::text)))
policy organization_withdraws on participation.document_file permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (withdrawn_at IS NULL))) check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (withdrawn_by = ( SELECT access.person() AS person))))
policy organizer_adds on guidance.attendance permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))
policy organizer_adds on guidance.certificate permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))
policy organizer_adds on guidance.check_in permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))
policy organizer_adds on guidance.event permissive for INSERT to lotsenwerk_app using () check (((organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) AND (created_by = ( SELECT access.person() AS person)) AND (seats_taken = 0) AND (waiting_seq = 0)))
policy organizer_adds on guidance.event_date permissive for INSERT to lotsenwerk_app using () check ((EXISTS ( SELECT FROM guidance.event e WHERE ((e.id = event_date.event_id) AND (e.organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))))))
policy organizer_adds on guidance.group_mail permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))
policy organizer_adds on guidance.material permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))
policy organizer_adds on guidance.video_link permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))
policy organizer_changes on guidance.attendance permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_changes on guidance.certificate permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_changes on guidance.check_in permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_changes on guidance.event permissive for UPDATE to lotsenwerk_app using ((organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ((organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))
policy organizer_changes on guidance.event_date permissive for UPDATE to lotsenwerk_app using ((EXISTS ( SELECT FROM guidance.event e WHERE ((e.id = event_date.event_id) AND (e.organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))))) check ()
policy organizer_changes on guidance.video_link permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_drops_drafts on guidance.event permissive for DELETE to lotsenwerk_app using (((organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])) AND (published_at IS NULL))) check ()
policy organizer_reads on guidance.attendance permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.certificate permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.check_in permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.decision permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.event permissive for SELECT to lotsenwerk_app using ((organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.group_mail permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.material permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.registration permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_reads on guidance.video_link permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_removes on guidance.check_in permissive for DELETE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_removes on guidance.event_date permissive for DELETE to lotsenwerk_app using ((EXISTS ( SELECT FROM guidance.event e WHERE ((e.id = event_date.event_id) AND (e.organizer_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[])))))) check ()
policy organizer_removes on guidance.material permissive for DELETE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy organizer_removes on guidance.video_link permissive for DELETE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_events() AS scope_events)::uuid[]))) check ()
policy others_propose on measures.measure permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT (access.assigned_organizations() || access.scope_guided()))::uuid[])) AND (state = 'proposed'::text)))
policy others_propose on measures.move permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT (access.assigned_organizations() || access.scope_guided()))::uuid[])) AND (from_state IS NULL) AND (to_state = 'proposed'::text) AND (person_id = ( SELECT access.person() AS person))))
policy out_now on publishing.news permissive for SELECT to lotsenwerk_app using (((superseded_at IS NULL) AND (state = 'published'::text) AND (from_at <= ( SELECT access.now() AS now)) AND ((until_at IS NULL) OR (until_at > ( SELECT access.now() AS now))))) check ()
policy out_now on publishing.page permissive for SELECT to lotsenwerk_app using ((superseded_at IS NULL)) check ()
policy own on loads.opening_amount permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[]))) check ()
policy own on notifications.choice permissive for ALL to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ((person_id = ( SELECT access.person() AS person)))
policy own on notifications.notification permissive for SELECT to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own on notifications.setting permissive for ALL to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ((person_id = ( SELECT access.person() AS person)))
policy own on portal.visit permissive for SELECT to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own on search.pin permissive for SELECT to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own on search.recent permissive for SELECT to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own_adds on cockpit.view permissive for INSERT to lotsenwerk_app using () check (((person_id = ( SELECT access.person() AS person)) AND (programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))))
policy own_adds on search.pin permissive for INSERT to lotsenwerk_app using () check ((person_id = ( SELECT access.person() AS person)))
policy own_begins on portal.visit permissive for INSERT to lotsenwerk_app using () check ((person_id = ( SELECT access.person() AS person)))
policy own_changes on cockpit.view permissive for UPDATE to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ((person_id = ( SELECT access.person() AS person)))
policy own_deputy on identity.substitution permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.organizations_as(access.municipal_roles()) AS organizations_as)::uuid[])) AND (person_id = ( SELECT access.person() AS person)) AND (deputy_id <> person_id) AND access.belongs(deputy_id, organization_id)))
policy own_forgets on search.pin permissive for DELETE to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own_forgets on search.recent permissive for DELETE to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own_goes_on on portal.visit permissive for UPDATE to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ((person_id = ( SELECT access.person() AS person)))
policy own_is_read on guidance.certificate permissive for SELECT to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own_is_read on guidance.registration permissive for SELECT to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own_reading on notifications.notification permissive for UPDATE to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ((person_id = ( SELECT access.person() AS person)))
policy own_reads on cockpit.view permissive for SELECT to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own_removes on cockpit.view permissive for DELETE to lotsenwerk_app using ((person_id = ( SELECT access.person() AS person))) check ()
policy own_staff on programmes.navigator permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[]))) check ()
policy own_staff_adds on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (uploaded_by = access.person())))
policy own_staff_adds on security.answer permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (answered_by = access.person())))
policy own_staff_adds on security.answer_source permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (taken_by = access.person())))
policy own_staff_adds on security.assessment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (started_by = access.person())))
policy own_staff_adds on security.comment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_own_answers() AS scope_own_answers)::uuid[])) AND (written_by = access.person())))
policy own_staff_adds on security.declined_proposal permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (declined_by = access.person())))
policy own_staff_adds on security.delegation permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (delegated_by = access.person()) AND access.belongs(person_id, organization_id)))
policy own_staff_adds on security.evidence permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (added_by = access.person())))
policy own_staff_adds on security.remark permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (side = 'organization'::text) AND (written_by = access.person())))
policy own_staff_ends on security.delegation permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[]))) check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (ended_by = access.person())))
policy own_staff_reads on consents.consent permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[]))) check ()
policy own_staff_reads on security.comment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_own_answers() AS scope_own_answers)::uuid[]))) check ()
policy own_staff_removes on files.file permissive for DELETE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (owner_type <> ALL (ARRAY['declaration'::text, 'agreement'::text])))) check ()
policy own_staff_removes on security.evidence permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[]))) check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (removed_by = access.person())))
policy own_staff_resumes on security.declined_proposal permissive for DELETE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[]))) check ()
policy participation_read on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])) AND (owner_type = ANY (ARRAY['participationDocument'::text, 'spotCheck'::text, 'contractorReport'::text])))) check ()
policy participation_readers on files.file restrictive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])) OR (owner_type <> ALL ('{participationDocument,spotCheck,contractorReport}'::text[])))) check ()
policy participation_removers on files.file restrictive for DELETE to lotsenwerk_app using ((((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'participationDocument'::text)) OR (owner_type <> ALL ('{participationDocument,spotCheck,contractorReport}'::text[])))) check ()
policy participation_writers on files.file restrictive for INSERT to lotsenwerk_app using () check ((((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = 'participationDocument'::text)) OR ((organization_id = ANY (( SELECT access.assigned_organizations() AS assigned_organizations)::uuid[])) AND (owner_type = ANY (ARRAY['spotCheck'::text, 'contractorReport'::text]))) OR (owner_type <> ALL ('{participationDocument,spotCheck,contractorReport}'::text[]))))
policy payers_read on measures.measure permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy progress on appointments.appointment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on appointments.participant permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on appointments.proposal permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on declarations.admission permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on declarations.agreement permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on declarations.declaration permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on deliveries.acceptance permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on deliveries.delivery permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on deliveries.proof permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on deliveries.reservation permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on funding.account permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on funding.entry permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on funding.service_order permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on packages.item permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on packages.package permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on packages.package_version permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on participation.document permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on participation.report permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on participation.spot_protocol permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on programmes.enrollment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on programmes.enrollment_step permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy progress on programmes.step_change permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_progress() AS scope_progress)::uuid[]))) check ()
policy proof_read on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.organizations_as('{programmeManager}'::text[]) AS organizations_as)::uuid[])) AND (owner_type = 'proofOfUse'::text) AND (EXISTS ( SELECT FROM proofs.proof p WHERE (p.id = file.owner_id))))) check ()
policy proof_readers on files.file restrictive for SELECT to lotsenwerk_app using ((((organization_id = ANY (( SELECT access.organizations_as('{programmeManager}'::text[]) AS organizations_as)::uuid[])) AND (EXISTS ( SELECT FROM proofs.proof p WHERE (p.id = file.owner_id)))) OR (owner_type <> 'proofOfUse'::text))) check ()
policy proof_removers on files.file restrictive for DELETE to lotsenwerk_app using ((((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND false) OR (owner_type <> 'proofOfUse'::text))) check ()
policy proof_writers on files.file restrictive for INSERT to lotsenwerk_app using () check ((((organization_id = ANY (( SELECT access.organizations_as('{programmeManager}'::text[]) AS organizations_as)::uuid[])) AND (EXISTS ( SELECT FROM proofs.proof p WHERE (p.id = file.owner_id)))) OR (owner_type <> 'proofOfUse'::text)))
policy proposers_read on measures.measure permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_guided() AS scope_guided)::uuid[])) AND (id = ANY (( SELECT access.scope_measures_proposed() AS scope_measures_proposed)::uuid[])))) check ()
policy published_is_read on guidance.event permissive for SELECT to lotsenwerk_app using ((published_at IS NOT NULL)) check ()
policy published_is_read on guidance.event_date permissive for SELECT to lotsenwerk_app using ((EXISTS ( SELECT FROM guidance.event e WHERE (e.id = event_date.event_id)))) check ()
policy readers on files.file permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on measures.detail permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_measures() AS scope_measures)::uuid[]))) check ()
policy readers on measures.measure permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_measures() AS scope_measures)::uuid[]))) check ()
policy readers on measures.move permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_measures() AS scope_measures)::uuid[]))) check ()
policy readers on measures.proof permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_measures() AS scope_measures)::uuid[]))) check ()
policy readers on measures.source permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_measures() AS scope_measures)::uuid[]))) check ()
policy readers on packages.reasoning permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on participation.document_file permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ()
policy readers on participation.finding permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ()
policy readers on participation.report_comment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ()
policy readers on participation.report_content permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ()
policy readers on participation.spot_check permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ()
policy readers on participation.spot_comment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ()
policy readers on search.document permissive for SELECT to lotsenwerk_app using (((audience = 'assessment'::text) AND (( SELECT access.person() AS person) IS NOT NULL) AND (EXISTS ( SELECT FROM security.assessment s WHERE (s.id = document.row_id))))) check ()
policy readers on security.answer permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.answer_source permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.assessment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.declined_proposal permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.delegation permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.evidence permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.remark permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.reopening permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.review permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.sign_off permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.signed_result permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on signatures.signature permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy seated_read on guidance.material permissive for SELECT to lotsenwerk_app using ((event_id = ANY (( SELECT access.scope_seats() AS scope_seats)::uuid[]))) check ()
policy seated_read on guidance.video_link permissive for SELECT to lotsenwerk_app using ((event_id = ANY (( SELECT access.scope_seats() AS scope_seats)::uuid[]))) check ()
policy sides_add on appointments.participant permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])))
policy sides_add on appointments.proposal permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])) AND (proposed_by = ( SELECT access.person() AS person))))
policy sides_change on appointments.appointment permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])))
policy sides_change on appointments.participant permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])))
policy sides_remove on appointments.participant permissive for DELETE to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[]))) check ()
policy sides_settle on participation.report_comment permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])) AND (settled_at IS NULL))) check (((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])) AND (settled_by = ( SELECT access.person() AS person))))
policy sides_withdraw on security.sign_off permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_sign() || access.assigned_organizations()))::uuid[]))) check (((organization_id = ANY (( SELECT (access.scope_sign() || access.assigned_organizations()))::uuid[])) AND (withdrawn_by = access.person())))
policy sides_write on programmes.step_change permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT (access.scope_takes_part() || access.assigned_organizations()))::uuid[])) AND (person_id = ( SELECT access.person() AS person))))
policy signed_in on catalogs.catalog permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.control permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.control_group permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.mapping permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.mapping_collection permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.mapping_file permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.profile_source permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.source_file permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on files.allowance permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on mail.letterhead permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on mail.template permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on measures.template permissive for SELECT to lotsenwerk_app using (((withdrawn_at IS NULL) AND (( SELECT access.person() AS person) IS NOT NULL))) check ()
policy signed_in on organizations.domain permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on organizations.former_name permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on organizations.organization permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on organizations.succession permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on packages.offer permissive for SELECT to lotsenwerk_app using ((( SELECT access.person() AS person) IS NOT NULL)) check ()
policy signed_in on pictures.release_plan permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on programmes.observer permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on programmes.phase permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on programmes.programme permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on programmes.staff permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on programmes.stage permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on programmes.step permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on programmes.wanted_document permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on proofs.terms permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on search.document permissive for SELECT to lotsenwerk_app using (((audience = 'signedIn'::text) AND (( SELECT access.person() AS person) IS NOT NULL))) check ()
policy signed_in on security.migration_announcement permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signers on signatures.signature permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT (access.organizations_as('{chiefExecutive,securityOfficer}'::text[]) || access.assigned_organizations()))::uuid[])) AND (signed_by = access.person()) AND (acting_for = access.acting_for())))
policy speakers_add on files.file permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = ANY (ARRAY['declaration'::text, 'agreement'::text])) AND (uploaded_by = ( SELECT access.person() AS person))))
policy speakers_end on declarations.agreement permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[]))) check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy speakers_read on files.file permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (owner_type = ANY (ARRAY['declaration'::text, 'agreement'::text])))) check ()
policy speakers_read on signatures.signature permissive for SELECT to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (subject_type = ANY (ARRAY['declaration'::text, 'agreement'::text])))) check ()
policy speakers_record on declarations.agreement permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (way = 'paper'::text) AND (recorded_by = ( SELECT access.person() AS person))))
policy speakers_record on declarations.declaration permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (way = 'paper'::text) AND (recorded_by = ( SELECT access.person() AS person))))
policy staff_adds on measures.measure permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy staff_adds on measures.proof permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (added_by = ( SELECT access.person() AS person))))
policy staff_adds on packages.item permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])))
policy staff_adds on packages.package permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (state = 'draft'::text) AND (created_by = ( SELECT access.person() AS person)) AND (changed_by = ( SELECT access.person() AS person))))
policy staff_adds on packages.package_version permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (saved_by = ( SELECT access.person() AS person))))
policy staff_adds on packages.reasoning permissive for INSERT to lotsenwerk_app using () check ((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])))
policy staff_adds on programmes.approach permissive for INSERT to lotsenwerk_app using () check ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])))
policy staff_begins on programmes.campaign permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])) AND (begun_by = ( SELECT access.person() AS person))))
policy staff_changes on measures.detail permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[]))) check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy staff_changes on measures.measure permissive for UPDATE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[]))) check ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])))
policy staff_changes on packages.package permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (state = ANY (ARRAY['draft'::text, 'submitted'::text])))) check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (changed_by = ( SELECT access.person() AS person)) AND (state = ANY (ARRAY['draft'::text, 'submitted'::text]))))
policy staff_changes on programmes.approach permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])))
policy staff_changes on programmes.campaign permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])))
policy staff_changes on programmes.contact_entry permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])))
policy staff_changes on programmes.enrollment permissive for UPDATE to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])))
policy staff_moves on measures.move permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (person_id = ( SELECT access.person() AS person))))
policy staff_reads on appointments.appointment permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on appointments.participant permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on appointments.proposal permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on cockpit.message permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on declarations.admission permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on declarations.agreement permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on declarations.declaration permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on declarations.interest permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on deliveries.acceptance permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy staff_reads on deliveries.delivery permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy staff_reads on deliveries.proof permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy staff_reads on deliveries.reservation permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy staff_reads on funding.account permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy staff_reads on funding.entry permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy staff_reads on funding.service_order permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes_led() AS scope_programmes_led)::uuid[]))) check ()
policy staff_reads on loads.opening_amount permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on participation.document permissive for SELECT to lotsenwerk_app using (((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])) AND (key IS NOT NULL))) check ()
policy staff_reads on participation.report permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on participation.spot_protocol permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on programmes.approach permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on programmes.campaign permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on programmes.contact_entry permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on programmes.enrollment permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on programmes.enrollment_step permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on programmes.navigator permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_reads on programmes.step_change permissive for SELECT to lotsenwerk_app using ((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[]))) check ()
policy staff_removes on measures.source permissive for DELETE to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[]))) check ()
policy staff_sends on cockpit.message permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])) AND (sent_by = ( SELECT access.person() AS person))))
policy staff_withdraws on measures.proof permissive for UPDATE to lotsenwerk_app using (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (withdrawn_at IS NULL))) check (((organization_id = ANY (( SELECT access.scope_takes_part() AS scope_takes_part)::uuid[])) AND (withdrawn_by = ( SELECT access.person() AS person))))
policy staff_writes on programmes.contact_entry permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])) AND (written_by = ( SELECT access.person() AS person))))
policy staff_writes on programmes.step_change permissive for INSERT to lotsenwerk_app using () check (((programme_id = ANY (( SELECT access.scope_programmes() AS scope_programmes)::uuid[])) AND (person_id = ( SELECT access.person() AS person))))
policy writers_add on measures.detail permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT ((access.scope_takes_part() || access.assigned_organizations()) || access.scope_guided()))::uuid[])) AND (created_by = ( SELECT access.person() AS person))))
policy writers_add on measures.source permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT ((access.scope_takes_part() || access.assigned_organizations()) || access.scope_guided()))::uuid[])) AND (added_by = ( SELECT access.person() AS person))))

-- grants
grant DELETE, INSERT, SELECT on appointments.participant to lotsenwerk_app
grant DELETE, INSERT, SELECT on cockpit.view to lotsenwerk_app
grant DELETE, INSERT, SELECT on files.file to lotsenwerk_app
grant DELETE, INSERT, SELECT on guidance.check_in to lotsenwerk_app
grant DELETE, INSERT, SELECT on guidance.event to lotsenwerk_app
grant DELETE, INSERT, SELECT on guidance.event_date to lotsenwerk_app
grant DELETE, INSERT, SELECT on guidance.material to lotsenwerk_app
grant DELETE, INSERT, SELECT on guidance.video_link to lotsenwerk_app
grant DELETE, INSERT, SELECT on measures.source to lotsenwerk_app
grant DELETE, INSERT, SELECT on notifications.notification to lotsenwerk_access
grant DELETE, INSERT, SELECT on organizations.domain to lotsenwerk_app
grant DELETE, INSERT, SELECT on platform.remembered_reply to lotsenwerk_access
grant DELETE, INSERT, SELECT on publishing.barrier_report to lotsenwerk_access
grant DELETE, INSERT, SELECT on search.kind to lotsenwerk_access
grant DELETE, INSERT, SELECT on search.pin to lotsenwerk_app
grant DELETE, INSERT, SELECT on security.declined_proposal to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on declarations.interest to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.attendance to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.certificate to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.check_in to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.decision to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.event to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.event_date to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.feedback to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.feedback_given to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.group_mail to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.link to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.material to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.registration to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on guidance.video_link to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.api_token to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.capability to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.known_device to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.last_choice to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.password to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.recovery_code to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.second_factor to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.session to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.sign_in_attempt to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.sign_in_step to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on insights.calendar_feed to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on jobs.job to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on mail.message to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on notifications.choice to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on notifications.choice to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on notifications.digest to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on notifications.setting to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on notifications.setting to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on notifications.unsubscribe_link to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on platform.maintenance to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on programmes.observer to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on programmes.phase to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on programmes.staff to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on programmes.stage to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on programmes.step to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on programmes.wanted_document to lotsenwerk_app
grant DELETE, INSERT, SELECT, UPDATE on search.document to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on search.recent to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on search.stale to lotsenwerk_access
grant DELETE, SELECT on cockpit.view to lotsenwerk_access
grant DELETE, SELECT on loads.draft to lotsenwerk_access
grant DELETE, SELECT on loads.load to lotsenwerk_access
grant DELETE, SELECT on portal.visit to lotsenwerk_access
grant DELETE, SELECT on programmes.contact_entry to lotsenwerk_access
grant DELETE, SELECT on programmes.enrollment_step to lotsenwerk_access
grant DELETE, SELECT on programmes.step to lotsenwerk_access
grant DELETE, SELECT on search.pin to lotsenwerk_access
grant DELETE, SELECT on search.recent to lotsenwerk_app
grant INSERT on programmes.step_change to lotsenwerk_access
grant INSERT, SELECT on appointments.appointment to lotsenwerk_app
grant INSERT, SELECT on appointments.proposal to lotsenwerk_app
grant INSERT, SELECT on audit.entry to lotsenwerk_access
grant INSERT, SELECT on audit.personal to lotsenwerk_access
grant INSERT, SELECT on audit.seal to lotsenwerk_access
grant INSERT, SELECT on catalogs.catalog to lotsenwerk_app
grant INSERT, SELECT on catalogs.control to lotsenwerk_app
grant INSERT, SELECT on catalogs.control_group to lotsenwerk_app
grant INSERT, SELECT on catalogs.mapping to lotsenwerk_app
grant INSERT, SELECT on catalogs.mapping_collection to lotsenwerk_app
grant INSERT, SELECT on catalogs.mapping_file to lotsenwerk_app
grant INSERT, SELECT on catalogs.profile_source to lotsenwerk_app
grant INSERT, SELECT on catalogs.source_file to lotsenwerk_app
grant INSERT, SELECT on cockpit.message to lotsenwerk_app
grant INSERT, SELECT on consents.consent to lotsenwerk_app
grant INSERT, SELECT on declarations.admission to lotsenwerk_app
grant INSERT, SELECT on declarations.agreement to lotsenwerk_app
grant INSERT, SELECT on declarations.declaration to lotsenwerk_app
grant INSERT, SELECT on deliveries.acceptance to lotsenwerk_app
grant INSERT, SELECT on deliveries.delivery to lotsenwerk_app
grant INSERT, SELECT on deliveries.proof to lotsenwerk_app
grant INSERT, SELECT on deliveries.reservation to lotsenwerk_app
grant INSERT, SELECT on files.file to lotsenwerk_access
grant INSERT, SELECT on funding.entry to lotsenwerk_access
grant INSERT, SELECT on guidance.attendance to lotsenwerk_app
grant INSERT, SELECT on guidance.certificate to lotsenwerk_app
grant INSERT, SELECT on guidance.group_mail to lotsenwerk_app
grant INSERT, SELECT on identity.assignment to lotsenwerk_app
grant INSERT, SELECT on identity.invitation to lotsenwerk_app
grant INSERT, SELECT on identity.person to lotsenwerk_app
grant INSERT, SELECT on identity.role_grant to lotsenwerk_app
grant INSERT, SELECT on identity.substitution to lotsenwerk_app
grant INSERT, SELECT on invoices.event to lotsenwerk_app
grant INSERT, SELECT on invoices.invoice to lotsenwerk_app
grant INSERT, SELECT on invoices.line to lotsenwerk_app
grant INSERT, SELECT on invoices.payment_run to lotsenwerk_app
grant INSERT, SELECT on invoices.share to lotsenwerk_app
grant INSERT, SELECT on loads.draft to lotsenwerk_app
grant INSERT, SELECT on loads.load to lotsenwerk_app
grant INSERT, SELECT on loads.mapping to lotsenwerk_app
grant INSERT, SELECT on loads.opening_amount to lotsenwerk_app
grant INSERT, SELECT on measures.detail to lotsenwerk_app
grant INSERT, SELECT on measures.measure to lotsenwerk_app
grant INSERT, SELECT on measures.move to lotsenwerk_app
grant INSERT, SELECT on measures.proof to lotsenwerk_app
grant INSERT, SELECT on measures.reminder to lotsenwerk_access
grant INSERT, SELECT on measures.template to lotsenwerk_app
grant INSERT, SELECT on organizations.change to lotsenwerk_app
grant INSERT, SELECT on organizations.contact to lotsenwerk_app
grant INSERT, SELECT on organizations.former_name to lotsenwerk_app
grant INSERT, SELECT on organizations.succession to lotsenwerk_app
grant INSERT, SELECT on packages.item to lotsenwerk_app
grant INSERT, SELECT on packages.package to lotsenwerk_app
grant INSERT, SELECT on packages.package_version to lotsenwerk_app
grant INSERT, SELECT on packages.reasoning to lotsenwerk_app
grant INSERT, SELECT on participation.document to lotsenwerk_app
grant INSERT, SELECT on participation.document_file to lotsenwerk_app
grant INSERT, SELECT on participation.finding to lotsenwerk_app
grant INSERT, SELECT on participation.report to lotsenwerk_app
grant INSERT, SELECT on participation.report_comment to lotsenwerk_app
grant INSERT, SELECT on participation.report_content to lotsenwerk_app
grant INSERT, SELECT on participation.spot_check to lotsenwerk_app
grant INSERT, SELECT on participation.spot_comment to lotsenwerk_app
grant INSERT, SELECT on participation.spot_protocol to lotsenwerk_app
grant INSERT, SELECT on pictures.cell to lotsenwerk_insights
grant INSERT, SELECT on pictures.map to lotsenwerk_app
grant INSERT, SELECT on pictures.named to lotsenwerk_insights
grant INSERT, SELECT on pictures.picture to lotsenwerk_insights
grant INSERT, SELECT on pictures.release_plan to lotsenwerk_app
grant INSERT, SELECT on pictures.subject to lotsenwerk_insights
grant INSERT, SELECT on portal.visit to lotsenwerk_app
grant INSERT, SELECT on programmes.approach to lotsenwerk_app
grant INSERT, SELECT on programmes.campaign to lotsenwerk_app
grant INSERT, SELECT on programmes.contact_entry to lotsenwerk_app
grant INSERT, SELECT on programmes.enrollment to lotsenwerk_app
grant INSERT, SELECT on programmes.enrollment_step to lotsenwerk_app
grant INSERT, SELECT on programmes.navigator to lotsenwerk_app
grant INSERT, SELECT on programmes.step_change to lotsenwerk_app
grant INSERT, SELECT on proofs.narrative to lotsenwerk_app
grant INSERT, SELECT on proofs.proof to lotsenwerk_app
grant INSERT, SELECT on proofs.proof_version to lotsenwerk_app
grant INSERT, SELECT on proofs.reminder to lotsenwerk_app
grant INSERT, SELECT on proofs.terms to lotsenwerk_access
grant INSERT, SELECT on publishing.news to lotsenwerk_app
grant INSERT, SELECT on publishing.page to lotsenwerk_app
grant INSERT, SELECT on security.answer to lotsenwerk_access
grant INSERT, SELECT on security.answer to lotsenwerk_app
grant INSERT, SELECT on security.answer_source to lotsenwerk_access
grant INSERT, SELECT on security.answer_source to lotsenwerk_app
grant INSERT, SELECT on security.assessment to lotsenwerk_access
grant INSERT, SELECT on security.assessment to lotsenwerk_app
grant INSERT, SELECT on security.comment to lotsenwerk_access
grant INSERT, SELECT on security.comment to lotsenwerk_app
grant INSERT, SELECT on security.declined_proposal to lotsenwerk_access
grant INSERT, SELECT on security.delegation to lotsenwerk_access
grant INSERT, SELECT on security.delegation to lotsenwerk_app
grant INSERT, SELECT on security.evidence to lotsenwerk_access
grant INSERT, SELECT on security.evidence to lotsenwerk_app
grant INSERT, SELECT on security.migration_announcement to lotsenwerk_app
grant INSERT, SELECT on security.remark to lotsenwerk_access
grant INSERT, SELECT on security.remark to lotsenwerk_app
grant INSERT, SELECT on security.reopening to lotsenwerk_app
grant INSERT, SELECT on security.review to lotsenwerk_access
grant INSERT, SELECT on security.review to lotsenwerk_app
grant INSERT, SELECT on security.sign_off to lotsenwerk_app
grant INSERT, SELECT on signatures.signature to lotsenwerk_app
grant INSERT, SELECT, UPDATE on files.space to lotsenwerk_access
grant INSERT, SELECT, UPDATE on funding.account to lotsenwerk_access
grant INSERT, SELECT, UPDATE on funding.reference_counter to lotsenwerk_access
grant INSERT, SELECT, UPDATE on identity.departure to lotsenwerk_access
grant INSERT, SELECT, UPDATE on identity.invitation to lotsenwerk_access
grant INSERT, SELECT, UPDATE on identity.person to lotsenwerk_access
grant INSERT, SELECT, UPDATE on identity.replacement to lotsenwerk_access
grant INSERT, SELECT, UPDATE on identity.role_grant to lotsenwerk_access
grant INSERT, SELECT, UPDATE on identity.substitution to lotsenwerk_access
grant INSERT, SELECT, UPDATE on jobs.schedule to lotsenwerk_access
grant INSERT, SELECT, UPDATE on mail.letterhead to lotsenwerk_app
grant INSERT, SELECT, UPDATE on mail.template to lotsenwerk_app
grant INSERT, SELECT, UPDATE on organizations.organization to lotsenwerk_app
grant INSERT, SELECT, UPDATE on packages.offer to lotsenwerk_app
grant INSERT, SELECT, UPDATE on platform.installation to lotsenwerk_access
grant INSERT, SELECT, UPDATE on programmes.programme to lotsenwerk_app
grant SELECT on appointments.appointment to lotsenwerk_access
grant SELECT on appointments.participant to lotsenwerk_access
grant SELECT on appointments.proposal to lotsenwerk_access
grant SELECT on catalogs.catalog to lotsenwerk_access
grant SELECT on catalogs.control to lotsenwerk_access
grant SELECT on catalogs.control_group to lotsenwerk_access
grant SELECT on consents.consent to lotsenwerk_access
grant SELECT on declarations.agreement to lotsenwerk_access
grant SELECT on declarations.declaration to lotsenwerk_access
grant SELECT on declarations.interest to lotsenwerk_app
grant SELECT on deliveries.acceptance to lotsenwerk_access
grant SELECT on files.allowance to lotsenwerk_access
grant SELECT on files.allowance to lotsenwerk_app
grant SELECT on files.space to lotsenwerk_app
grant SELECT on funding.account to lotsenwerk_app
grant SELECT on funding.entry to lotsenwerk_app
grant SELECT on funding.service_order to lotsenwerk_app
grant SELECT on guidance.decision to lotsenwerk_app
grant SELECT on guidance.registration to lotsenwerk_app
grant SELECT on identity.departure to lotsenwerk_app
grant SELECT on identity.replacement to lotsenwerk_app
grant SELECT on mail.letterhead to lotsenwerk_access
grant SELECT on mail.template to lotsenwerk_access
grant SELECT on measures.detail to lotsenwerk_access
grant SELECT on measures.measure to lotsenwerk_access
grant SELECT on notifications.notification to lotsenwerk_app
grant SELECT on organizations.former_name to lotsenwerk_access
grant SELECT on organizations.organization to lotsenwerk_access
grant SELECT on organizations.succession to lotsenwerk_access
grant SELECT on packages.item to lotsenwerk_access
grant SELECT on packages.package to lotsenwerk_access
grant SELECT on participation.document to lotsenwerk_access
grant SELECT on participation.document_file to lotsenwerk_access
grant SELECT on pictures.cell to lotsenwerk_app
grant SELECT on pictures.named to lotsenwerk_app
grant SELECT on pictures.picture to lotsenwerk_access
grant SELECT on pictures.picture to lotsenwerk_app
grant SELECT on privacy.retention_rule to lotsenwerk_access
grant SELECT on programmes.enrollment to lotsenwerk_access
grant SELECT on programmes.navigator to lotsenwerk_access
grant SELECT on programmes.observer to lotsenwerk_access
grant SELECT on programmes.phase to lotsenwerk_access
grant SELECT on programmes.programme to lotsenwerk_access
grant SELECT on programmes.staff to lotsenwerk_access
grant SELECT on programmes.stage to lotsenwerk_access
grant SELECT on programmes.wanted_document to lotsenwerk_access
grant SELECT on proofs.reminder to lotsenwerk_access
grant SELECT on proofs.terms to lotsenwerk_app
grant SELECT on publishing.barrier_report to lotsenwerk_app
grant SELECT on search.document to lotsenwerk_app
grant SELECT on security.migration_announcement to lotsenwerk_access
grant SELECT on security.reopening to lotsenwerk_access
grant SELECT on security.sign_off to lotsenwerk_access
grant SELECT on security.signed_result to lotsenwerk_app
grant SELECT, UPDATE on funding.service_order to lotsenwerk_access
grant SELECT, UPDATE on identity.assignment to lotsenwerk_access
grant SELECT, UPDATE on packages.offer to lotsenwerk_access
grant SELECT, UPDATE on search.state to lotsenwerk_access

-- functions
function access.acting_for() returns uuid owner lotsenwerk_owner stable body d41d8cd9 execute lotsenwerk_access, lotsenwerk_app
function access.assigned_organizations() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 4fb26f5f execute lotsenwerk_app
function access.belongs(uuid,uuid) returns boolean owner lotsenwerk_access stable definer search_path="" body a721170b execute lotsenwerk_app
function access.delegated_assessments() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 1374d7bf execute lotsenwerk_app
function access.delegated_groups(uuid) returns text[] owner lotsenwerk_access stable definer search_path="" body 61c383df execute lotsenwerk_app
function access.delegated_parts() returns text[] owner lotsenwerk_access stable definer search_path="" body 7388af19 execute lotsenwerk_app
function access.headed_organizations() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 3426bef2 execute lotsenwerk_app
function access.holds(text[]) returns boolean owner lotsenwerk_access stable definer search_path="" body 8e81eb9a execute lotsenwerk_app
function access.is_cooperative_staff() returns boolean owner lotsenwerk_access stable search_path="" body eb094b2e execute lotsenwerk_app
function access.is_operator() returns boolean owner lotsenwerk_owner stable body d41d8cd9 execute lotsenwerk_access, lotsenwerk_app
function access.may_be_assigned(uuid,uuid,date) returns boolean owner lotsenwerk_access stable definer search_path="" body 539192d7 execute lotsenwerk_app
function access.may_grant(uuid,text) returns boolean owner lotsenwerk_access stable definer search_path="" body a32e3803 execute lotsenwerk_app
function access.may_replace() returns boolean owner lotsenwerk_access stable search_path="" body 315517c5 execute lotsenwerk_app
function access.municipal_roles() returns text[] owner lotsenwerk_access immutable body d41d8cd9 execute lotsenwerk_app
function access.municipalities() returns uuid[] owner lotsenwerk_access stable definer search_path="" body cfb64033 execute lotsenwerk_app
function access.now() returns timestamp with time zone owner lotsenwerk_owner stable body d41d8cd9 execute lotsenwerk_access, lotsenwerk_app
function access.organizations_as(text[]) returns uuid[] owner lotsenwerk_access stable definer search_path="" body 5724eb68 execute lotsenwerk_app
function access.person() returns uuid owner lotsenwerk_owner stable body d41d8cd9 execute lotsenwerk_access, lotsenwerk_app
function access.public_pictures() returns TABLE(picture_id uuid, programme_key text, programme_name text, catalog_title text) owner lotsenwerk_access stable definer search_path="" body c7e05aa4 execute lotsenwerk_app
function access.represented() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 6fa647a1 execute lotsenwerk_app
function access.roles_fit(uuid,text[]) returns boolean owner lotsenwerk_access stable definer search_path="" body 301f3df8 execute lotsenwerk_app
function access.scope_answer_read() returns uuid[] owner lotsenwerk_owner stable search_path="" body 82d36d9f execute lotsenwerk_access, lotsenwerk_app
function access.scope_answer_write() returns uuid[] owner lotsenwerk_owner stable search_path="" body 358dacc4 execute lotsenwerk_access, lotsenwerk_app
function access.scope_assign() returns uuid[] owner lotsenwerk_access stable definer search_path="" body c91d5323 execute lotsenwerk_app
function access.scope_assignment_read() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 738dc038 execute lotsenwerk_app
function access.scope_contact_write() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 98824cb2 execute lotsenwerk_app
function access.scope_contractors() returns uuid[] owner lotsenwerk_access stable definer search_path="" body cd059b30 execute lotsenwerk_app
function access.scope_delegates_seats() returns uuid[] owner lotsenwerk_access stable search_path="" body e9f28fec execute lotsenwerk_app
function access.scope_dismiss() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 07a23724 execute lotsenwerk_app
function access.scope_events() returns uuid[] owner lotsenwerk_access stable search_path="" body bec1dee4 execute lotsenwerk_app
function access.scope_grant() returns uuid[] owner lotsenwerk_access stable definer search_path="" body e18139db execute lotsenwerk_app
function access.scope_guided() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 26da9b3b execute lotsenwerk_app
function access.scope_history_read() returns uuid[] owner lotsenwerk_access stable definer search_path="" body f1a80a99 execute lotsenwerk_app
function access.scope_invite_first() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 5031094d execute lotsenwerk_app
function access.scope_invited_first() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 880016d5 execute lotsenwerk_app
function access.scope_measures() returns uuid[] owner lotsenwerk_access stable definer search_path="" body a04f18f5 execute lotsenwerk_app
function access.scope_measures_proposed() returns uuid[] owner lotsenwerk_access stable definer search_path="" body da12c087 execute lotsenwerk_app
function access.scope_member() returns uuid[] owner lotsenwerk_owner stable search_path="" body a454c991 execute lotsenwerk_access, lotsenwerk_app
function access.scope_own_answers() returns uuid[] owner lotsenwerk_access stable search_path="" body 6bf1d7f1 execute lotsenwerk_app
function access.scope_participation() returns uuid[] owner lotsenwerk_access stable search_path="" body d280b372 execute lotsenwerk_app
function access.scope_people() returns uuid[] owner lotsenwerk_access stable definer search_path="" body d629a7e9 execute lotsenwerk_app
function access.scope_pictures() returns uuid[] owner lotsenwerk_access stable definer search_path="" body d68646b0 execute lotsenwerk_app
function access.scope_pictures_released() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 2bb075fb execute lotsenwerk_app
function access.scope_programmes() returns uuid[] owner lotsenwerk_access stable definer search_path="" body a25d851c execute lotsenwerk_app
function access.scope_programmes_led() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 4dc26d65 execute lotsenwerk_app
function access.scope_programmes_supplied() returns uuid[] owner lotsenwerk_access stable definer search_path="" body d05a5ee0 execute lotsenwerk_app
function access.scope_progress() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 1f587053 execute lotsenwerk_app
function access.scope_replacement_read() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 37e88557 execute lotsenwerk_app
function access.scope_seats() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 86f1fc2b execute lotsenwerk_app
function access.scope_sign() returns uuid[] owner lotsenwerk_access stable search_path="" body 384cd02d execute lotsenwerk_app
function access.scope_supplied() returns uuid[] owner lotsenwerk_access stable definer search_path="" body c2913183 execute lotsenwerk_app
function access.scope_takes_part() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 8d66bb25 execute lotsenwerk_app
function access.substitutions_needed(uuid,text[]) returns uuid[] owner lotsenwerk_access stable definer search_path="" body f6557f12 execute 
function access.today() returns date owner lotsenwerk_owner stable body d41d8cd9 execute lotsenwerk_access, lotsenwerk_app
function access.visible_people() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 0cd5ab60 execute lotsenwerk_app
function appointments.clashes(uuid,uuid,uuid,jsonb,boolean) returns TABLE(number integer, whose text, id uuid, name text, state text, starts_at timestamp with time zone, ends_at timestamp with time zone) owner lotsenwerk_access volatile definer search_path="" body 3fa9a7c3 execute lotsenwerk_app
function audit.doers(text[]) returns TABLE(id uuid, name text) owner lotsenwerk_access stable definer search_path="" body 577f37e6 execute lotsenwerk_app
function audit.entry_fault(audit.entry,audit.personal,bigint,timestamp with time zone) returns text owner lotsenwerk_access stable search_path="" body 9ce877d1 execute 
function audit.entry_hash(audit.entry,bigint) returns text owner lotsenwerk_owner stable search_path="" body f909c075 execute lotsenwerk_access
function audit.erased_parts(uuid) returns text owner lotsenwerk_access stable search_path="" body f698484b execute 
function audit.events(text[],timestamp with time zone,uuid,timestamp with time zone,uuid,text[],integer) returns TABLE(id uuid, at timestamp with time zone, event text, subject_id text, data jsonb, organization_id uuid, organization text, acting_for uuid, acting_for_name text, person_id uuid, person text, person_erased boolean, about_id uuid, about text, about_erased boolean) owner lotsenwerk_access stable definer search_path="" body f822a9f1 execute lotsenwerk_app
function audit.find_seal(text) returns bigint owner lotsenwerk_access stable definer search_path="" body 3cfe60ee execute lotsenwerk_app
function audit.hashed(jsonb) returns text owner lotsenwerk_owner immutable search_path="" body 7e79ff3d execute lotsenwerk_access
function audit.inspect_rest(timestamp with time zone) returns TABLE(waiting bigint, oldest timestamp with time zone, faults jsonb) owner lotsenwerk_access stable definer search_path="" body c3de391f execute lotsenwerk_app
function audit.inspect_seals(bigint,integer) returns TABLE(number bigint, made_at timestamp with time zone, last bigint, hash text, faults jsonb) owner lotsenwerk_access stable definer search_path="" body e86353fc execute lotsenwerk_app
function audit.make_seal(timestamp with time zone,integer) returns integer owner lotsenwerk_access volatile definer search_path="" body 487a858a execute lotsenwerk_worker
function audit.moment(timestamp with time zone) returns text owner lotsenwerk_owner stable search_path="" body d4ce10c3 execute lotsenwerk_access
function audit.not_before(bigint,timestamp with time zone) returns timestamp with time zone owner lotsenwerk_access stable search_path="" body f524a675 execute 
function audit.readers(text[],timestamp with time zone) returns TABLE(person_id uuid, person text, acting_for uuid, acting_for_name text, times bigint, first_at timestamp with time zone, last_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body f845aa21 execute lotsenwerk_app
function audit.record_audit(uuid,timestamp with time zone,uuid,text,text,jsonb,text[]) returns void owner lotsenwerk_access volatile definer search_path="" body 1e655ae2 execute lotsenwerk_app, lotsenwerk_worker
function audit.represented(jsonb) returns text[] owner lotsenwerk_access stable definer search_path="" body 09f9dd60 execute lotsenwerk_app
function audit.salted(text,uuid) returns text owner lotsenwerk_owner immutable search_path="" body 1b8e0ac9 execute lotsenwerk_access
function audit.seal_hash(audit.seal) returns text owner lotsenwerk_owner stable search_path="" body 1e448f7b execute lotsenwerk_access
function audit.visible(text[],timestamp with time zone,uuid,timestamp with time zone,uuid,text[],integer) returns TABLE(id uuid, at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 3b5cf35d execute 
function catalogs.search_documents(uuid[],uuid,text,integer) returns TABLE(catalog_id uuid, id text, key text, title text, statement text, list text, catalog text) owner lotsenwerk_access stable definer search_path="" body 7c56e75e execute lotsenwerk_worker
function cockpit.forget_person() returns trigger owner lotsenwerk_access volatile definer search_path="" body 9d0c1b56 execute 
function declarations.find_places(text,text,date,integer) returns TABLE(id uuid, name text, kind text, county text) owner lotsenwerk_access stable definer search_path="" body f6960ea9 execute lotsenwerk_app
function declarations.keep_interest(uuid,text,uuid,text,jsonb,timestamp with time zone) returns TABLE(organization uuid, programme uuid, leaders uuid[]) owner lotsenwerk_access volatile definer search_path="" body 128cea73 execute lotsenwerk_app
function declarations.leaders_of(uuid) returns uuid[] owner lotsenwerk_access stable definer search_path="" body 7ae2a6d2 execute lotsenwerk_app
function declarations.place_name(text,uuid,date) returns text owner lotsenwerk_access stable definer search_path="" body 5b009090 execute lotsenwerk_app
function declarations.public_programme(text) returns jsonb owner lotsenwerk_access stable definer search_path="" body f9877e3e execute lotsenwerk_app
function declarations.public_programmes(date) returns TABLE(key text, name text) owner lotsenwerk_access stable definer search_path="" body c8a9489e execute lotsenwerk_app
function declarations.take_ending_agreements(date,timestamp with time zone) returns TABLE(organization_id uuid, organization_name text, enrollment_id uuid, kind text, valid_until text, person_ids uuid[]) owner lotsenwerk_access volatile definer search_path="" body 4d0fa4ce execute lotsenwerk_worker
function deliveries.hold_road(uuid) returns boolean owner lotsenwerk_access volatile definer search_path="" body 09cb0c5e execute lotsenwerk_app
function deliveries.is_party(uuid,uuid,uuid) returns boolean owner lotsenwerk_access stable definer search_path="" body dd068305 execute 
function deliveries.people_of(uuid,text) returns uuid[] owner lotsenwerk_access stable definer search_path="" body c743d886 execute lotsenwerk_app
function deliveries.signers(uuid[]) returns TABLE(id uuid, signed_by text, decided_by text) owner lotsenwerk_access stable definer search_path="" body 0aabd59d execute lotsenwerk_app
function deliveries.tend_execution(uuid) returns TABLE(step_title text, programme text, state text) owner lotsenwerk_access volatile definer search_path="" body 2ef686d0 execute lotsenwerk_app
function files.count_space() returns trigger owner lotsenwerk_access volatile definer search_path="" body 963d8fe4 execute 
function files.is_infected(text) returns boolean owner lotsenwerk_access stable definer search_path="" body 5cd16366 execute lotsenwerk_app
function files.note_scan(text,text,timestamp with time zone) returns TABLE(id uuid, organization_id uuid) owner lotsenwerk_access volatile definer search_path="" body 2590927d execute lotsenwerk_worker
function files.orphans(text[]) returns SETOF text owner lotsenwerk_access stable definer search_path="" body bb7cbadb execute lotsenwerk_worker
function files.to_scan(text,integer,boolean) returns SETOF text owner lotsenwerk_access stable definer search_path="" body 3f110586 execute lotsenwerk_worker
function funding.book() returns trigger owner lotsenwerk_access volatile definer search_path="" body 18a8f4ea execute 
function funding.follow_road() returns trigger owner lotsenwerk_access volatile definer search_path="" body 9733c6de execute 
function funding.follow_stage() returns trigger owner lotsenwerk_access volatile definer search_path="" body 5e1c9682 execute 
function funding.hold(uuid[]) returns integer owner lotsenwerk_access volatile definer search_path="" body 6e11c6c2 execute lotsenwerk_app
function funding.hold_balances(uuid[],uuid[]) returns jsonb owner lotsenwerk_access volatile definer search_path="" body cefe3f88 execute lotsenwerk_app
function funding.level(uuid[]) returns void owner lotsenwerk_access volatile definer search_path="" body 99e7e6d8 execute 
function funding.new_id() returns uuid owner lotsenwerk_access volatile search_path="" body 4fe28969 execute 
function funding.next_references(uuid,integer) returns text[] owner lotsenwerk_access volatile definer search_path="" body 22a4dd13 execute lotsenwerk_app
function funding.record_entries(jsonb) returns void owner lotsenwerk_access volatile definer search_path="" body 0b651c23 execute lotsenwerk_app
function funding.unplan(uuid) returns void owner lotsenwerk_access volatile definer search_path="" body 0cbba6c2 execute 
function guidance.add_invitation(text,uuid,uuid,integer,timestamp with time zone,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body ee46a5e3 execute lotsenwerk_app
function guidance.add_links(jsonb,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 8ee85bcf execute lotsenwerk_worker
function guidance.ahead_of(guidance.registration) returns integer owner lotsenwerk_access stable search_path="" body 3c187de0 execute 
function guidance.announce(uuid,text,jsonb,timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body df9bc2ea execute lotsenwerk_app
function guidance.answer_offer(text,uuid,boolean,timestamp with time zone) returns TABLE(outcome text, changed boolean, event_id uuid, registration_id uuid) owner lotsenwerk_access volatile definer search_path="" body 742fda82 execute lotsenwerk_app
function guidance.approve(uuid,boolean,text,timestamp with time zone) returns TABLE(outcome text, event_id uuid, state text) owner lotsenwerk_access volatile definer search_path="" body 35005a26 execute lotsenwerk_app
function guidance.cancel_event(uuid,text,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 41ad8b6a execute lotsenwerk_app
function guidance.check_in(uuid,text,text,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 59229576 execute lotsenwerk_app
function guidance.check_registration(uuid,uuid,uuid,timestamp with time zone) returns text owner lotsenwerk_access stable definer search_path="" body bada59ae execute lotsenwerk_app
function guidance.counts(uuid[]) returns TABLE(event_id uuid, confirmed integer, offered integer, waiting integer) owner lotsenwerk_access stable definer search_path="" body 02e195c0 execute lotsenwerk_app
function guidance.expire(timestamp with time zone,integer) returns integer owner lotsenwerk_access volatile definer search_path="" body 54d4b388 execute lotsenwerk_worker
function guidance.feedback_of(uuid) returns TABLE(number integer, answers jsonb) owner lotsenwerk_access stable definer search_path="" body 37e3931f execute lotsenwerk_app
function guidance.filled_at(uuid[]) returns TABLE(registration_id uuid, filled_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 443238b0 execute lotsenwerk_app
function guidance.find_certificate(text) returns TABLE(number text, holder_name text, facts jsonb, issued_at timestamp with time zone, replaced_by_number text, revoked_at timestamp with time zone, organizer text) owner lotsenwerk_access stable definer search_path="" body e9b1d0e7 execute lotsenwerk_app
function guidance.find_link(text) returns TABLE(kind text, event_id uuid, registration_id uuid, state text, "position" integer, ahead integer, reasons text[], offer_until timestamp with time zone, holder text, title text, event_kind text, run integer, starts_at timestamp with time zone, is_cancelled boolean, uses_left integer, expires_at timestamp with time zone, revoked_at timestamp with time zone, organization text) owner lotsenwerk_access stable definer search_path="" body 05210a18 execute lotsenwerk_app
function guidance.forget(timestamp with time zone,timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body 5a7864c1 execute lotsenwerk_worker
function guidance.forget_person() returns trigger owner lotsenwerk_access volatile definer search_path="" body 67d2a2c7 execute 
function guidance.give_feedback(uuid,text,jsonb) returns text owner lotsenwerk_access volatile definer search_path="" body c285b311 execute lotsenwerk_app
function guidance.has_declared(guidance.event,uuid) returns boolean owner lotsenwerk_access stable search_path="" body 548c2559 execute 
function guidance.has_given_feedback(uuid) returns boolean owner lotsenwerk_access stable definer search_path="" body b016f98a execute lotsenwerk_app
function guidance.has_seat(guidance.event) returns boolean owner lotsenwerk_access immutable body d41d8cd9 execute 
function guidance.hindrance(guidance.event,boolean,uuid,uuid,boolean,timestamp with time zone) returns text owner lotsenwerk_access stable search_path="" body d4c88dd7 execute 
function guidance.holds_prerequisite(guidance.event,uuid) returns boolean owner lotsenwerk_access stable search_path="" body 83619e80 execute 
function guidance.invitations(uuid) returns TABLE(secret_hash text, participant_organization_id uuid, uses_left integer, expires_at timestamp with time zone, revoked_at timestamp with time zone, created_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 8a4c4f0a execute lotsenwerk_app
function guidance.leave(text,uuid,text,timestamp with time zone) returns TABLE(outcome text, event_id uuid, registration_id uuid) owner lotsenwerk_access volatile definer search_path="" body dd0a2da6 execute lotsenwerk_app
function guidance.may_sit(guidance.event,uuid) returns boolean owner lotsenwerk_access stable search_path="" body 7c16250b execute 
function guidance.next_in_line(guidance.event) returns guidance.registration owner lotsenwerk_access stable search_path="" body 2d607043 execute 
function guidance.note(uuid,guidance.registration,text,text[],jsonb,timestamp with time zone,boolean) returns void owner lotsenwerk_access volatile search_path="" body eaf446fd execute 
function guidance.organizes(guidance.event) returns boolean owner lotsenwerk_access stable search_path="" body 064ca83f execute 
function guidance.promote(uuid,timestamp with time zone) returns integer owner lotsenwerk_access volatile search_path="" body b887048b execute 
function guidance.quota_of(guidance.event,uuid) returns integer owner lotsenwerk_access stable search_path="" body 207084df execute 
function guidance.ranks(uuid[]) returns TABLE(registration_id uuid, ahead integer) owner lotsenwerk_access stable definer search_path="" body 903d0332 execute lotsenwerk_app
function guidance.register(uuid,uuid,uuid,uuid,text,text,text,boolean,timestamp with time zone) returns TABLE(outcome text, registration_id uuid, state text, "position" integer, reasons text[], ahead integer) owner lotsenwerk_access volatile definer search_path="" body 0ec023a1 execute lotsenwerk_app
function guidance.register_guest(text,uuid,text,text,timestamp with time zone) returns TABLE(outcome text, registration_id uuid, state text, "position" integer, reasons text[]) owner lotsenwerk_access volatile definer search_path="" body 8fa03865 execute lotsenwerk_app
function guidance.release(guidance.event,guidance.registration,text,text,text[],jsonb,timestamp with time zone,boolean) returns void owner lotsenwerk_access volatile search_path="" body cb8d2d9c execute 
function guidance.revoke_invitation(text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body bc23d6ed execute lotsenwerk_app
function guidance.set_capacity(uuid,integer,boolean,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 6302d9d8 execute lotsenwerk_app
function guidance.substitute(uuid,uuid,uuid,timestamp with time zone) returns TABLE(outcome text, event_id uuid, registration_id uuid) owner lotsenwerk_access volatile definer search_path="" body fee207ef execute lotsenwerk_app
function guidance.take_place(guidance.event,guidance.registration,timestamp with time zone) returns guidance.registration owner lotsenwerk_access volatile search_path="" body b1506844 execute 
function guidance.take_reminders(timestamp with time zone,timestamp with time zone,integer) returns TABLE(date_id uuid, event_id uuid, title text, starts_at timestamp with time zone, ends_at timestamp with time zone, place text, is_online boolean, video_url text, topic text, registration_id uuid, person_id uuid, guest_name text, guest_email text, participant_organization_id uuid) owner lotsenwerk_access volatile definer search_path="" body 9c76435d execute lotsenwerk_worker
function guidance.take_untold(timestamp with time zone,integer) returns TABLE(event_id uuid, seq integer, what text, reasons text[], data jsonb, decided_at timestamp with time zone, by_name text, registration_id uuid, state text, "position" integer, ahead integer, offer_until timestamp with time zone, person_id uuid, guest_name text, guest_email text, participant_organization_id uuid, organizer_id uuid, title text, kind text, run integer, sequence integer, begins_at timestamp with time zone, offer_stop_hours integer, is_cancelled boolean, teller_ids uuid[], dates jsonb, capacity integer, per_organization integer, population_quota jsonb, organization_name text) owner lotsenwerk_access volatile definer search_path="" body e48947cc execute lotsenwerk_worker
function guidance.transfer(uuid,uuid,uuid,uuid[],timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body 484c98b0 execute lotsenwerk_app
function guidance.why_waiting(guidance.event,guidance.registration) returns text[] owner lotsenwerk_access stable search_path="" body 1664a6a7 execute 
function identity.accept_invitation(text,uuid,text,uuid[],timestamp with time zone) returns TABLE(outcome text, person_id uuid, organization_id uuid, organization text, told uuid[]) owner lotsenwerk_access volatile definer search_path="" body 5e367554 execute lotsenwerk_app
function identity.actor(uuid,uuid,date) returns TABLE(person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb) owner lotsenwerk_access stable definer search_path="" body d0602b99 execute 
function identity.add_own_token(uuid,text,text,text,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 6f215b18 execute lotsenwerk_app
function identity.assignments_left(uuid,uuid,date) returns TABLE(organization_id uuid, name text, until_day date) owner lotsenwerk_access stable definer search_path="" body fd49dfc2 execute lotsenwerk_app
function identity.begin_second_factor(text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body af797538 execute lotsenwerk_app
function identity.begin_step(text,uuid,text,text,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 95db4850 execute lotsenwerk_app
function identity.choose_acting_for(uuid,uuid,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body a495913a execute lotsenwerk_app
function identity.close_access(uuid,uuid,date,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 89c57b45 execute 
function identity.close_departed(date,timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body 7f6ca2ea execute lotsenwerk_worker
function identity.close_session(text) returns void owner lotsenwerk_access volatile definer search_path="" body 34a5370c execute lotsenwerk_app
function identity.confirm_email(text,timestamp with time zone) returns TABLE(outcome text, person_id uuid, name text, old_email text, new_email text) owner lotsenwerk_access volatile definer search_path="" body 597a1f83 execute lotsenwerk_app
function identity.confirm_replacement(uuid,timestamp with time zone,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 77e1c66b execute lotsenwerk_app
function identity.confirm_second_factor(bigint,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 20c2c178 execute lotsenwerk_app
function identity.count_attempts(text[],integer[],interval[],timestamp with time zone) returns integer[] owner lotsenwerk_access volatile definer search_path="" body e6620b48 execute lotsenwerk_app
function identity.due_replacements(uuid,timestamp with time zone) returns uuid[] owner lotsenwerk_access stable definer search_path="" body fffc82c2 execute lotsenwerk_app, lotsenwerk_worker
function identity.end_assignment(uuid,text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body b5e0a615 execute lotsenwerk_app
function identity.end_belonging(uuid,uuid,uuid,uuid,date,jsonb,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 77e88c58 execute lotsenwerk_app
function identity.end_own_sessions(uuid,uuid) returns integer owner lotsenwerk_access volatile definer search_path="" body fec5d465 execute lotsenwerk_app
function identity.end_role(uuid,date,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 5f9c1851 execute lotsenwerk_app
function identity.end_second_factor() returns boolean owner lotsenwerk_access volatile definer search_path="" body 2b598a3b execute lotsenwerk_app
function identity.end_step(text) returns boolean owner lotsenwerk_access volatile definer search_path="" body 95eee335 execute lotsenwerk_app
function identity.end_substitution(uuid,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 66bb2029 execute lotsenwerk_app
function identity.expire_replacements(timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 2716988e execute lotsenwerk_worker
function identity.find_capability(text,text) returns TABLE(person_id uuid, name text, email text, new_email text, expires_at timestamp with time zone, used_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 1d60648a execute lotsenwerk_app
function identity.find_invitation(text) returns TABLE(id uuid, organization_id uuid, organization text, email text, name text, roles text[], invited_by text, expires_at timestamp with time zone, accepted_at timestamp with time zone, revoked_at timestamp with time zone, person_id uuid, person text, may_sign_in boolean) owner lotsenwerk_access stable definer search_path="" body 7e42d3d4 execute lotsenwerk_app
function identity.forget_in_replacements() returns trigger owner lotsenwerk_access volatile definer search_path="" body b6a94317 execute lotsenwerk_owner
function identity.forgive_attempts(text[],text[]) returns void owner lotsenwerk_access volatile definer search_path="" body a1b162a9 execute lotsenwerk_app
function identity.hand_over_invitations(uuid,uuid,uuid) returns TABLE(name text, email text) owner lotsenwerk_access volatile definer search_path="" body 04adf4ce execute lotsenwerk_app
function identity.hand_over_substitutions(uuid,uuid,uuid,uuid[],date,timestamp with time zone) returns TABLE(person_id uuid, person text, until_day date, taken boolean) owner lotsenwerk_access volatile definer search_path="" body a3222918 execute lotsenwerk_app
function identity.has_head_without(uuid,text[],uuid[],date) returns boolean owner lotsenwerk_access stable definer search_path="" body 06cff33a execute 
function identity.heads_of(uuid) returns text[] owner lotsenwerk_access stable definer search_path="" body 57f8ffe2 execute 
function identity.heads_today(uuid) returns uuid[] owner lotsenwerk_access stable definer search_path="" body 3b7dae53 execute 
function identity.issue_token(uuid,text,uuid,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 46b65f3b execute lotsenwerk_app
function identity.keep_heads(uuid) returns void owner lotsenwerk_access volatile search_path="" body 6d7d744e execute 
function identity.knows_device(text,text,timestamp with time zone) returns boolean owner lotsenwerk_access stable definer search_path="" body d3747be4 execute lotsenwerk_app
function identity.offer_email_change(text,text,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 5a045168 execute lotsenwerk_app
function identity.offer_invitation(uuid,text,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 7274f4c5 execute lotsenwerk_app
function identity.offer_reset(text,text,timestamp with time zone,timestamp with time zone) returns TABLE(person_id uuid, name text, email text) owner lotsenwerk_access volatile definer search_path="" body cb6e296a execute lotsenwerk_app
function identity.open_session(text,uuid,uuid,text,text,timestamp with time zone,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 9567a9d4 execute lotsenwerk_app
function identity.own_last_choice() returns uuid owner lotsenwerk_access stable definer search_path="" body a37e785b execute lotsenwerk_app
function identity.own_password() returns text owner lotsenwerk_access stable definer search_path="" body c3a079ff execute lotsenwerk_app
function identity.own_second_factor() returns TABLE(sealed_secret text, begun_at timestamp with time zone, confirmed_at timestamp with time zone, codes_left integer) owner lotsenwerk_access stable definer search_path="" body 6ab5ed23 execute lotsenwerk_app
function identity.own_sessions(timestamp with time zone,timestamp with time zone) returns TABLE(id uuid, agent text, created_at timestamp with time zone, last_seen_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 1af87a83 execute lotsenwerk_app
function identity.own_tokens(timestamp with time zone) returns TABLE(id uuid, name text, scope text, created_at timestamp with time zone, expires_at timestamp with time zone, last_used_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 8a98c4fa execute lotsenwerk_app
function identity.person_for_token(text) returns TABLE(person_id uuid, name text, is_demo boolean, has_tenant_role boolean) owner lotsenwerk_access stable definer search_path="" body 7b4ea006 execute lotsenwerk_app
function identity.programme_managers() returns SETOF uuid owner lotsenwerk_access stable definer search_path="" body 2953dc78 execute lotsenwerk_app
function identity.propose_replacement(uuid,uuid,uuid,text,text,text,timestamp with time zone,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body f6079f5d execute lotsenwerk_app
function identity.replacement_hindrance(uuid,uuid,text) returns text owner lotsenwerk_access stable definer search_path="" body abc2df5d execute 
function identity.reset_password(text,text,timestamp with time zone) returns uuid owner lotsenwerk_access volatile definer search_path="" body c9b48efb execute lotsenwerk_app
function identity.revoke_own_token(uuid,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 553d460a execute lotsenwerk_app
function identity.search_documents(uuid[],uuid,integer) returns TABLE(id uuid, name text, roles text[], organizations text[]) owner lotsenwerk_access stable definer search_path="" body a7e5d48a execute lotsenwerk_worker
function identity.session_actor(text,timestamp with time zone,timestamp with time zone,date) returns TABLE(person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb, session_id uuid, last_seen_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 6e1bf180 execute lotsenwerk_app
function identity.set_own_password(text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 0ff30f04 execute lotsenwerk_app
function identity.set_password(uuid,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 7a9423c6 execute lotsenwerk_app
function identity.set_recovery_codes(text[]) returns void owner lotsenwerk_access volatile definer search_path="" body 78c56572 execute lotsenwerk_app
function identity.settle_replacement(uuid,uuid,uuid,text,timestamp with time zone,timestamp with time zone) returns TABLE(outcome text, why text, organization_id uuid, organization text, person_id uuid, person text, email text, told uuid[]) owner lotsenwerk_access volatile definer search_path="" body 0698a0a2 execute lotsenwerk_app, lotsenwerk_worker
function identity.sign_in_person(text) returns TABLE(person_id uuid, name text, email text, password_hash text, has_second_factor boolean) owner lotsenwerk_access stable definer search_path="" body eb26d9c6 execute lotsenwerk_app
function identity.stop_replacement(uuid,text,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body f4feceb2 execute lotsenwerk_app
function identity.take_recovery_code(uuid,text,timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body 0ba6b507 execute lotsenwerk_app
function identity.take_step(uuid,bigint) returns boolean owner lotsenwerk_access volatile definer search_path="" body a5183616 execute lotsenwerk_app
function identity.token_actor(text,timestamp with time zone,uuid,date) returns TABLE(person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb) owner lotsenwerk_access stable definer search_path="" body 80e1ef32 execute lotsenwerk_app
function identity.token_person(text,timestamp with time zone) returns TABLE(person_id uuid, scope text, last_used_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 67c1918e execute lotsenwerk_app
function identity.touch_session(text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 197254bf execute lotsenwerk_app
function identity.touch_token(text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 9dd6c444 execute lotsenwerk_app
function identity.try_step(text,integer,timestamp with time zone) returns TABLE(person_id uuid, name text, email text, asks text, code_hash text, has_second_factor boolean, sealed_secret text, tries integer) owner lotsenwerk_access volatile definer search_path="" body 827611d7 execute lotsenwerk_app
function identity.use_capability(text,text,timestamp with time zone) returns identity.capability owner lotsenwerk_access volatile definer search_path="" body 31f9016a execute 
function insights.add_calendar_feed(uuid,text,uuid,integer,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 60da9eed execute lotsenwerk_app
function insights.end_calendar_feed(uuid) returns TABLE(organization_id uuid) owner lotsenwerk_access volatile definer search_path="" body f4330340 execute lotsenwerk_app
function insights.forget_calendar_feeds() returns trigger owner lotsenwerk_access volatile definer search_path="" body 34a67956 execute 
function insights.note_calendar_read(text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body dd9fae4c execute lotsenwerk_app
function insights.open_calendar_feed(text,uuid) returns TABLE(is_gone boolean, organization_id uuid, organization text, person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb, last_read_at timestamp with time zone) owner lotsenwerk_access volatile definer search_path="" body 8f9dd7bb execute lotsenwerk_app
function insights.own_calendar_feeds() returns TABLE(id uuid, organization_id uuid, organization text, created_at timestamp with time zone, last_read_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body d0222c77 execute lotsenwerk_app
function jobs.adopt(text) returns void owner lotsenwerk_access volatile definer search_path="" body a23999be execute lotsenwerk_worker
function jobs.claim(text,text[],integer[],timestamp with time zone,integer) returns TABLE(id uuid, name text, data jsonb, person_id uuid, acting_for uuid, as_operator boolean, attempts integer) owner lotsenwerk_access volatile definer search_path="" body 32c8aba0 execute lotsenwerk_worker
function jobs.clear(timestamp with time zone,timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body bd6974db execute lotsenwerk_worker
function jobs.counts(timestamp with time zone) returns TABLE(name text, waiting bigint, due bigint, running bigint, failing bigint, dead bigint, done bigint, oldest_due_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 6b5e17d7 execute lotsenwerk_app
function jobs.discard(uuid,text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body ccfa77db execute lotsenwerk_app
function jobs.enqueue(uuid,text,jsonb,text,timestamp with time zone,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body f34330ea execute lotsenwerk_app, lotsenwerk_worker
function jobs.fail(uuid,text,integer,timestamp with time zone,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body c7621b7a execute lotsenwerk_worker
function jobs.finish(uuid,text,integer,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body b61b4129 execute lotsenwerk_app, lotsenwerk_insights, lotsenwerk_worker
function jobs.list(text,timestamp with time zone,uuid,integer) returns TABLE(id uuid, name text, created_at timestamp with time zone, due_at timestamp with time zone, attempts integer, failure text, dead_at timestamp with time zone, taken_until timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body cb075e83 execute lotsenwerk_app
function jobs.release_unheard(text,uuid[]) returns void owner lotsenwerk_access volatile definer search_path="" body 83e80b88 execute lotsenwerk_worker
function jobs.renew(uuid,text,integer,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 769066ae execute lotsenwerk_app, lotsenwerk_insights, lotsenwerk_worker
function jobs.retry(uuid,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 05338276 execute lotsenwerk_app
function jobs.run_schedule(text,uuid,timestamp with time zone,timestamp with time zone) returns timestamp with time zone owner lotsenwerk_access volatile definer search_path="" body 4870714c execute lotsenwerk_worker
function mail.bounce(uuid,text,text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body df943089 execute lotsenwerk_worker
function mail.clear(timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body 53a92d0f execute lotsenwerk_worker
function mail.compose(uuid,text,text) returns void owner lotsenwerk_access volatile definer search_path="" body adb8ce91 execute lotsenwerk_worker
function mail.cooperative_name() returns text owner lotsenwerk_access stable definer search_path="" body 4728797f execute lotsenwerk_app, lotsenwerk_worker
function mail.counts() returns TABLE(state text, count bigint) owner lotsenwerk_access stable definer search_path="" body 102f104c execute lotsenwerk_app
function mail.delay(uuid,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 03f1b0e5 execute lotsenwerk_worker
function mail.demo_mailbox() returns TABLE(id uuid, subject text, text text, state text, created_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body c63d8ecf execute lotsenwerk_app
function mail.outbox(text[],integer) returns TABLE(id uuid, template text, recipient_email text, recipient_name text, state text, attempts integer, reason text, created_at timestamp with time zone, changed_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body e53bc66e execute lotsenwerk_app
function mail.own_letterhead() returns TABLE(sender text, closing text, footer text) owner lotsenwerk_access stable definer search_path="" body d184c450 execute lotsenwerk_worker
function mail.own_wording(text) returns TABLE(subject text, text text) owner lotsenwerk_access stable definer search_path="" body 836f9bb9 execute lotsenwerk_worker
function mail.post(uuid,text,jsonb,text,text,uuid,uuid,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 558a6709 execute lotsenwerk_app, lotsenwerk_worker
function mail.post_to_person(uuid,text,jsonb,uuid,uuid,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 61837ccc execute lotsenwerk_app, lotsenwerk_worker
function mail.send_again(uuid,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body c7879078 execute lotsenwerk_app
function mail.settle(uuid,text,text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 254b3139 execute lotsenwerk_worker
function mail.take(uuid,integer) returns SETOF mail.message owner lotsenwerk_access volatile definer search_path="" body 91f50bf0 execute lotsenwerk_worker
function mail.waiting(timestamp with time zone,integer) returns SETOF uuid owner lotsenwerk_access stable definer search_path="" body b260e425 execute lotsenwerk_worker
function measures.hand_over(uuid,uuid,uuid) returns TABLE(measure_id uuid, title text, due_on date, is_open boolean, taken boolean) owner lotsenwerk_access volatile definer search_path="" body 9d2ef724 execute lotsenwerk_app
function measures.search_documents(uuid[],uuid,integer) returns TABLE(id uuid, title text, organization text, description text, kind text) owner lotsenwerk_access stable definer search_path="" body 19c16923 execute lotsenwerk_worker
function measures.take_reminders(date,timestamp with time zone) returns TABLE(organization_id uuid, measure_id uuid, title text, occasion text, day date, person_ids uuid[]) owner lotsenwerk_access volatile definer search_path="" body 80f287e9 execute lotsenwerk_worker
function migrations.done() returns SETOF text owner lotsenwerk_owner stable definer search_path="" body ab4f41bb execute lotsenwerk
function notifications.add(uuid,uuid,uuid,text,text,text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 4f256601 execute lotsenwerk_app, lotsenwerk_worker
function notifications.clear(timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body 42395646 execute lotsenwerk_worker
function notifications.default_rhythm(uuid,date) returns text owner lotsenwerk_access stable definer search_path="" body 5275674c execute 
function notifications.find_unsubscribe_link(text) returns TABLE(kind text, done boolean) owner lotsenwerk_access stable definer search_path="" body 56a08c75 execute lotsenwerk_app
function notifications.forget_person() returns trigger owner lotsenwerk_access volatile definer search_path="" body 5daae56f execute lotsenwerk_owner
function notifications.last_due(text,integer,integer,timestamp with time zone) returns timestamp with time zone owner lotsenwerk_access stable search_path="" body 61e4cf8f execute 
function notifications.office_to_tell(text,timestamp with time zone,date) returns SETOF uuid owner lotsenwerk_access volatile definer search_path="" body c6e02016 execute lotsenwerk_worker
function notifications.own_default_rhythm(date) returns text owner lotsenwerk_access stable definer search_path="" body f3f9b6ed execute lotsenwerk_app
function notifications.post_digests(jsonb,text,timestamp with time zone) returns TABLE(mail_id uuid, not_before timestamp with time zone) owner lotsenwerk_access volatile definer search_path="" body 8c9c5148 execute lotsenwerk_worker
function notifications.quiet_end(text,text,timestamp with time zone) returns timestamp with time zone owner lotsenwerk_access stable search_path="" body c1913d59 execute 
function notifications.revoke_unsubscribe_links() returns integer owner lotsenwerk_access volatile definer search_path="" body 4de37994 execute lotsenwerk_app
function notifications.still_concerns(uuid,uuid,date) returns boolean owner lotsenwerk_access stable definer search_path="" body 66a2eec0 execute 
function notifications.take_digests(uuid[],timestamp with time zone) returns TABLE(digest_id uuid, person_id uuid, total bigint, id uuid, kind text, title text, organization text, created_at timestamp with time zone) owner lotsenwerk_access volatile definer search_path="" body d80fa31a execute lotsenwerk_worker
function notifications.tell(jsonb,text,boolean,text,text,uuid,text,jsonb,timestamp with time zone) returns TABLE(mail_id uuid, not_before timestamp with time zone) owner lotsenwerk_access volatile definer search_path="" body 113c7f54 execute lotsenwerk_app, lotsenwerk_worker
function notifications.unsubscribe(text,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body a77e8d55 execute lotsenwerk_app
function organizations.search_documents(uuid[],uuid,integer) returns TABLE(id uuid, name text, former_names text[], kind text, county text, ars text, ags text) owner lotsenwerk_access stable definer search_path="" body 9c41eae0 execute lotsenwerk_worker
function organizations.take_version(uuid,integer,timestamp with time zone) returns integer owner lotsenwerk_access volatile definer search_path="" body a6714d49 execute lotsenwerk_app
function packages.only_while_open() returns trigger owner lotsenwerk_owner volatile search_path="" body 8bb61bb3 execute 
function packages.taken(uuid[],boolean) returns TABLE(offer_id uuid, taken integer) owner lotsenwerk_access volatile definer search_path="" body bc5be68a execute lotsenwerk_app
function participation.only_while_open() returns trigger owner lotsenwerk_owner volatile search_path="" body 00b38275 execute 
function participation.take_ending_documents(date,timestamp with time zone) returns TABLE(organization_id uuid, organization_name text, enrollment_id uuid, document_id uuid, title text, valid_until text, person_ids uuid[]) owner lotsenwerk_access volatile definer search_path="" body 2def567b execute lotsenwerk_worker
function pictures.drop_unreleased() returns trigger owner lotsenwerk_owner volatile definer search_path="" body 758698ae execute 
function platform.begin_maintenance(text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 89e21598 execute lotsenwerk_app
function platform.end_maintenance() returns boolean owner lotsenwerk_access volatile definer search_path="" body 2dbc1ff3 execute lotsenwerk_app
function platform.has_demo() returns boolean owner lotsenwerk_access stable definer search_path="" body 8cc970c9 execute lotsenwerk_app
function platform.job_figures(timestamp with time zone) returns TABLE(state text, jobs bigint, oldest_seconds double precision) owner lotsenwerk_access stable definer search_path="" body d8980123 execute lotsenwerk_app
function platform.maintenance_now() returns TABLE(since timestamp with time zone, message text) owner lotsenwerk_access stable definer search_path="" body 1f8d40a8 execute lotsenwerk_app
function platform.note_demo(timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body bc5c551a execute lotsenwerk_app
function platform.note_start(timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 79f2f609 execute lotsenwerk_app
function platform.recall_reply(text,text,text,timestamp with time zone) returns TABLE(state text, status integer, headers jsonb, body text) owner lotsenwerk_access volatile definer search_path="" body 6d523b17 execute lotsenwerk_app
function platform.remember_reply(text,text,text,integer,jsonb,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 19993ef1 execute lotsenwerk_app
function portal.forget_visit() returns trigger owner lotsenwerk_access volatile definer search_path="" body 0f2f1086 execute 
function privacy.data_of_account(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body 08a587b0 execute 
function privacy.delete_due(timestamp with time zone) returns bigint owner lotsenwerk_access volatile definer search_path="" body e80275f8 execute lotsenwerk_worker
function privacy.due(timestamp with time zone) returns TABLE(name text, what text, term_hours integer, since text, ground text, relation text, rows bigint) owner lotsenwerk_access stable definer search_path="" body 2ddecf69 execute lotsenwerk_app
function privacy.erase_person(uuid,uuid,timestamp with time zone) returns text owner lotsenwerk_access volatile definer search_path="" body 77f2ec93 execute lotsenwerk_app
function privacy.find_person(text) returns TABLE(id uuid, name text, email text, active boolean, places text[]) owner lotsenwerk_access stable definer search_path="" body 09747dc6 execute lotsenwerk_app
function privacy.is_active(uuid) returns boolean owner lotsenwerk_access stable definer search_path="" body ddfab798 execute 
function privacy.may_see(uuid) returns boolean owner lotsenwerk_access stable search_path="" body d5c17d14 execute 
function privacy.person_data(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body 75ae7104 execute lotsenwerk_app
function privacy.person_data_without_appointments(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body f6f6f9ef execute 
function privacy.person_data_without_cockpit(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body 46c85c2a execute 
function privacy.person_data_without_consents(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body 717f15ee execute 
function privacy.person_data_without_events(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body d6410871 execute 
function privacy.person_data_without_interests(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body ed7c1d51 execute 
function privacy.person_data_without_programmes(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body c9655e70 execute 
function privacy.person_data_without_proofs(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body e2a89be6 execute 
function privacy.person_data_without_search(uuid) returns jsonb owner lotsenwerk_access stable definer search_path="" body cc59084f execute 
function privacy.summary(uuid) returns TABLE(id uuid, name text, email text, active boolean, erased boolean) owner lotsenwerk_access stable definer search_path="" body 52a7092f execute lotsenwerk_app
function privacy.without(text,text,text) returns text owner lotsenwerk_access immutable search_path="" body c967112a execute 
function programmes.begin_unsettled() returns trigger owner lotsenwerk_access volatile search_path="" body 93575bdf execute 
function programmes.hold(uuid) returns boolean owner lotsenwerk_access volatile definer search_path="" body f1cd8d26 execute lotsenwerk_app
function programmes.keep_road() returns trigger owner lotsenwerk_access volatile definer search_path="" body 2e6db8a3 execute 
function programmes.remove_step(uuid,text) returns integer owner lotsenwerk_access volatile definer search_path="" body a567e992 execute lotsenwerk_app
function programmes.resettle() returns trigger owner lotsenwerk_access volatile definer search_path="" body 939ae065 execute 
function programmes.search_documents(uuid[],uuid,integer) returns TABLE(id uuid, key text, name text, summary text, about text, run_by text, contractor text, steps text[]) owner lotsenwerk_access stable definer search_path="" body 1c7da175 execute lotsenwerk_worker
function programmes.settle(uuid[]) returns void owner lotsenwerk_access volatile definer search_path="" body 4d713200 execute 
function proofs.add_terms() returns trigger owner lotsenwerk_access volatile definer search_path="" body 587815f7 execute 
function publishing.front(date) returns TABLE(operator text, municipalities bigint) owner lotsenwerk_access stable definer search_path="" body dbc57ec3 execute lotsenwerk_app
function publishing.report_barrier(uuid,text,text,text,timestamp with time zone,date) returns TABLE(organization uuid, keepers uuid[]) owner lotsenwerk_access volatile definer search_path="" body f0c378c4 execute lotsenwerk_app
function search.begin_build(uuid,jsonb) returns void owner lotsenwerk_access volatile definer search_path="" body 8684b2b6 execute lotsenwerk_worker
function search.current_build() returns uuid owner lotsenwerk_access stable definer search_path="" body 90c6067c execute lotsenwerk_app
function search.edition() returns TABLE(edition text, is_built boolean) owner lotsenwerk_access stable definer search_path="" body 0b0bb07f execute lotsenwerk_worker
function search.end_build(uuid,text,timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 15b0b80f execute lotsenwerk_worker
function search.find(text[],text[],text[],integer,integer,integer) returns TABLE(build uuid, type text, id text, place bigint, total bigint, wanted tsquery) owner lotsenwerk_access stable definer search_path="" plan_cache_mode=force_custom_plan jit=off pg_trgm.word_similarity_threshold=0.33 body 1e34ea8d execute lotsenwerk_app
function search.is_building(uuid) returns boolean owner lotsenwerk_access stable definer search_path="" body 2dba2ef7 execute lotsenwerk_worker
function search.lock() returns void owner lotsenwerk_access volatile definer search_path="" body 723d7ed1 execute lotsenwerk_worker
function search.note_deed() returns trigger owner lotsenwerk_access volatile definer search_path="" body d401094a execute lotsenwerk_owner
function search.note_deed_about() returns trigger owner lotsenwerk_access volatile definer search_path="" body 0c3853ea execute lotsenwerk_owner
function search.note_name() returns trigger owner lotsenwerk_access volatile definer search_path="" body 16be2473 execute lotsenwerk_owner
function search.note_stale(text,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body c9ebe537 execute 
function search.note_turning_roles(date) returns void owner lotsenwerk_access volatile definer search_path="" body 17a39da0 execute lotsenwerk_worker
function search.of_type(text,tsquery) returns tsquery owner lotsenwerk_access immutable search_path="" body f1dd9bca execute 
function search.of_type(text,tsvector) returns tsvector owner lotsenwerk_access immutable search_path="" body e11c4fdf execute 
function search.prune(text,text[],text[]) returns void owner lotsenwerk_access volatile definer search_path="" body 825691d3 execute lotsenwerk_worker
function search.put(uuid,jsonb) returns void owner lotsenwerk_access volatile definer search_path="" body 7696be01 execute lotsenwerk_worker
function search.remember(text,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body e35d98b7 execute lotsenwerk_app
function search.settle(uuid[]) returns void owner lotsenwerk_access volatile definer search_path="" body f24844fa execute lotsenwerk_worker
function search.sweep(integer) returns integer owner lotsenwerk_access volatile definer search_path="" body aa07b6eb execute lotsenwerk_worker
function search.take_stale(integer) returns TABLE(type text, subject text, notes uuid[]) owner lotsenwerk_access volatile definer search_path="" body 670beabf execute lotsenwerk_worker
function search.wanted(text[],boolean) returns tsquery owner lotsenwerk_access immutable search_path="" body 61a7abc5 execute 
function security.checks_to_migrate(uuid) returns TABLE(organization_id uuid, assessment_id uuid, person_ids uuid[], title text, to_id uuid, to_title text, to_version text, text text, due_on text) owner lotsenwerk_access stable definer search_path="" body 6e545384 execute lotsenwerk_worker
function security.commenters_among(uuid,text,uuid[]) returns uuid[] owner lotsenwerk_access stable definer search_path="" body ccd32718 execute lotsenwerk_app
function security.copy_answers(uuid,security.assessment,jsonb,boolean) returns void owner lotsenwerk_access volatile definer search_path="" body 6bdbfaae execute 
function security.copy_delegations(uuid,security.assessment,jsonb) returns void owner lotsenwerk_access volatile definer search_path="" body fa45d962 execute 
function security.copy_links(uuid,security.assessment,jsonb,boolean) returns void owner lotsenwerk_access volatile definer search_path="" body 54bbf3b8 execute 
function security.copy_reviews(uuid,security.assessment,jsonb,boolean) returns void owner lotsenwerk_access volatile definer search_path="" body 5058c7c9 execute 
function security.copy_sides(uuid,security.assessment,jsonb,boolean) returns void owner lotsenwerk_access volatile definer search_path="" body 5e15419f execute 
function security.hand_over_delegations(uuid,uuid,uuid,uuid[],timestamp with time zone) returns TABLE(assessment_id uuid, catalog_id uuid, lists integer, due_on date, taken boolean, delegated_by uuid) owner lotsenwerk_access volatile definer search_path="" body 2cea5347 execute lotsenwerk_app
function security.hold_still(uuid) returns TABLE(in_review_at timestamp with time zone, signed_off_at timestamp with time zone, closed_why text) owner lotsenwerk_access volatile definer search_path="" body 09b0c15b execute lotsenwerk_app
function security.id_beside(uuid) returns uuid owner lotsenwerk_access volatile search_path="" body 7c582406 execute 
function security.keep_result() returns trigger owner lotsenwerk_owner volatile definer search_path="" body 4d549ee0 execute 
function security.lock_assessment() returns trigger owner lotsenwerk_access volatile definer search_path="" body 967b29f3 execute 
function security.migrate_assessment(uuid,uuid,uuid,timestamp with time zone,jsonb,jsonb) returns TABLE(outcome text, assessment_id uuid) owner lotsenwerk_access volatile definer search_path="" body c6abad3b execute lotsenwerk_app
function security.only_until_signed() returns trigger owner lotsenwerk_access volatile definer search_path="" body c0851dd1 execute 
function security.only_while_open() returns trigger owner lotsenwerk_access volatile definer search_path="" body ebc058e0 execute 
function security.only_while_running() returns trigger owner lotsenwerk_access volatile definer search_path="" body 25c7a6c4 execute 
function security.search_documents(uuid[],uuid,integer) returns TABLE(id uuid, organization text, catalog text, wave integer, closed_why text) owner lotsenwerk_access stable definer search_path="" body 8a47efb7 execute lotsenwerk_worker
function security.settle_state() returns trigger owner lotsenwerk_access volatile definer search_path="" body 3d342290 execute 
function security.take_ending_evidence(date,timestamp with time zone) returns TABLE(organization_id uuid, assessment_id uuid, control_id text, title text, valid_until text, person_ids uuid[]) owner lotsenwerk_access volatile definer search_path="" body 057bbf7b execute lotsenwerk_worker
function security.take_reminders(date,date) returns TABLE(organization_id uuid, assessment_id uuid, person_id uuid, delegator text) owner lotsenwerk_access volatile definer search_path="" body 7bbdc65a execute lotsenwerk_worker
function security.undo_migration(uuid,timestamp with time zone) returns TABLE(outcome text, assessment_id uuid, carried_back integer, left_behind integer) owner lotsenwerk_access volatile definer search_path="" body cbb869f7 execute lotsenwerk_app

-- triggers
CREATE TRIGGER account_of_new AFTER INSERT ON programmes.enrollment FOR EACH ROW EXECUTE FUNCTION funding.follow_road()
CREATE TRIGGER account_of_road AFTER UPDATE OF road, state ON programmes.enrollment FOR EACH ROW WHEN (((old.road IS DISTINCT FROM new.road) OR (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION funding.follow_road()
CREATE TRIGGER account_of_stage AFTER INSERT OR UPDATE OF released_on ON programmes.stage FOR EACH ROW EXECUTE FUNCTION funding.follow_stage()
CREATE TRIGGER begin_unsettled BEFORE INSERT ON programmes.enrollment FOR EACH ROW EXECUTE FUNCTION programmes.begin_unsettled()
CREATE TRIGGER book BEFORE INSERT ON funding.entry FOR EACH ROW EXECUTE FUNCTION funding.book()
CREATE TRIGGER count_space AFTER INSERT OR DELETE ON files.file FOR EACH ROW EXECUTE FUNCTION files.count_space()
CREATE TRIGGER drop_unreleased AFTER UPDATE OF revoked_at ON consents.consent FOR EACH ROW WHEN (((new.purpose = 'namedInStatePicture'::text) AND (new.revoked_at IS NOT NULL))) EXECUTE FUNCTION pictures.drop_unreleased()
CREATE TRIGGER forget_calendar_feeds AFTER UPDATE OF email ON identity.person FOR EACH ROW WHEN ((new.email ~~ '%@geloescht.invalid'::text)) EXECUTE FUNCTION insights.forget_calendar_feeds()
CREATE TRIGGER forget_cockpit_views AFTER UPDATE OF name ON identity.person FOR EACH ROW WHEN ((new.email ~~ '%@geloescht.invalid'::text)) EXECUTE FUNCTION cockpit.forget_person()
CREATE TRIGGER forget_courses AFTER UPDATE OF name ON identity.person FOR EACH ROW WHEN ((new.email ~~ '%@geloescht.invalid'::text)) EXECUTE FUNCTION guidance.forget_person()
CREATE TRIGGER forget_in_replacements AFTER UPDATE OF name ON identity.person FOR EACH ROW WHEN ((new.email ~~ '%@geloescht.invalid'::text)) EXECUTE FUNCTION identity.forget_in_replacements()
CREATE TRIGGER forget_notification_settings AFTER UPDATE OF name ON identity.person FOR EACH ROW WHEN ((new.email ~~ '%@geloescht.invalid'::text)) EXECUTE FUNCTION notifications.forget_person()
CREATE TRIGGER forget_visit AFTER UPDATE OF email ON identity.person FOR EACH ROW WHEN ((new.email ~~ '%@geloescht.invalid'::text)) EXECUTE FUNCTION portal.forget_visit()
CREATE TRIGGER keep_result AFTER UPDATE OF signed_off_at ON security.assessment FOR EACH ROW WHEN ((old.signed_off_at IS DISTINCT FROM new.signed_off_at)) EXECUTE FUNCTION security.keep_result()
CREATE TRIGGER keep_road AFTER UPDATE ON programmes.enrollment_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION programmes.keep_road()
CREATE TRIGGER keep_road_of_new AFTER INSERT ON programmes.enrollment_step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION programmes.keep_road()
CREATE TRIGGER lock_assessment BEFORE INSERT OR UPDATE ON security.sign_off FOR EACH ROW EXECUTE FUNCTION security.lock_assessment()
CREATE TRIGGER note_for_search AFTER INSERT ON audit.entry FOR EACH ROW EXECUTE FUNCTION search.note_deed()
CREATE TRIGGER note_for_search AFTER INSERT ON audit.personal FOR EACH ROW WHEN ((new.subject_id IS NOT NULL)) EXECUTE FUNCTION search.note_deed_about()
CREATE TRIGGER note_for_search AFTER UPDATE OF name ON identity.person FOR EACH ROW EXECUTE FUNCTION search.note_name()
CREATE TRIGGER only_until_signed AFTER INSERT ON security.remark FOR EACH ROW EXECUTE FUNCTION security.only_until_signed('both')
CREATE TRIGGER only_until_signed AFTER INSERT ON security.review FOR EACH ROW EXECUTE FUNCTION security.only_until_signed('assessor')
CREATE TRIGGER only_while_open AFTER INSERT ON packages.package_version FOR EACH ROW EXECUTE FUNCTION packages.only_while_open()
CREATE TRIGGER only_while_open AFTER INSERT ON participation.spot_check FOR EACH ROW EXECUTE FUNCTION participation.only_while_open()
CREATE TRIGGER only_while_open AFTER INSERT ON security.answer FOR EACH ROW EXECUTE FUNCTION security.only_while_open()
CREATE TRIGGER only_while_open AFTER INSERT ON security.answer_source FOR EACH ROW EXECUTE FUNCTION security.only_while_open()
CREATE TRIGGER only_while_open AFTER INSERT ON security.declined_proposal FOR EACH ROW EXECUTE FUNCTION security.only_while_open()
CREATE TRIGGER only_while_open AFTER INSERT ON security.evidence FOR EACH ROW EXECUTE FUNCTION security.only_while_open()
CREATE TRIGGER only_while_open_to_removal AFTER UPDATE OF removed_at ON security.evidence FOR EACH ROW EXECUTE FUNCTION security.only_while_open()
CREATE TRIGGER only_while_running AFTER INSERT ON security.comment FOR EACH ROW EXECUTE FUNCTION security.only_while_running()
CREATE TRIGGER only_while_running AFTER INSERT ON security.delegation FOR EACH ROW EXECUTE FUNCTION security.only_while_running()
CREATE TRIGGER resettle AFTER UPDATE ON programmes.step REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION programmes.resettle()
CREATE TRIGGER settle_state AFTER INSERT OR UPDATE ON security.sign_off FOR EACH ROW EXECUTE FUNCTION security.settle_state()
CREATE TRIGGER terms_of_new AFTER INSERT ON programmes.programme FOR EACH ROW EXECUTE FUNCTION proofs.add_terms()

-- views
view pictures.catalog_hash as SELECT id AS catalog_id, sha256 FROM catalogs.catalog c;
view pictures.control_title as SELECT catalog_id, id, top_key, title, "position" FROM catalogs.control c;
view pictures.list_title as SELECT catalog_id, key, title, "position" FROM catalogs.control_group g WHERE (parent_key IS NULL);
view pictures.merged as SELECT predecessor_id AS organization_id, from_day FROM organizations.succession s WHERE ((kind = 'merge'::text) AND (withdrawn_at IS NULL));
view pictures.naming as SELECT organization_id, given_at, revoked_at FROM consents.consent c WHERE (purpose = 'namedInStatePicture'::text);
view pictures.observed as SELECT p.id AS programme_id, p.key AS programme_key, r.days FROM (programmes.programme p LEFT JOIN pictures.release_plan r ON ((r.programme_id = p.id))) WHERE ((p.state = 'running'::text) AND (EXISTS ( SELECT FROM programmes.observer o WHERE (o.programme_id = p.id))));
view pictures.participant as SELECT e.programme_id, e.organization_id, e.phase AS phase_key, o.name, o.kind, o.county, o.population, a.released_cents, a.limit_cents, a.planned_cents, a.committed_cents, a.delivered_cents, a.accepted_cents, a.invoiced_cents, a.settled_cents FROM ((programmes.enrollment e JOIN organizations.organization o ON ((o.id = e.organization_id))) LEFT JOIN funding.account a ON ((a.enrollment_id = e.id))) WHERE ((e.state = 'active'::text) AND (o.kind = ANY (ARRAY['county'::text, 'independentCity'::text, 'unitaryMunicipality'::text, 'associationMunicipality'::text])));
view pictures.phase_title as SELECT p.programme_id, p.key, p.title, p."position" FROM programmes.phase p UNION ALL SELECT o.id AS programme_id, 'completed'::text AS key, 'Abgeschlossen'::text AS title, 1000 AS "position" FROM programmes.programme o;
view pictures.signed_check as SELECT a.id AS assessment_id, a.organization_id, a.catalog_id, a.wave, a.signed_off_at FROM (security.assessment a JOIN catalogs.catalog c ON ((c.id = a.catalog_id))) WHERE ((a.signed_off_at IS NOT NULL) AND (c.scale = 'yesNoNotApplicable'::text));
view pictures.signed_list as SELECT assessment_id, top_key, answers FROM security.signed_result r;
