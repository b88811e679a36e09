-- Signing in: a second factor, and a password that has to be changed first.
ALTER TABLE person ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE;;
-- Since when the second factor is asked for; its secret is sealed in secret.
ALTER TABLE person ADD COLUMN totp_since BIGINT;;
-- Time step of the last code that was taken: a code works once.
ALTER TABLE person ADD COLUMN totp_step BIGINT;;
ALTER TABLE person ADD COLUMN signed_in_at BIGINT;;

-- SHA-256 of each recovery code; a code works once.
CREATE TABLE recovery_code (
    person_id UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    code_hash BYTEA NOT NULL,
    used_at BIGINT,
    PRIMARY KEY (person_id, code_hash)
);;

-- Failures by what was tried (SHA-256 of address, or of address and place), known or not: nobody learns which exist.
CREATE TABLE sign_in_guard (
    subject BYTEA NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    blocked_until BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);;
CREATE INDEX sign_in_guard_age ON sign_in_guard (changed_at);;

-- A sign-in that is not through yet, and whom it acts for.
ALTER TABLE session ADD COLUMN second_factor_due BOOLEAN NOT NULL DEFAULT FALSE;;
ALTER TABLE session ADD COLUMN acting_for UUID;;
ALTER TABLE session ADD COLUMN acting_until BIGINT;;

-- Roles somebody made. They hold in their node and below it.
CREATE TABLE role (
    id UUID NOT NULL PRIMARY KEY,
    node_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    permissions TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);;
CREATE UNIQUE INDEX role_name ON role (node_id, name);;

-- One-time links, kept as SHA-256.
CREATE TABLE invitation (
    id UUID NOT NULL PRIMARY KEY,
    node_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    email TEXT NOT NULL,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    locale TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    invited_by UUID REFERENCES person (id),
    invited_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    accepted_at BIGINT
);;
CREATE INDEX invitation_node ON invitation (node_id, id);;

CREATE TABLE password_reset (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);;
CREATE INDEX password_reset_person ON password_reset (person_id);;

-- What automation shows. Worth never more than its owner at the moment of use.
CREATE TABLE api_token (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    node_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    permissions TEXT NOT NULL,
    token_hash BYTEA NOT NULL UNIQUE,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT,
    last_used_ip TEXT
);;
CREATE INDEX api_token_person ON api_token (person_id, id);;
CREATE INDEX api_token_node ON api_token (node_id, id);;
