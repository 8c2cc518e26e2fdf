//! What each library gets wrong or hides. A failure here may be good news: the library has been fixed,
//! and the example can be simpler.

use std::io;
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::thread::{self, JoinHandle};

use crate::block_on;
use crate::raw::Peer;

/// 1014, and a reason.
const BAD_GATEWAY: &[u8] = b"\x03\xf6upstream";
/// 1006, which may not be sent.
const ABNORMAL: &[u8] = b"\x03\xee";
/// 1002, and the reason that tungstenite gives.
const PROTOCOL_VIOLATION: &[u8] = b"\x03\xeaProtocol violation";

/// 1000, and no reason.
const NORMAL: &[u8] = b"\x03\xe8";

/// Longer than the 123 bytes that fit.
const LONG: &str = concat!(
    "0123456789012345678901234567890123456789012345678901234567890123456789",
    "0123456789012345678901234567890123456789012345678901234567890123456789",
);

/// A handwritten server for one client, which returns what `serve` returns.
fn serve<T: Send + 'static>(
    accept: fn(TcpStream) -> io::Result<Peer>,
    serve: impl FnOnce(Peer) -> io::Result<T> + Send + 'static,
) -> (SocketAddr, JoinHandle<io::Result<T>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = thread::spawn(move || serve(accept(listener.accept()?.0)?));
    (address, server)
}

/// A server that closes the connection, and returns the answer.
fn closing(payload: &'static [u8]) -> (SocketAddr, JoinHandle<io::Result<Option<Vec<u8>>>>) {
    serve(Peer::accept, move |mut peer| {
        peer.close(payload)?;
        peer.closed()
    })
}

fn ended<T>(server: JoinHandle<io::Result<T>>) -> T {
    server.join().expect("no panic").expect("a connection")
}

/// Code and reason, as bytes.
fn payload(code: u16, reason: &str) -> Vec<u8> {
    [&code.to_be_bytes(), reason.as_bytes()].concat()
}

mod tungstenite {
    use ::tungstenite::protocol::CloseFrame;
    use ::tungstenite::protocol::frame::coding::CloseCode;
    use ::tungstenite::{Message, connect};

    use super::*;

    #[test]
    fn reads_1014_as_1002_and_answers_so() {
        let (address, server) = closing(BAD_GATEWAY);
        let (mut socket, _) = connect(format!("ws://{address}")).expect("a connection");
        let Ok(Message::Close(Some(close))) = socket.read() else {
            panic!("expected a close frame");
        };
        assert_eq!(
            payload(close.code.into(), &close.reason),
            PROTOCOL_VIOLATION
        );
        let _ = socket.read();
        assert_eq!(ended(server).as_deref(), Some(PROTOCOL_VIOLATION));
    }

    #[test]
    fn reads_any_code_after_its_own_close_frame() {
        let (address, server) = closing(ABNORMAL);
        let (mut socket, _) = connect(format!("ws://{address}")).expect("a connection");
        socket.close(None).expect("a close frame");
        let Ok(Message::Close(Some(close))) = socket.read() else {
            panic!("expected a close frame");
        };
        assert_eq!(payload(close.code.into(), &close.reason), ABNORMAL);
        ended(server);
    }

    #[test]
    fn sends_any_code_and_a_reason_of_any_length() {
        let (address, server) = serve(Peer::accept, |mut peer| peer.closed());
        let (mut socket, _) = connect(format!("ws://{address}")).expect("a connection");
        let frame = CloseFrame {
            code: CloseCode::from(1006),
            reason: LONG.into(),
        };
        socket.close(Some(frame)).expect("a close frame");
        assert_eq!(ended(server), Some(payload(1006, LONG)));
    }
}

mod tokio_tungstenite {
    use ::tokio_tungstenite::connect_async;
    use ::tokio_tungstenite::tungstenite::Message;
    use ::tokio_tungstenite::tungstenite::protocol::CloseFrame;
    use futures_util::StreamExt;

    use super::*;

    #[test]
    fn reads_1014_as_1002_and_answers_so() {
        let (address, server) = closing(BAD_GATEWAY);
        block_on(async {
            let (mut socket, _) = connect_async(format!("ws://{address}")).await.unwrap();
            let Some(Ok(Message::Close(Some(close)))) = socket.next().await else {
                panic!("expected a close frame");
            };
            assert_eq!(
                payload(close.code.into(), &close.reason),
                PROTOCOL_VIOLATION
            );
            assert!(socket.next().await.is_none());
        });
        assert_eq!(ended(server).as_deref(), Some(PROTOCOL_VIOLATION));
    }

    #[test]
    fn does_not_answer_a_close_frame_that_is_the_last_thing_read() {
        let (address, server) = closing(NORMAL);
        block_on(async {
            let (mut socket, _) = connect_async(format!("ws://{address}")).await.unwrap();
            assert!(matches!(socket.next().await, Some(Ok(Message::Close(_)))));
        });
        assert_eq!(ended(server), None);
    }

