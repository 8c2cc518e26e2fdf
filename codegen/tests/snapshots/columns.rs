#![deny(warnings)]
//! What `columns.toml` expands to.
#[cfg(test)]
/// The codes of `columns.toml`.
/**

**Example Gateway**. Codes with a column of every type. Source: <https://gateway.example/close-codes>, checked 2026-11-25.

| Code | Variant | Meaning |
|---|---|---|
| 1000 | [`NormalClosure`](Self::NormalClosure) | The connection did what it was opened for and was closed normally. |
| 1001 | [`GoingAway`](Self::GoingAway) | One side is going away: the server is shutting down, or the user has left the page. |
| 1002 | [`ProtocolError`](Self::ProtocolError) | One side violated the WebSocket protocol. |
| 1003 | [`UnsupportedData`](Self::UnsupportedData) | The receiver does not handle this type of message, such as binary data where only text is understood. |
| 1005 | [`NoStatusRcvd`](Self::NoStatusRcvd) | The other side closed the connection without giving a code. |
| 1006 | [`AbnormalClosure`](Self::AbnormalClosure) | The connection failed or was lost without a Close frame. |
| 1007 | [`InvalidFramePayloadData`](Self::InvalidFramePayloadData) | A message contained data that does not match its type, such as text that is not valid UTF-8. |
| 1008 | [`PolicyViolation`](Self::PolicyViolation) | A message broke a rule of its receiver, and no more specific code fits. |
| 1009 | [`MessageTooBig`](Self::MessageTooBig) | A message was larger than the receiver accepts. |
| 1010 | [`MandatoryExt`](Self::MandatoryExt) | The client needs extensions that the server did not accept; the reason should list them. |
| 1011 | [`InternalError`](Self::InternalError) | The server ran into an unexpected problem and could not continue. |
| 1012 | [`ServiceRestart`](Self::ServiceRestart) | The service is restarting; reconnect after a random delay of 5 to 30 seconds. |
| 1013 | [`TryAgainLater`](Self::TryAgainLater) | The service is overloaded; connect to another of its addresses, or reconnect when the user asks for it. |
| 1014 | [`BadGateway`](Self::BadGateway) | A gateway or proxy received an invalid response from the upstream server. |
| 1015 | [`TlsHandshake`](Self::TlsHandshake) | The TLS handshake failed, so no secure connection was established. |
| 3000 | [`Unauthorized`](Self::Unauthorized) | Credentials are missing or were not accepted. |
| 3003 | [`Forbidden`](Self::Forbidden) | The other side is not allowed to do what it asked for. |
| 3008 | [`Timeout`](Self::Timeout) | The other side took too long to respond. |
| 4000 | [`UnknownChannel`](Self::UnknownChannel) | There is no channel of this name. |
| 4001 | [`Smallest`](Self::Smallest) | The lower edge of every column. |
| 4002 | [`Largest`](Self::Largest) | The upper edge of every column. |

| Codes | Range | Meaning |
|---|---|---|
| 0–999 | [Unused](Self::UNUSED) | Numbers below 1000 are not used as close codes. |
| 1004, 1016–1999 | [Reserved](Self::RESERVED) | A number reserved for later versions of the WebSocket standard. |
| 2000–2999 | [Extension](Self::EXTENSION) | A number reserved for extensions of the WebSocket protocol. |
| 3000–3999 | [Library](Self::LIBRARY) | A code of a library, framework or application; such codes can be registered with IANA. |
| 4000–4999 | [Application](Self::APPLICATION) | A private code whose meaning is agreed between an application\'s client and server. |
| 5000–65535 | [Undefined](Self::UNDEFINED) | Numbers above 4999 are not defined by any standard. |

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000), Columns::NormalClosure);
assert_eq!(Columns::NormalClosure.to_string(), "1000 Normal Closure");
```
*/
#[derive(::close_codes::__private::Debug, ::close_codes::__private::PartialEq)]
#[repr(u16)]
pub enum Columns {
    /**1000 Normal Closure: The connection did what it was opened for and was closed normally.

* zh-CN: 连接已完成任务，正常关闭。
* `sender`: either
* `reconnect`: never
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: CLOSE\_NORMAL

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1000);
assert_eq!(code, Columns::NormalClosure);
assert_eq!(code.name(), "Normal Closure");
assert_eq!("NormalClosure".parse(), Ok(code));
```
*/
    NormalClosure = 1000,
    /**1001 Going Away: One side is going away: the server is shutting down, or the user has left the page.

* zh-CN: 一方即将离开：服务器正在关闭，或用户已离开页面。
* `sender`: either
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: CLOSE\_GOING\_AWAY

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1001);
assert_eq!(code, Columns::GoingAway);
assert_eq!(code.name(), "Going Away");
assert_eq!("GoingAway".parse(), Ok(code));
```
*/
    GoingAway,
    /**1002 Protocol error: One side violated the WebSocket protocol.

* zh-CN: 一方违反了 WebSocket 协议。
* `sender`: either
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: CLOSE\_PROTOCOL\_ERROR

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1002);
assert_eq!(code, Columns::ProtocolError);
assert_eq!(code.name(), "Protocol error");
assert_eq!("ProtocolError".parse(), Ok(code));
```
*/
    ProtocolError,
    /**1003 Unsupported Data: The receiver does not handle this type of message, such as binary data where only text is understood.

* zh-CN: 接收方无法处理此类数据，例如只支持文本却收到了二进制数据。
* `sender`: either
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: CLOSE\_UNSUPPORTED

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1003);
assert_eq!(code, Columns::UnsupportedData);
assert_eq!(code.name(), "Unsupported Data");
assert_eq!("UnsupportedData".parse(), Ok(code));
```
*/
    UnsupportedData,
    /**1005 No Status Rcvd: The other side closed the connection without giving a code.

* zh-CN: 对方关闭了连接，但未给出关闭码。
* `sender`: nobody
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: CLOSE\_NO\_STATUS

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1005);
assert_eq!(code, Columns::NoStatusRcvd);
assert_eq!(code.name(), "No Status Rcvd");
assert_eq!("NoStatusRcvd".parse(), Ok(code));
```
*/
    NoStatusRcvd = 1005,
    /**1006 Abnormal Closure: The connection failed or was lost without a Close frame.

* zh-CN: 连接失败或中断，未收到关闭帧。
* `sender`: nobody
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: CLOSE\_ABNORMAL

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1006);
assert_eq!(code, Columns::AbnormalClosure);
assert_eq!(code.name(), "Abnormal Closure");
assert_eq!("AbnormalClosure".parse(), Ok(code));
```
*/
    AbnormalClosure,
    /**1007 Invalid frame payload data: A message contained data that does not match its type, such as text that is not valid UTF-8.

* zh-CN: 消息内容与其类型不符，例如文本不是有效的 UTF-8。
* `sender`: either
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1007);
assert_eq!(code, Columns::InvalidFramePayloadData);
assert_eq!(code.name(), "Invalid frame payload data");
assert_eq!("InvalidFramePayloadData".parse(), Ok(code));
```
*/
    InvalidFramePayloadData,
    /**1008 Policy Violation: A message broke a rule of its receiver, and no more specific code fits.

* zh-CN: 消息违反了接收方的规则，且没有更具体的关闭码可用。
* `sender`: either
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1008);
assert_eq!(code, Columns::PolicyViolation);
assert_eq!(code.name(), "Policy Violation");
assert_eq!("PolicyViolation".parse(), Ok(code));
```
*/
    PolicyViolation,
    /**1009 Message Too Big: A message was larger than the receiver accepts.

* zh-CN: 消息过大，超出了接收方的上限。
* `sender`: either
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: CLOSE\_TOO\_LARGE

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1009);
assert_eq!(code, Columns::MessageTooBig);
assert_eq!(code.name(), "Message Too Big");
assert_eq!("MessageTooBig".parse(), Ok(code));
```
*/
    MessageTooBig,
    /**1010 Mandatory Ext.: The client needs extensions that the server did not accept; the reason should list them.

* zh-CN: 服务器未接受客户端必需的扩展；关闭原因中应列出这些扩展。
* `sender`: client
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1
* aliases: Missing Extension

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1010);
assert_eq!(code, Columns::MandatoryExt);
assert_eq!(code.name(), "Mandatory Ext.");
assert_eq!("MandatoryExt".parse(), Ok(code));
```
*/
    MandatoryExt,
    /**1011 Internal Error: The server ran into an unexpected problem and could not continue.

* zh-CN: 服务器遇到意外问题，无法继续。
* `sender`: server
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1011);
assert_eq!(code, Columns::InternalError);
assert_eq!(code.name(), "Internal Error");
assert_eq!("InternalError".parse(), Ok(code));
```
*/
    InternalError,
    /**1012 Service Restart: The service is restarting; reconnect after a random delay of 5 to 30 seconds.

* zh-CN: 服务正在重启，请随机等待 5 到 30 秒后重新连接。
* `sender`: server
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: IANA WebSocket Close Code Number Registry

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1012);
assert_eq!(code, Columns::ServiceRestart);
assert_eq!(code.name(), "Service Restart");
assert_eq!("ServiceRestart".parse(), Ok(code));
```
*/
    ServiceRestart,
    /**1013 Try Again Later: The service is overloaded; connect to another of its addresses, or reconnect when the user asks for it.

* zh-CN: 服务过载，请改用其他地址，或在用户要求时再重新连接。
* `sender`: server
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: IANA WebSocket Close Code Number Registry

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1013);
assert_eq!(code, Columns::TryAgainLater);
assert_eq!(code.name(), "Try Again Later");
assert_eq!("TryAgainLater".parse(), Ok(code));
```
*/
    TryAgainLater,
    /**1014 Bad Gateway: A gateway or proxy received an invalid response from the upstream server.

* zh-CN: 网关或代理收到了上游服务器的无效响应。
* `sender`: server
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: IANA WebSocket Close Code Number Registry

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1014);
assert_eq!(code, Columns::BadGateway);
assert_eq!(code.name(), "Bad Gateway");
assert_eq!("BadGateway".parse(), Ok(code));
```
*/
    BadGateway,
    /**1015 TLS handshake: The TLS handshake failed, so no secure connection was established.

* zh-CN: TLS 握手失败，无法建立安全连接。
* `sender`: nobody
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.1

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1015);
assert_eq!(code, Columns::TlsHandshake);
assert_eq!(code.name(), "TLS handshake");
assert_eq!("TlsHandshake".parse(), Ok(code));
```
*/
    TlsHandshake,
    /**3000 Unauthorized: Credentials are missing or were not accepted.

* zh-CN: 未提供凭据，或凭据未通过验证。
* `sender`: either
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: IANA WebSocket Close Code Number Registry

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(3000);
assert_eq!(code, Columns::Unauthorized);
assert_eq!(code.name(), "Unauthorized");
assert_eq!("Unauthorized".parse(), Ok(code));
```
*/
    Unauthorized = 3000,
    /**3003 Forbidden: The other side is not allowed to do what it asked for.

* zh-CN: 对方没有权限执行所请求的操作。
* `sender`: either
* `reconnect`: after\_change
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: IANA WebSocket Close Code Number Registry

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(3003);
assert_eq!(code, Columns::Forbidden);
assert_eq!(code.name(), "Forbidden");
assert_eq!("Forbidden".parse(), Ok(code));
```
*/
    Forbidden = 3003,
    /**3008 Timeout: The other side took too long to respond.

* zh-CN: 对方响应超时。
* `sender`: either
* `reconnect`: backoff
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: IANA WebSocket Close Code Number Registry

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(3008);
assert_eq!(code, Columns::Timeout);
assert_eq!(code.name(), "Timeout");
assert_eq!("Timeout".parse(), Ok(code));
```
*/
    Timeout = 3008,
    /**4000 Unknown Channel: There is no channel of this name.

* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: 404
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: not-found
* `action`: none

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(4000);
assert_eq!(code, Columns::UnknownChannel);
assert_eq!(code.name(), "Unknown Channel");
assert_eq!("UnknownChannel".parse(), Ok(code));
```
*/
    UnknownChannel = 4000,
    /**4001 Smallest: The lower edge of every column.

* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: false
* `severity`: 0
* `http_status`: 0
* `delay_ms`: 0
* `quota_bytes`: 0
* `score`: -9223372036854775808
* `team`: \"\"
* `ticket`: \"\"
* `is_billed`: false
* `kind`: protocol
* `action`: page

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(4001);
assert_eq!(code, Columns::Smallest);
assert_eq!(code.name(), "Smallest");
assert_eq!("Smallest".parse(), Ok(code));
```
*/
    Smallest,
    /**4002 Largest: The upper edge of every column.

* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 255
* `http_status`: 65535
* `delay_ms`: 4294967295
* `quota_bytes`: 18446744073709551615
* `score`: 9223372036854775807
* `team`: \"a \"quoted\" text with \\ and {braces}, längs und quer, 🌊\"
* `ticket`: \"https:/\/example.org/tickets?code=4002\&sort=asc\"
* `is_billed`: true
* `kind`: rate limit
* `action`: log

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(4002);
assert_eq!(code, Columns::Largest);
assert_eq!(code.name(), "Largest");
assert_eq!("Largest".parse(), Ok(code));
```
*/
    Largest,
    /**A code of 0–999 without a name. Numbers below 1000 are not used as close codes.

* zh-CN: 小于 1000 的数值不用作关闭码。
* `sender`: nobody
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.2

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(0);
assert!(matches!(code, Columns::Unused(unnamed) if unnamed.as_u16() == 0));
assert!(!code.is_named());
```
*/
    Unused(::close_codes::Unnamed<Self, 0>) = 0,
    /**A code of 1004, 1016–1999 without a name. A number reserved for later versions of the WebSocket standard.

* zh-CN: 保留给 WebSocket 标准的后续版本使用。
* `sender`: nobody
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.2

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(1004);
assert!(matches!(code, Columns::Reserved(unnamed) if unnamed.as_u16() == 1004));
assert!(!code.is_named());
```
*/
    Reserved(::close_codes::Unnamed<Self, 1004>),
    /**A code of 2000–2999 without a name. A number reserved for extensions of the WebSocket protocol.

* zh-CN: 保留给 WebSocket 协议的扩展使用。
* `sender`: nobody
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.2

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(2000);
assert!(matches!(code, Columns::Extension(unnamed) if unnamed.as_u16() == 2000));
assert!(!code.is_named());
```
*/
    Extension(::close_codes::Unnamed<Self, 2000>),
    /**A code of 3000–3999 without a name. A code of a library, framework or application; such codes can be registered with IANA.

* zh-CN: 由库、框架或应用程序定义的关闭码，可在 IANA 注册。
* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.2

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(3001);
assert!(matches!(code, Columns::Library(unnamed) if unnamed.as_u16() == 3001));
assert!(!code.is_named());
```
*/
    Library(::close_codes::Unnamed<Self, 3001>),
    /**A code of 4000–4999 without a name. A private code whose meaning is agreed between an application\'s client and server.

* zh-CN: 应用程序的私有关闭码，含义由客户端与服务器自行约定。
* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none
* reference: RFC 6455 §7.4.2

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(4003);
assert!(matches!(code, Columns::Application(unnamed) if unnamed.as_u16() == 4003));
assert!(!code.is_named());
```
*/
    Application(::close_codes::Unnamed<Self, 4003>),
    /**A code of 5000–65535 without a name. Numbers above 4999 are not defined by any standard.

* zh-CN: 没有任何标准定义大于 4999 的数值。
* `sender`: nobody
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: none
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: protocol
* `action`: none

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(5000);
assert!(matches!(code, Columns::Undefined(unnamed) if unnamed.as_u16() == 5000));
assert!(!code.is_named());
```
*/
    Undefined(::close_codes::Unnamed<Self, 5000>),
}
#[cfg(test)]
/**A value of the column `kind` of `Columns`. What went wrong.

# Examples

```
use my_crate::ColumnsKind;

assert_eq!("protocol".parse(), Ok(ColumnsKind::Protocol));
assert_eq!(ColumnsKind::Protocol.to_string(), "protocol");
```*/
#[derive(
    ::close_codes::__private::Clone,
    ::close_codes::__private::Copy,
    ::close_codes::__private::Debug,
    ::close_codes::__private::PartialEq,
    ::close_codes::__private::Eq,
    ::close_codes::__private::PartialOrd,
    ::close_codes::__private::Ord,
    ::close_codes::__private::Hash,
)]
pub enum ColumnsKind {
    ///`protocol`
    Protocol,
    ///`rate limit`
    RateLimit,
    ///`not-found`
    NotFound,
}
#[cfg(test)]
const _: () = {
    use ::close_codes::__private as __p;
    use __p::primitive::*;
    __p::impl_value! {
        ColumnsKind : Protocol = "protocol", RateLimit = "rate limit", NotFound =
        "not-found"; #[doc =
        "\n# Examples\n\n```\nuse my_crate::ColumnsKind;\n\nassert_eq!(ColumnsKind::ALL.len(), 3);\n```\n"]
        ALL, #[doc =
        "\n# Examples\n\n```\nuse my_crate::ColumnsKind;\n\nassert_eq!(ColumnsKind::Protocol.as_str(), \"protocol\");\n```\n"]
        as_str
    }
};
#[cfg(test)]
/**A value of the column `action` of `Columns`. What the server does.

# Examples

```
use my_crate::ColumnsAction;

assert_eq!("page".parse(), Ok(ColumnsAction::Page));
assert_eq!(ColumnsAction::Page.to_string(), "page");
```*/
#[derive(
    ::close_codes::__private::Clone,
    ::close_codes::__private::Copy,
    ::close_codes::__private::Debug,
    ::close_codes::__private::PartialEq,
    ::close_codes::__private::Eq,
    ::close_codes::__private::PartialOrd,
    ::close_codes::__private::Ord,
    ::close_codes::__private::Hash,
)]
pub enum ColumnsAction {
    ///`page`
    Page,
    ///`log`
    Log,
}
#[cfg(test)]
const _: () = {
    use ::close_codes::__private as __p;
    use __p::primitive::*;
    __p::impl_value! {
        ColumnsAction : Page = "page", Log = "log"; #[doc =
        "\n# Examples\n\n```\nuse my_crate::ColumnsAction;\n\nassert_eq!(ColumnsAction::ALL.len(), 2);\n```\n"]
        ALL, #[doc =
        "\n# Examples\n\n```\nuse my_crate::ColumnsAction;\n\nassert_eq!(ColumnsAction::Page.as_str(), \"page\");\n```\n"]
        as_str
    }
};
#[cfg(test)]
///The custom codes of [`Columns`], without the standard ones. `as u16` gives the number in a Close frame.
#[repr(u16)]
#[derive(
    ::close_codes::__private::Clone,
    ::close_codes::__private::Copy,
    ::close_codes::__private::Debug,
    ::close_codes::__private::PartialEq,
    ::close_codes::__private::Eq,
    ::close_codes::__private::PartialOrd,
    ::close_codes::__private::Ord,
    ::close_codes::__private::Hash,
)]
pub enum ColumnsCode {
    /**4000 Unknown Channel: There is no channel of this name.

* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 3
* `http_status`: 404
* `delay_ms`: 0
* `quota_bytes`: none
* `score`: -1
* `team`: \"gateway\"
* `ticket`: none
* `is_billed`: none
* `kind`: not-found
* `action`: none

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(4000);
assert_eq!(code, Columns::UnknownChannel);
assert_eq!(code.name(), "Unknown Channel");
assert_eq!("UnknownChannel".parse(), Ok(code));
```
*/
    UnknownChannel = 4000,
    /**4001 Smallest: The lower edge of every column.

* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: false
* `severity`: 0
* `http_status`: 0
* `delay_ms`: 0
* `quota_bytes`: 0
* `score`: -9223372036854775808
* `team`: \"\"
* `ticket`: \"\"
* `is_billed`: false
* `kind`: protocol
* `action`: page

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(4001);
assert_eq!(code, Columns::Smallest);
assert_eq!(code.name(), "Smallest");
assert_eq!("Smallest".parse(), Ok(code));
```
*/
    Smallest,
    /**4002 Largest: The upper edge of every column.

* `sender`: either
* `reconnect`: unspecified
* `is_retryable`: true
* `severity`: 255
* `http_status`: 65535
* `delay_ms`: 4294967295
* `quota_bytes`: 18446744073709551615
* `score`: 9223372036854775807
* `team`: \"a \"quoted\" text with \\ and {braces}, längs und quer, 🌊\"
* `ticket`: \"https:/\/example.org/tickets?code=4002\&sort=asc\"
* `is_billed`: true
* `kind`: rate limit
* `action`: log

# Examples

```
use my_crate::Columns;

let code = Columns::from_u16(4002);
assert_eq!(code, Columns::Largest);
assert_eq!(code.name(), "Largest");
assert_eq!("Largest".parse(), Ok(code));
```
*/
    Largest,
}
#[cfg(test)]
const _: () = {
    use ::close_codes::__private as __p;
    use __p::primitive::*;
    __p::impl_custom! {
        ColumnsCode of Columns : UnknownChannel, Smallest, Largest
    }
};
#[cfg(test)]
const _: () = {
    use ::close_codes::__private as __p;
    use __p::primitive::*;
    #[inline]
    const fn tag(code: Columns) -> u16 {
        match code {
            Columns::NormalClosure => 1000,
            Columns::GoingAway => 1001,
            Columns::ProtocolError => 1002,
            Columns::UnsupportedData => 1003,
            Columns::NoStatusRcvd => 1005,
            Columns::AbnormalClosure => 1006,
            Columns::InvalidFramePayloadData => 1007,
            Columns::PolicyViolation => 1008,
            Columns::MessageTooBig => 1009,
            Columns::MandatoryExt => 1010,
            Columns::InternalError => 1011,
            Columns::ServiceRestart => 1012,
            Columns::TryAgainLater => 1013,
            Columns::BadGateway => 1014,
            Columns::TlsHandshake => 1015,
            Columns::Unauthorized => 3000,
            Columns::Forbidden => 3003,
            Columns::Timeout => 3008,
            Columns::UnknownChannel => 4000,
            Columns::Smallest => 4001,
            Columns::Largest => 4002,
            Columns::Unused(_) => 0,
            Columns::Reserved(_) => 1,
            Columns::Extension(_) => 2,
            Columns::Library(_) => 3,
            Columns::Application(_) => 4,
            Columns::Undefined(_) => 5,
        }
    }
    const fn row(code: u16) -> &'static __p::Row {
        match code {
            1000..=1003 => &__p::CloseCode::__ROWS[code as usize - 1000],
            1005..=1015 => &__p::CloseCode::__ROWS[code as usize - 1001],
            3000 => &__p::CloseCode::__ROWS[15],
            3003 => &__p::CloseCode::__ROWS[16],
            3008 => &__p::CloseCode::__ROWS[17],
            4000..=4002 => &ROWS[code as usize - 4000],
            0..=999 => &__p::CloseCode::__ROWS[18],
            1004 | 1016..=1999 => &__p::CloseCode::__ROWS[19],
            2000..=2999 => &__p::CloseCode::__ROWS[20],
            3001..=3999 => &__p::CloseCode::__ROWS[21],
            4003..=4999 => &__p::CloseCode::__ROWS[22],
            5000..=65535 => &__p::CloseCode::__ROWS[23],
        }
    }
    static ROWS: [__p::Row; 3usize] = [
        __p::Row::new(
            "Unknown Channel",
            "",
            "",
            &[("en", "There is no channel of this name.")],
        ),
        __p::Row::new("Smallest", "", "", &[("en", "The lower edge of every column.")]),
        __p::Row::new("Largest", "", "", &[("en", "The upper edge of every column.")]),
    ];
    static RANGES: [__p::CodeRange; 6usize] = [
        __p::CodeRange::__new(&__p::CloseCode::__ROWS[18], &[0..=999]),
        __p::CodeRange::__new(&__p::CloseCode::__ROWS[19], &[1004..=1004, 1016..=1999]),
        __p::CodeRange::__new(&__p::CloseCode::__ROWS[20], &[2000..=2999]),
        __p::CodeRange::__new(&__p::CloseCode::__ROWS[21], &[3000..=3999]),
        __p::CodeRange::__new(&__p::CloseCode::__ROWS[22], &[4000..=4999]),
        __p::CodeRange::__new(&__p::CloseCode::__ROWS[23], &[5000..=65535]),
    ];
    static TEXTS: [__p::Texts<'static>; 14usize] = [
        (7, "largesttimeout", &[4002, 3008]),
        (8, "smallest", &[4001]),
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
            "close_abnormalinternal errormandatory ext.no status rcvdnormal closureprotocol errorservicerestartunknownchannel",
            &[1006, 1011, 1010, 1005, 1000, 1002, 1012, 4000],
        ),
        (
            15,
            "abnormalclosureclose_no_statusclose_too_largemessage too bigpolicyviolationservice restarttry again laterunknown channelunsupporteddata",
            &[1006, 1005, 1009, 1009, 1008, 1012, 1013, 4000, 1003],
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
    impl Columns {
        /**Every named code, by number.

# Examples

```
use my_crate::Columns;

for code in Columns::NAMED {
    assert!(code.is_named());
}
```*/
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
            Self::UnknownChannel,
            Self::Smallest,
            Self::Largest,
        ];
        /**Every custom code, by number: those that this table, or a custom table that it extends, names. Standard codes are not included.

# Examples

```
use my_crate::Columns;

for code in Columns::CUSTOM {
    assert!(code.is_custom());
}
```*/
        pub const CUSTOM: &'static [Self] = &[
            Self::UnknownChannel,
            Self::Smallest,
            Self::Largest,
        ];
        /**Every range, by its first code; an enclosing range comes before the ranges inside it.

# Examples

```
use my_crate::Columns;

for range in Columns::RANGES {
    assert!(range.contains(range.first()));
}
```*/
        pub const RANGES: &'static [__p::CodeRange] = &RANGES;
        /**The languages of the descriptions (BCP 47), that of `description()` first.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::LANGUAGES[0], "en");
```*/
        pub const LANGUAGES: &'static [&'static str] = &["en", "zh-CN"];
        /**An alias of [`NormalClosure`](Self::NormalClosure), 1000.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::CLOSE_NORMAL, Columns::NormalClosure);
```*/
        pub const CLOSE_NORMAL: Self = Self::NormalClosure;
        /**An alias of [`GoingAway`](Self::GoingAway), 1001.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::CLOSE_GOING_AWAY, Columns::GoingAway);
```*/
        pub const CLOSE_GOING_AWAY: Self = Self::GoingAway;
        /**An alias of [`ProtocolError`](Self::ProtocolError), 1002.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::CLOSE_PROTOCOL_ERROR, Columns::ProtocolError);
```*/
        pub const CLOSE_PROTOCOL_ERROR: Self = Self::ProtocolError;
        /**An alias of [`UnsupportedData`](Self::UnsupportedData), 1003.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::CLOSE_UNSUPPORTED, Columns::UnsupportedData);
```*/
        pub const CLOSE_UNSUPPORTED: Self = Self::UnsupportedData;
        /**An alias of [`NoStatusRcvd`](Self::NoStatusRcvd), 1005.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::CLOSE_NO_STATUS, Columns::NoStatusRcvd);
```*/
        pub const CLOSE_NO_STATUS: Self = Self::NoStatusRcvd;
        /**An alias of [`AbnormalClosure`](Self::AbnormalClosure), 1006.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::CLOSE_ABNORMAL, Columns::AbnormalClosure);
```*/
        pub const CLOSE_ABNORMAL: Self = Self::AbnormalClosure;
        /**An alias of [`MessageTooBig`](Self::MessageTooBig), 1009.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::CLOSE_TOO_LARGE, Columns::MessageTooBig);
```*/
        pub const CLOSE_TOO_LARGE: Self = Self::MessageTooBig;
        /**Returns the code with this number. Total and lossless: `from_u16(n).as_u16() == n`.

# Examples

```
use my_crate::Columns;

for number in 0..=u16::MAX {
    assert_eq!(Columns::from_u16(number).as_u16(), number);
}
```*/
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
                4000 => Self::UnknownChannel,
                4001 => Self::Smallest,
                4002 => Self::Largest,
                0..=999 => Self::Unused(__p::Unnamed::__new(code, KEY)),
                1004 | 1016..=1999 => Self::Reserved(__p::Unnamed::__new(code, KEY)),
                2000..=2999 => Self::Extension(__p::Unnamed::__new(code, KEY)),
                3001..=3999 => Self::Library(__p::Unnamed::__new(code, KEY)),
                4003..=4999 => Self::Application(__p::Unnamed::__new(code, KEY)),
                5000..=65535 => Self::Undefined(__p::Unnamed::__new(code, KEY)),
            }
        }
        /**The number, as in the first two bytes of a Close frame's payload (RFC 6455 §5.5.1).

Unlike `u16::from`, it can be used in constants.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(4000).as_u16(), 4000);
```*/
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
        /**Whether the code has its own name, not just that of its range.

# Examples

```
use my_crate::Columns;

assert!(Columns::NAMED[0].is_named());
```*/
        #[inline]
        #[must_use]
        pub const fn is_named(self) -> bool {
            !__p::matches!(tag(self), 0..= 5)
        }
        /**Whether the code is one of [`CUSTOM`](Self::CUSTOM): named by a custom table, not by the standard one.

# Examples

```
use my_crate::Columns;

assert!(!Columns::from_u16(1001).is_custom());
```*/
        #[inline]
        #[must_use]
        pub const fn is_custom(self) -> bool {
            __p::matches!(self.as_u16(), 4000..= 4002)
        }
        /**The innermost range that contains the code; `None` for the codes of the protocol itself.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(5000).range(), Some(Columns::UNDEFINED));
```*/
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
        /**The range Unused, 0–999.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::UNUSED.first(), 0);
assert!(Columns::UNUSED.contains(0));
```*/
        pub const UNUSED: &'static __p::CodeRange = &RANGES[0];
        /**Whether the code is one of 0–999 (Unused), with or without a name.

# Examples

```
use my_crate::Columns;

assert!(Columns::from_u16(0).is_unused());
```*/
        #[inline]
        #[must_use]
        pub const fn is_unused(self) -> bool {
            __p::matches!(self.as_u16(), 0..= 999)
        }
        /**The range Reserved, 1004, 1016–1999.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::RESERVED.first(), 1004);
assert!(Columns::RESERVED.contains(1004));
```*/
        pub const RESERVED: &'static __p::CodeRange = &RANGES[1];
        /**Whether the code is one of 1004, 1016–1999 (Reserved), with or without a name.

# Examples

```
use my_crate::Columns;

assert!(Columns::from_u16(1004).is_reserved());
```*/
        #[inline]
        #[must_use]
        pub const fn is_reserved(self) -> bool {
            __p::matches!(self.as_u16(), 1004 | 1016..= 1999)
        }
        /**The range Extension, 2000–2999.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::EXTENSION.first(), 2000);
assert!(Columns::EXTENSION.contains(2000));
```*/
        pub const EXTENSION: &'static __p::CodeRange = &RANGES[2];
        /**Whether the code is one of 2000–2999 (Extension), with or without a name.

# Examples

```
use my_crate::Columns;

assert!(Columns::from_u16(2000).is_extension());
```*/
        #[inline]
        #[must_use]
        pub const fn is_extension(self) -> bool {
            __p::matches!(self.as_u16(), 2000..= 2999)
        }
        /**The range Library, 3000–3999.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::LIBRARY.first(), 3000);
assert!(Columns::LIBRARY.contains(3000));
```*/
        pub const LIBRARY: &'static __p::CodeRange = &RANGES[3];
        /**Whether the code is one of 3000–3999 (Library), with or without a name.

# Examples

```
use my_crate::Columns;

assert!(Columns::from_u16(3000).is_library());
```*/
        #[inline]
        #[must_use]
        pub const fn is_library(self) -> bool {
            __p::matches!(self.as_u16(), 3000..= 3999)
        }
        /**The range Application, 4000–4999.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::APPLICATION.first(), 4000);
assert!(Columns::APPLICATION.contains(4000));
```*/
        pub const APPLICATION: &'static __p::CodeRange = &RANGES[4];
        /**Whether the code is one of 4000–4999 (Application), with or without a name.

# Examples

```
use my_crate::Columns;

assert!(Columns::from_u16(4000).is_application());
```*/
        #[inline]
        #[must_use]
        pub const fn is_application(self) -> bool {
            __p::matches!(self.as_u16(), 4000..= 4999)
        }
        /**The range Undefined, 5000–65535.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::UNDEFINED.first(), 5000);
assert!(Columns::UNDEFINED.contains(5000));
```*/
        pub const UNDEFINED: &'static __p::CodeRange = &RANGES[5];
        /**Whether the code is one of 5000–65535 (Undefined), with or without a name.

# Examples

```
use my_crate::Columns;

assert!(Columns::from_u16(5000).is_undefined());
```*/
        #[inline]
        #[must_use]
        pub const fn is_undefined(self) -> bool {
            __p::matches!(self.as_u16(), 5000..= 65535)
        }
        /**Which side of the connection may send the code in a Close frame (RFC 6455 §7.4). A code that nobody may send is reported by the local endpoint, or not in use.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).sender().as_str(), "either");
```*/
        #[inline]
        #[must_use]
        pub const fn sender(self) -> __p::Sender {
            match tag(self) {
                0 | 1 | 2 | 5 | 1005 | 1006 | 1015 => __p::Sender::Nobody,
                1010 => __p::Sender::Client,
                1011 | 1012 | 1013 | 1014 => __p::Sender::Server,
                _ => __p::Sender::Either,
            }
        }
        /**What a client should do after the connection has been closed with the code. immediately: connect again at once; backoff: connect again after a random delay that grows with every failure (RFC 6455 §7.2.3); resume: connect again and continue the same session; after\_change: connect again after a change of credentials, request or version, or when the user decides; never: do not connect again; unspecified: the client decides.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).reconnect().as_str(), "never");
```*/
        #[inline]
        #[must_use]
        pub const fn reconnect(self) -> __p::Reconnect {
            match tag(self) {
                1000 => __p::Reconnect::Never,
                1001 | 1005 | 1006 | 1011 | 1012 | 1013 | 1014 | 1015 | 3008 => {
                    __p::Reconnect::Backoff
                }
                1002 | 1003 | 1007 | 1008 | 1009 | 1010 | 3000 | 3003 => {
                    __p::Reconnect::AfterChange
                }
                _ => __p::Reconnect::Unspecified,
            }
        }
        /**Whether the same request may succeed later.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).is_retryable(), true);
```*/
        #[inline]
        #[must_use]
        pub const fn is_retryable(self) -> bool {
            match tag(self) {
                4001 => false,
                _ => true,
            }
        }
        /**From 0, an emergency, to 7, of interest to nobody (RFC 5424).

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).severity(), 3);
```*/
        #[inline]
        #[must_use]
        pub const fn severity(self) -> u8 {
            match tag(self) {
                4001 => 0,
                4002 => 255,
                _ => 3,
            }
        }
        /**The nearest status code of HTTP.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).http_status(), None);
```*/
        #[inline]
        #[must_use]
        pub const fn http_status(self) -> __p::Option<u16> {
            match tag(self) {
                4000 => __p::Some(404),
                4001 => __p::Some(0),
                4002 => __p::Some(65535),
                _ => __p::None,
            }
        }
        /**How long to wait, in milliseconds.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).delay_ms(), 0);
```*/
        #[inline]
        #[must_use]
        pub const fn delay_ms(self) -> u32 {
            match tag(self) {
                4002 => 4294967295,
                _ => 0,
            }
        }
        /**How much may be sent, in bytes.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).quota_bytes(), None);
```*/
        #[inline]
        #[must_use]
        pub const fn quota_bytes(self) -> __p::Option<u64> {
            match tag(self) {
                4001 => __p::Some(0),
                4002 => __p::Some(18446744073709551615),
                _ => __p::None,
            }
        }
        /**What the code does to the reputation of the client.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).score(), -1);
```*/
        #[inline]
        #[must_use]
        pub const fn score(self) -> i64 {
            match tag(self) {
                4001 => -9223372036854775808,
                4002 => 9223372036854775807,
                _ => -1,
            }
        }
        /**Who is called.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).team(), "gateway");
```*/
        #[inline]
        #[must_use]
        pub const fn team(self) -> &'static str {
            match tag(self) {
                4001 => "",
                4002 => "a \"quoted\" text with \\ and {braces}, längs und quer, 🌊",
                _ => "gateway",
            }
        }
        /**Where the code is discussed.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).ticket(), None);
```*/
        #[inline]
        #[must_use]
        pub const fn ticket(self) -> __p::Option<&'static str> {
            match tag(self) {
                4001 => __p::Some(""),
                4002 => __p::Some("https://example.org/tickets?code=4002&sort=asc"),
                _ => __p::None,
            }
        }
        /**Whether the connection is charged for, where that is known.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).is_billed(), None);
```*/
        #[inline]
        #[must_use]
        pub const fn is_billed(self) -> __p::Option<bool> {
            match tag(self) {
                4001 => __p::Some(false),
                4002 => __p::Some(true),
                _ => __p::None,
            }
        }
        /**What went wrong.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).kind().as_str(), "protocol");
```*/
        #[inline]
        #[must_use]
        pub const fn kind(self) -> ColumnsKind {
            match tag(self) {
                4000 => ColumnsKind::NotFound,
                4002 => ColumnsKind::RateLimit,
                _ => ColumnsKind::Protocol,
            }
        }
        /**What the server does.

# Examples

```
use my_crate::Columns;

assert_eq!(Columns::from_u16(1000).action(), None);
```*/
        #[inline]
        #[must_use]
        pub const fn action(self) -> __p::Option<ColumnsAction> {
            match tag(self) {
                4001 => __p::Some(ColumnsAction::Page),
                4002 => __p::Some(ColumnsAction::Log),
                _ => __p::None,
            }
        }
    }
    __p::impl_code! {
        Columns : #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert_eq!(Columns::NormalClosure.name(), \"Normal Closure\");\n```\n"]
        name, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert_eq!(Columns::NormalClosure.description(), \"The connection did what it was opened for and was closed normally.\");\n```\n"]
        description, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert_eq!(Columns::NormalClosure.description_in(\"zh-CN-x-private\"), \"连接已完成任务，正常关闭。\");\n```\n"]
        description_in, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert_eq!(Columns::NormalClosure.reason(), \"\");\n```\n"]
        reason, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert_eq!(Columns::from_u16(4000).to_frame().unwrap().code(), Some(Columns::from_u16(4000)));\nassert_eq!(Columns::from_u16(1006).to_frame(), None);\n```\n"]
        to_frame, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert_eq!(Columns::NormalClosure.reference(), Some(\"RFC 6455 §7.4.1\"));\n```\n"]
        reference, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert!(Columns::from_u16(1000).is_sendable());\nassert!(!Columns::from_u16(1006).is_sendable());\n```\n"]
        is_sendable, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert!(Columns::from_u16(4000).is_browser_sendable());\nassert!(!Columns::from_u16(1001).is_browser_sendable());\n```\n"]
        is_browser_sendable, #[doc =
        "\n# Examples\n\n```\nuse my_crate::Columns;\n\nassert_eq!(Columns::custom(1001), None);\n```\n"]
        custom
    }
    __p::impl_standard! {
        Columns
    }
    static _PROMISES: () = {
        let mut at = 0;
        while at < Columns::NAMED.len() {
            let number = Columns::NAMED[at].as_u16();
            let code = Columns::from_u16(number);
            __p::assert!(code.as_u16() == number, "a number does not come back");
            __p::assert!(code.is_named(), "a named number has only a range");
            at += 1;
        }
        __p::assert!(
            __p::matches!(Columns::from_u16(0), Columns::Unused(_)),
            "0 is in the range Unused"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(999), Columns::Unused(_)),
            "999 is in the range Unused"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(1004), Columns::Reserved(_)),
            "1004 is in the range Reserved"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(1999), Columns::Reserved(_)),
            "1999 is in the range Reserved"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(2000), Columns::Extension(_)),
            "2000 is in the range Extension"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(2999), Columns::Extension(_)),
            "2999 is in the range Extension"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(3001), Columns::Library(_)),
            "3001 is in the range Library"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(3999), Columns::Library(_)),
            "3999 is in the range Library"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(4003), Columns::Application(_)),
            "4003 is in the range Application"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(4999), Columns::Application(_)),
            "4999 is in the range Application"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(5000), Columns::Undefined(_)),
            "5000 is in the range Undefined"
        );
        __p::assert!(
            __p::matches!(Columns::from_u16(65535), Columns::Undefined(_)),
            "65535 is in the range Undefined"
        );
    };
};
