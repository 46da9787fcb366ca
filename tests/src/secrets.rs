//! What a server under test must never write down: every secret that a test makes by the harness is looked for in all that
//! the server logs, in every test, and in every answer that refuses something.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The longest secret, in bytes: so much of the log is looked at again when more of it comes.
const LONGEST: usize = 512;

/// The secrets of one server, and where one was seen.
#[derive(Debug, Clone, Default)]
pub struct Secrets(Arc<Mutex<Kept>>);

#[derive(Debug, Default)]
struct Kept {
    secrets: Vec<String>,
    seen: Option<String>,
}

impl Secrets {
    /// Keeps a secret from now on; too short a text is none.
    pub fn keep(&self, secret: &str) {
        if secret.len() >= 16 {
            self.lock().secrets.push(secret.to_owned());
        }
    }

    /// Looks through a log of which the bytes from a place on are new.
    pub fn look(&self, log: &[u8], from: usize) {
        let mut kept = self.lock();
        let text = String::from_utf8_lossy(&log[from.saturating_sub(LONGEST)..]);
        let seen = kept.secrets.iter().find(|secret| text.contains(secret.as_str()));
        if let Some(secret) = seen {
            let line = text.lines().find(|line| line.contains(secret.as_str())).unwrap_or_default();
            kept.seen = Some(format!("a secret is in the log: {line}"));
        }
    }

    /// Fails the test if a secret was logged, or is in an answer that refuses something.
    #[track_caller]
    pub fn assert_unseen(&self, status: u16, body: &[u8]) {
        let kept = self.lock();
        assert!(kept.seen.is_none(), "{}", kept.seen.as_deref().unwrap_or_default());
        if status >= 400 {
            let text = String::from_utf8_lossy(body);
            assert!(
                !kept.secrets.iter().any(|secret| text.contains(secret.as_str())),
                "an error repeats a secret: {text}"
            );
        }
    }

    fn lock(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_seen_in_the_log_also_where_it_comes_in_two_parts() {
        let secrets = Secrets::default();
        secrets.keep("0123456789abcdef");
        secrets.look(b"nothing of it", 0);
        secrets.assert_unseen(200, b"0123456789abcdef");
        let log = b"a line with 0123456789abcdef in it";
        secrets.look(log, 20);
        assert!(std::panic::catch_unwind(|| secrets.assert_unseen(200, b"")).is_err());
    }

    #[test]
    fn a_secret_in_an_error_is_seen() {
        let secrets = Secrets::default();
        secrets.keep("0123456789abcdef");
        assert!(std::panic::catch_unwind(|| secrets.assert_unseen(401, b"not 0123456789abcdef")).is_err());
    }
}
