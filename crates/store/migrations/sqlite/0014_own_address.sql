-- An address that a resident changed: instead_of is the address that gave way to it, so that what came after what can be followed back.
-- Only changes that residents made are linked: after one by others there is nothing of theirs to take back.
ALTER TABLE email_link ADD COLUMN instead_of BLOB CHECK (length(instead_of) = 16);
CREATE UNIQUE INDEX email_link_proposed ON email_link (occupancy_id) WHERE proof = 'proposed';

-- A link in a mail may be to prove a new address, or to take its coming back.
CREATE TABLE token_next (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here', 'contact', 'email-confirm', 'email-undo')),
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
