CREATE TABLE pbx_user (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    site_id UUID NOT NULL,
    name TEXT NOT NULL,
    person_id UUID REFERENCES person (id),
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id)
);;

CREATE TABLE line (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    user_id UUID NOT NULL,
    site_id UUID NOT NULL,
    extension TEXT NOT NULL,
    display_name TEXT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, user_id) REFERENCES pbx_user (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, site_id) REFERENCES site (tenant_id, id)
);;
CREATE UNIQUE INDEX line_extension ON line (tenant_id, extension);;
CREATE INDEX line_user ON line (tenant_id, user_id);;
CREATE INDEX line_site ON line (tenant_id, site_id, extension);;

-- A line's own set, and one for each of its devices: a leak is contained.
CREATE TABLE credential_set (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    line_id UUID NOT NULL,
    device_id UUID,
    auth_user TEXT NOT NULL,
    version INTEGER NOT NULL,
    rotated_at BIGINT NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, line_id) REFERENCES line (tenant_id, id) ON DELETE CASCADE
);;
CREATE UNIQUE INDEX credential_set_auth_user ON credential_set (tenant_id, auth_user);;
CREATE INDEX credential_set_line ON credential_set (tenant_id, line_id, id);;
CREATE INDEX credential_set_device ON credential_set (tenant_id, device_id);;
