-- When somebody left, and since when a client is frozen: nobody of it gets in; its residents do.
ALTER TABLE staff ADD COLUMN ended_at BIGINT;
ALTER TABLE organisation ADD COLUMN frozen_at BIGINT;

-- Somebody went over what the people of a client, or of the operator (none), may do: how many stayed, how many were ended.
CREATE TABLE rights_review (
    id UUID NOT NULL PRIMARY KEY,
    organisation_id UUID REFERENCES organisation (id),
    staff_id UUID NOT NULL REFERENCES staff (id),
    kept BIGINT NOT NULL,
    ended BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX rights_review_organisation ON rights_review (organisation_id, created_at);
