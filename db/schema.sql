-- schemas
schema access usage to lotsenwerk_access, usage to lotsenwerk_app
schema audit usage to lotsenwerk_access, usage to lotsenwerk_app
schema catalogs usage to lotsenwerk_access, usage to lotsenwerk_app
schema identity usage to lotsenwerk_access, usage to lotsenwerk_app
schema migrations usage to lotsenwerk
schema organizations usage to lotsenwerk_access, usage to lotsenwerk_app
schema platform usage to lotsenwerk_access, usage to lotsenwerk_app
schema security usage to lotsenwerk_app

-- tables
table audit.entry -- class: system. Who did what; written in the transaction of the deed, never changed.
table catalogs.catalog -- class: shared. One imported version, pinned by the hash of its file; never changed.
table catalogs.control -- class: shared. One requirement or question; id as in this version, key across versions.
table catalogs.control_group -- class: shared. Groups of a catalog in their order; top_key is the outermost group.
table catalogs.source_file -- class: shared. The file as it came, compressed: a later edition of the importer can read more from it.
table identity.api_token -- class: system. Hashes of bearer tokens.
table identity.assignment -- class: tenant. Which assessor works at which municipality, from when until when.
table identity.password -- class: system. PHC strings; read by begin_sign_in only.
table identity.person -- class: person. Who may sign in; one address, one person.
table identity.role_grant -- class: tenant. Who is what, where, from when until when; "member" belongs to the organization without a function.
table identity.session -- class: system. Hashes of the cookies that are signed in.
table identity.sign_in_attempt -- class: system. Counters per address and account, and per address.
table migrations.migration -- class: system. Which files of db/migrations have run.
table organizations.organization -- class: shared. Municipalities and everybody else who takes part; names are not unique.
table platform.installation -- class: system. One row: when this installation was first started.
table platform.remembered_reply -- class: system. Successful replies by hash of the token and key of the caller, for 48 hours.
table security.answer -- class: tenant. Answers in all their versions; the highest one counts.
table security.assessment -- class: tenant. One check of one organization on one catalog version.

