//! What the page's script calls: close-codes, between the browser's types and plain values.

mod gloo;

use close_codes::{CloseCode, CloseEvent, browser_close_socket, check_browser_close};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsValue, UnwrapThrowExt};

/// The browser's event, converted to a `CloseEvent`.
#[wasm_bindgen]
pub struct Seen(CloseEvent);

#[wasm_bindgen]
impl Seen {
    #[wasm_bindgen(constructor)]
    pub fn new(event: &web_sys::CloseEvent) -> Self {
        Self(CloseEvent::from(event))
    }

    /// And back to the browser's type.
    #[wasm_bindgen(js_name = toEvent)]
    pub fn to_event(&self) -> Result<web_sys::CloseEvent, JsValue> {
        self.0.try_into()
    }

    #[wasm_bindgen(getter)]
    pub fn code(&self) -> u16 {
        self.0.code().as_u16()
    }

    #[wasm_bindgen(getter)]
    pub fn reason(&self) -> String {
        self.0.reason().to_owned()
    }

    #[wasm_bindgen(getter, js_name = wasClean)]
    pub fn was_clean(&self) -> bool {
        self.0.was_clean()
    }
}

/// Closes the socket, or returns the name of the exception that its `close()` would have thrown.
#[wasm_bindgen]
pub fn close(socket: &web_sys::WebSocket, code: Option<u16>, reason: &str) -> Option<String> {
    let closed = match code {
        Some(code) => browser_close_socket(socket, CloseCode::from_u16(code), reason),
        None => check_browser_close(None, reason).inspect(|()| socket.close().unwrap_throw()),
    };
    closed.err().map(|error| error.name().to_owned())
}
