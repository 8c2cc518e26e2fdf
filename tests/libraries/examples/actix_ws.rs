//! actix-ws: four clients leave and the server closes a fifth connection; it prints how each one ended.
//!
//! - A Close frame is not answered: without `session.close`, the client sees 1006.
//! - A lost connection is an I/O error, or the end of the stream.
//! - A received code that may not be sent is the error `BadOpCode`, which does not contain the code.
//! - After `session.close`, the stream ends at once, whether or not the client answers.
//! - It sends any code, and truncates a reason that is too long. A [`CloseFrame`] can always be sent,
//!   without being truncated.
//!
//! ```text
//! 4005 Session Timed Out: "session timed out" (clean): start a new session
//! 1005 No Status Rcvd (clean): the client gave no code
//! 1006 Abnormal Closure (not clean): keep the session for a while
//! 1014 Bad Gateway (clean): end the session
//! 4004 Session Replaced: "connected from another device" (not clean): end the session
//! ```

use std::error::Error;

use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use actix_ws::{CloseReason, Message, MessageStream, ProtocolError, Session};
use close_codes::{CloseEvent, CloseFrame};
use tokio::sync::mpsc;
use tungstenite::protocol::CloseFrame as ClientFrame;

close_codes::close_codes! {
    /// Why a connection to the gateway was closed.
    pub enum GatewayClose = "gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

async fn close(session: Session, frame: &CloseFrame<GatewayClose>) -> Result<()> {
    let close = frame.parts();
    let close = close.map(|(code, reason)| CloseReason::from((code.into(), reason)));
    Ok(session.close(close).await?)
}

/// Waits for a Close frame, and answers it.
async fn closed(session: Session, stream: &mut MessageStream) -> Result<CloseEvent<GatewayClose>> {
    while let Some(message) = stream.recv().await {
        let frame = match message {
            Ok(Message::Close(None)) => CloseFrame::empty(),
            Ok(Message::Close(Some(close))) => {
                let reason = close.description.unwrap_or_default();
                CloseFrame::from_parts(close.code.into(), &reason)?
            }
            Ok(_) => continue,
            Err(ProtocolError::Io(_)) => break,
            Err(error) => return Err(error.into()),
        };
        close(session, &frame).await?;
        return Ok(CloseEvent::from_frame(&frame, true));
    }
    Ok(CloseEvent::abnormal())
}

fn advice(event: &CloseEvent<GatewayClose>) -> &'static str {
    match event.code() {
        GatewayClose::SessionTimedOut => "start a new session",
        GatewayClose::NoStatusRcvd => "the client gave no code",
        GatewayClose::AbnormalClosure => "keep the session for a while",
        _ => "end the session",
    }
}

type Events = mpsc::UnboundedSender<Result<CloseEvent<GatewayClose>>>;

async fn serve(
    request: HttpRequest,
    body: web::Payload,
    events: web::Data<Events>,
) -> actix_web::Result<HttpResponse> {
    let (response, session, mut stream) = actix_ws::handle(&request, body)?;
    actix_web::rt::spawn(async move {
        if request.path() == "/replaced" {
            let frame =
                CloseFrame::from_code(GatewayClose::SessionReplaced).expect("a code to send");
            close(session, &frame).await.expect("the client is there");
            let event = CloseEvent::from_frame(&frame, false);
            return events.send(Ok(event)).expect("main receives");
        }
        let event = closed(session, &mut stream).await;
        events.send(event).expect("main receives");
    });
    Ok(response)
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let (events, mut closings) = mpsc::unbounded_channel();
    let events: web::Data<Events> = web::Data::new(events);
    let app = move || {
        App::new()
            .app_data(events.clone())
            .default_service(web::get().to(serve))
    };
    let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0")?;
    let url = format!("ws://{}", server.addrs()[0]);
    let server = server.disable_signals().run();
    let handle = server.handle();
    let server = tokio::spawn(server);

    for client in 0..5 {
        let url = url.clone();
        let client = std::thread::spawn(move || connect(client, &url));
        let event = closings.recv().await.expect("the server sends")?;
        println!("{event}: {}", advice(&event));
        client.join().expect("no client panics")?;
    }
    handle.stop(false).await;
    Ok(server.await??)
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