-- columns
column audit.entry.acting_for uuid
column audit.entry.at timestamp with time zone not null
column audit.entry.data jsonb not null default '{}'::jsonb
column audit.entry.event text not null
column audit.entry.id uuid not null
column audit.entry.organization_id uuid
column audit.entry.person_id uuid
column audit.entry.subject_id text
column catalogs.catalog.control_count integer not null
column catalogs.catalog.id uuid not null
column catalogs.catalog.imported_at timestamp with time zone not null
column catalogs.catalog.imported_by uuid
column catalogs.catalog.language text
column catalogs.catalog.license text
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
column catalogs.control.parent_id text
column catalogs.control.position integer not null
column catalogs.control.security_level text
column catalogs.control.statement text not null
column catalogs.control.title text not null
column catalogs.control.top_key text not null
column catalogs.control_group.catalog_id uuid not null
column catalogs.control_group.key text not null
column catalogs.control_group.overview text
column catalogs.control_group.parent_key text
column catalogs.control_group.position integer not null
column catalogs.control_group.title text not null
column catalogs.control_group.top_key text not null
column catalogs.source_file.catalog_id uuid not null
column catalogs.source_file.gzip bytea not null
column identity.api_token.created_at timestamp with time zone not null
column identity.api_token.expires_at timestamp with time zone not null
column identity.api_token.id uuid not null
column identity.api_token.person_id uuid not null
column identity.api_token.token_hash text not null
column identity.assignment.assigned_by uuid
column identity.assignment.from_day date not null
column identity.assignment.id uuid not null
column identity.assignment.organization_id uuid not null
column identity.assignment.person_id uuid not null
column identity.assignment.until_day date not null
column identity.password.changed_at timestamp with time zone not null
column identity.password.hash text not null
column identity.password.person_id uuid not null
column identity.person.created_at timestamp with time zone not null
column identity.person.email text not null
column identity.person.id uuid not null
column identity.person.is_demo boolean not null default false
column identity.person.name text not null
column identity.role_grant.from_day date not null
column identity.role_grant.granted_by uuid
column identity.role_grant.id uuid not null
column identity.role_grant.organization_id uuid not null
column identity.role_grant.person_id uuid not null
column identity.role_grant.role text not null
column identity.role_grant.until_day date
column identity.session.acting_for uuid
column identity.session.created_at timestamp with time zone not null
column identity.session.last_seen_at timestamp with time zone not null
column identity.session.person_id uuid not null
column identity.session.token_hash text not null
column identity.sign_in_attempt.attempts integer not null
column identity.sign_in_attempt.key text not null
column identity.sign_in_attempt.window_began_at timestamp with time zone not null
column migrations.migration.name text not null
column migrations.migration.ran_at timestamp with time zone not null default now()
column migrations.migration.sha256 text not null
column organizations.organization.ags text
column organizations.organization.ars text
column organizations.organization.changed_at timestamp with time zone not null
column organizations.organization.county text
column organizations.organization.created_at timestamp with time zone not null
column organizations.organization.domains text[] not null default '{}'::text[]
column organizations.organization.id uuid not null
column organizations.organization.kind text not null
column organizations.organization.leitweg_id text
column organizations.organization.name text not null
column organizations.organization.population integer
column organizations.organization.sort_key text not null
column organizations.organization.version integer not null default 1
column platform.installation.demo_loaded_at timestamp with time zone
column platform.installation.first_started_at timestamp with time zone not null
column platform.installation.only_one boolean not null default true
column platform.remembered_reply.body text not null
column platform.remembered_reply.caller text not null
column platform.remembered_reply.headers jsonb not null
column platform.remembered_reply.key text not null
column platform.remembered_reply.remembered_at timestamp with time zone not null
column platform.remembered_reply.request_hash text not null
column platform.remembered_reply.status integer not null
column security.answer.answer text not null
column security.answer.answered_at timestamp with time zone not null
column security.answer.answered_by uuid not null
column security.answer.assessment_id uuid not null
column security.answer.catalog_id uuid not null
column security.answer.control_id text not null
column security.answer.note text not null
column security.answer.organization_id uuid not null
column security.answer.version integer not null
column security.assessment.catalog_id uuid not null
column security.assessment.id uuid not null
column security.assessment.organization_id uuid not null
column security.assessment.started_at timestamp with time zone not null
column security.assessment.started_by uuid not null

