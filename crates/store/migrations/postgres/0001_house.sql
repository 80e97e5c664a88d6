-- The house: clients, homes, accounts, who lives there, and what they sign in with.
-- Times are microseconds since 1970 (UTC), days are ISO days in Europe/Amsterdam.
-- This file and its twin for the other engine have the same tables, columns and order; a test compares them.

CREATE TABLE house (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value TEXT COLLATE "C" NOT NULL
);

CREATE TABLE organisation (
    id UUID NOT NULL PRIMARY KEY,
    slug TEXT COLLATE "C" NOT NULL UNIQUE,
    name TEXT COLLATE "C" NOT NULL,
    portal BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL
);

CREATE TABLE project (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    slug TEXT COLLATE "C" NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    prefix TEXT COLLATE "C" NOT NULL,
    next_number BIGINT NOT NULL,
    delivered_on TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    UNIQUE (organisation_id, slug)
);

-- A home is found by the client's own number, else by its address, else by its build number within the project.
-- The keys are the normalised forms; the other columns are as the client wrote them.
CREATE TABLE dwelling (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    project_id UUID NOT NULL REFERENCES project (id),
    client_number TEXT COLLATE "C",
    street TEXT COLLATE "C",
    house_number TEXT COLLATE "C",
    addition TEXT COLLATE "C",
    postcode TEXT COLLATE "C",
    place TEXT COLLATE "C",
    build_number TEXT COLLATE "C",
    client_key TEXT COLLATE "C",
    address_key TEXT COLLATE "C",
    build_key TEXT COLLATE "C",
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX dwelling_client_key ON dwelling (organisation_id, client_key) WHERE client_key IS NOT NULL;
CREATE UNIQUE INDEX dwelling_address_key ON dwelling (organisation_id, address_key) WHERE address_key IS NOT NULL;
CREATE UNIQUE INDEX dwelling_build_key ON dwelling (project_id, build_key) WHERE build_key IS NOT NULL;
CREATE INDEX dwelling_project ON dwelling (project_id, id);

-- A username never changes and belongs to the home. The skeleton keeps look-alikes apart over the whole installation.
CREATE TABLE account (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    dwelling_id UUID NOT NULL REFERENCES dwelling (id),
    main BOOLEAN NOT NULL,
    username TEXT COLLATE "C" NOT NULL,
    skeleton TEXT COLLATE "C" NOT NULL UNIQUE,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX account_main ON account (dwelling_id) WHERE main;
CREATE INDEX account_dwelling ON account (dwelling_id, id);

-- What signs in. Everything that gives access hangs here and carries the generation it was made under; the end of an
-- occupancy is access_ends_at, compared with the clock at every use (law 6).
CREATE TABLE identity (
    id UUID NOT NULL PRIMARY KEY,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('resident', 'staff')),
    generation BIGINT NOT NULL,
    subject TEXT COLLATE "C" NOT NULL UNIQUE,
    access_ends_at BIGINT,
    signed_in_at BIGINT,
    language TEXT COLLATE "C",
    created_at BIGINT NOT NULL
);

CREATE TABLE occupancy (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    account_id UUID NOT NULL REFERENCES account (id),
    identity_id UUID NOT NULL UNIQUE REFERENCES identity (id),
    starts_on TEXT COLLATE "C" NOT NULL,
    starts_at BIGINT NOT NULL,
    ends_on TEXT COLLATE "C",
    created_at BIGINT NOT NULL
);
CREATE INDEX occupancy_account ON occupancy (account_id, starts_at);

CREATE TABLE staff (
    id UUID NOT NULL PRIMARY KEY,
    identity_id UUID NOT NULL UNIQUE REFERENCES identity (id),
    organisation_id UUID REFERENCES organisation (id),
    email TEXT COLLATE "C" NOT NULL UNIQUE,
    role TEXT COLLATE "C" NOT NULL CHECK (role IN ('clerk', 'org-admin', 'support', 'project-lead', 'operator-admin', 'auditor')),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('invited', 'active', 'ended')),
    joined_at BIGINT,
    created_at BIGINT NOT NULL,
    CHECK ((role IN ('clerk', 'org-admin')) = (organisation_id IS NOT NULL))
);
CREATE INDEX staff_organisation ON staff (organisation_id, id);

CREATE TABLE staff_project (
    staff_id UUID NOT NULL REFERENCES staff (id),
    project_id UUID NOT NULL REFERENCES project (id),
    PRIMARY KEY (staff_id, project_id)
);

