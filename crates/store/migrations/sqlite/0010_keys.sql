-- Keys of clients' programs. Of a key only a hash is kept; what it is good for is words with a blank between them. A key is never
-- removed: what it did is told by its name.

CREATE TABLE api_key (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    name TEXT NOT NULL,
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    scopes TEXT NOT NULL,
    last_day TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    seen_at INTEGER,
    revoked_at INTEGER
) STRICT;
CREATE UNIQUE INDEX api_key_name ON api_key (organisation_id, name) WHERE revoked_at IS NULL;

-- What a program asked under an Idempotency-Key, for a day: nonce and request are hashes; status and the sealed answer come when it
-- is answered, until then it runs, or its lease is over.
CREATE TABLE api_request (
    key_id BLOB NOT NULL REFERENCES api_key (id) CHECK (length(key_id) = 16),
    nonce BLOB NOT NULL CHECK (length(nonce) = 32),
    request BLOB NOT NULL CHECK (length(request) = 32),
    claimed_at INTEGER NOT NULL,
    lease_until INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    status INTEGER,
    sealed BLOB,
    PRIMARY KEY (key_id, nonce),
    CHECK ((status IS NULL) = (sealed IS NULL))
) STRICT;
CREATE INDEX api_request_ends ON api_request (ends_at);

-- A program proposes too: then it is its key that proposed.
CREATE TABLE proposal_next (
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
    proposed_by BLOB REFERENCES staff (id) CHECK (length(proposed_by) = 16),
    key_id BLOB REFERENCES api_key (id) CHECK (length(key_id) = 16),
    proposed_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    waits_until INTEGER,
    decided_by BLOB REFERENCES staff (id) CHECK (length(decided_by) = 16),
    decided_at INTEGER,
    reason TEXT,
    CHECK ((proposed_by IS NULL) = (key_id IS NOT NULL)),
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((state = 'open') = (sealed IS NOT NULL))
) STRICT;
INSERT INTO proposal_next SELECT id, organisation_id, project_id, dwelling_id, account_id, occupancy_id, kind, state, hash, sealed, masked, proposed_by, NULL, proposed_at, expires_at, waits_until, decided_by, decided_at, reason FROM proposal;
DROP TABLE proposal;
ALTER TABLE proposal_next RENAME TO proposal;
CREATE UNIQUE INDEX proposal_occupancy ON proposal (occupancy_id) WHERE state = 'open' AND occupancy_id IS NOT NULL;
CREATE INDEX proposal_open ON proposal (organisation_id, id) WHERE state = 'open';
CREATE INDEX proposal_decided ON proposal (organisation_id, decided_at, id) WHERE state <> 'open';
CREATE INDEX proposal_home ON proposal (dwelling_id, id) WHERE state = 'open';
CREATE INDEX proposal_late ON proposal (expires_at, id) WHERE state = 'open';
CREATE INDEX proposal_waits ON proposal (waits_until, id) WHERE state = 'open' AND waits_until IS NOT NULL;