-- constraints
constraint answer_answer_check on security.answer CHECK ((answer = ANY (ARRAY['yes'::text, 'no'::text, 'notApplicable'::text])))
constraint answer_answered_by_fkey on security.answer FOREIGN KEY (answered_by) REFERENCES identity.person(id)
constraint answer_assessment_id_organization_id_catalog_id_fkey on security.answer FOREIGN KEY (assessment_id, organization_id, catalog_id) REFERENCES security.assessment(id, organization_id, catalog_id)
constraint answer_catalog_id_control_id_fkey on security.answer FOREIGN KEY (catalog_id, control_id) REFERENCES catalogs.control(catalog_id, id)
constraint answer_pkey on security.answer PRIMARY KEY (assessment_id, control_id, version)
constraint answer_version_check on security.answer CHECK ((version > 0))
constraint api_token_person_id_fkey on identity.api_token FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint api_token_pkey on identity.api_token PRIMARY KEY (id)
constraint api_token_token_hash_key on identity.api_token UNIQUE (token_hash)
constraint assessment_catalog_id_fkey on security.assessment FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint assessment_id_organization_id_catalog_id_key on security.assessment UNIQUE (id, organization_id, catalog_id)
constraint assessment_organization_id_catalog_id_key on security.assessment UNIQUE (organization_id, catalog_id)
constraint assessment_organization_id_fkey on security.assessment FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint assessment_pkey on security.assessment PRIMARY KEY (id)
constraint assessment_started_by_fkey on security.assessment FOREIGN KEY (started_by) REFERENCES identity.person(id)
constraint assignment_assigned_by_fkey on identity.assignment FOREIGN KEY (assigned_by) REFERENCES identity.person(id)
constraint assignment_check on identity.assignment CHECK ((until_day >= from_day))
constraint assignment_organization_id_fkey on identity.assignment FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint assignment_person_id_fkey on identity.assignment FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint assignment_pkey on identity.assignment PRIMARY KEY (id)
constraint catalog_imported_by_fkey on catalogs.catalog FOREIGN KEY (imported_by) REFERENCES identity.person(id)
constraint catalog_pkey on catalogs.catalog PRIMARY KEY (id)
constraint catalog_scale_check on catalogs.catalog CHECK ((scale = ANY (ARRAY['yesNoNotApplicable'::text, 'level0to5WithTarget'::text])))
constraint catalog_sha256_check on catalogs.catalog CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
constraint catalog_sha256_key on catalogs.catalog UNIQUE (sha256)
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
constraint entry_acting_for_fkey on audit.entry FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint entry_organization_id_fkey on audit.entry FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint entry_person_id_fkey on audit.entry FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint entry_pkey on audit.entry PRIMARY KEY (id)
constraint installation_only_one_check on platform.installation CHECK (only_one)
constraint installation_pkey on platform.installation PRIMARY KEY (only_one)
constraint migration_pkey on migrations.migration PRIMARY KEY (name)
constraint organization_ags_check on organizations.organization CHECK ((ags ~ '^[0-9]{8}$'::text))
constraint organization_ags_key on organizations.organization UNIQUE (ags)
constraint organization_ars_check on organizations.organization CHECK ((ars ~ '^([0-9]{5}|[0-9]{9}|[0-9]{12})$'::text))
constraint organization_ars_key on organizations.organization UNIQUE (ars)
constraint organization_kind_check on organizations.organization CHECK ((kind = ANY (ARRAY['county'::text, 'independentCity'::text, 'unitaryMunicipality'::text, 'associationMunicipality'::text, 'specialPurposeAssociation'::text, 'publicInstitution'::text, 'foundation'::text, 'university'::text, 'municipalCompany'::text, 'association'::text, 'cooperative'::text, 'contractor'::text, 'ministry'::text])))
constraint organization_name_check on organizations.organization CHECK ((name <> ''::text))
constraint organization_pkey on organizations.organization PRIMARY KEY (id)
constraint organization_population_check on organizations.organization CHECK ((population >= 0))
constraint password_person_id_fkey on identity.password FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint password_pkey on identity.password PRIMARY KEY (person_id)
constraint person_email_check on identity.person CHECK ((email = lower(email)))
constraint person_email_key on identity.person UNIQUE (email)
constraint person_name_check on identity.person CHECK ((name <> ''::text))
constraint person_pkey on identity.person PRIMARY KEY (id)
constraint remembered_reply_pkey on platform.remembered_reply PRIMARY KEY (caller, key)
constraint role_grant_check on identity.role_grant CHECK ((until_day >= from_day))
constraint role_grant_granted_by_fkey on identity.role_grant FOREIGN KEY (granted_by) REFERENCES identity.person(id)
constraint role_grant_organization_id_fkey on identity.role_grant FOREIGN KEY (organization_id) REFERENCES organizations.organization(id)
constraint role_grant_person_id_fkey on identity.role_grant FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint role_grant_pkey on identity.role_grant PRIMARY KEY (id)
constraint role_grant_role_check on identity.role_grant CHECK ((role = ANY (ARRAY['chiefExecutive'::text, 'securityOfficer'::text, 'navigator'::text, 'officeHead'::text, 'dataProtectionOfficer'::text, 'itStaff'::text, 'organizationAdmin'::text, 'programmeManager'::text, 'guide'::text, 'editor'::text, 'procurer'::text, 'office'::text, 'assessor'::text, 'contractorOffice'::text, 'observer'::text, 'administrator'::text, 'member'::text])))
constraint session_acting_for_fkey on identity.session FOREIGN KEY (acting_for) REFERENCES organizations.organization(id)
constraint session_person_id_fkey on identity.session FOREIGN KEY (person_id) REFERENCES identity.person(id)
constraint session_pkey on identity.session PRIMARY KEY (token_hash)
constraint sign_in_attempt_pkey on identity.sign_in_attempt PRIMARY KEY (key)
constraint source_file_catalog_id_fkey on catalogs.source_file FOREIGN KEY (catalog_id) REFERENCES catalogs.catalog(id)
constraint source_file_pkey on catalogs.source_file PRIMARY KEY (catalog_id)