-- The address tied to an occupancy: who vouches for it (proof) and whether mail arrives (delivery).
CREATE TABLE email_link (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    occupancy_id UUID NOT NULL REFERENCES occupancy (id),
    address TEXT COLLATE "C" NOT NULL,
    search_key TEXT COLLATE "C" NOT NULL,
    proof TEXT COLLATE "C" NOT NULL CHECK (proof IN ('proposed', 'linked', 'confirmed', 'ended')),
    delivery TEXT COLLATE "C" NOT NULL CHECK (delivery IN ('ok', 'soft', 'hard')),
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX email_link_current ON email_link (occupancy_id) WHERE proof IN ('linked', 'confirmed');
CREATE INDEX email_link_search ON email_link (search_key) WHERE proof = 'confirmed';

CREATE TABLE password (
    identity_id UUID NOT NULL PRIMARY KEY REFERENCES identity (id),
    generation BIGINT NOT NULL,
    phc TEXT COLLATE "C" NOT NULL,
    key_number BIGINT NOT NULL,
    set_at BIGINT NOT NULL
);

CREATE TABLE second_factor (
    identity_id UUID NOT NULL PRIMARY KEY REFERENCES identity (id),
    generation BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    sealed_codes BYTEA,
    last_step BIGINT,
    set_at BIGINT
);

CREATE TABLE recovery_code (
    identity_id UUID NOT NULL REFERENCES identity (id),
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    generation BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (identity_id, hash)
);

-- A row per device that is signed in. level: enrol (a password, no second factor yet), half (password given, second
-- factor asked), full.
CREATE TABLE session (
    id UUID NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    identity_id UUID NOT NULL REFERENCES identity (id),
    generation BIGINT NOT NULL,
    level TEXT COLLATE "C" NOT NULL CHECK (level IN ('enrol', 'half', 'full')),
    browser TEXT COLLATE "C" NOT NULL,
    system TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX session_identity ON session (identity_id, id);
CREATE INDEX session_ends ON session (ends_at);

-- A browser that signed in before: it gets its turn when guessing is slowed down.
CREATE TABLE device (
    id UUID NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    identity_id UUID NOT NULL REFERENCES identity (id),
    generation BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL
);
CREATE INDEX device_identity ON device (identity_id, id);

-- The outbox: intents, written with the act they belong to. Content, address and tokens are made when it is sent.
CREATE TABLE mail (
    id UUID NOT NULL PRIMARY KEY,
    lane TEXT COLLATE "C" NOT NULL CHECK (lane IN ('security', 'service')),
    kind TEXT COLLATE "C" NOT NULL,
    intent TEXT COLLATE "C" NOT NULL,
    language TEXT COLLATE "C" NOT NULL,
    tag TEXT COLLATE "C" NOT NULL UNIQUE,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'sent', 'merged', 'dropped', 'dead')),
    reason TEXT COLLATE "C",
    created_at BIGINT NOT NULL,
    alive_since BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    unknown_attempts BIGINT NOT NULL,
    lease BIGINT NOT NULL,
    leased_until BIGINT,
    organisation_id UUID REFERENCES organisation (id),
    identity_id UUID REFERENCES identity (id),
    generation BIGINT,
    link_id UUID REFERENCES email_link (id),
    masked_address TEXT COLLATE "C",
    handed_at BIGINT,
    ended_at BIGINT,
    reply TEXT COLLATE "C"
);
CREATE INDEX mail_due ON mail (lane, due_at, id) WHERE state = 'waiting';
CREATE INDEX mail_dead ON mail (ended_at, id) WHERE state = 'dead';
CREATE INDEX mail_identity ON mail (identity_id, kind, handed_at);

-- What a link in a mail stands for. Only the hash is kept; mail_id is the request, all tokens of a request are sisters.
CREATE TABLE token (
    id UUID NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('reset', 'invitation')),
    mail_id UUID NOT NULL REFERENCES mail (id),
    attempt BIGINT NOT NULL,
    identity_id UUID NOT NULL REFERENCES identity (id),
    generation BIGINT NOT NULL,
    link_id UUID REFERENCES email_link (id),
    asks_username BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT,
    ended_at BIGINT,
    end_reason TEXT COLLATE "C"
);
CREATE INDEX token_mail ON token (mail_id, id);
CREATE INDEX token_identity ON token (identity_id, id);

-- How often something was tried in a window of time. The key is a keyed hash, so nothing typed is kept.
CREATE TABLE limit_count (
    key BYTEA NOT NULL CHECK (octet_length(key) = 32),
    window_start BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (key, window_start)
);
CREATE INDEX limit_count_ends ON limit_count (ends_at);

