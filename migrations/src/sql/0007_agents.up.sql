CREATE TABLE agent (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    site_id UUID NOT NULL,
    host_name TEXT NOT NULL,
    software_version TEXT NOT NULL,
    sealing_key BYTEA NOT NULL,
    enrolled_at BIGINT NOT NULL,
    seen_at BIGINT,
    -- The newest document it was given and the digest of what that held.
    sequence BIGINT NOT NULL DEFAULT 0,
    content_digest BYTEA,
    -- Where it says its registrar is reached.
    endpoint_host TEXT,
    endpoint_port INTEGER,
    endpoint_transports TEXT,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id)
);;
CREATE UNIQUE INDEX agent_site ON agent (tenant_id, site_id);;

-- Directory: agent to tenant.
CREATE TABLE directory_agent (
    agent_id UUID NOT NULL PRIMARY KEY,
    tenant_id UUID NOT NULL,
    site_id UUID NOT NULL,
    signing_key BYTEA NOT NULL
);;

-- Directory: one-time enrolment tokens, as SHA-256.
CREATE TABLE enrolment (
    token_hash BYTEA NOT NULL PRIMARY KEY,
    tenant_id UUID NOT NULL,
    site_id UUID NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT
);;

-- Keys documents are signed with; each new one is vouched for by the one before. Private halves are sealed in secret.
CREATE TABLE platform_key (
    id UUID NOT NULL PRIMARY KEY,
    public_key BYTEA NOT NULL,
    vouched_by UUID,
    voucher BYTEA,
    created_at BIGINT NOT NULL
);;

CREATE TABLE registration (
    tenant_id UUID NOT NULL,
    line_id UUID NOT NULL,
    contact TEXT NOT NULL,
    site_id UUID NOT NULL,
    credential_id UUID NOT NULL,
    credential_version INTEGER NOT NULL,
    device_id UUID,
    user_agent TEXT NOT NULL,
    ip TEXT NOT NULL,
    port INTEGER NOT NULL,
    transport TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, line_id, contact),
    FOREIGN KEY (tenant_id, line_id) REFERENCES line (tenant_id, id) ON DELETE CASCADE
);;
CREATE INDEX registration_device ON registration (tenant_id, device_id);;
CREATE INDEX registration_site ON registration (tenant_id, site_id);;

CREATE TABLE call_record (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    site_id UUID NOT NULL,
    from_line UUID,
    from_number TEXT NOT NULL,
    from_name TEXT NOT NULL,
    to_number TEXT NOT NULL,
    to_line UUID,
    started_at BIGINT NOT NULL,
    answered_at BIGINT,
    ended_at BIGINT NOT NULL,
    result TEXT NOT NULL,
    ended_by TEXT,
    PRIMARY KEY (tenant_id, id)
);;
CREATE INDEX call_record_time ON call_record (tenant_id, started_at, id);;

-- Each report is taken once, in the transaction of its effect.
CREATE TABLE stored_report (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    stored_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id)
);;
CREATE INDEX stored_report_age ON stored_report (tenant_id, stored_at);;

CREATE TABLE site_state (
    tenant_id UUID NOT NULL,
    site_id UUID NOT NULL,
    owner_kind TEXT NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    counter BIGINT NOT NULL,
    origin TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, site_id, owner_kind, owner, name)
);;
CREATE UNIQUE INDEX site_state_position ON site_state (tenant_id, site_id, position);;
