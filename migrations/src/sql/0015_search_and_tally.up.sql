-- Words found without knowing the customer, and further words of the same row beside one.
CREATE INDEX search_term_word ON search_term (kind, term, tenant_id, owner_id);;
DROP INDEX search_term_owner;;
CREATE INDEX search_term_owner ON search_term (tenant_id, owner_id, term);;
-- Whole names until they are written again: only a program takes words and accents apart.
INSERT INTO search_term (tenant_id, kind, term, owner_id)
    SELECT c.tenant_id, 'customer', lower(n.name), c.tenant_id FROM customer c JOIN node n ON n.id = c.tenant_id
    UNION SELECT tenant_id, 'device', lower(name), id FROM device WHERE kind <> 'dect_handset'
    UNION SELECT tenant_id, 'device', mac, id FROM device WHERE mac IS NOT NULL AND kind <> 'dect_handset'
    UNION SELECT tenant_id, 'hunt_group', lower(title), id FROM hunt_group
    UNION SELECT tenant_id, 'hunt_group', extension, id FROM hunt_group;;

-- Lists of customers walk along this one.
CREATE INDEX node_name ON node (kind, name, id);;

-- Those that end without a word are looked for every few seconds.
CREATE INDEX registration_end ON registration (expires_at);;

-- How many of a customer's things there are, so that a list of customers counts none of them. What is so is the sum
-- over a customer's rows: on Postgres who adds something adds a row, and so waits for nobody; a job sums them up.
CREATE TABLE tally (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    sites BIGINT NOT NULL DEFAULT 0,
    lines BIGINT NOT NULL DEFAULT 0,
    devices BIGINT NOT NULL DEFAULT 0,
    confirmed BIGINT NOT NULL DEFAULT 0,
    registrations BIGINT NOT NULL DEFAULT 0
);;
CREATE INDEX tally_tenant ON tally (tenant_id);;
INSERT INTO tally (tenant_id, sites, lines, devices, confirmed, registrations)
    SELECT c.tenant_id,
        (SELECT COUNT(*) FROM site s WHERE s.tenant_id = c.tenant_id),
        (SELECT COUNT(*) FROM line l WHERE l.tenant_id = c.tenant_id),
        (SELECT COUNT(*) FROM device d WHERE d.tenant_id = c.tenant_id AND d.kind <> 'dect_handset'),
        (SELECT COUNT(*) FROM target t WHERE t.tenant_id = c.tenant_id AND t.kind = 'device'
            AND t.changed_at IS NULL AND t.confirmed_release_id = t.release_id),
        (SELECT COUNT(*) FROM registration r WHERE r.tenant_id = c.tenant_id)
    FROM customer c;;

--sqlite
CREATE TRIGGER tally_site_in AFTER INSERT ON site BEGIN
    UPDATE tally SET sites = sites + 1 WHERE tenant_id = NEW.tenant_id; END;;
CREATE TRIGGER tally_site_out AFTER DELETE ON site BEGIN
    UPDATE tally SET sites = sites - 1 WHERE tenant_id = OLD.tenant_id; END;;
CREATE TRIGGER tally_line_in AFTER INSERT ON line BEGIN
    UPDATE tally SET lines = lines + 1 WHERE tenant_id = NEW.tenant_id; END;;
CREATE TRIGGER tally_line_out AFTER DELETE ON line BEGIN
    UPDATE tally SET lines = lines - 1 WHERE tenant_id = OLD.tenant_id; END;;
CREATE TRIGGER tally_device_in AFTER INSERT ON device WHEN NEW.kind <> 'dect_handset' BEGIN
    UPDATE tally SET devices = devices + 1 WHERE tenant_id = NEW.tenant_id; END;;
CREATE TRIGGER tally_device_out AFTER DELETE ON device WHEN OLD.kind <> 'dect_handset' BEGIN
    UPDATE tally SET devices = devices - 1 WHERE tenant_id = OLD.tenant_id; END;;
CREATE TRIGGER tally_registration_in AFTER INSERT ON registration BEGIN
    UPDATE tally SET registrations = registrations + 1 WHERE tenant_id = NEW.tenant_id; END;;
CREATE TRIGGER tally_registration_out AFTER DELETE ON registration BEGIN
    UPDATE tally SET registrations = registrations - 1 WHERE tenant_id = OLD.tenant_id; END;;
