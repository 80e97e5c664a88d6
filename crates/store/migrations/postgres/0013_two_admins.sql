-- What two admins decide together: a contact of a client, a lost second factor, homes that go to another client. Such a proposal is
-- about no project; about the operator's own people it has no client either. The command line proposes as nobody.

CREATE TABLE proposal_next (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID REFERENCES organisation (id),
    project_id UUID,
    dwelling_id UUID,
    account_id UUID,
    occupancy_id UUID,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('change-address', 'many-changes', 'reopen', 'contact', 'lost-factor', 'move-homes')),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'approved', 'refused', 'expired', 'withdrawn')),
    hash BYTEA NOT NULL CHECK (octet_length(hash) = 32),
    sealed BYTEA,
    masked TEXT COLLATE "C" NOT NULL,
    proposed_by UUID REFERENCES staff (id),
    key_id UUID REFERENCES api_key (id),
    proposed_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    waits_until BIGINT,
    decided_by UUID REFERENCES staff (id),
    decided_at BIGINT,
    reason TEXT COLLATE "C",
    CHECK (proposed_by IS NULL OR key_id IS NULL),
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((state = 'open') = (sealed IS NOT NULL))
);
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
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    identity_id UUID NOT NULL UNIQUE REFERENCES identity (id),
    name TEXT COLLATE "C" NOT NULL,
    email TEXT COLLATE "C" NOT NULL,
    proposal_id UUID NOT NULL,
    created_at BIGINT NOT NULL,
    proven_at BIGINT,
    approved_at BIGINT,
    ended_at BIGINT
);
CREATE UNIQUE INDEX contact_email ON contact (organisation_id, email) WHERE ended_at IS NULL;
CREATE INDEX contact_proposal ON contact (proposal_id);

-- A link in a mail may prove the mailbox of a contact.
CREATE TABLE token_next (
    id UUID NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here', 'contact')),
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
