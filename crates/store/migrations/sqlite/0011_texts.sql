-- A client's own texts: one row per language and piece that differs from the standard. What a version of the program cannot read
-- is left alone and not used.
CREATE TABLE client_text (
    organisation_id BLOB NOT NULL REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    language TEXT NOT NULL,
    piece TEXT NOT NULL,
    text TEXT NOT NULL,
    changed_by BLOB REFERENCES staff (id) CHECK (length(changed_by) = 16),
    changed_at INTEGER NOT NULL,
    PRIMARY KEY (organisation_id, language, piece)
) STRICT;

-- A client's own logo: a picture in our own writing, whatever it came as.
CREATE TABLE client_logo (
    organisation_id BLOB NOT NULL PRIMARY KEY REFERENCES organisation (id) CHECK (length(organisation_id) = 16),
    picture BLOB NOT NULL,
    changed_by BLOB REFERENCES staff (id) CHECK (length(changed_by) = 16),
    changed_at INTEGER NOT NULL
) STRICT;
