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

CREATE TABLE public.gadget_friends (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_ref text COLLATE pg_catalog."C",
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
    k_count bigint,
    k_when bigint,
    k_bytes text COLLATE pg_catalog."C",
    k_link text COLLATE pg_catalog."C",
    k_note text COLLATE pg_catalog."C"
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

CREATE TABLE public.gadget_many_integer (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value bigint
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

CREATE TABLE public.gadget_olds (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_note text COLLATE pg_catalog."C"
);

CREATE TABLE public.gadget_parts (
    org bigint NOT NULL,
    owner uuid NOT NULL,
    member uuid NOT NULL,
    member_type text NOT NULL COLLATE pg_catalog."C",
    display text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C"
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
    k_one_string text COLLATE pg_catalog."C",
    k_one_boolean boolean,
    k_one_decimal bigint,
    k_one_integer bigint,
    k_one_date_time bigint,
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
    k_never text COLLATE pg_catalog."C",
    k_inner_value text COLLATE pg_catalog."C",
    k_inner_type text COLLATE pg_catalog."C",
    k_inner_primary boolean,
    k_inner_display text COLLATE pg_catalog."C",
    k_inner_count bigint,
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
    k_self bigint,
    k_self2 text COLLATE pg_catalog."C",
    k_gen text COLLATE pg_catalog."C",
    k_async text COLLATE pg_catalog."C",
    k_match text COLLATE pg_catalog."C",
    k_crate text COLLATE pg_catalog."C",
    k_super text COLLATE pg_catalog."C",
    k_document text COLLATE pg_catalog."C",
    k_version text COLLATE pg_catalog."C",
    k_org text COLLATE pg_catalog."C",
    k_label text COLLATE pg_catalog."C",
    k_x_y text COLLATE pg_catalog."C",
    k_old text COLLATE pg_catalog."C",
    k_gadget_name text COLLATE pg_catalog."C",
    k_gadget_id text COLLATE pg_catalog."C",
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

CREATE TABLE public.groups (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    label text COLLATE pg_catalog."C",
    k_external_id text COLLATE pg_catalog."C",
    k_display_name text COLLATE pg_catalog."C",
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
    k_note text COLLATE pg_catalog."C"
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

CREATE TABLE public.user_visitor_days (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
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
    has_visitor boolean,
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
    k_badge_valid boolean,
    k_badge_photo text COLLATE pg_catalog."C",
    k_badge_home text COLLATE pg_catalog."C",
    k_badge_colour text COLLATE pg_catalog."C",
    k_badge_serial text COLLATE pg_catalog."C",
    k_badge_grade text COLLATE pg_catalog."C",
    k_badge_note text COLLATE pg_catalog."C",
    k_badge_code text COLLATE pg_catalog."C",
    k_badge_keeper_value text COLLATE pg_catalog."C",
    k_badge_keeper_ref text COLLATE pg_catalog."C",
    k_badge_keeper_display text COLLATE pg_catalog."C",
    k_badge_shelf text COLLATE pg_catalog."C",
    k_visitor_host text COLLATE pg_catalog."C",
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

COPY public.assertions (org, client, mark, expires) FROM stdin;
\.

COPY public.counters (org, resource_type, slot, total) FROM stdin;
1	User	14	1
1	User	4	2
1	User	5	1
1	User	10	2
1	User	11	2
1	User	6	3
1	Group	13	1
1	Group	0	1
1	Group	6	1
1	User	7	0
1	Gadget	3	1
1	Gadget	14	1
1	Gadget	12	1
1	Gadget	2	1
1	Gadget	9	2
1	Gadget	5	2
1	Gadget	10	2
1	Gadget	0	1
1	Gadget	6	2
2	Gadget	4	1
\.

COPY public.credentials (id, org, kind, name, hash, keys, scopes, created, creator, expires, revoked, last_used, last_used_from, subject_type, subject) FROM stdin;
01a2160a-9b11-7000-b687-ad6f4fbe9cab	1	token	first	8c5aa4e5402a5a2093406ddd5b2d47d0b501f9e274870b89af9edfc4110a683d	\N	read write	1795666123537000	start	1827202123537000	\N	1795666123720000	127.0.0.1	\N	\N
01a2160a-9ebb-7000-a4cf-7e97a70a546c	2	token	of the other organisation	9dfc48bb41314c6a3fa430fbd6137a338ec21656d53028b94b11afef3cfa5d61	\N	read write	1795666124475000	command line	1827202124475000	\N	1795666124491000	127.0.0.1	\N	\N
\.

COPY public.gadget_friends (org, id, ordinal, k_value, k_ref, k_display) FROM stdin;
\.

COPY public.gadget_gadget_items (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_inner_many (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_items (org, id, ordinal, k_value, k_type, k_primary, k_display, k_count, k_when, k_bytes, k_link, k_note) FROM stdin;
1	01a2160a-9ca0-7000-82de-9638b4f1dbe3	0	i0	a	\N	\N	\N	\N	\N	\N	note-0
1	01a2160a-9ca0-7000-82de-9638b4f1dbe3	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9cca-7000-a0cb-2c75f611fa5e	0	i1	a	\N	\N	\N	\N	\N	\N	note-1
1	01a2160a-9cca-7000-a0cb-2c75f611fa5e	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9cd1-7000-b052-bf72564e992c	0	i2	a	\N	\N	\N	\N	\N	\N	note-2
1	01a2160a-9cd1-7000-b052-bf72564e992c	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9cd9-7000-ab9e-2e3179e22f49	0	i3	a	\N	\N	\N	\N	\N	\N	note-3
1	01a2160a-9cd9-7000-ab9e-2e3179e22f49	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9ce1-7000-8e47-086967b90732	0	i4	a	\N	\N	\N	\N	\N	\N	note-4
1	01a2160a-9ce1-7000-8e47-086967b90732	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9ceb-7000-b435-78f7c174c1c9	0	i5	a	\N	\N	\N	\N	\N	\N	note-5
1	01a2160a-9ceb-7000-b435-78f7c174c1c9	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9cef-7000-885a-874644ae8845	0	i6	a	\N	\N	\N	\N	\N	\N	note-6
1	01a2160a-9cef-7000-885a-874644ae8845	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9cf4-7000-a418-0fa1e907ac26	0	i7	a	\N	\N	\N	\N	\N	\N	note-7
1	01a2160a-9cf4-7000-a418-0fa1e907ac26	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9cf8-7000-ad07-d49574cc0915	0	i8	a	\N	\N	\N	\N	\N	\N	note-8
1	01a2160a-9cf8-7000-ad07-d49574cc0915	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9cfb-7000-a422-0aa797b2efea	0	i9	a	\N	\N	\N	\N	\N	\N	note-9
1	01a2160a-9cfb-7000-a422-0aa797b2efea	1	j	\N	\N	\N	\N	\N	\N	\N	\N
\.

COPY public.gadget_many_binary (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_boolean (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_date_time (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_decimal (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_integer (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_reference (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_many_string (org, id, ordinal, k_value) FROM stdin;
1	01a2160a-9ca0-7000-82de-9638b4f1dbe3	0	Many
1	01a2160a-9ca0-7000-82de-9638b4f1dbe3	1	MANY-0
1	01a2160a-9cca-7000-a0cb-2c75f611fa5e	0	Many
1	01a2160a-9cca-7000-a0cb-2c75f611fa5e	1	MANY-1
1	01a2160a-9cd1-7000-b052-bf72564e992c	0	Many
1	01a2160a-9cd1-7000-b052-bf72564e992c	1	MANY-2
1	01a2160a-9cd9-7000-ab9e-2e3179e22f49	0	Many
1	01a2160a-9cd9-7000-ab9e-2e3179e22f49	1	MANY-3
1	01a2160a-9ce1-7000-8e47-086967b90732	0	Many
1	01a2160a-9ce1-7000-8e47-086967b90732	1	MANY-4
1	01a2160a-9ceb-7000-b435-78f7c174c1c9	0	Many
1	01a2160a-9ceb-7000-b435-78f7c174c1c9	1	MANY-5
1	01a2160a-9cef-7000-885a-874644ae8845	0	Many
1	01a2160a-9cef-7000-885a-874644ae8845	1	MANY-6
1	01a2160a-9cf4-7000-a418-0fa1e907ac26	0	Many
1	01a2160a-9cf4-7000-a418-0fa1e907ac26	1	MANY-7
1	01a2160a-9cf8-7000-ad07-d49574cc0915	0	Many
1	01a2160a-9cf8-7000-ad07-d49574cc0915	1	MANY-8
1	01a2160a-9cfb-7000-a422-0aa797b2efea	0	Many
1	01a2160a-9cfb-7000-a422-0aa797b2efea	1	MANY-9
\.

COPY public.gadget_olds (org, id, ordinal, k_value, k_note) FROM stdin;
1	01a2160a-9ca0-7000-82de-9638b4f1dbe3	0	old-0	n
1	01a2160a-9cca-7000-a0cb-2c75f611fa5e	0	old-1	n
1	01a2160a-9cd1-7000-b052-bf72564e992c	0	old-2	n
1	01a2160a-9cd9-7000-ab9e-2e3179e22f49	0	old-3	n
1	01a2160a-9ce1-7000-8e47-086967b90732	0	old-4	n
1	01a2160a-9ceb-7000-b435-78f7c174c1c9	0	old-5	n
1	01a2160a-9cef-7000-885a-874644ae8845	0	old-6	n
1	01a2160a-9cf4-7000-a418-0fa1e907ac26	0	old-7	n
1	01a2160a-9cf8-7000-ad07-d49574cc0915	0	old-8	n
1	01a2160a-9cfb-7000-a422-0aa797b2efea	0	old-9	n
\.

COPY public.gadget_parts (org, owner, member, member_type, display, k_display) FROM stdin;
1	01a2160a-9d28-7000-8a52-4680559b23a0	01a2160a-9ca0-7000-82de-9638b4f1dbe3	Gadget	\N	\N
1	01a2160a-9d28-7000-8a52-4680559b23a0	01a2160a-9cca-7000-a0cb-2c75f611fa5e	Gadget	\N	\N
\.

COPY public.gadgets (org, id, version, created, last_modified, document, secrets, label, has_gadget, k_external_id, k_one_string, k_one_boolean, k_one_decimal, k_one_integer, k_one_date_time, k_one_binary, k_one_reference, k_unique_string, k_unique_decimal, k_unique_integer, k_unique_date_time, k_unique_binary, k_unique_reference, k_name, k_exact, k_global, k_fixed, k_server, k_always, k_request, k_never, k_inner_value, k_inner_type, k_inner_primary, k_inner_display, k_inner_count, k_inner_ratio, k_inner_when, k_inner_bytes, k_inner_link, k_owner_value, k_owner_ref, k_owner_display, k_parent_value, k_parent_ref, k_parent_display, k_type, k_self, k_self2, k_gen, k_async, k_match, k_crate, k_super, k_document, k_version, k_org, k_label, k_x_y, k_old, k_gadget_name, k_gadget_id, k_gadget_fixed, retired) FROM stdin;
1	01a2160a-9ca0-7000-82de-9638b4f1dbe3	1	1795666123936000	1795666123936000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9ca0-7000-82de-9638b4f1dbe3","externalId":"gadget-0","one-string":"one-0","many_string":["Many","MANY-0"],"one-boolean":true,"one-decimal":0,"one-dateTime":"2020-01-01T10:00:00+02:00","unique_string":"unique-0","name":"Gadget 0","exact":"Exact-0","global":"global-0","always":"A","never":"never-0","inner":{"value":"v0","display":"Inner 0","count":0},"items":[{"value":"i0","type":"a","note":"note-0"},{"value":"j"}],"self":"2020-01-01T00:00:00Z","self2":"Self Two 0","gen":"TWE=","match":"Match-0","crate":"crate-0","document":"Document 0","x_y":"under-0","old":"old-0","olds":[{"value":"old-0","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-0","one-string":"Unseen-0"}}	{"hidden":"hidden-0","try":"try-0"}	Gadget 0	t	gadget-0	one-0	t	0	\N	1577865600000000	\N	\N	unique-0	\N	\N	\N	\N	\N	gadget 0	exact-0	global-0	\N	\N	a	\N	never-0	v0	\N	\N	Inner 0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1577836800000000	self two 0	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-0	crate-0	\N	document 0	\N	\N	\N	under-0	old-0	extra-0	\N	\N	\N
1	01a2160a-9cca-7000-a0cb-2c75f611fa5e	1	1795666123978000	1795666123978000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9cca-7000-a0cb-2c75f611fa5e","externalId":"gadget-1","one-string":"one-1","many_string":["Many","MANY-1"],"one-boolean":false,"one-decimal":1,"one-dateTime":"2020-01-02T10:00:00+02:00","unique_string":"unique-1","name":"Gadget 1","exact":"Exact-1","global":"global-1","always":"A","never":"never-1","inner":{"value":"v1","display":"Inner 1","count":1},"items":[{"value":"i1","type":"a","note":"note-1"},{"value":"j"}],"self":"2020-01-02T00:00:00Z","self2":"Self Two 1","gen":"TWE=","match":"Match-1","crate":"crate-1","document":"Document 1","x_y":"under-1","old":"old-1","olds":[{"value":"old-1","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-1","one-string":"Unseen-1"}}	{"hidden":"hidden-1","try":"try-1"}	Gadget 1	t	gadget-1	one-1	f	1	\N	1577952000000000	\N	\N	unique-1	\N	\N	\N	\N	\N	gadget 1	exact-1	global-1	\N	\N	a	\N	never-1	v1	\N	\N	Inner 1	1	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1577923200000000	self two 1	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-1	crate-1	\N	document 1	\N	\N	\N	under-1	old-1	extra-1	\N	\N	\N
1	01a2160a-9cd1-7000-b052-bf72564e992c	1	1795666123986000	1795666123986000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9cd1-7000-b052-bf72564e992c","externalId":"gadget-2","one-string":"one-2","many_string":["Many","MANY-2"],"one-boolean":true,"one-decimal":2,"one-dateTime":"2020-01-03T10:00:00+02:00","unique_string":"unique-2","name":"Gadget 2","exact":"Exact-0","global":"global-2","always":"A","never":"never-2","inner":{"value":"v2","display":"Inner 2","count":2},"items":[{"value":"i2","type":"a","note":"note-2"},{"value":"j"}],"self":"2020-01-03T00:00:00Z","self2":"Self Two 2","gen":"TWE=","match":"Match-2","crate":"crate-2","document":"Document 2","x_y":"under-2","old":"old-2","olds":[{"value":"old-2","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-2","one-string":"Unseen-2"}}	{"hidden":"hidden-2","try":"try-2"}	Gadget 2	t	gadget-2	one-2	t	2	\N	1578038400000000	\N	\N	unique-2	\N	\N	\N	\N	\N	gadget 2	exact-0	global-2	\N	\N	a	\N	never-2	v2	\N	\N	Inner 2	2	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578009600000000	self two 2	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-2	crate-2	\N	document 2	\N	\N	\N	under-2	old-2	extra-2	\N	\N	\N
1	01a2160a-9cd9-7000-ab9e-2e3179e22f49	1	1795666123993000	1795666123993000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9cd9-7000-ab9e-2e3179e22f49","externalId":"gadget-3","one-string":"one-3","many_string":["Many","MANY-3"],"one-boolean":false,"one-decimal":3,"one-dateTime":"2020-01-04T10:00:00+02:00","unique_string":"unique-3","name":"Gadget 3","exact":"Exact-1","global":"global-3","always":"A","never":"never-3","inner":{"value":"v3","display":"Inner 3","count":3},"items":[{"value":"i3","type":"a","note":"note-3"},{"value":"j"}],"self":"2020-01-04T00:00:00Z","self2":"Self Two 3","gen":"TWE=","match":"Match-3","crate":"crate-3","document":"Document 3","x_y":"under-3","old":"old-3","olds":[{"value":"old-3","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-3","one-string":"Unseen-3"}}	{"hidden":"hidden-3","try":"try-3"}	Gadget 3	t	gadget-3	one-3	f	3	\N	1578124800000000	\N	\N	unique-3	\N	\N	\N	\N	\N	gadget 3	exact-1	global-3	\N	\N	a	\N	never-3	v3	\N	\N	Inner 3	3	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578096000000000	self two 3	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-3	crate-3	\N	document 3	\N	\N	\N	under-3	old-3	extra-3	\N	\N	\N
1	01a2160a-9cef-7000-885a-874644ae8845	1	1795666124015000	1795666124015000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9cef-7000-885a-874644ae8845","externalId":"gadget-6","one-string":"one-6","many_string":["Many","MANY-6"],"one-boolean":true,"one-decimal":6,"one-dateTime":"2020-01-07T10:00:00+02:00","unique_string":"unique-6","name":"Gadget 6","exact":"Exact-0","global":"global-6","always":"A","never":"never-6","inner":{"value":"v6","display":"Inner 6","count":6},"items":[{"value":"i6","type":"a","note":"note-6"},{"value":"j"}],"self":"2020-01-07T00:00:00Z","self2":"Self Two 6","gen":"TWE=","match":"Match-6","crate":"crate-6","document":"Document 6","x_y":"under-6","old":"old-6","olds":[{"value":"old-6","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-6","one-string":"Unseen-6"}}	{"hidden":"hidden-6","try":"try-6"}	Gadget 6	t	gadget-6	one-6	t	6	\N	1578384000000000	\N	\N	unique-6	\N	\N	\N	\N	\N	gadget 6	exact-0	global-6	\N	\N	a	\N	never-6	v6	\N	\N	Inner 6	6	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578355200000000	self two 6	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-6	crate-6	\N	document 6	\N	\N	\N	under-6	old-6	extra-6	\N	\N	\N
1	01a2160a-9cfb-7000-a422-0aa797b2efea	1	1795666124027000	1795666124027000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9cfb-7000-a422-0aa797b2efea","externalId":"gadget-9","one-string":"one-9","many_string":["Many","MANY-9"],"one-boolean":false,"one-decimal":9,"one-dateTime":"2020-01-10T10:00:00+02:00","unique_string":"unique-9","name":"Gadget 9","exact":"Exact-1","global":"global-9","always":"A","never":"never-9","inner":{"value":"v9","display":"Inner 9","count":9},"items":[{"value":"i9","type":"a","note":"note-9"},{"value":"j"}],"self":"2020-01-10T00:00:00Z","self2":"Self Two 9","gen":"TWE=","match":"Match-9","crate":"crate-9","document":"Document 9","x_y":"under-9","old":"old-9","olds":[{"value":"old-9","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-9","one-string":"Unseen-9"}}	{"hidden":"hidden-9","try":"try-9"}	Gadget 9	t	gadget-9	one-9	f	9	\N	1578643200000000	\N	\N	unique-9	\N	\N	\N	\N	\N	gadget 9	exact-1	global-9	\N	\N	a	\N	never-9	v9	\N	\N	Inner 9	9	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578614400000000	self two 9	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-9	crate-9	\N	document 9	\N	\N	\N	under-9	old-9	extra-9	\N	\N	\N
1	01a2160a-9ce1-7000-8e47-086967b90732	1	1795666124001000	1795666124001000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9ce1-7000-8e47-086967b90732","externalId":"gadget-4","one-string":"one-4","many_string":["Many","MANY-4"],"one-boolean":true,"one-decimal":4,"one-dateTime":"2020-01-05T10:00:00+02:00","unique_string":"unique-4","name":"Gadget 4","exact":"Exact-0","global":"global-4","always":"A","never":"never-4","inner":{"value":"v4","display":"Inner 4","count":4},"items":[{"value":"i4","type":"a","note":"note-4"},{"value":"j"}],"self":"2020-01-05T00:00:00Z","self2":"Self Two 4","gen":"TWE=","match":"Match-4","crate":"crate-4","document":"Document 4","x_y":"under-4","old":"old-4","olds":[{"value":"old-4","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-4","one-string":"Unseen-4"}}	{"hidden":"hidden-4","try":"try-4"}	Gadget 4	t	gadget-4	one-4	t	4	\N	1578211200000000	\N	\N	unique-4	\N	\N	\N	\N	\N	gadget 4	exact-0	global-4	\N	\N	a	\N	never-4	v4	\N	\N	Inner 4	4	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578182400000000	self two 4	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-4	crate-4	\N	document 4	\N	\N	\N	under-4	old-4	extra-4	\N	\N	\N
1	01a2160a-9cf4-7000-a418-0fa1e907ac26	1	1795666124020000	1795666124020000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9cf4-7000-a418-0fa1e907ac26","externalId":"gadget-7","one-string":"one-7","many_string":["Many","MANY-7"],"one-boolean":false,"one-decimal":7,"one-dateTime":"2020-01-08T10:00:00+02:00","unique_string":"unique-7","name":"Gadget 7","exact":"Exact-1","global":"global-7","always":"A","never":"never-7","inner":{"value":"v7","display":"Inner 7","count":7},"items":[{"value":"i7","type":"a","note":"note-7"},{"value":"j"}],"self":"2020-01-08T00:00:00Z","self2":"Self Two 7","gen":"TWE=","match":"Match-7","crate":"crate-7","document":"Document 7","x_y":"under-7","old":"old-7","olds":[{"value":"old-7","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-7","one-string":"Unseen-7"}}	{"hidden":"hidden-7","try":"try-7"}	Gadget 7	t	gadget-7	one-7	f	7	\N	1578470400000000	\N	\N	unique-7	\N	\N	\N	\N	\N	gadget 7	exact-1	global-7	\N	\N	a	\N	never-7	v7	\N	\N	Inner 7	7	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578441600000000	self two 7	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-7	crate-7	\N	document 7	\N	\N	\N	under-7	old-7	extra-7	\N	\N	\N
1	01a2160a-9cff-7000-a9c0-6069ae3dba1a	1	1795666124060000	1795666124060000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160a-9cff-7000-a9c0-6069ae3dba1a","externalId":"long","one-boolean":true,"name":"Long xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","always":"A","document":"Document xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}	{"pin":"$argon2id$v=19$m=19456,t=2,p=1$w+1RNmbCd/f4Epxz1sLvbg$6kWO/oayfcTP3j+/sgrmEwgzfjYb06MqSKmYdnbNXNA"}	Long xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx	f	long	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	long xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	document xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx􀃽􀁐􀁡􀁷􀁛􀁌􀁋􀀫􀁯􀂊􀁮􀁚􀁫􀃕􀀎􀃒􀁴􀂁􀁌􀀉􀂇􀁌􀀯􀂐􀁄􀃟􀃬􀀎􀀻􀁀􀁎􀂒	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9d48-7000-82d4-55c86c441bc6	1	1795666124104000	1795666124104000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160a-9d48-7000-82d4-55c86c441bc6","externalId":"bare","one-boolean":false,"name":"Bare","always":"A"}	\N	Bare	f	bare	\N	f	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	bare	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9ceb-7000-b435-78f7c174c1c9	1	1795666124011000	1795666124011000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9ceb-7000-b435-78f7c174c1c9","externalId":"gadget-5","one-string":"one-5","many_string":["Many","MANY-5"],"one-boolean":false,"one-decimal":5,"one-dateTime":"2020-01-06T10:00:00+02:00","unique_string":"unique-5","name":"Gadget 5","exact":"Exact-1","global":"global-5","always":"A","never":"never-5","inner":{"value":"v5","display":"Inner 5","count":5},"items":[{"value":"i5","type":"a","note":"note-5"},{"value":"j"}],"self":"2020-01-06T00:00:00Z","self2":"Self Two 5","gen":"TWE=","match":"Match-5","crate":"crate-5","document":"Document 5","x_y":"under-5","old":"old-5","olds":[{"value":"old-5","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-5","one-string":"Unseen-5"}}	{"hidden":"hidden-5","try":"try-5"}	Gadget 5	t	gadget-5	one-5	f	5	\N	1578297600000000	\N	\N	unique-5	\N	\N	\N	\N	\N	gadget 5	exact-1	global-5	\N	\N	a	\N	never-5	v5	\N	\N	Inner 5	5	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578268800000000	self two 5	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-5	crate-5	\N	document 5	\N	\N	\N	under-5	old-5	extra-5	\N	\N	\N
1	01a2160a-9cf8-7000-ad07-d49574cc0915	1	1795666124024000	1795666124024000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a2160a-9cf8-7000-ad07-d49574cc0915","externalId":"gadget-8","one-string":"one-8","many_string":["Many","MANY-8"],"one-boolean":true,"one-decimal":8,"one-dateTime":"2020-01-09T10:00:00+02:00","unique_string":"unique-8","name":"Gadget 8","exact":"Exact-0","global":"global-8","always":"A","never":"never-8","inner":{"value":"v8","display":"Inner 8","count":8},"items":[{"value":"i8","type":"a","note":"note-8"},{"value":"j"}],"self":"2020-01-09T00:00:00Z","self2":"Self Two 8","gen":"TWE=","match":"Match-8","crate":"crate-8","document":"Document 8","x_y":"under-8","old":"old-8","olds":[{"value":"old-8","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-8","one-string":"Unseen-8"}}	{"hidden":"hidden-8","try":"try-8"}	Gadget 8	t	gadget-8	one-8	t	8	\N	1578556800000000	\N	\N	unique-8	\N	\N	\N	\N	\N	gadget 8	exact-0	global-8	\N	\N	a	\N	never-8	v8	\N	\N	Inner 8	8	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578528000000000	self two 8	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-8	crate-8	\N	document 8	\N	\N	\N	under-8	old-8	extra-8	\N	\N	\N
2	01a2160a-9ecc-7000-80c5-0316291bdfc4	1	1795666124492000	1795666124492000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160a-9ecc-7000-80c5-0316291bdfc4","externalId":"of-acme","one-boolean":true,"name":"Gadget 0","global":"of-acme","always":"A","old":"acme"}	\N	Gadget 0	f	of-acme	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	gadget 0	\N	of-acme	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	acme	\N	\N	\N	\N
1	01a2160a-9d28-7000-8a52-4680559b23a0	1	1795666124074000	1795666124074000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a2160a-9d28-7000-8a52-4680559b23a0","externalId":"whole","one-boolean":true,"name":"Whole","always":"A"}	\N	Whole	f	whole	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	whole	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
\.

COPY public.group_members (org, owner, member, member_type, display, k_display) FROM stdin;
1	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	01a2160a-9bc8-7000-933c-6c184862d9de	User	\N	\N
1	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	01a2160a-9bdc-7000-b391-04f81e4a798a	User	\N	\N
1	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	User	\N	\N
1	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	01a2160a-9c13-7000-847a-fc5540ff3be4	User	\N	\N
1	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	01a2160a-9c1e-7000-ad79-0d9868799b26	User	\N	\N
1	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	01a2160a-9c25-7000-be96-02ce00950555	User	\N	\N
1	01a2160a-9c63-7000-aa52-d2fe616c3860	01a2160a-9c36-7000-ac12-1bebe3dc14da	User	\N	\N
1	01a2160a-9c63-7000-aa52-d2fe616c3860	01a2160a-9c3d-7000-9acc-c746a05cf8ab	User	\N	\N
1	01a2160a-9c63-7000-aa52-d2fe616c3860	01a2160a-9c2d-7000-831a-1c324acd9906	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	Group	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9bc8-7000-933c-6c184862d9de	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9bdc-7000-b391-04f81e4a798a	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c13-7000-847a-fc5540ff3be4	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c1e-7000-ad79-0d9868799b26	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c25-7000-be96-02ce00950555	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c36-7000-ac12-1bebe3dc14da	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c3d-7000-9acc-c746a05cf8ab	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c2d-7000-831a-1c324acd9906	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c43-7000-a624-581c520e31db	User	\N	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	01a2160a-9c4c-7000-951b-9784e4e90636	User	\N	\N
\.

COPY public.groups (org, id, version, created, last_modified, document, secrets, label, k_external_id, k_display_name, retired) FROM stdin;
1	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	1	1795666123866000	1795666123866000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a2160a-9c57-7000-bd5f-ca20f4b2a54d","externalId":"g-0","displayName":"Group 0"}	\N	Group 0	g-0	group 0	\N
1	01a2160a-9c63-7000-aa52-d2fe616c3860	1	1795666123877000	1795666123877000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a2160a-9c63-7000-aa52-d2fe616c3860","externalId":"g-1","displayName":"Group 1"}	\N	Group 1	g-1	group 1	\N
1	01a2160a-9c71-7000-a3f0-86193ef05566	2	1795666123890000	1795666123926000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a2160a-9c71-7000-a3f0-86193ef05566","externalId":"g-2","displayName":"Group 2"}	\N	Group 2	g-2	group 2	\N
\.

COPY public.organisations (id, name, created, display_name, suspended, deleted, settings) FROM stdin;
1	default	1795666123537000	\N	\N	\N	\N
2	acme	1795666124302000	Acme Corporation	\N	\N	\N
\.

COPY public.outbox (sequence, org, resource_type, id, version, operation, changes, at, target, credential, actor, source, request, refused) FROM stdin;
1	0	organisation	00000000-0000-0000-0000-000000000001	0	create	\N	1795666123537000	default	\N	start	\N		\N
2	1	credential	01a2160a-9b11-7000-b687-ad6f4fbe9cab	0	create	\N	1795666123537000	first	\N	start	\N		\N
3	1	User	01a2160a-9bc8-7000-933c-6c184862d9de	1	create	\N	1795666123720000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000000	\N
4	1	User	01a2160a-9bdc-7000-b391-04f81e4a798a	1	create	\N	1795666123770000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000001	\N
5	1	User	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	1	create	\N	1795666123785000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000002	\N
6	1	User	01a2160a-9c13-7000-847a-fc5540ff3be4	1	create	\N	1795666123795000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000003	\N
7	1	User	01a2160a-9c1e-7000-ad79-0d9868799b26	1	create	\N	1795666123806000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000004	\N
8	1	User	01a2160a-9c25-7000-be96-02ce00950555	1	create	\N	1795666123813000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000005	\N
9	1	User	01a2160a-9c2d-7000-831a-1c324acd9906	1	create	\N	1795666123821000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000006	\N
10	1	User	01a2160a-9c36-7000-ac12-1bebe3dc14da	1	create	\N	1795666123830000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000007	\N
11	1	User	01a2160a-9c3d-7000-9acc-c746a05cf8ab	1	create	\N	1795666123837000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000008	\N
12	1	User	01a2160a-9c43-7000-a624-581c520e31db	1	create	\N	1795666123843000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000009	\N
13	1	User	01a2160a-9c4c-7000-951b-9784e4e90636	1	create	\N	1795666123852000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000000a	\N
14	1	User	01a2160a-9c52-7000-b377-282272d56547	1	create	\N	1795666123858000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000000b	\N
15	1	Group	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	1	create	\N	1795666123866000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000000c	\N
16	1	Group	01a2160a-9c63-7000-aa52-d2fe616c3860	1	create	\N	1795666123877000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000000d	\N
17	1	Group	01a2160a-9c71-7000-a3f0-86193ef05566	1	create	\N	1795666123890000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000000e	\N
18	1	User	01a2160a-9c13-7000-847a-fc5540ff3be4	2	update	["title"]	1795666123903000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000000f	\N
19	1	User	01a2160a-9c1e-7000-ad79-0d9868799b26	2	update	["emails"]	1795666123918000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000010	\N
20	1	Group	01a2160a-9c71-7000-a3f0-86193ef05566	2	update	{"members":{"removed":["01a2160a-9c52-7000-b377-282272d56547"]}}	1795666123926000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000011	\N
21	1	User	01a2160a-9c52-7000-b377-282272d56547	1	delete	\N	1795666123926000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000011	\N
22	1	Gadget	01a2160a-9ca0-7000-82de-9638b4f1dbe3	1	create	\N	1795666123936000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000012	\N
23	1	Gadget	01a2160a-9cca-7000-a0cb-2c75f611fa5e	1	create	\N	1795666123978000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000013	\N
24	1	Gadget	01a2160a-9cd1-7000-b052-bf72564e992c	1	create	\N	1795666123986000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000014	\N
25	1	Gadget	01a2160a-9cd9-7000-ab9e-2e3179e22f49	1	create	\N	1795666123993000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000015	\N
26	1	Gadget	01a2160a-9ce1-7000-8e47-086967b90732	1	create	\N	1795666124001000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000016	\N
27	1	Gadget	01a2160a-9ceb-7000-b435-78f7c174c1c9	1	create	\N	1795666124011000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000017	\N
28	1	Gadget	01a2160a-9cef-7000-885a-874644ae8845	1	create	\N	1795666124015000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000018	\N
29	1	Gadget	01a2160a-9cf4-7000-a418-0fa1e907ac26	1	create	\N	1795666124020000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa000000000019	\N
30	1	Gadget	01a2160a-9cf8-7000-ad07-d49574cc0915	1	create	\N	1795666124024000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000001a	\N
31	1	Gadget	01a2160a-9cfb-7000-a422-0aa797b2efea	1	create	\N	1795666124027000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000001b	\N
32	1	Gadget	01a2160a-9cff-7000-a9c0-6069ae3dba1a	1	create	\N	1795666124060000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000001c	\N
33	1	Gadget	01a2160a-9d28-7000-8a52-4680559b23a0	1	create	\N	1795666124074000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000001d	\N
34	1	Gadget	01a2160a-9d48-7000-82d4-55c86c441bc6	1	create	\N	1795666124104000	\N	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	a3c93016413169aa00000000001e	\N
35	0	organisation	00000000-0000-0000-0000-000000000002	0	create	\N	1795666124302000	acme	\N	command line	\N		\N
36	2	credential	01a2160a-9ebb-7000-a4cf-7e97a70a546c	0	create	\N	1795666124475000	of the other organisation	\N	command line	\N		\N
37	2	Gadget	01a2160a-9ecc-7000-80c5-0316291bdfc4	1	create	\N	1795666124492000	\N	01a2160a-9ebb-7000-a4cf-7e97a70a546c	of the other organisation	127.0.0.1	a3c93016413169aa00000000001f	\N
\.

COPY public.requests (sequence, org, at, request, credential, actor, source, method, endpoint, resource_type, resource, query, status, scim_type, detail, micros, quirks) FROM stdin;
1	1	1795666123737000	a3c93016413169aa000000000000	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9bc8-7000-933c-6c184862d9de	\N	201	\N	\N	20450	\N
2	1	1795666123778000	a3c93016413169aa000000000001	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9bdc-7000-b391-04f81e4a798a	\N	201	\N	\N	38698	\N
3	1	1795666123792000	a3c93016413169aa000000000002	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	\N	201	\N	\N	7691	\N
4	1	1795666123803000	a3c93016413169aa000000000003	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c13-7000-847a-fc5540ff3be4	\N	201	\N	\N	8640	\N
5	1	1795666123811000	a3c93016413169aa000000000004	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c1e-7000-ad79-0d9868799b26	\N	201	\N	\N	4978	\N
6	1	1795666123818000	a3c93016413169aa000000000005	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c25-7000-be96-02ce00950555	\N	201	\N	\N	5810	\N
7	1	1795666123828000	a3c93016413169aa000000000006	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c2d-7000-831a-1c324acd9906	\N	201	\N	\N	7765	\N
8	1	1795666123835000	a3c93016413169aa000000000007	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c36-7000-ac12-1bebe3dc14da	\N	201	\N	\N	5297	\N
9	1	1795666123842000	a3c93016413169aa000000000008	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c3d-7000-9acc-c746a05cf8ab	\N	201	\N	\N	6405	\N
10	1	1795666123851000	a3c93016413169aa000000000009	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c43-7000-a624-581c520e31db	\N	201	\N	\N	7846	\N
11	1	1795666123856000	a3c93016413169aa00000000000a	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c4c-7000-951b-9784e4e90636	\N	201	\N	\N	4114	\N
12	1	1795666123862000	a3c93016413169aa00000000000b	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Users	User	01a2160a-9c52-7000-b377-282272d56547	\N	201	\N	\N	4378	\N
13	1	1795666123874000	a3c93016413169aa00000000000c	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Groups	Group	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	\N	201	\N	\N	10700	\N
14	1	1795666123886000	a3c93016413169aa00000000000d	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Groups	Group	01a2160a-9c63-7000-aa52-d2fe616c3860	\N	201	\N	\N	11817	\N
15	1	1795666123898000	a3c93016413169aa00000000000e	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Groups	Group	01a2160a-9c71-7000-a3f0-86193ef05566	\N	201	\N	\N	10021	\N
16	1	1795666123913000	a3c93016413169aa00000000000f	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	PATCH	/Users/{id}	User	01a2160a-9c13-7000-847a-fc5540ff3be4	\N	200	\N	\N	10971	\N
17	1	1795666123922000	a3c93016413169aa000000000010	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	PATCH	/Users/{id}	User	01a2160a-9c1e-7000-ad79-0d9868799b26	\N	200	\N	\N	7174	\N
18	1	1795666123932000	a3c93016413169aa000000000011	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	DELETE	/Users/{id}	User	01a2160a-9c52-7000-b377-282272d56547	\N	204	\N	\N	7492	\N
19	1	1795666123976000	a3c93016413169aa000000000012	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9ca0-7000-82de-9638b4f1dbe3	\N	201	\N	\N	41150	\N
20	1	1795666123983000	a3c93016413169aa000000000013	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cca-7000-a0cb-2c75f611fa5e	\N	201	\N	\N	5573	\N
21	1	1795666123991000	a3c93016413169aa000000000014	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cd1-7000-b052-bf72564e992c	\N	201	\N	\N	6133	\N
22	1	1795666123996000	a3c93016413169aa000000000015	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cd9-7000-ab9e-2e3179e22f49	\N	201	\N	\N	3863	\N
23	1	1795666124010000	a3c93016413169aa000000000016	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9ce1-7000-8e47-086967b90732	\N	201	\N	\N	9152	\N
24	1	1795666124014000	a3c93016413169aa000000000017	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9ceb-7000-b435-78f7c174c1c9	\N	201	\N	\N	2966	\N
25	1	1795666124018000	a3c93016413169aa000000000018	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cef-7000-885a-874644ae8845	\N	201	\N	\N	4060	\N
26	1	1795666124022000	a3c93016413169aa000000000019	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cf4-7000-a418-0fa1e907ac26	\N	201	\N	\N	3123	\N
27	1	1795666124026000	a3c93016413169aa00000000001a	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cf8-7000-ad07-d49574cc0915	\N	201	\N	\N	2764	\N
28	1	1795666124030000	a3c93016413169aa00000000001b	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cfb-7000-a422-0aa797b2efea	\N	201	\N	\N	2837	\N
29	1	1795666124069000	a3c93016413169aa00000000001c	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9cff-7000-a9c0-6069ae3dba1a	\N	201	\N	\N	38804	\N
30	1	1795666124083000	a3c93016413169aa00000000001d	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9d28-7000-8a52-4680559b23a0	\N	201	\N	\N	12186	\N
31	1	1795666124115000	a3c93016413169aa00000000001e	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9d48-7000-82d4-55c86c441bc6	\N	201	\N	\N	11194	\N
32	2	1795666124494000	a3c93016413169aa00000000001f	01a2160a-9ebb-7000-a4cf-7e97a70a546c	of the other organisation	127.0.0.1	POST	/Gadgets	Gadget	01a2160a-9ecc-7000-80c5-0316291bdfc4	\N	201	\N	\N	10672	\N
33	1	1795666124503000	a3c93016413169aa000000000020	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users	User	\N	count=200	200	\N	\N	5286	\N
34	1	1795666124513000	a3c93016413169aa000000000021	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9bc8-7000-933c-6c184862d9de	\N	200	\N	\N	5996	\N
35	1	1795666124516000	a3c93016413169aa000000000022	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9bdc-7000-b391-04f81e4a798a	\N	200	\N	\N	2240	\N
36	1	1795666124521000	a3c93016413169aa000000000023	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	\N	200	\N	\N	3270	\N
37	1	1795666124522000	a3c93016413169aa000000000024	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c13-7000-847a-fc5540ff3be4	\N	200	\N	\N	839	\N
38	1	1795666124526000	a3c93016413169aa000000000025	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c1e-7000-ad79-0d9868799b26	\N	200	\N	\N	2565	\N
39	1	1795666124528000	a3c93016413169aa000000000026	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c25-7000-be96-02ce00950555	\N	200	\N	\N	955	\N
40	1	1795666124530000	a3c93016413169aa000000000027	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c2d-7000-831a-1c324acd9906	\N	200	\N	\N	914	\N
41	1	1795666124532000	a3c93016413169aa000000000028	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c36-7000-ac12-1bebe3dc14da	\N	200	\N	\N	1007	\N
42	1	1795666124534000	a3c93016413169aa000000000029	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c3d-7000-9acc-c746a05cf8ab	\N	200	\N	\N	1002	\N
43	1	1795666124535000	a3c93016413169aa00000000002a	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c43-7000-a624-581c520e31db	\N	200	\N	\N	786	\N
44	1	1795666124539000	a3c93016413169aa00000000002b	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Users/{id}	User	01a2160a-9c4c-7000-951b-9784e4e90636	\N	200	\N	\N	1282	\N
45	1	1795666124544000	a3c93016413169aa00000000002c	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Groups	Group	\N	count=200	200	\N	\N	3616	\N
46	1	1795666124546000	a3c93016413169aa00000000002d	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Groups/{id}	Group	01a2160a-9c57-7000-bd5f-ca20f4b2a54d	\N	200	\N	\N	993	\N
47	1	1795666124549000	a3c93016413169aa00000000002e	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Groups/{id}	Group	01a2160a-9c63-7000-aa52-d2fe616c3860	\N	200	\N	\N	1030	\N
48	1	1795666124554000	a3c93016413169aa00000000002f	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Groups/{id}	Group	01a2160a-9c71-7000-a3f0-86193ef05566	\N	200	\N	\N	1254	\N
49	1	1795666124559000	a3c93016413169aa000000000030	01a2160a-9b11-7000-b687-ad6f4fbe9cab	first	127.0.0.1	GET	/Gadgets	Gadget	\N	count=200	200	\N	\N	4680	\N
50	2	1795666124664000	a3c93016413169aa00000000003e	01a2160a-9ebb-7000-a4cf-7e97a70a546c	of the other organisation	127.0.0.1	GET	/Users	User	\N	count=200	200	\N	\N	4738	\N
51	2	1795666124666000	a3c93016413169aa00000000003f	01a2160a-9ebb-7000-a4cf-7e97a70a546c	of the other organisation	127.0.0.1	GET	/Groups	Group	\N	count=200	200	\N	\N	1314	\N
52	2	1795666124670000	a3c93016413169aa000000000040	01a2160a-9ebb-7000-a4cf-7e97a70a546c	of the other organisation	127.0.0.1	GET	/Gadgets	Gadget	\N	count=200	200	\N	\N	2980	\N
53	2	1795666124672000	a3c93016413169aa000000000041	01a2160a-9ebb-7000-a4cf-7e97a70a546c	of the other organisation	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a2160a-9ecc-7000-80c5-0316291bdfc4	\N	200	\N	\N	999	\N
\.

COPY public.settings (name, value) FROM stdin;
schemas	98a3bf1ff7f4a7da457d4d890a2c449e5b7f4879b3d02b201026ce7eea164e04
attributes	{"Gadget":{"":{"type":"urn:example:2.0:Gadget","multi":false,"required":true,"kept":"document","place":"gadgets","keys":"name"},"always":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_always","keys":"folded"},"async":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_async","keys":"folded"},"crate":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_crate","keys":"folded bounded"},"document":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_document","keys":"folded bounded"},"exact":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_exact","keys":"folded"},"externalId":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_external_id","keys":"exact bounded"},"fixed":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_fixed","keys":"folded"},"friends":{"type":"complex","multi":true,"required":false,"kept":"document","place":"gadget_friends"},"friends/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadget_friends.k_ref","keys":"resource","own":true},"friends/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_friends.k_display","keys":"folded"},"friends/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_friends.k_value","keys":"exact"},"gen":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadgets.k_gen","keys":"binary"},"global":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_global","keys":"exact bounded"},"hidden":{"type":"string","multi":false,"required":false,"kept":"apart","keys":"folded"},"inner":{"type":"complex","multi":false,"required":false,"kept":"document"},"inner/bytes":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_bytes","keys":"binary"},"inner/count":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_count","keys":"integer"},"inner/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_display","keys":"exact"},"inner/link":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_link","keys":"reference"},"inner/many":{"type":"string","multi":true,"required":false,"kept":"document","place":"gadget_inner_many","keys":"folded"},"inner/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_primary","keys":"boolean"},"inner/ratio":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_ratio","keys":"decimal"},"inner/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_type","keys":"folded"},"inner/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_value","keys":"exact"},"inner/when":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadgets.k_inner_when","keys":"dateTime"},"items":{"type":"complex","multi":true,"required":false,"kept":"document","place":"gadget_items"},"items/bytes":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadget_items.k_bytes","keys":"binary"},"items/count":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadget_items.k_count","keys":"integer"},"items/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_display","keys":"folded"},"items/link":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadget_items.k_link","keys":"reference"},"items/note":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_note","keys":"folded"},"items/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"gadget_items.k_primary","keys":"boolean"},"items/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_type","keys":"folded"},"items/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_items.k_value","keys":"exact bounded"},"items/when":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadget_items.k_when","keys":"dateTime"},"label":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_label","keys":"folded"},"many_binary":{"type":"binary","multi":true,"required":false,"kept":"document","place":"gadget_many_binary","keys":"binary"},"many_boolean":{"type":"boolean","multi":true,"required":false,"kept":"document","place":"gadget_many_boolean","keys":"boolean"},"many_dateTime":{"type":"dateTime","multi":true,"required":false,"kept":"document","place":"gadget_many_date_time","keys":"dateTime"},"many_decimal":{"type":"decimal","multi":true,"required":false,"kept":"document","place":"gadget_many_decimal","keys":"decimal"},"many_integer":{"type":"integer","multi":true,"required":false,"kept":"document","place":"gadget_many_integer","keys":"integer"},"many_reference":{"type":"reference","multi":true,"required":false,"kept":"document","place":"gadget_many_reference","keys":"reference"},"many_string":{"type":"string","multi":true,"required":false,"kept":"document","place":"gadget_many_string","keys":"exact"},"match":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_match","keys":"exact"},"name":{"type":"string","multi":false,"required":true,"kept":"document","place":"gadgets.k_name","keys":"folded"},"never":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_never","keys":"folded"},"old":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_old","keys":"folded"},"olds":{"type":"complex","multi":true,"required":false,"kept":"document","place":"gadget_olds"},"olds/note":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_olds.k_note","keys":"folded"},"olds/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadget_olds.k_value","keys":"folded"},"one-binary":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_binary","keys":"binary"},"one-boolean":{"type":"boolean","multi":false,"required":true,"kept":"document","place":"gadgets.k_one_boolean","keys":"boolean"},"one-dateTime":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_date_time","keys":"dateTime"},"one-decimal":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_decimal","keys":"integer"},"one-integer":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_integer","keys":"integer"},"one-reference":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_reference","keys":"reference"},"one-string":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_one_string","keys":"folded bounded"},"org":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_org","keys":"folded"},"owner":{"type":"complex","multi":false,"required":false,"kept":"document"},"owner/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_owner_ref","keys":"resource","own":true},"owner/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_owner_display","keys":"folded"},"owner/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_owner_value","keys":"exact"},"parent":{"type":"complex","multi":false,"required":false,"kept":"document"},"parent/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_parent_ref","keys":"resource","own":true},"parent/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_parent_display","keys":"folded"},"parent/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_parent_value","keys":"exact"},"parts":{"type":"complex","multi":true,"required":false,"kept":"relation","place":"gadget_parts"},"pin":{"type":"string","multi":false,"required":false,"kept":"hash","keys":"folded"},"request":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_request","keys":"folded"},"self":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadgets.k_self","keys":"dateTime"},"self2":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_self2","keys":"folded"},"server":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_server","keys":"folded"},"super":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_super","keys":"folded"},"try":{"type":"string","multi":false,"required":false,"kept":"apart","keys":"folded"},"type":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_type","keys":"folded"},"unique_binary":{"type":"binary","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_binary","keys":"binary"},"unique_dateTime":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_date_time","keys":"dateTime"},"unique_decimal":{"type":"decimal","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_decimal","keys":"decimal"},"unique_integer":{"type":"integer","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_integer","keys":"integer"},"unique_reference":{"type":"reference","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_reference","keys":"reference bounded"},"unique_string":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_unique_string","keys":"folded"},"urn:example:2.0:Gadget:Extra":{"type":"complex","multi":false,"required":false,"kept":"document","place":"gadgets.has_gadget"},"urn:example:2.0:Gadget:Extra/fixed":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gadget_fixed","keys":"folded"},"urn:example:2.0:Gadget:Extra/id":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gadget_id","keys":"folded"},"urn:example:2.0:Gadget:Extra/items":{"type":"string","multi":true,"required":false,"kept":"document","place":"gadget_gadget_items","keys":"folded"},"urn:example:2.0:Gadget:Extra/name":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_gadget_name","keys":"folded"},"urn:example:2.0:Gadget:Extra/one-string":{"type":"string","multi":false,"required":false,"kept":"document","keys":"folded"},"version":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_version","keys":"folded"},"x_y":{"type":"string","multi":false,"required":false,"kept":"document","place":"gadgets.k_x_y","keys":"folded"}},"Group":{"":{"type":"urn:ietf:params:scim:schemas:core:2.0:Group","multi":false,"required":true,"kept":"document","place":"groups","keys":"displayName"},"displayName":{"type":"string","multi":false,"required":true,"kept":"document","place":"groups.k_display_name","keys":"folded bounded"},"externalId":{"type":"string","multi":false,"required":false,"kept":"document","place":"groups.k_external_id","keys":"exact bounded"},"members":{"type":"complex","multi":true,"required":false,"kept":"relation","place":"group_members"}},"User":{"":{"type":"urn:ietf:params:scim:schemas:core:2.0:User","multi":false,"required":true,"kept":"document","place":"users"},"active":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"users.k_active","keys":"boolean"},"addresses":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_addresses"},"addresses/country":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_country","keys":"folded"},"addresses/formatted":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_formatted","keys":"folded"},"addresses/locality":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_locality","keys":"folded"},"addresses/postalCode":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_postal_code","keys":"folded"},"addresses/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_addresses.k_primary","keys":"boolean"},"addresses/region":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_region","keys":"folded"},"addresses/streetAddress":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_street_address","keys":"folded"},"addresses/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_addresses.k_type","keys":"folded"},"displayName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_display_name","keys":"folded bounded"},"emails":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_emails"},"emails/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_emails.k_display","keys":"folded"},"emails/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_emails.k_primary","keys":"boolean"},"emails/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_emails.k_type","keys":"folded"},"emails/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_emails.k_value","keys":"folded bounded"},"entitlements":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_entitlements"},"entitlements/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_display","keys":"folded"},"entitlements/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_primary","keys":"boolean"},"entitlements/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_type","keys":"folded"},"entitlements/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_entitlements.k_value","keys":"folded"},"externalId":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_external_id","keys":"exact bounded"},"ims":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_ims"},"ims/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_ims.k_display","keys":"folded"},"ims/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_ims.k_primary","keys":"boolean"},"ims/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_ims.k_type","keys":"folded"},"ims/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_ims.k_value","keys":"folded"},"locale":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_locale","keys":"folded"},"name":{"type":"complex","multi":false,"required":false,"kept":"document"},"name/familyName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_family_name","keys":"folded"},"name/formatted":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_formatted","keys":"folded"},"name/givenName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_given_name","keys":"folded"},"name/honorificPrefix":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_honorific_prefix","keys":"folded"},"name/honorificSuffix":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_honorific_suffix","keys":"folded"},"name/middleName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_name_middle_name","keys":"folded"},"nickName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_nick_name","keys":"folded"},"password":{"type":"string","multi":false,"required":false,"kept":"hash","keys":"exact"},"phoneNumbers":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_phone_numbers"},"phoneNumbers/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_display","keys":"folded"},"phoneNumbers/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_primary","keys":"boolean"},"phoneNumbers/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_type","keys":"folded"},"phoneNumbers/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_phone_numbers.k_value","keys":"folded"},"photos":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_photos"},"photos/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_photos.k_display","keys":"folded"},"photos/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_photos.k_primary","keys":"boolean"},"photos/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_photos.k_type","keys":"folded"},"photos/value":{"type":"reference","multi":false,"required":false,"kept":"document","place":"user_photos.k_value","keys":"reference"},"preferredLanguage":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_preferred_language","keys":"folded"},"profileUrl":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_profile_url","keys":"reference"},"roles":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_roles"},"roles/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_roles.k_display","keys":"folded"},"roles/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_roles.k_primary","keys":"boolean"},"roles/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_roles.k_type","keys":"folded"},"roles/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_roles.k_value","keys":"folded"},"timezone":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_timezone","keys":"folded"},"title":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_title","keys":"folded"},"urn:example:2.0:Badge":{"type":"complex","multi":false,"required":false,"kept":"document","place":"users.has_badge"},"urn:example:2.0:Badge/code":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_code","keys":"folded"},"urn:example:2.0:Badge/colour":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_colour","keys":"folded bounded"},"urn:example:2.0:Badge/doors":{"type":"string","multi":true,"required":false,"kept":"document","place":"user_badge_doors","keys":"folded"},"urn:example:2.0:Badge/grade":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_grade","keys":"folded"},"urn:example:2.0:Badge/home":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_badge_home","keys":"reference"},"urn:example:2.0:Badge/issuedAt":{"type":"dateTime","multi":false,"required":false,"kept":"document","place":"users.k_badge_issued_at","keys":"dateTime"},"urn:example:2.0:Badge/keeper":{"type":"complex","multi":false,"required":false,"kept":"document"},"urn:example:2.0:Badge/keeper/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_badge_keeper_ref","keys":"resource","own":true},"urn:example:2.0:Badge/keeper/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_keeper_display","keys":"folded"},"urn:example:2.0:Badge/keeper/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_keeper_value","keys":"exact"},"urn:example:2.0:Badge/keys":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_badge_keys"},"urn:example:2.0:Badge/keys/note":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_note","keys":"folded"},"urn:example:2.0:Badge/keys/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_primary","keys":"boolean"},"urn:example:2.0:Badge/keys/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_type","keys":"folded"},"urn:example:2.0:Badge/keys/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_badge_keys.k_value","keys":"exact"},"urn:example:2.0:Badge/label":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_label","keys":"folded"},"urn:example:2.0:Badge/note":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_note","keys":"folded"},"urn:example:2.0:Badge/number":{"type":"integer","multi":false,"required":false,"kept":"document","place":"users.k_badge_number","keys":"integer"},"urn:example:2.0:Badge/photo":{"type":"binary","multi":false,"required":false,"kept":"document","place":"users.k_badge_photo","keys":"binary"},"urn:example:2.0:Badge/serial":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_serial","keys":"folded"},"urn:example:2.0:Badge/shelf":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_badge_shelf","keys":"folded"},"urn:example:2.0:Badge/valid":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"users.k_badge_valid","keys":"boolean"},"urn:example:2.0:Visitor":{"type":"complex","multi":false,"required":false,"kept":"document","place":"users.has_visitor"},"urn:example:2.0:Visitor/days":{"type":"string","multi":true,"required":false,"kept":"document","place":"user_visitor_days","keys":"folded"},"urn:example:2.0:Visitor/host":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_visitor_host","keys":"folded bounded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"type":"complex","multi":false,"required":false,"kept":"document","place":"users.has_enterprise_user"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/costCenter":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_cost_center","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_department","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/division":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_division","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/employeeNumber":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_employee_number","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager":{"type":"complex","multi":false,"required":false,"kept":"document"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/$ref":{"type":"reference","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_manager_ref","keys":"resource","own":true},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/displayName":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_manager_display_name","keys":"folded"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_manager_value","keys":"exact"},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/organization":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_enterprise_user_organization","keys":"folded"},"userName":{"type":"string","multi":false,"required":true,"kept":"document","place":"users.k_user_name","keys":"folded bounded"},"userType":{"type":"string","multi":false,"required":false,"kept":"document","place":"users.k_user_type","keys":"folded"},"x509Certificates":{"type":"complex","multi":true,"required":false,"kept":"document","place":"user_x509_certificates"},"x509Certificates/display":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_display","keys":"folded"},"x509Certificates/primary":{"type":"boolean","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_primary","keys":"boolean"},"x509Certificates/type":{"type":"string","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_type","keys":"folded"},"x509Certificates/value":{"type":"binary","multi":false,"required":false,"kept":"document","place":"user_x509_certificates.k_value","keys":"binary","certificate":true}}}
unseen attributes	{}
indexes	["groups_k_external_id_id","groups_k_display_name_id","users_k_external_id_id","users_k_user_name","users_k_display_name_id","users_k_badge_number","users_k_badge_colour_id","users_k_visitor_host","user_emails_k_value_k_type_id","gadgets_k_external_id_id","gadgets_k_one_string_id","gadgets_k_unique_decimal","gadgets_k_unique_integer","gadgets_k_unique_date_time","gadgets_k_unique_binary","gadgets_k_unique_reference","gadgets_k_global","gadgets_k_crate","gadgets_k_document_id","gadget_items_k_value_k_type_id"]
cursor key	QVrEKTql3bc7J2XGzdeVjzzlbTDEysxeTjfWGWXACr0=
\.

