-- How far each home has come: a row for each occupancy of a main account, made with it, with the day on which each of nine
-- steps was first taken (days, not times: law 13). Days are ISO days in Europe/Amsterdam.
-- state says the same in one number, so that a board counts homes without reading their days: 1, 2, 4, … 256 are the
-- steps, 512 an address in force, 1024 that this address bounces. The conditions below hold it to the days.
-- starts_at and ends_at are copies of occupancy.starts_at and identity.access_ends_at, written with them: whoever lives
-- there now is told by comparison with the clock, and no join. project_id, dwelling_id and account_id follow from the
-- occupancy; as references they would make every removal of a home search this table.

CREATE TABLE progress (
    occupancy_id BLOB NOT NULL PRIMARY KEY REFERENCES occupancy (id) CHECK (length(occupancy_id) = 16),
    organisation_id BLOB NOT NULL CHECK (length(organisation_id) = 16),
    project_id BLOB NOT NULL CHECK (length(project_id) = 16),
    dwelling_id BLOB NOT NULL CHECK (length(dwelling_id) = 16),
    account_id BLOB NOT NULL CHECK (length(account_id) = 16),
    starts_at INTEGER NOT NULL,
    ends_at INTEGER,
    state INTEGER NOT NULL CHECK (state BETWEEN 0 AND 2047 AND (state & 1536) <> 1024),
    address_received_on TEXT,
    processed_on TEXT,
    list_returned_on TEXT,
    username_handed_out_on TEXT,
    instruction_handed_out_on TEXT,
    reset_asked_on TEXT,
    mail_accepted_on TEXT,
    password_set_on TEXT,
    signed_in_on TEXT,
    CHECK (((state & 1) <> 0) = (address_received_on IS NOT NULL)),
    CHECK (((state & 2) <> 0) = (processed_on IS NOT NULL)),
    CHECK (((state & 4) <> 0) = (list_returned_on IS NOT NULL)),
    CHECK (((state & 8) <> 0) = (username_handed_out_on IS NOT NULL)),
    CHECK (((state & 16) <> 0) = (instruction_handed_out_on IS NOT NULL)),
    CHECK (((state & 32) <> 0) = (reset_asked_on IS NOT NULL)),
    CHECK (((state & 64) <> 0) = (mail_accepted_on IS NOT NULL)),
    CHECK (((state & 128) <> 0) = (password_set_on IS NOT NULL)),
    CHECK (((state & 256) <> 0) = (signed_in_on IS NOT NULL))
) STRICT;

-- The board counts from these three without reading a row; state is in the last two for the conditions of the counts.
CREATE INDEX progress_board ON progress (project_id, state, starts_at, ends_at);
CREATE INDEX progress_signed_in ON progress (project_id, signed_in_on, starts_at, ends_at, state) WHERE (state & 256) <> 0;
CREATE INDEX progress_waiting ON progress (project_id, instruction_handed_out_on, dwelling_id, starts_at, ends_at, state) WHERE (state & 272) = 16;

-- A work list each, in the order of the homes.
CREATE INDEX progress_no_address ON progress (project_id, dwelling_id) WHERE (state & 512) = 0;
CREATE INDEX progress_bounced ON progress (project_id, dwelling_id) WHERE (state & 1536) = 1536;
CREATE INDEX progress_not_told ON progress (project_id, dwelling_id) WHERE (state & 2016) = 512 AND (state & 24) <> 24;
CREATE INDEX progress_no_reset_asked ON progress (project_id, dwelling_id) WHERE (state & 2040) = 536;
CREATE INDEX progress_not_signed_in ON progress (project_id, dwelling_id) WHERE (state & 256) = 0;

-- Homes of a project by what a clerk types: the client's number, postcode and number, street.
CREATE INDEX dwelling_project_client ON dwelling (project_id, client_key) WHERE client_key IS NOT NULL;
CREATE INDEX dwelling_project_address ON dwelling (project_id, address_key) WHERE address_key IS NOT NULL;
CREATE INDEX dwelling_project_street ON dwelling (project_id, lower(street), id) WHERE street IS NOT NULL;

