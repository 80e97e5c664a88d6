-- Law 13: terms that a client chose for itself, what is held back from the job that erases, and what that job did.

CREATE TABLE retention_term (
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    class TEXT NOT NULL,
    days INTEGER NOT NULL,
    changed_by BLOB REFERENCES staff (id) CHECK (length(changed_by) = 16),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, class)
) STRICT;

-- Of a client as a whole, or of one of its homes. ends_at is when it is over by itself, ended_at when somebody ended it.
-- dwelling_id is a reference that no removal of a home needs to search for.
CREATE TABLE retention_hold (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    dwelling_id BLOB CHECK (length(dwelling_id) = 16),
    reason TEXT NOT NULL,
    ends_at INTEGER,
    set_by BLOB REFERENCES staff (id) CHECK (length(set_by) = 16),
    set_at INTEGER NOT NULL,
    ended_by BLOB REFERENCES staff (id) CHECK (length(ended_by) = 16),
    ended_at INTEGER
) STRICT;
CREATE INDEX retention_hold_open ON retention_hold (organisation_id, id) WHERE ended_at IS NULL;

-- A run that was killed has no end. Its counts say what is really gone: they are written with the erasing.
CREATE TABLE retention_run (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    started_at INTEGER NOT NULL,
    ended_at INTEGER
) STRICT;

-- The operator's own are counted under an id of zeroes.
CREATE TABLE retention_count (
    run_id BLOB NOT NULL REFERENCES retention_run (id) CHECK (length(run_id) = 16),
    class TEXT NOT NULL,
    organisation_id BLOB NOT NULL CHECK (length(organisation_id) = 16),
    n INTEGER NOT NULL,
    PRIMARY KEY (run_id, class, organisation_id)
) STRICT;

-- When name and address of somebody who left went away.
ALTER TABLE staff ADD COLUMN erased_at INTEGER;

-- What is over, by client; and what hangs on an address, which goes before it.
CREATE INDEX occupancy_over ON occupancy (organisation_id, id) WHERE ends_on IS NOT NULL;
CREATE INDEX email_link_over ON email_link (organisation_id, id) WHERE proof IN ('ended', 'proposed');
CREATE INDEX mail_link ON mail (link_id) WHERE link_id IS NOT NULL;
CREATE INDEX token_link ON token (link_id) WHERE link_id IS NOT NULL;
