-- A list that corrects ten or more addresses is proposed to a second person: the proposal about it, and how many addresses it may
-- correct once that one approved it (none: as many as one person may).

ALTER TABLE import_batch ADD COLUMN proposal_id UUID;
ALTER TABLE import_batch ADD COLUMN corrections BIGINT;

-- All that is linked to a household, whatever its proof: ended with it, and looked for when the household is removed.
CREATE INDEX email_link_occupancy ON email_link (occupancy_id);
