-- Notices of planned maintenance: what is said, to whom, and how far the telling is. What a second person approved is known by its
-- hash; the homes are listed after that, and the addresses are looked up when a mail is sent.
CREATE TABLE maintenance (
    id BLOB NOT NULL PRIMARY KEY CHECK (length(id) = 16),
    audience TEXT NOT NULL CHECK (audience IN ('all', 'client', 'project')),
    organisation_id BLOB REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    project_id BLOB REFERENCES project (id) CHECK (length(project_id) = 16),
    window_from INTEGER NOT NULL,
    window_to INTEGER NOT NULL,
    subject_nl TEXT NOT NULL,
    words_nl TEXT NOT NULL,
    subject_en TEXT NOT NULL,
    words_en TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('draft', 'proposed', 'approved', 'sending', 'paused', 'done', 'stopped')),
    hash BLOB CHECK (length(hash) = 32),
    written_by BLOB NOT NULL REFERENCES staff (id) CHECK (length(written_by) = 16),
    written_at INTEGER NOT NULL,
    proposed_by BLOB REFERENCES staff (id) CHECK (length(proposed_by) = 16),
    approved_by BLOB REFERENCES staff (id) CHECK (length(approved_by) = 16),
    approved_at INTEGER,
    ended_at INTEGER,
    listed_to BLOB CHECK (length(listed_to) = 16),
    listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
    paced_at INTEGER,
    homes INTEGER NOT NULL,
    waits INTEGER NOT NULL,
    by_letter INTEGER NOT NULL,
    vacant INTEGER NOT NULL,
    queued INTEGER NOT NULL,
    sent INTEGER NOT NULL,
    merged INTEGER NOT NULL,
    dropped INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    CHECK ((audience <> 'all') = (organisation_id IS NOT NULL)),
    CHECK ((audience = 'project') = (project_id IS NOT NULL)),
    CHECK ((state = 'draft') = (hash IS NULL)),
    CHECK ((state IN ('draft', 'proposed')) = (approved_at IS NULL))
) STRICT;
CREATE INDEX maintenance_state ON maintenance (state, id);
CREATE INDEX maintenance_window ON maintenance (window_to, id);

-- The homes of a notice, as they were listed when it was approved. dwelling_id follows from the home; as a reference it would make
-- every removal of a home search here.
CREATE TABLE maintenance_home (
    notice_id BLOB NOT NULL REFERENCES maintenance (id) CHECK (length(notice_id) = 16),
    dwelling_id BLOB NOT NULL CHECK (length(dwelling_id) = 16),
    state TEXT NOT NULL CHECK (state IN ('waits', 'mailed', 'letter', 'vacant')),
    PRIMARY KEY (notice_id, dwelling_id)
) STRICT;
CREATE INDEX maintenance_home_waits ON maintenance_home (notice_id, dwelling_id) WHERE state = 'waits';
CREATE INDEX maintenance_home_letter ON maintenance_home (notice_id, dwelling_id) WHERE state = 'letter';

-- The mails of a notice. mailbox is a salted hash of the address, so that each mailbox is told once.
CREATE TABLE maintenance_mail (
    mail_id BLOB NOT NULL PRIMARY KEY CHECK (length(mail_id) = 16),
    notice_id BLOB NOT NULL REFERENCES maintenance (id) CHECK (length(notice_id) = 16),
    mailbox BLOB CHECK (length(mailbox) = 32)
) STRICT;
CREATE UNIQUE INDEX maintenance_mail_once ON maintenance_mail (notice_id, mailbox) WHERE mailbox IS NOT NULL;
