//! tokio-websockets: a server closes four connections, and its client prints how each one ended.
//!
//! - `Message::close` panics on a reason of more than 123 bytes, and on 1004, 1005, 1006 and 1015. A
//!   [`CloseFrame`] never has such a code or reason.
//! - `as_close` returns 1005 for a frame without a code, as if 1005 had been sent.
//!   [`CloseFrame::parse`] reads the payload instead.
//! - A received code that may not be sent is an error that does not contain the code.
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): log in again
//! 1005 No Status Rcvd (clean): the server gave no code
//! 1006 Abnormal Closure (not clean): the connection was lost, backoff
//! 1014 Bad Gateway (clean): backoff
//! ```

use std::error::Error;

use close_codes::{CloseEvent, CloseFrame};
use futures_util::{SinkExt, StreamExt};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_websockets::{ClientBuilder, Message, ServerBuilder, WebSocketStream};

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

async fn close(
    socket: &mut WebSocketStream<impl AsyncRead + AsyncWrite + Unpin>,
    frame: &CloseFrame<GatewayClose>,
) -> Result<()> {
    let code = frame.code().map(u16::from);
    let code = code.map(TryInto::try_into).transpose()?;
    Ok(socket.send(Message::close(code, frame.reason())).await?)
}

async fn closed(
    socket: &mut WebSocketStream<impl AsyncRead + AsyncWrite + Unpin>,
) -> Result<CloseEvent<GatewayClose>> {
    let mut frame = None;
    let was_clean = loop {
        match socket.next().await {
            Some(Ok(message)) if message.is_close() => {
                frame = Some(CloseFrame::parse(message.as_payload())?);
            }
            Some(Ok(_)) => {}
            end => break end.is_none(),
        }
    };
    let event = frame.map(|frame| CloseEvent::from_frame(&frame, was_clean));
    Ok(event.unwrap_or_else(CloseEvent::abnormal))
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

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("ws://{}", listener.local_addr()?);

    let frames = [
        Some(CloseFrame::from_code(GatewayClose::SessionTimedOut)?),
        Some(CloseFrame::empty()),
        None,
        Some(CloseFrame::from_code(GatewayClose::BadGateway)?),
    ];
    let server = tokio::spawn(async move {
        for frame in frames {
            let (stream, _) = listener.accept().await?;
            let (_, mut socket) = ServerBuilder::new().accept(stream).await?;
            let Some(frame) = frame else { continue };
            close(&mut socket, &frame).await?;
            while socket.next().await.is_some() {}
        }
        Result::Ok(())
    });

    for _ in frames {
        let (mut socket, _) = ClientBuilder::new().uri(&url)?.connect().await?;
        let event = closed(&mut socket).await?;
        println!("{event}: {}", advice(&event));
    }
    server.await?
}
