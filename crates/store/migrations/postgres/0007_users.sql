-- Gebruikers: homes of a whole client by username, street, and the whole of an e-mail address. The client's number and the
-- address of a home have their index from the start.

CREATE INDEX account_organisation_skeleton ON account (organisation_id, skeleton);
CREATE INDEX dwelling_organisation_street ON dwelling (organisation_id, lower(street), id) WHERE street IS NOT NULL;
CREATE INDEX email_link_organisation ON email_link (organisation_id, search_key, id) WHERE proof IN ('linked', 'confirmed');
