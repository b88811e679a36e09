CREATE TABLE person (
    id UUID NOT NULL PRIMARY KEY,
    email TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    locale TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);;

CREATE TABLE membership (
    person_id UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    node_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    role TEXT NOT NULL,
    PRIMARY KEY (person_id, node_id, role)
);;
CREATE INDEX membership_node ON membership (node_id, person_id);;

-- Tokens are kept as SHA-256; the previous one is accepted for 10 s after a rotation, later it is a theft.
CREATE TABLE session (
    id UUID NOT NULL PRIMARY KEY,
    person_id UUID NOT NULL REFERENCES person (id) ON DELETE CASCADE,
    token_hash BYTEA NOT NULL UNIQUE,
    previous_hash BYTEA UNIQUE,
    rotated_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    revoked_at BIGINT
);;
CREATE INDEX session_person ON session (person_id, id);;

-- Creates are idempotent: the same key gets the same answer.
CREATE TABLE idempotency (
    principal_id UUID NOT NULL,
    idempotency_key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    status INTEGER NOT NULL,
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (principal_id, idempotency_key)
);;
CREATE INDEX idempotency_age ON idempotency (created_at);;
