-- What the manual's user editor has. An older program leaves the new columns at their defaults.
--postgres
SET LOCAL cordboard.system = 'on';;
ALTER TABLE pbx_user ADD COLUMN login TEXT COLLATE "C" NOT NULL DEFAULT '';;
ALTER TABLE pbx_user ADD COLUMN name_key TEXT COLLATE "C" NOT NULL DEFAULT '';;
--end
--sqlite
ALTER TABLE pbx_user ADD COLUMN login TEXT NOT NULL DEFAULT '';;
ALTER TABLE pbx_user ADD COLUMN name_key TEXT NOT NULL DEFAULT '';;
--end
ALTER TABLE pbx_user ADD COLUMN first_name TEXT;;
ALTER TABLE pbx_user ADD COLUMN last_name TEXT;;
ALTER TABLE pbx_user ADD COLUMN email TEXT;;
ALTER TABLE pbx_user ADD COLUMN locale TEXT;;
-- Numbers with commas between them; no voicemail box means the extension's.
ALTER TABLE pbx_user ADD COLUMN voicemail TEXT NOT NULL DEFAULT '';;
ALTER TABLE pbx_user ADD COLUMN clip_internal TEXT NOT NULL DEFAULT '';;
ALTER TABLE pbx_user ADD COLUMN clip_external TEXT NOT NULL DEFAULT '';;
ALTER TABLE pbx_user ADD COLUMN hidden BOOLEAN NOT NULL DEFAULT FALSE;;
ALTER TABLE pbx_user ADD COLUMN to_operator BOOLEAN NOT NULL DEFAULT FALSE;;
ALTER TABLE pbx_user ADD COLUMN operator_extension TEXT;;

-- A user there already is known by the extension; the name before the first space is the first name.
UPDATE pbx_user SET login = COALESCE((SELECT MIN(l.extension) FROM line l
    WHERE l.tenant_id = pbx_user.tenant_id AND l.user_id = pbx_user.id), ''), name_key = lower(name);;
--sqlite
UPDATE pbx_user SET first_name = substr(name, 1, instr(name || ' ', ' ') - 1),
    last_name = nullif(trim(substr(name, instr(name || ' ', ' '))), '');;
--end
--postgres
UPDATE pbx_user SET first_name = split_part(name, ' ', 1),
    last_name = nullif(trim(substr(name, strpos(name || ' ', ' '))), '');;
--end
CREATE UNIQUE INDEX pbx_user_login ON pbx_user (tenant_id, login) WHERE login <> '';;
CREATE INDEX pbx_user_by_login ON pbx_user (tenant_id, login, id);;
CREATE INDEX pbx_user_by_name ON pbx_user (tenant_id, name_key, id);;
CREATE INDEX pbx_user_person ON pbx_user (person_id, tenant_id);;
CREATE INDEX pbx_user_email ON pbx_user (tenant_id, email);;

-- Normalised words of what is searched for; a prefix is a range.
CREATE TABLE search_term (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    kind TEXT NOT NULL,
--postgres
    term TEXT COLLATE "C" NOT NULL,
--end
--sqlite
    term TEXT NOT NULL,
--end
    owner_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, kind, term, owner_id)
);;
CREATE INDEX search_term_owner ON search_term (tenant_id, owner_id);;
INSERT INTO search_term (tenant_id, kind, term, owner_id)
    SELECT tenant_id, 'user', login, id FROM pbx_user WHERE login <> ''
    UNION SELECT tenant_id, 'user', lower(first_name), id FROM pbx_user WHERE first_name <> ''
    UNION SELECT tenant_id, 'user', lower(last_name), id FROM pbx_user WHERE last_name <> '';;

-- Authorisation groups. The members of a derived one follow from the users and are not stored.
CREATE TABLE user_group (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('user', 'queue', 'host')),
    name TEXT NOT NULL,
    standard TEXT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);;
CREATE UNIQUE INDEX user_group_name ON user_group (tenant_id, name);;
CREATE UNIQUE INDEX user_group_standard ON user_group (tenant_id, standard);;