CREATE TRIGGER tally_confirmed_in AFTER INSERT ON target
    WHEN NEW.kind = 'device' AND NEW.changed_at IS NULL AND NEW.confirmed_release_id = NEW.release_id BEGIN
    UPDATE tally SET confirmed = confirmed + 1 WHERE tenant_id = NEW.tenant_id; END;;
CREATE TRIGGER tally_confirmed_out AFTER DELETE ON target
    WHEN OLD.kind = 'device' AND OLD.changed_at IS NULL AND OLD.confirmed_release_id = OLD.release_id BEGIN
    UPDATE tally SET confirmed = confirmed - 1 WHERE tenant_id = OLD.tenant_id; END;;
CREATE TRIGGER tally_confirmed AFTER UPDATE ON target WHEN NEW.kind = 'device'
    AND COALESCE(NEW.changed_at IS NULL AND NEW.confirmed_release_id = NEW.release_id, FALSE)
        <> COALESCE(OLD.changed_at IS NULL AND OLD.confirmed_release_id = OLD.release_id, FALSE) BEGIN
    UPDATE tally SET confirmed = confirmed
        + CASE WHEN NEW.changed_at IS NULL AND NEW.confirmed_release_id = NEW.release_id THEN 1 ELSE -1 END
        WHERE tenant_id = NEW.tenant_id; END;;
--end

--postgres
ALTER TABLE tally ENABLE ROW LEVEL SECURITY;;
ALTER TABLE tally FORCE ROW LEVEL SECURITY;;
CREATE POLICY tenancy ON tally USING (cordboard_visible(tenant_id));;

-- Arguments: the column, and which rows count.
CREATE FUNCTION cordboard_tally() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'INSERT INTO tally (tenant_id, %I) SELECT tenant_id, $1 * COUNT(*) FROM changed WHERE %s GROUP BY tenant_id',
        TG_ARGV[0], TG_ARGV[1]
    ) USING CASE TG_OP WHEN 'DELETE' THEN -1 ELSE 1 END;
    RETURN NULL;
END $$;;
CREATE FUNCTION cordboard_tally_difference() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    EXECUTE format(
        'INSERT INTO tally (tenant_id, %1$I) SELECT tenant_id, SUM(step) FROM ('
        '    SELECT tenant_id, 1 AS step FROM changed WHERE %2$s'
        '    UNION ALL SELECT tenant_id, -1 FROM gone WHERE %2$s) steps GROUP BY tenant_id HAVING SUM(step) <> 0',
        TG_ARGV[0], TG_ARGV[1]
    );
    RETURN NULL;
END $$;;
CREATE TRIGGER tally_site_in AFTER INSERT ON site REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('sites', 'TRUE');;
CREATE TRIGGER tally_site_out AFTER DELETE ON site REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('sites', 'TRUE');;
CREATE TRIGGER tally_line_in AFTER INSERT ON line REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('lines', 'TRUE');;
CREATE TRIGGER tally_line_out AFTER DELETE ON line REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('lines', 'TRUE');;
CREATE TRIGGER tally_device_in AFTER INSERT ON device REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('devices', 'kind <> ''dect_handset''');;
CREATE TRIGGER tally_device_out AFTER DELETE ON device REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('devices', 'kind <> ''dect_handset''');;
CREATE TRIGGER tally_registration_in AFTER INSERT ON registration REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('registrations', 'TRUE');;
CREATE TRIGGER tally_registration_out AFTER DELETE ON registration REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('registrations', 'TRUE');;
CREATE TRIGGER tally_confirmed_in AFTER INSERT ON target REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('confirmed',
        'kind = ''device'' AND changed_at IS NULL AND confirmed_release_id = release_id');;
CREATE TRIGGER tally_confirmed_out AFTER DELETE ON target REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally('confirmed',
        'kind = ''device'' AND changed_at IS NULL AND confirmed_release_id = release_id');;
CREATE TRIGGER tally_confirmed AFTER UPDATE ON target REFERENCING OLD TABLE AS gone NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION cordboard_tally_difference('confirmed',
        'kind = ''device'' AND changed_at IS NULL AND confirmed_release_id = release_id');;
--end
