-- A tenant change can be a mistake: 'reopened' is the change that undoes one. 'sold' is a home that leaves the scope: nobody comes there any more.
-- still_here_at is when somebody who was to leave said to live there still.

CREATE TABLE tenant_change_next (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    dwelling_id UUID NOT NULL REFERENCES dwelling (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('new-tenant', 'vacant', 'arrival', 'death', 'eviction', 'sold', 'reopened')),
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
    ends_on TEXT COLLATE "C",
    ends_at BIGINT,
    starts_on TEXT COLLATE "C",
    starts_at BIGINT,
    gap BIGINT NOT NULL,
    begins_id UUID,
    staff_id UUID REFERENCES staff (id),
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    due_at BIGINT NOT NULL,
    done_at BIGINT,
    still_here_at BIGINT,
    CHECK ((state = 'done') = (done_at IS NOT NULL))
);
INSERT INTO tenant_change_next SELECT id, organisation_id, dwelling_id, kind, state, ends_on, ends_at, starts_on, starts_at, gap, begins_id, staff_id, created_at, changed_at, due_at, done_at, NULL FROM tenant_change;
CREATE TABLE tenant_change_end_next (
    change_id UUID NOT NULL REFERENCES tenant_change_next (id),
    occupancy_id UUID NOT NULL,
    PRIMARY KEY (change_id, occupancy_id)
);
INSERT INTO tenant_change_end_next SELECT change_id, occupancy_id FROM tenant_change_end;
DROP TABLE tenant_change_end;
DROP TABLE tenant_change;
ALTER TABLE tenant_change_next RENAME TO tenant_change;
ALTER TABLE tenant_change_end_next RENAME TO tenant_change_end;
CREATE UNIQUE INDEX tenant_change_planned ON tenant_change (dwelling_id) WHERE state = 'planned';
CREATE INDEX tenant_change_due ON tenant_change (due_at, id) WHERE state = 'planned';
CREATE INDEX tenant_change_organisation ON tenant_change (organisation_id, id);
CREATE INDEX tenant_change_dwelling ON tenant_change (dwelling_id, id);

-- When the access of those who stay was made anew, because one of them left: for 90 days the account counts as in use.
ALTER TABLE identity ADD COLUMN renewed_at BIGINT;

-- A link in a mail may be to say that somebody still lives there.
CREATE TABLE token_next (
    id UUID NOT NULL PRIMARY KEY,
    hash BYTEA NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    purpose TEXT COLLATE "C" NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here')),
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
