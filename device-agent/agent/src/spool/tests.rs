use cordboard_agent_protocol::ReportBody;
use cordboard_types::Timestamp;

use super::*;

fn reports(count: i64) -> Vec<Report> {
    let body = || ReportBody::Refused { sequence: 1, reason: "signature".into() };
    (0..count).map(|at| Report { id: ReportId::new(), at: Timestamp(at), body: body() }).collect()
}

fn ids(reports: &[Report]) -> Vec<ReportId> {
    reports.iter().map(|report| report.id).collect()
}

fn everything(spool: &Spool) -> Vec<Report> {
    spool.batch(usize::MAX).unwrap().reports
}

#[test]
fn reports_come_out_oldest_first_until_they_are_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let mut spool = Spool::open(folder.path().into()).unwrap();
    let all = reports(30);
    for some in all.chunks(7) {
        spool.append(some.to_vec()).unwrap();
    }
    assert_eq!(spool.batch(10).unwrap().reports, all[..10]);
    spool.acknowledge(&ids(&all[..10])).unwrap();
    assert_eq!(everything(&spool), all[10..]);
    assert_eq!(spool.waiting(), 20);
    spool.acknowledge(&ids(&all)).unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing waits, nothing is left");
    spool.append(all[..1].to_vec()).unwrap();
    assert_eq!(everything(&spool), all[..1]);
}

#[test]
fn only_what_the_receipt_names_is_forgotten() {
    let folder = tempfile::tempdir().unwrap();
    let mut spool = Spool::open(folder.path().into()).unwrap();
    let all = reports(3);
    spool.append(all.clone()).unwrap();
    spool.acknowledge(&[all[1].id, ReportId::new()]).unwrap();
    assert_eq!(everything(&spool), [all[0].clone(), all[2].clone()]);
}

#[test]
fn a_long_absence_makes_many_segments_and_they_go_one_by_one() {
    let folder = tempfile::tempdir().unwrap();
    let mut spool = Spool::open(folder.path().into()).unwrap();
    let all = reports(6_000);
    for some in all.chunks(50) {
        spool.append(some.to_vec()).unwrap();
    }
    assert!(spool.segments.len() > 2);
    let mut spool = Spool::open(folder.path().into()).unwrap();
    assert_eq!(ids(&everything(&spool)), ids(&all));
    spool.acknowledge(&ids(&all[..5_000])).unwrap();
    assert_eq!(ids(&everything(&spool)), ids(&all[5_000..]));
}

/// What a crash can leave: the synced reports are all there, of the last write some prefix.
#[test]
fn a_crash_at_any_byte_loses_nothing_that_was_synced() {
    for seed in 0..60 {
        let mut random = fastrand::Rng::with_seed(seed);
        let folder = tempfile::tempdir().unwrap();
        let synced = reports(random.i64(1..20));
        let last = reports(random.i64(1..20));
        let mut spool = Spool::open(folder.path().into()).unwrap();
        let first = synced.len();
        spool.append(synced.clone()).unwrap();
        let path = spool.segments.back().unwrap().path.clone();
        let safe = fs::metadata(&path).unwrap().len();
        spool.append(last.clone()).unwrap();
        let whole = fs::metadata(&path).unwrap().len();
        drop(spool);

        let cut = random.u64(safe..=whole);
        File::options().write(true).open(&path).unwrap().set_len(cut).unwrap();
        let mut spool = Spool::open(folder.path().into()).unwrap();
        let found = ids(&everything(&spool));
        let wanted = ids(&[synced, last].concat());
        assert!(found.len() >= first, "seed {seed}: what was synced is there");
        assert_eq!(found, wanted[..found.len()], "seed {seed}: a prefix, in order");

        let more = reports(3);
        spool.append(more.clone()).unwrap();
        let found = [found, ids(&more)].concat();
        assert_eq!(ids(&everything(&Spool::open(folder.path().into()).unwrap())), found, "seed {seed}");
    }
}

#[test]
fn a_damaged_line_costs_only_itself() {
    let folder = tempfile::tempdir().unwrap();
    let mut spool = Spool::open(folder.path().into()).unwrap();
    let all = reports(3);
    spool.append(all.clone()).unwrap();
    let path = spool.segments.back().unwrap().path.clone();
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).unwrap();
    let spool = Spool::open(folder.path().into()).unwrap();
    assert_eq!(everything(&spool), [all[0].clone(), all[2].clone()]);
}

#[test]
fn a_disk_that_fails_does_not_lose_reports() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("spool");
    let mut spool = Spool::open(path.clone()).unwrap();
    fs::remove_dir(&path).unwrap();
    let all = reports(4);
    assert!(spool.append(all[..2].to_vec()).is_err());
    assert_eq!(everything(&spool), all[..2], "they can still be sent");
    fs::create_dir(&path).unwrap();
    spool.append(all[2..].to_vec()).unwrap();
    assert_eq!(everything(&Spool::open(path).unwrap()), all);
}
