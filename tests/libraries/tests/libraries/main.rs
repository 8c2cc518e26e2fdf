//! WebSocket libraries behave as the examples say, the examples print what their documentation shows,
//! and README.md shows lines of theirs.

mod examples;
mod raw;
mod readme;
mod wrong;

use std::time::Duration;

/// Runs a future to its end, for at most ten seconds.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let runtime = runtime.enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let ended = tokio::time::timeout(Duration::from_secs(10), future).await;
        ended.expect("an end within ten seconds")
    })
}
