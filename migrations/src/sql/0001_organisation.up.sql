-- A tree of nodes: platform, provider, reseller, customer, site.
CREATE TABLE node (
    id UUID NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('platform', 'provider', 'reseller', 'customer', 'site')),
    parent_id UUID REFERENCES node (id),
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);;
CREATE INDEX node_parent ON node (parent_id, id);;

-- Every pair of a node and one of its ancestors, itself included at depth 0.
CREATE TABLE node_closure (
    ancestor_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    descendant_id UUID NOT NULL REFERENCES node (id) ON DELETE CASCADE,
    depth INTEGER NOT NULL,
    PRIMARY KEY (ancestor_id, descendant_id)
);;
CREATE INDEX node_closure_descendant ON node_closure (descendant_id, depth);;

CREATE TABLE customer (
    tenant_id UUID NOT NULL PRIMARY KEY REFERENCES node (id),
    country TEXT NOT NULL
);;

CREATE TABLE site (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL REFERENCES node (id),
    country TEXT NOT NULL,
    time_zone TEXT NOT NULL,
    realm TEXT NOT NULL,
    -- Set by a person; overrides what the agent reports.
    registrar_host TEXT,
    registrar_port INTEGER,
    registrar_transport TEXT,
    PRIMARY KEY (tenant_id, id)
);;
