-- One household leaves a home, another comes. What ends and begins access stands in occupancy, identity and progress from
-- the moment a change is planned; a row here says what was planned, and whether what hung on it was cleared away.
-- ends_* are the bounds of those who leave, starts_* those of who comes; due_at is when the change itself happens. gap is the
-- number of days somebody had access who should not have had it.
-- begins_id and occupancy_id follow from the home; as references they would make every removal of an occupancy search here.

CREATE TABLE tenant_change (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    dwelling_id UUID NOT NULL REFERENCES dwelling (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('new-tenant', 'vacant', 'arrival', 'death', 'eviction')),
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
    CHECK ((state = 'done') = (done_at IS NOT NULL))
);
CREATE UNIQUE INDEX tenant_change_planned ON tenant_change (dwelling_id) WHERE state = 'planned';
CREATE INDEX tenant_change_due ON tenant_change (due_at, id) WHERE state = 'planned';
CREATE INDEX tenant_change_organisation ON tenant_change (organisation_id, id);
CREATE INDEX tenant_change_dwelling ON tenant_change (dwelling_id, id);

-- Whose occupancies end with it.
CREATE TABLE tenant_change_end (
    change_id UUID NOT NULL REFERENCES tenant_change (id),
    occupancy_id UUID NOT NULL,
    PRIMARY KEY (change_id, occupancy_id)
);
