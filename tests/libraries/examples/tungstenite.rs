//! tungstenite: a server closes four connections, and its client prints how each one ended.
//!
//! - A code that tungstenite does not allow, such as 1014, arrives as 1002 with the reason `Protocol
//!   violation`: the peer's code and reason are lost.
//! - It sends any code, and a reason of any length. A [`CloseFrame`] can always be sent.
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): log in again
//! 1005 No Status Rcvd (clean): the server gave no code
//! 1006 Abnormal Closure (not clean): the connection was lost, backoff
//! 1002 Protocol error: "Protocol violation" (clean): the server sent 1014, or a code it may not
//! ```

use std::error::Error;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;

use close_codes::{CloseEvent, CloseFrame};
use tungstenite::protocol::CloseFrame as WireFrame;
use tungstenite::{Message, WebSocket};

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

fn close(
    socket: &mut WebSocket<impl Read + Write>,
    frame: &CloseFrame<GatewayClose>,
) -> Result<()> {
    let close = frame.parts().map(|(code, reason)| WireFrame {
        code: code.into(),
        reason: reason.into(),
    });
    Ok(socket.close(close)?)
}

fn closed(socket: &mut WebSocket<impl Read + Write>) -> CloseEvent<GatewayClose> {
    let mut received = None;
    let was_clean = loop {
        match socket.read() {
            Ok(Message::Close(close)) => received = Some(close),
            Ok(_) => {}
            Err(error) => break matches!(error, tungstenite::Error::ConnectionClosed),
        }
    };
    let Some(close) = received else {
        return CloseEvent::abnormal();
    };
    let close = close.as_ref();
    let parts = close.map(|close| (close.code.into(), &*close.reason));
    CloseEvent::received(parts, was_clean)
}

fn advice(event: &CloseEvent<GatewayClose>) -> String {
    match event.code() {
        GatewayClose::SessionTimedOut => "log in again".into(),
        GatewayClose::NoStatusRcvd => "the server gave no code".into(),
        GatewayClose::AbnormalClosure => {
            format!("the connection was lost, {}", event.code().reconnect())
        }
        GatewayClose::ProtocolError if event.reason() == "Protocol violation" => {
            "the server sent 1014, or a code it may not".into()
        }
        code => code.reconnect().to_string(),
    }
}

fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("ws://{}", listener.local_addr()?);

    let frames = [
        Some(CloseFrame::from_code(GatewayClose::SessionTimedOut)?),
        Some(CloseFrame::empty()),
        None,
        Some(CloseFrame::from_code(GatewayClose::BadGateway)?),
    ];
    let server = thread::spawn(move || -> Result<()> {
        for frame in frames {
            let mut socket = tungstenite::accept(listener.accept()?.0)?;
            let Some(frame) = frame else { continue };
            close(&mut socket, &frame)?;
            while socket.read().is_ok() {}
        }
        Ok(())
    });

    for _ in frames {
        let (mut socket, _) = tungstenite::connect(&url)?;
        let event = closed(&mut socket);
        println!("{event}: {}", advice(&event));
    }
    server.join().expect("the server does not panic")
}