-- indexes
CREATE INDEX answer_answered_by ON security.answer USING btree (answered_by)
CREATE INDEX answer_control ON security.answer USING btree (catalog_id, control_id)
CREATE INDEX answer_organization ON security.answer USING btree (organization_id, assessment_id)
CREATE INDEX api_token_person ON identity.api_token USING btree (person_id)
CREATE INDEX assessment_catalog ON security.assessment USING btree (catalog_id)
CREATE INDEX assessment_organization ON security.assessment USING btree (organization_id, id)
CREATE INDEX assessment_started_by ON security.assessment USING btree (started_by)
CREATE INDEX assignment_assigned_by ON identity.assignment USING btree (assigned_by)
CREATE INDEX assignment_organization ON identity.assignment USING btree (organization_id, id)
CREATE INDEX assignment_person ON identity.assignment USING btree (person_id)
CREATE INDEX catalog_imported_by ON catalogs.catalog USING btree (imported_by)
CREATE INDEX catalog_order ON catalogs.catalog USING btree (sort_key, id)
CREATE INDEX control_group_of ON catalogs.control USING btree (catalog_id, group_key, "position")
CREATE INDEX control_group_parent ON catalogs.control_group USING btree (catalog_id, parent_key)
CREATE INDEX entry_acting_for ON audit.entry USING btree (acting_for)
CREATE INDEX entry_organization ON audit.entry USING btree (organization_id, at, id)
CREATE INDEX entry_person ON audit.entry USING btree (person_id, at)
CREATE INDEX organization_kind ON organizations.organization USING btree (kind, sort_key, id)
CREATE INDEX organization_order ON organizations.organization USING btree (sort_key, id)
CREATE INDEX remembered_reply_age ON platform.remembered_reply USING btree (remembered_at)
CREATE INDEX role_grant_granted_by ON identity.role_grant USING btree (granted_by)
CREATE INDEX role_grant_organization ON identity.role_grant USING btree (organization_id, id)
CREATE INDEX role_grant_person ON identity.role_grant USING btree (person_id)
CREATE INDEX session_acting_for ON identity.session USING btree (acting_for)
CREATE INDEX session_age ON identity.session USING btree (created_at)
CREATE INDEX session_person ON identity.session USING btree (person_id)
CREATE INDEX sign_in_attempt_age ON identity.sign_in_attempt USING btree (window_began_at)
CREATE UNIQUE INDEX answer_pkey ON security.answer USING btree (assessment_id, control_id, version)
CREATE UNIQUE INDEX api_token_pkey ON identity.api_token USING btree (id)
CREATE UNIQUE INDEX api_token_token_hash_key ON identity.api_token USING btree (token_hash)
CREATE UNIQUE INDEX assessment_id_organization_id_catalog_id_key ON security.assessment USING btree (id, organization_id, catalog_id)
CREATE UNIQUE INDEX assessment_organization_id_catalog_id_key ON security.assessment USING btree (organization_id, catalog_id)
CREATE UNIQUE INDEX assessment_pkey ON security.assessment USING btree (id)
CREATE UNIQUE INDEX assignment_pkey ON identity.assignment USING btree (id)
CREATE UNIQUE INDEX catalog_pkey ON catalogs.catalog USING btree (id)
CREATE UNIQUE INDEX catalog_sha256_key ON catalogs.catalog USING btree (sha256)
CREATE UNIQUE INDEX control_catalog_id_key_key ON catalogs.control USING btree (catalog_id, key)
CREATE UNIQUE INDEX control_catalog_id_position_key ON catalogs.control USING btree (catalog_id, "position")
CREATE UNIQUE INDEX control_group_catalog_id_position_key ON catalogs.control_group USING btree (catalog_id, "position")
CREATE UNIQUE INDEX control_group_pkey ON catalogs.control_group USING btree (catalog_id, key)
CREATE UNIQUE INDEX control_pkey ON catalogs.control USING btree (catalog_id, id)
CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (id)
CREATE UNIQUE INDEX installation_pkey ON platform.installation USING btree (only_one)
CREATE UNIQUE INDEX migration_pkey ON migrations.migration USING btree (name)
CREATE UNIQUE INDEX organization_ags_key ON organizations.organization USING btree (ags)
CREATE UNIQUE INDEX organization_ars_key ON organizations.organization USING btree (ars)
CREATE UNIQUE INDEX organization_pkey ON organizations.organization USING btree (id)
CREATE UNIQUE INDEX password_pkey ON identity.password USING btree (person_id)
CREATE UNIQUE INDEX person_email_key ON identity.person USING btree (email)
CREATE UNIQUE INDEX person_pkey ON identity.person USING btree (id)
CREATE UNIQUE INDEX remembered_reply_pkey ON platform.remembered_reply USING btree (caller, key)
CREATE UNIQUE INDEX role_grant_pkey ON identity.role_grant USING btree (id)
CREATE UNIQUE INDEX session_pkey ON identity.session USING btree (token_hash)
CREATE UNIQUE INDEX sign_in_attempt_pkey ON identity.sign_in_attempt USING btree (key)
CREATE UNIQUE INDEX source_file_pkey ON catalogs.source_file USING btree (catalog_id)

