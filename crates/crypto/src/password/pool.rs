//! The hashing threads. Each keeps one buffer for all its hashes, wipes it when nothing waits, and gives it back after
//! a minute without work. They run below the threads that answer pages. A hash that panics costs its caller an error
//! and nobody else anything.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

use domain::time::Span;
use tokio::sync::oneshot;

use super::engine::{EngineError, Memory};
use super::queue::{Next, Queue, Turn};
use super::{HashError, Settings};
use crate::clock::Stopwatch;

/// After this long without work the buffers go back to the system.
const IDLE: Duration = Duration::from_secs(60);

/// A first guess of what one thread writes, in KiB per millisecond; the queue corrects it from the first hash on.
const KIB_PER_MILLISECOND: u64 = 1_500;

type Tag = Result<[u8; 32], EngineError>;
type Work = Box<dyn FnOnce(&mut Memory) -> Tag + Send>;

/// Something to compute, and where the answer goes.
pub(super) struct Job {
    work: Work,
    answer: oneshot::Sender<Tag>,
}

impl Job {
    pub(super) fn new(work: impl FnOnce(&mut Memory) -> Tag + Send + 'static) -> (Self, oneshot::Receiver<Tag>) {
        let (answer, receiver) = oneshot::channel();
        (Self { work: Box::new(work), answer }, receiver)
    }
}

pub(super) struct Pool {
    shared: Arc<Shared>,
}

struct Shared {
    queue: Queue<Job>,
    done: AtomicU64,
}

impl Pool {
    pub(super) fn start(settings: Settings) -> std::io::Result<Self> {
        let threads = settings.threads.max(1);
        let micros = settings.params.work().saturating_mul(1_000) / KIB_PER_MILLISECOND;
        let estimate = Span::from_micros(i64::try_from(micros).unwrap_or(i64::MAX));
        let queue = Queue::new(threads, settings.longest_wait, estimate);
        // Made first: if a thread cannot be started, dropping it ends those that were.
        let pool = Self { shared: Arc::new(Shared { queue, done: AtomicU64::new(0) }) };
        for number in 0..threads {
            let shared = Arc::clone(&pool.shared);
            thread::Builder::new().name(format!("hash-{number}")).spawn(move || shared.run())?;
        }
        Ok(pool)
    }

    pub(super) fn submit(&self, job: Job, turn: Turn) -> Result<(), HashError> {
        self.shared.queue.push(job, turn)
    }

    pub(super) fn hashes_done(&self) -> u64 {
        self.shared.done.load(Ordering::SeqCst)
    }

    pub(super) fn waiting(&self) -> usize {
        self.shared.queue.waiting()
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.shared.queue.close();
    }
}

impl Shared {
    fn run(&self) {
        step_back();
        let mut memory = Memory::default();
        loop {
            match self.queue.next() {
                // Nobody waits for the answer any more (the browser went away): no work for nothing.
                Next::Job(job) if job.answer.is_closed() => {}
                Next::Job(job) => self.compute(job, &mut memory),
                Next::Closed => return,
                Next::Empty => {
                    // Under load the next hash overwrites everything, so only the last one needs wiping.
                    memory.wipe();
                    if !self.queue.wait(Some(IDLE)) {
                        memory.drop_all();
                        self.queue.wait(None);
                    }
                }
            }
        }
    }

    fn compute(&self, job: Job, memory: &mut Memory) {
        let watch = Stopwatch::start();
        let tag = catch_unwind(AssertUnwindSafe(|| (job.work)(memory))).unwrap_or_else(|_| {
            memory.drop_all();
            Err(EngineError)
        });
        self.queue.took(watch.elapsed());
        self.done.fetch_add(1, Ordering::SeqCst);
        // Fails when the caller has gone meanwhile.
        let _ = job.answer.send(tag);
    }
}

