-- A case of the help desk: what somebody asks, in fixed words, and whether the owner of the account proved to be it. number is told
-- on the phone; code_hash is a keyed hash of the code in the mail, gone when the case is proven or over.
CREATE TABLE help_desk_case (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    occupancy_id BLOB NOT NULL REFERENCES occupancy (id) CHECK (length(occupancy_id) = 16),
    staff_id BLOB NOT NULL REFERENCES staff (id) CHECK (length(staff_id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'written')),
    deed TEXT NOT NULL CHECK (deed IN ('tell-username', 'end-sessions', 'lift-slow-down', 'cancel-change')),
    number INTEGER NOT NULL CHECK (number BETWEEN 10 AND 99),
    misses INTEGER NOT NULL,
    code_hash BLOB CHECK (length(code_hash) = 32),
    code_ends_at INTEGER,
    code_tries INTEGER NOT NULL,
    opened_at INTEGER NOT NULL,
    proven_at INTEGER,
    proven_by TEXT CHECK (proven_by IN ('number', 'code')),
    ended_at INTEGER,
    ended TEXT CHECK (ended IN ('done', 'denied', 'missed', 'withdrawn')),
    CHECK ((proven_at IS NULL) = (proven_by IS NULL)),
    CHECK ((ended_at IS NULL) = (ended IS NULL))
) STRICT;
CREATE INDEX help_desk_case_occupancy ON help_desk_case (occupancy_id, id);
CREATE INDEX help_desk_case_staff ON help_desk_case (staff_id, id);
CREATE INDEX help_desk_case_client ON help_desk_case (organisation_id, id);

-- A link in a mail may be to say whether it is the owner of the account who asks the help desk for something.
CREATE TABLE token_next (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here', 'contact', 'email-confirm', 'email-undo', 'caller-check', 'contact-ask', 'contact-handout', 'data-ask')),
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
INSERT INTO token_next SELECT id, hash, purpose, mail_id, attempt, identity_id, generation, link_id, asks_username, created_at, expires_at, used_at, ended_at, end_reason FROM token;
DROP TABLE token;
ALTER TABLE token_next RENAME TO token;
CREATE INDEX token_mail ON token (mail_id, id);
CREATE INDEX token_identity ON token (identity_id, id);
CREATE INDEX token_link ON token (link_id) WHERE link_id IS NOT NULL;
