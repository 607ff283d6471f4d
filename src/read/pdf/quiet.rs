//! Panics of the code that takes a PDF apart: they end its thread, and nothing is printed.

use std::cell::Cell;
use std::panic;
use std::sync::Once;
use std::thread;

thread_local! {
    static IS_QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Bytes of stack: a page may hold forms within forms, and the parser goes down with them.
const STACK: usize = 256 << 20;

/// What `work` gives, done on a thread with a deep stack; `None` if it panicked or no thread could be had.
pub(super) fn quietly<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |what| {
            if !IS_QUIET.get() {
                before(what);
            }
        }));
    });
    thread::scope(|scope| {
        let quiet = || {
            IS_QUIET.set(true);
            work()
        };
        let worker = thread::Builder::new().stack_size(STACK).spawn_scoped(scope, quiet);
        worker.ok()?.join().ok()
    })
}

#[cfg(test)]
mod tests {
    use super::quietly;

    #[test]
    fn a_panic_is_no_answer() {
        assert_eq!(quietly(|| 1), Some(1));
        assert_eq!(quietly(|| -> u8 { panic!("not to be seen") }), None);
    }
}
