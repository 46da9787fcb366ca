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
1	User	11	1
1	User	13	1
1	User	7	2
1	User	5	2
1	User	2	1
1	User	9	2
1	Group	15	1
1	Group	7	1
1	Group	8	1
1	User	12	1
1	Gadget	0	1
1	Gadget	3	3
1	Gadget	8	1
1	Gadget	9	2
1	Gadget	12	1
1	Gadget	13	2
1	Gadget	15	2
1	Gadget	10	1
2	Gadget	1	1
\.

COPY public.credentials (id, org, kind, name, hash, keys, scopes, created, creator, expires, revoked, last_used, last_used_from, subject_type, subject) FROM stdin;
01a215fe-8784-7000-8be4-3beb6df034fd	1	token	first	8c5aa4e5402a5a2093406ddd5b2d47d0b501f9e274870b89af9edfc4110a683d	\N	read write	1795665332100000	start	1827201332100000	\N	1795665332194000	127.0.0.1	\N	\N
01a215fe-88e7-7000-b9e0-a32367728748	2	token	of the other organisation	087ea3347713e8a444f7cd9233714885ba3661c35cb37cca7340b85790f16499	\N	read write	1795665332455000	command line	1827201332455000	\N	1795665332464000	127.0.0.1	\N	\N
\.

COPY public.gadget_friends (org, id, ordinal, k_value, k_ref, k_display) FROM stdin;
\.

