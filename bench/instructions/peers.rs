//! How other crates parse the payload of a Close frame: the lines of their private functions, with
//! their own types.

pub mod tungstenite {
    use tungstenite::protocol::CloseFrame;
    use tungstenite::protocol::frame::Utf8Bytes;
    use tungstenite::{Bytes, Error, error::ProtocolError};

    /// `Frame::into_close`, and the check of the code in `WebSocketContext::do_close`.
    pub fn parse(payload: &Bytes) -> Result<Option<CloseFrame>, Error> {
        match payload.len() {
            0 => Ok(None),
            1 => Err(Error::Protocol(ProtocolError::InvalidCloseSequence)),
            _ => {
                let code = u16::from_be_bytes([payload[0], payload[1]]).into();
                let reason = Utf8Bytes::try_from(payload.slice(2..))?;
                let frame = CloseFrame { code, reason };
                if frame.code.is_allowed() {
                    Ok(Some(frame))
                } else {
                    Err(Error::Protocol(ProtocolError::InvalidCloseSequence))
                }
            }
        }
    }
}

pub mod fastwebsockets {
    use fastwebsockets::{CloseCode, WebSocketError};

    /// The arm for Close frames in `ReadHalf::read_frame_inner`, without the reply. The frame keeps
    /// its payload unchanged: nothing is copied, and the code has to be parsed again.
    pub fn parse(payload: &[u8]) -> Result<(), WebSocketError> {
        match payload.len() {
            0 => Ok(()),
            1 => Err(WebSocketError::InvalidCloseFrame),
            _ => {
                let code = CloseCode::from(u16::from_be_bytes(payload[0..2].try_into().unwrap()));
                if simdutf8::basic::from_utf8(&payload[2..]).is_err() {
                    return Err(WebSocketError::InvalidUTF8);
                }
                if !code.is_allowed() {
                    return Err(WebSocketError::InvalidCloseCode);
                }
                Ok(())
            }
        }
    }
}

pub mod tokio_websockets {
    use tokio_websockets::proto::ProtocolError;
    use tokio_websockets::{CloseCode, Error};

    /// What `WebSocketProtocol::decode` does with the payload of a Close frame. The message keeps the
    /// payload unchanged: `Message::as_close` parses the code again, without any check.
    pub fn parse(payload: &[u8]) -> Result<(), Error> {
        if payload.is_empty() {
            return Ok(());
        }
        if payload.len() == 1 || payload.len() > 125 {
            return Err(Error::Protocol(ProtocolError::InvalidPayloadLength));
        }
        let code = CloseCode::try_from(u16::from_be_bytes([payload[0], payload[1]]))?;
        if code.is_reserved() {
            return Err(Error::Protocol(ProtocolError::InvalidCloseCode));
        }
        match simdutf8::basic::from_utf8(&payload[2..]) {
            Ok(_) => Ok(()),
            Err(_) => Err(Error::Protocol(ProtocolError::InvalidUtf8)),
        }
    }
}
