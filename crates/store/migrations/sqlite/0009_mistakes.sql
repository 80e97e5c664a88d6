-- A tenant change can be a mistake: 'reopened' is the change that undoes one. 'sold' is a home that leaves the scope: nobody comes there any more.
-- still_here_at is when somebody who was to leave said to live there still.

CREATE TABLE tenant_change_next (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    dwelling_id BLOB NOT NULL REFERENCES dwelling (id) CHECK (length(dwelling_id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('new-tenant', 'vacant', 'arrival', 'death', 'eviction', 'sold', 'reopened')),
    state TEXT NOT NULL CHECK (state IN ('planned', 'done', 'cancelled')),
    ends_on TEXT,
    ends_at INTEGER,
    starts_on TEXT,
    starts_at INTEGER,
    gap INTEGER NOT NULL,
    begins_id BLOB CHECK (length(begins_id) = 16),
    staff_id BLOB REFERENCES staff (id) CHECK (length(staff_id) = 16),
    created_at INTEGER NOT NULL,
    changed_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    done_at INTEGER,
    still_here_at INTEGER,
    CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;
INSERT INTO tenant_change_next SELECT id, organisation_id, dwelling_id, kind, state, ends_on, ends_at, starts_on, starts_at, gap, begins_id, staff_id, created_at, changed_at, due_at, done_at, NULL FROM tenant_change;
CREATE TABLE tenant_change_end_next (
    change_id BLOB NOT NULL REFERENCES tenant_change_next (id) CHECK (length(change_id) = 16),
    occupancy_id BLOB NOT NULL CHECK (length(occupancy_id) = 16),
    PRIMARY KEY (change_id, occupancy_id)
) STRICT;
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
ALTER TABLE identity ADD COLUMN renewed_at INTEGER;

-- A link in a mail may be to say that somebody still lives there.
CREATE TABLE token_next (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    hash BLOB NOT NULL UNIQUE CHECK (length(hash) = 32),
    purpose TEXT NOT NULL CHECK (purpose IN ('reset', 'invitation', 'objection', 'still-here')),
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
