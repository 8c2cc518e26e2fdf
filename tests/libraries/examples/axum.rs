//! axum: four clients leave and the server closes a fifth connection; it prints how each one ended.
//!
//! - Codes are plain numbers. axum builds on tungstenite: 1014 arrives as 1002 `Protocol violation`,
//!   and any code and a reason of any length are sent. A [`CloseFrame`] can always be sent.
//! - A Close frame is answered only when the socket is read again: if a handler returns at the frame,
//!   its client sees 1006. Read to the end, which is `None` if the connection was closed cleanly.
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): start a new session
//! 1005 No Status Rcvd (clean): the client gave no code
//! 1006 Abnormal Closure (not clean): keep the session for a while
//! 1002 Protocol error: "Protocol violation" (clean): the client sent 1014, or a code it may not
//! 4004 Session Replaced: "connected from another device" (clean): end the session
//! ```

use std::error::Error;

use axum::Router;
use axum::extract::State;
use axum::extract::ws::{CloseFrame as WireFrame, Message, WebSocket, WebSocketUpgrade};
use axum::http::Uri;
use axum::response::Response;
use close_codes::{CloseEvent, CloseFrame};
use tokio::net::TcpListener;
use tokio::sync::mpsc;
use tungstenite::protocol::CloseFrame as ClientFrame;

close_codes::close_codes! {
    /// Why a connection to the gateway was closed.
    pub enum GatewayClose = "gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

async fn close(socket: &mut WebSocket, frame: &CloseFrame<GatewayClose>) -> Result<()> {
    let close = frame.parts().map(|(code, reason)| WireFrame {
        code,
        reason: reason.into(),
    });
    Ok(socket.send(Message::Close(close)).await?)
}

async fn closed(socket: &mut WebSocket) -> CloseEvent<GatewayClose> {
    let mut received = None;
    let was_clean = loop {
        match socket.recv().await {
            Some(Ok(Message::Close(close))) => received = Some(close),
            Some(Ok(_)) => {}
            end => break end.is_none(),
        }
    };
    let Some(close) = received else {
        return CloseEvent::abnormal();
    };
    let parts = close.as_ref().map(|close| (close.code, &*close.reason));
    CloseEvent::received(parts, was_clean)
}

fn advice(event: &CloseEvent<GatewayClose>) -> &'static str {
    match event.code() {
        GatewayClose::SessionTimedOut => "start a new session",
        GatewayClose::NoStatusRcvd => "the client gave no code",
        GatewayClose::AbnormalClosure => "keep the session for a while",
        GatewayClose::ProtocolError if event.reason() == "Protocol violation" => {
            "the client sent 1014, or a code it may not"
        }
        _ => "end the session",
    }
}

type Events = mpsc::UnboundedSender<CloseEvent<GatewayClose>>;

async fn serve(uri: Uri, events: State<Events>, upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(async move |mut socket| {
        if uri.path() == "/replaced" {
            let frame =
                CloseFrame::from_code(GatewayClose::SessionReplaced).expect("a code to send");
            close(&mut socket, &frame)
                .await
                .expect("the client is there");
        }
        let event = closed(&mut socket).await;
        events.send(event).expect("main receives");
    })
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let (events, mut closings) = mpsc::unbounded_channel();
    let app = Router::new().fallback(serve).with_state(events);
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("ws://{}", listener.local_addr()?);
    tokio::spawn(async { axum::serve(listener, app).await });

    for client in 0..5 {
        let url = url.clone();
        let client = std::thread::spawn(move || connect(client, &url));
        let event = closings.recv().await.expect("the server sends");
        println!("{event}: {}", advice(&event));
        client.join().expect("no client panics")?;
    }
    Ok(())
}

/// The clients, with tungstenite: three close, one drops the connection, and the last one waits.
fn connect(client: usize, url: &str) -> Result<()> {
    let leave = |code: u16, reason: &str| ClientFrame {
        code: code.into(),
        reason: reason.into(),
    };
    let path = if client < 4 { "leave" } else { "replaced" };
    let (mut socket, _) = tungstenite::connect(format!("{url}/{path}"))?;
    match client {
        0 => socket.close(Some(leave(4005, "session timed out")))?,
        1 => socket.close(None)?,
        2 => return Ok(()),
        3 => socket.close(Some(leave(1014, "")))?,
        _ => {}
    }
    while socket.read().is_ok() {}
    Ok(())
}
