//! From the bytes that a client receives after the handshake to its close event.
//!
//! As strict as RFC 6455 allows an endpoint to be, and no bigger than the tests need: it does not know
//! messages, and expects only a Close frame.

use close_codes::{CloseCode, CloseEvent, CloseFrame};

/// How the TCP connection ends.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Tcp {
    Fin,
    Reset,
}

/// What the client has seen, and the one Close frame that it has sent, if any.
pub(crate) struct Outcome {
    pub(crate) event: CloseEvent,
    /// The event with the payload read as a browser reads it.
    pub(crate) as_a_browser: CloseEvent,
    pub(crate) sent: Option<CloseFrame>,
}

/// Runs a client that may have sent a Close frame on bytes from its server.
pub(crate) fn run(sent: Option<CloseFrame>, received: &[u8], tcp: Tcp) -> Outcome {
    if received.is_empty() {
        // §7.1.5: no Close frame, so 1006.
        return Outcome {
            event: CloseEvent::abnormal(),
            as_a_browser: CloseEvent::abnormal(),
            sent,
        };
    }
    let payload = payload(received);
    // §7.1.4: clean if the handshake was completed before TCP was closed. A reset does not close TCP,
    // and may have discarded the answer.
    let was_clean = tcp == Tcp::Fin;
    let as_a_browser = payload.map_or_else(CloseEvent::abnormal, |payload| {
        CloseEvent::browser_received(payload, was_clean)
    });
    let frame = payload.ok_or(CloseCode::ProtocolError);
    let frame =
        frame.and_then(|payload| CloseFrame::parse(payload).map_err(|error| error.fail_code()));
    match frame {
        Ok(frame) => Outcome {
            event: CloseEvent::from_frame(&frame, was_clean),
            as_a_browser,
            // §5.5.1: one frame each, and an answer echoes the code.
            sent: sent.or(Some(frame)),
        },
        // §7.1.7: fail the connection. What follows is ignored, and 1006 is reported.
        Err(code) => Outcome {
            event: CloseEvent::abnormal(),
            as_a_browser,
            sent: sent.or_else(|| CloseFrame::from_code(code).ok()),
        },
    }
}

/// The payload of the Close frame that comes first, unless it breaks a rule of frames.
fn payload(received: &[u8]) -> Option<&[u8]> {
    const FIN: u8 = 0b1000_0000;
    const RSV: u8 = 0b0111_0000;
    const OPCODE: u8 = 0b0000_1111;
    const MASK: u8 = 0b1000_0000;
    const CLOSE: u8 = 8;

    let [head, len, payload @ ..] = received else {
        return None;
    };
    let is_sound = head & RSV == 0       // §5.2: no extension was negotiated that uses them
        && head & OPCODE == CLOSE
        && head & FIN != 0               // §5.5: a control frame is not fragmented
        && len & MASK == 0               // §5.1: a server does not mask
        && *len <= 125; //                  §5.5: longer lengths are for messages
    // §1.4: data after the Close frame is discarded.
    let payload = payload.get(..usize::from(*len));
    payload.filter(|_| is_sound)
}