COPY public.signing_keys (generation, kid, private, created, starts) FROM stdin;
\.

COPY public.user_addresses (org, id, ordinal, k_formatted, k_street_address, k_locality, k_region, k_postal_code, k_country, k_type, k_primary) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	0	\N	\N	hollywood	\N	91600	us	work	\N
1	01a2160a-9bdc-7000-b391-04f81e4a798a	0	\N	\N	hollywood	\N	91601	us	work	\N
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	0	\N	\N	hollywood	\N	91602	us	work	\N
1	01a2160a-9c13-7000-847a-fc5540ff3be4	0	\N	\N	hollywood	\N	91603	us	work	\N
1	01a2160a-9c1e-7000-ad79-0d9868799b26	0	\N	\N	hollywood	\N	91604	us	work	\N
1	01a2160a-9c25-7000-be96-02ce00950555	0	\N	\N	hollywood	\N	91605	us	work	\N
1	01a2160a-9c2d-7000-831a-1c324acd9906	0	\N	\N	hollywood	\N	91606	us	work	\N
1	01a2160a-9c36-7000-ac12-1bebe3dc14da	0	\N	\N	hollywood	\N	91607	us	work	\N
1	01a2160a-9c3d-7000-9acc-c746a05cf8ab	0	\N	\N	hollywood	\N	91608	us	work	\N
1	01a2160a-9c43-7000-a624-581c520e31db	0	\N	\N	hollywood	\N	91609	us	work	\N
1	01a2160a-9c4c-7000-951b-9784e4e90636	0	\N	\N	hollywood	\N	91600	us	work	\N
\.

