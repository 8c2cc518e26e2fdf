//! fastwebsockets: a server closes four connections, and its client prints how each one ended.
//!
//! - With `auto_close`, the default, 1014 is an error that does not contain the code, and is answered
//!   with 1002. Without it, [`CloseFrame::parse`] reads the payload, and the program answers.
//! - It sends any code, and a reason of any length. A [`CloseFrame`] can always be sent.
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): log in again
//! 1005 No Status Rcvd (clean): the server gave no code
//! 1006 Abnormal Closure (not clean): the connection was lost, backoff
//! 1014 Bad Gateway (clean): backoff
//! ```

use std::error::Error;

use close_codes::{CloseEvent, CloseFrame};
use fastwebsockets::{Frame, OpCode, Role, WebSocket, WebSocketError};
use tokio::net::{TcpListener, TcpStream};

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

async fn close(socket: &mut WebSocket<TcpStream>, frame: &CloseFrame<GatewayClose>) -> Result<()> {
    let payload = frame.encode().to_vec();
    Ok(socket.write_frame(Frame::close_raw(payload.into())).await?)
}

async fn closed(socket: &mut WebSocket<TcpStream>) -> Result<CloseEvent<GatewayClose>> {
    loop {
        match socket.read_frame().await {
            Ok(frame) if frame.opcode == OpCode::Close => {
                let answered = socket.is_closed();
                let frame = CloseFrame::parse(&frame.payload)?;
                if !answered {
                    close(socket, &frame).await?;
                }
                return Ok(CloseEvent::from_frame(&frame, true));
            }
            Ok(_) => {}
            Err(WebSocketError::UnexpectedEOF | WebSocketError::IoError(_)) => {
                return Ok(CloseEvent::abnormal());
            }
            Err(error) => return Err(error.into()),
        }
    }
}

fn advice(event: &CloseEvent<GatewayClose>) -> String {
    match event.code() {
        GatewayClose::SessionTimedOut => "log in again".into(),
        GatewayClose::NoStatusRcvd => "the server gave no code".into(),
        GatewayClose::AbnormalClosure => {
            format!("the connection was lost, {}", event.code().reconnect())
        }
        code => code.reconnect().to_string(),
    }
}

/// A socket after the HTTP handshake, which this example skips.
fn socket(stream: TcpStream, role: Role) -> WebSocket<TcpStream> {
    let mut socket = WebSocket::after_handshake(stream, role);
    socket.set_auto_close(false);
    socket
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?;

    let frames = [
        Some(CloseFrame::from_code(GatewayClose::SessionTimedOut)?),
        Some(CloseFrame::empty()),
        None,
        Some(CloseFrame::from_code(GatewayClose::BadGateway)?),
    ];
    let server = tokio::spawn(async move {
        for frame in frames {
            let mut socket = socket(listener.accept().await?.0, Role::Server);
            let Some(frame) = frame else { continue };
            close(&mut socket, &frame).await?;
            closed(&mut socket).await?;
        }
        Result::Ok(())
    });

    for _ in frames {
        let mut socket = socket(TcpStream::connect(address).await?, Role::Client);
        let event = closed(&mut socket).await?;
        println!("{event}: {}", advice(&event));
    }
    server.await?
}
