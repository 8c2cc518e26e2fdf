//! gloo-net, in a browser: how to close a socket, and how to tell how its connection ended.
//!
//! - The close event is an error of the stream.
//! - `close` takes the socket: what the server answers is not told, and a code that the browser
//!   refuses closes without one. [`check_browser_close`] says beforehand what will be refused.
//! - A reason without a code is sent with 1005, which every browser refuses.
//!
//! What `tests/wasm/run.sh` gets in Chromium, from four connections that a server ends:
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): log in again
//! 1005 No Status Rcvd (clean): the server gave no code
//! 1006 Abnormal Closure (not clean): the connection was lost, backoff
//! 1014 Bad Gateway (clean): backoff
//! ```
//!
//! For a browser: `cargo build -p close-codes-gloo-net --target wasm32-unknown-unknown`, with a
//! compiler as in `tests/wasm/run.sh`.

use close_codes::{BrowserCloseError, CloseEvent, check_browser_close};
use futures_util::StreamExt;
use gloo_net::websocket::WebSocketError;
use gloo_net::websocket::futures::WebSocket;

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

/// Closes the socket, or gives it back if the browser would refuse.
///
/// # Errors
///
/// Those of the browser: a code other than 1000 and 3000–4999, or more than 123 bytes of reason.
///
/// # Panics
///
/// If the browser refuses what the standard allows.
pub fn close(
    socket: WebSocket,
    code: GatewayClose,
    reason: &str,
) -> Result<(), (WebSocket, BrowserCloseError)> {
    if let Err(error) = check_browser_close(Some(code.as_u16()), reason) {
        return Err((socket, error));
    }
    socket
        .close(Some(code.as_u16()), Some(reason))
        .expect("a close that the standard allows");
    Ok(())
}

/// Waits until the connection is closed: 1005 without a code, 1006 if it was lost.
pub async fn closed(socket: &mut WebSocket) -> CloseEvent<GatewayClose> {
    while let Some(message) = socket.next().await {
        if let Err(WebSocketError::ConnectionClose(event)) = message {
            return CloseEvent::received(Some((event.code, &event.reason)), event.was_clean);
        }
    }
    CloseEvent::abnormal()
}

/// What the page does next.
#[must_use]
pub fn advice(event: &CloseEvent<GatewayClose>) -> String {
    match event.code() {
        GatewayClose::SessionTimedOut => "log in again".into(),
        GatewayClose::NoStatusRcvd => "the server gave no code".into(),
        GatewayClose::AbnormalClosure => {
            format!("the connection was lost, {}", event.code().reconnect())
        }
        code => code.reconnect().to_string(),
    }
}
