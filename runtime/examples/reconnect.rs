//! Chat clients that follow the advice of the close codes that they receive.
//!
//! Each line is a connection: the session that the server granted, how the connection was closed,
//! the advice of the code, and what the client does next. The first client stops because it was
//! logged out, the second because a protocol error repeats until the software changes, and the third
//! because the connection was closed normally.
//!
//! ```text
//! none        1006 Abnormal Closure (not clean)         backoff: connects in 83 ms
//! none        1006 Abnormal Closure (not clean)         backoff: connects in 150 ms
//! session 3   1006 Abnormal Closure (not clean)         backoff: connects in 73 ms
//! session 4   1001 Going Away: "deploying" (clean)      backoff: connects in 86 ms
//! none        4002 Overloaded (clean)                   backoff: connects in 114 ms
//! session 6   4001 Server Moved (clean)                 resume: resumes session 6 at once
//! session 6   4000 Settings Changed (clean)             immediately: connects at once with token-1
//! session 8   4321 Application (clean)                  unspecified: connects in 83 ms
//! none        4003 Token Expired (clean)                after_change: connects at once with token-2
//! session 10  4004 Logged Out (clean)                   never: stops
//! session 11  1002 Protocol error: "bad opcode" (clean) after_change: stops
//! session 12  1000 Normal Closure (clean)               never: stops
//! ```
//!
//! The advice is for a client whose connection was closed by the server, or was lost. A client that
//! closes its connection itself decides on its own what to do next.

use std::error::Error;
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use close_codes::{CloseEvent, CloseFrame, Reconnect};
use tungstenite::Message;
use tungstenite::protocol::CloseFrame as WireFrame;

close_codes::close_codes! {
    /// Why the chat server closed the connection.
    pub enum ChatClose = "examples/reconnect.toml";
}

type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// Each wait is twice as long as the one before, plus a random part, so that the clients of a
/// restarting server do not all return at once. A real client would start with a second or more.
const WAITS: ExponentialBuilder = ExponentialBuilder::new()
    .with_min_delay(Duration::from_millis(50))
    .with_max_delay(Duration::from_secs(1))
    .without_max_times()
    .with_jitter();

/// What a client keeps from one connection to the next.
struct Client {
    url: String,
    token: &'static str,
    /// The token to log in with once the first one has expired.
    next_token: Option<&'static str>,
    session: Option<String>,
    waits: <ExponentialBuilder as BackoffBuilder>::Backoff,
}

impl Client {
    fn new(url: &str) -> Self {
        Self {
            url: url.to_owned(),
            token: "token-1",
            next_token: Some("token-2"),
            session: None,
            waits: WAITS.build(),
        }
    }

    /// Stays connected until another connection would not help.
    fn run(mut self) {
        loop {
            let event = self.connect();
            let session = self.session.clone();
            let wait = self.follow_advice(event.code());

            let session = session.as_deref().unwrap_or("none");
            let advice = event.code().reconnect();
            let next = self.describe(wait);
            println!("{session:<12}{event:<42}{advice}: {next}");

            match wait {
                Some(wait) => thread::sleep(wait),
                None => return,
            }
        }
    }

    /// How long to wait before the next connection, or `None` to stop.
    fn follow_advice(&mut self, code: ChatClose) -> Option<Duration> {
        let session = self.session.take();
        match code.reconnect() {
            Reconnect::Immediately => Some(Duration::ZERO),
            Reconnect::Resume => {
                self.session = session;
                Some(Duration::ZERO)
            }
            // Without advice, the client decides: a code that its table does not name may come from a
            // newer server.
            Reconnect::Backoff | Reconnect::Unspecified => self.waits.next(),
            Reconnect::AfterChange => self.change(code).then_some(Duration::ZERO),
            Reconnect::Never => None,
        }
    }

    /// Fixes what the code complains about, if the client can.
    fn change(&mut self, code: ChatClose) -> bool {
        match (code, self.next_token.take()) {
            (ChatClose::TokenExpired, Some(token)) => {
                self.token = token;
                true
            }
            // Neither another token nor another attempt helps: a person has to decide, or a newer
            // version of the client is needed.
            _ => false,
        }
    }

