-- A resident sees what was proposed about them, also when it was decided.
CREATE INDEX proposal_of_occupancy ON proposal (occupancy_id, id) WHERE occupancy_id IS NOT NULL;

-- A resident asks the client to correct or erase something. words is what they wrote: shown while they live there, forgotten with
-- all that hung on them. The rest is kept until its term after the answer.
CREATE TABLE data_request (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    occupancy_id UUID NOT NULL REFERENCES occupancy (id),
    kind TEXT COLLATE "C" NOT NULL CHECK (kind IN ('correction', 'erasure')),
    about TEXT COLLATE "C" NOT NULL CHECK (about IN ('home', 'email', 'log', 'everything')),
    words TEXT COLLATE "C",
    asked_at BIGINT NOT NULL,
    due_on TEXT COLLATE "C" NOT NULL,
    answer TEXT COLLATE "C" CHECK (answer IN ('done', 'partly', 'refused-right', 'refused-needed', 'refused-law', 'refused-not-theirs')),
    answered_at BIGINT,
    answered_by UUID REFERENCES staff (id),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX data_request_open ON data_request (organisation_id, id) WHERE answer IS NULL;
CREATE INDEX data_request_answered ON data_request (organisation_id, answered_at, id) WHERE answered_at IS NOT NULL;
CREATE INDEX data_request_occupancy ON data_request (occupancy_id, id);
