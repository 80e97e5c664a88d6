-- Mail that comes in (PRODUCT 3.5). The message lies here sealed until it is read; the digest of envelope and message keeps it from being
-- handled twice, that of its signature tells when somebody sent it on.

CREATE TABLE inbound_mail (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    digest BLOB NOT NULL CHECK (length(digest) = 32),
    signature BLOB CHECK (length(signature) = 32),
    kind TEXT NOT NULL CHECK (kind IN ('request', 'bounce', 'other')),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'read')),
    sealed BLOB,
    tries INTEGER NOT NULL,
    received_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX inbound_mail_digest ON inbound_mail (digest);
CREATE INDEX inbound_mail_signature ON inbound_mail (signature) WHERE signature IS NOT NULL;
CREATE INDEX inbound_mail_due ON inbound_mail (due_at, id) WHERE state = 'waiting';

-- One thing that a mail asks for, or the mail itself when a person has to read it. doubt is none when the mail is authentic; organisation_id
-- is that of the account, none when there is no such account; proposal_id what was put
-- forward because of it.
CREATE TABLE link_request (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    mail_id BLOB NOT NULL REFERENCES inbound_mail (id) CHECK (length(mail_id) = 16),
    organisation_id BLOB REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    dwelling_id BLOB CHECK (length(dwelling_id) = 16),
    account_id BLOB CHECK (length(account_id) = 16),
    contact_id BLOB CHECK (length(contact_id) = 16),
    sealed BLOB NOT NULL,
    unclear TEXT,
    doubt TEXT,
    state TEXT NOT NULL CHECK (state IN ('open', 'asked', 'accepted', 'refused')),
    reason TEXT,
    received_at INTEGER NOT NULL,
    decided_at INTEGER,
    decided_by BLOB REFERENCES staff (id) CHECK (length(decided_by) = 16),
    proposal_id BLOB CHECK (length(proposal_id) = 16)
) STRICT;
CREATE INDEX link_request_open ON link_request (id) WHERE state IN ('open', 'asked');
CREATE INDEX link_request_mail ON link_request (mail_id);
CREATE INDEX link_request_proposal ON link_request (organisation_id, proposal_id) WHERE proposal_id IS NOT NULL;

-- Since when no mail of the contacts of a client counts: a mailbox or a domain of theirs was taken over.
ALTER TABLE organisation ADD COLUMN mail_frozen_at INTEGER;