    #[test]
    fn sends_any_code_and_a_reason_of_any_length() {
        let (address, server) = serve(Peer::accept, |mut peer| peer.closed());
        block_on(async {
            let (mut socket, _) = connect_async(format!("ws://{address}")).await.unwrap();
            let frame = CloseFrame {
                code: 1006.into(),
                reason: LONG.into(),
            };
            socket.close(Some(frame)).await.unwrap();
        });
        assert_eq!(ended(server), Some(payload(1006, LONG)));
    }
}

mod axum {
    use ::axum::Router;
    use ::axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
    use tokio::net::TcpListener;
    use tokio::sync::mpsc::unbounded_channel;

    use super::*;

    /// What a client sees of a server, and what the server returns.
    fn connect<T: Send + 'static, F: Future<Output = T> + Send + 'static>(
        client: fn(&mut Peer) -> io::Result<Option<Vec<u8>>>,
        serve: impl FnOnce(WebSocket) -> F + Clone + Send + Sync + 'static,
    ) -> (Option<Vec<u8>>, T) {
        block_on(async {
            let (sender, mut returned) = unbounded_channel();
            let app = Router::new().fallback(async move |upgrade: WebSocketUpgrade| {
                upgrade.on_upgrade(async move |socket| {
                    let _ = sender.send(serve(socket).await);
                })
            });
            let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
            let address = listener.local_addr().unwrap();
            tokio::spawn(async { ::axum::serve(listener, app).await });
            let client = move || client(&mut Peer::connect(address)?);
            let seen = tokio::task::spawn_blocking(client).await.unwrap().unwrap();
            (seen, returned.recv().await.unwrap())
        })
    }

    fn close(peer: &mut Peer) -> io::Result<Option<Vec<u8>>> {
        peer.close(BAD_GATEWAY)?;
        peer.closed()
    }

    #[test]
    fn reads_1014_as_1002_and_answers_so() {
        let (answer, read) = connect(close, async |mut socket: WebSocket| {
            let read = socket.recv().await;
            assert!(socket.recv().await.is_none());
            read
        });
        assert_eq!(answer.as_deref(), Some(PROTOCOL_VIOLATION));
        let Some(Ok(Message::Close(Some(close)))) = read else {
            panic!("expected a close frame");
        };
        assert_eq!(payload(close.code, &close.reason), PROTOCOL_VIOLATION);
    }

    #[test]
    fn does_not_answer_a_close_frame_that_is_the_last_thing_read() {
        let (answer, read) = connect(close, async |mut socket: WebSocket| socket.recv().await);
        assert!(answer.is_none() && matches!(read, Some(Ok(Message::Close(_)))));
    }

    #[test]
    fn sends_any_code_and_a_reason_of_any_length() {
        let (sent, sending) = connect(Peer::closed, async |mut socket: WebSocket| {
            let frame = CloseFrame {
                code: 1006,
                reason: LONG.into(),
            };
            socket.send(Message::Close(Some(frame))).await
        });
        assert!(sending.is_ok());
        assert_eq!(sent, Some(payload(1006, LONG)));
    }
}

mod actix_ws {
    use ::actix_ws::{CloseCode, CloseReason, Message, MessageStream, ProtocolError, Session};
    use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
    use tokio::sync::mpsc::unbounded_channel;

    use super::*;

    /// What a client sees of a server, and what the server returns.
    fn connect<T: Send + 'static, F: Future<Output = T> + 'static>(
        client: fn(&mut Peer) -> io::Result<Option<Vec<u8>>>,
        serve: impl Fn(Session, MessageStream) -> F + Copy + Send + 'static,
    ) -> (Option<Vec<u8>>, T) {
        block_on(async {
            let (sender, mut returned) = unbounded_channel();
            let upgrade = move |request: HttpRequest, body: web::Payload| {
                let sender = sender.clone();
                async move {
                    let (response, session, stream) = ::actix_ws::handle(&request, body)?;
                    actix_web::rt::spawn(async move {
                        let _ = sender.send(serve(session, stream).await);
                    });
                    actix_web::Result::<HttpResponse>::Ok(response)
                }
            };
            let app = move || App::new().default_service(web::get().to(upgrade.clone()));
            let server = HttpServer::new(app).workers(1).bind("127.0.0.1:0").unwrap();
            let address = server.addrs()[0];
            let server = server.disable_signals().run();
            let handle = server.handle();
            let server = tokio::spawn(server);
            let client = move || client(&mut Peer::connect(address)?);
            let seen = tokio::task::spawn_blocking(client).await.unwrap().unwrap();
            let returned = returned.recv().await.unwrap();
            handle.stop(false).await;
            server.await.unwrap().unwrap();
            (seen, returned)
        })
    }

    async fn read(_: Session, mut stream: MessageStream) -> Option<Result<Message, ProtocolError>> {
        stream.recv().await
    }

    #[test]
    fn does_not_answer_a_close_frame() {
        let client = |peer: &mut Peer| peer.close(BAD_GATEWAY).and_then(|()| peer.closed());
        let (answer, read) = connect(client, read);
        let close = CloseReason::from((CloseCode::Other(1014), "upstream"));
        assert_eq!(read.unwrap().unwrap(), Message::Close(Some(close)));
        assert_eq!(answer, None);
    }

