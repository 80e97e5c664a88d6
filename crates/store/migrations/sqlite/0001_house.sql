-- The house: clients, homes, accounts, who lives there, and what they sign in with.
-- Times are microseconds since 1970 (UTC), days are ISO days in Europe/Amsterdam.
-- This file and its twin for the other engine have the same tables, columns and order; a test compares them.

CREATE TABLE house (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

CREATE TABLE organisation (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    slug TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    portal INTEGER NOT NULL CHECK (portal IN (0, 1)),
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE project (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    slug TEXT NOT NULL,
    name TEXT NOT NULL,
    prefix TEXT NOT NULL,
    next_number INTEGER NOT NULL,
    delivered_on TEXT,
    created_at INTEGER NOT NULL,
    UNIQUE (organisation_id, slug)
) STRICT;

-- A home is found by the client's own number, else by its address, else by its build number within the project.
-- The keys are the normalised forms; the other columns are as the client wrote them.
CREATE TABLE dwelling (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    project_id BLOB NOT NULL REFERENCES project (id) CHECK (length(project_id) = 16),
    client_number TEXT,
    street TEXT,
    house_number TEXT,
    addition TEXT,
    postcode TEXT,
    place TEXT,
    build_number TEXT,
    client_key TEXT,
    address_key TEXT,
    build_key TEXT,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX dwelling_client_key ON dwelling (organisation_id, client_key) WHERE client_key IS NOT NULL;
CREATE UNIQUE INDEX dwelling_address_key ON dwelling (organisation_id, address_key) WHERE address_key IS NOT NULL;
CREATE UNIQUE INDEX dwelling_build_key ON dwelling (project_id, build_key) WHERE build_key IS NOT NULL;
CREATE INDEX dwelling_project ON dwelling (project_id, id);

-- A username never changes and belongs to the home. The skeleton keeps look-alikes apart over the whole installation.
CREATE TABLE account (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    dwelling_id BLOB NOT NULL REFERENCES dwelling (id) CHECK (length(dwelling_id) = 16),
    main INTEGER NOT NULL CHECK (main IN (0, 1)),
    username TEXT NOT NULL,
    skeleton TEXT NOT NULL UNIQUE,
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX account_main ON account (dwelling_id) WHERE main;
CREATE INDEX account_dwelling ON account (dwelling_id, id);

-- What signs in. Everything that gives access hangs here and carries the generation it was made under; the end of an
-- occupancy is access_ends_at, compared with the clock at every use (law 6).
CREATE TABLE identity (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('resident', 'staff')),
    generation INTEGER NOT NULL,
    subject TEXT NOT NULL UNIQUE,
    access_ends_at INTEGER,
    signed_in_at INTEGER,
    language TEXT,
    created_at INTEGER NOT NULL
) STRICT;

CREATE TABLE occupancy (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    account_id BLOB NOT NULL REFERENCES account (id) CHECK (length(account_id) = 16),
    identity_id BLOB NOT NULL UNIQUE REFERENCES identity (id) CHECK (length(identity_id) = 16),
    starts_on TEXT NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_on TEXT,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX occupancy_account ON occupancy (account_id, starts_at);

CREATE TABLE staff (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    identity_id BLOB NOT NULL UNIQUE REFERENCES identity (id) CHECK (length(identity_id) = 16),
    organisation_id BLOB REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    email TEXT NOT NULL UNIQUE,
    role TEXT NOT NULL CHECK (role IN ('clerk', 'org-admin', 'support', 'project-lead', 'operator-admin', 'auditor')),
    state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'ended')),
    joined_at INTEGER,
    created_at INTEGER NOT NULL,
    CHECK ((role IN ('clerk', 'org-admin')) = (organisation_id IS NOT NULL))
) STRICT;
CREATE INDEX staff_organisation ON staff (organisation_id, id);

CREATE TABLE staff_project (
    staff_id BLOB NOT NULL REFERENCES staff (id) CHECK (length(staff_id) = 16),
    project_id BLOB NOT NULL REFERENCES project (id) CHECK (length(project_id) = 16),
    PRIMARY KEY (staff_id, project_id)
) STRICT;

-- The address tied to an occupancy: who vouches for it (proof) and whether mail arrives (delivery).
CREATE TABLE email_link (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    occupancy_id BLOB NOT NULL REFERENCES occupancy (id) CHECK (length(occupancy_id) = 16),
    address TEXT NOT NULL,
    search_key TEXT NOT NULL,
    proof TEXT NOT NULL CHECK (proof IN ('proposed', 'linked', 'confirmed', 'ended')),
    delivery TEXT NOT NULL CHECK (delivery IN ('ok', 'soft', 'hard')),
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX email_link_current ON email_link (occupancy_id) WHERE proof IN ('linked', 'confirmed');
CREATE INDEX email_link_search ON email_link (search_key) WHERE proof = 'confirmed';

CREATE TABLE password (
    identity_id BLOB NOT NULL PRIMARY KEY REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER NOT NULL,
    phc TEXT NOT NULL,
    key_number INTEGER NOT NULL,
    set_at INTEGER NOT NULL
) STRICT;

CREATE TABLE second_factor (
    identity_id BLOB NOT NULL PRIMARY KEY REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    sealed_codes BLOB,
    last_step INTEGER,
    set_at INTEGER
) STRICT;

CREATE TABLE recovery_code (
    identity_id BLOB NOT NULL REFERENCES identity (id) CHECK (length(identity_id) = 16),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    generation INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER,
    PRIMARY KEY (identity_id, hash)
) STRICT;

-- A row per device that is signed in. level: enrol (a password, no second factor yet), half (password given, second
-- factor asked), full.
CREATE TABLE session (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    identity_id BLOB NOT NULL REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER NOT NULL,
    level TEXT NOT NULL CHECK (level IN ('enrol', 'half', 'full')),
    browser TEXT NOT NULL,
    system TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;
CREATE INDEX session_identity ON session (identity_id, id);
CREATE INDEX session_ends ON session (ends_at);

-- A browser that signed in before: it gets its turn when guessing is slowed down.
CREATE TABLE device (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    identity_id BLOB NOT NULL REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX device_identity ON device (identity_id, id);

-- The outbox: intents, written with the act they belong to. Content, address and tokens are made when it is sent.
CREATE TABLE mail (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    lane TEXT NOT NULL CHECK (lane IN ('security', 'service')),
    kind TEXT NOT NULL,
    intent TEXT NOT NULL,
    language TEXT NOT NULL,
    tag TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'merged', 'dropped', 'dead')),
    reason TEXT,
    created_at INTEGER NOT NULL,
    alive_since INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    unknown_attempts INTEGER NOT NULL,
    lease INTEGER NOT NULL,
    leased_until INTEGER,
    organisation_id BLOB REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    identity_id BLOB REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER,
    link_id BLOB REFERENCES email_link (id) CHECK (length(link_id) = 16),
    masked_address TEXT,
    handed_at INTEGER,
    ended_at INTEGER,
    reply TEXT
) STRICT;
CREATE INDEX mail_due ON mail (lane, due_at, id) WHERE state = 'waiting';
CREATE INDEX mail_dead ON mail (ended_at, id) WHERE state = 'dead';
CREATE INDEX mail_identity ON mail (identity_id, kind, handed_at);

-- What a link in a mail stands for. Only the hash is kept; mail_id is the request, all tokens of a request are sisters.
CREATE TABLE token (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('reset', 'invitation')),
    mail_id BLOB NOT NULL REFERENCES mail (id) CHECK (length(mail_id) = 16),
    attempt INTEGER NOT NULL,
    identity_id BLOB NOT NULL REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER NOT NULL,
    link_id BLOB REFERENCES email_link (id) CHECK (length(link_id) = 16),
    asks_username INTEGER NOT NULL CHECK (asks_username IN (0, 1)),
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER,
    ended_at INTEGER,
    end_reason TEXT
) STRICT;
CREATE INDEX token_mail ON token (mail_id, id);
CREATE INDEX token_identity ON token (identity_id, id);

-- How often something was tried in a window of time. The key is a keyed hash, so nothing typed is kept.
CREATE TABLE limit_count (
    key BLOB NOT NULL CHECK (length(key) = 32),
    window_start INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    n INTEGER NOT NULL,
    PRIMARY KEY (key, window_start)
) STRICT;
CREATE INDEX limit_count_ends ON limit_count (ends_at);

-- Law 11. Lines are inserted with the act and never changed; the chain is inserted by the sealer; side rows may go.
CREATE TABLE audit_line (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    at INTEGER NOT NULL,
    act TEXT NOT NULL,
    door TEXT NOT NULL,
    actor_kind TEXT NOT NULL,
    actor_id BLOB CHECK (length(actor_id) = 16),
    subject_kind TEXT NOT NULL,
    subject_id BLOB CHECK (length(subject_id) = 16),
    reason TEXT,
    side_hash BLOB CHECK (length(side_hash) = 32)
) STRICT;
CREATE INDEX audit_line_subject ON audit_line (subject_id, id);

CREATE TABLE audit_side (
    line_id BLOB NOT NULL PRIMARY KEY REFERENCES audit_line (id) CHECK (length(line_id) = 16),
    salt BLOB NOT NULL CHECK (length(salt) = 32),
    detail TEXT NOT NULL
) STRICT;

-- Lines the sealer has not numbered yet; a few seconds' worth.
CREATE TABLE audit_unsealed (
    line_id BLOB NOT NULL PRIMARY KEY REFERENCES audit_line (id) CHECK (length(line_id) = 16)
) STRICT;

-- One chain per organisation and one for the operator (whose chain_id is all zeroes).
CREATE TABLE audit_chain (
    chain_id BLOB NOT NULL CHECK (length(chain_id) = 16),
    seq INTEGER NOT NULL,
    line_id BLOB NOT NULL UNIQUE REFERENCES audit_line (id) CHECK (length(line_id) = 16),
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (chain_id, seq)
) STRICT;

CREATE TABLE lease (
    name TEXT NOT NULL PRIMARY KEY,
    holder BLOB NOT NULL CHECK (length(holder) = 16),
    ends_at INTEGER NOT NULL
) STRICT;

-- A list on its way: its bytes arrive, it is read and judged, somebody confirms it, its rows are applied.
-- layout: how it is read (JSON). tally: the counts of its rows (JSON). reason: why it is unreadable, or refused whole (JSON).
CREATE TABLE import_batch (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    project_id BLOB NOT NULL REFERENCES project (id) CHECK (length(project_id) = 16),
    state TEXT NOT NULL CHECK (state IN ('arriving', 'reading', 'unreadable', 'judged', 'confirmed', 'applied', 'discarded')),
    reason TEXT,
    file_name TEXT NOT NULL,
    file_hash BLOB NOT NULL CHECK (length(file_hash) = 32),
    layout TEXT,
    tally TEXT,
    total INTEGER NOT NULL,
    cursor INTEGER NOT NULL,
    staff_id BLOB REFERENCES staff (id) CHECK (length(staff_id) = 16),
    created_at INTEGER NOT NULL,
    confirmed_at INTEGER,
    applied_at INTEGER,
    purge_at INTEGER NOT NULL,
    purged INTEGER NOT NULL CHECK (purged IN (0, 1))
) STRICT;
CREATE INDEX import_batch_project ON import_batch (project_id, id);
CREATE INDEX import_batch_work ON import_batch (id) WHERE state IN ('reading', 'confirmed');
CREATE INDEX import_batch_purge ON import_batch (purge_at, id) WHERE NOT purged;

-- The list itself, sealed, in parts: as it arrived, and then the copy that replaces it, whole rows a part, without the
-- columns that nobody may keep. first_row is the number of the first row of the part.
CREATE TABLE import_part (
    batch_id BLOB NOT NULL REFERENCES import_batch (id) CHECK (length(batch_id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('upload', 'copy')),
    number INTEGER NOT NULL,
    first_row INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (batch_id, kind, number)
) STRICT;

-- home is what was recognised of the row (JSON); the client's other columns enter no table. link_id is the address that the
-- row brought, previous_link_id the one that it replaced: for the undoing.
CREATE TABLE import_row (
    batch_id BLOB NOT NULL REFERENCES import_batch (id) CHECK (length(batch_id) = 16),
    number INTEGER NOT NULL,
    home_key TEXT,
    home TEXT NOT NULL,
    judgement TEXT NOT NULL CHECK (judgement IN ('new', 'unchanged', 'changed', 'conflict', 'refused')),
    reasons TEXT NOT NULL,
    account_id BLOB CHECK (length(account_id) = 16),
    link_id BLOB CHECK (length(link_id) = 16),
    previous_link_id BLOB CHECK (length(previous_link_id) = 16),
    undone_at INTEGER,
    PRIMARY KEY (batch_id, number)
) STRICT;
CREATE INDEX import_row_judgement ON import_row (batch_id, judgement, number);
CREATE INDEX import_row_account ON import_row (account_id);

-- Usernames of rows that were undone: never issued again.
CREATE TABLE retired_username (
    skeleton TEXT NOT NULL PRIMARY KEY,
    username TEXT NOT NULL,
    retired_at INTEGER NOT NULL
) STRICT;
