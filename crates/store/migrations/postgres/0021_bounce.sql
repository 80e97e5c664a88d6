-- Where is my mail: what became of a mail, one row for each thing that a mail server said about it, at once or later. The mark is
-- a hash of what was said: the same bounce twice is one row. reply holds no addresses.

CREATE TABLE mail_event (
    mail_id UUID NOT NULL REFERENCES mail (id),
    mark BYTEA NOT NULL CHECK (octet_length(mark) = 32),
    at BIGINT NOT NULL,
    what TEXT COLLATE "C" NOT NULL CHECK (what IN ('accepted', 'deferred', 'greylisted', 'unreachable', 'unknown', 'refused', 'delayed', 'bounced', 'delivered', 'passed', 'unreadable')),
    server TEXT COLLATE "C",
    reply TEXT COLLATE "C",
    PRIMARY KEY (mail_id, mark)
);

-- Since when mail servers say that the mailbox does not exist. Its owner using a link that came there ends it.
ALTER TABLE email_link ADD COLUMN refused_at BIGINT;
UPDATE email_link SET refused_at = created_at WHERE delivery = 'hard';
