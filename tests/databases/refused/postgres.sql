CREATE TABLE public.assertions (
    org bigint NOT NULL,
    client uuid NOT NULL,
    mark text NOT NULL COLLATE pg_catalog."C",
    expires bigint NOT NULL
);

CREATE TABLE public.counters (
    org bigint NOT NULL,
    resource_type text NOT NULL COLLATE pg_catalog."C",
    slot bigint NOT NULL,
    total bigint NOT NULL
);

CREATE TABLE public.credentials (
    id uuid NOT NULL,
    org bigint NOT NULL,
    kind text NOT NULL COLLATE pg_catalog."C",
    name text NOT NULL COLLATE pg_catalog."C",
    hash text COLLATE pg_catalog."C",
    keys text COLLATE pg_catalog."C",
    scopes text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    creator text NOT NULL COLLATE pg_catalog."C",
    expires bigint NOT NULL,
    revoked bigint,
    last_used bigint,
    last_used_from text COLLATE pg_catalog."C",
    subject_type text COLLATE pg_catalog."C",
    subject uuid
);

CREATE TABLE public.gadget_fixed_many (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_friends (
    org bigint NOT NULL,
    owner uuid NOT NULL,
    member uuid NOT NULL,
    member_type text NOT NULL COLLATE pg_catalog."C",
    display text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_gadget_items (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_inner_many (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_items (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean,
    k_display text COLLATE pg_catalog."C",
    k_count text COLLATE pg_catalog."C",
    k_ratio double precision,
    k_when bigint,
    k_bytes text COLLATE pg_catalog."C",
    k_link text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_many_binary (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_many_boolean (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value boolean
);

CREATE TABLE public.gadget_many_date_time (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value bigint
);

CREATE TABLE public.gadget_many_decimal (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value double precision
);

CREATE TABLE public.gadget_many_reference (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_many_string (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_one_boolean (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value boolean
);

CREATE TABLE public.gadget_parts (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_ref text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_wholes (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_ref text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadgets (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    label text COLLATE pg_catalog."C",
    has_gadget boolean,
    k_external_id text COLLATE pg_catalog."C",
    k_one_string bigint,
    k_one_decimal double precision,
    k_one_integer bigint,
    k_many_integer bigint,
    k_one_date_time text COLLATE pg_catalog."C",
    k_one_binary text COLLATE pg_catalog."C",
    k_one_reference text COLLATE pg_catalog."C",
    k_unique_string text COLLATE pg_catalog."C",
    k_unique_decimal double precision,
    k_unique_integer bigint,
    k_unique_date_time bigint,
    k_unique_binary text COLLATE pg_catalog."C",
    k_unique_reference text COLLATE pg_catalog."C",
    k_name text COLLATE pg_catalog."C",
    k_exact text COLLATE pg_catalog."C",
    k_global text COLLATE pg_catalog."C",
    k_fixed text COLLATE pg_catalog."C",
    k_server text COLLATE pg_catalog."C",
    k_always text COLLATE pg_catalog."C",
    k_request text COLLATE pg_catalog."C",
    k_inner_value text COLLATE pg_catalog."C",
    k_inner_type text COLLATE pg_catalog."C",
    k_inner_primary boolean,
    k_inner_display text COLLATE pg_catalog."C",
    k_inner_count text COLLATE pg_catalog."C",
    k_inner_ratio double precision,
    k_inner_when bigint,
    k_inner_bytes text COLLATE pg_catalog."C",
    k_inner_link text COLLATE pg_catalog."C",
    k_owner_value text COLLATE pg_catalog."C",
    k_owner_ref text COLLATE pg_catalog."C",
    k_owner_display text COLLATE pg_catalog."C",
    k_parent_value text COLLATE pg_catalog."C",
    k_parent_ref text COLLATE pg_catalog."C",
    k_parent_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_self text COLLATE pg_catalog."C",
    k_self2 text COLLATE pg_catalog."C",
    k_gen text COLLATE pg_catalog."C",
    k_async text COLLATE pg_catalog."C",
    k_match text COLLATE pg_catalog."C",
    k_crate text COLLATE pg_catalog."C",
    k_super text COLLATE pg_catalog."C",
    k_try text COLLATE pg_catalog."C",
    k_document text COLLATE pg_catalog."C",
    k_version text COLLATE pg_catalog."C",
    k_org text COLLATE pg_catalog."C",
    k_label text COLLATE pg_catalog."C",
    k_x_y text COLLATE pg_catalog."C",
    k_x_y_2 text COLLATE pg_catalog."C",
    k_gadget_name text COLLATE pg_catalog."C",
    k_gadget_id text COLLATE pg_catalog."C",
    k_gadget_one_string text COLLATE pg_catalog."C",
    k_gadget_fixed text COLLATE pg_catalog."C",
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

CREATE TABLE public.group_members (
    org bigint NOT NULL,
    owner uuid NOT NULL,
    member uuid NOT NULL,
    member_type text NOT NULL COLLATE pg_catalog."C",
    display text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C"
);

CREATE TABLE public.group_team_label (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.groups (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    label text COLLATE pg_catalog."C",
    has_team boolean,
    k_external_id text COLLATE pg_catalog."C",
    k_display_name text COLLATE pg_catalog."C",
    k_team_motto text COLLATE pg_catalog."C",
    k_team_founded bigint,
    k_team_budget double precision,
    k_team_number bigint,
    k_team_lead_value text COLLATE pg_catalog."C",
    k_team_lead_ref text COLLATE pg_catalog."C",
    k_team_lead_display text COLLATE pg_catalog."C",
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

CREATE TABLE public.organisations (
    id bigint NOT NULL,
    name text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    display_name text COLLATE pg_catalog."C",
    suspended bigint,
    deleted bigint,
    settings text COLLATE pg_catalog."C"
);

CREATE TABLE public.outbox (
    sequence bigint NOT NULL,
    org bigint NOT NULL,
    resource_type text NOT NULL COLLATE pg_catalog."C",
    id uuid NOT NULL,
    version bigint NOT NULL,
    operation text NOT NULL COLLATE pg_catalog."C",
    changes text COLLATE pg_catalog."C",
    at bigint NOT NULL,
    target text COLLATE pg_catalog."C",
    credential uuid,
    actor text COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    request text COLLATE pg_catalog."C",
    refused text COLLATE pg_catalog."C"
);

ALTER TABLE public.outbox ALTER COLUMN sequence ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.outbox_sequence_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.requests (
    sequence bigint NOT NULL,
    org bigint NOT NULL,
    at bigint NOT NULL,
    request text NOT NULL COLLATE pg_catalog."C",
    credential uuid,
    actor text NOT NULL COLLATE pg_catalog."C",
    source text COLLATE pg_catalog."C",
    method text NOT NULL COLLATE pg_catalog."C",
    endpoint text NOT NULL COLLATE pg_catalog."C",
    resource_type text COLLATE pg_catalog."C",
    resource uuid,
    query text COLLATE pg_catalog."C",
    status bigint NOT NULL,
    scim_type text COLLATE pg_catalog."C",
    detail text COLLATE pg_catalog."C",
    micros bigint NOT NULL,
    quirks text COLLATE pg_catalog."C"
);

ALTER TABLE public.requests ALTER COLUMN sequence ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME public.requests_sequence_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE public.settings (
    name text NOT NULL COLLATE pg_catalog."C",
    value text NOT NULL COLLATE pg_catalog."C"
);

CREATE TABLE public.signing_keys (
    generation bigint NOT NULL,
    kid text NOT NULL COLLATE pg_catalog."C",
    private text NOT NULL COLLATE pg_catalog."C",
    created bigint NOT NULL,
    starts bigint NOT NULL
);

CREATE TABLE public.user_addresses (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_formatted text COLLATE pg_catalog."C",
    k_street_address text COLLATE pg_catalog."C",
    k_locality text COLLATE pg_catalog."C",
    k_region text COLLATE pg_catalog."C",
    k_postal_code text COLLATE pg_catalog."C",
    k_country text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.user_badge_doors (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.user_badge_keys (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean,
    k_depth bigint
);

CREATE TABLE public.user_emails (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.user_entitlements (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.user_ims (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.user_phone_numbers (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.user_photos (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.user_roles (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.user_x509_certificates (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.users (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    has_enterprise_user boolean,
    has_badge boolean,
    k_external_id text COLLATE pg_catalog."C",
    k_user_name text COLLATE pg_catalog."C",
    k_name_formatted text COLLATE pg_catalog."C",
    k_name_family_name text COLLATE pg_catalog."C",
    k_name_given_name text COLLATE pg_catalog."C",
    k_name_middle_name text COLLATE pg_catalog."C",
    k_name_honorific_prefix text COLLATE pg_catalog."C",
    k_name_honorific_suffix text COLLATE pg_catalog."C",
    k_display_name text COLLATE pg_catalog."C",
    k_nick_name text COLLATE pg_catalog."C",
    k_profile_url text COLLATE pg_catalog."C",
    k_title text COLLATE pg_catalog."C",
    k_user_type text COLLATE pg_catalog."C",
    k_preferred_language text COLLATE pg_catalog."C",
    k_locale text COLLATE pg_catalog."C",
    k_timezone text COLLATE pg_catalog."C",
    k_active boolean,
    k_enterprise_user_employee_number text COLLATE pg_catalog."C",
    k_enterprise_user_cost_center text COLLATE pg_catalog."C",
    k_enterprise_user_organization text COLLATE pg_catalog."C",
    k_enterprise_user_division text COLLATE pg_catalog."C",
    k_enterprise_user_department text COLLATE pg_catalog."C",
    k_enterprise_user_manager_value text COLLATE pg_catalog."C",
    k_enterprise_user_manager_ref text COLLATE pg_catalog."C",
    k_enterprise_user_manager_display_name text COLLATE pg_catalog."C",
    k_badge_number bigint,
    k_badge_label text COLLATE pg_catalog."C",
    k_badge_issued_at bigint,
    k_badge_weight double precision,
    k_badge_valid boolean,
    k_badge_photo text COLLATE pg_catalog."C",
    k_badge_home text COLLATE pg_catalog."C",
    k_badge_colour text COLLATE pg_catalog."C",
    k_badge_serial text COLLATE pg_catalog."C",
    k_badge_grade text COLLATE pg_catalog."C",
    k_badge_note text COLLATE pg_catalog."C",
    k_badge_keeper_value text COLLATE pg_catalog."C",
    k_badge_keeper_ref text COLLATE pg_catalog."C",
    k_badge_keeper_display text COLLATE pg_catalog."C",
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

COPY public.assertions (org, client, mark, expires) FROM stdin;
\.

COPY public.counters (org, resource_type, slot, total) FROM stdin;
1	Gadget	7	1
1	Gadget	12	1
1	Gadget	1	4
1	Gadget	3	1
1	Gadget	6	3
1	Gadget	10	1
1	Gadget	15	2
1	Gadget	11	3
1	Gadget	14	1
1	Gadget	5	1
2	Gadget	0	1
\.

COPY public.credentials (id, org, kind, name, hash, keys, scopes, created, creator, expires, revoked, last_used, last_used_from, subject_type, subject) FROM stdin;
01a215fe-91b8-7000-9162-dd3ec7405d42	1	token	first	8c5aa4e5402a5a2093406ddd5b2d47d0b501f9e274870b89af9edfc4110a683d	\N	read write	1795665334712000	start	1827201334712000	\N	1795665334806000	127.0.0.1	\N	\N
01a215fe-92be-7000-b3f7-e858371abafd	2	token	of the other organisation	33fa3d3caa8e2c8aaea3fa5dea3b85f453a6bfc99a1b42d3e2e21b3346a50c15	\N	read write	1795665334974000	command line	1827201334974000	\N	1795665334983000	127.0.0.1	\N	\N
\.

COPY public.gadget_fixed_many (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_friends (org, owner, member, member_type, display, k_display) FROM stdin;
1	01a215fe-9279-7000-a41b-a2362a40a975	01a215fe-9216-7000-a193-6b58fa3636b6	Gadget	\N	\N
\.

COPY public.gadget_gadget_items (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_inner_many (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_items (org, id, ordinal, k_value, k_type, k_primary, k_display, k_count, k_ratio, k_when, k_bytes, k_link) FROM stdin;
1	01a215fe-9229-7000-9ba6-c2d567b44ab7	0	v	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9229-7000-9ba6-c2d567b44ab7	1	w	\N	\N	\N	3	\N	\N	\N	\N
\.

COPY public.gadget_many_binary (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_boolean (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_date_time (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_decimal (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_reference (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_string (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_one_boolean (org, id, ordinal, k_value) FROM stdin;
1	01a215fe-922f-7000-a00b-85237823eb66	0	t
\.

COPY public.gadget_parts (org, id, ordinal, k_value, k_ref, k_display) FROM stdin;
1	01a215fe-926d-7000-b47c-7720508e864e	0	01a215fe-9216-7000-a193-6b58fa3636b6	Gadget/01a215fe-9216-7000-a193-6b58fa3636b6	\N
\.

COPY public.gadget_wholes (org, id, ordinal, k_value, k_ref, k_display, k_type) FROM stdin;
\.

COPY public.gadgets (org, id, version, created, last_modified, document, secrets, label, has_gadget, k_external_id, k_one_string, k_one_decimal, k_one_integer, k_many_integer, k_one_date_time, k_one_binary, k_one_reference, k_unique_string, k_unique_decimal, k_unique_integer, k_unique_date_time, k_unique_binary, k_unique_reference, k_name, k_exact, k_global, k_fixed, k_server, k_always, k_request, k_inner_value, k_inner_type, k_inner_primary, k_inner_display, k_inner_count, k_inner_ratio, k_inner_when, k_inner_bytes, k_inner_link, k_owner_value, k_owner_ref, k_owner_display, k_parent_value, k_parent_ref, k_parent_display, k_type, k_self, k_self2, k_gen, k_async, k_match, k_crate, k_super, k_try, k_document, k_version, k_org, k_label, k_x_y, k_x_y_2, k_gadget_name, k_gadget_id, k_gadget_one_string, k_gadget_fixed, retired) FROM stdin;
1	01a215fe-9216-7000-a193-6b58fa3636b6	1	1795665334806000	1795665334806000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9216-7000-a193-6b58fa3636b6","externalId":"fine","unique_string":"fine","unique_integer":1,"name":"Fine","global":"fine","always":"A"}	\N	Fine	f	fine	\N	\N	\N	\N	\N	\N	\N	fine	\N	1	\N	\N	\N	fine	\N	fine	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-921c-7000-90b1-ee895c63e2a1	1	1795665334812000	1795665334812000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-921c-7000-90b1-ee895c63e2a1","externalId":"type","one-string":5,"name":"Of type","always":"A"}	\N	Of type	f	type	5	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of type	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9221-7000-ac84-74bb9ae9ae71	1	1795665334818000	1795665334818000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9221-7000-ac84-74bb9ae9ae71","externalId":"date","one-dateTime":"yesterday","name":"Of date","always":"A"}	\N	Of date	f	date	\N	\N	\N	\N	yesterday	\N	\N	\N	\N	\N	\N	\N	\N	of date	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9225-7000-a89f-a55f0a7364c1	1	1795665334821000	1795665334821000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9225-7000-a89f-a55f0a7364c1","externalId":"inner type","name":"Of inner type","always":"A","inner":{"value":"v","count":"3"}}	\N	Of inner type	f	inner type	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of inner type	\N	\N	\N	\N	a	\N	v	\N	\N	\N	3	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9229-7000-9ba6-c2d567b44ab7	1	1795665334825000	1795665334825000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9229-7000-9ba6-c2d567b44ab7","externalId":"item type","name":"Of item type","always":"A","items":[{"value":"v"},{"value":"w","count":"3"}]}	\N	Of item type	f	item type	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of item type	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-922d-7000-ae7d-f3d1b80905cb	1	1795665334829000	1795665334829000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-922d-7000-ae7d-f3d1b80905cb","externalId":"single","many_integer":3,"name":"Of single","always":"A"}	\N	Of single	f	single	\N	\N	\N	3	\N	\N	\N	\N	\N	\N	\N	\N	\N	of single	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-922f-7000-a00b-85237823eb66	1	1795665334831000	1795665334831000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-922f-7000-a00b-85237823eb66","externalId":"list","one-boolean":[true],"name":"Of list","always":"A"}	\N	Of list	f	list	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of list	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9233-7000-880c-f7d43785c3bc	1	1795665334835000	1795665334835000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9233-7000-880c-f7d43785c3bc","externalId":"nameless","one-reference":"https://example.com/nameless","always":"A"}	\N	\N	f	nameless	\N	\N	\N	\N	\N	\N	https://example.com/nameless	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9235-7000-aac5-d26569c9493f	1	1795665334837000	1795665334837000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9235-7000-aac5-d26569c9493f","externalId":"twin","unique_integer":7,"name":"Of twin","always":"A"}	\N	Of twin	f	twin	\N	\N	\N	\N	\N	\N	\N	\N	\N	7	\N	\N	\N	of twin	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9237-7000-bdeb-846e58861771	1	1795665334840000	1795665334840000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9237-7000-bdeb-846e58861771","externalId":"other twin","unique_integer":7,"name":"Of other twin","always":"A"}	\N	Of other twin	f	other twin	\N	\N	\N	\N	\N	\N	\N	\N	\N	7	\N	\N	\N	of other twin	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-923a-7000-8e0b-d04759749863	1	1795665334842000	1795665334842000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-923a-7000-8e0b-d04759749863","externalId":"upper","unique_string":"SAME","name":"Of upper","always":"A"}	\N	Of upper	f	upper	\N	\N	\N	\N	\N	\N	\N	SAME	\N	\N	\N	\N	\N	of upper	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-923d-7000-b73b-496330a65336	1	1795665334845000	1795665334845000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-923d-7000-b73b-496330a65336","externalId":"lower","unique_string":"same","name":"Of lower","always":"A"}	\N	Of lower	f	lower	\N	\N	\N	\N	\N	\N	\N	same	\N	\N	\N	\N	\N	of lower	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9240-7000-b8be-bb872550fb2a	1	1795665334848000	1795665334848000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9240-7000-b8be-bb872550fb2a","externalId":"global","name":"Of global","global":"everywhere","always":"A"}	\N	Of global	f	global	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of global	\N	everywhere	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9248-7000-a675-5afd1aba903b	1	1795665334884000	1795665334884000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9248-7000-a675-5afd1aba903b","externalId":"hashed","name":"Of hashed","always":"A"}	{"hidden":"$argon2id$v=19$m=19456,t=2,p=1$oLvggizwttSyCo88XcC9fg$tc4Klfi2q9xGGMNXA9Tp8xMlvG22JGDI6Q/v1B8X4qY"}	Of hashed	f	hashed	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of hashed	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9279-7000-a41b-a2362a40a975	1	1795665334909000	1795665334909000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9279-7000-a41b-a2362a40a975","externalId":"row of a friend","name":"Of row of a friend","always":"A"}	\N	Of row of a friend	f	row of a friend	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of row of a friend	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
2	01a215fe-92c8-7000-ab73-d51de3666500	1	1795665334984000	1795665334984000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-92c8-7000-ab73-d51de3666500","externalId":"global of acme","name":"Of acme","global":"everywhere","always":"A"}	\N	Of acme	f	global of acme	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of acme	\N	everywhere	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9243-7000-9fed-d5da432953ef	1	1795665334851000	1795665334851000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9243-7000-9fed-d5da432953ef","externalId":"reference","name":"Of reference","always":"A","owner":{"value":"1","$ref":"https://elsewhere.example/people/1"}}	\N	Of reference	f	reference	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of reference	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1	https://elsewhere.example/people/1	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-926d-7000-b47c-7720508e864e	1	1795665334893000	1795665334893000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-926d-7000-b47c-7720508e864e","externalId":"list of parts","name":"Of list of parts","always":"A","parts":[{"value":"01a215fe-9216-7000-a193-6b58fa3636b6","$ref":"Gadget/01a215fe-9216-7000-a193-6b58fa3636b6"}]}	\N	Of list of parts	f	list of parts	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of list of parts	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-9245-7000-ab9b-0bdda518cc3b	1	1795665334854000	1795665334854000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-9245-7000-ab9b-0bdda518cc3b","externalId":"clear","name":"Of clear","always":"A"}	{"pin":"1234"}	Of clear	f	clear	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of clear	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
\.

COPY public.group_members (org, owner, member, member_type, display, k_display) FROM stdin;
\.

COPY public.group_team_label (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.groups (org, id, version, created, last_modified, document, secrets, label, has_team, k_external_id, k_display_name, k_team_motto, k_team_founded, k_team_budget, k_team_number, k_team_lead_value, k_team_lead_ref, k_team_lead_display, retired) FROM stdin;
\.

COPY public.organisations (id, name, created, display_name, suspended, deleted, settings) FROM stdin;
1	default	1795665334712000	\N	\N	\N	\N
2	acme	1795665334935000	Acme Corporation	\N	\N	\N
\.

COPY public.outbox (sequence, org, resource_type, id, version, operation, changes, at, target, credential, actor, source, request, refused) FROM stdin;
1	0	organisation	00000000-0000-0000-0000-000000000001	0	create	\N	1795665334712000	default	\N	start	\N		\N
2	1	credential	01a215fe-91b8-7000-9162-dd3ec7405d42	0	create	\N	1795665334712000	first	\N	start	\N		\N
3	1	Gadget	01a215fe-9216-7000-a193-6b58fa3636b6	1	create	\N	1795665334806000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000000	\N
4	1	Gadget	01a215fe-921c-7000-90b1-ee895c63e2a1	1	create	\N	1795665334812000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000001	\N
5	1	Gadget	01a215fe-9221-7000-ac84-74bb9ae9ae71	1	create	\N	1795665334818000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000002	\N
6	1	Gadget	01a215fe-9225-7000-a89f-a55f0a7364c1	1	create	\N	1795665334821000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000003	\N
7	1	Gadget	01a215fe-9229-7000-9ba6-c2d567b44ab7	1	create	\N	1795665334825000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000004	\N
8	1	Gadget	01a215fe-922d-7000-ae7d-f3d1b80905cb	1	create	\N	1795665334829000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000005	\N
9	1	Gadget	01a215fe-922f-7000-a00b-85237823eb66	1	create	\N	1795665334831000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000006	\N
10	1	Gadget	01a215fe-9233-7000-880c-f7d43785c3bc	1	create	\N	1795665334835000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000007	\N
11	1	Gadget	01a215fe-9235-7000-aac5-d26569c9493f	1	create	\N	1795665334837000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000008	\N
12	1	Gadget	01a215fe-9237-7000-bdeb-846e58861771	1	create	\N	1795665334840000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000009	\N
13	1	Gadget	01a215fe-923a-7000-8e0b-d04759749863	1	create	\N	1795665334842000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f6200000000000a	\N
14	1	Gadget	01a215fe-923d-7000-b73b-496330a65336	1	create	\N	1795665334845000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f6200000000000b	\N
15	1	Gadget	01a215fe-9240-7000-b8be-bb872550fb2a	1	create	\N	1795665334848000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f6200000000000c	\N
16	1	Gadget	01a215fe-9243-7000-9fed-d5da432953ef	1	create	\N	1795665334851000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f6200000000000d	\N
17	1	Gadget	01a215fe-9245-7000-ab9b-0bdda518cc3b	1	create	\N	1795665334854000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f6200000000000e	\N
18	1	Gadget	01a215fe-9248-7000-a675-5afd1aba903b	1	create	\N	1795665334884000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f6200000000000f	\N
19	1	Gadget	01a215fe-926d-7000-b47c-7720508e864e	1	create	\N	1795665334893000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000010	\N
20	1	Gadget	01a215fe-9279-7000-a41b-a2362a40a975	1	create	\N	1795665334909000	\N	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	17e621ed566f1f62000000000011	\N
21	0	organisation	00000000-0000-0000-0000-000000000002	0	create	\N	1795665334935000	acme	\N	command line	\N		\N
22	2	credential	01a215fe-92be-7000-b3f7-e858371abafd	0	create	\N	1795665334974000	of the other organisation	\N	command line	\N		\N
23	2	Gadget	01a215fe-92c8-7000-ab73-d51de3666500	1	create	\N	1795665334984000	\N	01a215fe-92be-7000-b3f7-e858371abafd	of the other organisation	127.0.0.1	17e621ed566f1f62000000000012	\N
\.

COPY public.requests (sequence, org, at, request, credential, actor, source, method, endpoint, resource_type, resource, query, status, scim_type, detail, micros, quirks) FROM stdin;
1	1	1795665334810000	17e621ed566f1f62000000000000	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9216-7000-a193-6b58fa3636b6	\N	201	\N	\N	6145	\N
2	1	1795665334816000	17e621ed566f1f62000000000001	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-921c-7000-90b1-ee895c63e2a1	\N	201	\N	\N	5011	\N
3	1	1795665334819000	17e621ed566f1f62000000000002	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9221-7000-ac84-74bb9ae9ae71	\N	201	\N	\N	2170	\N
4	1	1795665334824000	17e621ed566f1f62000000000003	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9225-7000-a89f-a55f0a7364c1	\N	201	\N	\N	3641	\N
5	1	1795665334827000	17e621ed566f1f62000000000004	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9229-7000-9ba6-c2d567b44ab7	\N	201	\N	\N	2605	\N
6	1	1795665334830000	17e621ed566f1f62000000000005	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-922d-7000-ae7d-f3d1b80905cb	\N	201	\N	\N	2005	\N
7	1	1795665334834000	17e621ed566f1f62000000000006	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-922f-7000-a00b-85237823eb66	\N	201	\N	\N	2454	\N
8	1	1795665334836000	17e621ed566f1f62000000000007	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9233-7000-880c-f7d43785c3bc	\N	201	\N	\N	1547	\N
9	1	1795665334839000	17e621ed566f1f62000000000008	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9235-7000-aac5-d26569c9493f	\N	201	\N	\N	1950	\N
10	1	1795665334841000	17e621ed566f1f62000000000009	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9237-7000-bdeb-846e58861771	\N	201	\N	\N	1972	\N
11	1	1795665334844000	17e621ed566f1f6200000000000a	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-923a-7000-8e0b-d04759749863	\N	201	\N	\N	1938	\N
12	1	1795665334847000	17e621ed566f1f6200000000000b	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-923d-7000-b73b-496330a65336	\N	201	\N	\N	1945	\N
13	1	1795665334850000	17e621ed566f1f6200000000000c	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9240-7000-b8be-bb872550fb2a	\N	201	\N	\N	2235	\N
14	1	1795665334853000	17e621ed566f1f6200000000000d	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9243-7000-9fed-d5da432953ef	\N	201	\N	\N	2111	\N
15	1	1795665334855000	17e621ed566f1f6200000000000e	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9245-7000-ab9b-0bdda518cc3b	\N	201	\N	\N	1929	\N
16	1	1795665334889000	17e621ed566f1f6200000000000f	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9248-7000-a675-5afd1aba903b	\N	201	\N	\N	33069	\N
17	1	1795665334904000	17e621ed566f1f62000000000010	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-926d-7000-b47c-7720508e864e	\N	201	\N	\N	11463	\N
18	1	1795665334911000	17e621ed566f1f62000000000011	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-9279-7000-a41b-a2362a40a975	\N	201	\N	\N	6336	\N
19	2	1795665334986000	17e621ed566f1f62000000000012	01a215fe-92be-7000-b3f7-e858371abafd	of the other organisation	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-92c8-7000-ab73-d51de3666500	\N	201	\N	\N	3901	\N
20	1	1795665334990000	17e621ed566f1f62000000000013	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets	Gadget	\N	count=200	200	\N	\N	2401	\N
21	1	1795665334992000	17e621ed566f1f62000000000014	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-9216-7000-a193-6b58fa3636b6	\N	200	\N	\N	1205	\N
22	1	1795665334994000	17e621ed566f1f62000000000015	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-921c-7000-90b1-ee895c63e2a1	\N	200	\N	\N	1078	\N
23	1	1795665334996000	17e621ed566f1f62000000000016	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-9221-7000-ac84-74bb9ae9ae71	\N	200	\N	\N	1029	\N
24	1	1795665334997000	17e621ed566f1f62000000000017	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-9225-7000-a89f-a55f0a7364c1	\N	200	\N	\N	686	\N
25	1	1795665334999000	17e621ed566f1f62000000000018	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-9229-7000-9ba6-c2d567b44ab7	\N	200	\N	\N	799	\N
26	1	1795665335000000	17e621ed566f1f62000000000019	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-922d-7000-ae7d-f3d1b80905cb	\N	200	\N	\N	830	\N
27	1	1795665335002000	17e621ed566f1f6200000000001a	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-922f-7000-a00b-85237823eb66	\N	200	\N	\N	653	\N
28	1	1795665335003000	17e621ed566f1f6200000000001b	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-9233-7000-880c-f7d43785c3bc	\N	200	\N	\N	707	\N
29	1	1795665335005000	17e621ed566f1f6200000000001c	01a215fe-91b8-7000-9162-dd3ec7405d42	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-9235-7000-aac5-d26569c9493f	\N	200	\N	\N	731	\N
30	2	1795665335029000	17e621ed566f1f62000000000026	01a215fe-92be-7000-b3f7-e858371abafd	of the other organisation	127.0.0.1	GET	/Gadgets	Gadget	\N	count=200	200	\N	\N	1785	\N
31	2	1795665335030000	17e621ed566f1f62000000000027	01a215fe-92be-7000-b3f7-e858371abafd	of the other organisation	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-92c8-7000-ab73-d51de3666500	\N	200	\N	\N	557	\N
\.

COPY public.settings (name, value) FROM stdin;
schemas	14745210d333c79a8f12b02df035cd57a79a8e014f1aba6a2b214ea18444a928
attributes	{"Gadget":{"Self2":{"type":"string","multi":false,"required":false},"always":{"type":"string","multi":false,"required":false},"async":{"type":"string","multi":false,"required":false},"crate":{"type":"string","multi":false,"required":false},"document":{"type":"string","multi":false,"required":false},"exact":{"type":"string","multi":false,"required":false},"externalId":{"type":"string","multi":false,"required":false},"fixed":{"type":"string","multi":false,"required":false},"fixedMany":{"type":"string","multi":true,"required":false},"gen":{"type":"string","multi":false,"required":false},"global":{"type":"string","multi":false,"required":false},"inner":{"type":"complex","multi":false,"required":false},"inner/bytes":{"type":"binary","multi":false,"required":false},"inner/count":{"type":"string","multi":false,"required":false},"inner/display":{"type":"string","multi":false,"required":false},"inner/link":{"type":"reference","multi":false,"required":false},"inner/many":{"type":"string","multi":true,"required":false},"inner/primary":{"type":"boolean","multi":false,"required":false},"inner/ratio":{"type":"decimal","multi":false,"required":false},"inner/type":{"type":"string","multi":false,"required":false},"inner/value":{"type":"string","multi":false,"required":false},"inner/when":{"type":"dateTime","multi":false,"required":false},"items":{"type":"complex","multi":true,"required":false},"items/bytes":{"type":"binary","multi":false,"required":false},"items/count":{"type":"string","multi":false,"required":false},"items/display":{"type":"string","multi":false,"required":false},"items/link":{"type":"reference","multi":false,"required":false},"items/primary":{"type":"boolean","multi":false,"required":false},"items/ratio":{"type":"decimal","multi":false,"required":false},"items/type":{"type":"string","multi":false,"required":false},"items/value":{"type":"string","multi":false,"required":false},"items/when":{"type":"dateTime","multi":false,"required":false},"label":{"type":"string","multi":false,"required":false},"many_binary":{"type":"binary","multi":true,"required":false},"many_boolean":{"type":"boolean","multi":true,"required":false},"many_dateTime":{"type":"dateTime","multi":true,"required":false},"many_decimal":{"type":"decimal","multi":true,"required":false},"many_integer":{"type":"integer","multi":false,"required":false},"many_reference":{"type":"reference","multi":true,"required":false},"many_string":{"type":"string","multi":true,"required":false},"match":{"type":"string","multi":false,"required":false},"name":{"type":"string","multi":false,"required":false},"one-binary":{"type":"binary","multi":false,"required":false},"one-boolean":{"type":"boolean","multi":true,"required":false},"one-dateTime":{"type":"string","multi":false,"required":false},"one-decimal":{"type":"decimal","multi":false,"required":false},"one-integer":{"type":"integer","multi":false,"required":false},"one-reference":{"type":"reference","multi":false,"required":false},"one-string":{"type":"integer","multi":false,"required":false},"org":{"type":"string","multi":false,"required":false},"owner":{"type":"complex","multi":false,"required":false},"owner/$ref":{"type":"reference","multi":false,"required":false},"owner/display":{"type":"string","multi":false,"required":false},"owner/value":{"type":"string","multi":false,"required":false},"parent":{"type":"complex","multi":false,"required":false},"parent/$ref":{"type":"reference","multi":false,"required":false},"parent/display":{"type":"string","multi":false,"required":false},"parent/value":{"type":"string","multi":false,"required":false},"parts":{"type":"complex","multi":true,"required":false},"parts/$ref":{"type":"reference","multi":false,"required":false},"parts/display":{"type":"string","multi":false,"required":false},"parts/value":{"type":"string","multi":false,"required":false},"request":{"type":"string","multi":false,"required":false},"self":{"type":"string","multi":false,"required":false},"server":{"type":"string","multi":false,"required":false},"super":{"type":"string","multi":false,"required":false},"try":{"type":"string","multi":false,"required":false},"type":{"type":"string","multi":false,"required":false},"unique_binary":{"type":"binary","multi":false,"required":false},"unique_dateTime":{"type":"dateTime","multi":false,"required":false},"unique_decimal":{"type":"decimal","multi":false,"required":false},"unique_integer":{"type":"integer","multi":false,"required":false},"unique_reference":{"type":"reference","multi":false,"required":false},"unique_string":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/fixed":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/id":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/items":{"type":"string","multi":true,"required":false},"urn:example:2.0:Gadget:Extra/name":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/one-string":{"type":"string","multi":false,"required":false},"version":{"type":"string","multi":false,"required":false},"wholes":{"type":"complex","multi":true,"required":false},"wholes/$ref":{"type":"reference","multi":false,"required":false},"wholes/display":{"type":"string","multi":false,"required":false},"wholes/type":{"type":"string","multi":false,"required":false},"wholes/value":{"type":"string","multi":false,"required":false},"x-y":{"type":"string","multi":false,"required":false},"x_y":{"type":"string","multi":false,"required":false}},"Group":{"displayName":{"type":"string","multi":false,"required":true},"externalId":{"type":"string","multi":false,"required":false},"urn:example:2.0:Team":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Team/budget":{"type":"decimal","multi":false,"required":false},"urn:example:2.0:Team/founded":{"type":"dateTime","multi":false,"required":false},"urn:example:2.0:Team/label":{"type":"string","multi":true,"required":false},"urn:example:2.0:Team/lead":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Team/lead/$ref":{"type":"reference","multi":false,"required":false},"urn:example:2.0:Team/lead/display":{"type":"string","multi":false,"required":false},"urn:example:2.0:Team/lead/value":{"type":"string","multi":false,"required":false},"urn:example:2.0:Team/motto":{"type":"string","multi":false,"required":false},"urn:example:2.0:Team/number":{"type":"integer","multi":false,"required":false}},"User":{"active":{"type":"boolean","multi":false,"required":false},"addresses":{"type":"complex","multi":true,"required":false},"addresses/country":{"type":"string","multi":false,"required":false},"addresses/formatted":{"type":"string","multi":false,"required":false},"addresses/locality":{"type":"string","multi":false,"required":false},"addresses/postalCode":{"type":"string","multi":false,"required":false},"addresses/primary":{"type":"boolean","multi":false,"required":false},"addresses/region":{"type":"string","multi":false,"required":false},"addresses/streetAddress":{"type":"string","multi":false,"required":false},"addresses/type":{"type":"string","multi":false,"required":false},"displayName":{"type":"string","multi":false,"required":false},"emails":{"type":"complex","multi":true,"required":false},"emails/display":{"type":"string","multi":false,"required":false},"emails/primary":{"type":"boolean","multi":false,"required":false},"emails/type":{"type":"string","multi":false,"required":false},"emails/value":{"type":"string","multi":false,"required":false},"entitlements":{"type":"complex","multi":true,"required":false},"entitlements/display":{"type":"string","multi":false,"required":false},"entitlements/primary":{"type":"boolean","multi":false,"required":false},"entitlements/type":{"type":"string","multi":false,"required":false},"entitlements/value":{"type":"string","multi":false,"required":false},"externalId":{"type":"string","multi":false,"required":false},"ims":{"type":"complex","multi":true,"required":false},"ims/display":{"type":"string","multi":false,"required":false},"ims/primary":{"type":"boolean","multi":false,"required":false},"ims/type":{"type":"string","multi":false,"required":false},"ims/value":{"type":"string","multi":false,"required":false},"locale":{"type":"string","multi":false,"required":false},"name":{"type":"complex","multi":false,"required":false},"name/familyName":{"type":"string","multi":false,"required":false},"name/formatted":{"type":"string","multi":false,"required":false},"name/givenName":{"type":"string","multi":false,"required":false},"name/honorificPrefix":{"type":"string","multi":false,"required":false},"name/honorificSuffix":{"type":"string","multi":false,"required":false},"name/middleName":{"type":"string","multi":false,"required":false},"nickName":{"type":"string","multi":false,"required":false},"phoneNumbers":{"type":"complex","multi":true,"required":false},"phoneNumbers/display":{"type":"string","multi":false,"required":false},"phoneNumbers/primary":{"type":"boolean","multi":false,"required":false},"phoneNumbers/type":{"type":"string","multi":false,"required":false},"phoneNumbers/value":{"type":"string","multi":false,"required":false},"photos":{"type":"complex","multi":true,"required":false},"photos/display":{"type":"string","multi":false,"required":false},"photos/primary":{"type":"boolean","multi":false,"required":false},"photos/type":{"type":"string","multi":false,"required":false},"photos/value":{"type":"reference","multi":false,"required":false},"preferredLanguage":{"type":"string","multi":false,"required":false},"profileUrl":{"type":"reference","multi":false,"required":false},"roles":{"type":"complex","multi":true,"required":false},"roles/display":{"type":"string","multi":false,"required":false},"roles/primary":{"type":"boolean","multi":false,"required":false},"roles/type":{"type":"string","multi":false,"required":false},"roles/value":{"type":"string","multi":false,"required":false},"timezone":{"type":"string","multi":false,"required":false},"title":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Badge/colour":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/doors":{"type":"string","multi":true,"required":false},"urn:example:2.0:Badge/grade":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/home":{"type":"reference","multi":false,"required":false},"urn:example:2.0:Badge/issuedAt":{"type":"dateTime","multi":false,"required":false},"urn:example:2.0:Badge/keeper":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Badge/keeper/$ref":{"type":"reference","multi":false,"required":false},"urn:example:2.0:Badge/keeper/display":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keeper/value":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys":{"type":"complex","multi":true,"required":false},"urn:example:2.0:Badge/keys/depth":{"type":"integer","multi":false,"required":false},"urn:example:2.0:Badge/keys/primary":{"type":"boolean","multi":false,"required":false},"urn:example:2.0:Badge/keys/type":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys/value":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/label":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/note":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/number":{"type":"integer","multi":false,"required":false},"urn:example:2.0:Badge/photo":{"type":"binary","multi":false,"required":false},"urn:example:2.0:Badge/serial":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/valid":{"type":"boolean","multi":false,"required":false},"urn:example:2.0:Badge/weight":{"type":"decimal","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"type":"complex","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/costCenter":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/division":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/employeeNumber":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager":{"type":"complex","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/$ref":{"type":"reference","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/displayName":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/organization":{"type":"string","multi":false,"required":false},"userName":{"type":"string","multi":false,"required":true},"userType":{"type":"string","multi":false,"required":false},"x509Certificates":{"type":"complex","multi":true,"required":false},"x509Certificates/display":{"type":"string","multi":false,"required":false},"x509Certificates/primary":{"type":"boolean","multi":false,"required":false},"x509Certificates/type":{"type":"string","multi":false,"required":false},"x509Certificates/value":{"type":"binary","multi":false,"required":false}}}
cursor key	c7kZBthdw8KtjQ9LKYg/uBDbcwSxm2zzbM5y3Z05sGo=
\.

COPY public.signing_keys (generation, kid, private, created, starts) FROM stdin;
\.

COPY public.user_addresses (org, id, ordinal, k_formatted, k_street_address, k_locality, k_region, k_postal_code, k_country, k_type, k_primary) FROM stdin;
\.

COPY public.user_badge_doors (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.user_badge_keys (org, id, ordinal, k_value, k_type, k_primary, k_depth) FROM stdin;
\.

COPY public.user_emails (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_entitlements (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_ims (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_phone_numbers (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_photos (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_roles (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_x509_certificates (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.users (org, id, version, created, last_modified, document, secrets, has_enterprise_user, has_badge, k_external_id, k_user_name, k_name_formatted, k_name_family_name, k_name_given_name, k_name_middle_name, k_name_honorific_prefix, k_name_honorific_suffix, k_display_name, k_nick_name, k_profile_url, k_title, k_user_type, k_preferred_language, k_locale, k_timezone, k_active, k_enterprise_user_employee_number, k_enterprise_user_cost_center, k_enterprise_user_organization, k_enterprise_user_division, k_enterprise_user_department, k_enterprise_user_manager_value, k_enterprise_user_manager_ref, k_enterprise_user_manager_display_name, k_badge_number, k_badge_label, k_badge_issued_at, k_badge_weight, k_badge_valid, k_badge_photo, k_badge_home, k_badge_colour, k_badge_serial, k_badge_grade, k_badge_note, k_badge_keeper_value, k_badge_keeper_ref, k_badge_keeper_display, retired) FROM stdin;
\.

SELECT pg_catalog.setval('public.outbox_sequence_seq', 23, true);

SELECT pg_catalog.setval('public.requests_sequence_seq', 31, true);

ALTER TABLE ONLY public.assertions
    ADD CONSTRAINT assertions_pkey PRIMARY KEY (org, client, mark);

ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (org, resource_type, slot);

ALTER TABLE ONLY public.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gadget_fixed_many
    ADD CONSTRAINT gadget_fixed_many_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_friends
    ADD CONSTRAINT gadget_friends_pkey PRIMARY KEY (org, owner, member);

ALTER TABLE ONLY public.gadget_gadget_items
    ADD CONSTRAINT gadget_gadget_items_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_inner_many
    ADD CONSTRAINT gadget_inner_many_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_items
    ADD CONSTRAINT gadget_items_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_binary
    ADD CONSTRAINT gadget_many_binary_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_boolean
    ADD CONSTRAINT gadget_many_boolean_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_date_time
    ADD CONSTRAINT gadget_many_date_time_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_decimal
    ADD CONSTRAINT gadget_many_decimal_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_reference
    ADD CONSTRAINT gadget_many_reference_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_string
    ADD CONSTRAINT gadget_many_string_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_one_boolean
    ADD CONSTRAINT gadget_one_boolean_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_parts
    ADD CONSTRAINT gadget_parts_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_wholes
    ADD CONSTRAINT gadget_wholes_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadgets
    ADD CONSTRAINT gadgets_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (org, owner, member);

ALTER TABLE ONLY public.group_team_label
    ADD CONSTRAINT group_team_label_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.groups
    ADD CONSTRAINT groups_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.organisations
    ADD CONSTRAINT organisations_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.outbox
    ADD CONSTRAINT outbox_pkey PRIMARY KEY (sequence);

ALTER TABLE ONLY public.requests
    ADD CONSTRAINT requests_pkey PRIMARY KEY (sequence);

ALTER TABLE ONLY public.settings
    ADD CONSTRAINT settings_pkey PRIMARY KEY (name);

ALTER TABLE ONLY public.signing_keys
    ADD CONSTRAINT signing_keys_pkey PRIMARY KEY (generation);

ALTER TABLE ONLY public.user_addresses
    ADD CONSTRAINT user_addresses_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_badge_doors
    ADD CONSTRAINT user_badge_doors_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_badge_keys
    ADD CONSTRAINT user_badge_keys_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_emails
    ADD CONSTRAINT user_emails_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_entitlements
    ADD CONSTRAINT user_entitlements_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_ims
    ADD CONSTRAINT user_ims_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_phone_numbers
    ADD CONSTRAINT user_phone_numbers_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_photos
    ADD CONSTRAINT user_photos_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_roles
    ADD CONSTRAINT user_roles_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_x509_certificates
    ADD CONSTRAINT user_x509_certificates_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (org, id);

CREATE UNIQUE INDEX credentials_hash ON public.credentials USING btree (hash);

CREATE INDEX credentials_org ON public.credentials USING btree (org, id);

CREATE INDEX gadget_friends_member_owner ON public.gadget_friends USING btree (org, member, owner);

CREATE INDEX gadget_items_k_value_k_type_id ON public.gadget_items USING btree (org, k_value, k_type, id);

CREATE INDEX gadgets_k_external_id_id ON public.gadgets USING btree (org, k_external_id, id);

CREATE INDEX gadgets_k_gadget_name_id ON public.gadgets USING btree (org, k_gadget_name, id);

CREATE UNIQUE INDEX gadgets_k_global ON public.gadgets USING btree (org, k_global);

CREATE INDEX gadgets_k_name_id ON public.gadgets USING btree (org, k_name, id);

CREATE INDEX gadgets_k_one_integer_id ON public.gadgets USING btree (org, k_one_integer, id);

CREATE UNIQUE INDEX gadgets_k_unique_binary ON public.gadgets USING btree (org, k_unique_binary);

CREATE UNIQUE INDEX gadgets_k_unique_date_time ON public.gadgets USING btree (org, k_unique_date_time);

CREATE UNIQUE INDEX gadgets_k_unique_decimal ON public.gadgets USING btree (org, k_unique_decimal);

CREATE UNIQUE INDEX gadgets_k_unique_reference ON public.gadgets USING btree (org, k_unique_reference);

CREATE UNIQUE INDEX gadgets_k_unique_string ON public.gadgets USING btree (org, k_unique_string);

CREATE INDEX group_members_member_owner ON public.group_members USING btree (org, member, owner);

CREATE INDEX groups_k_display_name_id ON public.groups USING btree (org, k_display_name, id);

CREATE INDEX groups_k_external_id_id ON public.groups USING btree (org, k_external_id, id);

CREATE INDEX groups_k_team_number_id ON public.groups USING btree (org, k_team_number, id);

CREATE UNIQUE INDEX organisations_name ON public.organisations USING btree (name);

CREATE INDEX outbox_org ON public.outbox USING btree (org, sequence);

CREATE INDEX requests_org ON public.requests USING btree (org, sequence);

CREATE INDEX user_badge_keys_k_value_k_type_id ON public.user_badge_keys USING btree (org, k_value, k_type, id);

CREATE INDEX user_emails_k_value_k_type_id ON public.user_emails USING btree (org, k_value, k_type, id);

CREATE INDEX users_k_badge_label_id ON public.users USING btree (org, k_badge_label, id);

CREATE UNIQUE INDEX users_k_badge_number ON public.users USING btree (org, k_badge_number);

CREATE INDEX users_k_display_name_id ON public.users USING btree (org, k_display_name, id);

CREATE INDEX users_k_external_id_id ON public.users USING btree (org, k_external_id, id);

CREATE UNIQUE INDEX users_k_user_name ON public.users USING btree (org, k_user_name);
