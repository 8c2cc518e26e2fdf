//! Reasons of Close frames: at most 123 bytes of UTF-8, stored inline.

use core::borrow::Borrow;
use core::error::Error;
use core::fmt::{self, Write};
use core::hash::{Hash, Hasher};
use core::str::{self, FromStr};

/// The reason of a Close frame: at most 123 bytes of UTF-8, stored inline ([RFC 6455 §5.5.1]).
///
/// A reason is for logs and developers; the text for users is the
/// [`description`](crate::CloseCodeEnum::description) of a code.
/// Reasons compare, sort and hash like their text.
///
/// ```
/// use close_codes::Reason;
///
/// const DEPLOYING: Reason = match Reason::new("deploying") {
///     Ok(reason) => reason,
///     Err(_) => panic!("a reason has at most 123 bytes"),
/// };
/// assert_eq!(DEPLOYING, "deploying");
/// assert!(DEPLOYING < Reason::new("on fire")?);
/// # Ok::<(), close_codes::ReasonTooLong>(())
/// ```
///
/// [RFC 6455 §5.5.1]: https://www.rfc-editor.org/rfc/rfc6455#section-5.5.1
// The bytes after the text are zero, and the length comes last, so the derived order is the text's.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reason {
    bytes: [u8; Self::MAX_LEN],
    len: u8,
}

const _: () = assert!(size_of::<Reason>() == 124);

impl Reason {
    /// The empty reason, which is that of a frame without a reason (RFC 6455 §7.1.6).
    ///
    /// ```
    /// assert_eq!(close_codes::Reason::EMPTY, "");
    /// ```
    pub const EMPTY: Self = Self {
        bytes: [0; Self::MAX_LEN],
        len: 0,
    };

    /// The maximum length of a reason, in bytes of UTF-8 (RFC 6455 §5.5 and §5.5.1).
    ///
    /// ```
    /// assert_eq!(close_codes::Reason::MAX_LEN, 123);
    /// ```
    pub const MAX_LEN: usize = 123;

    /// The reason with this text.
    ///
    /// # Errors
    ///
    /// If the text has more than 123 bytes (RFC 6455 §5.5).
    ///
    /// ```
    /// use close_codes::Reason;
    ///
    /// assert_eq!(Reason::new("deploying")?, "deploying");
    /// assert!(Reason::new(&"é".repeat(62)).is_err()); // 124 bytes
    /// # Ok::<(), close_codes::ReasonTooLong>(())
    /// ```
    #[inline]
    pub const fn new(text: &str) -> Result<Self, ReasonTooLong> {
        if text.len() > Self::MAX_LEN {
            return Err(ReasonTooLong { len: text.len() });
        }
        Ok(Self::truncate(text))
    }

    /// The reason with this text, or with as many of its first characters as fit in 123 bytes.
    ///
    /// ```
    /// use close_codes::Reason;
    ///
    /// let reason = Reason::truncate(&"é".repeat(62)); // 2 bytes each
    /// assert_eq!(reason, "é".repeat(61).as_str());
    /// ```
    #[inline]
    #[must_use]
    pub const fn truncate(text: &str) -> Self {
        let (source, _) = text.as_bytes().split_at(fitting(text, Self::MAX_LEN));
        let mut bytes = [0; Self::MAX_LEN];
        let (target, _) = bytes.split_at_mut(source.len());
        let mut i = 0;
        while i < source.len() {
            target[i] = source[i];
            i += 1;
        }
        Self {
            bytes,
            len: len(source),
        }
    }

    /// The reason with the formatted text, or with as many of its first characters as fit in 123
    /// bytes. Nothing is allocated.
    ///
    /// If the `Display` of an argument fails, the text written up to then is kept.
    ///
    /// ```
    /// use close_codes::Reason;
    ///
    /// let seconds = 30;
    /// let reason = Reason::from_fmt(format_args!("no heartbeat for {seconds} s"));
    /// assert_eq!(reason, "no heartbeat for 30 s");
    /// ```
    #[must_use]
    pub fn from_fmt(text: fmt::Arguments<'_>) -> Self {
        let mut start = Start {
            reason: Self::EMPTY,
            is_cut: false,
        };
        // An error of `Start` means that the text is too long; any other comes from an argument.
        // In both cases the start has been written.
        let _ = start.write_fmt(text);
        start.reason
    }

    /// The text.
    ///
    /// ```
    /// # use close_codes::Reason;
    /// assert_eq!(Reason::truncate("deploying").as_str(), "deploying");
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_str(&self) -> &str {
        let Some((text, _)) = self.bytes.split_at_checked(self.len as usize) else {
            return "";
        };
        // Always valid, but safe Rust has to check again. The arm is never taken, and cannot panic.
        match str::from_utf8(text) {
            Ok(text) => text,
            Err(_) => "",
        }
    }

    /// The length of the text in bytes.
    ///
    /// ```
    /// # use close_codes::Reason;
    /// assert_eq!(Reason::truncate("café").len(), 5);
    /// ```
    #[inline]
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether the text is empty.
    ///
    /// ```
    /// assert!(close_codes::Reason::EMPTY.is_empty());
    /// ```
    #[inline]
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The bytes of the text, followed by zeros.
    pub(crate) const fn padded(&self) -> &[u8; Self::MAX_LEN] {
        &self.bytes
    }
}

