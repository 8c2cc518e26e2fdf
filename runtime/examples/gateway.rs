//! A gateway closes connections in seven ways; its client shows what it received each time.

use std::error::Error;
use std::net::TcpListener;
use std::thread;

use close_codes::{CloseEvent, CloseFrame};
use tungstenite::Message;
use tungstenite::protocol::CloseFrame as WireFrame;

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "examples/gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// A name, and the frame that the server closes with; without a frame, it drops the connection.
type Case = (&'static str, Option<CloseFrame<GatewayClose>>);

/// A reason of the maximum length: 123 bytes, here 41 characters.
const MAINTENANCE: &str =
    "网关将于今晚零点起停机维护约两小时，期间无法收发消息；结束后客户端自动重连，谢谢！";

fn cases() -> Result<[Case; 7]> {
    use GatewayClose::{Maintenance, ServiceRestart, SessionTimedOut};

    let maintenance = CloseFrame::from_parts(Maintenance.into(), MAINTENANCE)?;
    Ok([
        ("named", Some(CloseFrame::from_code(SessionTimedOut)?)),
        ("unlisted", Some(CloseFrame::from_parts(4321, "")?)),
        ("1001", Some(CloseFrame::from_parts(1001, "deploying")?)),
        ("1012", Some(CloseFrame::from_code(ServiceRestart)?)),
        ("no code", Some(CloseFrame::empty())),
        ("dropped", None),
        ("123 bytes", Some(maintenance)),
    ])
}

fn main() -> Result<()> {
    let cases = cases()?;
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("ws://{}", listener.local_addr()?);
    let server = thread::spawn(move || serve(&listener, &cases));

    println!("CASE       CODE  NAME               RANGE        CLEAN  RECONNECT");
    for (case, _) in cases {
        print(case, &closed(&url)?);
    }
    server.join().expect("the server does not panic")
}

/// The server: accepts one connection per case, and closes it.
fn serve(listener: &TcpListener, cases: &[Case]) -> Result<()> {
    for (_, frame) in cases {
        let (stream, _) = listener.accept()?;
        let mut socket = tungstenite::accept(stream)?;
        let Some(frame) = frame else { continue };
        socket.close(frame.parts().map(|(code, reason)| WireFrame {
            code: code.into(),
            reason: reason.into(),
        }))?;
        while socket.read().is_ok() {}
    }
    Ok(())
}

/// The client: connects, and waits until the connection is closed.
fn closed(url: &str) -> Result<CloseEvent<GatewayClose>> {
    let (mut socket, _) = tungstenite::connect(url)?;
    let mut received = None;
    let was_clean = loop {
        match socket.read() {
            Ok(Message::Close(close)) => received = Some(close),
            Ok(_) => {}
            Err(error) => break matches!(error, tungstenite::Error::ConnectionClosed),
        }
    };
    let Some(close) = received else {
        return Ok(CloseEvent::abnormal());
    };
    let close = close.as_ref();
    let parts = close.map(|close| (close.code.into(), &*close.reason));
    Ok(CloseEvent::received(parts, was_clean))
}

fn print(case: &str, event: &CloseEvent<GatewayClose>) {
    let code = event.code();
    println!(
        "{case:<11}{:<6}{:<19}{:<13}{:<7}{}",
        code.as_u16(),
        code.name(),
        code.range().map_or("-", |range| range.name()),
        if event.was_clean() { "yes" } else { "no" },
        code.reconnect(),
    );
    println!("{:11}{}", "", code.description());
    println!("{:11}{}", "", code.description_in("zh-CN"));
    if !event.reason().is_empty() {
        println!("{:11}reason: {}", "", event.reason());
    }
}
