-- Law 13: terms that a client chose for itself, what is held back from the job that erases, and what that job did.

CREATE TABLE retention_term (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    class TEXT COLLATE "C" NOT NULL,
    days BIGINT NOT NULL,
    changed_by UUID REFERENCES staff (id),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, class)
);

-- Of a client as a whole, or of one of its homes. ends_at is when it is over by itself, ended_at when somebody ended it.
-- dwelling_id is a reference that no removal of a home needs to search for.
CREATE TABLE retention_hold (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    dwelling_id UUID,
    reason TEXT COLLATE "C" NOT NULL,
    ends_at BIGINT,
    set_by UUID REFERENCES staff (id),
    set_at BIGINT NOT NULL,
    ended_by UUID REFERENCES staff (id),
    ended_at BIGINT
);
CREATE INDEX retention_hold_open ON retention_hold (organisation_id, id) WHERE ended_at IS NULL;

-- A run that was killed has no end. Its counts say what is really gone: they are written with the erasing.
CREATE TABLE retention_run (
    id UUID NOT NULL PRIMARY KEY,
    started_at BIGINT NOT NULL,
    ended_at BIGINT
);

-- The operator's own are counted under an id of zeroes.
CREATE TABLE retention_count (
    run_id UUID NOT NULL REFERENCES retention_run (id),
    class TEXT COLLATE "C" NOT NULL,
    organisation_id UUID NOT NULL,
    n BIGINT NOT NULL,
    PRIMARY KEY (run_id, class, organisation_id)
);

-- When name and address of somebody who left went away.
ALTER TABLE staff ADD COLUMN erased_at BIGINT;

-- What is over, by client; and what hangs on an address, which goes before it.
CREATE INDEX occupancy_over ON occupancy (organisation_id, id) WHERE ends_on IS NOT NULL;
CREATE INDEX email_link_over ON email_link (organisation_id, id) WHERE proof IN ('ended', 'proposed');
CREATE INDEX mail_link ON mail (link_id) WHERE link_id IS NOT NULL;
CREATE INDEX token_link ON token (link_id) WHERE link_id IS NOT NULL;
