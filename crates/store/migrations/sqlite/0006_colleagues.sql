-- When somebody left, and since when a client is frozen: nobody of it gets in; its residents do.
ALTER TABLE staff ADD COLUMN ended_at INTEGER;
ALTER TABLE organisation ADD COLUMN frozen_at INTEGER;

-- Somebody went over what the people of a client, or of the operator (none), may do: how many stayed, how many were ended.
CREATE TABLE rights_review (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    organisation_id BLOB REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    staff_id BLOB NOT NULL REFERENCES staff (id) CHECK (length(staff_id) = 16),
    kept INTEGER NOT NULL,
    ended INTEGER NOT NULL,
    created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX rights_review_organisation ON rights_review (organisation_id, created_at);
