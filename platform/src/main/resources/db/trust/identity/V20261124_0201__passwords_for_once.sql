-- A password an administrator gave out: it opens the page on which it is changed, and nothing else.
ALTER TABLE identity.account ADD COLUMN password_once boolean NOT NULL DEFAULT false;
