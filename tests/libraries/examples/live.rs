//! Serves a page on loopback whose WebSocket can be closed from either side, with any code and reason.
//!
//! The page shows the browser's `CloseEvent`, the server's event, and what `gateway.toml` says about
//! the code. Open the URL that is printed; Ctrl-C ends the server.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::extract::ws::{CloseFrame as WireFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use close_codes::{CloseEvent, CloseFrame};
use serde_json::json;
use tokio::net::TcpListener;
use tokio::sync::oneshot;

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

type Event = CloseEvent<GatewayClose>;

/// How connections ended that no page has asked about yet, by the page's id for each connection.
#[derive(Clone, Default)]
struct Closings(Arc<Mutex<HashMap<String, oneshot::Receiver<Event>>>>);

impl Closings {
    fn expect(&self, id: String) -> oneshot::Sender<Event> {
        let (sender, receiver) = oneshot::channel();
        let mut closings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        closings.insert(id, receiver);
        sender
    }

    fn take(&self, id: &str) -> Option<oneshot::Receiver<Event>> {
        let mut closings = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        closings.remove(id)
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let app = Router::new()
        .route("/", get(async || Html(include_str!("live.html"))))
        .route("/table/{language}", get(table))
        .route("/socket/{id}", get(upgrade))
        .route("/closing/{id}", get(closing))
        .with_state(Closings::default());
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    println!("http://{}/", listener.local_addr()?);
    axum::serve(listener, app).await?;
    Ok(())
}

/// Everything that the page knows about codes, in the language that fits the page best.
async fn table(Path(language): Path<String>) -> Response {
    let row = |code: GatewayClose, first: u16, last: u16, name: &str, description: &str| {
        json!({
            "first": first,
            "last": last,
            "name": name,
            "description": description,
            "reason": code.reason(),
            "reconnect": code.reconnect(),
            "sender": code.sender(),
            "isSendable": code.is_sendable(),
            "isBrowserSendable": code.is_browser_sendable(),
        })
    };
    let codes = GatewayClose::NAMED.iter().map(|&code| {
        let number = code.as_u16();
        row(
            code,
            number,
            number,
            code.name(),
            code.description_in(&language),
        )
    });
    let ranges = GatewayClose::RANGES.iter().flat_map(|range| {
        let description = range.description_in(&language);
        range.spans().iter().map(move |span| {
            let (first, last) = (*span.start(), *span.end());
            row(
                GatewayClose::from(last),
                first,
                last,
                range.name(),
                description,
            )
        })
    });
    json(&json!({
        "languages": GatewayClose::LANGUAGES,
        "codes": codes.collect::<Vec<_>>(),
        "ranges": ranges.collect::<Vec<_>>(),
    }))
}

async fn upgrade(
    Path(id): Path<String>,
    State(closings): State<Closings>,
    upgrade: WebSocketUpgrade,
) -> Response {
    let closed = closings.expect(id);
    upgrade.on_upgrade(async move |socket| {
        // If the page is gone, nobody receives the event.
        let _ = closed.send(serve(socket).await);
    })
}

/// The server's event, once the connection has ended.
async fn closing(Path(id): Path<String>, State(closings): State<Closings>) -> Response {
    let Some(closed) = closings.take(&id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match closed.await {
        Ok(event) => json(&event),
        Err(_) => StatusCode::GONE.into_response(),
    }
}

/// Closes with the frame that the page sends as JSON, or drops the connection.
async fn serve(mut socket: WebSocket) -> Event {
    let mut received = None;
    let was_clean = loop {
        let Some(message) = socket.recv().await else {
            break true;
        };
        let reply = match message {
            Ok(Message::Text(wish)) if wish.as_str() == "drop" => return CloseEvent::abnormal(),
            Ok(Message::Text(wish)) => match serde_json::from_str(&wish) {
                Ok(frame) => Message::Close(to_wire(&frame)),
                Err(error) => Message::text(error.to_string()),
            },
            Ok(Message::Close(close)) => {
                received = from_wire(close);
                continue;
            }
            Ok(_) => continue,
            Err(_) => break false,
        };
        if socket.send(reply).await.is_err() {
            return CloseEvent::abnormal();
        }
    };
    received.map_or_else(CloseEvent::abnormal, |frame| {
        CloseEvent::from_frame(&frame, was_clean)
    })
}

fn to_wire(frame: &CloseFrame<GatewayClose>) -> Option<WireFrame> {
    frame.parts().map(|(code, reason)| WireFrame {
        code,
        reason: reason.into(),
    })
}

/// `None` for a code that may not be sent.
fn from_wire(close: Option<WireFrame>) -> Option<CloseFrame<GatewayClose>> {
    match close {
        Some(close) => CloseFrame::from_parts(close.code, &close.reason).ok(),
        None => Some(CloseFrame::empty()),
    }
}

fn json<T: serde::Serialize>(value: &T) -> Response {
    let json = serde_json::to_string(value).expect("no keys but strings");
    ([(header::CONTENT_TYPE, "application/json")], json).into_response()
}