COPY public.user_badge_doors (org, id, ordinal, k_value) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	0	north
1	01a2160a-9bc8-7000-933c-6c184862d9de	1	south
1	01a2160a-9bdc-7000-b391-04f81e4a798a	0	north
1	01a2160a-9bdc-7000-b391-04f81e4a798a	1	south
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	0	north
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	1	south
1	01a2160a-9c13-7000-847a-fc5540ff3be4	0	north
1	01a2160a-9c13-7000-847a-fc5540ff3be4	1	south
1	01a2160a-9c1e-7000-ad79-0d9868799b26	0	north
1	01a2160a-9c1e-7000-ad79-0d9868799b26	1	south
1	01a2160a-9c25-7000-be96-02ce00950555	0	north
1	01a2160a-9c25-7000-be96-02ce00950555	1	south
\.

COPY public.user_badge_keys (org, id, ordinal, k_value, k_type, k_primary, k_note) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	0	K0	main	\N	note of key 0
1	01a2160a-9bc8-7000-933c-6c184862d9de	1	spare	\N	\N	\N
1	01a2160a-9bdc-7000-b391-04f81e4a798a	0	K1	main	\N	note of key 1
1	01a2160a-9bdc-7000-b391-04f81e4a798a	1	spare	\N	\N	\N
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	0	K2	main	\N	note of key 2
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	1	spare	\N	\N	\N
1	01a2160a-9c13-7000-847a-fc5540ff3be4	0	K3	main	\N	note of key 3
1	01a2160a-9c13-7000-847a-fc5540ff3be4	1	spare	\N	\N	\N
1	01a2160a-9c1e-7000-ad79-0d9868799b26	0	K4	main	\N	note of key 4
1	01a2160a-9c1e-7000-ad79-0d9868799b26	1	spare	\N	\N	\N
1	01a2160a-9c25-7000-be96-02ce00950555	0	K5	main	\N	note of key 5
1	01a2160a-9c25-7000-be96-02ce00950555	1	spare	\N	\N	\N
\.