-- policies
policy acquainted on identity.person permissive for SELECT to lotsenwerk_app using ((id = ANY (( SELECT access.visible_people() AS visible_people)::uuid[]))) check ()
policy colleagues on identity.role_grant permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_member() AS scope_member)::uuid[]))) check ()
policy concerned on identity.assignment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT (access.scope_member() || access.assigned_organizations()))::uuid[]))) check ()
policy cooperative_adds on catalogs.catalog permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.control permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.control_group permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on catalogs.source_file permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,operator}'::text[]) AS holds))
policy cooperative_adds on organizations.organization permissive for INSERT to lotsenwerk_app using () check (( SELECT access.holds('{programmeManager,office,administrator,operator}'::text[]) AS holds))
policy cooperative_changes on organizations.organization permissive for UPDATE to lotsenwerk_app using (( SELECT access.holds('{programmeManager,office,administrator,operator}'::text[]) AS holds)) check (( SELECT access.holds('{programmeManager,office,administrator,operator}'::text[]) AS holds))
policy definer on audit.entry permissive for INSERT to lotsenwerk_access using () check (true)
policy definer on identity.api_token permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.assignment permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on identity.password permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.person permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on identity.role_grant permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on identity.session permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on identity.sign_in_attempt permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on organizations.organization permissive for SELECT to lotsenwerk_access using (true) check ()
policy definer on platform.installation permissive for ALL to lotsenwerk_access using (true) check (true)
policy definer on platform.remembered_reply permissive for ALL to lotsenwerk_access using (true) check (true)
policy maintenance on audit.entry permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.catalog permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.control permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.control_group permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on catalogs.source_file permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.api_token permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.assignment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.password permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.person permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.role_grant permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.session permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on identity.sign_in_attempt permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on migrations.migration permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on organizations.organization permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on platform.installation permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on platform.remembered_reply permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.answer permissive for ALL to lotsenwerk_owner using (true) check (true)
policy maintenance on security.assessment permissive for ALL to lotsenwerk_owner using (true) check (true)
policy operator_adds on identity.assignment permissive for INSERT to lotsenwerk_app using () check (( SELECT access.is_operator() AS is_operator))
policy operator_adds on identity.person permissive for INSERT to lotsenwerk_app using () check (( SELECT access.is_operator() AS is_operator))
policy operator_adds on identity.role_grant permissive for INSERT to lotsenwerk_app using () check (( SELECT access.is_operator() AS is_operator))
policy operator_reads on identity.person permissive for SELECT to lotsenwerk_app using (( SELECT access.is_operator() AS is_operator)) check ()
policy own_staff_adds on security.answer permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (answered_by = access.person())))
policy own_staff_adds on security.assessment permissive for INSERT to lotsenwerk_app using () check (((organization_id = ANY (( SELECT access.scope_answer_write() AS scope_answer_write)::uuid[])) AND (started_by = access.person())))
policy readers on security.answer permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy readers on security.assessment permissive for SELECT to lotsenwerk_app using ((organization_id = ANY (( SELECT access.scope_answer_read() AS scope_answer_read)::uuid[]))) check ()
policy signed_in on catalogs.catalog permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.control permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.control_group permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on catalogs.source_file permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()
policy signed_in on organizations.organization permissive for SELECT to lotsenwerk_app using (( SELECT ((access.person() IS NOT NULL) OR access.is_operator()))) check ()

