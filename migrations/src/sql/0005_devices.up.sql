CREATE TABLE device (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('phone', 'dect_system', 'dect_handset')),
    model TEXT NOT NULL,
    catalogue_version TEXT NOT NULL,
    name TEXT NOT NULL,
    site_id UUID NOT NULL,
    line_id UUID,
    base_id UUID,
    slot INTEGER,
    ipui TEXT,
    mac TEXT,
    user_name TEXT,
    -- First contact: no, armed, claimed, done.
    contact_state TEXT NOT NULL DEFAULT 'no' CHECK (contact_state IN ('no', 'armed', 'claimed', 'done')),
    contact_until BIGINT,
    contact_ip TEXT,
    contact_user_agent TEXT,
    contact_claimed_at BIGINT,
    contact_sent_at BIGINT,
    -- Address that asked a redirect service for it; a second one contests the MAC.
    contact_lookup_ip TEXT,
    last_access_at BIGINT,
    last_access_ip TEXT,
    last_user_agent TEXT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id),
    FOREIGN KEY (tenant_id, line_id) REFERENCES line (tenant_id, id),
    FOREIGN KEY (tenant_id, base_id) REFERENCES device (tenant_id, id) ON DELETE CASCADE
);;
CREATE UNIQUE INDEX device_slot ON device (tenant_id, base_id, slot);;
CREATE INDEX device_line ON device (tenant_id, line_id, id);;
CREATE INDEX device_site ON device (tenant_id, site_id, id);;
CREATE INDEX device_name ON device (tenant_id, name, id);;

-- Directory: found before a tenant is known. One MAC, one device on the whole platform (A-057).
CREATE TABLE directory_mac (
    mac TEXT NOT NULL PRIMARY KEY,
    tenant_id UUID NOT NULL,
    device_id UUID NOT NULL,
    claimed_at BIGINT NOT NULL,
    -- Provisional until first contact; lapses then unless confirmed.
    confirmed_at BIGINT,
    lapses_at BIGINT NOT NULL
);;
CREATE INDEX directory_mac_device ON directory_mac (tenant_id, device_id);;

-- Directory: SHA-256 of every live access key. The key itself is sealed in secret.
CREATE TABLE access_key (
    key_hash BYTEA NOT NULL PRIMARY KEY,
    tenant_id UUID NOT NULL,
    device_id UUID NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('steady', 'first')),
    created_at BIGINT NOT NULL,
    expires_at BIGINT
);;
CREATE UNIQUE INDEX access_key_device ON access_key (tenant_id, device_id, kind);;

-- The ordered log every replica follows: keys that came and went, devices whose files or secrets changed.
CREATE TABLE live_key_change (
    position BIGINT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('add', 'remove', 'touch')),
    key_hash BYTEA,
    key_kind TEXT,
    tenant_id UUID NOT NULL,
    device_id UUID NOT NULL,
    expires_at BIGINT,
    at BIGINT NOT NULL
);;

-- Counters whose row lock puts commits in order.
CREATE TABLE counter (
    name TEXT NOT NULL PRIMARY KEY,
    value BIGINT NOT NULL
);;
INSERT INTO counter (name, value) VALUES ('live_key_change', 0);;
INSERT INTO counter (name, value) VALUES ('site_state', 0);;

-- Servers that follow the log: a revocation returns when every live one has applied it.
CREATE TABLE replica (
    id UUID NOT NULL PRIMARY KEY,
    applied BIGINT NOT NULL,
    heartbeat_at BIGINT NOT NULL
);;

CREATE TABLE "fetch" (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    device_id UUID NOT NULL,
    at BIGINT NOT NULL,
    file TEXT NOT NULL,
    result TEXT NOT NULL,
    first_access BOOLEAN NOT NULL,
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    release_id UUID,
    PRIMARY KEY (tenant_id, id)
);;
CREATE INDEX fetch_device ON "fetch" (tenant_id, device_id, id);;

CREATE TABLE redirect_service (
    id UUID NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    public_key BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);;
