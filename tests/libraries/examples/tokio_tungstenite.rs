//! tokio-tungstenite: a server closes four connections, and its client prints how each one ended.
//!
//! - As in tungstenite, 1014 arrives as 1002 `Protocol violation`, and any code and a reason of any
//!   length are sent. A [`CloseFrame`] can always be sent.
//! - A Close frame is answered only when the stream is polled again: if you stop at the frame, the
//!   peer sees 1006. Read to the end, which is `None` if the connection was closed cleanly.
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): log in again
//! 1005 No Status Rcvd (clean): the server gave no code
//! 1006 Abnormal Closure (not clean): the connection was lost, backoff
//! 1002 Protocol error: "Protocol violation" (clean): the server sent 1014, or a code it may not
//! ```

use std::error::Error;

use close_codes::{CloseEvent, CloseFrame};
use futures_util::StreamExt;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpListener;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame as WireFrame;

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;
type Socket<S> = WebSocketStream<S>;

async fn close(
    socket: &mut Socket<impl AsyncRead + AsyncWrite + Unpin>,
    frame: &CloseFrame<GatewayClose>,
) -> Result<()> {
    let close = frame.parts().map(|(code, reason)| WireFrame {
        code: code.into(),
        reason: reason.into(),
    });
    Ok(socket.close(close).await?)
}

async fn closed(
    socket: &mut Socket<impl AsyncRead + AsyncWrite + Unpin>,
) -> CloseEvent<GatewayClose> {
    let mut received = None;
    let was_clean = loop {
        match socket.next().await {
            Some(Ok(Message::Close(close))) => received = Some(close),
            Some(Ok(_)) => {}
            end => break end.is_none(),
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
            let mut socket = tokio_tungstenite::accept_async(stream).await?;
            let Some(frame) = frame else { continue };
            close(&mut socket, &frame).await?;
            while socket.next().await.is_some() {}
        }
        Result::Ok(())
    });

    for _ in frames {
        let (mut socket, _) = tokio_tungstenite::connect_async(&url).await?;
        let event = closed(&mut socket).await;
        println!("{event}: {}", advice(&event));
    }
    server.await?
}
