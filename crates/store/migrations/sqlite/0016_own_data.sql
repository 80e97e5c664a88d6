-- A resident sees what was proposed about them, also when it was decided.
CREATE INDEX proposal_of_occupancy ON proposal (occupancy_id, id) WHERE occupancy_id IS NOT NULL;

-- A resident asks the client to correct or erase something. words is what they wrote: shown while they live there, forgotten with
-- all that hung on them. The rest is kept until its term after the answer.
CREATE TABLE data_request (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    occupancy_id BLOB NOT NULL REFERENCES occupancy (id) CHECK (length(occupancy_id) = 16),
    kind TEXT NOT NULL CHECK (kind IN ('correction', 'erasure')),
    about TEXT NOT NULL CHECK (about IN ('home', 'email', 'log', 'everything')),
    words TEXT,
    asked_at INTEGER NOT NULL,
    due_on TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('done', 'partly', 'refused-right', 'refused-needed', 'refused-law', 'refused-not-theirs')),
    answered_at INTEGER,
    answered_by BLOB REFERENCES staff (id) CHECK (length(answered_by) = 16),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
) STRICT;
CREATE INDEX data_request_open ON data_request (organisation_id, id) WHERE answer IS NULL;
CREATE INDEX data_request_answered ON data_request (organisation_id, answered_at, id) WHERE answered_at IS NOT NULL;
CREATE INDEX data_request_occupancy ON data_request (occupancy_id, id);