-- Law 11. Lines are inserted with the act and never changed; the chain is inserted by the sealer; side rows may go.
CREATE TABLE audit_line (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID REFERENCES organisation (id),
    at BIGINT NOT NULL,
    act TEXT COLLATE "C" NOT NULL,
    door TEXT COLLATE "C" NOT NULL,
    actor_kind TEXT COLLATE "C" NOT NULL,
    actor_id UUID,
    subject_kind TEXT COLLATE "C" NOT NULL,
    subject_id UUID,
    reason TEXT COLLATE "C",
    side_hash BYTEA CHECK (octet_length(side_hash) = 32)
);
CREATE INDEX audit_line_subject ON audit_line (subject_id, id);

CREATE TABLE audit_side (
    line_id UUID NOT NULL PRIMARY KEY REFERENCES audit_line (id),
    salt BYTEA NOT NULL CHECK (octet_length(salt) = 32),
    detail TEXT COLLATE "C" NOT NULL
);

-- Lines the sealer has not numbered yet; a few seconds' worth.
CREATE TABLE audit_unsealed (
    line_id UUID NOT NULL PRIMARY KEY REFERENCES audit_line (id)
);

-- One chain per organisation and one for the operator (whose chain_id is all zeroes).
CREATE TABLE audit_chain (
    chain_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    line_id UUID NOT NULL UNIQUE REFERENCES audit_line (id),
    previous BYTEA NOT NULL CHECK (octet_length(previous) = 32),
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    PRIMARY KEY (chain_id, seq)
);

CREATE TABLE lease (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    holder UUID NOT NULL,
    ends_at BIGINT NOT NULL
);

-- A list on its way: its bytes arrive, it is read and judged, somebody confirms it, its rows are applied.
-- layout: how it is read (JSON). tally: the counts of its rows (JSON). reason: why it is unreadable, or refused whole (JSON).
CREATE TABLE import_batch (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    project_id UUID NOT NULL REFERENCES project (id),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('arriving', 'reading', 'unreadable', 'judged', 'confirmed', 'applied', 'discarded')),
    reason TEXT COLLATE "C",
    file_name TEXT COLLATE "C" NOT NULL,
    file_hash BYTEA NOT NULL CHECK (octet_length(file_hash) = 32),
    layout TEXT COLLATE "C",
    tally TEXT COLLATE "C",
    total BIGINT NOT NULL,
    cursor BIGINT NOT NULL,
    staff_id UUID REFERENCES staff (id),
    created_at BIGINT NOT NULL,
    confirmed_at BIGINT,
    applied_at BIGINT,
    purge_at BIGINT NOT NULL,
    purged BOOLEAN NOT NULL
);
CREATE INDEX import_batch_project ON import_batch (project_id, id);
CREATE INDEX import_batch_work ON import_batch (id) WHERE state IN ('reading', 'confirmed');
CREATE INDEX import_batch_purge ON import_batch (purge_at, id) WHERE NOT purged;

-- The list itself, sealed, in parts: as it arrived, and then the copy that replaces it, whole rows a part, without the
-- columns that nobody may keep. first_row is the number of the first row of the part.
CREATE TABLE import_part (
    batch_id UUID NOT NULL REFERENCES import_batch (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('upload', 'copy')),
    number BIGINT NOT NULL,
    first_row BIGINT NOT NULL,
    sealed BYTEA NOT NULL,
    PRIMARY KEY (batch_id, kind, number)
);

-- home is what was recognised of the row (JSON); the client's other columns enter no table. link_id is the address that the
-- row brought, previous_link_id the one that it replaced: for the undoing.
CREATE TABLE import_row (
    batch_id UUID NOT NULL REFERENCES import_batch (id),
    number BIGINT NOT NULL,
    home_key TEXT COLLATE "C",
    home TEXT COLLATE "C" NOT NULL,
    judgement TEXT COLLATE "C" NOT NULL CHECK (judgement IN ('new', 'unchanged', 'changed', 'conflict', 'refused')),
    reasons TEXT COLLATE "C" NOT NULL,
    account_id UUID,
    link_id UUID,
    previous_link_id UUID,
    undone_at BIGINT,
    PRIMARY KEY (batch_id, number)
);
CREATE INDEX import_row_judgement ON import_row (batch_id, judgement, number);
CREATE INDEX import_row_account ON import_row (account_id);

-- Usernames of rows that were undone: never issued again.
CREATE TABLE retired_username (
    skeleton TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    username TEXT COLLATE "C" NOT NULL,
    retired_at BIGINT NOT NULL
);