-- When lists went back to the client.
CREATE INDEX audit_line_listed ON audit_line (subject_id, id) WHERE act = 'usernames.listed';

-- What other tables tell of the time before. Nobody ticked a handout yet.
-- Summer time is from 1:00 UTC on the last Sunday of March until that of October; this engine knows no zones.
INSERT INTO progress (occupancy_id, organisation_id, project_id, dwelling_id, account_id, starts_at, ends_at, state, address_received_on, processed_on, list_returned_on, reset_asked_on, mail_accepted_on, password_set_on, signed_in_on)
WITH taken AS (
 SELECT l.occupancy_id AS occupancy_id, 1 AS flag, MIN(l.created_at) AS at FROM email_link l GROUP BY l.occupancy_id
 UNION ALL SELECT o.id, 2, o.created_at FROM occupancy o
 UNION ALL SELECT o.id, 4, MIN(u.at) FROM audit_line u JOIN dwelling d ON d.project_id = u.subject_id JOIN account a ON a.dwelling_id = d.id JOIN occupancy o ON o.account_id = a.id WHERE u.act = 'usernames.listed' AND u.at >= o.created_at GROUP BY o.id
 UNION ALL SELECT o.id, 32, MIN(m.created_at) FROM mail m JOIN occupancy o ON o.identity_id = m.identity_id WHERE m.kind = 'reset' GROUP BY o.id
 UNION ALL SELECT o.id, 64, MIN(m.ended_at) FROM mail m JOIN occupancy o ON o.identity_id = m.identity_id WHERE m.kind = 'reset' AND m.state = 'sent' GROUP BY o.id
 UNION ALL SELECT o.id, 128, MIN(u.at) FROM audit_line u JOIN occupancy o ON o.identity_id = u.subject_id WHERE u.act = 'password.set' GROUP BY o.id
 UNION ALL SELECT o.id, 256, MIN(u.at) FROM audit_line u JOIN occupancy o ON o.id = u.actor_id WHERE u.act = 'session.started' AND u.actor_kind = 'resident' GROUP BY o.id
), days AS (
 SELECT t.occupancy_id, t.flag, date(t.at / 1000000 + CASE WHEN t.at / 1000000 >= unixepoch(strftime('%Y-03-25', t.at / 1000000, 'unixepoch'), 'weekday 0', '+1 hour') AND t.at / 1000000 < unixepoch(strftime('%Y-10-25', t.at / 1000000, 'unixepoch'), 'weekday 0', '+1 hour') THEN 7200 ELSE 3600 END, 'unixepoch') AS taken_on FROM taken t
)
SELECT o.id, o.organisation_id, d.project_id, d.id, a.id, o.starts_at, i.access_ends_at,
 CAST(SUM(t.flag) AS BIGINT) + CASE WHEN l.delivery IS NULL THEN 0 WHEN l.delivery = 'hard' THEN 1536 ELSE 512 END,
 MAX(CASE WHEN t.flag = 1 THEN t.taken_on END), MAX(CASE WHEN t.flag = 2 THEN t.taken_on END), MAX(CASE WHEN t.flag = 4 THEN t.taken_on END),
 MAX(CASE WHEN t.flag = 32 THEN t.taken_on END), MAX(CASE WHEN t.flag = 64 THEN t.taken_on END), MAX(CASE WHEN t.flag = 128 THEN t.taken_on END), MAX(CASE WHEN t.flag = 256 THEN t.taken_on END)
FROM occupancy o JOIN account a ON a.id = o.account_id JOIN dwelling d ON d.id = a.dwelling_id JOIN identity i ON i.id = o.identity_id
 JOIN days t ON t.occupancy_id = o.id LEFT JOIN email_link l ON l.occupancy_id = o.id AND l.proof IN ('linked', 'confirmed')
WHERE a.main GROUP BY o.id, o.organisation_id, d.project_id, d.id, a.id, o.starts_at, i.access_ends_at, l.delivery;
