-- Letters that were made: a run, and to whom. The words and the addresses are not kept; a file is made anew from the homes
-- as they are.

CREATE TABLE letter_run (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    project_id BLOB NOT NULL REFERENCES project (id) CHECK (length(project_id) = 16),
    choice TEXT NOT NULL CHECK (choice IN ('not-told', 'no-address', 'all', 'one')),
    language TEXT NOT NULL,
    homes INTEGER NOT NULL,
    again INTEGER NOT NULL,
    staff_id BLOB REFERENCES staff (id) CHECK (length(staff_id) = 16),
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX letter_run_project ON letter_run (project_id, id);

-- occupancy_id follows from the home; as a reference it would make every removal of a home search this table twice.
CREATE TABLE letter (
    run_id BLOB NOT NULL REFERENCES letter_run (id) CHECK (length(run_id) = 16),
    number INTEGER NOT NULL,
    occupancy_id BLOB NOT NULL CHECK (length(occupancy_id) = 16),
    PRIMARY KEY (run_id, number)
) STRICT;
CREATE INDEX letter_occupancy ON letter (occupancy_id);
