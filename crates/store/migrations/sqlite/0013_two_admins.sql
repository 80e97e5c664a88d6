-- What two admins decide together: a contact of a client, a lost second factor, homes that go to another client. Such a proposal is
-- about no project; about the operator's own people it has no client either. The command line proposes as nobody.

CREATE TABLE proposal_next (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    project_id BLOB CHECK (length(project_id) = 16),
    dwelling_id BLOB CHECK (length(dwelling_id) = 16),
    account_id BLOB CHECK (length(account_id) = 16),
    occupancy_id BLOB CHECK (length(occupancy_id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('change-address', 'many-changes', 'reopen', 'contact', 'lost-factor', 'move-homes')),
    state TEXT NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'expired', 'withdrawn')),
    hash BLOB NOT NULL CHECK (length(hash) = 32),
    sealed BLOB,
    masked TEXT NOT NULL,
    proposed_by BLOB REFERENCES staff (id) CHECK (length(proposed_by) = 16),
    key_id BLOB REFERENCES api_key (id) CHECK (length(key_id) = 16),
    proposed_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    waits_until INTEGER,
    decided_by BLOB REFERENCES staff (id) CHECK (length(decided_by) = 16),
    decided_at INTEGER,
    reason TEXT,
    CHECK (proposed_by IS NULL OR key_id IS NULL),
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((state = 'open') = (sealed IS NOT NULL))
) STRICT;
INSERT INTO proposal_next SELECT id, organisation_id, project_id, dwelling_id, account_id, occupancy_id, kind, state, hash, sealed, masked, proposed_by, key_id, proposed_at, expires_at, waits_until, decided_by, decided_at, reason FROM proposal;
DROP TABLE proposal;
ALTER TABLE proposal_next RENAME TO proposal;
CREATE UNIQUE INDEX proposal_occupancy ON proposal (occupancy_id) WHERE state = 'open' AND occupancy_id IS NOT NULL;
CREATE INDEX proposal_open ON proposal (organisation_id, id) WHERE state = 'open';
CREATE INDEX proposal_decided ON proposal (organisation_id, decided_at, id) WHERE state <> 'open';
CREATE INDEX proposal_home ON proposal (dwelling_id, id) WHERE state = 'open';
CREATE INDEX proposal_late ON proposal (expires_at, id) WHERE state = 'open';
CREATE INDEX proposal_waits ON proposal (waits_until, id) WHERE state = 'open' AND waits_until IS NOT NULL;
CREATE INDEX proposal_admins ON proposal (id) WHERE state = 'open' AND project_id IS NULL;
CREATE INDEX proposal_admins_decided ON proposal (decided_at, id) WHERE state <> 'open' AND project_id IS NULL;

-- People of a client whose mail counts as the client's own: entered by one person, approved by another, the mailbox proven by a link.
-- identity_id is what the links in their mails hang on, as everybody's do; nobody signs in with it.
CREATE TABLE contact (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    identity_id BLOB NOT NULL UNIQUE REFERENCES identity (id) CHECK (length(identity_id) = 16),
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    proposal_id BLOB NOT NULL CHECK (length(proposal_id) = 16),
    created_at INTEGER NOT NULL,
    proven_at INTEGER,
    approved_at INTEGER,
    ended_at INTEGER
) STRICT;
CREATE UNIQUE INDEX contact_email ON contact (organisation_id, email) WHERE ended_at IS NULL;
CREATE INDEX contact_proposal ON contact (proposal_id);

-- A link in a mail may prove the mailbox of a contact.
CREATE TABLE token_next (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here', 'contact')),
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