CREATE TABLE group_member (
    tenant_id UUID NOT NULL,
    group_id UUID NOT NULL,
    user_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, group_id, user_id),
    FOREIGN KEY (tenant_id, group_id) REFERENCES user_group (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, user_id) REFERENCES pbx_user (tenant_id, id) ON DELETE CASCADE
);;
CREATE INDEX group_member_user ON group_member (tenant_id, user_id, group_id);;

-- Modules are names with a space between them; none at all is a predefined group as the program delivers it.
CREATE TABLE gui_group (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    name TEXT NOT NULL,
    standard TEXT,
    modules TEXT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);;
CREATE UNIQUE INDEX gui_group_name ON gui_group (tenant_id, name);;
CREATE UNIQUE INDEX gui_group_standard ON gui_group (tenant_id, standard);;

-- Holder, right, target: the members of a group on the members of another, or the modules of a GUI group.
CREATE TABLE group_grant (
    tenant_id UUID NOT NULL,
    id UUID NOT NULL,
    group_id UUID NOT NULL,
    feature TEXT NOT NULL,
    target_group_id UUID,
    gui_group_id UUID,
    PRIMARY KEY (tenant_id, id),
    CHECK ((target_group_id IS NULL) <> (gui_group_id IS NULL)),
    FOREIGN KEY (tenant_id, group_id) REFERENCES user_group (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, target_group_id) REFERENCES user_group (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, gui_group_id) REFERENCES gui_group (tenant_id, id) ON DELETE CASCADE
);;
CREATE UNIQUE INDEX group_grant_once ON group_grant (tenant_id, group_id, feature, target_group_id);;
CREATE UNIQUE INDEX group_grant_gui ON group_grant (tenant_id, group_id, gui_group_id);;

CREATE TABLE pickup_group (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    number INTEGER NOT NULL,
    name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);;
CREATE UNIQUE INDEX pickup_group_number ON pickup_group (tenant_id, number);;
CREATE UNIQUE INDEX pickup_group_name ON pickup_group (tenant_id, name);;

CREATE TABLE pickup_member (
    tenant_id UUID NOT NULL,
    group_id UUID NOT NULL,
    user_id UUID NOT NULL,
    PRIMARY KEY (tenant_id, group_id, user_id),
    FOREIGN KEY (tenant_id, group_id) REFERENCES pickup_group (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, user_id) REFERENCES pbx_user (tenant_id, id) ON DELETE CASCADE
);;
CREATE INDEX pickup_member_user ON pickup_member (tenant_id, user_id, group_id);;

CREATE TABLE hunt_group (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    extension TEXT NOT NULL,
    title TEXT NOT NULL,
    shown_name TEXT NOT NULL,
    strategy TEXT NOT NULL,
    group_busy BOOLEAN NOT NULL,
    door_intercom BOOLEAN NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);;
CREATE UNIQUE INDEX hunt_group_extension ON hunt_group (tenant_id, extension);;

CREATE TABLE hunt_member (
    tenant_id UUID NOT NULL,
    group_id UUID NOT NULL,
    user_id UUID NOT NULL,
    position INTEGER NOT NULL,
    timeout_s INTEGER NOT NULL,
    PRIMARY KEY (tenant_id, group_id, user_id),
    FOREIGN KEY (tenant_id, group_id) REFERENCES hunt_group (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, user_id) REFERENCES pbx_user (tenant_id, id) ON DELETE CASCADE
);;
CREATE INDEX hunt_member_user ON hunt_member (tenant_id, user_id, group_id);;

-- Long work in the background. Whoever holds the lease does it; a lease that lapsed is anybody's.
CREATE TABLE job (
    tenant_id UUID NOT NULL REFERENCES customer (tenant_id),
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    author_id UUID,
    actor TEXT NOT NULL,
    options TEXT NOT NULL,
    total INTEGER NOT NULL DEFAULT 0,
    bad INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    lease_by UUID,
    lease_until BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    version BIGINT NOT NULL DEFAULT 1,
    PRIMARY KEY (tenant_id, id)
);;
CREATE INDEX job_open ON job (state, lease_until);;
CREATE INDEX job_age ON job (created_at);;