/// The length in bytes of the longest start of the text that fits, in whole characters.
#[inline]
const fn fitting(text: &str, room: usize) -> usize {
    let text = text.as_bytes();
    let mut len = text.len();
    if len > room {
        len = room;
        // A byte 0b10xx_xxxx continues a character, which a cut before it would split.
        while len > 0 && text[len] & 0b1100_0000 == 0b1000_0000 {
            len -= 1;
        }
    }
    len
}

#[expect(clippy::cast_possible_truncation, reason = "at most 123")]
const fn len(text: &[u8]) -> u8 {
    text.len() as u8
}

/// The start of a text that is being formatted.
struct Start {
    reason: Reason,
    is_cut: bool,
}

impl Write for Start {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if self.is_cut {
            return Err(fmt::Error);
        }
        let Reason { bytes, len } = &mut self.reason;
        let room = bytes.get_mut(usize::from(*len)..).unwrap_or_default();
        let (source, rest) = text.as_bytes().split_at(fitting(text, room.len()));
        for (target, source) in room.iter_mut().zip(source) {
            *target = *source;
        }
        *len += self::len(source);
        self.is_cut = !rest.is_empty();
        if self.is_cut { Err(fmt::Error) } else { Ok(()) }
    }
}

impl Default for Reason {
    fn default() -> Self {
        Self::EMPTY
    }
}

impl Hash for Reason {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl fmt::Debug for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl AsRef<str> for Reason {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Reason {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Reason {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Reason {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl PartialEq<Reason> for str {
    fn eq(&self, other: &Reason) -> bool {
        self == other.as_str()
    }
}

impl PartialEq<Reason> for &str {
    fn eq(&self, other: &Reason) -> bool {
        *self == other.as_str()
    }
}

impl FromStr for Reason {
    type Err = ReasonTooLong;

    fn from_str(text: &str) -> Result<Self, ReasonTooLong> {
        Self::new(text)
    }
}

impl TryFrom<&str> for Reason {
    type Error = ReasonTooLong;

    fn try_from(text: &str) -> Result<Self, ReasonTooLong> {
        Self::new(text)
    }
}

/// The error of [`Reason::new`]: a text of more than 123 bytes.
///
/// ```
/// use close_codes::Reason;
///
/// let error = Reason::new(&"a".repeat(124)).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "close reason of 124 bytes, expected at most 123 (RFC 6455 §5.5)",
/// );
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReasonTooLong {
    len: usize,
}

#[expect(clippy::len_without_is_empty, reason = "never empty: over 123 bytes")]
impl ReasonTooLong {
    /// The length of the text in bytes.
    ///
    /// ```
    /// # use close_codes::Reason;
    /// assert_eq!(Reason::new(&"é".repeat(62)).unwrap_err().len(), 124);
    /// ```
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }
}

impl fmt::Display for ReasonTooLong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "close reason of {} bytes, expected at most {} (RFC 6455 §5.5)",
            self.len,
            Reason::MAX_LEN,
        )
    }
}

impl Error for ReasonTooLong {}

#[cfg(test)]
mod tests {
    extern crate std;

    use super::*;

    #[test]
    fn reasons_sort_as_their_text_does() {
        let texts = ["", "\0", "\0\0", "\0a", "a", "a\0", "a\0b", "ab", "b", "é"];
        for left in texts {
            for right in texts {
                let order = Reason::truncate(left).cmp(&Reason::truncate(right));
                assert_eq!(order, left.cmp(right), "{left:?} {right:?}");
            }
        }
    }

    #[test]
    fn a_formatted_reason_ends_where_the_first_cut_is() {
        for start in 0..=Reason::MAX_LEN {
            let (start, wide, narrow) = ("a".repeat(start), "😀", "b");
            // If the wide character does not fit, the narrow one still may.
            let whole = std::format!("{start}{wide}{narrow}");
            let formatted = Reason::from_fmt(format_args!("{start}{wide}{narrow}"));
            assert_eq!(formatted, Reason::truncate(&whole), "{whole}");
        }
    }

    #[test]
    fn a_reason_that_cannot_be_formatted_keeps_its_start() {
        struct Fails;
        impl fmt::Display for Fails {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("half ")?;
                Err(fmt::Error)
            }
        }
        struct GoesOn;
        impl fmt::Display for GoesOn {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let _ = f.write_str(&"é".repeat(62));
                let _ = f.write_str("b");
                Ok(())
            }
        }
        assert_eq!(Reason::from_fmt(format_args!("a {Fails} b")), "a half ");
        let cut = "é".repeat(61);
        assert_eq!(Reason::from_fmt(format_args!("{GoesOn}b")), cut.as_str());
    }

    #[test]
    fn reasons_are_compared_with_text_from_either_side_and_hash_like_it() {
        use std::hash::{BuildHasher, RandomState};

        let (reason, text) = (Reason::truncate("é"), "é");
        assert_eq!(reason, text);
        assert_eq!(text, reason);
        assert_eq!(&reason, text);
        assert_eq!(text, &reason);
        let hash = RandomState::new();
        assert_eq!(hash.hash_one(reason), hash.hash_one(text));
        assert_eq!(<Reason as Borrow<str>>::borrow(&reason), text);
        let counts = std::collections::HashMap::from([(reason, 1)]);
        assert_eq!(counts.get(text), Some(&1));
    }

    #[test]
    fn truncate_keeps_all_the_whole_characters_that_fit() {
        for (start, len) in [("", 120), ("a", 121), ("aa", 122), ("aaa", 123)] {
            let text = std::format!("{start}{}", "😀".repeat(31));
            assert_eq!(Reason::truncate(&text), &text[..len]);
        }
    }
}
