-- An address that a resident changed: instead_of is the address that gave way to it, so that what came after what can be followed back.
-- Only changes that residents made are linked: after one by others there is nothing of theirs to take back.
ALTER TABLE email_link ADD COLUMN instead_of UUID;
CREATE UNIQUE INDEX email_link_proposed ON email_link (occupancy_id) WHERE proof = 'proposed';

-- A link in a mail may be to prove a new address, or to take its coming back.
CREATE TABLE token_next (
    id UUID NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here', 'contact', 'email-confirm', 'email-undo')),
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
