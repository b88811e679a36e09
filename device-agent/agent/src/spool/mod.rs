//! Reports that wait on disk until the cloud has them.
//!
//! Append-only segment files, written and synced in small batches. A segment is deleted when the cloud has
//! acknowledged every report in it; after a restart those of a half-acknowledged one are sent again and the
//! cloud drops them by their ids. Nothing is ever written behind a place that may be torn: each start and each
//! failed write begins a new segment.

mod line;

use std::{
    collections::{HashSet, VecDeque},
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
};

use cordboard_agent_protocol::{Report, ReportBatch};
use cordboard_types::ReportId;

use crate::disk::{self, DiskError};

/// A segment that grew beyond this is not written to any more.
const SEGMENT_BYTES: u64 = 256 << 10;
/// Reports kept in memory while the disk does not take them.
const MAX_UNWRITTEN: usize = 10_000;
/// From this many waiting bytes on only what cannot be told again is taken.
const CROWDED_BYTES: u64 = 32 << 20;

/// The folder `spool/`.
#[derive(Debug)]
pub(crate) struct Spool {
    folder: PathBuf,
    segments: VecDeque<Segment>,
    active: Option<File>,
    next_number: u64,
    unwritten: VecDeque<Report>,
}

#[derive(Debug)]
struct Segment {
    path: PathBuf,
    bytes: u64,
    waiting: HashSet<ReportId>,
}

impl Spool {
    /// Reads what an earlier run left.
    pub(crate) fn open(folder: PathBuf) -> Result<Self, DiskError> {
        disk::make_folder(&folder)?;
        let mut numbers = numbers_in(&folder)?;
        numbers.sort_unstable();
        let next_number = numbers.last().map_or(1, |last| last.saturating_add(1));
        let mut segments = VecDeque::new();
        for number in numbers {
            segments.extend(leftover(segment_path(&folder, number))?);
        }
        Ok(Self { folder, segments, active: None, next_number, unwritten: VecDeque::new() })
    }

    /// How many reports wait in a folder, without touching it: an agent may be running.
    pub(crate) fn count(folder: &Path) -> Result<usize, DiskError> {
        if !folder.exists() {
            return Ok(0);
        }
        let in_segment =
            |number| fs::read(segment_path(folder, number)).map_or(0, |bytes| line::read(&bytes).0.len());
        Ok(numbers_in(folder)?.into_iter().map(in_segment).sum())
    }

    /// Takes reports. When this returns without an error they survive a crash; with one they wait in memory and
    /// are written with the next ones.
    pub(crate) fn append(&mut self, reports: Vec<Report>) -> Result<(), DiskError> {
        self.unwritten.extend(reports);
        let lost = self.unwritten.len().saturating_sub(MAX_UNWRITTEN);
        if lost > 0 {
            self.unwritten.drain(..lost);
            tracing::error!(lost, "the disk takes no reports and memory is full: the oldest were dropped");
        }
        let written = self.write();
        if written.is_err() {
            self.active = None;
        }
        written
    }

    fn write(&mut self) -> Result<(), DiskError> {
        if self.unwritten.is_empty() {
            return Ok(());
        }
        let mut bytes = Vec::new();
        for report in &self.unwritten {
            line::write(report, &mut bytes)
                .map_err(|source| DiskError::Content { path: self.folder.clone(), source })?;
        }
        if self.active.is_none() {
            self.begin_segment()?;
        }
        let (Some(file), Some(segment)) = (self.active.as_mut(), self.segments.back_mut()) else {
            return Ok(());
        };
        file.write_all(&bytes).and_then(|()| file.sync_data()).map_err(disk::at(&segment.path))?;
        segment.bytes = segment.bytes.saturating_add(u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        segment.waiting.extend(self.unwritten.drain(..).map(|report| report.id));
        if segment.bytes >= SEGMENT_BYTES {
            self.active = None;
        }
        Ok(())
    }

    fn begin_segment(&mut self) -> Result<(), DiskError> {
        let path = segment_path(&self.folder, self.next_number);
        let file = disk::create(&path)?;
        disk::sync_folder(&self.folder)?;
        self.next_number = self.next_number.saturating_add(1);
        self.active = Some(file);
        self.segments.push_back(Segment { path, bytes: 0, waiting: HashSet::new() });
        Ok(())
    }

    /// The oldest reports that wait, at most `limit`.
    pub(crate) fn batch(&self, limit: usize) -> Result<ReportBatch, DiskError> {
        let mut reports = Vec::new();
        for segment in &self.segments {
            if reports.len() >= limit {
                break;
            }
            let bytes = fs::read(&segment.path).map_err(disk::at(&segment.path))?;
            let waiting =
                line::read(&bytes).0.into_iter().filter(|report| segment.waiting.contains(&report.id));
            reports.extend(waiting);
        }
        reports.extend(self.unwritten.iter().cloned());
        reports.truncate(limit);
        Ok(ReportBatch { reports })
    }

    /// The cloud has these.
    pub(crate) fn acknowledge(&mut self, ids: &[ReportId]) -> Result<(), DiskError> {
        self.unwritten.retain(|report| !ids.contains(&report.id));
        for segment in &mut self.segments {
            for id in ids {
                segment.waiting.remove(id);
            }
        }
        if self.segments.back().is_some_and(|segment| segment.waiting.is_empty()) {
            self.active = None;
        }
        let (done, waiting) = self.segments.drain(..).partition(|segment| segment.waiting.is_empty());
        self.segments = waiting;
        let done: VecDeque<Segment> = done;
        done.iter().try_for_each(|segment| fs::remove_file(&segment.path).map_err(disk::at(&segment.path)))
    }

    /// How many reports wait.
    pub(crate) fn waiting(&self) -> usize {
        self.segments.iter().map(|segment| segment.waiting.len()).sum::<usize>() + self.unwritten.len()
    }

    /// Whether so much waits that registrations are better left to the next list of all of them.
    pub(crate) fn is_crowded(&self) -> bool {
        self.segments.iter().map(|segment| segment.bytes).sum::<u64>() >= CROWDED_BYTES
    }
}

fn segment_path(folder: &Path, number: u64) -> PathBuf {
    folder.join(format!("{number:012}.log"))
}

fn numbers_in(folder: &Path) -> Result<Vec<u64>, DiskError> {
    let mut numbers = Vec::new();
    for entry in fs::read_dir(folder).map_err(disk::at(folder))? {
        let name = entry.map_err(disk::at(folder))?.file_name();
        numbers.extend(name.to_str().and_then(|name| name.strip_suffix(".log")?.parse::<u64>().ok()));
    }
    Ok(numbers)
}

/// A segment of an earlier run; none when nothing in it waits.
fn leftover(path: PathBuf) -> Result<Option<Segment>, DiskError> {
    let content = fs::read(&path).map_err(disk::at(&path))?;
    let (reports, damaged) = line::read(&content);
    if damaged > 0 {
        tracing::warn!(damaged, path = %path.display(), "the end of a spool file was lost in a crash");
    }
    if reports.is_empty() {
        fs::remove_file(&path).map_err(disk::at(&path))?;
        return Ok(None);
    }
    let bytes = u64::try_from(content.len()).unwrap_or(u64::MAX);
    Ok(Some(Segment { path, bytes, waiting: reports.into_iter().map(|report| report.id).collect() }))
}

#[cfg(test)]
mod tests;
