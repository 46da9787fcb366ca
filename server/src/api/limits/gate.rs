//! How many requests are under way, and how long each may take.
//!
//! A request that takes too long, or whose client has gone, is ended if it reads. One that may write is carried out to its
//! end all the same, beside whoever asked: what follows a commit (what other parts of the process must forget, or note)
//! is never left out.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use tokio::{runtime::Handle, time::timeout};

use crate::scim::error::{Error, ErrorKind};

/// How long a write that nobody waits for any more may still take.
const FINISH: Duration = Duration::from_secs(300);
/// How often it is looked whether all have ended.
const LOOK: Duration = Duration::from_millis(5);

/// The requests under way.
#[derive(Debug)]
pub struct Gate {
    most: usize,
    patience: Duration,
    under_way: AtomicUsize,
}

/// A request under way, until it is dropped.
#[derive(Debug)]
pub struct Pass(Arc<Gate>);

/// Why a request was not answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unanswered {
    /// As many as may be were under way.
    Full,
    /// It took too long.
    Late,
}

impl Gate {
    /// A gate for that many requests at a time, each for that long.
    pub fn new(most: usize, patience: Duration) -> Self {
        Self { most, patience, under_way: AtomicUsize::new(0) }
    }

    /// How many requests are under way.
    pub fn under_way(&self) -> usize {
        self.under_way.load(Ordering::Relaxed)
    }

    /// Counts a request in, if there is room.
    pub fn enter(self: &Arc<Self>) -> Option<Pass> {
        let before = self.under_way.fetch_add(1, Ordering::Relaxed);
        // Dropped, it counts itself out.
        let pass = Pass(self.clone());
        (before < self.most).then_some(pass)
    }

    /// Carries out a request that only reads.
    pub async fn read<T>(self: &Arc<Self>, handler: impl Future<Output = T>) -> Result<T, Unanswered> {
        let _pass = self.enter().ok_or(Unanswered::Full)?;
        timeout(self.patience, handler).await.map_err(|_| Unanswered::Late)
    }

    /// Carries out a request that may write.
    pub async fn write<T, F>(self: &Arc<Self>, handler: F) -> Result<T, Unanswered>
    where
        T: Send + 'static,
        F: Future<Output = T> + Send + 'static,
    {
        let pass = self.enter().ok_or(Unanswered::Full)?;
        let writing = Writing { handler: Some((Box::pin(handler), pass)) };
        timeout(self.patience, writing).await.map_err(|_| Unanswered::Late)
    }

    /// Waits until no request is under way, at most that long.
    pub async fn empty(&self, patience: Duration) {
        let ended = async {
            while self.under_way() > 0 {
                tokio::time::sleep(LOOK).await;
            }
        };
        let _ = timeout(patience, ended).await;
    }

    /// What the client is told.
    pub fn error(&self, unanswered: Unanswered) -> Error {
        let detail = match unanswered {
            Unanswered::Full => {
                format!("the server has {} requests under way, and takes no more; try again", self.most)
            }
            Unanswered::Late => format!(
                "the request took longer than {} seconds; a write may still be carried out, so look at the resource before you repeat it",
                self.patience.as_secs()
            ),
        };
        Error::new(ErrorKind::Unavailable, detail)
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}

/// A request that is carried out to its end, whether or not its answer is waited for.
struct Writing<F: Future<Output: Send> + Send + 'static> {
    /// None once it has ended.
    handler: Option<(Pin<Box<F>>, Pass)>,
}

impl<F: Future<Output: Send> + Send + 'static> Future for Writing<F> {
    type Output = F::Output;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        let Some((handler, _)) = &mut self.handler else { return Poll::Pending };
        let polled = handler.as_mut().poll(context);
        if polled.is_ready() {
            self.handler = None;
        }
        polled
    }
}

impl<F: Future<Output: Send> + Send + 'static> Drop for Writing<F> {
    fn drop(&mut self) {
        // One that panicked has ended, too.
        if let Some((handler, pass)) = self.handler.take().filter(|_| !std::thread::panicking())
            && let Ok(runtime) = Handle::try_current()
        {
            runtime.spawn(async move {
                let _pass = pass;
                if timeout(FINISH, handler).await.is_err() {
                    tracing::error!(seconds = FINISH.as_secs(), "a write was given up");
                }
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::AtomicBool;

    fn gate(most: usize, patience: Duration) -> Arc<Gate> {
        Arc::new(Gate::new(most, patience))
    }

    /// Something that takes a while, and says when it is through.
    async fn slow(done: Arc<AtomicBool>) {
        tokio::time::sleep(Duration::from_millis(100)).await;
        done.store(true, Ordering::Relaxed);
    }

    #[tokio::test]
    async fn a_write_that_takes_too_long_is_answered_and_carried_out_all_the_same() {
        let gate = gate(1, Duration::from_millis(10));
        let done = Arc::<AtomicBool>::default();
        assert_eq!(gate.write(slow(done.clone())).await, Err(Unanswered::Late));
        assert!(!done.load(Ordering::Relaxed));
        // It holds its place until it ends.
        assert_eq!(gate.read(async {}).await, Err(Unanswered::Full));
        gate.empty(Duration::from_secs(10)).await;
        assert!(done.load(Ordering::Relaxed));
        assert_eq!(gate.read(async {}).await, Ok(()));
    }

    #[tokio::test]
    async fn a_write_whose_client_has_gone_is_carried_out_and_a_read_is_not() {
        let gate = gate(10, Duration::from_secs(10));
        let (read, written) = (Arc::<AtomicBool>::default(), Arc::<AtomicBool>::default());
        let gone = Duration::from_millis(10);
        let _ = timeout(gone, gate.read(slow(read.clone()))).await;
        let _ = timeout(gone, gate.write(slow(written.clone()))).await;
        assert_eq!(gate.under_way(), 1);
        gate.empty(Duration::from_secs(10)).await;
        assert!(written.load(Ordering::Relaxed) && !read.load(Ordering::Relaxed));
    }

    #[tokio::test]
    async fn a_write_that_panics_is_not_carried_on() {
        let gate = gate(1, Duration::from_secs(10));
        let asked = gate.clone();
        async fn broken() {
            panic!("a fault")
        }
        let task = tokio::spawn(async move { asked.write(broken()).await });
        assert!(task.await.unwrap_err().is_panic());
        gate.empty(Duration::from_secs(10)).await;
        assert_eq!(gate.under_way(), 0);
    }
}
