-- Letters that were made: a run, and to whom. The words and the addresses are not kept; a file is made anew from the homes
-- as they are.

CREATE TABLE letter_run (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    project_id UUID NOT NULL REFERENCES project (id),
    choice TEXT COLLATE "C" NOT NULL CHECK (choice IN ('not-told', 'no-address', 'all', 'one')),
    language TEXT COLLATE "C" NOT NULL,
    homes BIGINT NOT NULL,
    again BIGINT NOT NULL,
    staff_id UUID REFERENCES staff (id),
    created_at BIGINT NOT NULL
);
CREATE INDEX letter_run_project ON letter_run (project_id, id);

-- occupancy_id follows from the home; as a reference it would make every removal of a home search this table twice.
CREATE TABLE letter (
    run_id UUID NOT NULL REFERENCES letter_run (id),
    number BIGINT NOT NULL,
    occupancy_id UUID NOT NULL,
    PRIMARY KEY (run_id, number)
);
CREATE INDEX letter_occupancy ON letter (occupancy_id);