    /// Connects, logs in, and waits until the connection is closed.
    fn connect(&mut self) -> CloseEvent<ChatClose> {
        // A server that cannot be reached counts as a lost connection.
        let Ok((mut socket, _)) = tungstenite::connect(&self.url) else {
            return CloseEvent::abnormal();
        };
        let session = self.session.as_deref().unwrap_or("new session");
        let login = format!("{}: {session}", self.token);
        if socket.send(Message::text(login)).is_err() {
            return CloseEvent::abnormal();
        }
        let mut received = None;
        let was_clean = loop {
            match socket.read() {
                // The server's welcome: the connection works, so the waits start from the beginning.
                Ok(Message::Text(session)) => {
                    self.session = Some(session.to_string());
                    self.waits = WAITS.build();
                }
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

    fn describe(&self, wait: Option<Duration>) -> String {
        match (wait, &self.session) {
            (None, _) => "stops".to_owned(),
            (Some(Duration::ZERO), Some(session)) => format!("resumes {session} at once"),
            (Some(Duration::ZERO), None) => format!("connects at once with {}", self.token),
            (Some(wait), _) => format!("connects in {} ms", wait.as_millis()),
        }
    }
}

/// What the server does with a connection.
enum Step {
    /// Drops it before it is open.
    Unreachable,
    /// Welcomes the client, and drops the connection.
    Lost,
    /// Welcomes the client, and closes with a frame.
    Closed(CloseFrame<ChatClose>),
    /// Closes with a frame and no welcome.
    Refused(CloseFrame<ChatClose>),
}

/// The steps for each client, in the order of its connections.
fn steps() -> Result<[Vec<Step>; 3]> {
    use ChatClose::{
        LoggedOut, NormalClosure, Overloaded, ServerMoved, SettingsChanged, TokenExpired,
    };
    use Step::{Closed, Lost, Refused, Unreachable};

    let first = vec![
        Unreachable,
        Unreachable,
        Lost,
        Closed(CloseFrame::from_parts(1001, "deploying")?),
        Refused(CloseFrame::from_code(Overloaded)?),
        Closed(CloseFrame::from_code(ServerMoved)?),
        Closed(CloseFrame::from_code(SettingsChanged)?),
        Closed(CloseFrame::from_parts(4321, "")?),
        Refused(CloseFrame::from_code(TokenExpired)?),
        Closed(CloseFrame::from_code(LoggedOut)?),
    ];
    let second = vec![Closed(CloseFrame::from_parts(1002, "bad opcode")?)];
    let third = vec![Closed(CloseFrame::from_code(NormalClosure)?)];
    Ok([first, second, third])
}

/// The server: accepts one connection per step.
fn serve(listener: &TcpListener, steps: impl Iterator<Item = Step>) -> Result<()> {
    for (number, step) in (1..).zip(steps) {
        let (stream, _) = listener.accept()?;
        if matches!(step, Step::Unreachable) {
            continue;
        }
        let mut socket = tungstenite::accept(stream)?;
        let login = socket.read()?.into_text()?;
        let (_, session) = login.split_once(": ").ok_or("a login without a session")?;
        let session = match session {
            "new session" => format!("session {number}"),
            old => old.to_owned(),
        };
        if !matches!(step, Step::Refused(_)) {
            socket.send(Message::text(session))?;
        }
        if let Step::Closed(frame) | Step::Refused(frame) = step {
            socket.close(frame.parts().map(|(code, reason)| WireFrame {
                code: code.into(),
                reason: reason.into(),
            }))?;
            while socket.read().is_ok() {}
        }
    }
    Ok(())
}

fn main() -> Result<()> {
    let steps = steps()?;
    let clients = steps.len();
    let listener = TcpListener::bind("127.0.0.1:0")?;
    let url = format!("ws://{}", listener.local_addr()?);
    let server = thread::spawn(move || serve(&listener, steps.into_iter().flatten()));

    for _ in 0..clients {
        Client::new(&url).run();
    }
    server.join().expect("the server does not panic")
}