/// Lets the threads that answer pages go first. On Linux the value belongs to the thread, elsewhere to the process.
fn step_back() {
    #[cfg(target_os = "linux")]
    {
        // Refused only for going forward; without it the work is the same.
        let _ = rustix::process::nice(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc;

    /// One thread, and `longest_wait` for what comes after it (none at all: one job).
    fn pool(longest_wait: Span) -> Pool {
        Pool::start(Settings { threads: 1, longest_wait, ..Settings::for_tests() }).unwrap()
    }

    /// A job that lasts until the sender is used or dropped, and a way to know that it has begun.
    fn blocker() -> (Job, oneshot::Receiver<Tag>, mpsc::Receiver<()>, mpsc::Sender<()>) {
        let (begun, has_begun) = mpsc::channel();
        let (go, gone) = mpsc::channel::<()>();
        let (job, answer) = Job::new(move |_| {
            let _ = begun.send(());
            let _ = gone.recv();
            Ok([1; 32])
        });
        (job, answer, has_begun, go)
    }

    #[tokio::test]
    async fn a_full_queue_says_so_at_once_and_recovers() {
        let pool = pool(Span::ZERO);
        let (job, first, begun, go) = blocker();
        pool.submit(job, Turn::Usual).unwrap();
        begun.recv().unwrap();
        let (job, second) = Job::new(|_| Ok([2; 32]));
        pool.submit(job, Turn::Usual).unwrap();
        let (job, third) = Job::new(|_| Ok([3; 32]));
        assert!(matches!(pool.submit(job, Turn::Usual), Err(HashError::Busy { retry_after_seconds: 1.. })));
        assert!(third.await.is_err());
        drop(go);
        assert_eq!((first.await.unwrap(), second.await.unwrap()), (Ok([1; 32]), Ok([2; 32])));
        let (job, fourth) = Job::new(|_| Ok([4; 32]));
        pool.submit(job, Turn::Usual).unwrap();
        assert_eq!(fourth.await.unwrap(), Ok([4; 32]));
    }

    #[tokio::test]
    async fn work_that_nobody_waits_for_is_skipped() {
        let pool = pool(Span::seconds(2));
        let (job, first, begun, go) = blocker();
        pool.submit(job, Turn::Usual).unwrap();
        begun.recv().unwrap();
        let (job, abandoned) = Job::new(|_| Ok([2; 32]));
        pool.submit(job, Turn::Usual).unwrap();
        drop(abandoned);
        drop(go);
        first.await.unwrap().unwrap();
        let (job, last) = Job::new(|_| Ok([3; 32]));
        pool.submit(job, Turn::Usual).unwrap();
        last.await.unwrap().unwrap();
        assert_eq!(pool.hashes_done(), 2);
    }

    #[tokio::test]
    async fn a_panic_costs_one_caller_an_error_and_no_thread() {
        let pool = pool(Span::ZERO);
        for _ in 0..3 {
            let (job, answer) = Job::new(|_| panic!("on purpose"));
            pool.submit(job, Turn::Usual).unwrap();
            assert_eq!(answer.await.unwrap(), Err(EngineError));
        }
        let (job, answer) = Job::new(|_| Ok([1; 32]));
        pool.submit(job, Turn::Usual).unwrap();
        assert_eq!(answer.await.unwrap(), Ok([1; 32]));
    }

    #[tokio::test]
    async fn the_last_handle_ends_the_threads_after_what_waits() {
        let pool = pool(Span::ZERO);
        let shared = Arc::downgrade(&pool.shared);
        let (job, answer, begun, go) = blocker();
        pool.submit(job, Turn::Usual).unwrap();
        begun.recv().unwrap();
        drop(pool);
        drop(go);
        assert_eq!(answer.await.unwrap(), Ok([1; 32]));
        while shared.strong_count() > 0 {
            thread::yield_now();
        }
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn only_the_hashing_threads_step_back() {
        let nice = || {
            let stat = std::fs::read_to_string("/proc/thread-self/stat").unwrap();
            stat.rsplit_once(')').unwrap().1.split_whitespace().nth(16).unwrap().parse::<i32>().unwrap()
        };
        let before = nice();
        let pool = pool(Span::ZERO);
        let (job, answer) = Job::new(move |_| Ok([u8::try_from(nice() + 20).unwrap(); 32]));
        pool.submit(job, Turn::Usual).unwrap();
        let inside = i32::from(answer.await.unwrap().unwrap()[0]) - 20;
        assert_eq!(inside, (before + 10).min(19));
        assert_eq!(nice(), before);
    }
}