-- The user's id is known from the start, so that a PIN is sealed to its place and never opened again.
CREATE TABLE user_import_row (
    tenant_id UUID NOT NULL,
    job_id UUID NOT NULL,
    number INTEGER NOT NULL,
    line INTEGER NOT NULL,
    user_id UUID NOT NULL,
    cells TEXT NOT NULL,
    pin BYTEA,
    pin_key UUID,
    state TEXT NOT NULL CHECK (state IN ('bad', 'ready', 'done', 'failed')),
    problems TEXT NOT NULL DEFAULT '',
    invite TEXT,
    PRIMARY KEY (tenant_id, job_id, number),
    FOREIGN KEY (tenant_id, job_id) REFERENCES job (tenant_id, id) ON DELETE CASCADE
);;
CREATE INDEX user_import_row_state ON user_import_row (tenant_id, job_id, state, number);;
CREATE INDEX user_import_row_invite ON user_import_row (invite, tenant_id, job_id, number);;

-- The predefined groups of customers that are there already; a new customer gets them with its first row.
--sqlite
INSERT INTO user_group (tenant_id, id, kind, name, standard, created_at)
    SELECT c.tenant_id, randomblob(16), s.kind, s.name, s.standard, 0 FROM customer c CROSS JOIN (
        SELECT 'user' AS kind, 'Admins' AS name, 'admins' AS standard
        UNION ALL SELECT 'host', 'All Hosts', 'all-hosts'
        UNION ALL SELECT 'user', 'All invisible users', 'all-invisible-users'
        UNION ALL SELECT 'user', 'All Users', 'all-users'
        UNION ALL SELECT 'user', 'All visible users', 'all-visible-users'
        UNION ALL SELECT 'queue', 'All Queues', 'all-queues') s;;
INSERT INTO gui_group (tenant_id, id, name, standard, created_at)
    SELECT c.tenant_id, randomblob(16), s.name, s.standard, 0 FROM customer c CROSS JOIN (
        SELECT 'New admin GUI' AS name, 'new-admin-gui' AS standard
        UNION ALL SELECT 'New user GUI', 'new-user-gui') s;;
INSERT INTO group_grant (tenant_id, id, group_id, feature, gui_group_id)
    SELECT h.tenant_id, randomblob(16), h.id, 'show-gui', g.id FROM user_group h
        JOIN gui_group g ON g.tenant_id = h.tenant_id AND (h.standard, g.standard)
            IN (VALUES ('admins', 'new-admin-gui'), ('all-users', 'new-user-gui'));;
INSERT INTO group_grant (tenant_id, id, group_id, feature, target_group_id)
    SELECT tenant_id, randomblob(16), id, 'group-pickup', id FROM user_group WHERE standard = 'all-users';;
--end
--postgres
INSERT INTO user_group (tenant_id, id, kind, name, standard, created_at)
    SELECT c.tenant_id, gen_random_uuid(), s.kind, s.name, s.standard, 0 FROM customer c CROSS JOIN (
        SELECT 'user' AS kind, 'Admins' AS name, 'admins' AS standard
        UNION ALL SELECT 'host', 'All Hosts', 'all-hosts'
        UNION ALL SELECT 'user', 'All invisible users', 'all-invisible-users'
        UNION ALL SELECT 'user', 'All Users', 'all-users'
        UNION ALL SELECT 'user', 'All visible users', 'all-visible-users'
        UNION ALL SELECT 'queue', 'All Queues', 'all-queues') s;;
INSERT INTO gui_group (tenant_id, id, name, standard, created_at)
    SELECT c.tenant_id, gen_random_uuid(), s.name, s.standard, 0 FROM customer c CROSS JOIN (
        SELECT 'New admin GUI' AS name, 'new-admin-gui' AS standard
        UNION ALL SELECT 'New user GUI', 'new-user-gui') s;;
INSERT INTO group_grant (tenant_id, id, group_id, feature, gui_group_id)
    SELECT h.tenant_id, gen_random_uuid(), h.id, 'show-gui', g.id FROM user_group h
        JOIN gui_group g ON g.tenant_id = h.tenant_id AND (h.standard, g.standard)
            IN (VALUES ('admins', 'new-admin-gui'), ('all-users', 'new-user-gui'));;
INSERT INTO group_grant (tenant_id, id, group_id, feature, target_group_id)
    SELECT tenant_id, gen_random_uuid(), id, 'group-pickup', id FROM user_group WHERE standard = 'all-users';;
SET LOCAL cordboard.system = '';;
--end
