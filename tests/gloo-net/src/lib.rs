//! gloo-net, in a browser: how to close a socket, and how to find out how a connection ended.
//!
//! - The close event arrives as an error of the stream.
//! - `close` consumes the socket, so the server's answer is never seen. If the browser refuses the
//!   code, the socket is closed without a code; [`check_browser_close`] checks this beforehand.
//! - For a reason without a code, it passes 1005, which every browser refuses.
//!
//! Four connections that a server closes, as `tests/wasm/run.sh` prints them with Chromium:
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): log in again
//! 1005 No Status Rcvd (clean): the server gave no code
//! 1006 Abnormal Closure (not clean): the connection was lost, backoff
//! 1014 Bad Gateway (clean): backoff
//! ```
//!
//! To build it: `cargo build -p close-codes-gloo-net --target wasm32-unknown-unknown`, with a compiler
//! for that target; see `tests/wasm/run.sh`.

use close_codes::{BrowserCloseError, CloseEvent, check_browser_close};
use futures_util::StreamExt;
use gloo_net::websocket::WebSocketError;
use gloo_net::websocket::futures::WebSocket;

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

/// Closes the socket, or returns it if the browser would refuse.
///
/// # Errors
///
/// If the code is neither 1000 nor in 3000–4999, or if the reason has more than 123 bytes.
///
/// # Panics
///
/// If the browser refuses arguments that the standard allows.
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
        .expect("arguments that the standard allows");
    Ok(())
}

/// Waits until the connection is closed; the code is 1005 if there was none, and 1006 if the connection
/// was lost.
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
