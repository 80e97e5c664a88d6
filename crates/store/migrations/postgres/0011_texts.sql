-- A client's own texts: one row per language and piece that differs from the standard. What a version of the program cannot read
-- is left alone and not used.
CREATE TABLE client_text (
    organisation_id UUID NOT NULL REFERENCES organisation (id),
    language TEXT COLLATE "C" NOT NULL,
    piece TEXT COLLATE "C" NOT NULL,
    text TEXT COLLATE "C" NOT NULL,
    changed_by UUID REFERENCES staff (id),
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (organisation_id, language, piece)
);

-- A client's own logo: a picture in our own writing, whatever it came as.
CREATE TABLE client_logo (
    organisation_id UUID NOT NULL PRIMARY KEY REFERENCES organisation (id),
    picture BYTEA NOT NULL,
    changed_by UUID REFERENCES staff (id),
    changed_at BIGINT NOT NULL
);
