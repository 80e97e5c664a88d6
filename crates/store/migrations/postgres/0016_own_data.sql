-- A resident sees what was proposed about them, also when it was decided.
CREATE INDEX proposal_of_occupancy ON proposal (occupancy_id, id) WHERE occupancy_id IS NOT NULL;
