-- Proposals: changes that nobody makes alone (laws 7 and 8). sealed is exactly what would be done, sealed, and is forgotten once
-- it is decided; hash is taken of it; masked tells it with addresses masked. Other kinds than a changed address are about no home.
-- project_id to occupancy_id follow from the home; as references they would make every removal of a home search here.

CREATE TABLE proposal (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    project_id BLOB CHECK (length(project_id) = 16),
    dwelling_id BLOB CHECK (length(dwelling_id) = 16),
    account_id BLOB CHECK (length(account_id) = 16),
    occupancy_id BLOB CHECK (length(occupancy_id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('change-address', 'many-changes', 'reopen', 'contact', 'lost-factor')),
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'expired', 'withdrawn')),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    sealed BLOB,
    masked TEXT NOT NULL,
    proposed_by BLOB NOT NULL REFERENCES staff (id) CHECK (length(proposed_by) = 16),
    proposed_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    waits_until INTEGER,
    decided_by BLOB REFERENCES staff (id) CHECK (length(decided_by) = 16),
    decided_at INTEGER,
    reason TEXT,
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((state = 'open') = (sealed IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX proposal_occupancy ON proposal (occupancy_id) WHERE state = 'open' AND occupancy_id IS NOT NULL;
CREATE INDEX proposal_open ON proposal (organisation_id, id) WHERE state = 'open';
CREATE INDEX proposal_decided ON proposal (organisation_id, decided_at, id) WHERE state <> 'open';
CREATE INDEX proposal_home ON proposal (dwelling_id, id) WHERE state = 'open';
CREATE INDEX proposal_late ON proposal (expires_at, id) WHERE state = 'open';
CREATE INDEX proposal_waits ON proposal (waits_until, id) WHERE state = 'open' AND waits_until IS NOT NULL;

-- A link in a mail may be for an objection too.
CREATE TABLE token_next (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection')),
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
