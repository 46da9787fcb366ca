CREATE TABLE public.agent_applications (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_ref text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C"
);

CREATE TABLE public.agent_entitlements (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.agent_owners (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_ref text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C"
);

CREATE TABLE public.agent_protocols (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_type text COLLATE pg_catalog."C",
    k_specification_url text COLLATE pg_catalog."C"
);

CREATE TABLE public.agent_roles (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.agent_x509_certificates (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_primary boolean
);

CREATE TABLE public.agentic_application_agents (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_ref text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C"
);

CREATE TABLE public.agentic_application_application_urls (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_type text COLLATE pg_catalog."C",
    k_primary boolean,
    k_value text COLLATE pg_catalog."C",
    k_description text COLLATE pg_catalog."C"
);

CREATE TABLE public.agentic_application_external_identifiers (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_type text COLLATE pg_catalog."C",
    k_value text COLLATE pg_catalog."C",
    k_system text COLLATE pg_catalog."C"
);

CREATE TABLE public.agentic_application_o_auth_configuration (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_client_id text COLLATE pg_catalog."C",
    k_description text COLLATE pg_catalog."C",
    k_audience_uri text COLLATE pg_catalog."C",
    k_issuer_uri text COLLATE pg_catalog."C"
);

CREATE TABLE public.agentic_applications (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    k_external_id text COLLATE pg_catalog."C",
    k_name text COLLATE pg_catalog."C",
    k_display_name text COLLATE pg_catalog."C",
    k_description text COLLATE pg_catalog."C",
    k_active boolean,
    k_last_accessed bigint,
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

CREATE TABLE public.agents (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    k_external_id text COLLATE pg_catalog."C",
    k_name text COLLATE pg_catalog."C",
    k_display_name text COLLATE pg_catalog."C",
    k_description text COLLATE pg_catalog."C",
    k_agent_type text COLLATE pg_catalog."C",
    k_active boolean,
    k_subject text COLLATE pg_catalog."C",
    k_parent_value text COLLATE pg_catalog."C",
    k_parent_ref text COLLATE pg_catalog."C",
    k_parent_display text COLLATE pg_catalog."C",
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

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

CREATE TABLE public.device_ble_extension_pairing_methods (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.device_ble_extension_separate_broadcast_address (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.device_ble_extension_version_support (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.device_dpp_extension_bootstrapping_method (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.device_dpp_extension_class_channel (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.device_endpoint_apps_ext_applications (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C",
    k_ref text COLLATE pg_catalog."C"
);

CREATE TABLE public.device_zigbee_extension_version_support (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.devices (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    has_ble_extension boolean,
    has_null_pairing boolean,
    has_pairing_just_works boolean,
    has_pairing_pass_key boolean,
    has_pairing_oob boolean,
    has_dpp_extension boolean,
    has_ethernet_mab_extension boolean,
    has_fdo_extension boolean,
    has_zigbee_extension boolean,
    has_endpoint_apps_ext boolean,
    k_external_id text COLLATE pg_catalog."C",
    k_display_name text COLLATE pg_catalog."C",
    k_active boolean,
    k_mud_url text COLLATE pg_catalog."C",
    k_ble_extension_device_mac_address text COLLATE pg_catalog."C",
    k_ble_extension_is_random boolean,
    k_ble_extension_mobility boolean,
    k_pairing_just_works_key bigint,
    k_pairing_pass_key_key bigint,
    k_pairing_oob_key text COLLATE pg_catalog."C",
    k_pairing_oob_random_number bigint,
    k_pairing_oob_confirmation_number bigint,
    k_dpp_extension_dpp_version bigint,
    k_dpp_extension_device_mac_address text COLLATE pg_catalog."C",
    k_dpp_extension_serial_number text COLLATE pg_catalog."C",
    k_ethernet_mab_extension_device_mac_address text COLLATE pg_catalog."C",
    k_zigbee_extension_device_eui64_address text COLLATE pg_catalog."C",
    k_endpoint_apps_ext_device_control_enterprise_endpoint text COLLATE pg_catalog."C",
    k_endpoint_apps_ext_telemetry_enterprise_endpoint text COLLATE pg_catalog."C",
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

CREATE TABLE public.endpoint_apps (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    k_external_id text COLLATE pg_catalog."C",
    k_application_type text COLLATE pg_catalog."C",
    k_application_name text COLLATE pg_catalog."C",
    k_certificate_info_root_ca text COLLATE pg_catalog."C",
    k_certificate_info_subject_name text COLLATE pg_catalog."C",
    k_client_token text COLLATE pg_catalog."C",
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

CREATE TABLE public.entitlement_contained_by (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.entitlement_contains (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.entitlements (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    k_external_id text COLLATE pg_catalog."C",
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_supported boolean,
    k_limited_assignments_permitted boolean,
    k_total_assignments_permitted bigint,
    k_total_assignments_used bigint,
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

CREATE TABLE public.gadget_fixed_many (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
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
    k_ratio double precision,
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
    retired text COLLATE pg_catalog."C",
    k_never text COLLATE pg_catalog."C",
    k_old text COLLATE pg_catalog."C",
    k_one_decimal bigint,
    k_self bigint
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

CREATE TABLE public.role_contained_by (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.role_contains (
    org bigint NOT NULL,
    id uuid NOT NULL,
    ordinal integer NOT NULL,
    k_value text COLLATE pg_catalog."C"
);

CREATE TABLE public.roles (
    org bigint NOT NULL,
    id uuid NOT NULL,
    version bigint NOT NULL,
    created bigint NOT NULL,
    last_modified bigint NOT NULL,
    document text NOT NULL COLLATE pg_catalog."C",
    secrets text COLLATE pg_catalog."C",
    k_external_id text COLLATE pg_catalog."C",
    k_value text COLLATE pg_catalog."C",
    k_display text COLLATE pg_catalog."C",
    k_type text COLLATE pg_catalog."C",
    k_supported boolean,
    k_limited_assignments_permitted boolean,
    k_total_assignments_permitted bigint,
    k_total_assignments_used bigint,
    retired text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

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
    k_depth bigint,
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
    retired text COLLATE pg_catalog."C",
    has_visitor boolean,
    k_badge_code text COLLATE pg_catalog."C",
    k_badge_shelf text COLLATE pg_catalog."C",
    k_visitor_host text COLLATE pg_catalog."C"
)
WITH (fillfactor='85');

COPY public.agent_applications (org, id, ordinal, k_value, k_ref, k_display) FROM stdin;
\.

COPY public.agent_entitlements (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.agent_owners (org, id, ordinal, k_value, k_ref, k_display) FROM stdin;
\.

COPY public.agent_protocols (org, id, ordinal, k_type, k_specification_url) FROM stdin;
\.

COPY public.agent_roles (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.agent_x509_certificates (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.agentic_application_agents (org, id, ordinal, k_value, k_ref, k_display, k_type) FROM stdin;
\.

COPY public.agentic_application_application_urls (org, id, ordinal, k_type, k_primary, k_value, k_description) FROM stdin;
\.

COPY public.agentic_application_external_identifiers (org, id, ordinal, k_type, k_value, k_system) FROM stdin;
\.

COPY public.agentic_application_o_auth_configuration (org, id, ordinal, k_client_id, k_description, k_audience_uri, k_issuer_uri) FROM stdin;
\.

COPY public.agentic_applications (org, id, version, created, last_modified, document, secrets, k_external_id, k_name, k_display_name, k_description, k_active, k_last_accessed, retired) FROM stdin;
\.

COPY public.agents (org, id, version, created, last_modified, document, secrets, k_external_id, k_name, k_display_name, k_description, k_agent_type, k_active, k_subject, k_parent_value, k_parent_ref, k_parent_display, retired) FROM stdin;
\.

COPY public.assertions (org, client, mark, expires) FROM stdin;
\.

COPY public.counters (org, resource_type, slot, total) FROM stdin;
1	User	1	1
1	User	2	1
1	User	13	3
1	User	0	1
1	User	15	1
1	User	11	1
1	Group	3	1
1	Group	10	1
1	Group	5	1
1	User	8	3
1	Gadget	0	1
1	Gadget	6	1
1	Gadget	1	1
1	Gadget	7	1
1	Gadget	11	1
1	Gadget	10	1
\.

COPY public.credentials (id, org, kind, name, hash, keys, scopes, created, creator, expires, revoked, last_used, last_used_from, subject_type, subject) FROM stdin;
01a215fe-8d3a-7000-afe1-7731b239f3dd	1	token	first	8c5aa4e5402a5a2093406ddd5b2d47d0b501f9e274870b89af9edfc4110a683d	\N	read write	1795665333562000	start	1827201333562000	\N	1795665333731000	127.0.0.1	\N	\N
\.

COPY public.device_ble_extension_pairing_methods (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.device_ble_extension_separate_broadcast_address (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.device_ble_extension_version_support (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.device_dpp_extension_bootstrapping_method (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.device_dpp_extension_class_channel (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.device_endpoint_apps_ext_applications (org, id, ordinal, k_value, k_ref) FROM stdin;
\.

COPY public.device_zigbee_extension_version_support (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.devices (org, id, version, created, last_modified, document, secrets, has_ble_extension, has_null_pairing, has_pairing_just_works, has_pairing_pass_key, has_pairing_oob, has_dpp_extension, has_ethernet_mab_extension, has_fdo_extension, has_zigbee_extension, has_endpoint_apps_ext, k_external_id, k_display_name, k_active, k_mud_url, k_ble_extension_device_mac_address, k_ble_extension_is_random, k_ble_extension_mobility, k_pairing_just_works_key, k_pairing_pass_key_key, k_pairing_oob_key, k_pairing_oob_random_number, k_pairing_oob_confirmation_number, k_dpp_extension_dpp_version, k_dpp_extension_device_mac_address, k_dpp_extension_serial_number, k_ethernet_mab_extension_device_mac_address, k_zigbee_extension_device_eui64_address, k_endpoint_apps_ext_device_control_enterprise_endpoint, k_endpoint_apps_ext_telemetry_enterprise_endpoint, retired) FROM stdin;
\.

COPY public.endpoint_apps (org, id, version, created, last_modified, document, secrets, k_external_id, k_application_type, k_application_name, k_certificate_info_root_ca, k_certificate_info_subject_name, k_client_token, retired) FROM stdin;
\.

COPY public.entitlement_contained_by (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.entitlement_contains (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.entitlements (org, id, version, created, last_modified, document, secrets, k_external_id, k_value, k_display, k_type, k_supported, k_limited_assignments_permitted, k_total_assignments_permitted, k_total_assignments_used, retired) FROM stdin;
\.

COPY public.gadget_fixed_many (org, id, ordinal, k_value) FROM stdin;
1	01a215fe-8e57-7000-b427-17d870f920b0	0	first
1	01a215fe-8e57-7000-b427-17d870f920b0	1	many-0
1	01a215fe-8e5d-7000-9dd9-b4196f11feb6	0	first
1	01a215fe-8e5d-7000-9dd9-b4196f11feb6	1	many-1
1	01a215fe-8e61-7000-a89b-79d781412231	0	first
1	01a215fe-8e61-7000-a89b-79d781412231	1	many-2
1	01a215fe-8e66-7000-81cc-da8b5202a427	0	first
1	01a215fe-8e66-7000-81cc-da8b5202a427	1	many-3
1	01a215fe-8e69-7000-92da-e99d805dea7b	0	first
1	01a215fe-8e69-7000-92da-e99d805dea7b	1	many-4
1	01a215fe-8e6c-7000-baa7-b72bfc20bf5a	0	first
1	01a215fe-8e6c-7000-baa7-b72bfc20bf5a	1	many-5
\.

COPY public.gadget_friends (org, id, ordinal, k_value, k_ref, k_display) FROM stdin;
\.

COPY public.gadget_gadget_items (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_inner_many (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.gadget_items (org, id, ordinal, k_value, k_type, k_primary, k_display, k_count, k_ratio, k_when, k_bytes, k_link, k_note) FROM stdin;
1	01a215fe-8e57-7000-b427-17d870f920b0	0	i0	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e57-7000-b427-17d870f920b0	1	j	b	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e5d-7000-9dd9-b4196f11feb6	0	i1	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e5d-7000-9dd9-b4196f11feb6	1	j	b	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e61-7000-a89b-79d781412231	0	i2	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e61-7000-a89b-79d781412231	1	j	b	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e66-7000-81cc-da8b5202a427	0	i3	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e66-7000-81cc-da8b5202a427	1	j	b	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e69-7000-92da-e99d805dea7b	0	i4	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e69-7000-92da-e99d805dea7b	1	j	b	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e6c-7000-baa7-b72bfc20bf5a	0	i5	\N	\N	\N	\N	\N	\N	\N	\N	\N
1	01a215fe-8e6c-7000-baa7-b72bfc20bf5a	1	j	b	\N	\N	\N	\N	\N	\N	\N	\N
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
\.

COPY public.gadget_olds (org, id, ordinal, k_value, k_note) FROM stdin;
\.

COPY public.gadget_parts (org, owner, member, member_type, display, k_display) FROM stdin;
\.

COPY public.gadgets (org, id, version, created, last_modified, document, secrets, label, has_gadget, k_external_id, k_one_string, k_one_boolean, k_one_integer, k_one_date_time, k_one_binary, k_one_reference, k_unique_string, k_unique_decimal, k_unique_integer, k_unique_date_time, k_unique_binary, k_unique_reference, k_name, k_exact, k_global, k_fixed, k_server, k_always, k_request, k_inner_value, k_inner_type, k_inner_primary, k_inner_display, k_inner_count, k_inner_ratio, k_inner_when, k_inner_bytes, k_inner_link, k_owner_value, k_owner_ref, k_owner_display, k_parent_value, k_parent_ref, k_parent_display, k_type, k_self2, k_gen, k_async, k_match, k_crate, k_super, k_try, k_document, k_version, k_org, k_label, k_x_y, k_x_y_2, k_gadget_name, k_gadget_id, k_gadget_one_string, k_gadget_fixed, retired, k_never, k_old, k_one_decimal, k_self) FROM stdin;
1	01a215fe-8e57-7000-b427-17d870f920b0	1	1795665333847000	1795665333847000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8e57-7000-b427-17d870f920b0","externalId":"gadget-0","one-boolean":true,"unique_string":"unique-0","name":"Gadget 0","always":"A","items":[{"value":"i0"},{"value":"j","type":"b"}],"x_y":"under-0","urn:example:2.0:Gadget:Extra":{"name":"extra-0"}}	\N	Gadget 0	t	gadget-0	\N	t	\N	\N	\N	\N	unique-0	\N	\N	\N	\N	\N	gadget 0	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	under-0	under-0	extra-0	\N	\N	\N	{"Self2":"Self Two 0","fixedMany":["First","many-0"],"items/ratio":[{"of":{"value":"i0"},"value":0.5}],"x-y":"dash-0"}	\N	\N	\N	\N
1	01a215fe-8e5d-7000-9dd9-b4196f11feb6	1	1795665333853000	1795665333853000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8e5d-7000-9dd9-b4196f11feb6","externalId":"gadget-1","one-boolean":true,"unique_string":"unique-1","name":"Gadget 1","always":"A","items":[{"value":"i1"},{"value":"j","type":"b"}],"x_y":"under-1","urn:example:2.0:Gadget:Extra":{"name":"extra-1"}}	\N	Gadget 1	t	gadget-1	\N	t	\N	\N	\N	\N	unique-1	\N	\N	\N	\N	\N	gadget 1	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	under-1	under-1	extra-1	\N	\N	\N	{"Self2":"Self Two 1","fixedMany":["First","many-1"],"items/ratio":[{"of":{"value":"i1"},"value":1.5}],"x-y":"dash-1"}	\N	\N	\N	\N
1	01a215fe-8e61-7000-a89b-79d781412231	1	1795665333857000	1795665333857000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8e61-7000-a89b-79d781412231","externalId":"gadget-2","one-boolean":true,"unique_string":"unique-2","name":"Gadget 2","always":"A","items":[{"value":"i2"},{"value":"j","type":"b"}],"x_y":"under-2","urn:example:2.0:Gadget:Extra":{"name":"extra-2"}}	\N	Gadget 2	t	gadget-2	\N	t	\N	\N	\N	\N	unique-2	\N	\N	\N	\N	\N	gadget 2	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	under-2	under-2	extra-2	\N	\N	\N	{"Self2":"Self Two 2","fixedMany":["First","many-2"],"items/ratio":[{"of":{"value":"i2"},"value":2.5}],"x-y":"dash-2"}	\N	\N	\N	\N
1	01a215fe-8e66-7000-81cc-da8b5202a427	1	1795665333862000	1795665333862000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8e66-7000-81cc-da8b5202a427","externalId":"gadget-3","one-boolean":true,"unique_string":"unique-3","name":"Gadget 3","always":"A","items":[{"value":"i3"},{"value":"j","type":"b"}],"x_y":"under-3","urn:example:2.0:Gadget:Extra":{"name":"extra-3"}}	\N	Gadget 3	t	gadget-3	\N	t	\N	\N	\N	\N	unique-3	\N	\N	\N	\N	\N	gadget 3	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	under-3	under-3	extra-3	\N	\N	\N	{"Self2":"Self Two 3","fixedMany":["First","many-3"],"items/ratio":[{"of":{"value":"i3"},"value":3.5}],"x-y":"dash-3"}	\N	\N	\N	\N
1	01a215fe-8e69-7000-92da-e99d805dea7b	1	1795665333865000	1795665333865000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8e69-7000-92da-e99d805dea7b","externalId":"gadget-4","one-boolean":true,"unique_string":"unique-4","name":"Gadget 4","always":"A","items":[{"value":"i4"},{"value":"j","type":"b"}],"x_y":"under-4","urn:example:2.0:Gadget:Extra":{"name":"extra-4"}}	\N	Gadget 4	t	gadget-4	\N	t	\N	\N	\N	\N	unique-4	\N	\N	\N	\N	\N	gadget 4	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	under-4	under-4	extra-4	\N	\N	\N	{"Self2":"Self Two 4","fixedMany":["First","many-4"],"items/ratio":[{"of":{"value":"i4"},"value":4.5}],"x-y":"dash-4"}	\N	\N	\N	\N
1	01a215fe-8e6c-7000-baa7-b72bfc20bf5a	1	1795665333868000	1795665333868000	{"schemas":["urn:example:2.0:Gadget","urn:example:2.0:Gadget:Extra"],"id":"01a215fe-8e6c-7000-baa7-b72bfc20bf5a","externalId":"gadget-5","one-boolean":true,"unique_string":"unique-5","name":"Gadget 5","always":"A","items":[{"value":"i5"},{"value":"j","type":"b"}],"x_y":"under-5","urn:example:2.0:Gadget:Extra":{"name":"extra-5"}}	\N	Gadget 5	t	gadget-5	\N	t	\N	\N	\N	\N	unique-5	\N	\N	\N	\N	\N	gadget 5	\N	\N	\N	\N	a	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	under-5	under-5	extra-5	\N	\N	\N	{"Self2":"Self Two 5","fixedMany":["First","many-5"],"items/ratio":[{"of":{"value":"i5"},"value":5.5}],"x-y":"dash-5"}	\N	\N	\N	\N
\.

COPY public.group_members (org, owner, member, member_type, display, k_display) FROM stdin;
1	01a215fe-8e31-7000-9cd3-9c82499656d3	01a215fe-8de3-7000-b717-c3d5fcf7618d	User	\N	\N
1	01a215fe-8e31-7000-9cd3-9c82499656d3	01a215fe-8dec-7000-a6d8-a6f3f72aee61	User	\N	\N
1	01a215fe-8e31-7000-9cd3-9c82499656d3	01a215fe-8e0e-7000-9b6c-ac72ab652edd	User	\N	\N
1	01a215fe-8e31-7000-9cd3-9c82499656d3	01a215fe-8e13-7000-aebc-83c78a230e88	User	\N	\N
1	01a215fe-8e31-7000-9cd3-9c82499656d3	01a215fe-8e16-7000-8791-0752651df812	User	\N	\N
1	01a215fe-8e31-7000-9cd3-9c82499656d3	01a215fe-8e1a-7000-9e52-abe1202272ed	User	\N	\N
1	01a215fe-8e3c-7000-ae80-c24e001ef5ca	01a215fe-8e1d-7000-b92e-413fa5f9ab60	User	\N	\N
1	01a215fe-8e3c-7000-ae80-c24e001ef5ca	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	User	\N	\N
1	01a215fe-8e3c-7000-ae80-c24e001ef5ca	01a215fe-8e23-7000-a95b-cdef5698e03f	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e31-7000-9cd3-9c82499656d3	Group	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8de3-7000-b717-c3d5fcf7618d	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8dec-7000-a6d8-a6f3f72aee61	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e0e-7000-9b6c-ac72ab652edd	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e13-7000-aebc-83c78a230e88	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e16-7000-8791-0752651df812	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e1a-7000-9e52-abe1202272ed	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e1d-7000-b92e-413fa5f9ab60	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e23-7000-a95b-cdef5698e03f	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e26-7000-bc00-e58f5ad7c41b	User	\N	\N
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	01a215fe-8e29-7000-812a-23177f7b55d8	User	\N	\N
\.

COPY public.group_team_label (org, id, ordinal, k_value) FROM stdin;
1	01a215fe-8e31-7000-9cd3-9c82499656d3	0	a
1	01a215fe-8e31-7000-9cd3-9c82499656d3	1	b
1	01a215fe-8e3c-7000-ae80-c24e001ef5ca	0	a
1	01a215fe-8e3c-7000-ae80-c24e001ef5ca	1	b
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	0	a
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	1	b
\.

COPY public.groups (org, id, version, created, last_modified, document, secrets, label, has_team, k_external_id, k_display_name, k_team_motto, k_team_founded, k_team_budget, k_team_number, k_team_lead_value, k_team_lead_ref, k_team_lead_display, retired) FROM stdin;
1	01a215fe-8e31-7000-9cd3-9c82499656d3	1	1795665333813000	1795665333813000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a215fe-8e31-7000-9cd3-9c82499656d3","externalId":"g-0","displayName":"Group 0"}	\N	Group 0	t	g-0	group 0	motto 0	\N	\N	0	\N	\N	\N	{"urn:example:2.0:Team":{"label":["a","B"],"motto":"Motto 0","number":0}}
1	01a215fe-8e3c-7000-ae80-c24e001ef5ca	1	1795665333822000	1795665333822000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a215fe-8e3c-7000-ae80-c24e001ef5ca","externalId":"g-1","displayName":"Group 1"}	\N	Group 1	t	g-1	group 1	motto 1	\N	\N	1	\N	\N	\N	{"urn:example:2.0:Team":{"label":["a","B"],"motto":"Motto 1","number":1}}
1	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	2	1795665333828000	1795665333843000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],"id":"01a215fe-8e42-7000-98d2-2ebfc1f5edd5","externalId":"g-2","displayName":"Group 2"}	\N	Group 2	t	g-2	group 2	motto 2	\N	\N	2	\N	\N	\N	{"urn:example:2.0:Team":{"label":["a","B"],"motto":"Motto 2","number":2}}
\.

COPY public.organisations (id, name, created, display_name, suspended, deleted, settings) FROM stdin;
1	default	1795665333562000	\N	\N	\N	\N
\.

COPY public.outbox (sequence, org, resource_type, id, version, operation, changes, at, target, credential, actor, source, request, refused) FROM stdin;
1	0	organisation	00000000-0000-0000-0000-000000000001	0	create	\N	1795665333562000	default	\N	start	\N		\N
2	1	credential	01a215fe-8d3a-7000-afe1-7731b239f3dd	0	create	\N	1795665333562000	first	\N	start	\N		\N
3	1	User	01a215fe-8de3-7000-b717-c3d5fcf7618d	1	create	\N	1795665333731000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000000	\N
4	1	User	01a215fe-8dec-7000-a6d8-a6f3f72aee61	1	create	\N	1795665333768000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000001	\N
5	1	User	01a215fe-8e0e-7000-9b6c-ac72ab652edd	1	create	\N	1795665333774000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000002	\N
6	1	User	01a215fe-8e13-7000-aebc-83c78a230e88	1	create	\N	1795665333779000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000003	\N
7	1	User	01a215fe-8e16-7000-8791-0752651df812	1	create	\N	1795665333782000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000004	\N
8	1	User	01a215fe-8e1a-7000-9e52-abe1202272ed	1	create	\N	1795665333786000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000005	\N
9	1	User	01a215fe-8e1d-7000-b92e-413fa5f9ab60	1	create	\N	1795665333789000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000006	\N
10	1	User	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	1	create	\N	1795665333792000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000007	\N
11	1	User	01a215fe-8e23-7000-a95b-cdef5698e03f	1	create	\N	1795665333795000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000008	\N
12	1	User	01a215fe-8e26-7000-bc00-e58f5ad7c41b	1	create	\N	1795665333798000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000009	\N
13	1	User	01a215fe-8e29-7000-812a-23177f7b55d8	1	create	\N	1795665333801000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa5100000000000a	\N
14	1	User	01a215fe-8e2c-7000-9cc7-9d6dd99ccca8	1	create	\N	1795665333804000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa5100000000000b	\N
15	1	Group	01a215fe-8e31-7000-9cd3-9c82499656d3	1	create	\N	1795665333813000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa5100000000000c	\N
16	1	Group	01a215fe-8e3c-7000-ae80-c24e001ef5ca	1	create	\N	1795665333822000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa5100000000000d	\N
17	1	Group	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	1	create	\N	1795665333828000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa5100000000000e	\N
18	1	User	01a215fe-8e13-7000-aebc-83c78a230e88	2	update	["title"]	1795665333834000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa5100000000000f	\N
19	1	User	01a215fe-8e16-7000-8791-0752651df812	2	update	["emails"]	1795665333839000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000010	\N
20	1	Group	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	2	update	{"members":{"removed":["01a215fe-8e2c-7000-9cc7-9d6dd99ccca8"]}}	1795665333843000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000011	\N
21	1	User	01a215fe-8e2c-7000-9cc7-9d6dd99ccca8	1	delete	\N	1795665333843000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000011	\N
22	1	Gadget	01a215fe-8e57-7000-b427-17d870f920b0	1	create	\N	1795665333847000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000012	\N
23	1	Gadget	01a215fe-8e5d-7000-9dd9-b4196f11feb6	1	create	\N	1795665333853000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000013	\N
24	1	Gadget	01a215fe-8e61-7000-a89b-79d781412231	1	create	\N	1795665333857000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000014	\N
25	1	Gadget	01a215fe-8e66-7000-81cc-da8b5202a427	1	create	\N	1795665333862000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000015	\N
26	1	Gadget	01a215fe-8e69-7000-92da-e99d805dea7b	1	create	\N	1795665333865000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000016	\N
27	1	Gadget	01a215fe-8e6c-7000-baa7-b72bfc20bf5a	1	create	\N	1795665333868000	\N	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	626bf2e058daaa51000000000017	\N
\.

COPY public.requests (sequence, org, at, request, credential, actor, source, method, endpoint, resource_type, resource, query, status, scim_type, detail, micros, quirks) FROM stdin;
1	1	1795665333738000	626bf2e058daaa51000000000000	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8de3-7000-b717-c3d5fcf7618d	\N	201	\N	\N	9179	\N
2	1	1795665333772000	626bf2e058daaa51000000000001	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8dec-7000-a6d8-a6f3f72aee61	\N	201	\N	\N	32518	\N
3	1	1795665333777000	626bf2e058daaa51000000000002	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e0e-7000-9b6c-ac72ab652edd	\N	201	\N	\N	4179	\N
4	1	1795665333781000	626bf2e058daaa51000000000003	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e13-7000-aebc-83c78a230e88	\N	201	\N	\N	2491	\N
5	1	1795665333785000	626bf2e058daaa51000000000004	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e16-7000-8791-0752651df812	\N	201	\N	\N	2694	\N
6	1	1795665333788000	626bf2e058daaa51000000000005	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e1a-7000-9e52-abe1202272ed	\N	201	\N	\N	2131	\N
7	1	1795665333791000	626bf2e058daaa51000000000006	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e1d-7000-b92e-413fa5f9ab60	\N	201	\N	\N	2136	\N
8	1	1795665333794000	626bf2e058daaa51000000000007	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	\N	201	\N	\N	2153	\N
9	1	1795665333797000	626bf2e058daaa51000000000008	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e23-7000-a95b-cdef5698e03f	\N	201	\N	\N	2380	\N
10	1	1795665333800000	626bf2e058daaa51000000000009	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e26-7000-bc00-e58f5ad7c41b	\N	201	\N	\N	1980	\N
11	1	1795665333803000	626bf2e058daaa5100000000000a	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e29-7000-812a-23177f7b55d8	\N	201	\N	\N	2038	\N
12	1	1795665333805000	626bf2e058daaa5100000000000b	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Users	User	01a215fe-8e2c-7000-9cc7-9d6dd99ccca8	\N	201	\N	\N	2167	\N
13	1	1795665333819000	626bf2e058daaa5100000000000c	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Groups	Group	01a215fe-8e31-7000-9cd3-9c82499656d3	\N	201	\N	\N	10417	\N
14	1	1795665333825000	626bf2e058daaa5100000000000d	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Groups	Group	01a215fe-8e3c-7000-ae80-c24e001ef5ca	\N	201	\N	\N	5187	\N
15	1	1795665333832000	626bf2e058daaa5100000000000e	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Groups	Group	01a215fe-8e42-7000-98d2-2ebfc1f5edd5	\N	201	\N	\N	5740	\N
16	1	1795665333837000	626bf2e058daaa5100000000000f	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	PATCH	/Users/{id}	User	01a215fe-8e13-7000-aebc-83c78a230e88	\N	200	\N	\N	4164	\N
17	1	1795665333841000	626bf2e058daaa51000000000010	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	PATCH	/Users/{id}	User	01a215fe-8e16-7000-8791-0752651df812	\N	200	\N	\N	3707	\N
18	1	1795665333846000	626bf2e058daaa51000000000011	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	DELETE	/Users/{id}	User	01a215fe-8e2c-7000-9cc7-9d6dd99ccca8	\N	204	\N	\N	3770	\N
19	1	1795665333851000	626bf2e058daaa51000000000012	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8e57-7000-b427-17d870f920b0	\N	201	\N	\N	4424	\N
20	1	1795665333856000	626bf2e058daaa51000000000013	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8e5d-7000-9dd9-b4196f11feb6	\N	201	\N	\N	3755	\N
21	1	1795665333860000	626bf2e058daaa51000000000014	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8e61-7000-a89b-79d781412231	\N	201	\N	\N	3718	\N
22	1	1795665333864000	626bf2e058daaa51000000000015	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8e66-7000-81cc-da8b5202a427	\N	201	\N	\N	2343	\N
23	1	1795665333867000	626bf2e058daaa51000000000016	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8e69-7000-92da-e99d805dea7b	\N	201	\N	\N	2403	\N
24	1	1795665333870000	626bf2e058daaa51000000000017	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	POST	/Gadgets	Gadget	01a215fe-8e6c-7000-baa7-b72bfc20bf5a	\N	201	\N	\N	2469	\N
25	1	1795665333874000	626bf2e058daaa51000000000018	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users	User	\N	count=200	200	\N	\N	2640	\N
26	1	1795665333876000	626bf2e058daaa51000000000019	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8de3-7000-b717-c3d5fcf7618d	\N	200	\N	\N	1391	\N
27	1	1795665333878000	626bf2e058daaa5100000000001a	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8dec-7000-a6d8-a6f3f72aee61	\N	200	\N	\N	968	\N
28	1	1795665333880000	626bf2e058daaa5100000000001b	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8e0e-7000-9b6c-ac72ab652edd	\N	200	\N	\N	1365	\N
29	1	1795665333882000	626bf2e058daaa5100000000001c	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8e13-7000-aebc-83c78a230e88	\N	200	\N	\N	879	\N
30	1	1795665333884000	626bf2e058daaa5100000000001d	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8e16-7000-8791-0752651df812	\N	200	\N	\N	925	\N
31	1	1795665333886000	626bf2e058daaa5100000000001e	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8e1a-7000-9e52-abe1202272ed	\N	200	\N	\N	836	\N
32	1	1795665333887000	626bf2e058daaa5100000000001f	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8e1d-7000-b92e-413fa5f9ab60	\N	200	\N	\N	844	\N
33	1	1795665333889000	626bf2e058daaa51000000000020	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	\N	200	\N	\N	1086	\N
34	1	1795665333891000	626bf2e058daaa51000000000021	01a215fe-8d3a-7000-afe1-7731b239f3dd	first	127.0.0.1	GET	/Users/{id}	User	01a215fe-8e23-7000-a95b-cdef5698e03f	\N	200	\N	\N	837	\N
\.

COPY public.role_contained_by (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.role_contains (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.roles (org, id, version, created, last_modified, document, secrets, k_external_id, k_value, k_display, k_type, k_supported, k_limited_assignments_permitted, k_total_assignments_permitted, k_total_assignments_used, retired) FROM stdin;
\.

COPY public.settings (name, value) FROM stdin;
cursor key	kc3ElmEC500l5j2s6UJc4BS/zXoayuoTNHO6peN4AJM=
schemas	4690e76e64aa370cc9b5e40cb9dbf7af96f87dd0557e8cbe83177659cfab4a8a
attributes	{"Gadget":{"always":{"type":"string","multi":false,"required":false},"async":{"type":"string","multi":false,"required":false},"crate":{"type":"string","multi":false,"required":false},"document":{"type":"string","multi":false,"required":false},"exact":{"type":"string","multi":false,"required":false},"externalId":{"type":"string","multi":false,"required":false},"fixed":{"type":"string","multi":false,"required":false},"friends":{"type":"complex","multi":true,"required":false},"friends/$ref":{"type":"reference","multi":false,"required":false},"friends/display":{"type":"string","multi":false,"required":false},"friends/value":{"type":"string","multi":false,"required":false},"gen":{"type":"binary","multi":false,"required":false},"global":{"type":"string","multi":false,"required":false},"inner":{"type":"complex","multi":false,"required":false},"inner/bytes":{"type":"binary","multi":false,"required":false},"inner/count":{"type":"integer","multi":false,"required":false},"inner/display":{"type":"string","multi":false,"required":false},"inner/link":{"type":"reference","multi":false,"required":false},"inner/many":{"type":"string","multi":true,"required":false},"inner/primary":{"type":"boolean","multi":false,"required":false},"inner/ratio":{"type":"decimal","multi":false,"required":false},"inner/type":{"type":"string","multi":false,"required":false},"inner/value":{"type":"string","multi":false,"required":false},"inner/when":{"type":"dateTime","multi":false,"required":false},"items":{"type":"complex","multi":true,"required":false},"items/bytes":{"type":"binary","multi":false,"required":false},"items/count":{"type":"integer","multi":false,"required":false},"items/display":{"type":"string","multi":false,"required":false},"items/link":{"type":"reference","multi":false,"required":false},"items/note":{"type":"string","multi":false,"required":false},"items/primary":{"type":"boolean","multi":false,"required":false},"items/type":{"type":"string","multi":false,"required":false},"items/value":{"type":"string","multi":false,"required":false},"items/when":{"type":"dateTime","multi":false,"required":false},"label":{"type":"string","multi":false,"required":false},"many_binary":{"type":"binary","multi":true,"required":false},"many_boolean":{"type":"boolean","multi":true,"required":false},"many_dateTime":{"type":"dateTime","multi":true,"required":false},"many_decimal":{"type":"decimal","multi":true,"required":false},"many_integer":{"type":"integer","multi":true,"required":false},"many_reference":{"type":"reference","multi":true,"required":false},"many_string":{"type":"string","multi":true,"required":false},"match":{"type":"string","multi":false,"required":false},"name":{"type":"string","multi":false,"required":true},"never":{"type":"string","multi":false,"required":false},"old":{"type":"string","multi":false,"required":false},"olds":{"type":"complex","multi":true,"required":false},"olds/note":{"type":"string","multi":false,"required":false},"olds/value":{"type":"string","multi":false,"required":false},"one-binary":{"type":"binary","multi":false,"required":false},"one-boolean":{"type":"boolean","multi":false,"required":true},"one-dateTime":{"type":"dateTime","multi":false,"required":false},"one-decimal":{"type":"integer","multi":false,"required":false},"one-integer":{"type":"integer","multi":false,"required":false},"one-reference":{"type":"reference","multi":false,"required":false},"one-string":{"type":"string","multi":false,"required":false},"org":{"type":"string","multi":false,"required":false},"owner":{"type":"complex","multi":false,"required":false},"owner/$ref":{"type":"reference","multi":false,"required":false},"owner/display":{"type":"string","multi":false,"required":false},"owner/value":{"type":"string","multi":false,"required":false},"parent":{"type":"complex","multi":false,"required":false},"parent/$ref":{"type":"reference","multi":false,"required":false},"parent/display":{"type":"string","multi":false,"required":false},"parent/value":{"type":"string","multi":false,"required":false},"request":{"type":"string","multi":false,"required":false},"self":{"type":"dateTime","multi":false,"required":false},"self2":{"type":"string","multi":false,"required":false},"server":{"type":"string","multi":false,"required":false},"super":{"type":"string","multi":false,"required":false},"type":{"type":"string","multi":false,"required":false},"unique_binary":{"type":"binary","multi":false,"required":false},"unique_dateTime":{"type":"dateTime","multi":false,"required":false},"unique_decimal":{"type":"decimal","multi":false,"required":false},"unique_integer":{"type":"integer","multi":false,"required":false},"unique_reference":{"type":"reference","multi":false,"required":false},"unique_string":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/fixed":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/id":{"type":"string","multi":false,"required":false},"urn:example:2.0:Gadget:Extra/items":{"type":"string","multi":true,"required":false},"urn:example:2.0:Gadget:Extra/name":{"type":"string","multi":false,"required":false},"version":{"type":"string","multi":false,"required":false},"x_y":{"type":"string","multi":false,"required":false}},"Group":{"displayName":{"type":"string","multi":false,"required":true},"externalId":{"type":"string","multi":false,"required":false}},"User":{"active":{"type":"boolean","multi":false,"required":false},"addresses":{"type":"complex","multi":true,"required":false},"addresses/country":{"type":"string","multi":false,"required":false},"addresses/formatted":{"type":"string","multi":false,"required":false},"addresses/locality":{"type":"string","multi":false,"required":false},"addresses/postalCode":{"type":"string","multi":false,"required":false},"addresses/primary":{"type":"boolean","multi":false,"required":false},"addresses/region":{"type":"string","multi":false,"required":false},"addresses/streetAddress":{"type":"string","multi":false,"required":false},"addresses/type":{"type":"string","multi":false,"required":false},"displayName":{"type":"string","multi":false,"required":false},"emails":{"type":"complex","multi":true,"required":false},"emails/display":{"type":"string","multi":false,"required":false},"emails/primary":{"type":"boolean","multi":false,"required":false},"emails/type":{"type":"string","multi":false,"required":false},"emails/value":{"type":"string","multi":false,"required":false},"entitlements":{"type":"complex","multi":true,"required":false},"entitlements/display":{"type":"string","multi":false,"required":false},"entitlements/primary":{"type":"boolean","multi":false,"required":false},"entitlements/type":{"type":"string","multi":false,"required":false},"entitlements/value":{"type":"string","multi":false,"required":false},"externalId":{"type":"string","multi":false,"required":false},"ims":{"type":"complex","multi":true,"required":false},"ims/display":{"type":"string","multi":false,"required":false},"ims/primary":{"type":"boolean","multi":false,"required":false},"ims/type":{"type":"string","multi":false,"required":false},"ims/value":{"type":"string","multi":false,"required":false},"locale":{"type":"string","multi":false,"required":false},"name":{"type":"complex","multi":false,"required":false},"name/familyName":{"type":"string","multi":false,"required":false},"name/formatted":{"type":"string","multi":false,"required":false},"name/givenName":{"type":"string","multi":false,"required":false},"name/honorificPrefix":{"type":"string","multi":false,"required":false},"name/honorificSuffix":{"type":"string","multi":false,"required":false},"name/middleName":{"type":"string","multi":false,"required":false},"nickName":{"type":"string","multi":false,"required":false},"phoneNumbers":{"type":"complex","multi":true,"required":false},"phoneNumbers/display":{"type":"string","multi":false,"required":false},"phoneNumbers/primary":{"type":"boolean","multi":false,"required":false},"phoneNumbers/type":{"type":"string","multi":false,"required":false},"phoneNumbers/value":{"type":"string","multi":false,"required":false},"photos":{"type":"complex","multi":true,"required":false},"photos/display":{"type":"string","multi":false,"required":false},"photos/primary":{"type":"boolean","multi":false,"required":false},"photos/type":{"type":"string","multi":false,"required":false},"photos/value":{"type":"reference","multi":false,"required":false},"preferredLanguage":{"type":"string","multi":false,"required":false},"profileUrl":{"type":"reference","multi":false,"required":false},"roles":{"type":"complex","multi":true,"required":false},"roles/display":{"type":"string","multi":false,"required":false},"roles/primary":{"type":"boolean","multi":false,"required":false},"roles/type":{"type":"string","multi":false,"required":false},"roles/value":{"type":"string","multi":false,"required":false},"timezone":{"type":"string","multi":false,"required":false},"title":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Badge/code":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/colour":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/doors":{"type":"string","multi":true,"required":false},"urn:example:2.0:Badge/grade":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/home":{"type":"reference","multi":false,"required":false},"urn:example:2.0:Badge/issuedAt":{"type":"dateTime","multi":false,"required":false},"urn:example:2.0:Badge/keeper":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Badge/keeper/$ref":{"type":"reference","multi":false,"required":false},"urn:example:2.0:Badge/keeper/display":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keeper/value":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys":{"type":"complex","multi":true,"required":false},"urn:example:2.0:Badge/keys/note":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys/primary":{"type":"boolean","multi":false,"required":false},"urn:example:2.0:Badge/keys/type":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/keys/value":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/label":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/note":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/number":{"type":"integer","multi":false,"required":false},"urn:example:2.0:Badge/photo":{"type":"binary","multi":false,"required":false},"urn:example:2.0:Badge/serial":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/shelf":{"type":"string","multi":false,"required":false},"urn:example:2.0:Badge/valid":{"type":"boolean","multi":false,"required":false},"urn:example:2.0:Visitor":{"type":"complex","multi":false,"required":false},"urn:example:2.0:Visitor/days":{"type":"string","multi":true,"required":false},"urn:example:2.0:Visitor/host":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"type":"complex","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/costCenter":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/department":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/division":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/employeeNumber":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager":{"type":"complex","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/$ref":{"type":"reference","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/displayName":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/manager/value":{"type":"string","multi":false,"required":false},"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User/organization":{"type":"string","multi":false,"required":false},"userName":{"type":"string","multi":false,"required":true},"userType":{"type":"string","multi":false,"required":false},"x509Certificates":{"type":"complex","multi":true,"required":false},"x509Certificates/display":{"type":"string","multi":false,"required":false},"x509Certificates/primary":{"type":"boolean","multi":false,"required":false},"x509Certificates/type":{"type":"string","multi":false,"required":false},"x509Certificates/value":{"type":"binary","multi":false,"required":false}}}
\.

COPY public.signing_keys (generation, kid, private, created, starts) FROM stdin;
\.

COPY public.user_addresses (org, id, ordinal, k_formatted, k_street_address, k_locality, k_region, k_postal_code, k_country, k_type, k_primary) FROM stdin;
1	01a215fe-8e1d-7000-b92e-413fa5f9ab60	0	\N	\N	hollywood	\N	91606	us	work	\N
1	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	0	\N	\N	hollywood	\N	91607	us	work	\N
1	01a215fe-8e23-7000-a95b-cdef5698e03f	0	\N	\N	hollywood	\N	91608	us	work	\N
1	01a215fe-8e26-7000-bc00-e58f5ad7c41b	0	\N	\N	hollywood	\N	91609	us	work	\N
1	01a215fe-8e29-7000-812a-23177f7b55d8	0	\N	\N	hollywood	\N	91600	us	work	\N
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	0	\N	\N	hollywood	\N	91600	us	work	\N
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	0	\N	\N	hollywood	\N	91601	us	work	\N
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	0	\N	\N	hollywood	\N	91602	us	work	\N
1	01a215fe-8e13-7000-aebc-83c78a230e88	0	\N	\N	hollywood	\N	91603	us	work	\N
1	01a215fe-8e16-7000-8791-0752651df812	0	\N	\N	hollywood	\N	91604	us	work	\N
1	01a215fe-8e1a-7000-9e52-abe1202272ed	0	\N	\N	hollywood	\N	91605	us	work	\N
\.

COPY public.user_badge_doors (org, id, ordinal, k_value) FROM stdin;
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	0	north
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	1	south
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	0	north
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	1	south
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	0	north
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	1	south
1	01a215fe-8e13-7000-aebc-83c78a230e88	0	north
1	01a215fe-8e13-7000-aebc-83c78a230e88	1	south
1	01a215fe-8e16-7000-8791-0752651df812	0	north
1	01a215fe-8e16-7000-8791-0752651df812	1	south
1	01a215fe-8e1a-7000-9e52-abe1202272ed	0	north
1	01a215fe-8e1a-7000-9e52-abe1202272ed	1	south
\.

COPY public.user_badge_keys (org, id, ordinal, k_value, k_type, k_primary, k_depth, k_note) FROM stdin;
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	0	K0	main	\N	\N	\N
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	1	spare	\N	\N	\N	\N
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	0	K1	main	\N	\N	\N
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	1	spare	\N	\N	\N	\N
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	0	K2	main	\N	\N	\N
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	1	spare	\N	\N	\N	\N
1	01a215fe-8e13-7000-aebc-83c78a230e88	0	K3	main	\N	\N	\N
1	01a215fe-8e13-7000-aebc-83c78a230e88	1	spare	\N	\N	\N	\N
1	01a215fe-8e16-7000-8791-0752651df812	0	K4	main	\N	\N	\N
1	01a215fe-8e16-7000-8791-0752651df812	1	spare	\N	\N	\N	\N
1	01a215fe-8e1a-7000-9e52-abe1202272ed	0	K5	main	\N	\N	\N
1	01a215fe-8e1a-7000-9e52-abe1202272ed	1	spare	\N	\N	\N	\N
\.

COPY public.user_emails (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-8e1d-7000-b92e-413fa5f9ab60	0	user.6@example.com	\N	work	t
1	01a215fe-8e1d-7000-b92e-413fa5f9ab60	1	6@home.example	\N	home	\N
1	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	0	user.7@example.com	\N	work	t
1	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	1	7@home.example	\N	home	\N
1	01a215fe-8e23-7000-a95b-cdef5698e03f	0	user.8@example.com	\N	work	t
1	01a215fe-8e23-7000-a95b-cdef5698e03f	1	8@home.example	\N	home	\N
1	01a215fe-8e26-7000-bc00-e58f5ad7c41b	0	user.9@example.com	\N	work	t
1	01a215fe-8e26-7000-bc00-e58f5ad7c41b	1	9@home.example	\N	home	\N
1	01a215fe-8e29-7000-812a-23177f7b55d8	0	user.10@example.com	\N	work	t
1	01a215fe-8e29-7000-812a-23177f7b55d8	1	10@home.example	\N	home	\N
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	0	user.0@example.com	\N	work	t
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	1	0@home.example	\N	home	\N
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	0	user.1@example.com	\N	work	t
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	1	1@home.example	\N	home	\N
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	0	user.2@example.com	\N	work	t
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	1	2@home.example	\N	home	\N
1	01a215fe-8e13-7000-aebc-83c78a230e88	0	user.3@example.com	\N	work	t
1	01a215fe-8e13-7000-aebc-83c78a230e88	1	3@home.example	\N	home	\N
1	01a215fe-8e16-7000-8791-0752651df812	0	user.4@example.com	\N	work	t
1	01a215fe-8e1a-7000-9e52-abe1202272ed	0	user.5@example.com	\N	work	t
1	01a215fe-8e1a-7000-9e52-abe1202272ed	1	5@home.example	\N	home	\N
\.

COPY public.user_entitlements (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_ims (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_phone_numbers (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-8e1d-7000-b92e-413fa5f9ab60	0	tel:+1-201-555-0106	\N	work	\N
1	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	0	tel:+1-201-555-0107	\N	work	\N
1	01a215fe-8e23-7000-a95b-cdef5698e03f	0	tel:+1-201-555-0108	\N	work	\N
1	01a215fe-8e26-7000-bc00-e58f5ad7c41b	0	tel:+1-201-555-0109	\N	work	\N
1	01a215fe-8e29-7000-812a-23177f7b55d8	0	tel:+1-201-555-0110	\N	work	\N
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	0	tel:+1-201-555-0100	\N	work	\N
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	0	tel:+1-201-555-0101	\N	work	\N
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	0	tel:+1-201-555-0102	\N	work	\N
1	01a215fe-8e13-7000-aebc-83c78a230e88	0	tel:+1-201-555-0103	\N	work	\N
1	01a215fe-8e16-7000-8791-0752651df812	0	tel:+1-201-555-0104	\N	work	\N
1	01a215fe-8e1a-7000-9e52-abe1202272ed	0	tel:+1-201-555-0105	\N	work	\N
\.

COPY public.user_photos (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
\.

COPY public.user_roles (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-8e23-7000-a95b-cdef5698e03f	0	guide	\N	\N	\N
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	0	guide	\N	\N	\N
1	01a215fe-8e16-7000-8791-0752651df812	0	guide	\N	\N	\N
\.

COPY public.user_visitor_days (org, id, ordinal, k_value) FROM stdin;
\.

COPY public.user_x509_certificates (org, id, ordinal, k_value, k_display, k_type, k_primary) FROM stdin;
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	0	1bb657fb6ef260367e99c737381a10280b0603aa5be6c3705b48081db3fdedea	\N	\N	\N
\.

COPY public.users (org, id, version, created, last_modified, document, secrets, has_enterprise_user, has_badge, k_external_id, k_user_name, k_name_formatted, k_name_family_name, k_name_given_name, k_name_middle_name, k_name_honorific_prefix, k_name_honorific_suffix, k_display_name, k_nick_name, k_profile_url, k_title, k_user_type, k_preferred_language, k_locale, k_timezone, k_active, k_enterprise_user_employee_number, k_enterprise_user_cost_center, k_enterprise_user_organization, k_enterprise_user_division, k_enterprise_user_department, k_enterprise_user_manager_value, k_enterprise_user_manager_ref, k_enterprise_user_manager_display_name, k_badge_number, k_badge_label, k_badge_issued_at, k_badge_weight, k_badge_valid, k_badge_photo, k_badge_home, k_badge_colour, k_badge_serial, k_badge_grade, k_badge_note, k_badge_keeper_value, k_badge_keeper_ref, k_badge_keeper_display, retired, has_visitor, k_badge_code, k_badge_shelf, k_visitor_host) FROM stdin;
1	01a215fe-8e1d-7000-b92e-413fa5f9ab60	1	1795665333789000	1795665333789000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"01a215fe-8e1d-7000-b92e-413fa5f9ab60","externalId":"e-6","userName":"User.6@Example.com","name":{"familyName":"Straße","givenName":"Given 6"},"displayName":"Given 6","title":"Title 0","active":true,"emails":[{"value":"user.6@example.com","type":"work","primary":true},{"value":"6@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0106","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91606","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"706","department":"Tours","manager":{"value":"01a215fe-8de3-7000-b717-c3d5fcf7618d","$ref":"User/01a215fe-8de3-7000-b717-c3d5fcf7618d"}}}	\N	t	f	e-6	user.6@example.com	\N	strasse	given 6	\N	\N	\N	given 6	\N	\N	title 0	\N	\N	\N	\N	t	706	\N	\N	\N	tours	01a215fe-8de3-7000-b717-c3d5fcf7618d	User/01a215fe-8de3-7000-b717-c3d5fcf7618d	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	\N	\N	\N
1	01a215fe-8e26-7000-bc00-e58f5ad7c41b	1	1795665333798000	1795665333798000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],"id":"01a215fe-8e26-7000-bc00-e58f5ad7c41b","externalId":"e-9","userName":"User.9@Example.com","name":{"familyName":"Ünsal","givenName":"Given 9"},"displayName":"Given 9","title":"Title 0","active":true,"emails":[{"value":"user.9@example.com","type":"work","primary":true},{"value":"9@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0109","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91609","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"709","department":"Tours","manager":{"value":"01a215fe-8de3-7000-b717-c3d5fcf7618d","$ref":"User/01a215fe-8de3-7000-b717-c3d5fcf7618d"}}}	\N	t	f	e-9	user.9@example.com	\N	ünsal	given 9	\N	\N	\N	given 9	\N	\N	title 0	\N	\N	\N	\N	t	709	\N	\N	\N	tours	01a215fe-8de3-7000-b717-c3d5fcf7618d	User/01a215fe-8de3-7000-b717-c3d5fcf7618d	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	\N	\N	\N
1	01a215fe-8e20-7000-8e8d-15c6a9eb0c18	1	1795665333792000	1795665333792000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a215fe-8e20-7000-8e8d-15c6a9eb0c18","externalId":"e-7","userName":"User.7@Example.com","name":{"familyName":"Ünsal","givenName":"Given 7"},"displayName":"Given 7","title":"Title 1","active":true,"emails":[{"value":"user.7@example.com","type":"work","primary":true},{"value":"7@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0107","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91607","country":"US","type":"work"}]}	\N	f	f	e-7	user.7@example.com	\N	ünsal	given 7	\N	\N	\N	given 7	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	\N	\N	\N
1	01a215fe-8e29-7000-812a-23177f7b55d8	1	1795665333801000	1795665333801000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a215fe-8e29-7000-812a-23177f7b55d8","externalId":"e-10","userName":"User.10@Example.com","name":{"familyName":"Straße","givenName":"Given 10"},"displayName":"Given 10","title":"Title 1","active":true,"emails":[{"value":"user.10@example.com","type":"work","primary":true},{"value":"10@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0110","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91600","country":"US","type":"work"}]}	\N	f	f	e-10	user.10@example.com	\N	strasse	given 10	\N	\N	\N	given 10	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	\N	\N	\N
1	01a215fe-8dec-7000-a6d8-a6f3f72aee61	1	1795665333768000	1795665333768000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge"],"id":"01a215fe-8dec-7000-a6d8-a6f3f72aee61","externalId":"e-1","userName":"User.1@Example.com","name":{"familyName":"Ünsal","givenName":"Given 1"},"displayName":"Given 1","title":"Title 1","active":true,"emails":[{"value":"user.1@example.com","type":"work","primary":true},{"value":"1@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0101","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91601","country":"US","type":"work"}],"urn:example:2.0:Badge":{"number":1,"label":"Label 1","doors":["North","South"],"colour":"Red","serial":"Serial-1","note":"note-1","code":"code-1","keys":[{"value":"K1","type":"main"},{"value":"spare"}]}}	{"password":"$argon2id$v=19$m=19456,t=2,p=1$C04Nxjpx02Ig1tfwQBhELg$u49kl9tWtWsFs3uOmi943+iJLWilD6FeyW0LjycZv6g"}	f	t	e-1	user.1@example.com	\N	ünsal	given 1	\N	\N	\N	given 1	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	1	label 1	\N	2.5	\N	\N	\N	red	serial-1	\N	note-1	\N	\N	\N	{"urn:example:2.0:Badge/keys/depth":[{"of":{"type":"main","value":"K1"},"value":11}],"urn:example:2.0:Badge/weight":2.5}	f	code-1	\N	\N
1	01a215fe-8e0e-7000-9b6c-ac72ab652edd	1	1795665333774000	1795665333774000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge"],"id":"01a215fe-8e0e-7000-9b6c-ac72ab652edd","externalId":"e-2","userName":"User.2@Example.com","name":{"familyName":"Straße","givenName":"Given 2"},"displayName":"Given 2","title":"Title 2","active":true,"emails":[{"value":"user.2@example.com","type":"work","primary":true},{"value":"2@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0102","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91602","country":"US","type":"work"}],"x509Certificates":[{"value":"TWE="}],"urn:example:2.0:Badge":{"number":2,"label":"Label 2","doors":["North","South"],"colour":"Red","serial":"Serial-2","note":"note-2","code":"code-2","keys":[{"value":"K2","type":"main"},{"value":"spare"}]}}	\N	f	t	e-2	user.2@example.com	\N	strasse	given 2	\N	\N	\N	given 2	\N	\N	title 2	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	2	label 2	\N	3.5	\N	\N	\N	red	serial-2	\N	note-2	\N	\N	\N	{"urn:example:2.0:Badge/keys/depth":[{"of":{"type":"main","value":"K2"},"value":12}],"urn:example:2.0:Badge/weight":3.5}	f	code-2	\N	\N
1	01a215fe-8de3-7000-b717-c3d5fcf7618d	1	1795665333731000	1795665333731000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","urn:example:2.0:Badge"],"id":"01a215fe-8de3-7000-b717-c3d5fcf7618d","externalId":"e-0","userName":"User.0@Example.com","name":{"familyName":"Straße","givenName":"Given 0"},"displayName":"Given 0","title":"Title 0","active":true,"emails":[{"value":"user.0@example.com","type":"work","primary":true},{"value":"0@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0100","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91600","country":"US","type":"work"}],"roles":[{"value":"guide"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"700","department":"Tours"},"urn:example:2.0:Badge":{"number":0,"label":"Label 0","doors":["North","South"],"colour":"Red","serial":"Serial-0","note":"note-0","code":"code-0","keys":[{"value":"K0","type":"main"},{"value":"spare"}]}}	\N	t	t	e-0	user.0@example.com	\N	strasse	given 0	\N	\N	\N	given 0	\N	\N	title 0	\N	\N	\N	\N	t	700	\N	\N	\N	tours	\N	\N	\N	0	label 0	\N	1.5	\N	\N	\N	red	serial-0	\N	note-0	\N	\N	\N	{"urn:example:2.0:Badge/keys/depth":[{"of":{"type":"main","value":"K0"},"value":10}],"urn:example:2.0:Badge/weight":1.5}	f	code-0	\N	\N
1	01a215fe-8e13-7000-aebc-83c78a230e88	2	1795665333779000	1795665333834000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:ietf:params:scim:schemas:extension:enterprise:2.0:User","urn:example:2.0:Badge"],"id":"01a215fe-8e13-7000-aebc-83c78a230e88","externalId":"e-3","userName":"User.3@Example.com","name":{"familyName":"Ünsal","givenName":"Given 3"},"displayName":"Given 3","title":"Patched","active":true,"emails":[{"value":"user.3@example.com","type":"work","primary":true},{"value":"3@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0103","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91603","country":"US","type":"work"}],"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":{"employeeNumber":"703","department":"Tours","manager":{"value":"01a215fe-8de3-7000-b717-c3d5fcf7618d","$ref":"User/01a215fe-8de3-7000-b717-c3d5fcf7618d"}},"urn:example:2.0:Badge":{"number":3,"label":"Label 3","doors":["North","South"],"colour":"Red","serial":"Serial-3","note":"note-3","code":"code-3","keys":[{"value":"K3","type":"main"},{"value":"spare"}]}}	\N	t	t	e-3	user.3@example.com	\N	ünsal	given 3	\N	\N	\N	given 3	\N	\N	patched	\N	\N	\N	\N	t	703	\N	\N	\N	tours	01a215fe-8de3-7000-b717-c3d5fcf7618d	User/01a215fe-8de3-7000-b717-c3d5fcf7618d	\N	3	label 3	\N	4.5	\N	\N	\N	red	serial-3	\N	note-3	\N	\N	\N	{"urn:example:2.0:Badge/keys/depth":[{"of":{"type":"main","value":"K3"},"value":13}],"urn:example:2.0:Badge/weight":4.5}	f	code-3	\N	\N
1	01a215fe-8e16-7000-8791-0752651df812	2	1795665333782000	1795665333839000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge"],"id":"01a215fe-8e16-7000-8791-0752651df812","externalId":"e-4","userName":"User.4@Example.com","name":{"familyName":"Straße","givenName":"Given 4"},"displayName":"Given 4","title":"Title 1","active":true,"emails":[{"value":"user.4@example.com","type":"work","primary":true}],"phoneNumbers":[{"value":"tel:+1-201-555-0104","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91604","country":"US","type":"work"}],"roles":[{"value":"guide"}],"urn:example:2.0:Badge":{"number":4,"label":"Label 4","doors":["North","South"],"colour":"Red","serial":"Serial-4","note":"note-4","code":"code-4","keys":[{"value":"K4","type":"main"},{"value":"spare"}]}}	\N	f	t	e-4	user.4@example.com	\N	strasse	given 4	\N	\N	\N	given 4	\N	\N	title 1	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	4	label 4	\N	5.5	\N	\N	\N	red	serial-4	\N	note-4	\N	\N	\N	{"urn:example:2.0:Badge/keys/depth":[{"of":{"type":"main","value":"K4"},"value":14}],"urn:example:2.0:Badge/weight":5.5}	f	code-4	\N	\N
1	01a215fe-8e1a-7000-9e52-abe1202272ed	1	1795665333786000	1795665333786000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","urn:example:2.0:Badge"],"id":"01a215fe-8e1a-7000-9e52-abe1202272ed","externalId":"e-5","userName":"User.5@Example.com","name":{"familyName":"Ünsal","givenName":"Given 5"},"displayName":"Given 5","title":"Title 2","active":false,"emails":[{"value":"user.5@example.com","type":"work","primary":true},{"value":"5@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0105","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91605","country":"US","type":"work"}],"urn:example:2.0:Badge":{"number":5,"label":"Label 5","doors":["North","South"],"colour":"Red","serial":"Serial-5","note":"note-5","code":"code-5","keys":[{"value":"K5","type":"main"},{"value":"spare"}]}}	\N	f	t	e-5	user.5@example.com	\N	ünsal	given 5	\N	\N	\N	given 5	\N	\N	title 2	\N	\N	\N	\N	f	\N	\N	\N	\N	\N	\N	\N	\N	5	label 5	\N	6.5	\N	\N	\N	red	serial-5	\N	note-5	\N	\N	\N	{"urn:example:2.0:Badge/keys/depth":[{"of":{"type":"main","value":"K5"},"value":15}],"urn:example:2.0:Badge/weight":6.5}	f	code-5	\N	\N
1	01a215fe-8e23-7000-a95b-cdef5698e03f	1	1795665333795000	1795665333795000	{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"id":"01a215fe-8e23-7000-a95b-cdef5698e03f","externalId":"e-8","userName":"User.8@Example.com","name":{"familyName":"Straße","givenName":"Given 8"},"displayName":"Given 8","title":"Title 2","active":true,"emails":[{"value":"user.8@example.com","type":"work","primary":true},{"value":"8@home.example","type":"home"}],"phoneNumbers":[{"value":"tel:+1-201-555-0108","type":"work"}],"addresses":[{"locality":"Hollywood","postalCode":"91608","country":"US","type":"work"}],"roles":[{"value":"guide"}]}	\N	f	f	e-8	user.8@example.com	\N	strasse	given 8	\N	\N	\N	given 8	\N	\N	title 2	\N	\N	\N	\N	t	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	\N	f	\N	\N	\N
\.

SELECT pg_catalog.setval('public.outbox_sequence_seq', 27, true);

SELECT pg_catalog.setval('public.requests_sequence_seq', 34, true);

ALTER TABLE ONLY public.agent_applications
    ADD CONSTRAINT agent_applications_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agent_entitlements
    ADD CONSTRAINT agent_entitlements_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agent_owners
    ADD CONSTRAINT agent_owners_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agent_protocols
    ADD CONSTRAINT agent_protocols_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agent_roles
    ADD CONSTRAINT agent_roles_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agent_x509_certificates
    ADD CONSTRAINT agent_x509_certificates_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agentic_application_agents
    ADD CONSTRAINT agentic_application_agents_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agentic_application_application_urls
    ADD CONSTRAINT agentic_application_application_urls_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agentic_application_external_identifiers
    ADD CONSTRAINT agentic_application_external_identifiers_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agentic_application_o_auth_configuration
    ADD CONSTRAINT agentic_application_o_auth_configuration_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.agentic_applications
    ADD CONSTRAINT agentic_applications_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.agents
    ADD CONSTRAINT agents_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.assertions
    ADD CONSTRAINT assertions_pkey PRIMARY KEY (org, client, mark);

ALTER TABLE ONLY public.counters
    ADD CONSTRAINT counters_pkey PRIMARY KEY (org, resource_type, slot);

ALTER TABLE ONLY public.credentials
    ADD CONSTRAINT credentials_pkey PRIMARY KEY (id);

ALTER TABLE ONLY public.device_ble_extension_pairing_methods
    ADD CONSTRAINT device_ble_extension_pairing_methods_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.device_ble_extension_separate_broadcast_address
    ADD CONSTRAINT device_ble_extension_separate_broadcast_address_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.device_ble_extension_version_support
    ADD CONSTRAINT device_ble_extension_version_support_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.device_dpp_extension_bootstrapping_method
    ADD CONSTRAINT device_dpp_extension_bootstrapping_method_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.device_dpp_extension_class_channel
    ADD CONSTRAINT device_dpp_extension_class_channel_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.device_endpoint_apps_ext_applications
    ADD CONSTRAINT device_endpoint_apps_ext_applications_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.device_zigbee_extension_version_support
    ADD CONSTRAINT device_zigbee_extension_version_support_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.devices
    ADD CONSTRAINT devices_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.endpoint_apps
    ADD CONSTRAINT endpoint_apps_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.entitlement_contained_by
    ADD CONSTRAINT entitlement_contained_by_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.entitlement_contains
    ADD CONSTRAINT entitlement_contains_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.entitlements
    ADD CONSTRAINT entitlements_pkey PRIMARY KEY (org, id);

ALTER TABLE ONLY public.gadget_fixed_many
    ADD CONSTRAINT gadget_fixed_many_pkey PRIMARY KEY (org, id, ordinal);

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

ALTER TABLE ONLY public.role_contained_by
    ADD CONSTRAINT role_contained_by_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.role_contains
    ADD CONSTRAINT role_contains_pkey PRIMARY KEY (org, id, ordinal);

ALTER TABLE ONLY public.roles
    ADD CONSTRAINT roles_pkey PRIMARY KEY (org, id);

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

CREATE INDEX agent_owners_k_value_id ON public.agent_owners USING btree (org, k_value, id);

CREATE INDEX agentic_application_agents_k_value_k_type_id ON public.agentic_application_agents USING btree (org, k_value, k_type, id);

CREATE INDEX agentic_applications_k_display_name_id ON public.agentic_applications USING btree (org, k_display_name, id);

CREATE INDEX agentic_applications_k_external_id_id ON public.agentic_applications USING btree (org, k_external_id, id);

CREATE UNIQUE INDEX agentic_applications_k_name ON public.agentic_applications USING btree (org, k_name);

CREATE INDEX agents_k_display_name_id ON public.agents USING btree (org, k_display_name, id);

CREATE INDEX agents_k_external_id_id ON public.agents USING btree (org, k_external_id, id);

CREATE UNIQUE INDEX agents_k_name ON public.agents USING btree (org, k_name);

CREATE INDEX agents_k_parent_value_id ON public.agents USING btree (org, k_parent_value, id);

CREATE UNIQUE INDEX credentials_hash ON public.credentials USING btree (hash);

CREATE INDEX credentials_org ON public.credentials USING btree (org, id);

CREATE INDEX device_endpoint_apps_ext_applications_k_value_id ON public.device_endpoint_apps_ext_applications USING btree (org, k_value, id);

CREATE INDEX devices_k_ble_extension_device_mac_address_id ON public.devices USING btree (org, k_ble_extension_device_mac_address, id);

CREATE INDEX devices_k_display_name_id ON public.devices USING btree (org, k_display_name, id);

CREATE INDEX devices_k_dpp_extension_device_mac_address_id ON public.devices USING btree (org, k_dpp_extension_device_mac_address, id);

CREATE INDEX devices_k_ethernet_mab_extension_device_mac_address_id ON public.devices USING btree (org, k_ethernet_mab_extension_device_mac_address, id);

CREATE INDEX devices_k_external_id_id ON public.devices USING btree (org, k_external_id, id);

CREATE INDEX devices_k_zigbee_extension_device_eui64_address_id ON public.devices USING btree (org, k_zigbee_extension_device_eui64_address, id);

CREATE INDEX endpoint_apps_k_application_name_id ON public.endpoint_apps USING btree (org, k_application_name, id);

CREATE INDEX endpoint_apps_k_external_id_id ON public.endpoint_apps USING btree (org, k_external_id, id);

CREATE INDEX entitlements_k_external_id_id ON public.entitlements USING btree (org, k_external_id, id);

CREATE INDEX entitlements_k_value_id ON public.entitlements USING btree (org, k_value, id);

CREATE INDEX gadget_items_k_value_k_type_id ON public.gadget_items USING btree (org, k_value, k_type, id);

CREATE INDEX gadget_parts_member_owner ON public.gadget_parts USING btree (org, member, owner);

CREATE UNIQUE INDEX gadgets_k_crate ON public.gadgets USING btree (org, k_crate);

CREATE INDEX gadgets_k_document_id ON public.gadgets USING btree (org, k_document, id);

CREATE INDEX gadgets_k_external_id_id ON public.gadgets USING btree (org, k_external_id, id);

CREATE INDEX gadgets_k_gadget_name_id ON public.gadgets USING btree (org, k_gadget_name, id);

CREATE UNIQUE INDEX gadgets_k_global ON public.gadgets USING btree (k_global);

CREATE INDEX gadgets_k_name_id ON public.gadgets USING btree (org, k_name, id);

CREATE INDEX gadgets_k_one_integer_id ON public.gadgets USING btree (org, k_one_integer, id);

CREATE INDEX gadgets_k_one_string_id ON public.gadgets USING btree (org, k_one_string, id);

CREATE UNIQUE INDEX gadgets_k_unique_binary ON public.gadgets USING btree (org, k_unique_binary);

CREATE UNIQUE INDEX gadgets_k_unique_date_time ON public.gadgets USING btree (org, k_unique_date_time);

CREATE UNIQUE INDEX gadgets_k_unique_decimal ON public.gadgets USING btree (org, k_unique_decimal);

CREATE UNIQUE INDEX gadgets_k_unique_integer ON public.gadgets USING btree (org, k_unique_integer);

CREATE UNIQUE INDEX gadgets_k_unique_reference ON public.gadgets USING btree (org, k_unique_reference);

CREATE UNIQUE INDEX gadgets_k_unique_string ON public.gadgets USING btree (org, k_unique_string);

CREATE INDEX group_members_member_owner ON public.group_members USING btree (org, member, owner);

CREATE INDEX groups_k_display_name_id ON public.groups USING btree (org, k_display_name, id);

CREATE INDEX groups_k_external_id_id ON public.groups USING btree (org, k_external_id, id);

CREATE INDEX groups_k_team_number_id ON public.groups USING btree (org, k_team_number, id);

CREATE UNIQUE INDEX organisations_name ON public.organisations USING btree (name);

CREATE INDEX outbox_org ON public.outbox USING btree (org, sequence);

CREATE INDEX requests_org ON public.requests USING btree (org, sequence);

CREATE INDEX roles_k_external_id_id ON public.roles USING btree (org, k_external_id, id);

CREATE INDEX roles_k_value_id ON public.roles USING btree (org, k_value, id);

CREATE INDEX user_badge_keys_k_value_k_type_id ON public.user_badge_keys USING btree (org, k_value, k_type, id);

CREATE INDEX user_emails_k_value_k_type_id ON public.user_emails USING btree (org, k_value, k_type, id);

CREATE INDEX users_k_badge_colour_id ON public.users USING btree (org, k_badge_colour, id);

CREATE INDEX users_k_badge_label_id ON public.users USING btree (org, k_badge_label, id);

CREATE UNIQUE INDEX users_k_badge_number ON public.users USING btree (org, k_badge_number);

CREATE INDEX users_k_display_name_id ON public.users USING btree (org, k_display_name, id);

CREATE INDEX users_k_external_id_id ON public.users USING btree (org, k_external_id, id);

CREATE UNIQUE INDEX users_k_user_name ON public.users USING btree (org, k_user_name);

CREATE UNIQUE INDEX users_k_visitor_host ON public.users USING btree (org, k_visitor_host);