COPY public.user_emails (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	0	user.0@example.com	\N	work	t
1	01a2160a-9bc8-7000-933c-6c184862d9de	1	0@home.example	\N	home	\N
1	01a2160a-9bdc-7000-b391-04f81e4a798a	0	user.1@example.com	\N	work	t
1	01a2160a-9bdc-7000-b391-04f81e4a798a	1	1@home.example	\N	home	\N
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	0	user.2@example.com	\N	work	t
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	1	2@home.example	\N	home	\N
1	01a2160a-9c13-7000-847a-fc5540ff3be4	0	user.3@example.com	\N	work	t
1	01a2160a-9c13-7000-847a-fc5540ff3be4	1	3@home.example	\N	home	\N
1	01a2160a-9c25-7000-be96-02ce00950555	0	user.5@example.com	\N	work	t
1	01a2160a-9c25-7000-be96-02ce00950555	1	5@home.example	\N	home	\N
1	01a2160a-9c2d-7000-831a-1c324acd9906	0	user.6@example.com	\N	work	t
1	01a2160a-9c2d-7000-831a-1c324acd9906	1	6@home.example	\N	home	\N
1	01a2160a-9c36-7000-ac12-1bebe3dc14da	0	user.7@example.com	\N	work	t
1	01a2160a-9c36-7000-ac12-1bebe3dc14da	1	7@home.example	\N	home	\N
1	01a2160a-9c3d-7000-9acc-c746a05cf8ab	0	user.8@example.com	\N	work	t
1	01a2160a-9c3d-7000-9acc-c746a05cf8ab	1	8@home.example	\N	home	\N
1	01a2160a-9c43-7000-a624-581c520e31db	0	user.9@example.com	\N	work	t
1	01a2160a-9c43-7000-a624-581c520e31db	1	9@home.example	\N	home	\N
1	01a2160a-9c4c-7000-951b-9784e4e90636	0	user.10@example.com	\N	work	t
1	01a2160a-9c4c-7000-951b-9784e4e90636	1	10@home.example	\N	home	\N
1	01a2160a-9c1e-7000-ad79-0d9868799b26	0	user.4@example.com	\N	work	t
\.

COPY public.user_entitlements (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_ims (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_phone_numbers (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	0	tel:+1-201-555-0100	\N	work	\N
1	01a2160a-9bdc-7000-b391-04f81e4a798a	0	tel:+1-201-555-0101	\N	work	\N
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	0	tel:+1-201-555-0102	\N	work	\N
1	01a2160a-9c13-7000-847a-fc5540ff3be4	0	tel:+1-201-555-0103	\N	work	\N
1	01a2160a-9c1e-7000-ad79-0d9868799b26	0	tel:+1-201-555-0104	\N	work	\N
1	01a2160a-9c25-7000-be96-02ce00950555	0	tel:+1-201-555-0105	\N	work	\N
1	01a2160a-9c2d-7000-831a-1c324acd9906	0	tel:+1-201-555-0106	\N	work	\N
1	01a2160a-9c36-7000-ac12-1bebe3dc14da	0	tel:+1-201-555-0107	\N	work	\N
1	01a2160a-9c3d-7000-9acc-c746a05cf8ab	0	tel:+1-201-555-0108	\N	work	\N
1	01a2160a-9c43-7000-a624-581c520e31db	0	tel:+1-201-555-0109	\N	work	\N
1	01a2160a-9c4c-7000-951b-9784e4e90636	0	tel:+1-201-555-0110	\N	work	\N
\.

COPY public.user_photos (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_roles (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	0	guide	\N	\N	\N
1	01a2160a-9c1e-7000-ad79-0d9868799b26	0	guide	\N	\N	\N
1	01a2160a-9c3d-7000-9acc-c746a05cf8ab	0	guide	\N	\N	\N
\.

COPY public.user_visitor_days (org, id, ordinal, k_value) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	0	mon
1	01a2160a-9bc8-7000-933c-6c184862d9de	1	tue
1	01a2160a-9bdc-7000-b391-04f81e4a798a	0	mon
1	01a2160a-9bdc-7000-b391-04f81e4a798a	1	tue
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	0	mon
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	1	tue
1	01a2160a-9c13-7000-847a-fc5540ff3be4	0	mon
1	01a2160a-9c13-7000-847a-fc5540ff3be4	1	tue
1	01a2160a-9c1e-7000-ad79-0d9868799b26	0	mon
1	01a2160a-9c1e-7000-ad79-0d9868799b26	1	tue
1	01a2160a-9c25-7000-be96-02ce00950555	0	mon
1	01a2160a-9c25-7000-be96-02ce00950555	1	tue
\.

COPY public.user_x509_certificates (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	0	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	\N	\N
\.

COPY public.users (org, id, version, created, last_modified, document, secrets, has_enterprise_user, has_badge, has_visitor, k_external_id, k_user_name, k_name_formatted, k_name_family_name, k_name_given_name, k_name_middle_name, k_name_honorific_prefix, k_name_honorific_suffix, k_display_name, k_nick_name, k_profile_url, k_title, k_user_type, k_preferred_language, k_locale, k_timezone, k_active, k_enterprise_user_employee_number, k_enterprise_user_cost_center, k_enterprise_user_organization, k_enterprise_user_division, k_enterprise_user_department, k_enterprise_user_manager_value, k_enterprise_user_manager_ref, k_enterprise_user_manager_display_name, k_badge_number, k_badge_label, k_badge_issued_at, k_badge_valid, k_badge_photo, k_badge_home, k_badge_colour, k_badge_serial, k_badge_grade, k_badge_note, k_badge_code, k_badge_keeper_value, k_badge_keeper_ref, k_badge_keeper_display, k_badge_shelf, k_visitor_host, retired) FROM stdin;
1	01a2160a-9bc8-7000-933c-6c184862d9de	1	1795666123720000	1795666123720000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a2160a-9bc8-7000-933c-6c184862d9de","externalId":"e-0","userName":"User.0@Example.com","name":{"familyName":"Straße","givenName":"Given 0"},"displayName":"Given 0","title":"Title 0","active":true,"emails":[{"value":"user.0@example.com","type":"work","primary":true},{"value":"0@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0100","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91600","country":"US","type":"work"}],"roles":[{"value":"guide"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"700","department":"Tours"},"urn:example:2.0:Badge":{"number":0,"label":"Label 0","doors":["North","South"],"colour":"Red","serial":"Serial-0","note":"note-0","code":"code-0","keys":[{"value":"K0","type":"main","note":"note of key 0"},{"value":"spare"}],"shelf":"S0"},"urn:example:2.0:Visitor":{"host":"host-0","days":["mon","tue"]}}	\N	t	t	t	e-0	user.0@example.com	\N	strasse	given 0	\N	\N	\N	given 0	\N	\N	title 0	\N	\N	\N	\N	t	700	\N	\N	\N	tours	\N	\N	\N	0	label 0	\N	\N	\N	\N	red	serial-0	\N	note-0	code-0	\N	\N	\N	s0	host-0	\N
1	01a2160a-9bdc-7000-b391-04f81e4a798a	1	1795666123770000	1795666123770000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a2160a-9bdc-7000-b391-04f81e4a798a","externalId":"e-1","userName":"User.1@Example.com","name":{"familyName":"Ünsal","givenName":"Given 1"},"displayName":"Given 1","title":"Title 1","active":true,"emails":[{"value":"user.1@example.com","type":"work","primary":true},{"value":"1@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0101","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91601","country":"US","type":"work"}],"urn:example:2.0:Badge":{"number":1,"label":"Label 1","doors":["North","South"],"colour":"Red","serial":"Serial-1","note":"note-1","code":"code-1","keys":[{"value":"K1","type":"main","note":"note of key 1"},{"value":"spare"}],"shelf":"S1"},"urn:example:2.0:Visitor":{"host":"host-1","days":["mon","tue"]}}	{"password":"$argon2id$v=19$m=19456,t=2,p=1$B5q85Vr5PEGHmcwP9lKlFA$Plq+LITMbACIuAz8OLalboygYkpMNdt7adcpLDDweyA"}	f	t	t	e-1	user.1@example.com	\N	ünsal	given 1	\N	\N	\N	given 1	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	1	label 1	\N	\N	\N	\N	red	serial-1	\N	note-1	code-1	\N	\N	\N	s1	host-1	\N
1	01a2160a-9c09-7000-a6d8-9bdf21f2e5c4	1	1795666123785000	1795666123785000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a2160a-9c09-7000-a6d8-9bdf21f2e5c4","externalId":"e-2","userName":"User.2@Example.com","name":{"familyName":"Straße","givenName":"Given 2"},"displayName":"Given 2","title":"Title 2","active":true,"emails":[{"value":"user.2@example.com","type":"work","primary":true},{"value":"2@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0102","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91602","country":"US","type":"work"}],"x509Certificates":[{"value":"TWE="}],"urn:example:2.0:Badge":{"number":2,"label":"Label 2","doors":["North","South"],"colour":"Red","serial":"Serial-2","note":"note-2","code":"code-2","keys":[{"value":"K2","type":"main","note":"note of key 2"},{"value":"spare"}],"shelf":"S2"},"urn:example:2.0:Visitor":{"host":"host-2","days":["mon","tue"]}}	\N	f	t	t	e-2	user.2@example.com	\N	strasse	given 2	\N	\N	\N	given 2	\N	\N	title 2	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	2	label 2	\N	\N	\N	\N	red	serial-2	\N	note-2	code-2	\N	\N	\N	s2	host-2	\N
1	01a2160a-9c36-7000-ac12-1bebe3dc14da	1	1795666123830000	1795666123830000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a2160a-9c36-7000-ac12-1bebe3dc14da","externalId":"e-7","userName":"User.7@Example.com","name":{"familyName":"Ünsal","givenName":"Given 7"},"displayName":"Given 7","title":"Title 1","active":true,"emails":[{"value":"user.7@example.com","type":"work","primary":true},{"value":"7@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0107","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91607","country":"US","type":"work"}]}	\N	f	f	f	e-7	user.7@example.com	\N	ünsal	given 7	\N	\N	\N	given 7	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9c1e-7000-ad79-0d9868799b26	2	1795666123806000	1795666123918000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a2160a-9c1e-7000-ad79-0d9868799b26","externalId":"e-4","userName":"User.4@Example.com","name":{"familyName":"Straße","givenName":"Given 4"},"displayName":"Given 4","title":"Title 1","active":true,"emails":[{"value":"user.4@example.com","type":"work","primary":true}],"phoneNumbers":[{"value":"tel:+1-201-555-0104","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91604","country":"US","type":"work"}],"roles":[{"value":"guide"}],"urn:example:2.0:Badge":{"number":4,"label":"Label 4","doors":["North","South"],"colour":"Red","serial":"Serial-4","note":"note-4","code":"code-4","keys":[{"value":"K4","type":"main","note":"note of key 4"},{"value":"spare"}],"shelf":"S4"},"urn:example:2.0:Visitor":{"host":"host-4","days":["mon","tue"]}}	\N	f	t	t	e-4	user.4@example.com	\N	strasse	given 4	\N	\N	\N	given 4	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	4	label 4	\N	\N	\N	\N	red	serial-4	\N	note-4	code-4	\N	\N	\N	s4	host-4	\N
1	01a2160a-9c25-7000-be96-02ce00950555	1	1795666123813000	1795666123813000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a2160a-9c25-7000-be96-02ce00950555","externalId":"e-5","userName":"User.5@Example.com","name":{"familyName":"Ünsal","givenName":"Given 5"},"displayName":"Given 5","title":"Title 2","active":false,"emails":[{"value":"user.5@example.com","type":"work","primary":true},{"value":"5@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0105","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91605","country":"US","type":"work"}],"urn:example:2.0:Badge":{"number":5,"label":"Label 5","doors":["North","South"],"colour":"Red","serial":"Serial-5","note":"note-5","code":"code-5","keys":[{"value":"K5","type":"main","note":"note of key 5"},{"value":"spare"}],"shelf":"S5"},"urn:example:2.0:Visitor":{"host":"host-5","days":["mon","tue"]}}	\N	f	t	t	e-5	user.5@example.com	\N	ünsal	given 5	\N	\N	\N	given 5	\N	\N	title 2	\N	\N	\N	\N	f	\N	\N	\N	\N	\N	\N	\N	\N	5	label 5	\N	\N	\N	\N	red	serial-5	\N	note-5	code-5	\N	\N	\N	s5	host-5	\N
1	01a2160a-9c3d-7000-9acc-c746a05cf8ab	1	1795666123837000	1795666123837000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a2160a-9c3d-7000-9acc-c746a05cf8ab","externalId":"e-8","userName":"User.8@Example.com","name":{"familyName":"Straße","givenName":"Given 8"},"displayName":"Given 8","title":"Title 2","active":true,"emails":[{"value":"user.8@example.com","type":"work","primary":true},{"value":"8@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0108","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91608","country":"US","type":"work"}],"roles":[{"value":"guide"}]}	\N	f	f	f	e-8	user.8@example.com	\N	strasse	given 8	\N	\N	\N	given 8	\N	\N	title 2	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9c2d-7000-831a-1c324acd9906	1	1795666123821000	1795666123821000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"01a2160a-9c2d-7000-831a-1c324acd9906","externalId":"e-6","userName":"User.6@Example.com","name":{"familyName":"Straße","givenName":"Given 6"},"displayName":"Given 6","title":"Title 0","active":true,"emails":[{"value":"user.6@example.com","type":"work","primary":true},{"value":"6@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0106","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91606","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"706","department":"Tours","manager":{"value":"01a2160a-9bc8-7000-933c-6c184862d9de","$ref":"User/01a2160a-9bc8-7000-933c-6c184862d9de"}}}	\N	t	f	f	e-6	user.6@example.com	\N	strasse	given 6	\N	\N	\N	given 6	\N	\N	title 0	\N	\N	\N	\N	t	706	\N	\N	\N	tours	01a2160a-9bc8-7000-933c-6c184862d9de	User/01a2160a-9bc8-7000-933c-6c184862d9de	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9c43-7000-a624-581c520e31db	1	1795666123843000	1795666123843000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"01a2160a-9c43-7000-a624-581c520e31db","externalId":"e-9","userName":"User.9@Example.com","name":{"familyName":"Ünsal","givenName":"Given 9"},"displayName":"Given 9","title":"Title 0","active":true,"emails":[{"value":"user.9@example.com","type":"work","primary":true},{"value":"9@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0109","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91609","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"709","department":"Tours","manager":{"value":"01a2160a-9bc8-7000-933c-6c184862d9de","$ref":"User/01a2160a-9bc8-7000-933c-6c184862d9de"}}}	\N	t	f	f	e-9	user.9@example.com	\N	ünsal	given 9	\N	\N	\N	given 9	\N	\N	title 0	\N	\N	\N	\N	t	709	\N	\N	\N	tours	01a2160a-9bc8-7000-933c-6c184862d9de	User/01a2160a-9bc8-7000-933c-6c184862d9de	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9c4c-7000-951b-9784e4e90636	1	1795666123852000	1795666123852000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a2160a-9c4c-7000-951b-9784e4e90636","externalId":"e-10","userName":"User.10@Example.com","name":{"familyName":"Straße","givenName":"Given 10"},"displayName":"Given 10","title":"Title 1","active":true,"emails":[{"value":"user.10@example.com","type":"work","primary":true},{"value":"10@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0110","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91600","country":"US","type":"work"}]}	\N	f	f	f	e-10	user.10@example.com	\N	strasse	given 10	\N	\N	\N	given 10	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a2160a-9c13-7000-847a-fc5540ff3be4	2	1795666123795000	1795666123903000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a2160a-9c13-7000-847a-fc5540ff3be4","externalId":"e-3","userName":"User.3@Example.com","name":{"familyName":"Ünsal","givenName":"Given 3"},"displayName":"Given 3","title":"Patched","active":true,"emails":[{"value":"user.3@example.com","type":"work","primary":true},{"value":"3@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0103","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91603","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"703","department":"Tours","manager":{"value":"01a2160a-9bc8-7000-933c-6c184862d9de","$ref":"User/01a2160a-9bc8-7000-933c-6c184862d9de"}},"urn:example:2.0:Badge":{"number":3,"label":"Label 3","doors":["North","South"],"colour":"Red","serial":"Serial-3","note":"note-3","code":"code-3","keys":[{"value":"K3","type":"main","note":"note of key 3"},{"value":"spare"}],"shelf":"S3"},"urn:example:2.0:Visitor":{"host":"host-3","days":["mon","tue"]}}	\N	t	t	t	e-3	user.3@example.com	\N	ünsal	given 3	\N	\N	\N	given 3	\N	\N	patched	\N	\N	\N	\N	t	703	\N	\N	\N	tours	01a2160a-9bc8-7000-933c-6c184862d9de	User/01a2160a-9bc8-7000-933c-6c184862d9de	\N	3	label 3	\N	\N	\N	\N	red	serial-3	\N	note-3	code-3	\N	\N	\N	s3	host-3	\N
\.

SELECT pg_catalog.setval('public.outbox_sequence_seq', 37, true);

SELECT pg_catalog.setval('public.requests_sequence_seq', 53, true);

ALTER TABLE ONLY public.assertions
    ADD CONSTRAINT assertions_pkey PRIMARY KEY (org, client, mark);

ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (org, resource_type, slot);

ALTER TABLE ONLY public.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.gadget_friends
    ADD CONSTRAINT gadget_friends_pkey PRIMARY KEY (org, id, ordinal);

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

ALTER TABLE ONLY public.gadget_many_integer
    ADD CONSTRAINT gadget_many_integer_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_reference
    ADD CONSTRAINT gadget_many_reference_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_many_string
    ADD CONSTRAINT gadget_many_string_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_olds
    ADD CONSTRAINT gadget_olds_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.gadget_parts
    ADD CONSTRAINT gadget_parts_pkey PRIMARY KEY (org, owner, member);

ALTER TABLE ONLY public.gadgets
    ADD CONSTRAINT gadgets_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.group_members
    ADD CONSTRAINT group_members_pkey PRIMARY KEY (org, owner, member);

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

ALTER TABLE ONLY public.user_visitor_days
    ADD CONSTRAINT user_visitor_days_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.user_x509_certificates
    ADD CONSTRAINT user_x509_certificates_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (org, id);

CREATE UNIQUE INDEX credentials_hash ON public.credentials USING btree (hash);

CREATE INDEX credentials_org ON public.credentials USING btree (org, id);

CREATE INDEX gadget_items_k_value_k_type_id ON public.gadget_items USING btree (org, k_value, k_type, id);

CREATE INDEX gadget_parts_member_owner ON public.gadget_parts USING btree (org, member, owner);

CREATE UNIQUE INDEX gadgets_k_crate ON public.gadgets USING btree (org, k_crate);

CREATE INDEX gadgets_k_document_id ON public.gadgets USING btree (org, k_document, id);

CREATE INDEX gadgets_k_external_id_id ON public.gadgets USING btree (org, k_external_id, id);

CREATE UNIQUE INDEX gadgets_k_global ON public.gadgets USING btree (org, k_global);

CREATE INDEX gadgets_k_one_string_id ON public.gadgets USING btree (org, k_one_string, id);

CREATE UNIQUE INDEX gadgets_k_unique_binary ON public.gadgets USING btree (org, k_unique_binary);

CREATE UNIQUE INDEX gadgets_k_unique_date_time ON public.gadgets USING btree (org, k_unique_date_time);

CREATE UNIQUE INDEX gadgets_k_unique_decimal ON public.gadgets USING btree (org, k_unique_decimal);

CREATE UNIQUE INDEX gadgets_k_unique_integer ON public.gadgets USING btree (org, k_unique_integer);

CREATE UNIQUE INDEX gadgets_k_unique_reference ON public.gadgets USING btree (org, k_unique_reference);

CREATE INDEX group_members_member_owner ON public.group_members USING btree (org, member, owner);

CREATE INDEX groups_k_display_name_id ON public.groups USING btree (org, k_display_name, id);

CREATE INDEX groups_k_external_id_id ON public.groups USING btree (org, k_external_id, id);

CREATE UNIQUE INDEX organisations_name ON public.organisations USING btree (name);

CREATE INDEX outbox_org ON public.outbox USING btree (org, sequence);

CREATE INDEX requests_org ON public.requests USING btree (org, sequence);

CREATE INDEX user_emails_k_value_k_type_id ON public.user_emails USING btree (org, k_value, k_type, id);

CREATE INDEX users_k_badge_colour_id ON public.users USING btree (org, k_badge_colour, id);

CREATE UNIQUE INDEX users_k_badge_number ON public.users USING btree (org, k_badge_number);

CREATE INDEX users_k_display_name_id ON public.users USING btree (org, k_display_name, id);

CREATE INDEX users_k_external_id_id ON public.users USING btree (org, k_external_id, id);

CREATE UNIQUE INDEX users_k_user_name ON public.users USING btree (org, k_user_name);

CREATE UNIQUE INDEX users_k_visitor_host ON public.users USING btree (org, k_visitor_host);
