-- One household leaves a home, another comes. What ends and begins access stands in occupancy, identity and progress from
-- the moment a change is planned; a row here says what was planned, and whether what hung on it was cleared away.
-- ends_* are the bounds of those who leave, starts_* those of who comes; due_at is when the change itself happens. gap is the
-- number of days somebody had access who should not have had it.
-- begins_id and occupancy_id follow from the home; as references they would make every removal of an occupancy search here.

CREATE TABLE tenant_change (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    dwelling_id BLOB NOT NULL REFERENCES dwelling (id) CHECK (length(dwelling_id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('new-tenant', 'vacant', 'arrival', 'death', 'eviction')),
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
    CHECK ((state = 'done') = (done_at IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX tenant_change_planned ON tenant_change (dwelling_id) WHERE state = 'planned';
CREATE INDEX tenant_change_due ON tenant_change (due_at, id) WHERE state = 'planned';
CREATE INDEX tenant_change_organisation ON tenant_change (organisation_id, id);
CREATE INDEX tenant_change_dwelling ON tenant_change (dwelling_id, id);

-- Whose occupancies end with it.
CREATE TABLE tenant_change_end (
    change_id BLOB NOT NULL REFERENCES tenant_change (id) CHECK (length(change_id) = 16),
    occupancy_id BLOB NOT NULL CHECK (length(occupancy_id) = 16),
    PRIMARY KEY (change_id, occupancy_id)
) STRICT;