-- grants
grant DELETE, INSERT, SELECT on platform.remembered_reply to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.session to lotsenwerk_access
grant DELETE, INSERT, SELECT, UPDATE on identity.sign_in_attempt to lotsenwerk_access
grant INSERT on audit.entry to lotsenwerk_access
grant INSERT, SELECT on catalogs.catalog to lotsenwerk_app
grant INSERT, SELECT on catalogs.control to lotsenwerk_app
grant INSERT, SELECT on catalogs.control_group to lotsenwerk_app
grant INSERT, SELECT on catalogs.source_file to lotsenwerk_app
grant INSERT, SELECT on identity.api_token to lotsenwerk_access
grant INSERT, SELECT on identity.assignment to lotsenwerk_app
grant INSERT, SELECT on identity.person to lotsenwerk_app
grant INSERT, SELECT on identity.role_grant to lotsenwerk_app
grant INSERT, SELECT on security.answer to lotsenwerk_app
grant INSERT, SELECT on security.assessment to lotsenwerk_app
grant INSERT, SELECT, UPDATE on identity.password to lotsenwerk_access
grant INSERT, SELECT, UPDATE on organizations.organization to lotsenwerk_app
grant INSERT, SELECT, UPDATE on platform.installation to lotsenwerk_access
grant SELECT on identity.assignment to lotsenwerk_access
grant SELECT on identity.person to lotsenwerk_access
grant SELECT on identity.role_grant to lotsenwerk_access
grant SELECT on organizations.organization to lotsenwerk_access

