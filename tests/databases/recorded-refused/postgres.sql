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
1	Gadget	9	1
1	Gadget	1	1
1	Gadget	10	1
1	Gadget	4	1
1	Gadget	13	2
1	Gadget	6	1
1	Gadget	14	2
1	Gadget	7	2
1	Gadget	8	2
1	Gadget	2	2
1	Gadget	0	3
2	Gadget	14	1
\.

COPY public.credentials (id, org, kind, name, hash, keys, scopes, created, creator, expires, revoked, last_used, last_used_from, subject_type, subject) FROM stdin;
01a2160c-3451-7000-bd88-5d7fff596527	1	token	first	8c5aa4e5402a5a2093406ddd5b2d47d0b501f9e274870b89af9edfc4110a683d	\N	read write	1795666228305000	start	1827202228305000	\N	1795666228403000	127.0.0.1	\N	\N
01a2160c-3588-7000-a562-dea90403bc55	2	token	of the other organisation	82df820e8e66d160cc01791e6869beccd8f2018f0f2c1d05d931406dcb81c775	\N	read write	1795666228616000	command line	1827202228616000	\N	1795666228625000	127.0.0.1	\N	\N
\.

COPY public.gadget_fixed_many (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_friends (org, owner, member, member_type, display, k_display) FROM stdin;
1	01a2160c-3536-7000-a89f-e90975a8f810	01a2160c-34b3-7000-8cc7-92b9a4645272	Gadget	\N	\N
\.

COPY public.gadget_gadget_items (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_inner_many (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_items (org, id, ordinal, k_value, k_type, k_primary, k_display, k_count, k_ratio, k_when, k_bytes, k_link) FROM stdin;
1	01a2160c-34cd-7000-b28a-5336b8f18eb1	0	v	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34cd-7000-b28a-5336b8f18eb1	1	w	\N	\N	\N	3	\N	\N	\N	\N
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
1	01a2160c-34d8-7000-bd12-1f0189e9e6b7	0	t
\.

COPY public.gadget_parts (org, id, ordinal, k_value, k_ref, k_display) FROM stdin;
1	01a2160c-352e-7000-9e4e-8841cfc99952	0	01a2160c-34b3-7000-8cc7-92b9a4645272	Gadget/01a2160c-34b3-7000-8cc7-92b9a4645272	\N
\.

COPY public.gadget_wholes (org, id, ordinal, k_value, k_ref, k_display, k_type) FROM stdin;
\.

COPY public.gadgets (org, id, version, created, last_modified, document, secrets, label, has_gadget, k_external_id, k_one_string, k_one_decimal, k_one_integer, k_many_integer, k_one_date_time, k_one_binary, k_one_reference, k_unique_string, k_unique_decimal, k_unique_integer, k_unique_date_time, k_unique_binary, k_unique_reference, k_name, k_exact, k_global, k_fixed, k_server, k_always, k_request, k_inner_value, k_inner_type, k_inner_primary, k_inner_display, k_inner_count, k_inner_ratio, k_inner_when, k_inner_bytes, k_inner_link, k_owner_value, k_owner_ref, k_owner_display, k_parent_value, k_parent_ref, k_parent_display, k_type, k_self, k_self2, k_gen, k_async, k_match, k_crate, k_super, k_try, k_document, k_version, k_org, k_label, k_x_y, k_x_y_2, k_gadget_name, k_gadget_id, k_gadget_one_string, k_gadget_fixed, retired) FROM stdin;
1	01a2160c-34b3-7000-8cc7-92b9a4645272	1	1795666228403000	1795666228403000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34b3-7000-8cc7-92b9a4645272","externalId":"fine","unique_string":"fine","unique_integer":1,"name":"Fine","global":"fine","always":"A"}	\N	Fine	f	fine	\N	\N	\N	\N	\N	\N	\N	fine	\N	1	\N	\N	\N	fine	\N	fine	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34b9-7000-a470-8fdf37db6ed8	1	1795666228409000	1795666228409000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34b9-7000-a470-8fdf37db6ed8","externalId":"type","one-string":5,"name":"Of type","always":"A"}	\N	Of type	f	type	5	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of type	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34c3-7000-a593-f08cf46ce1dd	1	1795666228419000	1795666228419000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34c3-7000-a593-f08cf46ce1dd","externalId":"date","one-dateTime":"yesterday","name":"Of date","always":"A"}	\N	Of date	f	date	\N	\N	\N	\N	yesterday	\N	\N	\N	\N	\N	\N	\N	\N	of date	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34ca-7000-9eb8-c2d1d665e819	1	1795666228426000	1795666228426000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34ca-7000-9eb8-c2d1d665e819","externalId":"inner type","name":"Of inner type","always":"A","inner":{"value":"v","count":"3"}}	\N	Of inner type	f	inner type	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of inner type	\N	\N	\N	\N	a	\N	v	\N	\N	\N	3	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34cd-7000-b28a-5336b8f18eb1	1	1795666228429000	1795666228429000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34cd-7000-b28a-5336b8f18eb1","externalId":"item type","name":"Of item type","always":"A","items":[{"value":"v"},{"value":"w","count":"3"}]}	\N	Of item type	f	item type	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of item type	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34d3-7000-9b98-d8e537b1eaea	1	1795666228435000	1795666228435000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34d3-7000-9b98-d8e537b1eaea","externalId":"single","many_integer":3,"name":"Of single","always":"A"}	\N	Of single	f	single	\N	\N	\N	3	\N	\N	\N	\N	\N	\N	\N	\N	\N	of single	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34d8-7000-bd12-1f0189e9e6b7	1	1795666228440000	1795666228440000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34d8-7000-bd12-1f0189e9e6b7","externalId":"list","one-boolean":[true],"name":"Of list","always":"A"}	\N	Of list	f	list	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of list	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34df-7000-9101-167356d1cc5e	1	1795666228447000	1795666228447000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34df-7000-9101-167356d1cc5e","externalId":"nameless","one-reference":"https://example.com/nameless","always":"A"}	\N	\N	f	nameless	\N	\N	\N	\N	\N	\N	https://example.com/nameless	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34e6-7000-b6fa-cb9c455a88f0	1	1795666228454000	1795666228454000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34e6-7000-b6fa-cb9c455a88f0","externalId":"twin","unique_integer":7,"name":"Of twin","always":"A"}	\N	Of twin	f	twin	\N	\N	\N	\N	\N	\N	\N	\N	\N	7	\N	\N	\N	of twin	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34e9-7000-9eb5-4eefcdbcde34	1	1795666228457000	1795666228457000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34e9-7000-9eb5-4eefcdbcde34","externalId":"other twin","unique_integer":7,"name":"Of other twin","always":"A"}	\N	Of other twin	f	other twin	\N	\N	\N	\N	\N	\N	\N	\N	\N	7	\N	\N	\N	of other twin	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34ec-7000-a7c2-833dfd34f77d	1	1795666228460000	1795666228460000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34ec-7000-a7c2-833dfd34f77d","externalId":"upper","unique_string":"SAME","name":"Of upper","always":"A"}	\N	Of upper	f	upper	\N	\N	\N	\N	\N	\N	\N	SAME	\N	\N	\N	\N	\N	of upper	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34ef-7000-ae98-a6cccaebacf0	1	1795666228463000	1795666228463000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34ef-7000-ae98-a6cccaebacf0","externalId":"lower","unique_string":"same","name":"Of lower","always":"A"}	\N	Of lower	f	lower	\N	\N	\N	\N	\N	\N	\N	same	\N	\N	\N	\N	\N	of lower	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-34fa-7000-90bc-2934880a37f6	1	1795666228474000	1795666228474000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-34fa-7000-90bc-2934880a37f6","externalId":"global","name":"Of global","global":"everywhere","always":"A"}	\N	Of global	f	global	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of global	\N	everywhere	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-350e-7000-a95e-14f0627dbe88	1	1795666228522000	1795666228522000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-350e-7000-a95e-14f0627dbe88","externalId":"hashed","name":"Of hashed","always":"A"}	{"hidden":"$argon2id$v=19$m=19456,t=2,p=1$pRypeKuBGfxMxRFnGJXHRA$6tpvwtAYkkI1oi1R0bDZbvxnVhiw3OAOWgC8lZHNJcA"}	Of hashed	f	hashed	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of hashed	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-3536-7000-a89f-e90975a8f810	1	1795666228535000	1795666228535000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-3536-7000-a89f-e90975a8f810","externalId":"row of a friend","name":"Of row of a friend","always":"A"}	\N	Of row of a friend	f	row of a friend	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of row of a friend	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-3501-7000-9efb-f5cf9f6eb10e	1	1795666228481000	1795666228481000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-3501-7000-9efb-f5cf9f6eb10e","externalId":"reference","name":"Of reference","always":"A","owner":{"value":"1","$ref":"https://elsewhere.example/people/1"}}	\N	Of reference	f	reference	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of reference	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1	https://elsewhere.example/people/1	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-352e-7000-9e4e-8841cfc99952	1	1795666228526000	1795666228526000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-352e-7000-9e4e-8841cfc99952","externalId":"list of parts","name":"Of list of parts","always":"A","parts":[{"value":"01a2160c-34b3-7000-8cc7-92b9a4645272","$ref":"Gadget/01a2160c-34b3-7000-8cc7-92b9a4645272"}]}	\N	Of list of parts	f	list of parts	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of list of parts	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
2	01a2160c-3591-7000-b03a-694f8c15bc8e	1	1795666228625000	1795666228625000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-3591-7000-b03a-694f8c15bc8e","externalId":"global of acme","name":"Of acme","global":"everywhere","always":"A"}	\N	Of acme	f	global of acme	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of acme	\N	everywhere	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160c-350a-7000-b868-460779291517	1	1795666228490000	1795666228490000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160c-350a-7000-b868-460779291517","externalId":"clear","name":"Of clear","always":"A"}	{"pin":"1234"}	Of clear	f	clear	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	of clear	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
\.

