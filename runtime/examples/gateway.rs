//! A gateway closes one connection per case; its client shows what it made of each.

use std::error::Error;
use std::net::TcpListener;
use std::thread;

use close_codes::{CloseEvent, CloseFrame, Reason};
use tungstenite::Message;
use tungstenite::protocol::CloseFrame as WireFrame;

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "examples/gateway.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// A name, and the frame that the server closes with: without one it drops the connection.
type Case = (&'static str, Option<CloseFrame<GatewayClose>>);

/// The longest reason there is: 123 bytes, here 41 characters.
const MAINTENANCE: &str =
    "网关将于今晚零点起停机维护约两小时，期间无法收发消息；结束后客户端自动重连，谢谢！";

fn cases() -> Result<[Case; 7]> {
    use GatewayClose::{GoingAway, Maintenance, ServiceRestart, SessionTimedOut};

    let close = |code, reason| -> Result<_> { Ok(Some(CloseFrame::new(code, reason)?)) };
    Ok([
        ("named", close(SessionTimedOut, SessionTimedOut.reason())?),
        ("unlisted", close(4321.into(), Reason::EMPTY)?),
        ("1001", close(GoingAway, Reason::new("deploying")?)?),
        ("1012", close(ServiceRestart, Reason::EMPTY)?),
        ("no code", Some(CloseFrame::empty())),
        ("dropped", None),
        ("123 bytes", close(Maintenance, Reason::new(MAINTENANCE)?)?),
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
        socket.close(frame.code().map(|code| WireFrame {
            code: code.code().into(),
            reason: frame.reason().into(),
        }))?;
        while socket.read().is_ok() {}
    }
    Ok(())
}

/// The client: connects, and waits until the connection is closed.
fn closed(url: &str) -> Result<CloseEvent<GatewayClose>> {
    let (mut socket, _) = tungstenite::connect(url)?;
    let mut frame = None;
    let was_clean = loop {
        match socket.read() {
            Ok(Message::Close(close)) => frame = Some(received(close)?),
            Ok(_) => {}
            Err(error) => break matches!(error, tungstenite::Error::ConnectionClosed),
        }
    };
    Ok(match frame {
        Some(frame) => CloseEvent::from_frame(&frame, was_clean),
        None => CloseEvent::abnormal(),
    })
}

/// Takes the number of tungstenite's code: its names differ from these, and 1014 has none.
fn received(close: Option<WireFrame>) -> Result<CloseFrame<GatewayClose>> {
    let Some(close) = close else {
        return Ok(CloseFrame::empty());
    };
    let code = GatewayClose::from(u16::from(close.code));
    Ok(CloseFrame::new(code, Reason::new(&close.reason)?)?)
}

fn print(case: &str, event: &CloseEvent<GatewayClose>) {
    let code = event.code();
    println!(
        "{case:<11}{:<6}{:<19}{:<13}{:<7}{}",
        code.code(),
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
