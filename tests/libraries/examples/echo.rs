//! An echo server on loopback, as strict as RFC 6455 allows, for `autobahn/run.sh`.
//!
//! tungstenite does the handshake and splits the bytes into frames; `CloseFrame` decides how a
//! connection is closed.

use std::io;
use std::net::{Ipv4Addr, Shutdown, TcpListener, TcpStream};
use std::str;
use std::thread;

use close_codes::{CloseCode, CloseFrame};
use tungstenite::Error;
use tungstenite::protocol::frame::coding::{Control, Data, OpCode};
use tungstenite::protocol::frame::{Frame, FrameHeader, FrameSocket};

/// The longest frame, in bytes.
const MAX_FRAME: usize = 1 << 24;

fn main() -> io::Result<()> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
    println!("{}", listener.local_addr()?);
    for stream in listener.incoming() {
        let stream = stream?;
        thread::spawn(|| serve(stream).unwrap_or_else(|error| eprintln!("{error}")));
    }
    Ok(())
}

fn serve(stream: TcpStream) -> tungstenite::Result<()> {
    let stream = tungstenite::accept(stream).map_err(io::Error::other)?;
    let mut socket = FrameSocket::new(stream.into_inner());

    let close = match echo(&mut socket) {
        Ok(answer) => Some(answer),
        // A lost connection is 1006: no frame can be made with it, and none is sent.
        Err(code) => CloseFrame::from_code(code).ok(),
    };
    if let Some(close) = close {
        let header = FrameHeader {
            opcode: OpCode::Control(Control::Close),
            ..FrameHeader::default()
        };
        socket.send(Frame::from_payload(header, close.encode().to_vec().into()))?;
    }

    // RFC 6455 §7.1.1: the server closes first, but keeps reading, because a reset could lose the frame.
    let stream = socket.get_mut();
    stream.shutdown(Shutdown::Write)?;
    io::copy(stream, &mut io::sink())?;
    Ok(())
}

/// Echoes messages until there is a Close frame to answer, or a code to fail the connection with.
fn echo(socket: &mut FrameSocket<TcpStream>) -> Result<CloseFrame, CloseCode> {
    let mut fragments = None;
    loop {
        let frame = socket.read(Some(MAX_FRAME));
        let frame = frame.map_err(|error| failure(&error))?;
        let frame = frame.ok_or(CloseCode::AbnormalClosure)?;
        let header = frame.header();
        let mask = header.mask.ok_or(CloseCode::ProtocolError)?; // §5.1
        if header.rsv1 || header.rsv2 || header.rsv3 {
            return Err(CloseCode::ProtocolError); // §5.2
        }
        let bytes = frame.payload().iter().zip(mask.iter().cycle());
        let payload: Vec<u8> = bytes.map(|(byte, mask)| byte ^ mask).collect();

        match header.opcode {
            OpCode::Control(_) if !header.is_final => return Err(CloseCode::ProtocolError), // §5.5
            OpCode::Control(Control::Close) => {
                return CloseFrame::parse(&payload).map_err(|error| error.fail_code());
            }
            OpCode::Control(_) if payload.len() > 125 => return Err(CloseCode::ProtocolError), // §5.5
            OpCode::Control(Control::Ping) => send(socket, Frame::pong(payload))?,
            OpCode::Control(_) => {}
            OpCode::Data(data) => {
                let (data, message) = match (data, fragments.take()) {
                    (Data::Text | Data::Binary, None) => (data, payload),
                    (Data::Continue, Some((data, start))) => (data, [start, payload].concat()),
                    _ => return Err(CloseCode::ProtocolError), // §5.4
                };
                if !header.is_final {
                    fragments = Some((data, message));
                    continue;
                }
                if data == Data::Text && str::from_utf8(&message).is_err() {
                    return Err(CloseCode::InvalidFramePayloadData); // §8.1
                }
                send(socket, Frame::message(message, OpCode::Data(data), true))?;
            }
        }
    }
}

fn send(socket: &mut FrameSocket<TcpStream>, frame: Frame) -> Result<(), CloseCode> {
    socket.send(frame).map_err(|error| failure(&error))
}

/// The code to fail the connection with, or 1006 if the connection is lost.
fn failure(error: &Error) -> CloseCode {
    match error {
        Error::Capacity(_) => CloseCode::MessageTooBig,
        Error::Protocol(_) => CloseCode::ProtocolError,
        _ => CloseCode::AbnormalClosure,
    }
}
