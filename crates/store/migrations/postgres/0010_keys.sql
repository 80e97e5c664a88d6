-- Keys of clients' programs. Of a key only a hash is kept; what it is good for is words with a blank between them. A key is never
-- removed: what it did is told by its name.

CREATE TABLE api_key (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    name TEXT COLLATE "C" NOT NULL,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    scopes TEXT COLLATE "C" NOT NULL,
    last_day TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    seen_at BIGINT,
    revoked_at BIGINT
);
CREATE UNIQUE INDEX api_key_name ON api_key (organisation_id, name) WHERE revoked_at IS NULL;

-- What a program asked under an Idempotency-Key, for a day: nonce and request are hashes; status and the sealed answer come when it
-- is answered, until then it runs, or its lease is over.
CREATE TABLE api_request (
    key_id UUID NOT NULL REFERENCES api_key (id),
    nonce BYTEA NOT NULL CHECK (octet_length(nonce) = 32),
    request BYTEA NOT NULL CHECK (octet_length(request) = 32),
    claimed_at BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    ends_at BIGINT NOT NULL,
    status BIGINT,
    sealed BYTEA,
    PRIMARY KEY (key_id, nonce),
    CHECK ((status IS NULL) = (sealed IS NULL))
);
CREATE INDEX api_request_ends ON api_request (ends_at);

-- A program proposes too: then it is its key that proposed.
CREATE TABLE proposal_next (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    project_id UUID,
    dwelling_id UUID,
    account_id UUID,
    occupancy_id UUID,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('change-address', 'many-changes', 'reopen', 'contact', 'lost-factor')),
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
    CHECK ((proposed_by IS NULL) = (key_id IS NOT NULL)),
    CHECK ((state = 'open') = (decided_at IS NULL)),
    CHECK ((state = 'open') = (sealed IS NOT NULL))
);
INSERT INTO proposal_next SELECT id, organisation_id, project_id, dwelling_id, account_id, occupancy_id, kind, state, hash, sealed, masked, proposed_by, NULL::uuid, proposed_at, expires_at, waits_until, decided_by, decided_at, reason FROM proposal;
DROP TABLE proposal;
ALTER TABLE proposal_next RENAME TO proposal;
CREATE UNIQUE INDEX proposal_occupancy ON proposal (occupancy_id) WHERE state = 'open' AND occupancy_id IS NOT NULL;
CREATE INDEX proposal_open ON proposal (organisation_id, id) WHERE state = 'open';
CREATE INDEX proposal_decided ON proposal (organisation_id, decided_at, id) WHERE state <> 'open';
CREATE INDEX proposal_home ON proposal (dwelling_id, id) WHERE state = 'open';
CREATE INDEX proposal_late ON proposal (expires_at, id) WHERE state = 'open';
CREATE INDEX proposal_waits ON proposal (waits_until, id) WHERE state = 'open' AND waits_until IS NOT NULL;
