//! The bytes that a client gets after the handshake, to the close event that it has.
//!
//! As strict as RFC 6455 allows an endpoint to be, and no bigger than a test needs: it knows no
//! messages, so that only a Close frame is expected.

use close_codes::{CloseCode, CloseEvent, CloseFrame, Reason};

/// How the TCP connection ends.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Tcp {
    Fin,
    Reset,
}

/// What the client has seen, and the one Close frame that it has sent, if any.
pub(crate) struct Outcome {
    pub(crate) event: CloseEvent,
    pub(crate) sent: Option<CloseFrame>,
}

/// Runs a client that may have sent a Close frame on bytes from its server.
pub(crate) fn run(sent: Option<CloseFrame>, received: &[u8], tcp: Tcp) -> Outcome {
    if received.is_empty() {
        // §7.1.5: no Close frame, so 1006.
        let event = CloseEvent::abnormal();
        return Outcome { event, sent };
    }
    match close_frame(received) {
        Ok(frame) => Outcome {
            // §7.1.4: clean if the handshake was completed before TCP was closed. A reset closes
            // nothing, and may have destroyed the answer.
            event: CloseEvent::from_frame(&frame, tcp == Tcp::Fin),
            // §5.5.1: one frame each, and an answer echoes the code.
            sent: sent.or(Some(frame)),
        },
        // §7.1.7: fail the connection. What follows is ignored, and 1006 is reported.
        Err(code) => Outcome {
            event: CloseEvent::abnormal(),
            sent: sent.or_else(|| CloseFrame::new(code, Reason::EMPTY).ok()),
        },
    }
}

/// The frame, or the code to fail the connection with.
fn close_frame(received: &[u8]) -> Result<CloseFrame, CloseCode> {
    const FIN: u8 = 0b1000_0000;
    const RSV: u8 = 0b0111_0000;
    const OPCODE: u8 = 0b0000_1111;
    const MASK: u8 = 0b1000_0000;
    const CLOSE: u8 = 8;

    let [head, len, payload @ ..] = received else {
        return Err(CloseCode::ProtocolError);
    };
    let accepted = head & RSV == 0       // §5.2: no extension was negotiated that uses them
        && head & OPCODE == CLOSE
        && head & FIN != 0               // §5.5: a control frame is not fragmented
        && len & MASK == 0               // §5.1: a server does not mask
        && *len <= 125; //                  §5.5: longer lengths are for messages
    let payload = payload.get(..usize::from(*len));
    match payload {
        // §1.4: data after the Close frame is discarded.
        Some(payload) if accepted => CloseFrame::parse(payload).map_err(|error| error.fail_code()),
        _ => Err(CloseCode::ProtocolError),
    }
}