COPY public.group_members (org, owner, member, member_type, display, k_display) FROM stdin;
\.

COPY public.group_team_label (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.groups (org, id, version, created, last_modified, document, secrets, label, has_team, k_external_id, k_display_name, k_team_motto, k_team_founded, k_team_budget, k_team_number, k_team_lead_value, k_team_lead_ref, k_team_lead_display, retired) FROM stdin;
\.

COPY public.organisations (id, name, created, display_name, suspended, deleted, settings) FROM stdin;
1	default	1795666228305000	\N	\N	\N	\N
2	acme	1795666228566000	Acme Corporation	\N	\N	\N
\.

COPY public.outbox (sequence, org, resource_type, id, version, operation, changes, at, target, credential, actor, source, request, refused) FROM stdin;
1	0	organisation	00000000-0000-0000-0000-000000000001	0	create	\N	1795666228305000	default	\N	start	\N		\N
2	1	credential	01a2160c-3451-7000-bd88-5d7fff596527	0	create	\N	1795666228305000	first	\N	start	\N		\N
3	1	Gadget	01a2160c-34b3-7000-8cc7-92b9a4645272	1	create	\N	1795666228403000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000000	\N
4	1	Gadget	01a2160c-34b9-7000-a470-8fdf37db6ed8	1	create	\N	1795666228409000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000001	\N
5	1	Gadget	01a2160c-34c3-7000-a593-f08cf46ce1dd	1	create	\N	1795666228419000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000002	\N
6	1	Gadget	01a2160c-34ca-7000-9eb8-c2d1d665e819	1	create	\N	1795666228426000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000003	\N
7	1	Gadget	01a2160c-34cd-7000-b28a-5336b8f18eb1	1	create	\N	1795666228429000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000004	\N
8	1	Gadget	01a2160c-34d3-7000-9b98-d8e537b1eaea	1	create	\N	1795666228435000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000005	\N
9	1	Gadget	01a2160c-34d8-7000-bd12-1f0189e9e6b7	1	create	\N	1795666228440000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000006	\N
10	1	Gadget	01a2160c-34df-7000-9101-167356d1cc5e	1	create	\N	1795666228447000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000007	\N
11	1	Gadget	01a2160c-34e6-7000-b6fa-cb9c455a88f0	1	create	\N	1795666228454000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000008	\N
12	1	Gadget	01a2160c-34e9-7000-9eb5-4eefcdbcde34	1	create	\N	1795666228457000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000009	\N
13	1	Gadget	01a2160c-34ec-7000-a7c2-833dfd34f77d	1	create	\N	1795666228460000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c00000000000a	\N
14	1	Gadget	01a2160c-34ef-7000-ae98-a6cccaebacf0	1	create	\N	1795666228463000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c00000000000b	\N
15	1	Gadget	01a2160c-34fa-7000-90bc-2934880a37f6	1	create	\N	1795666228474000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c00000000000c	\N
16	1	Gadget	01a2160c-3501-7000-9efb-f5cf9f6eb10e	1	create	\N	1795666228481000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c00000000000d	\N
17	1	Gadget	01a2160c-350a-7000-b868-460779291517	1	create	\N	1795666228490000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c00000000000e	\N
18	1	Gadget	01a2160c-350e-7000-a95e-14f0627dbe88	1	create	\N	1795666228522000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c00000000000f	\N
19	1	Gadget	01a2160c-352e-7000-9e4e-8841cfc99952	1	create	\N	1795666228526000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000010	\N
20	1	Gadget	01a2160c-3536-7000-a89f-e90975a8f810	1	create	\N	1795666228535000	\N	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	37806aa43b813d9c000000000011	\N
21	0	organisation	00000000-0000-0000-0000-000000000002	0	create	\N	1795666228566000	acme	\N	command line	\N		\N
22	2	credential	01a2160c-3588-7000-a562-dea90403bc55	0	create	\N	1795666228616000	of the other organisation	\N	command line	\N		\N
23	2	Gadget	01a2160c-3591-7000-b03a-694f8c15bc8e	1	create	\N	1795666228625000	\N	01a2160c-3588-7000-a562-dea90403bc55	of the other organisation	127.0.0.1	37806aa43b813d9c000000000012	\N
\.

COPY public.requests (sequence, org, at, request, credential, actor, source, method, endpoint, resource_type, resource, query, status, scim_type, detail, micros, quirks) FROM stdin;
1	1	1795666228408000	37806aa43b813d9c000000000000	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34b3-7000-8cc7-92b9a4645272	\N	201	\N	\N	7356	\N
2	1	1795666228418000	37806aa43b813d9c000000000001	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34b9-7000-a470-8fdf37db6ed8	\N	201	\N	\N	8983	\N
3	1	1795666228425000	37806aa43b813d9c000000000002	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34c3-7000-a593-f08cf46ce1dd	\N	201	\N	\N	5665	\N
4	1	1795666228428000	37806aa43b813d9c000000000003	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34ca-7000-9eb8-c2d1d665e819	\N	201	\N	\N	1913	\N
5	1	1795666228434000	37806aa43b813d9c000000000004	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34cd-7000-b28a-5336b8f18eb1	\N	201	\N	\N	5576	\N
6	1	1795666228437000	37806aa43b813d9c000000000005	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34d3-7000-9b98-d8e537b1eaea	\N	201	\N	\N	2093	\N
7	1	1795666228446000	37806aa43b813d9c000000000006	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34d8-7000-bd12-1f0189e9e6b7	\N	201	\N	\N	6080	\N
8	1	1795666228453000	37806aa43b813d9c000000000007	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34df-7000-9101-167356d1cc5e	\N	201	\N	\N	6420	\N
9	1	1795666228456000	37806aa43b813d9c000000000008	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34e6-7000-b6fa-cb9c455a88f0	\N	201	\N	\N	2260	\N
10	1	1795666228459000	37806aa43b813d9c000000000009	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34e9-7000-9eb5-4eefcdbcde34	\N	201	\N	\N	2053	\N
11	1	1795666228462000	37806aa43b813d9c00000000000a	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34ec-7000-a7c2-833dfd34f77d	\N	201	\N	\N	2182	\N
12	1	1795666228473000	37806aa43b813d9c00000000000b	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34ef-7000-ae98-a6cccaebacf0	\N	201	\N	\N	10036	\N
13	1	1795666228480000	37806aa43b813d9c00000000000c	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-34fa-7000-90bc-2934880a37f6	\N	201	\N	\N	6441	\N
14	1	1795666228490000	37806aa43b813d9c00000000000d	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-3501-7000-9efb-f5cf9f6eb10e	\N	201	\N	\N	8904	\N
15	1	1795666228493000	37806aa43b813d9c00000000000e	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-350a-7000-b868-460779291517	\N	201	\N	\N	2491	\N
16	1	1795666228525000	37806aa43b813d9c00000000000f	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-350e-7000-a95e-14f0627dbe88	\N	201	\N	\N	31675	\N
17	1	1795666228533000	37806aa43b813d9c000000000010	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-352e-7000-9e4e-8841cfc99952	\N	201	\N	\N	6948	\N
18	1	1795666228538000	37806aa43b813d9c000000000011	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-3536-7000-a89f-e90975a8f810	\N	201	\N	\N	3918	\N
19	2	1795666228630000	37806aa43b813d9c000000000012	01a2160c-3588-7000-a562-dea90403bc55	of the other organisation	127.0.0.1	POST	/Gadgets	Gadget	01a2160c-3591-7000-b03a-694f8c15bc8e	\N	201	\N	\N	6371	\N
20	1	1795666228640000	37806aa43b813d9c000000000013	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets	Gadget	\N	count=200	200	\N	\N	8938	\N
21	1	1795666228642000	37806aa43b813d9c000000000014	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34b3-7000-8cc7-92b9a4645272	\N	200	\N	\N	1521	\N
22	1	1795666228644000	37806aa43b813d9c000000000015	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34b9-7000-a470-8fdf37db6ed8	\N	200	\N	\N	1433	\N
23	1	1795666228646000	37806aa43b813d9c000000000016	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34c3-7000-a593-f08cf46ce1dd	\N	200	\N	\N	1068	\N
24	1	1795666228648000	37806aa43b813d9c000000000017	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34ca-7000-9eb8-c2d1d665e819	\N	200	\N	\N	763	\N
25	1	1795666228649000	37806aa43b813d9c000000000018	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34cd-7000-b28a-5336b8f18eb1	\N	200	\N	\N	811	\N
26	1	1795666228651000	37806aa43b813d9c000000000019	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34d3-7000-9b98-d8e537b1eaea	\N	200	\N	\N	724	\N
27	1	1795666228656000	37806aa43b813d9c00000000001a	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34d8-7000-bd12-1f0189e9e6b7	\N	200	\N	\N	4249	\N
28	1	1795666228657000	37806aa43b813d9c00000000001b	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34df-7000-9101-167356d1cc5e	\N	200	\N	\N	744	\N
29	1	1795666228659000	37806aa43b813d9c00000000001c	01a2160c-3451-7000-bd88-5d7fff596527	first	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-34e6-7000-b6fa-cb9c455a88f0	\N	200	\N	\N	837	\N
30	2	1795666228677000	37806aa43b813d9c000000000026	01a2160c-3588-7000-a562-dea90403bc55	of the other organisation	127.0.0.1	GET	/Gadgets	Gadget	\N	count=200	200	\N	\N	1545	\N
31	2	1795666228678000	37806aa43b813d9c000000000027	01a2160c-3588-7000-a562-dea90403bc55	of the other organisation	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160c-3591-7000-b03a-694f8c15bc8e	\N	200	\N	\N	609	\N
\.

COPY public.settings (name, value) FROM stdin;
schemas	048882a54dbe7051d0576fbbe57fe11da4a19ee9b3238dbfd9f68d4631ef233a
attributes	{"Gadget":{"":{"type":"urn:example:2.0:Gadget","multi":false,"required":true,"kept":"document","place":"gadgets","keys":"name"},"Self2":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_self2","keys":"folded"},"always":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_always","keys":"folded"},"async":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_async","keys":"folded"},"crate":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_crate","keys":"folded"},"document":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_document","keys":"folded"},"exact":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_exact","keys":"exact"},"externalId":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_external_id","keys":"exact bounded"},"fixed":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_fixed","keys":"folded"},"fixedMany":{"type":"string","multi":true,"required":false,"kept":"document","place":"gadget_fixed_many","keys":"folded"},"friends":{"type":"complex","multi":true,"required":false,"kept":"relation","place":"gadget_friends"},"gen":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gen","keys":"folded"},"global":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_global","keys":"exact bounded"},"hidden":{"type":"string","multi":false,"required":false,"kept":"hash","keys":"folded"},"inner":{"type":"complex","multi":false,"required":false,"kept":"document"},"inner/bytes":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_bytes","keys":"binary"},"inner/count":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_count","keys":"folded"},"inner/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_display","keys":"folded"},"inner/link":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_link","keys":"reference"},"inner/many":{"type":"string","multi":true,"required":false,"kept":"document","place":"gadget_inner_many","keys":"folded"},"inner/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_primary","keys":"boolean"},"inner/ratio":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_ratio","keys":"decimal"},"inner/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_type","keys":"folded"},"inner/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_value","keys":"exact"},"inner/when":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_when","keys":"dateTime"},"items":{"type":"complex","multi":true,"required":false,"kept":"document","place":"gadget_items"},"items/bytes":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadget_items.k_bytes","keys":"binary"},"items/count":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_count","keys":"folded"},"items/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_display","keys":"folded"},"items/link":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadget_items.k_link","keys":"reference"},"items/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"gadget_items.k_primary","keys":"boolean"},"items/ratio":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"gadget_items.k_ratio","keys":"decimal"},"items/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_type","keys":"folded"},"items/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_value","keys":"exact bounded"},"items/when":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadget_items.k_when","keys":"dateTime"},"label":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_label","keys":"folded"},"many_binary":{"type":"binary","multi":true,"required":false,"kept":"document","place":"gadget_many_binary","keys":"binary"},"many_boolean":{"type":"boolean","multi":true,"required":false,"kept":"document","place":"gadget_many_boolean","keys":"boolean"},"many_dateTime":{"type":"dateTime","multi":true,"required":false,"kept":"document","place":"gadget_many_date_time","keys":"dateTime"},"many_decimal":{"type":"decimal","multi":true,"required":false,"kept":"document","place":"gadget_many_decimal","keys":"decimal"},"many_integer":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_many_integer","keys":"integer"},"many_reference":{"type":"reference","multi":true,"required":false,"kept":"document","place":"gadget_many_reference","keys":"reference"},"many_string":{"type":"string","multi":true,"required":false,"kept":"document","place":"gadget_many_string","keys":"folded"},"match":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_match","keys":"folded"},"name":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_name","keys":"folded bounded"},"never":{"type":"string","multi":false,"required":false,"kept":"apart","keys":"folded"},"one-binary":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_binary","keys":"binary"},"one-boolean":{"type":"boolean","multi":true,"required":false,"kept":"document","place":"gadget_one_boolean","keys":"boolean"},"one-dateTime":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_date_time","keys":"folded"},"one-decimal":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_decimal","keys":"decimal"},"one-integer":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_integer","keys":"integer"},"one-reference":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_reference","keys":"reference"},"one-string":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_string","keys":"integer"},"org":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_org","keys":"folded"},"owner":{"type":"complex","multi":false,"required":false,"kept":"document"},"owner/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_owner_ref","keys":"reference"},"owner/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_owner_display","keys":"folded"},"owner/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_owner_value","keys":"exact"},"parent":{"type":"complex","multi":false,"required":false,"kept":"document"},"parent/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_parent_ref","keys":"resource","own":true},"parent/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_parent_display","keys":"folded"},"parent/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_parent_value","keys":"exact"},"parts":{"type":"complex","multi":true,"required":false,"kept":"document","place":"gadget_parts"},"parts/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadget_parts.k_ref","keys":"resource","own":true},"parts/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_parts.k_display","keys":"folded"},"parts/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_parts.k_value","keys":"exact"},"pin":{"type":"string","multi":false,"required":false,"kept":"apart","keys":"folded"},"request":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_request","keys":"folded"},"self":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_self","keys":"folded"},"server":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_server","keys":"folded"},"super":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_super","keys":"folded"},"try":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_try","keys":"folded"},"type":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_type","keys":"folded"},"unique_binary":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_binary","keys":"binary"},"unique_dateTime":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_date_time","keys":"dateTime"},"unique_decimal":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_decimal","keys":"decimal"},"unique_integer":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_integer","keys":"integer"},"unique_reference":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_reference","keys":"reference bounded"},"unique_string":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_string","keys":"exact bounded"},"urn:example:2.0:Gadget:Extra":{"type":"complex","multi":false,"required":false,"kept":"document","place":"gadgets.has_gadget"},"urn:example:2.0:Gadget:Extra/fixed":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gadget_fixed","keys":"folded"},"urn:example:2.0:Gadget:Extra/id":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gadget_id","keys":"folded"},"urn:example:2.0:Gadget:Extra/items":{"type":"string","multi":true,"required":false,"kept":"document","place":"gadget_gadget_items","keys":"folded"},"urn:example:2.0:Gadget:Extra/name":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gadget_name","keys":"folded bounded"},"urn:example:2.0:Gadget:Extra/one-string":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gadget_one_string","keys":"folded"},"version":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_version","keys":"folded"},"wholes":{"type":"complex","multi":true,"required":false,"kept":"document","place":"gadget_wholes"},"wholes/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadget_wholes.k_ref","keys":"resource","own":true},"wholes/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_wholes.k_display","keys":"folded"},"wholes/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_wholes.k_type","keys":"folded"},"wholes/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_wholes.k_value","keys":"exact"},"x-y":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_x_y","keys":"folded"},"x_y":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_x_y_2","keys":"folded"}},"Group":{"":{"type":"urn:ietf:params:scim:schemas:core:2.0:Group","multi":false,"required":true,"kept":"document","place":"groups","keys":"displayName"},"displayName":{"type":"string","multi":false,"required":true,"kept":"document","place":"groups.k_display_name","keys":"folded bounded"},"externalId":{"type":"string","multi":false,"required":false,"kept":"document","place":"groups.k_external_id","keys":"exact bounded"},"members":{"type":"complex","multi":true,"required":false,"kept":"relation","place":"group_members"},"urn:example:2.0:Team":{"type":"complex","multi":false,"required":false,"kept":"document","place":"groups.has_team"},"urn:example:2.0:Team/budget":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"groups.k_team_budget","keys":"decimal"},"urn:example:2.0:Team/founded":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"groups.k_team_founded","keys":"dateTime"},"urn:example:2.0:Team/label":{"type":"string","multi":true,"required":false,"kept":"document","place":"group_team_label","keys":"folded"},"urn:example:2.0:Team/lead":{"type":"complex","multi":false,"required":false,"kept":"document"},"urn:example:2.0:Team/lead/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"groups.k_team_lead_ref","keys":"resource","own":true},"urn:example:2.0:Team/lead/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"groups.k_team_lead_display","keys":"folded"},"urn:example:2.0:Team/lead/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"groups.k_team_lead_value","keys":"exact"},"urn:example:2.0:Team/motto":{"type":"string","multi":false,"required":false,"kept":"document","place":"groups.k_team_motto","keys":"folded"},"urn:example:2.0:Team/number":{"type":"integer","multi":false,"required":false,"kept":"document","place":"groups.k_team_number","keys":"integer"}},"User":{"":{"type":"urn:ietf:params:scim:schemas:core:2.0:User","multi":false,"required":true,"kept":"document","place":"users"},"active":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"users.k_active","keys":"boolean"},"addresses":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_addresses"},"addresses/country":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_country","keys":"folded"},"addresses/formatted":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_formatted","keys":"folded"},"addresses/locality":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_locality","keys":"folded"},"addresses/postalCode":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_postal_code","keys":"folded"},"addresses/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_addresses.k_primary","keys":"boolean"},"addresses/region":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_region","keys":"folded"},"addresses/streetAddress":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_street_address","keys":"folded"},"addresses/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_type","keys":"folded"},"displayName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_display_name","keys":"folded bounded"},"emails":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_emails"},"emails/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_emails.k_display","keys":"folded"},"emails/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_emails.k_primary","keys":"boolean"},"emails/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_emails.k_type","keys":"folded"},"emails/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_emails.k_value","keys":"folded bounded"},"entitlements":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_entitlements"},"entitlements/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_display","keys":"folded"},"entitlements/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_primary","keys":"boolean"},"entitlements/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_type","keys":"folded"},"entitlements/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_value","keys":"folded"},"externalId":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_external_id","keys":"exact bounded"},"ims":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_ims"},"ims/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_ims.k_display","keys":"folded"},"ims/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_ims.k_primary","keys":"boolean"},"ims/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_ims.k_type","keys":"folded"},"ims/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_ims.k_value","keys":"folded"},"locale":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_locale","keys":"folded"},"name":{"type":"complex","multi":false,"required":false,"kept":"document"},"name/familyName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_family_name","keys":"folded"},"name/formatted":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_formatted","keys":"folded"},"name/givenName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_given_name","keys":"folded"},"name/honorificPrefix":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_honorific_prefix","keys":"folded"},"name/honorificSuffix":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_honorific_suffix","keys":"folded"},"name/middleName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_middle_name","keys":"folded"},"nickName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_nick_name","keys":"folded"},"password":{"type":"string","multi":false,"required":false,"kept":"hash","keys":"exact"},"phoneNumbers":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_phone_numbers"},"phoneNumbers/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_display","keys":"folded"},"phoneNumbers/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_primary","keys":"boolean"},"phoneNumbers/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_type","keys":"folded"},"phoneNumbers/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_value","keys":"folded"},"photos":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_photos"},"photos/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_photos.k_display","keys":"folded"},"photos/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_photos.k_primary","keys":"boolean"},"photos/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_photos.k_type","keys":"folded"},"photos/value":{"type":"reference","multi":false,"required":false,"kept":"document","place":"user_photos.k_value","keys":"reference"},"preferredLanguage":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_preferred_language","keys":"folded"},"profileUrl":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_profile_url","keys":"reference"},"roles":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_roles"},"roles/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_roles.k_display","keys":"folded"},"roles/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_roles.k_primary","keys":"boolean"},"roles/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_roles.k_type","keys":"folded"},"roles/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_roles.k_value","keys":"folded"},"timezone":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_timezone","keys":"folded"},"title":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_title","keys":"folded"},"urn:example:2.0:Badge":{"type":"complex","multi":false,"required":false,"kept":"document","place":"users.has_badge"},"urn:example:2.0:Badge/code":{"type":"string","multi":false,"required":false,"kept":"document","keys":"folded"},"urn:example:2.0:Badge/colour":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_colour","keys":"folded"},"urn:example:2.0:Badge/doors":{"type":"string","multi":true,"required":false,"kept":"document","place":"user_badge_doors","keys":"folded"},"urn:example:2.0:Badge/grade":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_grade","keys":"folded"},"urn:example:2.0:Badge/home":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_badge_home","keys":"reference"},"urn:example:2.0:Badge/issuedAt":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"users.k_badge_issued_at","keys":"dateTime"},"urn:example:2.0:Badge/keeper":{"type":"complex","multi":false,"required":false,"kept":"document"},"urn:example:2.0:Badge/keeper/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_badge_keeper_ref","keys":"resource","own":true},"urn:example:2.0:Badge/keeper/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_keeper_display","keys":"folded"},"urn:example:2.0:Badge/keeper/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_keeper_value","keys":"exact"},"urn:example:2.0:Badge/keys":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_badge_keys"},"urn:example:2.0:Badge/keys/depth":{"type":"integer","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_depth","keys":"integer"},"urn:example:2.0:Badge/keys/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_primary","keys":"boolean"},"urn:example:2.0:Badge/keys/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_type","keys":"folded"},"urn:example:2.0:Badge/keys/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_value","keys":"exact bounded"},"urn:example:2.0:Badge/label":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_label","keys":"folded bounded"},"urn:example:2.0:Badge/note":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_note","keys":"folded"},"urn:example:2.0:Badge/number":{"type":"integer","multi":false,"required":false,"kept":"document","place":"users.k_badge_number","keys":"integer"},"urn:example:2.0:Badge/photo":{"type":"binary","multi":false,"required":false,"kept":"document","place":"users.k_badge_photo","keys":"binary"},"urn:example:2.0:Badge/serial":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_serial","keys":"exact"},"urn:example:2.0:Badge/valid":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"users.k_badge_valid","keys":"boolean"},"urn:example:2.0:Badge/weight":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"users.k_badge_weight","keys":"decimal"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"type":"complex","multi":false,"required":false,"kept":"document","place":"users.has_enterprise_user"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/costCenter":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_cost_center","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_department","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/division":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_division","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/employeeNumber":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_employee_number","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager":{"type":"complex","multi":false,"required":false,"kept":"document"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_manager_ref","keys":"resource","own":true},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/displayName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_manager_display_name","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_manager_value","keys":"exact"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/organization":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_organization","keys":"folded"},"userName":{"type":"string","multi":false,"required":true,"kept":"document","place":"users.k_user_name","keys":"folded bounded"},"userType":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_user_type","keys":"folded"},"x509Certificates":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_x509_certificates"},"x509Certificates/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_display","keys":"folded"},"x509Certificates/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_primary","keys":"boolean"},"x509Certificates/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_type","keys":"folded"},"x509Certificates/value":{"type":"binary","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_value","keys":"binary","certificate":true}}}
unseen attributes	{}
indexes	["groups_k_external_id_id","groups_k_display_name_id","groups_k_team_number_id","users_k_external_id_id","users_k_user_name","users_k_display_name_id","users_k_badge_number","users_k_badge_label_id","user_emails_k_value_k_type_id","user_badge_keys_k_value_k_type_id","gadgets_k_external_id_id","gadgets_k_one_integer_id","gadgets_k_unique_string","gadgets_k_unique_decimal","gadgets_k_unique_date_time","gadgets_k_unique_binary","gadgets_k_unique_reference","gadgets_k_name_id","gadgets_k_global","gadgets_k_gadget_name_id","gadget_items_k_value_k_type_id"]
cursor key	2EO3EMsQILQGiR3R39IvU97k1WTwjfTXvI4wsjwdXiM=
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
