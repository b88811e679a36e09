-- Envelope encryption: a tenant's data key is sealed by the master key, its secrets by the data key.
CREATE TABLE data_key (
    id UUID NOT NULL PRIMARY KEY,
    tenant_id UUID NOT NULL,
    master_key_id TEXT NOT NULL,
    sealed BYTEA NOT NULL,
    created_at BIGINT NOT NULL
);;
CREATE UNIQUE INDEX data_key_tenant ON data_key (tenant_id, id);;

-- Tenant, owner, field and version are bound as associated data: a value moved elsewhere does not open.
CREATE TABLE secret (
    tenant_id UUID NOT NULL,
    owner_id UUID NOT NULL,
    field TEXT NOT NULL,
    version INTEGER NOT NULL,
    data_key_id UUID NOT NULL REFERENCES data_key (id),
    sealed BYTEA NOT NULL,
    changed_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, owner_id, field)
);;
