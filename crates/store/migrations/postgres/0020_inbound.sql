-- Mail that comes in (PRODUCT 3.5). The message lies here sealed until it is read; the digest of envelope and message keeps it from being
-- handled twice, that of its signature tells when somebody sent it on.

CREATE TABLE inbound_mail (
    id UUID NOT NULL PRIMARY KEY,
    digest BYTEA NOT NULL,
    signature BYTEA,
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('request', 'bounce', 'other')),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waiting', 'read')),
    sealed BYTEA,
    tries BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX inbound_mail_digest ON inbound_mail (digest);
CREATE INDEX inbound_mail_signature ON inbound_mail (signature) WHERE signature IS NOT NULL;
CREATE INDEX inbound_mail_due ON inbound_mail (due_at, id) WHERE state = 'waiting';

-- One thing that a mail asks for, or the mail itself when a person has to read it. doubt is none when the mail is authentic; organisation_id
-- is that of the account, none when there is no such account; proposal_id what was put
-- forward because of it.
CREATE TABLE link_request (
    id UUID NOT NULL PRIMARY KEY,
    mail_id UUID NOT NULL REFERENCES inbound_mail (id),
    organisation_id UUID REFERENCES organisation (id),
    dwelling_id UUID,
    account_id UUID,
    contact_id UUID,
    sealed BYTEA NOT NULL,
    unclear TEXT COLLATE "C",
    doubt TEXT COLLATE "C",
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('open', 'asked', 'accepted', 'refused')),
    reason TEXT COLLATE "C",
    received_at BIGINT NOT NULL,
    decided_at BIGINT,
    decided_by UUID REFERENCES staff (id),
    proposal_id UUID
);
CREATE INDEX link_request_open ON link_request (id) WHERE state IN ('open', 'asked');
CREATE INDEX link_request_mail ON link_request (mail_id);
CREATE INDEX link_request_proposal ON link_request (organisation_id, proposal_id) WHERE proposal_id IS NOT NULL;

-- Since when no mail of the contacts of a client counts: a mailbox or a domain of theirs was taken over.
ALTER TABLE organisation ADD COLUMN mail_frozen_at BIGINT;
