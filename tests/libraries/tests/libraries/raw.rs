//! A handwritten WebSocket peer: it sends any Close frame, valid or not.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use tungstenite::handshake::derive_accept_key;

const KEY: &str = "dGhlIHNhbXBsZSBub25jZQ==";

/// FIN, and the opcode of Close (RFC 6455 §5.2).
const CLOSE: u8 = 0x88;

/// The bit of a masked frame. The masks here are zero, so the payload stays the same.
const MASKED: u8 = 0x80;

pub(crate) struct Peer {
    stream: BufReader<TcpStream>,
    mask: u8,
}

impl Peer {
    /// A client after the handshake.
    pub(crate) fn connect(address: SocketAddr) -> io::Result<Self> {
        let mut peer = Self::over(TcpStream::connect(address)?, MASKED)?;
        write!(
            peer.stream.get_mut(),
            "GET / HTTP/1.1\r\nHost: {address}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {KEY}\r\n\r\n"
        )?;
        peer.head()?;
        Ok(peer)
    }

    /// A server after the handshake.
    pub(crate) fn accept(stream: TcpStream) -> io::Result<Self> {
        let mut peer = Self::over(stream, 0)?;
        let head = peer.head()?;
        let key = head.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("sec-websocket-key")
                .then_some(value)
        });
        let accept = derive_accept_key(key.expect("a key").as_bytes());
        write!(
            peer.stream.get_mut(),
            "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\
             Sec-WebSocket-Accept: {accept}\r\n\r\n"
        )?;
        Ok(peer)
    }

    /// A server for a library without a handshake.
    pub(crate) fn after_handshake(stream: TcpStream) -> io::Result<Self> {
        Self::over(stream, 0)
    }

    fn over(stream: TcpStream, mask: u8) -> io::Result<Self> {
        stream.set_read_timeout(Some(Duration::from_secs(10)))?;
        let stream = BufReader::new(stream);
        Ok(Self { stream, mask })
    }

    fn head(&mut self) -> io::Result<String> {
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") && self.stream.read_line(&mut head)? > 0 {}
        Ok(head)
    }

    /// Sends a Close frame with a payload of at most 125 bytes.
    pub(crate) fn close(&mut self, payload: &[u8]) -> io::Result<()> {
        let len = u8::try_from(payload.len()).expect("a short payload");
        let mut frame = vec![CLOSE, self.mask | len];
        if self.mask == MASKED {
            frame.extend([0; 4]);
        }
        frame.extend(payload);
        self.stream.get_mut().write_all(&frame)
    }

    /// The payload of the next Close frame, or `None` if the connection ends.
    pub(crate) fn closed(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut head = [0; 2];
        match self.stream.read_exact(&mut head) {
            Ok(()) => {}
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Err(error),
            Err(_) => return Ok(None),
        }
        assert_eq!(head[0], CLOSE, "the first byte of a Close frame");
        let len = match head[1] & !MASKED {
            126 => {
                let mut len = [0; 2];
                self.stream.read_exact(&mut len)?;
                u16::from_be_bytes(len).into()
            }
            len => usize::from(len),
        };
        let mut mask = [0; 4];
        if head[1] & MASKED == MASKED {
            self.stream.read_exact(&mut mask)?;
        }
        let mut payload = vec![0; len];
        self.stream.read_exact(&mut payload)?;
        for (byte, mask) in payload.iter_mut().zip(mask.iter().cycle()) {
            *byte ^= mask;
        }
        Ok(Some(payload))
    }
}
