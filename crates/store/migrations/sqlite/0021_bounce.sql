-- Where is my mail: what became of a mail, one row for each thing that a mail server said about it, at once or later. The mark is
-- a hash of what was said: the same bounce twice is one row. reply holds no addresses.

CREATE TABLE mail_event (
    mail_id BLOB NOT NULL REFERENCES mail (id) CHECK (length(mail_id) = 16),
    mark BLOB NOT NULL CHECK (length(mark) = 32),
    at INTEGER NOT NULL,
    what TEXT NOT NULL CHECK (what IN ('accepted', 'deferred', 'greylisted', 'unreachable', 'unknown', 'refused', 'delayed', 'bounced', 'delivered', 'passed', 'unreadable')),
    server TEXT,
    reply TEXT,
    PRIMARY KEY (mail_id, mark)
) STRICT;

-- Since when mail servers say that the mailbox does not exist. Its owner using a link that came there ends it.
ALTER TABLE email_link ADD COLUMN refused_at INTEGER;
UPDATE email_link SET refused_at = created_at WHERE delivery = 'hard';