-- functions
function access.acting_for() returns uuid owner lotsenwerk_owner stable search_path="" body adf219e2 execute lotsenwerk_access, lotsenwerk_app
function access.assigned_organizations() returns uuid[] owner lotsenwerk_access stable definer search_path="" body da501011 execute lotsenwerk_app
function access.holds(text[]) returns boolean owner lotsenwerk_access stable definer search_path="" body ef2fbcc8 execute lotsenwerk_app
function access.is_operator() returns boolean owner lotsenwerk_owner stable search_path="" body c4b68be2 execute lotsenwerk_access, lotsenwerk_app
function access.organizations_as(text[]) returns uuid[] owner lotsenwerk_access stable definer search_path="" body b9f2d7aa execute lotsenwerk_app
function access.person() returns uuid owner lotsenwerk_owner stable search_path="" body 494a4fc0 execute lotsenwerk_access, lotsenwerk_app
function access.scope_answer_read() returns uuid[] owner lotsenwerk_owner stable search_path="" body 807b586c execute lotsenwerk_access, lotsenwerk_app
function access.scope_answer_write() returns uuid[] owner lotsenwerk_owner stable search_path="" body fc13e4d2 execute lotsenwerk_access, lotsenwerk_app
function access.scope_member() returns uuid[] owner lotsenwerk_owner stable search_path="" body 65451c86 execute lotsenwerk_access, lotsenwerk_app
function access.today() returns date owner lotsenwerk_owner stable search_path="" body 955c22c5 execute lotsenwerk_access, lotsenwerk_app
function access.visible_people() returns uuid[] owner lotsenwerk_access stable definer search_path="" body 98010c03 execute lotsenwerk_app
function audit.record_audit(uuid,timestamp with time zone,uuid,text,text,jsonb) returns void owner lotsenwerk_access volatile definer search_path="" body faa8f9b1 execute lotsenwerk_app
function identity.actor(uuid,uuid,date) returns TABLE(person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb) owner lotsenwerk_access stable definer search_path="" body 0154693a execute 
function identity.begin_sign_in(text,text[],integer[],timestamp with time zone,interval) returns TABLE(wait_seconds integer, person_id uuid, password_hash text) owner lotsenwerk_access volatile definer search_path="" body 4ba7820f execute lotsenwerk_app
function identity.close_session(text) returns void owner lotsenwerk_access volatile definer search_path="" body 34a5370c execute lotsenwerk_app
function identity.issue_token(uuid,text,uuid,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 46b65f3b execute lotsenwerk_app
function identity.open_session(text,uuid,text,timestamp with time zone,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 50ac3fc0 execute lotsenwerk_app
function identity.person_for_token(text) returns TABLE(person_id uuid, name text, is_demo boolean, has_tenant_role boolean) owner lotsenwerk_access stable definer search_path="" body 7b4ea006 execute lotsenwerk_app
function identity.session_actor(text,timestamp with time zone,timestamp with time zone,date) returns TABLE(person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb, last_seen_at timestamp with time zone) owner lotsenwerk_access stable definer search_path="" body 1f65e1b5 execute lotsenwerk_app
function identity.set_password(uuid,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 7a9423c6 execute lotsenwerk_app
function identity.token_actor(text,timestamp with time zone,uuid,date) returns TABLE(person_id uuid, name text, email text, acting_for uuid, roles text[], organizations jsonb) owner lotsenwerk_access stable definer search_path="" body 593b7232 execute lotsenwerk_app
function identity.token_person(text,timestamp with time zone) returns uuid owner lotsenwerk_access stable definer search_path="" body 65a18d47 execute lotsenwerk_app
function identity.touch_session(text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 197254bf execute lotsenwerk_app
function migrations.done() returns SETOF text owner lotsenwerk_owner stable definer search_path="" body ab4f41bb execute lotsenwerk
function platform.has_demo() returns boolean owner lotsenwerk_access stable definer search_path="" body 8cc970c9 execute lotsenwerk_app
function platform.note_demo(timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body bc5c551a execute lotsenwerk_app
function platform.note_start(timestamp with time zone) returns boolean owner lotsenwerk_access volatile definer search_path="" body 79f2f609 execute lotsenwerk_app
function platform.recall_reply(text,text,text,timestamp with time zone) returns TABLE(state text, status integer, headers jsonb, body text) owner lotsenwerk_access volatile definer search_path="" body 6d523b17 execute lotsenwerk_app
function platform.remember_reply(text,text,text,integer,jsonb,text,timestamp with time zone) returns void owner lotsenwerk_access volatile definer search_path="" body 19993ef1 execute lotsenwerk_app

-- triggers

-- views
