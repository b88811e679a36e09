-- One chain a customer, and one of the platform (its id is all ones): rows are numbered without a gap, and each
-- row's MAC covers the row and the MAC before it. The key of the MAC is not in this database.
DROP TABLE audit;;
--postgres
DROP FUNCTION audit_append_only();;
--end
CREATE TABLE audit (
    chain_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    -- What the rows of one request share.
    operation_id UUID,
    -- In the platform's chain: the provider or reseller it concerns.
    node_id UUID,
    actor_id UUID,
    actor_name TEXT NOT NULL,
    behalf_id UUID,
    behalf_name TEXT,
    credential TEXT NOT NULL,
    ip TEXT NOT NULL,
    user_agent TEXT NOT NULL,
    request_id TEXT NOT NULL,
    action TEXT NOT NULL,
    target_kind TEXT NOT NULL,
    target_id UUID,
    outcome TEXT NOT NULL CHECK (outcome IN ('opened', 'done', 'denied', 'failed')),
    error_code TEXT,
    detail TEXT NOT NULL,
    -- The master key whose derived key made the MAC.
    key_id TEXT NOT NULL,
    mac BYTEA NOT NULL,
    PRIMARY KEY (chain_id, seq)
);;
--postgres
-- Prefixes are ranges of bytes.
ALTER TABLE audit ALTER COLUMN actor_name TYPE TEXT COLLATE "C";;
ALTER TABLE audit ALTER COLUMN action TYPE TEXT COLLATE "C";;
--end
CREATE INDEX audit_actor ON audit (chain_id, actor_name, seq);;
CREATE INDEX audit_action ON audit (chain_id, action, seq);;
CREATE INDEX audit_target ON audit (chain_id, target_id, seq);;
CREATE INDEX audit_outcome ON audit (chain_id, outcome, seq);;
CREATE INDEX audit_time ON audit (chain_id, at, seq);;
CREATE INDEX audit_node ON audit (chain_id, node_id, seq) WHERE node_id IS NOT NULL;;

-- The last row of each chain; whoever appends holds this row.
CREATE TABLE audit_head (
    chain_id UUID NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    mac BYTEA NOT NULL
);;

-- Heads the platform has signed.
CREATE TABLE audit_checkpoint (
    chain_id UUID NOT NULL,
    seq BIGINT NOT NULL,
    mac BYTEA NOT NULL,
    at BIGINT NOT NULL,
    -- Key in platform_key, and its Ed25519 signature.
    key_id UUID NOT NULL,
    signature BYTEA NOT NULL,
    PRIMARY KEY (chain_id, seq)
);;

CREATE INDEX audit_checkpoint_age ON audit_checkpoint (at);;

-- Up to where rows may be removed. The MAC says that the server decided so.
CREATE TABLE audit_cut (
    chain_id UUID NOT NULL PRIMARY KEY,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    key_id TEXT NOT NULL,
    mac BYTEA NOT NULL,
    FOREIGN KEY (chain_id, seq) REFERENCES audit_checkpoint (chain_id, seq)
);;

--sqlite
CREATE TRIGGER audit_follow AFTER INSERT ON audit
BEGIN
    SELECT RAISE(ABORT, 'audit has no gaps') WHERE NOT EXISTS
        (SELECT 1 FROM audit_head h WHERE h.chain_id = NEW.chain_id AND h.seq = NEW.seq - 1);
    UPDATE audit_head SET seq = NEW.seq, mac = NEW.mac WHERE chain_id = NEW.chain_id;
