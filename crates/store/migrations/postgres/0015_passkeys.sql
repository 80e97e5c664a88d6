-- Passkeys: the public half of a key pair that stays with its owner, under the generation of the identity (law 6). What the
-- device calls it is its credential; what its owner calls it is its name.
CREATE TABLE passkey (
    id UUID NOT NULL PRIMARY KEY,
    identity_id UUID NOT NULL REFERENCES identity (id),
    generation BIGINT NOT NULL,
    credential BYTEA NOT NULL UNIQUE,
    public_key BYTEA NOT NULL,
    counter BIGINT NOT NULL,
    backup_eligible BOOLEAN NOT NULL,
    backed_up BOOLEAN NOT NULL,
    name TEXT COLLATE "C" NOT NULL,
    created_at BIGINT NOT NULL,
    used_at BIGINT
);
CREATE INDEX passkey_identity ON passkey (identity_id, id);

-- What devices know an identity by: random, new for every occupancy, and gone with it.
CREATE TABLE passkey_user (
    identity_id UUID NOT NULL PRIMARY KEY REFERENCES identity (id),
    generation BIGINT NOT NULL,
    handle BYTEA NOT NULL UNIQUE CHECK (octet_length(handle) = 32)
);

-- Challenges that were answered: none is answered twice. Forgotten when they are too old to be answered at all.
CREATE TABLE passkey_answer (
    challenge BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(challenge) = 32),
    ends_at BIGINT NOT NULL
);
CREATE INDEX passkey_answer_ends ON passkey_answer (ends_at);
