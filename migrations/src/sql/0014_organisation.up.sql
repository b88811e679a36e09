-- How a customer stands: active, suspended, closed.
ALTER TABLE customer ADD COLUMN state TEXT NOT NULL DEFAULT 'active'
    CHECK (state IN ('active', 'suspended', 'closed'));;
-- What its telephones may do while it is suspended: phones_work, internal_only.
ALTER TABLE customer ADD COLUMN calls TEXT;;
ALTER TABLE customer ADD COLUMN state_reason TEXT NOT NULL DEFAULT '';;
ALTER TABLE customer ADD COLUMN state_since BIGINT;;
ALTER TABLE customer ADD COLUMN state_by TEXT;;
-- When a closed customer is erased.
ALTER TABLE customer ADD COLUMN erase_at BIGINT;;

-- Where help is sent to, and the number it sees.
ALTER TABLE site ADD COLUMN emergency_address TEXT;;
ALTER TABLE site ADD COLUMN emergency_caller TEXT;;

CREATE INDEX node_children ON node (parent_id, name, id);;
INSERT INTO counter (name, value) VALUES ('node_tree', 0);;

-- Settings and limits; the value is JSON.
CREATE TABLE node_setting (
    node_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    value TEXT NOT NULL,
    locked BOOLEAN NOT NULL,
    changed_at BIGINT NOT NULL,
    changed_by TEXT NOT NULL,
    version BIGINT NOT NULL,
    PRIMARY KEY (node_id, name)
);;

-- Directory: host name of one's own to node.
CREATE TABLE directory_host (
    host TEXT NOT NULL PRIMARY KEY,
    node_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE
);;
CREATE UNIQUE INDEX directory_host_node ON directory_host (node_id);;

-- Settings are the truth from now on; the columns they come from are written for older programs and read by none.
INSERT INTO node_setting (node_id, name, value, locked, changed_at, changed_by, version)
    SELECT c.tenant_id, 'country', '"' || c.country || '"', FALSE, n.created_at, 'migration', 1
    FROM customer c JOIN node n ON n.id = c.tenant_id;;
INSERT INTO node_setting (node_id, name, value, locked, changed_at, changed_by, version)
    SELECT s.id, 'country', '"' || s.country || '"', FALSE, n.created_at, 'migration', 1
    FROM site s JOIN node n ON n.id = s.id JOIN customer c ON c.tenant_id = s.tenant_id
    WHERE s.country <> c.country;;
INSERT INTO node_setting (node_id, name, value, locked, changed_at, changed_by, version)
    SELECT s.id, 'time_zone', '"' || s.time_zone || '"', FALSE, n.created_at, 'migration', 1
    FROM site s JOIN node n ON n.id = s.id;;

-- Archives of all that is kept of a customer.
CREATE TABLE customer_export (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    requested_at BIGINT NOT NULL,
    requested_by TEXT NOT NULL,
    started_at BIGINT,
    finished_at BIGINT,
    row_count BIGINT NOT NULL DEFAULT 0,
    bytes BIGINT NOT NULL DEFAULT 0,
    sha256 TEXT,
    PRIMARY KEY (tenant_id, id)
);;
CREATE INDEX customer_export_state ON customer_export (state, requested_at);;
--postgres
ALTER TABLE customer_export ENABLE ROW LEVEL SECURITY;;
ALTER TABLE customer_export FORCE ROW LEVEL SECURITY;;
CREATE POLICY tenancy ON customer_export USING (cordboard_visible(tenant_id));;
--end

-- What shows that a customer was erased. Outlives the customer.
CREATE TABLE erasure (
    id UUID NOT NULL PRIMARY KEY,
    provider_id UUID NOT NULL,
    customer_id UUID NOT NULL,
    customer_name TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    started_at BIGINT NOT NULL,
    finished_at BIGINT,
    counts TEXT NOT NULL,
    sha256 TEXT
);;
CREATE INDEX erasure_provider ON erasure (provider_id, id);;
CREATE UNIQUE INDEX erasure_customer ON erasure (customer_id);;