END;;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit
WHEN NOT EXISTS (SELECT 1 FROM audit_cut c WHERE c.chain_id = OLD.chain_id AND c.seq >= OLD.seq)
BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END;;
CREATE TRIGGER audit_head_forward BEFORE UPDATE ON audit_head
WHEN NEW.chain_id <> OLD.chain_id OR NEW.seq <> OLD.seq + 1
BEGIN SELECT RAISE(ABORT, 'audit_head only moves forward'); END;;
CREATE TRIGGER audit_head_no_delete BEFORE DELETE ON audit_head
BEGIN SELECT RAISE(ABORT, 'audit_head only moves forward'); END;;
CREATE TRIGGER audit_checkpoint_no_update BEFORE UPDATE ON audit_checkpoint
BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;;
CREATE TRIGGER audit_checkpoint_no_delete BEFORE DELETE ON audit_checkpoint
WHEN NOT EXISTS (SELECT 1 FROM audit_cut c WHERE c.chain_id = OLD.chain_id AND c.seq > OLD.seq)
BEGIN SELECT RAISE(ABORT, 'audit_checkpoint is append-only'); END;;
CREATE TRIGGER audit_cut_forward BEFORE UPDATE ON audit_cut
WHEN NEW.chain_id <> OLD.chain_id OR NEW.seq <= OLD.seq
BEGIN SELECT RAISE(ABORT, 'audit_cut only moves forward'); END;;
CREATE TRIGGER audit_cut_no_delete BEFORE DELETE ON audit_cut
BEGIN SELECT RAISE(ABORT, 'audit_cut only moves forward'); END;;
--end

--postgres
CREATE FUNCTION audit_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE audit_head SET seq = NEW.seq, mac = NEW.mac WHERE chain_id = NEW.chain_id AND seq = NEW.seq - 1;
    IF NOT FOUND THEN RAISE EXCEPTION 'audit has no gaps'; END IF;
    RETURN NULL;
END $$;;
CREATE TRIGGER audit_follow AFTER INSERT ON audit FOR EACH ROW EXECUTE FUNCTION audit_follow();;

-- For statements: row-level security would let one that reaches no row pass in silence.
CREATE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' AND current_setting('cordboard.system', true) = 'on' THEN RETURN NULL; END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();;
CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();;

CREATE FUNCTION audit_cut_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM audit_cut c WHERE c.chain_id = OLD.chain_id
        AND (c.seq > OLD.seq OR (c.seq = OLD.seq AND TG_TABLE_NAME = 'audit'))) THEN RETURN OLD; END IF;
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;;
CREATE TRIGGER audit_cut_only BEFORE DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_cut_only();;
CREATE TRIGGER audit_checkpoint_cut_only BEFORE DELETE ON audit_checkpoint
FOR EACH ROW EXECUTE FUNCTION audit_cut_only();;

CREATE FUNCTION audit_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.chain_id = OLD.chain_id AND (NEW.seq = OLD.seq + 1
        OR (NEW.seq > OLD.seq AND TG_TABLE_NAME = 'audit_cut')) THEN RETURN NEW; END IF;
    RAISE EXCEPTION '% only moves forward', TG_TABLE_NAME;
END $$;;
CREATE TRIGGER audit_head_forward BEFORE UPDATE OR DELETE ON audit_head
FOR EACH ROW EXECUTE FUNCTION audit_forward();;
CREATE TRIGGER audit_head_whole BEFORE TRUNCATE ON audit_head
FOR EACH STATEMENT EXECUTE FUNCTION audit_forward();;
CREATE TRIGGER audit_cut_forward BEFORE UPDATE OR DELETE ON audit_cut
FOR EACH ROW EXECUTE FUNCTION audit_forward();;
CREATE TRIGGER audit_cut_whole BEFORE TRUNCATE ON audit_cut
FOR EACH STATEMENT EXECUTE FUNCTION audit_forward();;

-- The platform's chain is no tenant's: only a system context sees it.
ALTER TABLE audit ENABLE ROW LEVEL SECURITY;;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;;
CREATE POLICY tenancy ON audit USING (cordboard_visible(chain_id));;
ALTER TABLE audit_head ENABLE ROW LEVEL SECURITY;;
ALTER TABLE audit_head FORCE ROW LEVEL SECURITY;;
CREATE POLICY tenancy ON audit_head USING (cordboard_visible(chain_id));;
ALTER TABLE audit_checkpoint ENABLE ROW LEVEL SECURITY;;
ALTER TABLE audit_checkpoint FORCE ROW LEVEL SECURITY;;
CREATE POLICY tenancy ON audit_checkpoint USING (cordboard_visible(chain_id));;
ALTER TABLE audit_cut ENABLE ROW LEVEL SECURITY;;
ALTER TABLE audit_cut FORCE ROW LEVEL SECURITY;;
CREATE POLICY tenancy ON audit_cut USING (cordboard_visible(chain_id));;
--end
