DROP TABLE audit_cut;;
DROP TABLE audit_checkpoint;;
DROP TABLE audit_head;;
DROP TABLE audit;;
--postgres
DROP FUNCTION audit_follow();;
DROP FUNCTION audit_refuse();;
DROP FUNCTION audit_cut_only();;
DROP FUNCTION audit_forward();;
--end
CREATE TABLE audit (
    id UUID NOT NULL PRIMARY KEY,
    at BIGINT NOT NULL,
    tenant_id UUID,
    actor_id UUID,
    actor_name TEXT NOT NULL,
    credential TEXT NOT NULL,
    ip TEXT NOT NULL,
    action TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id UUID,
    outcome TEXT NOT NULL,
    detail TEXT NOT NULL,
    request_id TEXT NOT NULL
);;
CREATE INDEX audit_tenant ON audit (tenant_id, id);;
CREATE INDEX audit_target ON audit (target_id, id);;
--sqlite
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;;
--end
--postgres
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'audit is append-only'; END $$;;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit
FOR EACH ROW EXECUTE FUNCTION audit_append_only();;
--end