    #[test]
    fn calls_a_code_that_may_not_be_sent_a_bad_opcode() {
        let client = |peer: &mut Peer| peer.close(ABNORMAL).and_then(|()| peer.closed());
        let (_, read) = connect(client, read);
        assert!(matches!(read, Some(Err(ProtocolError::BadOpCode))));
    }

    #[test]
    fn calls_a_lost_connection_an_error_of_input() {
        let (_, read) = connect(|_| Ok(None), read);
        assert!(matches!(read, Some(Err(ProtocolError::Io(_)))));
    }

    #[test]
    fn does_not_wait_for_the_answer_to_its_own_close_frame() {
        let client = |peer: &mut Peer| {
            let sent = peer.closed()?;
            assert_eq!(peer.closed()?, None);
            Ok(sent)
        };
        let (sent, read) = connect(client, async |session: Session, mut stream| {
            session.close(None).await.unwrap();
            MessageStream::recv(&mut stream).await
        });
        assert!(sent.is_some() && read.is_none());
    }

    #[test]
    fn sends_any_code_and_cuts_a_longer_reason() {
        let (sent, sending) = connect(Peer::closed, async |session: Session, _| {
            let close = CloseReason::from((CloseCode::Abnormal, LONG));
            session.close(Some(close)).await
        });
        assert!(sending.is_ok());
        assert_eq!(sent, Some(payload(1006, &LONG[..123])));
    }
}

mod fastwebsockets {
    use ::fastwebsockets::{Frame, OpCode, Role, WebSocket, WebSocketError};
    use tokio::net::TcpStream;

    use super::*;

    /// A client without a handshake.
    async fn connect(address: SocketAddr) -> WebSocket<TcpStream> {
        WebSocket::after_handshake(TcpStream::connect(address).await.unwrap(), Role::Client)
    }

    #[test]
    fn closes_by_itself_without_telling_1014_and_answers_1002() {
        let (address, server) = serve(Peer::after_handshake, |mut peer| {
            peer.close(BAD_GATEWAY)?;
            peer.closed()
        });
        block_on(async {
            let read = connect(address).await.read_frame().await;
            assert!(matches!(read, Err(WebSocketError::InvalidCloseCode)));
        });
        assert_eq!(ended(server), Some(payload(1002, "upstream")));
    }

    #[test]
    fn reads_and_sends_anything_if_it_does_not_close_by_itself() {
        let (address, server) = serve(Peer::after_handshake, |mut peer| {
            peer.close(ABNORMAL)?;
            peer.closed()
        });
        block_on(async {
            let mut socket = connect(address).await;
            socket.set_auto_close(false);
            let frame = socket.read_frame().await.unwrap();
            assert_eq!((frame.opcode, &*frame.payload), (OpCode::Close, ABNORMAL));
            let frame = Frame::close(1006, LONG.as_bytes());
            socket.write_frame(frame).await.unwrap();
        });
        assert_eq!(ended(server), Some(payload(1006, LONG)));
    }
}

mod tokio_websockets {
    use std::panic::catch_unwind;

    use ::tokio_websockets::proto::ProtocolError;
    use ::tokio_websockets::{ClientBuilder, CloseCode, Error, Message};
    use futures_util::StreamExt;

    use super::*;

    #[test]
    fn panics_at_a_reason_of_124_bytes_and_at_four_codes() {
        let normal = CloseCode::NORMAL_CLOSURE;
        assert!(catch_unwind(|| Message::close(Some(normal), &LONG[..123])).is_ok());
        assert!(catch_unwind(|| Message::close(Some(normal), &LONG[..124])).is_err());

        let panics = (0..=u16::MAX).filter(|&code| {
            CloseCode::try_from(code)
                .is_ok_and(|code| catch_unwind(|| Message::close(Some(code), "")).is_err())
        });
        assert_eq!(panics.collect::<Vec<_>>(), [1004, 1005, 1006, 1015]);
    }

    #[test]
    fn gives_1005_as_the_code_of_a_frame_without() {
        let message = Message::close(None, "");
        assert_eq!(
            message.as_close(),
            Some((CloseCode::NO_STATUS_RECEIVED, ""))
        );
        assert!(message.as_payload().is_empty());
    }

    #[test]
    fn does_not_tell_a_code_that_may_not_be_sent() {
        let (address, server) = closing(ABNORMAL);
        block_on(async {
            let client = ClientBuilder::new()
                .uri(&format!("ws://{address}"))
                .unwrap();
            let (mut socket, _) = client.connect().await.unwrap();
            let error = socket.next().await.unwrap().unwrap_err();
            assert!(matches!(
                error,
                Error::Protocol(ProtocolError::InvalidCloseCode)
            ));
            assert!(socket.next().await.is_none());
        });
        assert_eq!(ended(server), Some(payload(1002, "invalid close code")));
    }
}
