-- Notices of planned maintenance: what is said, to whom, and how far the telling is. What a second person approved is known by its
-- hash; the homes are listed after that, and the addresses are looked up when a mail is sent.
CREATE TABLE maintenance (
    id UUID NOT NULL PRIMARY KEY,
    audience TEXT COLLATE "C" NOT NULL CHECK (audience IN ('all', 'client', 'project')),
    organisation_id UUID REFERENCES organisation (id),
    project_id UUID REFERENCES project (id),
    window_from BIGINT NOT NULL,
    window_to BIGINT NOT NULL,
    subject_nl TEXT COLLATE "C" NOT NULL,
    words_nl TEXT COLLATE "C" NOT NULL,
    subject_en TEXT COLLATE "C" NOT NULL,
    words_en TEXT COLLATE "C" NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('draft', 'proposed', 'approved', 'sending', 'paused', 'done', 'stopped')),
    hash BYTEA CHECK (octet_length(hash) = 32),
    written_by UUID NOT NULL REFERENCES staff (id),
    written_at BIGINT NOT NULL,
    proposed_by UUID REFERENCES staff (id),
    approved_by UUID REFERENCES staff (id),
    approved_at BIGINT,
    ended_at BIGINT,
    listed_to UUID,
    listed BOOLEAN NOT NULL,
    paced_at BIGINT,
    homes BIGINT NOT NULL,
    waits BIGINT NOT NULL,
    by_letter BIGINT NOT NULL,
    vacant BIGINT NOT NULL,
    queued BIGINT NOT NULL,
    sent BIGINT NOT NULL,
    merged BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    refused BIGINT NOT NULL,
    failed BIGINT NOT NULL,
    CHECK ((audience <> 'all') = (organisation_id IS NOT NULL)),
    CHECK ((audience = 'project') = (project_id IS NOT NULL)),
    CHECK ((state = 'draft') = (hash IS NULL)),
    CHECK ((state IN ('draft', 'proposed')) = (approved_at IS NULL))
);
CREATE INDEX maintenance_state ON maintenance (state, id);
CREATE INDEX maintenance_window ON maintenance (window_to, id);

-- The homes of a notice, as they were listed when it was approved. dwelling_id follows from the home; as a reference it would make
-- every removal of a home search here.
CREATE TABLE maintenance_home (
    notice_id UUID NOT NULL REFERENCES maintenance (id),
    dwelling_id UUID NOT NULL,
    state TEXT COLLATE "C" NOT NULL CHECK (state IN ('waits', 'mailed', 'letter', 'vacant')),
    PRIMARY KEY (notice_id, dwelling_id)
);
CREATE INDEX maintenance_home_waits ON maintenance_home (notice_id, dwelling_id) WHERE state = 'waits';
CREATE INDEX maintenance_home_letter ON maintenance_home (notice_id, dwelling_id) WHERE state = 'letter';

-- The mails of a notice. mailbox is a salted hash of the address, so that each mailbox is told once.
CREATE TABLE maintenance_mail (
    mail_id UUID NOT NULL PRIMARY KEY,
    notice_id UUID NOT NULL REFERENCES maintenance (id),
    mailbox BYTEA CHECK (octet_length(mailbox) = 32)
);
CREATE UNIQUE INDEX maintenance_mail_once ON maintenance_mail (notice_id, mailbox) WHERE mailbox IS NOT NULL;