COPY public.gadget_gadget_items (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_inner_many (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_items (org, id, ordinal, k_value, k_type, k_primary, k_display, k_count, k_when, k_bytes, k_link, k_note) FROM stdin;
1	01a215fe-884f-7000-bb0c-c10af0578ea3	0	i0	a	\N	\N	\N	\N	\N	\N	note-0
1	01a215fe-884f-7000-bb0c-c10af0578ea3	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8854-7000-990f-4b03223e7fcf	0	i1	a	\N	\N	\N	\N	\N	\N	note-1
1	01a215fe-8854-7000-990f-4b03223e7fcf	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8859-7000-b6fd-6e4723d8d633	0	i2	a	\N	\N	\N	\N	\N	\N	note-2
1	01a215fe-8859-7000-b6fd-6e4723d8d633	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-885e-7000-bdaa-bab313f90c00	0	i3	a	\N	\N	\N	\N	\N	\N	note-3
1	01a215fe-885e-7000-bdaa-bab313f90c00	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8862-7000-9e17-545d39c92f49	0	i4	a	\N	\N	\N	\N	\N	\N	note-4
1	01a215fe-8862-7000-9e17-545d39c92f49	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8866-7000-bf5c-1720443902a3	0	i5	a	\N	\N	\N	\N	\N	\N	note-5
1	01a215fe-8866-7000-bf5c-1720443902a3	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8869-7000-b46c-5cc872f0d288	0	i6	a	\N	\N	\N	\N	\N	\N	note-6
1	01a215fe-8869-7000-b46c-5cc872f0d288	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-886d-7000-bb30-785c6ed402fd	0	i7	a	\N	\N	\N	\N	\N	\N	note-7
1	01a215fe-886d-7000-bb30-785c6ed402fd	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8870-7000-aea7-7cc17eff2339	0	i8	a	\N	\N	\N	\N	\N	\N	note-8
1	01a215fe-8870-7000-aea7-7cc17eff2339	1	j	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8874-7000-a035-b883077ba53c	0	i9	a	\N	\N	\N	\N	\N	\N	note-9
1	01a215fe-8874-7000-a035-b883077ba53c	1	j	\N	\N	\N	\N	\N	\N	\N	\N
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
1	01a215fe-884f-7000-bb0c-c10af0578ea3	0	Many
1	01a215fe-884f-7000-bb0c-c10af0578ea3	1	MANY-0
1	01a215fe-8854-7000-990f-4b03223e7fcf	0	Many
1	01a215fe-8854-7000-990f-4b03223e7fcf	1	MANY-1
1	01a215fe-8859-7000-b6fd-6e4723d8d633	0	Many
1	01a215fe-8859-7000-b6fd-6e4723d8d633	1	MANY-2
1	01a215fe-885e-7000-bdaa-bab313f90c00	0	Many
1	01a215fe-885e-7000-bdaa-bab313f90c00	1	MANY-3
1	01a215fe-8862-7000-9e17-545d39c92f49	0	Many
1	01a215fe-8862-7000-9e17-545d39c92f49	1	MANY-4
1	01a215fe-8866-7000-bf5c-1720443902a3	0	Many
1	01a215fe-8866-7000-bf5c-1720443902a3	1	MANY-5
1	01a215fe-8869-7000-b46c-5cc872f0d288	0	Many
1	01a215fe-8869-7000-b46c-5cc872f0d288	1	MANY-6
1	01a215fe-886d-7000-bb30-785c6ed402fd	0	Many
1	01a215fe-886d-7000-bb30-785c6ed402fd	1	MANY-7
1	01a215fe-8870-7000-aea7-7cc17eff2339	0	Many
1	01a215fe-8870-7000-aea7-7cc17eff2339	1	MANY-8
1	01a215fe-8874-7000-a035-b883077ba53c	0	Many
1	01a215fe-8874-7000-a035-b883077ba53c	1	MANY-9
\.

COPY public.gadget_olds (org, id, ordinal, k_value, k_note) FROM stdin;
1	01a215fe-884f-7000-bb0c-c10af0578ea3	0	old-0	n
1	01a215fe-8854-7000-990f-4b03223e7fcf	0	old-1	n
1	01a215fe-8859-7000-b6fd-6e4723d8d633	0	old-2	n
1	01a215fe-885e-7000-bdaa-bab313f90c00	0	old-3	n
1	01a215fe-8862-7000-9e17-545d39c92f49	0	old-4	n
1	01a215fe-8866-7000-bf5c-1720443902a3	0	old-5	n
1	01a215fe-8869-7000-b46c-5cc872f0d288	0	old-6	n
1	01a215fe-886d-7000-bb30-785c6ed402fd	0	old-7	n
1	01a215fe-8870-7000-aea7-7cc17eff2339	0	old-8	n
1	01a215fe-8874-7000-a035-b883077ba53c	0	old-9	n
\.

COPY public.gadget_parts (org, owner, member, member_type, display, k_display) FROM stdin;
1	01a215fe-8893-7000-8576-62a0e4a3df1f	01a215fe-884f-7000-bb0c-c10af0578ea3	Gadget	\N	\N
1	01a215fe-8893-7000-8576-62a0e4a3df1f	01a215fe-8854-7000-990f-4b03223e7fcf	Gadget	\N	\N
\.

COPY public.gadgets (org, id, version, created, last_modified, document, secrets, label, has_gadget, k_external_id, k_one_string, k_one_boolean, k_one_decimal, k_one_integer, k_one_date_time, k_one_binary, k_one_reference, k_unique_string, k_unique_decimal, k_unique_integer, k_unique_date_time, k_unique_binary, k_unique_reference, k_name, k_exact, k_global, k_fixed, k_server, k_always, k_request, k_never, k_inner_value, k_inner_type, k_inner_primary, k_inner_display, k_inner_count, k_inner_ratio, k_inner_when, k_inner_bytes, k_inner_link, k_owner_value, k_owner_ref, k_owner_display, k_parent_value, k_parent_ref, k_parent_display, k_type, k_self, k_self2, k_gen, k_async, k_match, k_crate, k_super, k_document, k_version, k_org, k_label, k_x_y, k_old, k_gadget_name, k_gadget_id, k_gadget_fixed, retired) FROM stdin;
1	01a215fe-884f-7000-bb0c-c10af0578ea3	1	1795665332303000	1795665332303000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-884f-7000-bb0c-c10af0578ea3","externalId":"gadget-0","one-string":"one-0","many_string":["Many","MANY-0"],"one-boolean":true,"one-decimal":0,"one-dateTime":"2020-01-01T10:00:00+02:00","unique_string":"unique-0","name":"Gadget 0","exact":"Exact-0","global":"global-0","always":"A","never":"never-0","inner":{"value":"v0","display":"Inner 0","count":0},"items":[{"value":"i0","type":"a","note":"note-0"},{"value":"j"}],"self":"2020-01-01T00:00:00Z","self2":"Self Two 0","gen":"TWE=","match":"Match-0","crate":"crate-0","document":"Document 0","x_y":"under-0","old":"old-0","olds":[{"value":"old-0","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-0","one-string":"Unseen-0"}}	{"hidden":"hidden-0","try":"try-0"}	Gadget 0	t	gadget-0	one-0	t	0	\N	1577865600000000	\N	\N	unique-0	\N	\N	\N	\N	\N	gadget 0	exact-0	global-0	\N	\N	a	\N	never-0	v0	\N	\N	Inner 0	0	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1577836800000000	self two 0	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-0	crate-0	\N	document 0	\N	\N	\N	under-0	old-0	extra-0	\N	\N	\N
1	01a215fe-8854-7000-990f-4b03223e7fcf	1	1795665332308000	1795665332308000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8854-7000-990f-4b03223e7fcf","externalId":"gadget-1","one-string":"one-1","many_string":["Many","MANY-1"],"one-boolean":false,"one-decimal":1,"one-dateTime":"2020-01-02T10:00:00+02:00","unique_string":"unique-1","name":"Gadget 1","exact":"Exact-1","global":"global-1","always":"A","never":"never-1","inner":{"value":"v1","display":"Inner 1","count":1},"items":[{"value":"i1","type":"a","note":"note-1"},{"value":"j"}],"self":"2020-01-02T00:00:00Z","self2":"Self Two 1","gen":"TWE=","match":"Match-1","crate":"crate-1","document":"Document 1","x_y":"under-1","old":"old-1","olds":[{"value":"old-1","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-1","one-string":"Unseen-1"}}	{"hidden":"hidden-1","try":"try-1"}	Gadget 1	t	gadget-1	one-1	f	1	\N	1577952000000000	\N	\N	unique-1	\N	\N	\N	\N	\N	gadget 1	exact-1	global-1	\N	\N	a	\N	never-1	v1	\N	\N	Inner 1	1	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1577923200000000	self two 1	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-1	crate-1	\N	document 1	\N	\N	\N	under-1	old-1	extra-1	\N	\N	\N
1	01a215fe-8859-7000-b6fd-6e4723d8d633	1	1795665332313000	1795665332313000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8859-7000-b6fd-6e4723d8d633","externalId":"gadget-2","one-string":"one-2","many_string":["Many","MANY-2"],"one-boolean":true,"one-decimal":2,"one-dateTime":"2020-01-03T10:00:00+02:00","unique_string":"unique-2","name":"Gadget 2","exact":"Exact-0","global":"global-2","always":"A","never":"never-2","inner":{"value":"v2","display":"Inner 2","count":2},"items":[{"value":"i2","type":"a","note":"note-2"},{"value":"j"}],"self":"2020-01-03T00:00:00Z","self2":"Self Two 2","gen":"TWE=","match":"Match-2","crate":"crate-2","document":"Document 2","x_y":"under-2","old":"old-2","olds":[{"value":"old-2","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-2","one-string":"Unseen-2"}}	{"hidden":"hidden-2","try":"try-2"}	Gadget 2	t	gadget-2	one-2	t	2	\N	1578038400000000	\N	\N	unique-2	\N	\N	\N	\N	\N	gadget 2	exact-0	global-2	\N	\N	a	\N	never-2	v2	\N	\N	Inner 2	2	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578009600000000	self two 2	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-2	crate-2	\N	document 2	\N	\N	\N	under-2	old-2	extra-2	\N	\N	\N
1	01a215fe-885e-7000-bdaa-bab313f90c00	1	1795665332318000	1795665332318000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-885e-7000-bdaa-bab313f90c00","externalId":"gadget-3","one-string":"one-3","many_string":["Many","MANY-3"],"one-boolean":false,"one-decimal":3,"one-dateTime":"2020-01-04T10:00:00+02:00","unique_string":"unique-3","name":"Gadget 3","exact":"Exact-1","global":"global-3","always":"A","never":"never-3","inner":{"value":"v3","display":"Inner 3","count":3},"items":[{"value":"i3","type":"a","note":"note-3"},{"value":"j"}],"self":"2020-01-04T00:00:00Z","self2":"Self Two 3","gen":"TWE=","match":"Match-3","crate":"crate-3","document":"Document 3","x_y":"under-3","old":"old-3","olds":[{"value":"old-3","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-3","one-string":"Unseen-3"}}	{"hidden":"hidden-3","try":"try-3"}	Gadget 3	t	gadget-3	one-3	f	3	\N	1578124800000000	\N	\N	unique-3	\N	\N	\N	\N	\N	gadget 3	exact-1	global-3	\N	\N	a	\N	never-3	v3	\N	\N	Inner 3	3	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578096000000000	self two 3	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-3	crate-3	\N	document 3	\N	\N	\N	under-3	old-3	extra-3	\N	\N	\N
1	01a215fe-8869-7000-b46c-5cc872f0d288	1	1795665332329000	1795665332329000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8869-7000-b46c-5cc872f0d288","externalId":"gadget-6","one-string":"one-6","many_string":["Many","MANY-6"],"one-boolean":true,"one-decimal":6,"one-dateTime":"2020-01-07T10:00:00+02:00","unique_string":"unique-6","name":"Gadget 6","exact":"Exact-0","global":"global-6","always":"A","never":"never-6","inner":{"value":"v6","display":"Inner 6","count":6},"items":[{"value":"i6","type":"a","note":"note-6"},{"value":"j"}],"self":"2020-01-07T00:00:00Z","self2":"Self Two 6","gen":"TWE=","match":"Match-6","crate":"crate-6","document":"Document 6","x_y":"under-6","old":"old-6","olds":[{"value":"old-6","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-6","one-string":"Unseen-6"}}	{"hidden":"hidden-6","try":"try-6"}	Gadget 6	t	gadget-6	one-6	t	6	\N	1578384000000000	\N	\N	unique-6	\N	\N	\N	\N	\N	gadget 6	exact-0	global-6	\N	\N	a	\N	never-6	v6	\N	\N	Inner 6	6	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578355200000000	self two 6	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-6	crate-6	\N	document 6	\N	\N	\N	under-6	old-6	extra-6	\N	\N	\N
1	01a215fe-8874-7000-a035-b883077ba53c	1	1795665332340000	1795665332340000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8874-7000-a035-b883077ba53c","externalId":"gadget-9","one-string":"one-9","many_string":["Many","MANY-9"],"one-boolean":false,"one-decimal":9,"one-dateTime":"2020-01-10T10:00:00+02:00","unique_string":"unique-9","name":"Gadget 9","exact":"Exact-1","global":"global-9","always":"A","never":"never-9","inner":{"value":"v9","display":"Inner 9","count":9},"items":[{"value":"i9","type":"a","note":"note-9"},{"value":"j"}],"self":"2020-01-10T00:00:00Z","self2":"Self Two 9","gen":"TWE=","match":"Match-9","crate":"crate-9","document":"Document 9","x_y":"under-9","old":"old-9","olds":[{"value":"old-9","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-9","one-string":"Unseen-9"}}	{"hidden":"hidden-9","try":"try-9"}	Gadget 9	t	gadget-9	one-9	f	9	\N	1578643200000000	\N	\N	unique-9	\N	\N	\N	\N	\N	gadget 9	exact-1	global-9	\N	\N	a	\N	never-9	v9	\N	\N	Inner 9	9	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578614400000000	self two 9	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-9	crate-9	\N	document 9	\N	\N	\N	under-9	old-9	extra-9	\N	\N	\N
1	01a215fe-8862-7000-9e17-545d39c92f49	1	1795665332322000	1795665332322000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8862-7000-9e17-545d39c92f49","externalId":"gadget-4","one-string":"one-4","many_string":["Many","MANY-4"],"one-boolean":true,"one-decimal":4,"one-dateTime":"2020-01-05T10:00:00+02:00","unique_string":"unique-4","name":"Gadget 4","exact":"Exact-0","global":"global-4","always":"A","never":"never-4","inner":{"value":"v4","display":"Inner 4","count":4},"items":[{"value":"i4","type":"a","note":"note-4"},{"value":"j"}],"self":"2020-01-05T00:00:00Z","self2":"Self Two 4","gen":"TWE=","match":"Match-4","crate":"crate-4","document":"Document 4","x_y":"under-4","old":"old-4","olds":[{"value":"old-4","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-4","one-string":"Unseen-4"}}	{"hidden":"hidden-4","try":"try-4"}	Gadget 4	t	gadget-4	one-4	t	4	\N	1578211200000000	\N	\N	unique-4	\N	\N	\N	\N	\N	gadget 4	exact-0	global-4	\N	\N	a	\N	never-4	v4	\N	\N	Inner 4	4	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578182400000000	self two 4	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-4	crate-4	\N	document 4	\N	\N	\N	under-4	old-4	extra-4	\N	\N	\N
1	01a215fe-886d-7000-bb30-785c6ed402fd	1	1795665332333000	1795665332333000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-886d-7000-bb30-785c6ed402fd","externalId":"gadget-7","one-string":"one-7","many_string":["Many","MANY-7"],"one-boolean":false,"one-decimal":7,"one-dateTime":"2020-01-08T10:00:00+02:00","unique_string":"unique-7","name":"Gadget 7","exact":"Exact-1","global":"global-7","always":"A","never":"never-7","inner":{"value":"v7","display":"Inner 7","count":7},"items":[{"value":"i7","type":"a","note":"note-7"},{"value":"j"}],"self":"2020-01-08T00:00:00Z","self2":"Self Two 7","gen":"TWE=","match":"Match-7","crate":"crate-7","document":"Document 7","x_y":"under-7","old":"old-7","olds":[{"value":"old-7","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-7","one-string":"Unseen-7"}}	{"hidden":"hidden-7","try":"try-7"}	Gadget 7	t	gadget-7	one-7	f	7	\N	1578470400000000	\N	\N	unique-7	\N	\N	\N	\N	\N	gadget 7	exact-1	global-7	\N	\N	a	\N	never-7	v7	\N	\N	Inner 7	7	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578441600000000	self two 7	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-7	crate-7	\N	document 7	\N	\N	\N	under-7	old-7	extra-7	\N	\N	\N
1	01a215fe-8877-7000-bb0f-9222a1c322ed	1	1795665332367000	1795665332367000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-8877-7000-bb0f-9222a1c322ed","externalId":"long","one-boolean":true,"name":"Long xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx","always":"A","document":"Document xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}	{"pin":"$argon2id$v=19$m=19456,t=2,p=1$GlyU+JZs8wtCTOHK+Prb/g$ssyWp8QUbC/W+HqHZonvGd+zRh/gx5Bbk7jqu3QO1ME"}	Long xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx	f	long	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	long xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	document xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx􀃽􀁐􀁡􀁷􀁛􀁌􀁋􀀫􀁯􀂊􀁮􀁚􀁫􀃕􀀎􀃒􀁴􀂁􀁌􀀉􀂇􀁌􀀯􀂐􀁄􀃟􀃬􀀎􀀻􀁀􀁎􀂒	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8898-7000-9ada-cf75dcd4b27a	1	1795665332376000	1795665332376000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-8898-7000-9ada-cf75dcd4b27a","externalId":"bare","one-boolean":false,"name":"Bare","always":"A"}	\N	Bare	f	bare	\N	f	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	bare	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8866-7000-bf5c-1720443902a3	1	1795665332326000	1795665332326000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8866-7000-bf5c-1720443902a3","externalId":"gadget-5","one-string":"one-5","many_string":["Many","MANY-5"],"one-boolean":false,"one-decimal":5,"one-dateTime":"2020-01-06T10:00:00+02:00","unique_string":"unique-5","name":"Gadget 5","exact":"Exact-1","global":"global-5","always":"A","never":"never-5","inner":{"value":"v5","display":"Inner 5","count":5},"items":[{"value":"i5","type":"a","note":"note-5"},{"value":"j"}],"self":"2020-01-06T00:00:00Z","self2":"Self Two 5","gen":"TWE=","match":"Match-5","crate":"crate-5","document":"Document 5","x_y":"under-5","old":"old-5","olds":[{"value":"old-5","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-5","one-string":"Unseen-5"}}	{"hidden":"hidden-5","try":"try-5"}	Gadget 5	t	gadget-5	one-5	f	5	\N	1578297600000000	\N	\N	unique-5	\N	\N	\N	\N	\N	gadget 5	exact-1	global-5	\N	\N	a	\N	never-5	v5	\N	\N	Inner 5	5	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578268800000000	self two 5	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-5	crate-5	\N	document 5	\N	\N	\N	under-5	old-5	extra-5	\N	\N	\N
1	01a215fe-8870-7000-aea7-7cc17eff2339	1	1795665332336000	1795665332336000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8870-7000-aea7-7cc17eff2339","externalId":"gadget-8","one-string":"one-8","many_string":["Many","MANY-8"],"one-boolean":true,"one-decimal":8,"one-dateTime":"2020-01-09T10:00:00+02:00","unique_string":"unique-8","name":"Gadget 8","exact":"Exact-0","global":"global-8","always":"A","never":"never-8","inner":{"value":"v8","display":"Inner 8","count":8},"items":[{"value":"i8","type":"a","note":"note-8"},{"value":"j"}],"self":"2020-01-09T00:00:00Z","self2":"Self Two 8","gen":"TWE=","match":"Match-8","crate":"crate-8","document":"Document 8","x_y":"under-8","old":"old-8","olds":[{"value":"old-8","note":"n"}],"urn:example:2.0:Gadget:Extra":{"name":"extra-8","one-string":"Unseen-8"}}	{"hidden":"hidden-8","try":"try-8"}	Gadget 8	t	gadget-8	one-8	t	8	\N	1578556800000000	\N	\N	unique-8	\N	\N	\N	\N	\N	gadget 8	exact-0	global-8	\N	\N	a	\N	never-8	v8	\N	\N	Inner 8	8	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	1578528000000000	self two 8	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	Match-8	crate-8	\N	document 8	\N	\N	\N	under-8	old-8	extra-8	\N	\N	\N
2	01a215fe-88f0-7000-8685-827544fe6ca1	1	1795665332465000	1795665332465000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-88f0-7000-8685-827544fe6ca1","externalId":"of-acme","one-boolean":true,"name":"Gadget 0","global":"of-acme","always":"A","old":"acme"}	\N	Gadget 0	f	of-acme	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	gadget 0	\N	of-acme	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	acme	\N	\N	\N	\N
1	01a215fe-8893-7000-8576-62a0e4a3df1f	1	1795665332372000	1795665332372000	{"schemas":["urn:example:2.0:Gadget"],"id":"01a215fe-8893-7000-8576-62a0e4a3df1f","externalId":"whole","one-boolean":true,"name":"Whole","always":"A"}	\N	Whole	f	whole	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	whole	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
\.

COPY public.group_members (org, owner, member, member_type, display, k_display) FROM stdin;
1	01a215fe-8830-7000-a50d-faee61a0e75f	01a215fe-87e3-7000-9bf2-a5e2c116e5de	User	\N	\N
1	01a215fe-8830-7000-a50d-faee61a0e75f	01a215fe-87ea-7000-9e58-aeeb952b9e6c	User	\N	\N
1	01a215fe-8830-7000-a50d-faee61a0e75f	01a215fe-880a-7000-9df2-a61ddb256e8b	User	\N	\N
1	01a215fe-8830-7000-a50d-faee61a0e75f	01a215fe-880f-7000-ab62-95f325cf6b99	User	\N	\N
1	01a215fe-8830-7000-a50d-faee61a0e75f	01a215fe-8815-7000-80b6-26f1698e2597	User	\N	\N
1	01a215fe-8830-7000-a50d-faee61a0e75f	01a215fe-8819-7000-a7a0-e5dac4de32cd	User	\N	\N
1	01a215fe-8836-7000-90ee-8c14227576b7	01a215fe-8821-7000-beb5-96d297678d45	User	\N	\N
1	01a215fe-8836-7000-90ee-8c14227576b7	01a215fe-8824-7000-8779-da61d5e0c0e5	User	\N	\N
1	01a215fe-8836-7000-90ee-8c14227576b7	01a215fe-881c-7000-9747-d84738e08ae7	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-8830-7000-a50d-faee61a0e75f	Group	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-87e3-7000-9bf2-a5e2c116e5de	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-87ea-7000-9e58-aeeb952b9e6c	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-880a-7000-9df2-a61ddb256e8b	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-880f-7000-ab62-95f325cf6b99	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-8815-7000-80b6-26f1698e2597	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-8819-7000-a7a0-e5dac4de32cd	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-8821-7000-beb5-96d297678d45	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-8824-7000-8779-da61d5e0c0e5	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-881c-7000-9747-d84738e08ae7	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-8827-7000-96a0-49ef4f480692	User	\N	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	01a215fe-882a-7000-9b43-d3b648429df9	User	\N	\N
\.

COPY public.groups (org, id, version, created, last_modified, document, secrets, label, k_external_id, k_display_name, retired) FROM stdin;
1	01a215fe-8830-7000-a50d-faee61a0e75f	1	1795665332273000	1795665332273000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a215fe-8830-7000-a50d-faee61a0e75f","externalId":"g-0","displayName":"Group 0"}	\N	Group 0	g-0	group 0	\N
1	01a215fe-8836-7000-90ee-8c14227576b7	1	1795665332279000	1795665332279000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a215fe-8836-7000-90ee-8c14227576b7","externalId":"g-1","displayName":"Group 1"}	\N	Group 1	g-1	group 1	\N
1	01a215fe-883b-7000-90e4-32139cae1f68	2	1795665332284000	1795665332298000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a215fe-883b-7000-90e4-32139cae1f68","externalId":"g-2","displayName":"Group 2"}	\N	Group 2	g-2	group 2	\N
\.

COPY public.organisations (id, name, created, display_name, suspended, deleted, settings) FROM stdin;
1	default	1795665332100000	\N	\N	\N	\N
2	acme	1795665332415000	Acme Corporation	\N	\N	\N
\.

COPY public.outbox (sequence, org, resource_type, id, version, operation, changes, at, target, credential, actor, source, request, refused) FROM stdin;
1	0	organisation	00000000-0000-0000-0000-000000000001	0	create	\N	1795665332100000	default	\N	start	\N		\N
2	1	credential	01a215fe-8784-7000-8be4-3beb6df034fd	0	create	\N	1795665332100000	first	\N	start	\N		\N
3	1	User	01a215fe-87e3-7000-9bf2-a5e2c116e5de	1	create	\N	1795665332195000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000000	\N
4	1	User	01a215fe-87ea-7000-9e58-aeeb952b9e6c	1	create	\N	1795665332228000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000001	\N
5	1	User	01a215fe-880a-7000-9df2-a61ddb256e8b	1	create	\N	1795665332234000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000002	\N
6	1	User	01a215fe-880f-7000-ab62-95f325cf6b99	1	create	\N	1795665332239000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000003	\N
7	1	User	01a215fe-8815-7000-80b6-26f1698e2597	1	create	\N	1795665332245000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000004	\N
8	1	User	01a215fe-8819-7000-a7a0-e5dac4de32cd	1	create	\N	1795665332249000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000005	\N
9	1	User	01a215fe-881c-7000-9747-d84738e08ae7	1	create	\N	1795665332253000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000006	\N
10	1	User	01a215fe-8821-7000-beb5-96d297678d45	1	create	\N	1795665332257000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000007	\N
11	1	User	01a215fe-8824-7000-8779-da61d5e0c0e5	1	create	\N	1795665332260000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000008	\N
12	1	User	01a215fe-8827-7000-96a0-49ef4f480692	1	create	\N	1795665332263000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000009	\N
13	1	User	01a215fe-882a-7000-9b43-d3b648429df9	1	create	\N	1795665332266000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000000a	\N
14	1	User	01a215fe-882d-7000-bd0f-17c1ef87d40c	1	create	\N	1795665332269000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000000b	\N
15	1	Group	01a215fe-8830-7000-a50d-faee61a0e75f	1	create	\N	1795665332273000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000000c	\N
16	1	Group	01a215fe-8836-7000-90ee-8c14227576b7	1	create	\N	1795665332279000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000000d	\N
17	1	Group	01a215fe-883b-7000-90e4-32139cae1f68	1	create	\N	1795665332284000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000000e	\N
18	1	User	01a215fe-880f-7000-ab62-95f325cf6b99	2	update	["title"]	1795665332289000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000000f	\N
19	1	User	01a215fe-8815-7000-80b6-26f1698e2597	2	update	["emails"]	1795665332294000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000010	\N
20	1	Group	01a215fe-883b-7000-90e4-32139cae1f68	2	update	{"members":{"removed":["01a215fe-882d-7000-bd0f-17c1ef87d40c"]}}	1795665332298000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000011	\N
21	1	User	01a215fe-882d-7000-bd0f-17c1ef87d40c	1	delete	\N	1795665332298000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000011	\N
22	1	Gadget	01a215fe-884f-7000-bb0c-c10af0578ea3	1	create	\N	1795665332303000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000012	\N
23	1	Gadget	01a215fe-8854-7000-990f-4b03223e7fcf	1	create	\N	1795665332308000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000013	\N
24	1	Gadget	01a215fe-8859-7000-b6fd-6e4723d8d633	1	create	\N	1795665332313000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000014	\N
25	1	Gadget	01a215fe-885e-7000-bdaa-bab313f90c00	1	create	\N	1795665332318000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000015	\N
26	1	Gadget	01a215fe-8862-7000-9e17-545d39c92f49	1	create	\N	1795665332322000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000016	\N
27	1	Gadget	01a215fe-8866-7000-bf5c-1720443902a3	1	create	\N	1795665332326000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000017	\N
28	1	Gadget	01a215fe-8869-7000-b46c-5cc872f0d288	1	create	\N	1795665332329000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000018	\N
29	1	Gadget	01a215fe-886d-7000-bb30-785c6ed402fd	1	create	\N	1795665332333000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced000000000019	\N
30	1	Gadget	01a215fe-8870-7000-aea7-7cc17eff2339	1	create	\N	1795665332336000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000001a	\N
31	1	Gadget	01a215fe-8874-7000-a035-b883077ba53c	1	create	\N	1795665332340000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000001b	\N
32	1	Gadget	01a215fe-8877-7000-bb0f-9222a1c322ed	1	create	\N	1795665332367000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000001c	\N
33	1	Gadget	01a215fe-8893-7000-8576-62a0e4a3df1f	1	create	\N	1795665332372000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000001d	\N
34	1	Gadget	01a215fe-8898-7000-9ada-cf75dcd4b27a	1	create	\N	1795665332376000	\N	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	a71ff82aaf2ebced00000000001e	\N
35	0	organisation	00000000-0000-0000-0000-000000000002	0	create	\N	1795665332415000	acme	\N	command line	\N		\N
36	2	credential	01a215fe-88e7-7000-b9e0-a32367728748	0	create	\N	1795665332455000	of the other organisation	\N	command line	\N		\N
37	2	Gadget	01a215fe-88f0-7000-8685-827544fe6ca1	1	create	\N	1795665332465000	\N	01a215fe-88e7-7000-b9e0-a32367728748	of the other organisation	127.0.0.1	a71ff82aaf2ebced00000000001f	\N
\.

COPY public.requests (sequence, org, at, request, credential, actor, source, method, endpoint, resource_type, resource, query, status, scim_type, detail, micros, quirks) FROM stdin;
1	1	1795665332201000	a71ff82aaf2ebced000000000000	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-87e3-7000-9bf2-a5e2c116e5de	\N	201	\N	\N	8192	\N
2	1	1795665332233000	a71ff82aaf2ebced000000000001	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-87ea-7000-9e58-aeeb952b9e6c	\N	201	\N	\N	30706	\N
3	1	1795665332237000	a71ff82aaf2ebced000000000002	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-880a-7000-9df2-a61ddb256e8b	\N	201	\N	\N	3330	\N
4	1	1795665332244000	a71ff82aaf2ebced000000000003	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-880f-7000-ab62-95f325cf6b99	\N	201	\N	\N	5665	\N
5	1	1795665332248000	a71ff82aaf2ebced000000000004	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-8815-7000-80b6-26f1698e2597	\N	201	\N	\N	2826	\N
6	1	1795665332251000	a71ff82aaf2ebced000000000005	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-8819-7000-a7a0-e5dac4de32cd	\N	201	\N	\N	2601	\N
7	1	1795665332256000	a71ff82aaf2ebced000000000006	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-881c-7000-9747-d84738e08ae7	\N	201	\N	\N	4031	\N
8	1	1795665332259000	a71ff82aaf2ebced000000000007	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-8821-7000-beb5-96d297678d45	\N	201	\N	\N	2006	\N
9	1	1795665332262000	a71ff82aaf2ebced000000000008	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-8824-7000-8779-da61d5e0c0e5	\N	201	\N	\N	2070	\N
10	1	1795665332265000	a71ff82aaf2ebced000000000009	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-8827-7000-96a0-49ef4f480692	\N	201	\N	\N	2075	\N
11	1	1795665332268000	a71ff82aaf2ebced00000000000a	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-882a-7000-9b43-d3b648429df9	\N	201	\N	\N	2168	\N
12	1	1795665332271000	a71ff82aaf2ebced00000000000b	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Users	User	01a215fe-882d-7000-bd0f-17c1ef87d40c	\N	201	\N	\N	1956	\N
13	1	1795665332277000	a71ff82aaf2ebced00000000000c	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Groups	Group	01a215fe-8830-7000-a50d-faee61a0e75f	\N	201	\N	\N	5181	\N
14	1	1795665332282000	a71ff82aaf2ebced00000000000d	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Groups	Group	01a215fe-8836-7000-90ee-8c14227576b7	\N	201	\N	\N	4348	\N
15	1	1795665332287000	a71ff82aaf2ebced00000000000e	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Groups	Group	01a215fe-883b-7000-90e4-32139cae1f68	\N	201	\N	\N	4150	\N
16	1	1795665332292000	a71ff82aaf2ebced00000000000f	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	PATCH	/Users/{id}	User	01a215fe-880f-7000-ab62-95f325cf6b99	\N	200	\N	\N	4486	\N
17	1	1795665332297000	a71ff82aaf2ebced000000000010	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	PATCH	/Users/{id}	User	01a215fe-8815-7000-80b6-26f1698e2597	\N	200	\N	\N	3685	\N
18	1	1795665332302000	a71ff82aaf2ebced000000000011	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	DELETE	/Users/{id}	User	01a215fe-882d-7000-bd0f-17c1ef87d40c	\N	204	\N	\N	4049	\N
19	1	1795665332307000	a71ff82aaf2ebced000000000012	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-884f-7000-bb0c-c10af0578ea3	\N	201	\N	\N	4675	\N
20	1	1795665332312000	a71ff82aaf2ebced000000000013	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8854-7000-990f-4b03223e7fcf	\N	201	\N	\N	4055	\N
21	1	1795665332317000	a71ff82aaf2ebced000000000014	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8859-7000-b6fd-6e4723d8d633	\N	201	\N	\N	4098	\N
22	1	1795665332321000	a71ff82aaf2ebced000000000015	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-885e-7000-bdaa-bab313f90c00	\N	201	\N	\N	2954	\N
23	1	1795665332325000	a71ff82aaf2ebced000000000016	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8862-7000-9e17-545d39c92f49	\N	201	\N	\N	2839	\N
24	1	1795665332328000	a71ff82aaf2ebced000000000017	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8866-7000-bf5c-1720443902a3	\N	201	\N	\N	2621	\N
25	1	1795665332331000	a71ff82aaf2ebced000000000018	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8869-7000-b46c-5cc872f0d288	\N	201	\N	\N	2548	\N
26	1	1795665332335000	a71ff82aaf2ebced000000000019	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-886d-7000-bb30-785c6ed402fd	\N	201	\N	\N	2572	\N
27	1	1795665332338000	a71ff82aaf2ebced00000000001a	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8870-7000-aea7-7cc17eff2339	\N	201	\N	\N	2530	\N
28	1	1795665332342000	a71ff82aaf2ebced00000000001b	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8874-7000-a035-b883077ba53c	\N	201	\N	\N	2632	\N
29	1	1795665332370000	a71ff82aaf2ebced00000000001c	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8877-7000-bb0f-9222a1c322ed	\N	201	\N	\N	26891	\N
30	1	1795665332375000	a71ff82aaf2ebced00000000001d	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8893-7000-8576-62a0e4a3df1f	\N	201	\N	\N	4007	\N
31	1	1795665332378000	a71ff82aaf2ebced00000000001e	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8898-7000-9ada-cf75dcd4b27a	\N	201	\N	\N	2475	\N
32	2	1795665332467000	a71ff82aaf2ebced00000000001f	01a215fe-88e7-7000-b9e0-a32367728748	of the other organisation	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-88f0-7000-8685-827544fe6ca1	\N	201	\N	\N	4374	\N
33	1	1795665332471000	a71ff82aaf2ebced000000000020	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users	User	\N	count=200	200	\N	\N	2207	\N
34	1	1795665332473000	a71ff82aaf2ebced000000000021	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-87e3-7000-9bf2-a5e2c116e5de	\N	200	\N	\N	1229	\N
35	1	1795665332475000	a71ff82aaf2ebced000000000022	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-87ea-7000-9e58-aeeb952b9e6c	\N	200	\N	\N	900	\N
36	1	1795665332477000	a71ff82aaf2ebced000000000023	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-880a-7000-9df2-a61ddb256e8b	\N	200	\N	\N	1169	\N
37	1	1795665332479000	a71ff82aaf2ebced000000000024	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-880f-7000-ab62-95f325cf6b99	\N	200	\N	\N	937	\N
38	1	1795665332481000	a71ff82aaf2ebced000000000025	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8815-7000-80b6-26f1698e2597	\N	200	\N	\N	985	\N
39	1	1795665332482000	a71ff82aaf2ebced000000000026	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8819-7000-a7a0-e5dac4de32cd	\N	200	\N	\N	894	\N
40	1	1795665332484000	a71ff82aaf2ebced000000000027	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-881c-7000-9747-d84738e08ae7	\N	200	\N	\N	1037	\N
41	1	1795665332486000	a71ff82aaf2ebced000000000028	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8821-7000-beb5-96d297678d45	\N	200	\N	\N	791	\N
42	1	1795665332488000	a71ff82aaf2ebced000000000029	01a215fe-8784-7000-8be4-3beb6df034fd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8824-7000-8779-da61d5e0c0e5	\N	200	\N	\N	892	\N
43	2	1795665332530000	a71ff82aaf2ebced00000000003e	01a215fe-88e7-7000-b9e0-a32367728748	of the other organisation	127.0.0.1	GET	/Users	User	\N	count=200	200	\N	\N	819	\N
44	2	1795665332531000	a71ff82aaf2ebced00000000003f	01a215fe-88e7-7000-b9e0-a32367728748	of the other organisation	127.0.0.1	GET	/Groups	Group	\N	count=200	200	\N	\N	821	\N
45	2	1795665332534000	a71ff82aaf2ebced000000000040	01a215fe-88e7-7000-b9e0-a32367728748	of the other organisation	127.0.0.1	GET	/Gadgets	Gadget	\N	count=200	200	\N	\N	1779	\N
46	2	1795665332536000	a71ff82aaf2ebced000000000041	01a215fe-88e7-7000-b9e0-a32367728748	of the other organisation	127.0.0.1	GET	/Gadgets/{id}	Gadget	01a215fe-88f0-7000-8685-827544fe6ca1	\N	200	\N	\N	955	\N
\.

COPY public.settings (name, value) FROM stdin;
schemas	4690e76e64aa370cc9b5e40cb9dbf7af96f87dd0557e8cbe83177659cfab4a8a
attributes	{"Gadget":{"always":{"type":"string","multi":false,"required":false},"async":{"type":"string","multi":false,"required":false},"crate":{"type":"string","multi":false,"required":false},"document":{"type":"string","multi":false,"required":false},"exact":{"type":"string","multi":false,"required":false},"externalId":{"type":"string","multi":false,"required":false},"fixed":{"type":"string","multi":false,"required":false},"friends":{"type":"complex","multi":true,"required":false},"friends/$ref":{"type":"reference","multi":false,"required":false},"friends/display":{"type":"string","multi":false,"required":false},"friends/value":{"type":"string","multi":false,"required":false},"gen":{"type":"binary","multi":false,"required":false},"global":{"type":"string","multi":false,"required":false},"inner":{"type":"complex","multi":false,"required":false},"inner/bytes":{"type":"binary","multi":false,"required":false},"inner/count":{"type":"integer","multi":false,"required":false},"inner/display":{"type":"string","multi":false,"required":false},"inner/link":{"type":"reference","multi":false,"required":false},"inner/many":{"type":"string","multi":true,"required":false},"inner/primary":{"type":"boolean","multi":false,"required":false},"inner/ratio":{"type":"decimal","multi":false,"required":false},"inner/type":{"type":"string","multi":false,"required":false},"inner/value":{"type":"string","multi":false,"required":false},"inner/when":{"type":"dateTime","multi":false,"required":false},"items":{"type":"complex","multi":true,"required":false},"items/bytes":{"type":"binary","multi":false,"required":false},"items/count":{"type":"integer","multi":false,"required":false},"items/display":{"type":"string","multi":false,"required":false},"items/link":{"type":"reference","multi":false,"required":false},"items/note":{"type":"string","multi":false,"required":false},"items/primary":{"type":"boolean","multi":false,"required":false},"items/type":{"type":"string","multi":false,"required":false},"items/value":{"type":"string","multi":false,"required":false},"items/when":{"type":"dateTime","multi":false,"required":false},"label":{"type":"string","multi":false,"required":false},"many_binary":{"type":"binary","multi":true,"required":false},"many_boolean":{"type":"boolean","multi":true,"required":false},"many_dateTime":{"type":"dateTime","multi":true,"required":false},"many_decimal":{"type":"decimal","multi":true,"required":false},"many_integer":{"type":"integer","multi":true,"required":false},"many_reference":{"type":"reference","multi":true,"required":false},"many_string":{"type":"string","multi":true,"required":false},"match":{"type":"string","multi":false,"required":false},"name":{"type":"string","multi":false,"required":true},"never":{"type":"string","multi":false,"required":false},"old":{"type":"string","multi":false,"required":false},"olds":{"type":"complex","multi":true,"required":false},"olds/note":{"type":"string","multi":false,"required":false},"olds/value":{"type":"string","multi":false,"required":false},"one-binary":{"type":"binary","multi":false,"required":false},"one-boolean":{"type":"boolean","multi":false,"required":true},"one-dateTime":{"type":"dateTime","multi":false,"required":false},"one-decimal":{"type":"integer","multi":false,"required":false},"one-integer":{"type":"integer","multi":false,"required":false},"one-reference":{"type":"reference","multi":false,"required":false},"one-string":{"type":"string","multi":false,"required":false},"org":{"type":"string","multi":false,"required":false},"owner":{"type":"complex","multi":false,"required":false},"owner/$ref":{"type":"reference","multi":false,"required":false},"owner/display":{"type":"string","multi":false,"required":false},"owner/value":{"type":"string","multi":false,"required":false},"parent":{"type":"complex","multi":false,"required":false},"parent/$ref":{"type":"reference","multi":false,"required":false},"parent/display":{"type":"string","multi":false,"required":false},"parent/value":{"type":"string","multi":false,"required":false},"request":{"type":"string","multi":false,"required":false},"self":{"type":"dateTime","multi":false,"required":false},"self2":{"type":"string","multi":false,"required":false},"server":{"type":"string","multi":false,"required":false},"super":{"type":"string","multi":false,"required":false},"type":{"type":"string","multi":false,"required":false},"unique_binary":{"type":"binary","multi":false,"required":false},"unique_dateTime":{"type":"dateTime","multi":false,"required":false},"unique_decimal":{"type":"decimal","multi":false,"required":false},"unique_integer":{"type":"integer","multi":false,"required":false},"unique_reference":{"type":"reference","multi":false,"required":false},"unique_string":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/fixed":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/id":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/items":{"type":"string","multi":true,"required":false},"urn:example:2.0:Gadget:Extra/name":{"type":"string","multi":false,"required":false},"version":{"type":"string","multi":false,"required":false},"x_y":{"type":"string","multi":false,"required":false}},"Group":{"displayName":{"type":"string","multi":false,"required":true},"externalId":{"type":"string","multi":false,"required":false}},"User":{"active":{"type":"boolean","multi":false,"required":false},"addresses":{"type":"complex","multi":true,"required":false},"addresses/country":{"type":"string","multi":false,"required":false},"addresses/formatted":{"type":"string","multi":false,"required":false},"addresses/locality":{"type":"string","multi":false,"required":false},"addresses/postalCode":{"type":"string","multi":false,"required":false},"addresses/primary":{"type":"boolean","multi":false,"required":false},"addresses/region":{"type":"string","multi":false,"required":false},"addresses/streetAddress":{"type":"string","multi":false,"required":false},"addresses/type":{"type":"string","multi":false,"required":false},"displayName":{"type":"string","multi":false,"required":false},"emails":{"type":"complex","multi":true,"required":false},"emails/display":{"type":"string","multi":false,"required":false},"emails/primary":{"type":"boolean","multi":false,"required":false},"emails/type":{"type":"string","multi":false,"required":false},"emails/value":{"type":"string","multi":false,"required":false},"entitlements":{"type":"complex","multi":true,"required":false},"entitlements/display":{"type":"string","multi":false,"required":false},"entitlements/primary":{"type":"boolean","multi":false,"required":false},"entitlements/type":{"type":"string","multi":false,"required":false},"entitlements/value":{"type":"string","multi":false,"required":false},"externalId":{"type":"string","multi":false,"required":false},"ims":{"type":"complex","multi":true,"required":false},"ims/display":{"type":"string","multi":false,"required":false},"ims/primary":{"type":"boolean","multi":false,"required":false},"ims/type":{"type":"string","multi":false,"required":false},"ims/value":{"type":"string","multi":false,"required":false},"locale":{"type":"string","multi":false,"required":false},"name":{"type":"complex","multi":false,"required":false},"name/familyName":{"type":"string","multi":false,"required":false},"name/formatted":{"type":"string","multi":false,"required":false},"name/givenName":{"type":"string","multi":false,"required":false},"name/honorificPrefix":{"type":"string","multi":false,"required":false},"name/honorificSuffix":{"type":"string","multi":false,"required":false},"name/middleName":{"type":"string","multi":false,"required":false},"nickName":{"type":"string","multi":false,"required":false},"phoneNumbers":{"type":"complex","multi":true,"required":false},"phoneNumbers/display":{"type":"string","multi":false,"required":false},"phoneNumbers/primary":{"type":"boolean","multi":false,"required":false},"phoneNumbers/type":{"type":"string","multi":false,"required":false},"phoneNumbers/value":{"type":"string","multi":false,"required":false},"photos":{"type":"complex","multi":true,"required":false},"photos/display":{"type":"string","multi":false,"required":false},"photos/primary":{"type":"boolean","multi":false,"required":false},"photos/type":{"type":"string","multi":false,"required":false},"photos/value":{"type":"reference","multi":false,"required":false},"preferredLanguage":{"type":"string","multi":false,"required":false},"profileUrl":{"type":"reference","multi":false,"required":false},"roles":{"type":"complex","multi":true,"required":false},"roles/display":{"type":"string","multi":false,"required":false},"roles/primary":{"type":"boolean","multi":false,"required":false},"roles/type":{"type":"string","multi":false,"required":false},"roles/value":{"type":"string","multi":false,"required":false},"timezone":{"type":"string","multi":false,"required":false},"title":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Badge/code":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/colour":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/doors":{"type":"string","multi":true,"required":false},"urn:example:2.0:Badge/grade":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/home":{"type":"reference","multi":false,"required":false},"urn:example:2.0:Badge/issuedAt":{"type":"dateTime","multi":false,"required":false},"urn:example:2.0:Badge/keeper":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Badge/keeper/$ref":{"type":"reference","multi":false,"required":false},"urn:example:2.0:Badge/keeper/display":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keeper/value":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys":{"type":"complex","multi":true,"required":false},"urn:example:2.0:Badge/keys/note":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys/primary":{"type":"boolean","multi":false,"required":false},"urn:example:2.0:Badge/keys/type":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys/value":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/label":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/note":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/number":{"type":"integer","multi":false,"required":false},"urn:example:2.0:Badge/photo":{"type":"binary","multi":false,"required":false},"urn:example:2.0:Badge/serial":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/shelf":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/valid":{"type":"boolean","multi":false,"required":false},"urn:example:2.0:Visitor":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Visitor/days":{"type":"string","multi":true,"required":false},"urn:example:2.0:Visitor/host":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"type":"complex","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/costCenter":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/division":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/employeeNumber":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager":{"type":"complex","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/$ref":{"type":"reference","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/displayName":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/organization":{"type":"string","multi":false,"required":false},"userName":{"type":"string","multi":false,"required":true},"userType":{"type":"string","multi":false,"required":false},"x509Certificates":{"type":"complex","multi":true,"required":false},"x509Certificates/display":{"type":"string","multi":false,"required":false},"x509Certificates/primary":{"type":"boolean","multi":false,"required":false},"x509Certificates/type":{"type":"string","multi":false,"required":false},"x509Certificates/value":{"type":"binary","multi":false,"required":false}}}
cursor key	EsCdwH6w1FH1CS3qOz0PdWO7TO55f+63pjAsCmtztF0=
\.

COPY public.signing_keys (generation, kid, private, created, starts) FROM stdin;
\.

COPY public.user_addresses (org, id, ordinal, k_formatted, k_street_address, k_locality, k_region, k_postal_code, k_country, k_type, k_primary) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	0	\N	\N	hollywood	\N	91600	us	work	\N
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	0	\N	\N	hollywood	\N	91601	us	work	\N
1	01a215fe-880a-7000-9df2-a61ddb256e8b	0	\N	\N	hollywood	\N	91602	us	work	\N
1	01a215fe-880f-7000-ab62-95f325cf6b99	0	\N	\N	hollywood	\N	91603	us	work	\N
1	01a215fe-8815-7000-80b6-26f1698e2597	0	\N	\N	hollywood	\N	91604	us	work	\N
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	0	\N	\N	hollywood	\N	91605	us	work	\N
1	01a215fe-881c-7000-9747-d84738e08ae7	0	\N	\N	hollywood	\N	91606	us	work	\N
1	01a215fe-8821-7000-beb5-96d297678d45	0	\N	\N	hollywood	\N	91607	us	work	\N
1	01a215fe-8824-7000-8779-da61d5e0c0e5	0	\N	\N	hollywood	\N	91608	us	work	\N
1	01a215fe-8827-7000-96a0-49ef4f480692	0	\N	\N	hollywood	\N	91609	us	work	\N
1	01a215fe-882a-7000-9b43-d3b648429df9	0	\N	\N	hollywood	\N	91600	us	work	\N
\.

COPY public.user_badge_doors (org, id, ordinal, k_value) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	0	north
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	1	south
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	0	north
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	1	south
1	01a215fe-880a-7000-9df2-a61ddb256e8b	0	north
1	01a215fe-880a-7000-9df2-a61ddb256e8b	1	south
1	01a215fe-880f-7000-ab62-95f325cf6b99	0	north
1	01a215fe-880f-7000-ab62-95f325cf6b99	1	south
1	01a215fe-8815-7000-80b6-26f1698e2597	0	north
1	01a215fe-8815-7000-80b6-26f1698e2597	1	south
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	0	north
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	1	south
\.

COPY public.user_badge_keys (org, id, ordinal, k_value, k_type, k_primary, k_note) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	0	K0	main	\N	note of key 0
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	1	spare	\N	\N	\N
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	0	K1	main	\N	note of key 1
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	1	spare	\N	\N	\N
1	01a215fe-880a-7000-9df2-a61ddb256e8b	0	K2	main	\N	note of key 2
1	01a215fe-880a-7000-9df2-a61ddb256e8b	1	spare	\N	\N	\N
1	01a215fe-880f-7000-ab62-95f325cf6b99	0	K3	main	\N	note of key 3
1	01a215fe-880f-7000-ab62-95f325cf6b99	1	spare	\N	\N	\N
1	01a215fe-8815-7000-80b6-26f1698e2597	0	K4	main	\N	note of key 4
1	01a215fe-8815-7000-80b6-26f1698e2597	1	spare	\N	\N	\N
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	0	K5	main	\N	note of key 5
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	1	spare	\N	\N	\N
\.

COPY public.user_emails (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	0	user.0@example.com	\N	work	t
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	1	0@home.example	\N	home	\N
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	0	user.1@example.com	\N	work	t
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	1	1@home.example	\N	home	\N
1	01a215fe-880a-7000-9df2-a61ddb256e8b	0	user.2@example.com	\N	work	t
1	01a215fe-880a-7000-9df2-a61ddb256e8b	1	2@home.example	\N	home	\N
1	01a215fe-880f-7000-ab62-95f325cf6b99	0	user.3@example.com	\N	work	t
1	01a215fe-880f-7000-ab62-95f325cf6b99	1	3@home.example	\N	home	\N
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	0	user.5@example.com	\N	work	t
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	1	5@home.example	\N	home	\N
1	01a215fe-881c-7000-9747-d84738e08ae7	0	user.6@example.com	\N	work	t
1	01a215fe-881c-7000-9747-d84738e08ae7	1	6@home.example	\N	home	\N
1	01a215fe-8821-7000-beb5-96d297678d45	0	user.7@example.com	\N	work	t
1	01a215fe-8821-7000-beb5-96d297678d45	1	7@home.example	\N	home	\N
1	01a215fe-8824-7000-8779-da61d5e0c0e5	0	user.8@example.com	\N	work	t
1	01a215fe-8824-7000-8779-da61d5e0c0e5	1	8@home.example	\N	home	\N
1	01a215fe-8827-7000-96a0-49ef4f480692	0	user.9@example.com	\N	work	t
1	01a215fe-8827-7000-96a0-49ef4f480692	1	9@home.example	\N	home	\N
1	01a215fe-882a-7000-9b43-d3b648429df9	0	user.10@example.com	\N	work	t
1	01a215fe-882a-7000-9b43-d3b648429df9	1	10@home.example	\N	home	\N
1	01a215fe-8815-7000-80b6-26f1698e2597	0	user.4@example.com	\N	work	t
\.

COPY public.user_entitlements (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_ims (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_phone_numbers (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	0	tel:+1-201-555-0100	\N	work	\N
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	0	tel:+1-201-555-0101	\N	work	\N
1	01a215fe-880a-7000-9df2-a61ddb256e8b	0	tel:+1-201-555-0102	\N	work	\N
1	01a215fe-880f-7000-ab62-95f325cf6b99	0	tel:+1-201-555-0103	\N	work	\N
1	01a215fe-8815-7000-80b6-26f1698e2597	0	tel:+1-201-555-0104	\N	work	\N
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	0	tel:+1-201-555-0105	\N	work	\N
1	01a215fe-881c-7000-9747-d84738e08ae7	0	tel:+1-201-555-0106	\N	work	\N
1	01a215fe-8821-7000-beb5-96d297678d45	0	tel:+1-201-555-0107	\N	work	\N
1	01a215fe-8824-7000-8779-da61d5e0c0e5	0	tel:+1-201-555-0108	\N	work	\N
1	01a215fe-8827-7000-96a0-49ef4f480692	0	tel:+1-201-555-0109	\N	work	\N
1	01a215fe-882a-7000-9b43-d3b648429df9	0	tel:+1-201-555-0110	\N	work	\N
\.

COPY public.user_photos (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_roles (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	0	guide	\N	\N	\N
1	01a215fe-8815-7000-80b6-26f1698e2597	0	guide	\N	\N	\N
1	01a215fe-8824-7000-8779-da61d5e0c0e5	0	guide	\N	\N	\N
\.

COPY public.user_visitor_days (org, id, ordinal, k_value) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	0	mon
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	1	tue
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	0	mon
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	1	tue
1	01a215fe-880a-7000-9df2-a61ddb256e8b	0	mon
1	01a215fe-880a-7000-9df2-a61ddb256e8b	1	tue
1	01a215fe-880f-7000-ab62-95f325cf6b99	0	mon
1	01a215fe-880f-7000-ab62-95f325cf6b99	1	tue
1	01a215fe-8815-7000-80b6-26f1698e2597	0	mon
1	01a215fe-8815-7000-80b6-26f1698e2597	1	tue
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	0	mon
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	1	tue
\.

COPY public.user_x509_certificates (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-880a-7000-9df2-a61ddb256e8b	0	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	\N	\N
\.

COPY public.users (org, id, version, created, last_modified, document, secrets, has_enterprise_user, has_badge, has_visitor, k_external_id, k_user_name, k_name_formatted, k_name_family_name, k_name_given_name, k_name_middle_name, k_name_honorific_prefix, k_name_honorific_suffix, k_display_name, k_nick_name, k_profile_url, k_title, k_user_type, k_preferred_language, k_locale, k_timezone, k_active, k_enterprise_user_employee_number, k_enterprise_user_cost_center, k_enterprise_user_organization, k_enterprise_user_division, k_enterprise_user_department, k_enterprise_user_manager_value, k_enterprise_user_manager_ref, k_enterprise_user_manager_display_name, k_badge_number, k_badge_label, k_badge_issued_at, k_badge_valid, k_badge_photo, k_badge_home, k_badge_colour, k_badge_serial, k_badge_grade, k_badge_note, k_badge_code, k_badge_keeper_value, k_badge_keeper_ref, k_badge_keeper_display, k_badge_shelf, k_visitor_host, retired) FROM stdin;
1	01a215fe-87e3-7000-9bf2-a5e2c116e5de	1	1795665332195000	1795665332195000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a215fe-87e3-7000-9bf2-a5e2c116e5de","externalId":"e-0","userName":"User.0@Example.com","name":{"familyName":"Straße","givenName":"Given 0"},"displayName":"Given 0","title":"Title 0","active":true,"emails":[{"value":"user.0@example.com","type":"work","primary":true},{"value":"0@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0100","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91600","country":"US","type":"work"}],"roles":[{"value":"guide"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"700","department":"Tours"},"urn:example:2.0:Badge":{"number":0,"label":"Label 0","doors":["North","South"],"colour":"Red","serial":"Serial-0","note":"note-0","code":"code-0","keys":[{"value":"K0","type":"main","note":"note of key 0"},{"value":"spare"}],"shelf":"S0"},"urn:example:2.0:Visitor":{"host":"host-0","days":["mon","tue"]}}	\N	t	t	t	e-0	user.0@example.com	\N	strasse	given 0	\N	\N	\N	given 0	\N	\N	title 0	\N	\N	\N	\N	t	700	\N	\N	\N	tours	\N	\N	\N	0	label 0	\N	\N	\N	\N	red	serial-0	\N	note-0	code-0	\N	\N	\N	s0	host-0	\N
1	01a215fe-87ea-7000-9e58-aeeb952b9e6c	1	1795665332228000	1795665332228000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a215fe-87ea-7000-9e58-aeeb952b9e6c","externalId":"e-1","userName":"User.1@Example.com","name":{"familyName":"Ünsal","givenName":"Given 1"},"displayName":"Given 1","title":"Title 1","active":true,"emails":[{"value":"user.1@example.com","type":"work","primary":true},{"value":"1@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0101","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91601","country":"US","type":"work"}],"urn:example:2.0:Badge":{"number":1,"label":"Label 1","doors":["North","South"],"colour":"Red","serial":"Serial-1","note":"note-1","code":"code-1","keys":[{"value":"K1","type":"main","note":"note of key 1"},{"value":"spare"}],"shelf":"S1"},"urn:example:2.0:Visitor":{"host":"host-1","days":["mon","tue"]}}	{"password":"$argon2id$v=19$m=19456,t=2,p=1$1jfYEs5gUeps1l/xsxNAHw$a4k3hZsdOaAgPNRxCFZVeClz1sSVxtZZKTYjeybjd6c"}	f	t	t	e-1	user.1@example.com	\N	ünsal	given 1	\N	\N	\N	given 1	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	1	label 1	\N	\N	\N	\N	red	serial-1	\N	note-1	code-1	\N	\N	\N	s1	host-1	\N
1	01a215fe-880a-7000-9df2-a61ddb256e8b	1	1795665332234000	1795665332234000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a215fe-880a-7000-9df2-a61ddb256e8b","externalId":"e-2","userName":"User.2@Example.com","name":{"familyName":"Straße","givenName":"Given 2"},"displayName":"Given 2","title":"Title 2","active":true,"emails":[{"value":"user.2@example.com","type":"work","primary":true},{"value":"2@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0102","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91602","country":"US","type":"work"}],"x509Certificates":[{"value":"TWE="}],"urn:example:2.0:Badge":{"number":2,"label":"Label 2","doors":["North","South"],"colour":"Red","serial":"Serial-2","note":"note-2","code":"code-2","keys":[{"value":"K2","type":"main","note":"note of key 2"},{"value":"spare"}],"shelf":"S2"},"urn:example:2.0:Visitor":{"host":"host-2","days":["mon","tue"]}}	\N	f	t	t	e-2	user.2@example.com	\N	strasse	given 2	\N	\N	\N	given 2	\N	\N	title 2	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	2	label 2	\N	\N	\N	\N	red	serial-2	\N	note-2	code-2	\N	\N	\N	s2	host-2	\N
1	01a215fe-8821-7000-beb5-96d297678d45	1	1795665332257000	1795665332257000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a215fe-8821-7000-beb5-96d297678d45","externalId":"e-7","userName":"User.7@Example.com","name":{"familyName":"Ünsal","givenName":"Given 7"},"displayName":"Given 7","title":"Title 1","active":true,"emails":[{"value":"user.7@example.com","type":"work","primary":true},{"value":"7@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0107","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91607","country":"US","type":"work"}]}	\N	f	f	f	e-7	user.7@example.com	\N	ünsal	given 7	\N	\N	\N	given 7	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8815-7000-80b6-26f1698e2597	2	1795665332245000	1795665332294000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a215fe-8815-7000-80b6-26f1698e2597","externalId":"e-4","userName":"User.4@Example.com","name":{"familyName":"Straße","givenName":"Given 4"},"displayName":"Given 4","title":"Title 1","active":true,"emails":[{"value":"user.4@example.com","type":"work","primary":true}],"phoneNumbers":[{"value":"tel:+1-201-555-0104","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91604","country":"US","type":"work"}],"roles":[{"value":"guide"}],"urn:example:2.0:Badge":{"number":4,"label":"Label 4","doors":["North","South"],"colour":"Red","serial":"Serial-4","note":"note-4","code":"code-4","keys":[{"value":"K4","type":"main","note":"note of key 4"},{"value":"spare"}],"shelf":"S4"},"urn:example:2.0:Visitor":{"host":"host-4","days":["mon","tue"]}}	\N	f	t	t	e-4	user.4@example.com	\N	strasse	given 4	\N	\N	\N	given 4	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	4	label 4	\N	\N	\N	\N	red	serial-4	\N	note-4	code-4	\N	\N	\N	s4	host-4	\N
1	01a215fe-8819-7000-a7a0-e5dac4de32cd	1	1795665332249000	1795665332249000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a215fe-8819-7000-a7a0-e5dac4de32cd","externalId":"e-5","userName":"User.5@Example.com","name":{"familyName":"Ünsal","givenName":"Given 5"},"displayName":"Given 5","title":"Title 2","active":false,"emails":[{"value":"user.5@example.com","type":"work","primary":true},{"value":"5@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0105","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91605","country":"US","type":"work"}],"urn:example:2.0:Badge":{"number":5,"label":"Label 5","doors":["North","South"],"colour":"Red","serial":"Serial-5","note":"note-5","code":"code-5","keys":[{"value":"K5","type":"main","note":"note of key 5"},{"value":"spare"}],"shelf":"S5"},"urn:example:2.0:Visitor":{"host":"host-5","days":["mon","tue"]}}	\N	f	t	t	e-5	user.5@example.com	\N	ünsal	given 5	\N	\N	\N	given 5	\N	\N	title 2	\N	\N	\N	\N	f	\N	\N	\N	\N	\N	\N	\N	\N	5	label 5	\N	\N	\N	\N	red	serial-5	\N	note-5	code-5	\N	\N	\N	s5	host-5	\N
1	01a215fe-8824-7000-8779-da61d5e0c0e5	1	1795665332260000	1795665332260000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a215fe-8824-7000-8779-da61d5e0c0e5","externalId":"e-8","userName":"User.8@Example.com","name":{"familyName":"Straße","givenName":"Given 8"},"displayName":"Given 8","title":"Title 2","active":true,"emails":[{"value":"user.8@example.com","type":"work","primary":true},{"value":"8@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0108","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91608","country":"US","type":"work"}],"roles":[{"value":"guide"}]}	\N	f	f	f	e-8	user.8@example.com	\N	strasse	given 8	\N	\N	\N	given 8	\N	\N	title 2	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-881c-7000-9747-d84738e08ae7	1	1795665332253000	1795665332253000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"01a215fe-881c-7000-9747-d84738e08ae7","externalId":"e-6","userName":"User.6@Example.com","name":{"familyName":"Straße","givenName":"Given 6"},"displayName":"Given 6","title":"Title 0","active":true,"emails":[{"value":"user.6@example.com","type":"work","primary":true},{"value":"6@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0106","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91606","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"706","department":"Tours","manager":{"value":"01a215fe-87e3-7000-9bf2-a5e2c116e5de","$ref":"User/01a215fe-87e3-7000-9bf2-a5e2c116e5de"}}}	\N	t	f	f	e-6	user.6@example.com	\N	strasse	given 6	\N	\N	\N	given 6	\N	\N	title 0	\N	\N	\N	\N	t	706	\N	\N	\N	tours	01a215fe-87e3-7000-9bf2-a5e2c116e5de	User/01a215fe-87e3-7000-9bf2-a5e2c116e5de	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8827-7000-96a0-49ef4f480692	1	1795665332263000	1795665332263000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"01a215fe-8827-7000-96a0-49ef4f480692","externalId":"e-9","userName":"User.9@Example.com","name":{"familyName":"Ünsal","givenName":"Given 9"},"displayName":"Given 9","title":"Title 0","active":true,"emails":[{"value":"user.9@example.com","type":"work","primary":true},{"value":"9@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0109","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91609","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"709","department":"Tours","manager":{"value":"01a215fe-87e3-7000-9bf2-a5e2c116e5de","$ref":"User/01a215fe-87e3-7000-9bf2-a5e2c116e5de"}}}	\N	t	f	f	e-9	user.9@example.com	\N	ünsal	given 9	\N	\N	\N	given 9	\N	\N	title 0	\N	\N	\N	\N	t	709	\N	\N	\N	tours	01a215fe-87e3-7000-9bf2-a5e2c116e5de	User/01a215fe-87e3-7000-9bf2-a5e2c116e5de	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-882a-7000-9b43-d3b648429df9	1	1795665332266000	1795665332266000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a215fe-882a-7000-9b43-d3b648429df9","externalId":"e-10","userName":"User.10@Example.com","name":{"familyName":"Straße","givenName":"Given 10"},"displayName":"Given 10","title":"Title 1","active":true,"emails":[{"value":"user.10@example.com","type":"work","primary":true},{"value":"10@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0110","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91600","country":"US","type":"work"}]}	\N	f	f	f	e-10	user.10@example.com	\N	strasse	given 10	\N	\N	\N	given 10	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-880f-7000-ab62-95f325cf6b99	2	1795665332239000	1795665332289000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","urn:example:2.0:Badge","urn:example:2.0:Visitor"],"id":"01a215fe-880f-7000-ab62-95f325cf6b99","externalId":"e-3","userName":"User.3@Example.com","name":{"familyName":"Ünsal","givenName":"Given 3"},"displayName":"Given 3","title":"Patched","active":true,"emails":[{"value":"user.3@example.com","type":"work","primary":true},{"value":"3@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0103","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91603","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"703","department":"Tours","manager":{"value":"01a215fe-87e3-7000-9bf2-a5e2c116e5de","$ref":"User/01a215fe-87e3-7000-9bf2-a5e2c116e5de"}},"urn:example:2.0:Badge":{"number":3,"label":"Label 3","doors":["North","South"],"colour":"Red","serial":"Serial-3","note":"note-3","code":"code-3","keys":[{"value":"K3","type":"main","note":"note of key 3"},{"value":"spare"}],"shelf":"S3"},"urn:example:2.0:Visitor":{"host":"host-3","days":["mon","tue"]}}	\N	t	t	t	e-3	user.3@example.com	\N	ünsal	given 3	\N	\N	\N	given 3	\N	\N	patched	\N	\N	\N	\N	t	703	\N	\N	\N	tours	01a215fe-87e3-7000-9bf2-a5e2c116e5de	User/01a215fe-87e3-7000-9bf2-a5e2c116e5de	\N	3	label 3	\N	\N	\N	\N	red	serial-3	\N	note-3	code-3	\N	\N	\N	s3	host-3	\N
\.

SELECT pg_catalog.setval('public.outbox_sequence_seq', 37, true);

SELECT pg_catalog.setval('public.requests_sequence_seq', 46, true);

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
