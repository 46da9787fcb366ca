//! A start that is killed in the middle of an evolution leaves a database that starts and has everything.

use std::time::{Duration, Instant};

use tests::{Database, Earlier, earlier::extended};

use crate::{changes::assert_evolved, on_both, total};

/// So many that an evolution takes long enough to be met in the middle.
const MORE: usize = 3000;
/// At these parts of the time that it takes, the process is killed.
const MOMENTS: [f64; 7] = [0.15, 0.3, 0.45, 0.6, 0.75, 0.9, 0.97];

/// Adds gadgets that all change: a value is put aside, a key is made anew.
pub(crate) fn enlarge(earlier: &Earlier) {
    let (id, numbers) = match earlier.database {
        Database::Sqlite => (
            "randomblob(16)",
            format!("WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {MORE})"),
        ),
        Database::Postgres => ("gen_random_uuid()", format!("WITH n (i) AS (SELECT generate_series(1, {MORE}))")),
    };
    let document = "{\"schemas\":[\"urn:example:2.0:Gadget\"],\"externalId\":\"more\",\"always\":\"A\",\"old\":\"kept\",\"name\":\"More\",\
                    \"match\":\"More\",\"one-boolean\":true}";
    earlier.sql(&format!(
        "{numbers} INSERT INTO gadgets (org, id, version, created, last_modified, document, label, k_external_id, k_old, \
         k_name, k_match, k_one_boolean) SELECT 1, {id}, 1, 1795662916439000, 1795662916439000, '{document}', 'More', \
         'more', 'kept', 'more', 'More', 1 = 1 FROM n"
    ));
    let slot = "(SELECT min(slot) FROM counters WHERE org = 1 AND resource_type = 'Gadget')";
    earlier.sql(&format!(
        "UPDATE counters SET total = total + {MORE} WHERE org = 1 AND resource_type = 'Gadget' AND slot = {slot}"
    ));
}

fn a_start_that_is_killed_leaves_a_database_that_starts_and_has_everything(database: Database) {
    let loaded = Earlier::load("earlier", database);
    enlarge(&loaded);
    let digest = |earlier: &Earlier| earlier.texts("SELECT value FROM settings WHERE name = 'schemas'");
    let (before, whole) = (digest(&loaded), loaded.whole());

    let measured = loaded.copy();
    let started = Instant::now();
    drop(measured.start(&extended()));
    let lasts = started.elapsed();
    let after = digest(&measured);
    assert_ne!(before, after);

    let mut in_the_middle = 0;
    for moment in MOMENTS {
        let earlier = loaded.copy();
        let mut start = earlier.spawn(&extended());
        std::thread::sleep(lasts.mul_f64(moment));
        start.kill().unwrap();
        start.wait().unwrap();
        if database == Database::Postgres {
            // Its server notices a little later that it is gone.
            let deadline = Instant::now() + Duration::from_secs(30);
            let busy =
                "SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()";
            while !earlier.texts(busy).is_empty() && Instant::now() < deadline {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        // All of it was done, or nothing.
        if digest(&earlier) == before {
            in_the_middle += 1;
            assert!(earlier.whole() == whole, "killed at {moment} of {lasts:?}, it left something");
        }
        let server = earlier.start(&extended());
        assert_eq!(digest(&earlier), after);
        assert_eq!(total(&server, "/Gadgets", "match eq \"MORE\""), MORE as u64);
        assert_eq!(earlier.texts("SELECT retired FROM gadgets WHERE retired LIKE '%\"kept\"%'").len(), MORE);
        assert_eq!(earlier.texts("SELECT document FROM gadgets WHERE document LIKE '%kept%'").len(), 0);
        if moment == MOMENTS[MOMENTS.len() / 2] {
            // The resources of before, among the others.
            drop(server);
            earlier.sql("DELETE FROM gadgets WHERE k_external_id = 'more'");
            assert_evolved(&earlier.start(&extended()), &earlier);
        }
    }
    assert!(in_the_middle >= 3, "only {in_the_middle} of {} were killed before the end", MOMENTS.len());
}

on_both! {
    a_start_that_is_killed_leaves_a_database_that_starts_and_has_everything
}
