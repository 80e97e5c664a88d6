-- Passkeys: the public half of a key pair that stays with its owner, under the generation of the identity (law 6). What the
-- device calls it is its credential; what its owner calls it is its name.
CREATE TABLE passkey (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    identity_id BLOB NOT NULL REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER NOT NULL,
    credential BLOB NOT NULL UNIQUE,
    public_key BLOB NOT NULL,
    counter INTEGER NOT NULL,
    backup_eligible INTEGER NOT NULL CHECK (backup_eligible IN (0, 1)),
    backed_up INTEGER NOT NULL CHECK (backed_up IN (0, 1)),
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    used_at INTEGER
) STRICT;
CREATE INDEX passkey_identity ON passkey (identity_id, id);

-- What devices know an identity by: random, new for every occupancy, and gone with it.
CREATE TABLE passkey_user (
    identity_id BLOB NOT NULL PRIMARY KEY REFERENCES identity (id) CHECK (length(identity_id) = 16),
    generation INTEGER NOT NULL,
    handle BLOB NOT NULL UNIQUE CHECK (length(handle) = 32)
) STRICT;

-- Challenges that were answered: none is answered twice. Forgotten when they are too old to be answered at all.
CREATE TABLE passkey_answer (
    challenge BLOB NOT NULL PRIMARY KEY CHECK (length(challenge) = 32),
    ends_at INTEGER NOT NULL
) STRICT;
CREATE INDEX passkey_answer_ends ON passkey_answer (ends_at);
