-- The log is read by people: of a client, of an act, of a person, newest first, however many millions of lines there are.

CREATE INDEX audit_line_organisation ON audit_line (organisation_id, id);
CREATE INDEX audit_line_act ON audit_line (organisation_id, act, id);
CREATE INDEX audit_line_actor ON audit_line (actor_id, id) WHERE actor_id IS NOT NULL;
CREATE INDEX audit_line_actor_organisation ON audit_line (actor_id, organisation_id, id) WHERE actor_id IS NOT NULL;
-- What is about a thing is read within its client too.
DROP INDEX audit_line_subject;
CREATE INDEX audit_line_subject_organisation ON audit_line (subject_id, organisation_id, id);
