//! The expansion of `close_codes!` for the standard table, for builds without the macro.
#![allow(clippy::all, clippy::pedantic)]
/// A standard close code: the codes of RFC 6455 §7.4.1 and of IANA's registry each have a variant;
/// every other number is in the variant of its range (RFC 6455 §7.4.2).
///
///
/// | Code | Variant | Meaning |
/// |---|---|---|
/// | 1000 | [`NormalClosure`](Self::NormalClosure) | The connection did what it was opened for and was closed normally. |
/// | 1001 | [`GoingAway`](Self::GoingAway) | One side is going away: the server is shutting down, or the user has left the page. |
/// | 1002 | [`ProtocolError`](Self::ProtocolError) | One side violated the WebSocket protocol. |
/// | 1003 | [`UnsupportedData`](Self::UnsupportedData) | The receiver does not handle this type of message, such as binary data where only text is understood. |
/// | 1005 | [`NoStatusRcvd`](Self::NoStatusRcvd) | The other side closed the connection without giving a code. |
/// | 1006 | [`AbnormalClosure`](Self::AbnormalClosure) | The connection failed or was lost without a Close frame. |
/// | 1007 | [`InvalidFramePayloadData`](Self::InvalidFramePayloadData) | A message contained data that does not match its type, such as text that is not valid UTF-8. |
/// | 1008 | [`PolicyViolation`](Self::PolicyViolation) | A message broke a rule of its receiver, and no more specific code fits. |
/// | 1009 | [`MessageTooBig`](Self::MessageTooBig) | A message was larger than the receiver accepts. |
/// | 1010 | [`MandatoryExt`](Self::MandatoryExt) | The client needs extensions that the server did not accept; the reason should list them. |
/// | 1011 | [`InternalError`](Self::InternalError) | The server ran into an unexpected problem and could not continue. |
/// | 1012 | [`ServiceRestart`](Self::ServiceRestart) | The service is restarting; reconnect after a random delay of 5 to 30 seconds. |
/// | 1013 | [`TryAgainLater`](Self::TryAgainLater) | The service is overloaded; connect to another of its addresses, or reconnect when the user asks for it. |
/// | 1014 | [`BadGateway`](Self::BadGateway) | A gateway or proxy received an invalid response from the upstream server. |
/// | 1015 | [`TlsHandshake`](Self::TlsHandshake) | The TLS handshake failed, so no secure connection was established. |
/// | 3000 | [`Unauthorized`](Self::Unauthorized) | Credentials are missing or were not accepted. |
/// | 3003 | [`Forbidden`](Self::Forbidden) | The other side is not allowed to do what it asked for. |
/// | 3008 | [`Timeout`](Self::Timeout) | The other side took too long to respond. |
///
/// | Codes | Range | Meaning |
/// |---|---|---|
/// | 0–999 | [Unused](Self::UNUSED) | Numbers below 1000 are not used as close codes. |
/// | 1004, 1016–1999 | [Reserved](Self::RESERVED) | A number reserved for later versions of the WebSocket standard. |
/// | 2000–2999 | [Extension](Self::EXTENSION) | A number reserved for extensions of the WebSocket protocol. |
/// | 3000–3999 | [Library](Self::LIBRARY) | A code of a library, framework or application; such codes can be registered with IANA. |
/// | 4000–4999 | [Application](Self::APPLICATION) | A private code whose meaning is agreed between an application\'s client and server. |
/// | 5000–65535 | [Undefined](Self::UNDEFINED) | Numbers above 4999 are not defined by any standard. |
///
/// # Examples
///
/// ```
/// use close_codes::CloseCode;
///
/// assert_eq!(CloseCode::from_u16(1000), CloseCode::NormalClosure);
/// assert_eq!(CloseCode::NormalClosure.to_string(), "1000 Normal Closure");
/// ```
#[derive(crate::__private::Debug, crate::__private::PartialEq)]
#[repr(u16)]
pub enum CloseCode {
    /// 1000 Normal Closure: The connection did what it was opened for and was closed normally.
    ///
    /// * zh-CN: 连接已完成任务，正常关闭。
    /// * `sender`: either
    /// * `reconnect`: never
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: CLOSE\_NORMAL
    ///
    /// **Cause.** One side closed the connection because the conversation was over. Some servers also send
    /// 1000 when it was not: after an error (Hasura put the real error into the reason), or to disconnect a
    /// client that is expected to reconnect (Bandit with Phoenix did, when a user logged out everywhere).
    ///
    /// **Who sees it.** Either side may send it. The other side sees it and normally repeats it in its
    /// reply, so both see 1000. Each side always sees the other side's code: a page that calls
    /// `close(4000)` and is answered with 1000 sees 1000.
    ///
    /// **Browsers.** 1000 is the only code below 3000 that `close()` accepts. `close()` without arguments
    /// does not send 1000 but no code at all; see 1005.
    ///
    /// **What to do.** Do not reconnect. This advice is for a close by the other side; after your own
    /// close, you decide. Clients differ: of 126 public projects with reconnect logic, 81 treat all codes
    /// in the same way and reconnect unless they closed the connection themselves. Of the 45 that
    /// distinguish standard codes, 23 handle 1000: 20 stop and 3 reconnect. graphql-ws reconnects while
    /// something is subscribed. A program that must stay connected should override this advice.
    ///
    /// **History.** Browser documentation from 2016 calls it `CLOSE_NORMAL`. Firefox before version 12
    /// (2012) reported 1000 for a connection that had ended with an unexpected error; version 12 changed
    /// that to 1001.
    ///
    /// Sources: [RFC 6455 §7.1.5](https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5),
    /// [WHATWG WebSockets, `close()`](https://websockets.spec.whatwg.org/#dom-websocket-close),
    /// [hasura #7696](https://github.com/hasura/graphql-engine/issues/7696),
    /// [bandit #582](https://github.com/mtrudel/bandit/issues/582),
    /// [graphql-ws #664](https://github.com/enisdenjo/graphql-ws/pull/664),
    /// [Firefox 12 release notes](https://developer.mozilla.org/en-US/docs/Mozilla/Firefox/Releases/12);
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1000);
    /// assert_eq!(code, CloseCode::NormalClosure);
    /// assert_eq!(code.name(), "Normal Closure");
    /// assert_eq!("NormalClosure".parse(), Ok(code));
    /// ```
    NormalClosure = 1000,
    /// 1001 Going Away: One side is going away: the server is shutting down, or the user has left the page.
    ///
    /// * zh-CN: 一方即将离开：服务器正在关闭，或用户已离开页面。
    /// * `sender`: either
    /// * `reconnect`: backoff
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: CLOSE\_GOING\_AWAY
    ///
    /// **Cause.** From a server: it is shutting down or restarting, or a proxy such as Caddy has reloaded
    /// its configuration. Jetty also sends 1001 to a connection that has been idle for too long. From a
    /// browser: the user has left the page.
    ///
    /// **Who sees it.** Either side may send it. When a page goes away, the browser sends 1001, so the
    /// server sees it.
    ///
    /// **Browsers.** `close()` does not accept 1001. In Chromium, the page that the user leaves gets no
    /// event. Firefox also fires `close` with 1001 in that page, so a script may show an error or reconnect
    /// just before it ends. The code does not distinguish the two cases; a flag that the page sets on
    /// `pagehide` does.
    ///
    /// **What to do.** Reconnect with backoff: after a restart or a move, the service is usually available
    /// again soon. Clients differ: of 45 public clients that distinguish standard codes, 16 handle 1001: 11
    /// reconnect, 4 stop (sockette and web3.js among them), and 1 waits for a change. Users of
    /// `phoenix_live_view` reported as a bug that the page stayed disconnected after 1001.
    ///
    /// **History.** Browser documentation from 2016 calls it `CLOSE_GOING_AWAY`. Firefox 12 (2012) began to
    /// report 1001 for a connection that had ended with an unexpected error, so in old logs it need not
    /// come from the server.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
    /// [WHATWG WebSockets, "make disappear"](https://websockets.spec.whatwg.org/#garbage-collection),
    /// [jakartaee/websocket #480](https://github.com/jakartaee/websocket/issues/480),
    /// [phoenix #5735](https://github.com/phoenixframework/phoenix/pull/5735),
    /// [phoenix_live_view #2610](https://github.com/phoenixframework/phoenix_live_view/issues/2610),
    /// [Firefox 12 release notes](https://developer.mozilla.org/en-US/docs/Mozilla/Firefox/Releases/12).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1001);
    /// assert_eq!(code, CloseCode::GoingAway);
    /// assert_eq!(code.name(), "Going Away");
    /// assert_eq!("GoingAway".parse(), Ok(code));
    /// ```
    GoingAway,
    /// 1002 Protocol error: One side violated the WebSocket protocol.
    ///
    /// * zh-CN: 一方违反了 WebSocket 协议。
    /// * `sender`: either
    /// * `reconnect`: after\_change
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: CLOSE\_PROTOCOL\_ERROR
    ///
    /// **Cause.** The sender received bytes that break the protocol: a reserved bit that is set, a masked
    /// frame from a server, a fragmented Close frame, a Close frame of one byte, a code that may not be
    /// sent. The cause is usually a bug in a WebSocket library, not the application's data.
    ///
    /// **Who sees it.** Either side may send it, and the other side sees it. The sender stops reading, so
    /// it does not wait for a reply.
    ///
    /// **Browsers.** When Chromium finds the error, the server receives 1002, but the page sees 1006 and an
    /// `error` event; the details are only in the console. `close()` does not accept 1002.
    ///
    /// **What to do.** Reconnect only after something has changed, such as a library's version: the same
    /// bytes will break the same rule. Of 45 public clients that distinguish standard codes, 5 handle 1002:
    /// 4 stop, 1 reconnects. One that stopped for good after a temporary fault received bug reports about
    /// it.
    ///
    /// **Other codes reported as 1002.** Libraries that do not know a code report 1002 instead: tungstenite
    /// (as of 0.30) for 1014, Starscream before 3.0.0 for 1012.
    ///
    /// Sources: [RFC 6455 §7.1.7](https://www.rfc-editor.org/rfc/rfc6455#section-7.1.7),
    /// [claude-code #33842](https://github.com/anthropics/claude-code/issues/33842),
    /// [tungstenite-rs #502](https://github.com/snapview/tungstenite-rs/issues/502),
    /// [Starscream #374](https://github.com/daltoniam/Starscream/issues/374); tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1002);
    /// assert_eq!(code, CloseCode::ProtocolError);
    /// assert_eq!(code.name(), "Protocol error");
    /// assert_eq!("ProtocolError".parse(), Ok(code));
    /// ```
    ProtocolError,
    /// 1003 Unsupported Data: The receiver does not handle this type of message, such as binary data where only text is understood.
    ///
    /// * zh-CN: 接收方无法处理此类数据，例如只支持文本却收到了二进制数据。
    /// * `sender`: either
    /// * `reconnect`: after\_change
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: CLOSE\_UNSUPPORTED
    ///
    /// **Cause.** A message had a type that its receiver does not handle, usually a binary message sent to
    /// an endpoint that reads only text. Some programs use 1003 for something else: in marimo it means
    /// "already connected".
    ///
    /// **Who sees it.** The side that received the message sends 1003; the side that sent the message sees
    /// it.
    ///
    /// **Browsers.** `close()` does not accept 1003, so a page only ever sees it.
    ///
    /// **What to do.** Reconnect only after something has changed: the other side will not handle that type
    /// the next time either. Send the type that it reads. Of 45 public clients that distinguish standard
    /// codes, 8 handle 1003: 5 stop, 1 waits for a change, and 2 (interactions.py and Realm) reconnect.
    ///
    /// **History.** Browser documentation from 2016 calls it `CLOSE_UNSUPPORTED`, and gives the name
    /// "Unsupported Data", which is IANA's for 1003, to 1007.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
    /// [WHATWG WebSockets, `close()`](https://websockets.spec.whatwg.org/#dom-websocket-close),
    /// [marimo, `codes.py`](https://github.com/marimo-team/marimo/blob/067cb9de94306a1bae015961dffacf9a3f9ca31a/marimo/_server/codes.py).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1003);
    /// assert_eq!(code, CloseCode::UnsupportedData);
    /// assert_eq!(code.name(), "Unsupported Data");
    /// assert_eq!("UnsupportedData".parse(), Ok(code));
    /// ```
    UnsupportedData,
    /// 1005 No Status Rcvd: The other side closed the connection without giving a code.
    ///
    /// * zh-CN: 对方关闭了连接，但未给出关闭码。
    /// * `sender`: nobody
    /// * `reconnect`: backoff
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: CLOSE\_NO\_STATUS
    ///
    /// **Cause.** The other side sent a Close frame without a code. That is what `close()` without
    /// arguments does in a browser, and in the Node library ws. A browser also sends no code when a socket
    /// that is still open is garbage-collected.
    ///
    /// **Who sees it.** 1005 is never sent: whoever receives the empty Close frame reports it. The reply is
    /// normally empty too, so both sides see 1005.
    ///
    /// **Browsers.** `wasClean` is normally true: the closing handshake was completed. If a server puts the
    /// number 1005 into a frame (a bug of some servers when they answer an empty frame), Chromium fails the
    /// connection and the page sees 1006, not clean; Firefox shows 1005.
    ///
    /// **What to do.** Reconnect with backoff: no reason was given, so nothing suggests that a new
    /// connection would fail. Of 45 public clients that distinguish standard codes, 9 handle 1005: 8
    /// reconnect, and 1, sockette, stops because a Close frame did arrive. Clients that decide by
    /// `wasClean` stop as well.
    ///
    /// **History.** Browser documentation from 2016 calls it `CLOSE_NO_STATUS`.
    ///
    /// Sources: [RFC 6455 §7.1.5](https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5),
    /// [WHATWG WebSockets, garbage collection](https://websockets.spec.whatwg.org/#garbage-collection),
    /// [hypothesis #5969](https://github.com/hypothesis/h/issues/5969),
    /// [sockette #3](https://github.com/lukeed/sockette/issues/3); tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1005);
    /// assert_eq!(code, CloseCode::NoStatusRcvd);
    /// assert_eq!(code.name(), "No Status Rcvd");
    /// assert_eq!("NoStatusRcvd".parse(), Ok(code));
    /// ```
    NoStatusRcvd = 1005,
    /// 1006 Abnormal Closure: The connection failed or was lost without a Close frame.
    ///
    /// * zh-CN: 连接失败或中断，未收到关闭帧。
    /// * `sender`: nobody
    /// * `reconnect`: backoff
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: CLOSE\_ABNORMAL
    ///
    /// **Cause.** No Close frame was received. Before the connection was open: the server could not be
    /// reached, refused the connection, failed the TLS handshake, or gave an HTTP response such as 401 in
    /// place of the upgrade. Later: the network or the other process failed; a proxy cut an idle connection
    /// (nginx does, by default, when the server has sent nothing for 60 seconds); or your own side found a
    /// protocol error and stopped reading.
    ///
    /// **Who sees it.** 1006 is never sent. Each side reports it on its own, and the two need not agree: if
    /// a page calls `close(4000)` and the server drops the connection without a reply, the server sees 4000
    /// and the page sees 1006. A proxy that forwards 1006 in a frame causes a protocol error.
    ///
    /// **Browsers.** The cause is hidden on purpose, so that a page cannot probe the user's network: a
    /// script gets 1006, an empty reason and `wasClean` false for all of these. The console may show the
    /// cause, such as `net::ERR_CONNECTION_REFUSED`. A page that Chromium freezes in its back/forward cache
    /// loses its socket with 1006.
    ///
    /// **What to do.** Reconnect with backoff. RFC 6455 asks for it: first a random delay, for example of 0
    /// to 5 seconds, then longer and longer ones. Clients agree: of 45 public clients that distinguish
    /// standard codes, all 13 that handle 1006 reconnect. If 1006 comes at regular intervals, let the
    /// server send pings at intervals shorter than every timeout along the way. If the connection never
    /// opens, look for the cause in the server's logs.
    ///
    /// **Elsewhere.** Jakarta WebSocket also requires 1006 when the local side closes, for example after a
    /// timeout. Browser documentation from 2016 calls it `CLOSE_ABNORMAL`.
    ///
    /// Sources: [RFC 6455 §7.1.5](https://www.rfc-editor.org/rfc/rfc6455#section-7.1.5) and
    /// [§7.2.3](https://www.rfc-editor.org/rfc/rfc6455#section-7.2.3),
    /// [WHATWG WebSockets, feedback](https://websockets.spec.whatwg.org/#feedback-from-the-protocol),
    /// [nginx, WebSocket proxying](https://nginx.org/en/docs/http/websocket.html),
    /// [websockets FAQ](https://websockets.readthedocs.io/en/stable/faq/common.html),
    /// [phoenix #5155](https://github.com/phoenixframework/phoenix/pull/5155),
    /// [oxy #133](https://github.com/vulcand/oxy/issues/133),
    /// [jakartaee/websocket #480](https://github.com/jakartaee/websocket/issues/480);
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1006);
    /// assert_eq!(code, CloseCode::AbnormalClosure);
    /// assert_eq!(code.name(), "Abnormal Closure");
    /// assert_eq!("AbnormalClosure".parse(), Ok(code));
    /// ```
    AbnormalClosure,
    /// 1007 Invalid frame payload data: A message contained data that does not match its type, such as text that is not valid UTF-8.
    ///
    /// * zh-CN: 消息内容与其类型不符，例如文本不是有效的 UTF-8。
    /// * `sender`: either
    /// * `reconnect`: after\_change
    /// * reference: RFC 6455 §7.4.1
    ///
    /// **Cause.** A text message was not valid UTF-8, and its receiver must then fail the connection. The
    /// Node library ws also sends 1007 when a compressed message cannot be decompressed.
    ///
    /// **Who sees it.** The side that received the data sends 1007; the side that sent the data sees it.
    ///
    /// **Browsers.** `close()` does not accept 1007. If the reason of a Close frame is not valid UTF-8,
    /// Chromium sends 1002 rather than the 1007 that RFC 6455 suggests, and the page sees 1006.
    ///
    /// **What to do.** Reconnect only after something has changed: the same data will be invalid again.
    /// Send bytes that are not text as a binary message. Of 45 public clients that distinguish standard
    /// codes, 5 handle 1007: 4 stop, and 1, Realm, reconnects.
    ///
    /// **History.** Browser documentation from 2016 calls it "Unsupported Data", the name that IANA gives
    /// 1003. Here it is only a name of 1003, because a name can belong to only one code.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1) and
    /// [§8.1](https://www.rfc-editor.org/rfc/rfc6455#section-8.1),
    /// [ws, `permessage-deflate.js`](https://github.com/websockets/ws/blob/8.21.0/lib/permessage-deflate.js);
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1007);
    /// assert_eq!(code, CloseCode::InvalidFramePayloadData);
    /// assert_eq!(code.name(), "Invalid frame payload data");
    /// assert_eq!("InvalidFramePayloadData".parse(), Ok(code));
    /// ```
    InvalidFramePayloadData,
    /// 1008 Policy Violation: A message broke a rule of its receiver, and no more specific code fits.
    ///
    /// * zh-CN: 消息违反了接收方的规则，且没有更具体的关闭码可用。
    /// * `sender`: either
    /// * `reconnect`: after\_change
    /// * reference: RFC 6455 §7.4.1
    ///
    /// **Cause.** The sender refuses what the other side does. RFC 6455 intends it for cases where 1003 and
    /// 1009 do not fit, and for rules that should not be disclosed. Servers use it for anything that they
    /// refuse: an invalid token, a trial that has expired. The Node library ws sends it for a message in
    /// too many fragments.
    ///
    /// **Who sees it.** Either side may send it; usually the server does, and the client sees it. The
    /// reason, if there is one, says which rule was broken.
    ///
    /// **Browsers.** `close(1008)` throws. A page that wants to report the same uses a code of 4000–4999.
    ///
    /// **What to do.** Reconnect only after something has changed: other credentials, another request, a
    /// decision of the user. Clients differ: of 45 public clients that distinguish standard codes, 10
    /// handle 1008: 5 stop, 1 waits for a change, and 4 reconnect. One client that kept reconnecting did so
    /// every few seconds, endlessly.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
    /// [WHATWG WebSockets, `close()`](https://websockets.spec.whatwg.org/#dom-websocket-close),
    /// [faye-websocket-node #67](https://github.com/faye/faye-websocket-node/issues/67),
    /// [omi #7313](https://github.com/BasedHardware/omi/pull/7313),
    /// [ws, `receiver.js`](https://github.com/websockets/ws/blob/8.21.0/lib/receiver.js).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1008);
    /// assert_eq!(code, CloseCode::PolicyViolation);
    /// assert_eq!(code.name(), "Policy Violation");
    /// assert_eq!("PolicyViolation".parse(), Ok(code));
    /// ```
    PolicyViolation,
    /// 1009 Message Too Big: A message was larger than the receiver accepts.
    ///
    /// * zh-CN: 消息过大，超出了接收方的上限。
    /// * `sender`: either
    /// * `reconnect`: after\_change
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: CLOSE\_TOO\_LARGE
    ///
    /// **Cause.** A message exceeded a limit of its receiver. Limits differ widely: by default, the Python
    /// library websockets accepts 1 MiB and the Node library ws 100 MiB.
    ///
    /// **Who sees it.** The side that received the message sends 1009; the side that sent the message sees
    /// it.
    ///
    /// **Browsers.** `close()` does not accept 1009, so a page only ever sees it.
    ///
    /// **What to do.** Reconnect only after something has changed. Send smaller messages or raise the
    /// limit, and take the message out of the queue first: a client that sends it again after every
    /// reconnect will loop. Of 45 public clients that distinguish standard codes, 9 handle 1009: 6 stop, 2
    /// wait for a change, and 1, interactions.py, reconnects. Several projects stop here because they had
    /// such a loop.
    ///
    /// **History.** Browser documentation from 2016 calls it `CLOSE_TOO_LARGE`. Documentation from 2012 to
    /// 2015 gives that name to 1004.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
    /// [websockets, `max_size`](https://websockets.readthedocs.io/en/stable/reference/asyncio/server.html),
    /// [ws, `maxPayload`](https://github.com/websockets/ws/blob/8.21.0/doc/ws.md),
    /// [cube #10246](https://github.com/cube-js/cube/pull/10246),
    /// [mono #5982](https://github.com/rocicorp/mono/pull/5982),
    /// [centrifuge-go #128](https://github.com/centrifugal/centrifuge-go/pull/128),
    /// [WebPlatform Docs, `code`](https://webplatform.github.io/docs/apis/websocket/CloseEvent/code).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1009);
    /// assert_eq!(code, CloseCode::MessageTooBig);
    /// assert_eq!(code.name(), "Message Too Big");
    /// assert_eq!("MessageTooBig".parse(), Ok(code));
    /// ```
    MessageTooBig,
    /// 1010 Mandatory Ext.: The client needs extensions that the server did not accept; the reason should list them.
    ///
    /// * zh-CN: 服务器未接受客户端必需的扩展；关闭原因中应列出这些扩展。
    /// * `sender`: client
    /// * `reconnect`: after\_change
    /// * reference: RFC 6455 §7.4.1
    /// * aliases: Missing Extension
    ///
    /// **Cause.** The server's handshake did not include an extension that the client requires.
    ///
    /// **Who sees it.** Only a client sends it, and the server sees it. A server that requires an extension
    /// rejects the handshake instead. The reason should list the extensions.
    ///
    /// **Browsers.** `close()` does not accept 1010.
    ///
    /// **What to do.** Reconnect only after something has changed: the server will not offer the extension
    /// next time either. Few clients handle 1010, because they hardly ever see it: of 45 public clients
    /// that distinguish standard codes, 2 stop and 1 reconnects.
    ///
    /// **History.** Browser documentation from 2016 calls it "Missing Extension".
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1010);
    /// assert_eq!(code, CloseCode::MandatoryExt);
    /// assert_eq!(code.name(), "Mandatory Ext.");
    /// assert_eq!("MandatoryExt".parse(), Ok(code));
    /// ```
    MandatoryExt,
    /// 1011 Internal Error: The server ran into an unexpected problem and could not continue.
    ///
    /// * zh-CN: 服务器遇到意外问题，无法继续。
    /// * `sender`: server
    /// * `reconnect`: backoff
    /// * reference: RFC 6455 §7.4.1
    ///
    /// **Cause.** Something failed that the sender had not expected, such as an exception in the code that
    /// handles the connection. The Python library websockets also closes with 1011 when a ping is not
    /// answered in time: its log line `sent 1011 (internal error) keepalive ping timeout` means that your
    /// own side closed because the network was slow or the peer was busy. Some servers, such as
    /// hunchensocket, use 1011 for a timeout.
    ///
    /// **Who sees it.** RFC 6455 defines it for the server. Erratum 3227 would allow both sides to send it,
    /// and clients that use websockets do send it.
    ///
    /// **Browsers.** `close()` does not accept 1011, so a page only ever sees it.
    ///
    /// **What to do.** Reconnect with backoff: a fault of the server is often temporary. Clients differ: of
    /// 45 public clients that distinguish standard codes, 10 handle 1011: 7 reconnect, and 3 (ably-java,
    /// robust-websocket, stable-socket) stop. A user of robust-websocket objected to stopping, and htmx
    /// changed to reconnecting.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
    /// [erratum 3227](https://www.rfc-editor.org/errata/eid3227),
    /// [websockets FAQ](https://websockets.readthedocs.io/en/stable/faq/common.html),
    /// [robust-websocket #8](https://github.com/appuri/robust-websocket/issues/8),
    /// [htmx-extensions #167](https://github.com/bigskysoftware/htmx-extensions/pull/167).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1011);
    /// assert_eq!(code, CloseCode::InternalError);
    /// assert_eq!(code.name(), "Internal Error");
    /// assert_eq!("InternalError".parse(), Ok(code));
    /// ```
    InternalError,
    /// 1012 Service Restart: The service is restarting; reconnect after a random delay of 5 to 30 seconds.
    ///
    /// * zh-CN: 服务正在重启，请随机等待 5 到 30 秒后重新连接。
    /// * `sender`: server
    /// * `reconnect`: backoff
    /// * reference: IANA WebSocket Close Code Number Registry
    ///
    /// **Cause.** The server is restarting. Uvicorn, for example, sends 1012 to every connection when it
    /// shuts down; other servers send 1001 instead.
    ///
    /// **Who sees it.** Only a server sends it, and the client sees it.
    ///
    /// **Browsers.** Chromium passes 1012 on to the page. `close()` does not accept it.
    ///
    /// **What to do.** Reconnect with backoff, the first time after a random delay of 5 to 30 seconds, so
    /// that not all clients return at once. The delay is in the proposal to the IETF's hybi list; the IANA
    /// registry has only the name. Clients agree: of 45 public clients that distinguish standard codes, all
    /// 6 that handle 1012 reconnect.
    ///
    /// **History.** IANA added 1012 after RFC 6455. Documentation from 2012 to 2015 lists it as reserved,
    /// and old libraries reject it: Starscream before 3.0.0 treated it as a protocol error, 1002.
    ///
    /// Sources:
    /// [IANA close code registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number),
    /// [hybi list](https://mailarchive.ietf.org/arch/msg/hybi/P_1vbD9uyHl63nbIIbFxKMfSwcM/),
    /// [uvicorn #1816](https://github.com/Kludex/uvicorn/pull/1816),
    /// [WebPlatform Docs, `code`](https://webplatform.github.io/docs/apis/websocket/CloseEvent/code),
    /// [Starscream #374](https://github.com/daltoniam/Starscream/issues/374); tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1012);
    /// assert_eq!(code, CloseCode::ServiceRestart);
    /// assert_eq!(code.name(), "Service Restart");
    /// assert_eq!("ServiceRestart".parse(), Ok(code));
    /// ```
    ServiceRestart,
    /// 1013 Try Again Later: The service is overloaded; connect to another of its addresses, or reconnect when the user asks for it.
    ///
    /// * zh-CN: 服务过载，请改用其他地址，或在用户要求时再重新连接。
    /// * `sender`: server
    /// * `reconnect`: backoff
    /// * reference: IANA WebSocket Close Code Number Registry
    ///
    /// **Cause.** The server is overloaded and disconnects some of its clients.
    ///
    /// **Who sees it.** Only a server sends it, and the client sees it.
    ///
    /// **Browsers.** Chromium passes 1013 on to the page. `close()` does not accept it.
    ///
    /// **What to do.** Reconnect with backoff, and wait longer than after other codes; use another address
    /// of the service if it has one. Here theory and practice differ. The proposal to the IETF's hybi list
    /// asks a client to return to the same address only when the user takes action; the IANA registry has
    /// only the name. Of 45 public clients that distinguish standard codes, all 6 that handle 1013
    /// reconnect on their own after a wait; Liveblocks waits 2 seconds to 5 minutes.
    ///
    /// **History.** IANA added 1013 after RFC 6455. Documentation from 2012 to 2015 lists it as reserved.
    /// graphql-ws before 5.14.2 treated 1013 as Bad Gateway, which is 1014, and did not reconnect.
    ///
    /// Sources:
    /// [IANA close code registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number),
    /// [hybi list](https://mailarchive.ietf.org/arch/msg/hybi/P_1vbD9uyHl63nbIIbFxKMfSwcM/),
    /// [WebPlatform Docs, `code`](https://webplatform.github.io/docs/apis/websocket/CloseEvent/code),
    /// [graphql-ws #510](https://github.com/enisdenjo/graphql-ws/issues/510); tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1013);
    /// assert_eq!(code, CloseCode::TryAgainLater);
    /// assert_eq!(code.name(), "Try Again Later");
    /// assert_eq!("TryAgainLater".parse(), Ok(code));
    /// ```
    TryAgainLater,
    /// 1014 Bad Gateway: A gateway or proxy received an invalid response from the upstream server.
    ///
    /// * zh-CN: 网关或代理收到了上游服务器的无效响应。
    /// * `sender`: server
    /// * `reconnect`: backoff
    /// * reference: IANA WebSocket Close Code Number Registry
    ///
    /// **Cause.** A gateway or proxy did not receive a valid response from the server that it forwards to.
    /// It is the counterpart of the HTTP status 502.
    ///
    /// **Who sees it.** Only a server (here, the gateway) sends it, and the client sees it.
    ///
    /// **Browsers.** Chromium passes 1014 on to the page. `close()` does not accept it.
    ///
    /// **What to do.** Reconnect with backoff: the server that the gateway forwards to may return soon.
    /// Clients agree: of 45 public clients that distinguish standard codes, all 4 that handle 1014
    /// reconnect.
    ///
    /// **1014 reported as 1002.** Libraries that do not know 1014 reject it and report 1002: tungstenite
    /// (as of 0.30), Boost.Beast until a fix of June 2026, ws until a fix of January 2020. If there is a
    /// gateway, a 1002 from such a library may really be a 1014.
    ///
    /// **History.** 1014 was added later than 1012 and 1013. Browser documentation from 2016 still lists it
    /// as reserved; websocket-client, for example, accepted it from October 2016.
    ///
    /// Sources:
    /// [IANA close code registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number),
    /// [hybi list](https://mailarchive.ietf.org/arch/msg/hybi/VOLI2xp4tzFnIFYespe6oOtpFXA/),
    /// [tungstenite-rs #502](https://github.com/snapview/tungstenite-rs/issues/502),
    /// [beast #3099](https://github.com/boostorg/beast/pull/3099),
    /// [ws #1682](https://github.com/websockets/ws/pull/1682),
    /// [websocket-client #273](https://github.com/websocket-client/websocket-client/pull/273);
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1014);
    /// assert_eq!(code, CloseCode::BadGateway);
    /// assert_eq!(code.name(), "Bad Gateway");
    /// assert_eq!("BadGateway".parse(), Ok(code));
    /// ```
    BadGateway,
    /// 1015 TLS handshake: The TLS handshake failed, so no secure connection was established.
    ///
    /// * zh-CN: TLS 握手失败，无法建立安全连接。
    /// * `sender`: nobody
    /// * `reconnect`: backoff
    /// * reference: RFC 6455 §7.4.1
    ///
    /// **Cause.** The TLS handshake failed, for example because the server's certificate has expired, is
    /// for another name, or is not trusted. A client that uses `wss:` with a port that expects `ws:` can
    /// see it too.
    ///
    /// **Who sees it.** 1015 is never sent: there is no connection yet that could carry a frame. The local
    /// library reports it. In logs of other libraries the same fault is 1006, or an error without a code.
    ///
    /// **Browsers.** The standard requires 1006 here, so that a page cannot probe the network. In one case,
    /// Firefox reports 1015. If a server sends the number 1015 in a frame, Chromium answers 1002, and the
    /// page sees 1006.
    ///
    /// **What to do.** Reconnect with backoff, as after 1006, because it is often the same fault; if it
    /// repeats, notify someone. Clients differ: of 45 public clients that distinguish standard codes, 7
    /// handle 1015: 5 reconnect, and 2 (ably-java and the mobile app of Mattermost) stop. Users of other
    /// clients ask to stop if the certificate is the cause.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
    /// [WHATWG WebSockets, feedback](https://websockets.spec.whatwg.org/#feedback-from-the-protocol),
    /// [Firefox, `WebSocket.cpp`](https://searchfox.org/mozilla-central/source/dom/websocket/WebSocket.cpp),
    /// [live_state #12](https://github.com/launchscout/live_state/issues/12); tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1015);
    /// assert_eq!(code, CloseCode::TlsHandshake);
    /// assert_eq!(code.name(), "TLS handshake");
    /// assert_eq!("TlsHandshake".parse(), Ok(code));
    /// ```
    TlsHandshake,
    /// 3000 Unauthorized: Credentials are missing or were not accepted.
    ///
    /// * zh-CN: 未提供凭据，或凭据未通过验证。
    /// * `sender`: either
    /// * `reconnect`: after\_change
    /// * reference: IANA WebSocket Close Code Number Registry
    ///
    /// **Cause.** Credentials are missing or were not accepted: the counterpart of the HTTP status 401.
    /// marimo uses it this way. The registration does not keep others from using the number: for
    /// Centrifugo, 3000 is "connection closed", for `SaltyRTC`, "Path Full".
    ///
    /// **Who sees it.** Either side may send it; usually the server does, and the client sees it.
    ///
    /// **Browsers.** `close()` accepts 3000, and a page sees it unchanged. That is its advantage over a 401
    /// in the opening handshake, which a page sees as 1006.
    ///
    /// **What to do.** Reconnect only after something has changed: the same credentials will fail again.
    /// The advice follows from the meaning; of 45 public clients that distinguish standard codes, 1 handles
    /// 3000, and it stops.
    ///
    /// Sources:
    /// [IANA close code registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number),
    /// [marimo, `codes.py`](https://github.com/marimo-team/marimo/blob/067cb9de94306a1bae015961dffacf9a3f9ca31a/marimo/_server/codes.py),
    /// [Centrifugo codes](https://centrifugal.dev/docs/server/codes),
    /// [`SaltyRTC` protocol](https://github.com/saltyrtc/saltyrtc-meta).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(3000);
    /// assert_eq!(code, CloseCode::Unauthorized);
    /// assert_eq!(code.name(), "Unauthorized");
    /// assert_eq!("Unauthorized".parse(), Ok(code));
    /// ```
    Unauthorized = 3000,
    /// 3003 Forbidden: The other side is not allowed to do what it asked for.
    ///
    /// * zh-CN: 对方没有权限执行所请求的操作。
    /// * `sender`: either
    /// * `reconnect`: after\_change
    /// * reference: IANA WebSocket Close Code Number Registry
    ///
    /// **Cause.** The credentials are known, but do not allow the request: the counterpart of the HTTP
    /// status 403. For `SaltyRTC`, 3003 means something else, and is not a failure: signaling has moved to
    /// another channel.
    ///
    /// **Who sees it.** Either side may send it; usually the server does, and the client sees it.
    ///
    /// **Browsers.** `close()` accepts 3003, and a page sees it unchanged.
    ///
    /// **What to do.** Reconnect only after something has changed: the same request will be refused again.
    /// The advice follows from the meaning; of 45 public clients that distinguish standard codes, 1 handles
    /// 3003, and it stops.
    ///
    /// Sources:
    /// [IANA close code registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number),
    /// [`SaltyRTC` protocol](https://github.com/saltyrtc/saltyrtc-meta).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(3003);
    /// assert_eq!(code, CloseCode::Forbidden);
    /// assert_eq!(code.name(), "Forbidden");
    /// assert_eq!("Forbidden".parse(), Ok(code));
    /// ```
    Forbidden = 3003,
    /// 3008 Timeout: The other side took too long to respond.
    ///
    /// * zh-CN: 对方响应超时。
    /// * `sender`: either
    /// * `reconnect`: backoff
    /// * reference: IANA WebSocket Close Code Number Registry
    ///
    /// **Cause.** The other side took too long to do what was expected of it: the counterpart of the HTTP
    /// status 408. For Centrifugo, 3008 is a client that reads too slowly.
    ///
    /// **Who sees it.** Either side may send it, and the other side sees it.
    ///
    /// **Browsers.** `close()` accepts 3008, and a page sees it unchanged.
    ///
    /// **What to do.** Reconnect with backoff, as is usual after 408. The advice follows from the meaning:
    /// of 45 public clients that distinguish standard codes, none handles 3008 in its registered meaning.
    ///
    /// Sources:
    /// [IANA close code registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number),
    /// [Centrifugo codes](https://centrifugal.dev/docs/server/codes).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(3008);
    /// assert_eq!(code, CloseCode::Timeout);
    /// assert_eq!(code.name(), "Timeout");
    /// assert_eq!("Timeout".parse(), Ok(code));
    /// ```
    Timeout = 3008,
    /// A code of 0–999 without a name. Numbers below 1000 are not used as close codes.
    ///
    /// * zh-CN: 小于 1000 的数值不用作关闭码。
    /// * `sender`: nobody
    /// * `reconnect`: unspecified
    /// * reference: RFC 6455 §7.4.2
    ///
    /// **Cause.** No endpoint may send these numbers. A 0 in a log need not come from the network: it is
    /// also the default `code` of a `CloseEvent` that a script makes itself.
    ///
    /// **Who sees it.** A strict endpoint that receives such a code fails the connection with 1002, as the
    /// Autobahn test suite requires for 0 and 999. Chromium is lenient: it passes the code on to the page
    /// and sends it back.
    ///
    /// Sources: [RFC 6455 §7.4.2](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2),
    /// [WHATWG WebSockets, `CloseEvent`](https://websockets.spec.whatwg.org/#the-closeevent-interface),
    /// [Autobahn test suite](https://github.com/crossbario/autobahn-testsuite), section 7.9;
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(0);
    /// assert!(matches!(code, CloseCode::Unused(unnamed) if unnamed.as_u16() == 0));
    /// assert!(!code.is_named());
    /// ```
    Unused(crate::Unnamed<Self, 0>) = 0,
    /// A code of 1004, 1016–1999 without a name. A number reserved for later versions of the WebSocket standard.
    ///
    /// * zh-CN: 保留给 WebSocket 标准的后续版本使用。
    /// * `sender`: nobody
    /// * `reconnect`: unspecified
    /// * reference: RFC 6455 §7.4.2
    ///
    /// **Cause.** No standard gives these numbers a meaning yet. A strict endpoint that receives one fails
    /// the connection with 1002, as the Autobahn test suite requires for 1004, 1016 and 1100. Chromium
    /// passes the code on to the page.
    ///
    /// **1004 as "too large".** Documentation from 2012 to 2015 lists 1004 as `CLOSE_TOO_LARGE`, and
    /// everything from 1007 to 1999 as reserved. Code that follows it uses 1004 in place of 1009. RFC 6455
    /// has always reserved 1004.
    ///
    /// Sources: [RFC 6455 §7.4.1](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1),
    /// [WebPlatform Docs, `code`](https://webplatform.github.io/docs/apis/websocket/CloseEvent/code),
    /// [Autobahn test suite](https://github.com/crossbario/autobahn-testsuite), section 7.9;
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(1004);
    /// assert!(matches!(code, CloseCode::Reserved(unnamed) if unnamed.as_u16() == 1004));
    /// assert!(!code.is_named());
    /// ```
    Reserved(crate::Unnamed<Self, 1004>),
    /// A code of 2000–2999 without a name. A number reserved for extensions of the WebSocket protocol.
    ///
    /// * zh-CN: 保留给 WebSocket 协议的扩展使用。
    /// * `sender`: nobody
    /// * `reconnect`: unspecified
    /// * reference: RFC 6455 §7.4.2
    ///
    /// **Cause.** No extension defines one of these numbers. A program that needs a private code should use
    /// one of 4000–4999. A strict endpoint that receives 2000–2999 fails the connection with 1002, as the
    /// Autobahn test suite requires for 2000 and 2999. Chromium passes the code on to the page, but its
    /// `close()` refuses to send it.
    ///
    /// Sources: [RFC 6455 §7.4.2](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2),
    /// [Autobahn test suite](https://github.com/crossbario/autobahn-testsuite), section 7.9;
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(2000);
    /// assert!(matches!(code, CloseCode::Extension(unnamed) if unnamed.as_u16() == 2000));
    /// assert!(!code.is_named());
    /// ```
    Extension(crate::Unnamed<Self, 2000>),
    /// A code of 3000–3999 without a name. A code of a library, framework or application; such codes can be registered with IANA.
    ///
    /// * zh-CN: 由库、框架或应用程序定义的关闭码，可在 IANA 注册。
    /// * `sender`: either
    /// * `reconnect`: unspecified
    /// * reference: RFC 6455 §7.4.2
    ///
    /// **Cause.** A library, a framework or an application has closed the connection for its own reason.
    /// IANA registers these numbers first come, first served, but many protocols use them unregistered, so
    /// the same number means different things in different protocols. Look it up in the documentation of
    /// the protocol in use.
    ///
    /// **What to do.** There is no general advice: for the same number, one protocol says "reconnect" and
    /// another "stop". A table for the protocol can give that advice.
    ///
    /// Sources: [RFC 6455 §7.4.2](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2),
    /// [IANA close code registry](https://www.iana.org/assignments/websocket/websocket.xhtml#close-code-number).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(3001);
    /// assert!(matches!(code, CloseCode::Library(unnamed) if unnamed.as_u16() == 3001));
    /// assert!(!code.is_named());
    /// ```
    Library(crate::Unnamed<Self, 3001>),
    /// A code of 4000–4999 without a name. A private code whose meaning is agreed between an application\'s client and server.
    ///
    /// * zh-CN: 应用程序的私有关闭码，含义由客户端与服务器自行约定。
    /// * `sender`: either
    /// * `reconnect`: unspecified
    /// * reference: RFC 6455 §7.4.2
    ///
    /// **Cause.** The application has closed the connection for its own reason. These numbers cannot be
    /// registered; client and server agree on them, and another application may use the same number for
    /// something else.
    ///
    /// **Browsers.** Apart from 1000, a page can send only 3000–4999. Published tables often copy HTTP
    /// statuses into this range, such as 401 as 4401.
    ///
    /// Sources: [RFC 6455 §7.4.2](https://www.rfc-editor.org/rfc/rfc6455#section-7.4.2),
    /// [WHATWG WebSockets, `close()`](https://websockets.spec.whatwg.org/#dom-websocket-close).
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(4000);
    /// assert!(matches!(code, CloseCode::Application(unnamed) if unnamed.as_u16() == 4000));
    /// assert!(!code.is_named());
    /// ```
    Application(crate::Unnamed<Self, 4000>),
    /// A code of 5000–65535 without a name. Numbers above 4999 are not defined by any standard.
    ///
    /// * zh-CN: 没有任何标准定义大于 4999 的数值。
    /// * `sender`: nobody
    /// * `reconnect`: unspecified
    ///
    /// **Cause.** The code field of a frame can hold these numbers, but no standard defines them. Endpoints
    /// differ: the Autobahn test suite only records what happens with 5000 and 65535. This crate refuses
    /// them with 1002; Chromium passes them on to the page. A browser's `close()` does not accept them.
    ///
    /// Sources: [Autobahn test suite](https://github.com/crossbario/autobahn-testsuite), section 7.13;
    /// tested with Chromium 156.
    ///
    ///
    /// # Examples
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(5000);
    /// assert!(matches!(code, CloseCode::Undefined(unnamed) if unnamed.as_u16() == 5000));
    /// assert!(!code.is_named());
    /// ```
    Undefined(crate::Unnamed<Self, 5000>),
}
/// A value of the column `sender` of `CloseCode`. Which side of the connection may send the code in a Close frame (RFC 6455 §7.4). A code that nobody may send is reported by the local endpoint, or not in use.
///
/// # Examples
///
/// ```
/// use close_codes::Sender;
///
/// assert_eq!("either".parse(), Ok(Sender::Either));
/// assert_eq!(Sender::Either.to_string(), "either");
/// ```
#[derive(
    crate::__private::Clone,
    crate::__private::Copy,
    crate::__private::Debug,
    crate::__private::PartialEq,
    crate::__private::Eq,
    crate::__private::PartialOrd,
    crate::__private::Ord,
    crate::__private::Hash,
)]
pub enum Sender {
    /// `either`
    Either,
    /// `client`
    Client,
    /// `server`
    Server,
    /// `nobody`
    Nobody,
}
const _: () = {
    use crate::__private as __p;
    use __p::primitive::*;
    __p::impl_value! {
        Sender : Either = "either", Client = "client", Server = "server", Nobody =
        "nobody"; #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc = " ```"] #[doc =
        " use close_codes::Sender;"] #[doc = ""] #[doc =
        " assert_eq!(Sender::ALL.len(), 4);"] #[doc = " ```"] ALL, #[doc = ""] #[doc =
        " # Examples"] #[doc = ""] #[doc = " ```"] #[doc = " use close_codes::Sender;"]
        #[doc = ""] #[doc = " assert_eq!(Sender::Either.as_str(), \"either\");"] #[doc =
        " ```"] as_str
    }
};
/// A value of the column `reconnect` of `CloseCode`. What a client should do after the connection has been closed with the code. immediately: connect again at once; backoff: connect again after a random delay that grows with every failure (RFC 6455 §7.2.3); resume: connect again and continue the same session; after\_change: connect again after a change of credentials, request or version, or when the user decides; never: do not connect again; unspecified: the client decides.
///
/// # Examples
///
/// ```
/// use close_codes::Reconnect;
///
/// assert_eq!("unspecified".parse(), Ok(Reconnect::Unspecified));
/// assert_eq!(Reconnect::Unspecified.to_string(), "unspecified");
/// ```
#[derive(
    crate::__private::Clone,
    crate::__private::Copy,
    crate::__private::Debug,
    crate::__private::PartialEq,
    crate::__private::Eq,
    crate::__private::PartialOrd,
    crate::__private::Ord,
    crate::__private::Hash,
)]
pub enum Reconnect {
    /// `unspecified`
    Unspecified,
    /// `immediately`
    Immediately,
    /// `backoff`
    Backoff,
    /// `resume`
    Resume,
    /// `after_change`
    AfterChange,
    /// `never`
    Never,
}
const _: () = {
    use crate::__private as __p;
    use __p::primitive::*;
    __p::impl_value! {
        Reconnect : Unspecified = "unspecified", Immediately = "immediately", Backoff =
        "backoff", Resume = "resume", AfterChange = "after_change", Never = "never";
        #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc = " ```"] #[doc =
        " use close_codes::Reconnect;"] #[doc = ""] #[doc =
        " assert_eq!(Reconnect::ALL.len(), 6);"] #[doc = " ```"] ALL, #[doc = ""] #[doc =
        " # Examples"] #[doc = ""] #[doc = " ```"] #[doc =
        " use close_codes::Reconnect;"] #[doc = ""] #[doc =
        " assert_eq!(Reconnect::Unspecified.as_str(), \"unspecified\");"] #[doc = " ```"]
        as_str
    }
};
const _: () = {
    use crate::__private as __p;
    use __p::primitive::*;
    #[inline]
    const fn tag(code: CloseCode) -> u16 {
        match code {
            CloseCode::NormalClosure => 1000,
            CloseCode::GoingAway => 1001,
            CloseCode::ProtocolError => 1002,
            CloseCode::UnsupportedData => 1003,
            CloseCode::NoStatusRcvd => 1005,
            CloseCode::AbnormalClosure => 1006,
            CloseCode::InvalidFramePayloadData => 1007,
            CloseCode::PolicyViolation => 1008,
            CloseCode::MessageTooBig => 1009,
            CloseCode::MandatoryExt => 1010,
            CloseCode::InternalError => 1011,
            CloseCode::ServiceRestart => 1012,
            CloseCode::TryAgainLater => 1013,
            CloseCode::BadGateway => 1014,
            CloseCode::TlsHandshake => 1015,
            CloseCode::Unauthorized => 3000,
            CloseCode::Forbidden => 3003,
            CloseCode::Timeout => 3008,
            CloseCode::Unused(_) => 0,
            CloseCode::Reserved(_) => 1,
            CloseCode::Extension(_) => 2,
            CloseCode::Library(_) => 3,
            CloseCode::Application(_) => 4,
            CloseCode::Undefined(_) => 5,
        }
    }
    const fn row(code: u16) -> &'static __p::Row {
        match code {
            1000..=1003 => &ROWS[code as usize - 1000],
            1005..=1015 => &ROWS[code as usize - 1001],
            3000 => &ROWS[15],
            3003 => &ROWS[16],
            3008 => &ROWS[17],
            0..=999 => &ROWS[18],
            1004 | 1016..=1999 => &ROWS[19],
            2000..=2999 => &ROWS[20],
            3001..=3999 => &ROWS[21],
            4000..=4999 => &ROWS[22],
            5000..=65535 => &ROWS[23],
        }
    }
    static ROWS: [__p::Row; 24usize] = [
        __p::Row::new(
            "Normal Closure",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "The connection did what it was opened for and was closed normally.",
                ),
                ("zh-CN", "连接已完成任务，正常关闭。"),
            ],
        ),
        __p::Row::new(
            "Going Away",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "One side is going away: the server is shutting down, or the user has left the page.",
                ),
                ("zh-CN", "一方即将离开：服务器正在关闭，或用户已离开页面。"),
            ],
        ),
        __p::Row::new(
            "Protocol error",
            "RFC 6455 §7.4.1",
            "",
            &[
                ("en", "One side violated the WebSocket protocol."),
                ("zh-CN", "一方违反了 WebSocket 协议。"),
            ],
        ),
        __p::Row::new(
            "Unsupported Data",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "The receiver does not handle this type of message, such as binary data where only text is understood.",
                ),
                (
                    "zh-CN",
                    "接收方无法处理此类数据，例如只支持文本却收到了二进制数据。",
                ),
            ],
        ),
        __p::Row::new(
            "No Status Rcvd",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "The other side closed the connection without giving a code.",
                ),
                ("zh-CN", "对方关闭了连接，但未给出关闭码。"),
            ],
        ),
        __p::Row::new(
            "Abnormal Closure",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "The connection failed or was lost without a Close frame.",
                ),
                ("zh-CN", "连接失败或中断，未收到关闭帧。"),
            ],
        ),
        __p::Row::new(
            "Invalid frame payload data",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "A message contained data that does not match its type, such as text that is not valid UTF-8.",
                ),
                ("zh-CN", "消息内容与其类型不符，例如文本不是有效的 UTF-8。"),
            ],
        ),
        __p::Row::new(
            "Policy Violation",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "A message broke a rule of its receiver, and no more specific code fits.",
                ),
                (
                    "zh-CN",
                    "消息违反了接收方的规则，且没有更具体的关闭码可用。",
                ),
            ],
        ),
        __p::Row::new(
            "Message Too Big",
            "RFC 6455 §7.4.1",
            "",
            &[
                ("en", "A message was larger than the receiver accepts."),
                ("zh-CN", "消息过大，超出了接收方的上限。"),
            ],
        ),
        __p::Row::new(
            "Mandatory Ext.",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "The client needs extensions that the server did not accept; the reason should list them.",
                ),
                (
                    "zh-CN",
                    "服务器未接受客户端必需的扩展；关闭原因中应列出这些扩展。",
                ),
            ],
        ),
        __p::Row::new(
            "Internal Error",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "The server ran into an unexpected problem and could not continue.",
                ),
                ("zh-CN", "服务器遇到意外问题，无法继续。"),
            ],
        ),
        __p::Row::new(
            "Service Restart",
            "IANA WebSocket Close Code Number Registry",
            "",
            &[
                (
                    "en",
                    "The service is restarting; reconnect after a random delay of 5 to 30 seconds.",
                ),
                ("zh-CN", "服务正在重启，请随机等待 5 到 30 秒后重新连接。"),
            ],
        ),
        __p::Row::new(
            "Try Again Later",
            "IANA WebSocket Close Code Number Registry",
            "",
            &[
                (
                    "en",
                    "The service is overloaded; connect to another of its addresses, or reconnect when the user asks for it.",
                ),
                (
                    "zh-CN",
                    "服务过载，请改用其他地址，或在用户要求时再重新连接。",
                ),
            ],
        ),
        __p::Row::new(
            "Bad Gateway",
            "IANA WebSocket Close Code Number Registry",
            "",
            &[
                (
                    "en",
                    "A gateway or proxy received an invalid response from the upstream server.",
                ),
                ("zh-CN", "网关或代理收到了上游服务器的无效响应。"),
            ],
        ),
        __p::Row::new(
            "TLS handshake",
            "RFC 6455 §7.4.1",
            "",
            &[
                (
                    "en",
                    "The TLS handshake failed, so no secure connection was established.",
                ),
                ("zh-CN", "TLS 握手失败，无法建立安全连接。"),
            ],
        ),
        __p::Row::new(
            "Unauthorized",
            "IANA WebSocket Close Code Number Registry",
            "",
            &[
                ("en", "Credentials are missing or were not accepted."),
                ("zh-CN", "未提供凭据，或凭据未通过验证。"),
            ],
        ),
        __p::Row::new(
            "Forbidden",
            "IANA WebSocket Close Code Number Registry",
            "",
            &[
                (
                    "en",
                    "The other side is not allowed to do what it asked for.",
                ),
                ("zh-CN", "对方没有权限执行所请求的操作。"),
            ],
        ),
        __p::Row::new(
            "Timeout",
            "IANA WebSocket Close Code Number Registry",
            "",
            &[
                ("en", "The other side took too long to respond."),
                ("zh-CN", "对方响应超时。"),
            ],
        ),
        __p::Row::new(
            "Unused",
            "RFC 6455 §7.4.2",
            "",
            &[
                ("en", "Numbers below 1000 are not used as close codes."),
                ("zh-CN", "小于 1000 的数值不用作关闭码。"),
            ],
        ),
        __p::Row::new(
            "Reserved",
            "RFC 6455 §7.4.2",
            "",
            &[
                (
                    "en",
                    "A number reserved for later versions of the WebSocket standard.",
                ),
                ("zh-CN", "保留给 WebSocket 标准的后续版本使用。"),
            ],
        ),
        __p::Row::new(
            "Extension",
            "RFC 6455 §7.4.2",
            "",
            &[
                (
                    "en",
                    "A number reserved for extensions of the WebSocket protocol.",
                ),
                ("zh-CN", "保留给 WebSocket 协议的扩展使用。"),
            ],
        ),
        __p::Row::new(
            "Library",
            "RFC 6455 §7.4.2",
            "",
            &[
                (
                    "en",
                    "A code of a library, framework or application; such codes can be registered with IANA.",
                ),
                (
                    "zh-CN",
                    "由库、框架或应用程序定义的关闭码，可在 IANA 注册。",
                ),
            ],
        ),
        __p::Row::new(
            "Application",
            "RFC 6455 §7.4.2",
            "",
            &[
                (
                    "en",
                    "A private code whose meaning is agreed between an application's client and server.",
                ),
                (
                    "zh-CN",
                    "应用程序的私有关闭码，含义由客户端与服务器自行约定。",
                ),
            ],
        ),
        __p::Row::new(
            "Undefined",
            "",
            "",
            &[
                ("en", "Numbers above 4999 are not defined by any standard."),
                ("zh-CN", "没有任何标准定义大于 4999 的数值。"),
            ],
        ),
    ];
    static RANGES: [__p::CodeRange; 6usize] = [
        __p::CodeRange::__new(&ROWS[18], &[0..=999]),
        __p::CodeRange::__new(&ROWS[19], &[1004..=1004, 1016..=1999]),
        __p::CodeRange::__new(&ROWS[20], &[2000..=2999]),
        __p::CodeRange::__new(&ROWS[21], &[3000..=3999]),
        __p::CodeRange::__new(&ROWS[22], &[4000..=4999]),
        __p::CodeRange::__new(&ROWS[23], &[5000..=65535]),
    ];
    static TEXTS: [__p::Texts<'static>; 13usize] = [
        (7, "timeout", &[3008]),
        (9, "forbiddengoingaway", &[3003, 1001]),
        (10, "badgatewaygoing away", &[1014, 1001]),
        (11, "bad gateway", &[1014]),
        (
            12,
            "close_normalmandatoryextnostatusrcvdtlshandshakeunauthorized",
            &[1000, 1010, 1005, 1015, 3000],
        ),
        (
            13,
            "internalerrormessagetoobignormalclosureprotocolerrortls handshaketryagainlater",
            &[1011, 1009, 1000, 1002, 1015, 1013],
        ),
        (
            14,
            "close_abnormalinternal errormandatory ext.no status rcvdnormal closureprotocol errorservicerestart",
            &[1006, 1011, 1010, 1005, 1000, 1002, 1012],
        ),
        (
            15,
            "abnormalclosureclose_no_statusclose_too_largemessage too bigpolicyviolationservice restarttry again laterunsupporteddata",
            &[1006, 1005, 1009, 1009, 1008, 1012, 1013, 1003],
        ),
        (
            16,
            "abnormal closureclose_going_awaypolicy violationunsupported data",
            &[1006, 1001, 1008, 1003],
        ),
        (17, "close_unsupportedmissing extension", &[1003, 1010]),
        (20, "close_protocol_error", &[1002]),
        (23, "invalidframepayloaddata", &[1007]),
        (26, "invalid frame payload data", &[1007]),
    ];
    impl CloseCode {
        #[doc(hidden)]
        pub const __ROWS: &'static [__p::Row; 24usize] = &ROWS;
        /// Every named code, by number.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// for code in CloseCode::NAMED {
        ///    assert!(code.is_named());
        /// }
        /// ```
        pub const NAMED: &'static [Self] = &[
            Self::NormalClosure,
            Self::GoingAway,
            Self::ProtocolError,
            Self::UnsupportedData,
            Self::NoStatusRcvd,
            Self::AbnormalClosure,
            Self::InvalidFramePayloadData,
            Self::PolicyViolation,
            Self::MessageTooBig,
            Self::MandatoryExt,
            Self::InternalError,
            Self::ServiceRestart,
            Self::TryAgainLater,
            Self::BadGateway,
            Self::TlsHandshake,
            Self::Unauthorized,
            Self::Forbidden,
            Self::Timeout,
        ];
        /// Every custom code, by number: those that this table, or a custom table that it extends, names. Standard codes are not included.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// for code in CloseCode::CUSTOM {
        ///    assert!(code.is_custom());
        /// }
        /// ```
        pub const CUSTOM: &'static [Self] = &[];
        /// Every range, by its first code; an enclosing range comes before the ranges inside it.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// for range in CloseCode::RANGES {
        ///    assert!(range.contains(range.first()));
        /// }
        /// ```
        pub const RANGES: &'static [__p::CodeRange] = &RANGES;
        /// The languages of the descriptions (BCP 47), that of `description()` first.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::LANGUAGES[0], "en");
        /// ```
        pub const LANGUAGES: &'static [&'static str] = &["en", "zh-CN"];
        /// An alias of [`NormalClosure`](Self::NormalClosure), 1000.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::CLOSE_NORMAL, CloseCode::NormalClosure);
        /// ```
        pub const CLOSE_NORMAL: Self = Self::NormalClosure;
        /// An alias of [`GoingAway`](Self::GoingAway), 1001.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::CLOSE_GOING_AWAY, CloseCode::GoingAway);
        /// ```
        pub const CLOSE_GOING_AWAY: Self = Self::GoingAway;
        /// An alias of [`ProtocolError`](Self::ProtocolError), 1002.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::CLOSE_PROTOCOL_ERROR, CloseCode::ProtocolError);
        /// ```
        pub const CLOSE_PROTOCOL_ERROR: Self = Self::ProtocolError;
        /// An alias of [`UnsupportedData`](Self::UnsupportedData), 1003.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::CLOSE_UNSUPPORTED, CloseCode::UnsupportedData);
        /// ```
        pub const CLOSE_UNSUPPORTED: Self = Self::UnsupportedData;
        /// An alias of [`NoStatusRcvd`](Self::NoStatusRcvd), 1005.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::CLOSE_NO_STATUS, CloseCode::NoStatusRcvd);
        /// ```
        pub const CLOSE_NO_STATUS: Self = Self::NoStatusRcvd;
        /// An alias of [`AbnormalClosure`](Self::AbnormalClosure), 1006.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::CLOSE_ABNORMAL, CloseCode::AbnormalClosure);
        /// ```
        pub const CLOSE_ABNORMAL: Self = Self::AbnormalClosure;
        /// An alias of [`MessageTooBig`](Self::MessageTooBig), 1009.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::CLOSE_TOO_LARGE, CloseCode::MessageTooBig);
        /// ```
        pub const CLOSE_TOO_LARGE: Self = Self::MessageTooBig;
        /// Returns the code with this number. Total and lossless: `from_u16(n).as_u16() == n`.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// for number in 0..=u16::MAX {
        ///    assert_eq!(CloseCode::from_u16(number).as_u16(), number);
        /// }
        /// ```
        #[inline]
        #[must_use]
        pub const fn from_u16(code: u16) -> Self {
            match code {
                1000 => Self::NormalClosure,
                1001 => Self::GoingAway,
                1002 => Self::ProtocolError,
                1003 => Self::UnsupportedData,
                1005 => Self::NoStatusRcvd,
                1006 => Self::AbnormalClosure,
                1007 => Self::InvalidFramePayloadData,
                1008 => Self::PolicyViolation,
                1009 => Self::MessageTooBig,
                1010 => Self::MandatoryExt,
                1011 => Self::InternalError,
                1012 => Self::ServiceRestart,
                1013 => Self::TryAgainLater,
                1014 => Self::BadGateway,
                1015 => Self::TlsHandshake,
                3000 => Self::Unauthorized,
                3003 => Self::Forbidden,
                3008 => Self::Timeout,
                0..=999 => Self::Unused(__p::Unnamed::__new(code, KEY)),
                1004 | 1016..=1999 => Self::Reserved(__p::Unnamed::__new(code, KEY)),
                2000..=2999 => Self::Extension(__p::Unnamed::__new(code, KEY)),
                3001..=3999 => Self::Library(__p::Unnamed::__new(code, KEY)),
                4000..=4999 => Self::Application(__p::Unnamed::__new(code, KEY)),
                5000..=65535 => Self::Undefined(__p::Unnamed::__new(code, KEY)),
            }
        }
        /// The number, as in the first two bytes of a Close frame's payload (RFC 6455 §5.5.1).
        ///
        /// Unlike `u16::from`, it can be used in constants.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::from_u16(4000).as_u16(), 4000);
        /// ```
        #[inline]
        #[must_use]
        pub const fn as_u16(self) -> u16 {
            match self {
                Self::Unused(unnamed) => unnamed.as_u16(),
                Self::Reserved(unnamed) => unnamed.as_u16(),
                Self::Extension(unnamed) => unnamed.as_u16(),
                Self::Library(unnamed) => unnamed.as_u16(),
                Self::Application(unnamed) => unnamed.as_u16(),
                Self::Undefined(unnamed) => unnamed.as_u16(),
                named => tag(named),
            }
        }
        /// Whether the code has its own name, not just that of its range.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(CloseCode::NAMED[0].is_named());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_named(self) -> bool {
            !__p::matches!(tag(self), 0..=5)
        }
        /// Whether the code is one of [`CUSTOM`](Self::CUSTOM): named by a custom table, not by the standard one.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(!CloseCode::from_u16(1001).is_custom());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_custom(self) -> bool {
            false
        }
        /// The innermost range that contains the code; `None` for the codes of the protocol itself.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::from_u16(5000).range(), Some(CloseCode::UNDEFINED));
        /// ```
        #[inline]
        #[must_use]
        pub const fn range(self) -> __p::Option<&'static __p::CodeRange> {
            match self.as_u16() {
                0..=999 => __p::Some(Self::UNUSED),
                1004 | 1016..=1999 => __p::Some(Self::RESERVED),
                2000..=2999 => __p::Some(Self::EXTENSION),
                3000..=3999 => __p::Some(Self::LIBRARY),
                4000..=4999 => __p::Some(Self::APPLICATION),
                5000..=65535 => __p::Some(Self::UNDEFINED),
                _ => __p::None,
            }
        }
        /// The range Unused, 0–999.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::UNUSED.first(), 0);
        /// assert!(CloseCode::UNUSED.contains(0));
        /// ```
        pub const UNUSED: &'static __p::CodeRange = &RANGES[0];
        /// Whether the code is one of 0–999 (Unused), with or without a name.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(CloseCode::from_u16(0).is_unused());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_unused(self) -> bool {
            __p::matches!(self.as_u16(), 0..=999)
        }
        /// The range Reserved, 1004, 1016–1999.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::RESERVED.first(), 1004);
        /// assert!(CloseCode::RESERVED.contains(1004));
        /// ```
        pub const RESERVED: &'static __p::CodeRange = &RANGES[1];
        /// Whether the code is one of 1004, 1016–1999 (Reserved), with or without a name.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(CloseCode::from_u16(1004).is_reserved());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_reserved(self) -> bool {
            __p::matches!(self.as_u16(), 1004 | 1016..=1999)
        }
        /// The range Extension, 2000–2999.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::EXTENSION.first(), 2000);
        /// assert!(CloseCode::EXTENSION.contains(2000));
        /// ```
        pub const EXTENSION: &'static __p::CodeRange = &RANGES[2];
        /// Whether the code is one of 2000–2999 (Extension), with or without a name.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(CloseCode::from_u16(2000).is_extension());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_extension(self) -> bool {
            __p::matches!(self.as_u16(), 2000..=2999)
        }
        /// The range Library, 3000–3999.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::LIBRARY.first(), 3000);
        /// assert!(CloseCode::LIBRARY.contains(3000));
        /// ```
        pub const LIBRARY: &'static __p::CodeRange = &RANGES[3];
        /// Whether the code is one of 3000–3999 (Library), with or without a name.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(CloseCode::from_u16(3000).is_library());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_library(self) -> bool {
            __p::matches!(self.as_u16(), 3000..=3999)
        }
        /// The range Application, 4000–4999.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::APPLICATION.first(), 4000);
        /// assert!(CloseCode::APPLICATION.contains(4000));
        /// ```
        pub const APPLICATION: &'static __p::CodeRange = &RANGES[4];
        /// Whether the code is one of 4000–4999 (Application), with or without a name.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(CloseCode::from_u16(4000).is_application());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_application(self) -> bool {
            __p::matches!(self.as_u16(), 4000..=4999)
        }
        /// The range Undefined, 5000–65535.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::UNDEFINED.first(), 5000);
        /// assert!(CloseCode::UNDEFINED.contains(5000));
        /// ```
        pub const UNDEFINED: &'static __p::CodeRange = &RANGES[5];
        /// Whether the code is one of 5000–65535 (Undefined), with or without a name.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert!(CloseCode::from_u16(5000).is_undefined());
        /// ```
        #[inline]
        #[must_use]
        pub const fn is_undefined(self) -> bool {
            __p::matches!(self.as_u16(), 5000..=65535)
        }
        /// Which side of the connection may send the code in a Close frame (RFC 6455 §7.4). A code that nobody may send is reported by the local endpoint, or not in use.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::from_u16(1000).sender().as_str(), "either");
        /// ```
        #[inline]
        #[must_use]
        pub const fn sender(self) -> Sender {
            match tag(self) {
                0 | 1 | 2 | 5 | 1005 | 1006 | 1015 => Sender::Nobody,
                1010 => Sender::Client,
                1011 | 1012 | 1013 | 1014 => Sender::Server,
                _ => Sender::Either,
            }
        }
        /// What a client should do after the connection has been closed with the code. immediately: connect again at once; backoff: connect again after a random delay that grows with every failure (RFC 6455 §7.2.3); resume: connect again and continue the same session; after\_change: connect again after a change of credentials, request or version, or when the user decides; never: do not connect again; unspecified: the client decides.
        ///
        /// # Examples
        ///
        /// ```
        /// use close_codes::CloseCode;
        ///
        /// assert_eq!(CloseCode::from_u16(1000).reconnect().as_str(), "never");
        /// ```
        #[inline]
        #[must_use]
        pub const fn reconnect(self) -> Reconnect {
            match tag(self) {
                0 | 1 | 2 | 3 | 4 | 5 => Reconnect::Unspecified,
                1000 => Reconnect::Never,
                1002 | 1003 | 1007 | 1008 | 1009 | 1010 | 3000 | 3003 => Reconnect::AfterChange,
                _ => Reconnect::Backoff,
            }
        }
    }
    __p::impl_code! {
        CloseCode : #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc = " ```"] #[doc
        = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert_eq!(CloseCode::NormalClosure.name(), \"Normal Closure\");"] #[doc =
        " ```"] name, #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc = " ```"]
        #[doc = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert_eq!(CloseCode::NormalClosure.description(), \"The connection did what it was opened for and was closed normally.\");"]
        #[doc = " ```"] description, #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc
        = " ```"] #[doc = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert_eq!(CloseCode::NormalClosure.description_in(\"zh-CN-x-private\"), \"连接已完成任务，正常关闭。\");"]
        #[doc = " ```"] description_in, #[doc = ""] #[doc = " # Examples"] #[doc = ""]
        #[doc = " ```"] #[doc = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert_eq!(CloseCode::NormalClosure.reason(), \"\");"] #[doc = " ```"] reason,
        #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc = " ```"] #[doc =
        " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert_eq!(CloseCode::from_u16(4000).to_frame().unwrap().code(), Some(CloseCode::from_u16(4000)));"]
        #[doc = " assert_eq!(CloseCode::from_u16(1006).to_frame(), None);"] #[doc =
        " ```"] to_frame, #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc = " ```"]
        #[doc = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert_eq!(CloseCode::NormalClosure.reference(), Some(\"RFC 6455 §7.4.1\"));"]
        #[doc = " ```"] reference, #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc =
        " ```"] #[doc = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert!(CloseCode::from_u16(1000).is_sendable());"] #[doc =
        " assert!(!CloseCode::from_u16(1006).is_sendable());"] #[doc = " ```"]
        is_sendable, #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc = " ```"] #[doc
        = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert!(CloseCode::from_u16(4000).is_browser_sendable());"] #[doc =
        " assert!(!CloseCode::from_u16(1001).is_browser_sendable());"] #[doc = " ```"]
        is_browser_sendable, #[doc = ""] #[doc = " # Examples"] #[doc = ""] #[doc =
        " ```"] #[doc = " use close_codes::CloseCode;"] #[doc = ""] #[doc =
        " assert_eq!(CloseCode::custom(1001), None);"] #[doc = " ```"] custom
    }
    static _PROMISES: () = {
        let mut at = 0;
        while at < CloseCode::NAMED.len() {
            let number = CloseCode::NAMED[at].as_u16();
            let code = CloseCode::from_u16(number);
            __p::assert!(code.as_u16() == number, "a number does not come back");
            __p::assert!(code.is_named(), "a named number has only a range");
            at += 1;
        }
        __p::assert!(
            __p::matches!(CloseCode::from_u16(0), CloseCode::Unused(_)),
            "0 is in the range Unused"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(999), CloseCode::Unused(_)),
            "999 is in the range Unused"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(1004), CloseCode::Reserved(_)),
            "1004 is in the range Reserved"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(1999), CloseCode::Reserved(_)),
            "1999 is in the range Reserved"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(2000), CloseCode::Extension(_)),
            "2000 is in the range Extension"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(2999), CloseCode::Extension(_)),
            "2999 is in the range Extension"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(3001), CloseCode::Library(_)),
            "3001 is in the range Library"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(3999), CloseCode::Library(_)),
            "3999 is in the range Library"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(4000), CloseCode::Application(_)),
            "4000 is in the range Application"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(4999), CloseCode::Application(_)),
            "4999 is in the range Application"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(5000), CloseCode::Undefined(_)),
            "5000 is in the range Undefined"
        );
        __p::assert!(
            __p::matches!(CloseCode::from_u16(65535), CloseCode::Undefined(_)),
            "65535 is in the range Undefined"
        );
    };
};
