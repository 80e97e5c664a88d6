-- A case of the help desk: what somebody asks, in fixed words, and whether the owner of the account proved to be it. number is told
-- on the phone; code_hash is a keyed hash of the code in the mail, gone when the case is proven or over.
CREATE TABLE help_desk_case (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    occupancy_id UUID NOT NULL REFERENCES occupancy (id),
    staff_id UUID NOT NULL REFERENCES staff (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('phone', 'written')),
    deed TEXT COLLATE "C" NOT NULL CHECK (deed IN ('tell-username', 'end-sessions', 'lift-slow-down', 'cancel-change')),
    number BIGINT NOT NULL CHECK (number BETWEEN 10 AND 99),
    misses BIGINT NOT NULL,
    code_hash BYTEA CHECK (octet_length(code_hash) = 32),
    code_ends_at BIGINT,
    code_tries BIGINT NOT NULL,
    opened_at BIGINT NOT NULL,
    proven_at BIGINT,
    proven_by TEXT COLLATE "C" CHECK (proven_by IN ('number', 'code')),
    ended_at BIGINT,
    ended TEXT COLLATE "C" CHECK (ended IN ('done', 'denied', 'missed', 'withdrawn')),
    CHECK ((proven_at IS NULL) = (proven_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended IS NULL))
);
CREATE INDEX help_desk_case_occupancy ON help_desk_case (occupancy_id, id);
CREATE INDEX help_desk_case_staff ON help_desk_case (staff_id, id);
CREATE INDEX help_desk_case_client ON help_desk_case (organisation_id, id);

-- A link in a mail may be to say whether it is the owner of the account who asks the help desk for something.
CREATE TABLE token_next (
    id UUID NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here', 'contact', 'email-confirm', 'email-undo', 'caller-check', 'contact-ask', 'contact-handout', 'data-ask')),
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
INSERT INTO token_next SELECT id, hash, purpose, mail_id, attempt, identity_id, generation, link_id, asks_username, created_at, expires_at, used_at, ended_at, end_reason FROM token;
DROP TABLE token;
ALTER TABLE token_next RENAME TO token;
CREATE INDEX token_mail ON token (mail_id, id);
CREATE INDEX token_identity ON token (identity_id, id);
CREATE INDEX token_link ON token (link_id) WHERE link_id IS NOT NULL;
