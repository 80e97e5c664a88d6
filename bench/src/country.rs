//! A country: 2.4 million homes of two hundred projects and two clients, put in behind the program's back, the same on both
//! engines. The first project, alone with its client, is large.

/// All homes, and those of the first client's only project.
pub(crate) const ALL: usize = 2_400_000;
pub(crate) const LARGE: usize = 80_000;
/// The number of the first client's id, and of its project's.
pub(crate) const CLIENT: &str = "9000000000";
pub(crate) const PROJECT: &str = "8000000000";
const PROJECTS: usize = 200;
/// Homes that are put in at once.
const CHUNK: usize = 100_000;

/// The id of a number.
pub(crate) fn id_of(number: u64) -> String {
    format!("00000000-0000-0000-0000-{number:012x}")
}

/// Whether the n-th home has an address.
pub(crate) fn has_address(home: usize) -> bool {
    (home * 7919) % 100 >= 5
}

/// What the engines say differently.
pub(crate) struct Dialect {
    /// The id of a number `{}`.
    id: &'static str,
    /// The numbers from `{from}` up to `{to}`, as `n.i`.
    numbers: &'static str,
}

impl Dialect {
    pub(crate) const SQLITE: Self = Self {
        id: "unhex(printf('%032x', {}))",
        numbers: "(WITH RECURSIVE n(i) AS (VALUES ({from}) UNION ALL SELECT i + 1 FROM n WHERE i + 1 < {to}) SELECT i FROM n) n",
    };
    pub(crate) const POSTGRES: Self = Self {
        id: "CAST(lpad(to_hex({}), 32, '0') AS UUID)",
        numbers: "generate_series(CAST({from} AS BIGINT), {to} - 1) AS n(i)",
    };

    fn id(&self, number: &str) -> String {
        self.id.replace("{}", number)
    }
}

/// Of every hundred homes, those below the number have this state: no address, bounced, not told, told, and so on to signed
/// in. The numbers are those of the store.
const STATES: &str = "CASE WHEN r < 5 THEN 6 WHEN r < 7 THEN 1567 WHEN r < 15 THEN 519 WHEN r < 30 THEN 543 WHEN r < 35 THEN 639 \
     WHEN r < 40 THEN 767 ELSE 1023 END";

/// The statements that make the homes.
pub(crate) fn seed(dialect: &Dialect, all: usize, large: usize) -> Vec<String> {
    let (client, rest) = (dialect.id(CLIENT), dialect.id("9000000001"));
    let project = dialect.id("(8000000000 + i)");
    let mut texts = vec![
        format!(
            "INSERT INTO organisation (id, slug, name, portal, created_at) VALUES ({client}, 'bench', 'Bench', TRUE, 0), \
             ({rest}, 'rest', 'Rest', TRUE, 0)"
        ),
        format!(
            "INSERT INTO project (id, organisation_id, slug, name, prefix, next_number, delivered_on, created_at) \
             SELECT {project}, CASE WHEN i = 0 THEN {client} ELSE {rest} END, CASE WHEN i = 0 THEN 'groot' ELSE 'p' || i END, 'Bench', 'BENCH', 1, NULL, 0 \
             FROM {}",
            numbers(dialect, 0, PROJECTS)
        ),
    ];
    let share = (all - large) / (PROJECTS - 1) + 1;
    let of_home =
        dialect.id(&format!("(8000000000 + CASE WHEN i <= {large} THEN 0 ELSE 1 + (i - {large} - 1) / {share} END)"));
    let organisation = format!("CASE WHEN i <= {large} THEN {client} ELSE {rest} END");
    let mut from = 1;
    while from <= all {
        let to = (from + CHUNK).min(all + 1);
        let numbers = numbers(dialect, from, to);
        let id = dialect.id("i");
        texts.push(chunk(&[&organisation, &of_home, &id, &numbers]));
        from = to;
    }
    texts
}

fn numbers(dialect: &Dialect, from: usize, to: usize) -> String {
    dialect.numbers.replace("{from}", &from.to_string()).replace("{to}", &to.to_string())
}

fn chunk([organisation, project, id, numbers]: &[&str; 4]) -> String {
    let postcode = "CAST(1000 + (i / 200) % 9000 AS TEXT) || CASE WHEN i / 200 < 9000 THEN 'AB' ELSE 'AC' END";
    let day = |bit: u32, day: &str| format!("CASE WHEN (s & {bit}) <> 0 THEN {day} END");
    let days = [
        day(1, "'2026-06-01'"),
        day(2, "'2026-06-01'"),
        day(4, "'2026-06-02'"),
        day(8, "'2026-06-1' || (r % 10)"),
        day(16, "'2026-06-1' || (r % 10)"),
        day(32, "'2026-07-1' || (r % 10)"),
        day(64, "'2026-07-1' || (r % 10)"),
        day(128, "'2026-07-2' || (i % 10)"),
        day(256, "'2026-0' || (7 + i % 3) || '-2' || ((i / 7) % 10)"),
    ];
    let days = days.join(", ");
    let states =
        format!("(SELECT i, r, {STATES} AS s FROM (SELECT i, (i * 7919) % 100 AS r FROM {numbers}) AS x) AS y");
    format!(
        "BEGIN; \
         INSERT INTO dwelling (id, organisation_id, project_id, client_number, street, house_number, addition, postcode, place, \
         build_number, client_key, address_key, build_key, created_at) SELECT {id}, {organisation}, {project}, 'V' || i, \
         'Straat ' || (i / 200), CAST(i % 200 + 1 AS TEXT), NULL, {postcode}, 'Almelo', NULL, 'V' || i, \
         {postcode} || '|' || (i % 200 + 1) || '|', NULL, 0 FROM {numbers}; \
         INSERT INTO account (id, organisation_id, dwelling_id, main, username, skeleton, created_at) \
         SELECT {id}, {organisation}, {id}, TRUE, 'BENCH' || i, 'bench' || i, 0 FROM {numbers}; \
         INSERT INTO identity (id, kind, generation, subject, access_ends_at, signed_in_at, language, created_at) \
         SELECT {id}, 'resident', 1, 's' || i, NULL, NULL, NULL, 0 FROM {numbers}; \
         INSERT INTO occupancy (id, organisation_id, account_id, identity_id, starts_on, starts_at, ends_on, created_at) \
         SELECT {id}, {organisation}, {id}, {id}, '1970-01-01', 0, NULL, 0 FROM {numbers}; \
         INSERT INTO progress (occupancy_id, organisation_id, project_id, dwelling_id, account_id, starts_at, ends_at, state, \
         address_received_on, processed_on, list_returned_on, username_handed_out_on, instruction_handed_out_on, \
         reset_asked_on, mail_accepted_on, password_set_on, signed_in_on) \
         SELECT {id}, {organisation}, {project}, {id}, {id}, 0, NULL, s, {days} \
         FROM {states}; \
         INSERT INTO email_link (id, organisation_id, occupancy_id, address, search_key, proof, delivery, created_at, confirmed_at, \
         ended_at) SELECT {id}, {organisation}, {id}, 'bewoner' || i || '@example.nl', 'bewoner' || i || '@example.nl', \
         CASE WHEN (s & 256) <> 0 THEN 'confirmed' ELSE 'linked' END, CASE WHEN (s & 1024) <> 0 THEN 'hard' ELSE 'ok' END, 0, \
         CASE WHEN (s & 256) <> 0 THEN 0 END, NULL FROM {states} WHERE (s & 512) <> 0; \
         COMMIT;"
    )
}
