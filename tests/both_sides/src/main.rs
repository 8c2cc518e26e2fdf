//! A server that closes each connection with another code, and prints what it sent.
//!
//! The page shows the same name for each code: both sides are generated from `gateway.toml`. `run.sh`
//! compares them.

use std::io::Write as _;
use std::net::TcpListener;

use close_codes::CloseFrame;
use tungstenite::protocol::CloseFrame as WireFrame;

close_codes::close_codes! {
    /// Why the gateway closes a connection.
    pub enum GatewayClose = "gateway.toml";
}

/// Named codes of both tables, and numbers that only have a range.
const CODES: [u16; 8] = [1000, 1001, 3000, 4000, 4001, 4101, 4102, 4321];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let mut out = std::io::stdout();
    writeln!(out, "ws://{}", listener.local_addr()?)?;
    for number in CODES {
        let code = GatewayClose::from(number);
        let (stream, _) = listener.accept()?;
        let mut socket = tungstenite::accept(stream)?;
        let frame = CloseFrame::from_code(code)?;
        let parts = frame.parts().map(|(code, reason)| WireFrame {
            code: code.into(),
            reason: reason.into(),
        });
        socket.close(parts)?;
        while socket.read().is_ok() {}
        writeln!(out, "{code}: {}", code.reconnect())?;
    }
    Ok(())
}
