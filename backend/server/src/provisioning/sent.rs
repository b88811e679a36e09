//! A body that tells whether it went out whole.

use std::{
    convert::Infallible,
    pin::Pin,
    task::{Context, Poll},
};

use actix_web::body::{BodySize, MessageBody};
use bytes::Bytes;

/// Bytes handed on at once: the connection takes no more before it has written most of what it has, so a
/// large file is not over while it still lies in a buffer.
const PIECE: usize = 16 * 1024;

/// What is told once: `true` when everything was handed to the connection and flushed.
type Done = Box<dyn FnOnce(bool)>;

/// The body of a file whose delivery counts.
pub(super) struct Watched {
    whole: u64,
    rest: Bytes,
    flushed: bool,
    done: Option<Done>,
}

impl Watched {
    pub(super) fn new(bytes: Vec<u8>, done: impl FnOnce(bool) + 'static) -> Self {
        let rest = Bytes::from(bytes);
        let whole = u64::try_from(rest.len()).unwrap_or(u64::MAX);
        Self { whole, rest, flushed: false, done: Some(Box::new(done)) }
    }

    fn tell(&mut self, whole: bool) {
        if let Some(done) = self.done.take() {
            done(whole);
        }
    }
}

impl MessageBody for Watched {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Sized(self.whole)
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        let next = self.rest.len().min(PIECE);
        if next > 0 {
            return Poll::Ready(Some(Ok(self.rest.split_to(next))));
        }
        if !self.flushed {
            // Waiting for one turn makes the connection write what it has; if it is broken it ends here.
            self.flushed = true;
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        self.tell(true);
        Poll::Ready(None)
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        self.tell(false);
    }
}

#[cfg(test)]
mod tests {
    use std::{cell::Cell, future::poll_fn, rc::Rc};

    use super::*;

    async fn next(body: &mut Watched) -> Option<usize> {
        poll_fn(|context| Pin::new(&mut *body).poll_next(context)).await.map(|bytes| bytes.unwrap().len())
    }

    // proves A-051
    #[tokio::test]
    async fn only_what_was_taken_to_the_end_is_whole() {
        for (taken, wanted) in [(0, false), (1, false), (2, false), (3, true)] {
            let told = Rc::new(Cell::new(None));
            let mut body = Watched::new(vec![7; PIECE + 1], {
                let told = told.clone();
                move |whole| told.set(Some(whole))
            });
            for _ in 0..taken {
                next(&mut body).await;
            }
            drop(body);
            assert_eq!(told.get(), Some(wanted), "after {taken} pieces");
        }
    }
}
