//! The gloo-net example, on connections of the page.

use std::future::poll_fn;
use std::pin::Pin;

use close_codes_gloo_net::{GatewayClose, advice};
use futures_util::Sink;
use gloo_net::websocket::futures::WebSocket;
use wasm_bindgen::UnwrapThrowExt;
use wasm_bindgen::prelude::wasm_bindgen;

/// A line for a connection that the server ends, as the example shows it.
#[wasm_bindgen(js_name = glooClosed)]
pub async fn closed(url: String) -> String {
    let mut socket = WebSocket::open(&url).unwrap_throw();
    let event = close_codes_gloo_net::closed(&mut socket).await;
    format!("{event}: {}", advice(&event))
}

/// Closes a connection once it is open, or returns the name of the exception that the browser would
/// have thrown; in that case the socket is dropped, which closes the connection without a code.
#[wasm_bindgen(js_name = glooClose)]
pub async fn close(url: String, code: u16, reason: String) -> Option<String> {
    let mut socket = WebSocket::open(&url).unwrap_throw();
    let open = poll_fn(|context| Pin::new(&mut socket).poll_ready(context)).await;
    open.unwrap_throw();
    let closed = close_codes_gloo_net::close(socket, GatewayClose::from_u16(code), &reason);
    closed.err().map(|(_, error)| error.name().to_owned())
}
