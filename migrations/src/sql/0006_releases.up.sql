-- What releases are for (devices and sites) and what is known of each.
CREATE TABLE target (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('device', 'site')),
    changed_at BIGINT,
    release_id UUID,
    release_number INTEGER,
    released_at BIGINT,
    delivered_release_id UUID,
    delivered_at BIGINT,
    confirmed_release_id UUID,
    confirmed_at BIGINT,
    failed_at BIGINT,
    failure TEXT,
    PRIMARY KEY (tenant_id, id)
);;
CREATE INDEX target_changed ON target (tenant_id, changed_at, id);;

-- The open change set is the rows without published_at.
CREATE TABLE draft_change (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    at BIGINT NOT NULL,
    author_id UUID,
    author_name TEXT NOT NULL,
    action TEXT NOT NULL CHECK (action IN ('created', 'changed', 'deleted')),
    resource TEXT NOT NULL,
    resource_id UUID NOT NULL,
    name TEXT NOT NULL,
    published_at BIGINT,
    PRIMARY KEY (tenant_id, id)
);;
CREATE INDEX draft_change_open ON draft_change (tenant_id, published_at, id);;

CREATE TABLE draft_target (
    tenant_id UUID NOT NULL,
    change_id UUID NOT NULL,
    target_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, change_id, target_id),
    FOREIGN KEY (tenant_id, change_id) REFERENCES draft_change (tenant_id, id) ON DELETE CASCADE
);;
CREATE INDEX draft_target_target ON draft_target (tenant_id, target_id);;

-- Immutable. The hash is keyed and covers the slotted bytes.
CREATE TABLE "release" (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    target_id UUID NOT NULL,
    number INTEGER NOT NULL,
    hash BYTEA NOT NULL,
    catalogue_version TEXT NOT NULL,
    author_id UUID,
    author_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    pinned BOOLEAN NOT NULL DEFAULT FALSE,
    PRIMARY KEY (tenant_id, id)
);;
CREATE UNIQUE INDEX release_target ON "release" (tenant_id, target_id, number);;

-- Files by content: what several releases share is stored once, compressed.
CREATE TABLE release_blob (
    tenant_id UUID NOT NULL,
    hash BYTEA NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (tenant_id, hash)
);;

CREATE TABLE release_file (
    tenant_id UUID NOT NULL,
    release_id UUID NOT NULL,
    name TEXT NOT NULL,
    content_type TEXT NOT NULL,
    identity BOOLEAN NOT NULL,
    blob_hash BYTEA NOT NULL,
    PRIMARY KEY (tenant_id, release_id, name),
    FOREIGN KEY (tenant_id, release_id) REFERENCES "release" (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, blob_hash) REFERENCES release_blob (tenant_id, hash)
);;
