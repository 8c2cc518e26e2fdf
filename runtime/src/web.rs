//! The browser's events and sockets, through `web-sys`.

use wasm_bindgen::{JsValue, UnwrapThrowExt};

use crate::{BrowserCloseError, CloseCodeEnum, CloseEvent, Reason, check_browser_close};

/// Converts an event that a page received.
///
/// [`Reason::truncate`] shortens a reason of more than 123 bytes, which only an event made by a script
/// can have.
///
/// ```no_run
/// use close_codes::{CloseCode, CloseEvent};
///
/// fn on_close(event: &web_sys::CloseEvent) {
///     let event = CloseEvent::<CloseCode>::from(event);
///     if event.code() == CloseCode::ServiceRestart {
///         // Reconnect after a delay.
///     }
/// }
/// ```
impl<C: CloseCodeEnum> From<&web_sys::CloseEvent> for CloseEvent<C> {
    fn from(event: &web_sys::CloseEvent) -> Self {
        Self::dispatched(
            C::from_u16(event.code()),
            Reason::truncate(&event.reason()),
            event.was_clean(),
        )
    }
}

/// Makes an event of type `close` that has not been dispatched, like `new CloseEvent("close", init)`;
/// the error is what the browser throws.
///
/// ```no_run
/// use close_codes::{CloseCode, CloseEvent};
///
/// let event = CloseEvent::<CloseCode>::abnormal();
/// let event = web_sys::CloseEvent::try_from(event)?;
/// assert_eq!(event.code(), 1006);
/// # Ok::<(), wasm_bindgen::JsValue>(())
/// ```
impl<C: CloseCodeEnum> TryFrom<CloseEvent<C>> for web_sys::CloseEvent {
    type Error = JsValue;

    fn try_from(event: CloseEvent<C>) -> Result<Self, JsValue> {
        let init = web_sys::CloseEventInit::new();
        init.set_code(event.code().as_u16());
        init.set_reason(event.reason());
        init.set_was_clean(event.was_clean());
        Self::new_with_event_init_dict("close", &init)
    }
}

/// Closes a socket with a code and a reason, after the checks of [`check_browser_close`].
///
/// # Errors
///
/// If the code is neither 1000 nor in 3000–4999, or if the reason has more than 123 bytes: the
/// browser's `close()` would throw (WHATWG `WebSockets`). The socket then stays open.
///
/// # Panics
///
/// If the browser refuses arguments that the standard allows.
///
/// ```no_run
/// use close_codes::{CloseCode, browser_close_socket};
///
/// fn leave(socket: &web_sys::WebSocket) {
///     browser_close_socket(socket, CloseCode::NormalClosure, "bye").expect("1000 is allowed");
/// }
/// ```
pub fn browser_close_socket<C: CloseCodeEnum>(
    socket: &web_sys::WebSocket,
    code: C,
    reason: &str,
) -> Result<(), BrowserCloseError> {
    let code = code.as_u16();
    check_browser_close(Some(code), reason)?;
    socket
        .close_with_code_and_reason(code, reason)
        .expect_throw("arguments that the standard allows");
    Ok(())
}
