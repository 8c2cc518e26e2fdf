//! The payload of range variants.

use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;

use crate::CloseCodeEnum;

/// The number of a code without a name, in a variant such as
/// [`CloseCode::Application`](crate::CloseCode::Application).
///
/// It compares, sorts, hashes and displays like the number.
///
/// ```
/// use close_codes::CloseCode;
///
/// match CloseCode::from_u16(4321) {
///     CloseCode::Application(n) if n == 4321 => assert_eq!(n.to_string(), "4321"),
///     CloseCode::Application(n) if n >= 4500 => assert_ne!(u16::from(n), 4321),
///     other => unreachable!("{other}"),
/// }
/// ```
///
/// `C` is the enum and `FIRST` the first unnamed number of the range, so every variant has a payload
/// of a different type, and a number cannot be moved from one to another. Only the conversions of
/// `C` make a payload. Never write a value for `FIRST`: it changes when that number gets a name. A
/// function for the payload of any range can be generic over `FIRST`, or take the `u16`.
///
/// ```compile_fail,E0308
/// use close_codes::CloseCode;
///
/// let CloseCode::Application(unnamed) = CloseCode::from_u16(4321) else { unreachable!() };
/// let code = CloseCode::Library(unnamed);
/// ```
#[derive(PartialEq, Eq)]
pub struct Unnamed<C, const FIRST: u16> {
    code: u16,
    table: PhantomData<fn() -> C>,
}

impl<C, const FIRST: u16> Unnamed<C, FIRST> {
    /// The number.
    ///
    /// ```
    /// use close_codes::CloseCode;
    ///
    /// let code = CloseCode::from_u16(4321);
    /// assert!(matches!(code, CloseCode::Application(unnamed) if unnamed.as_u16() == 4321));
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_u16(self) -> u16 {
        self.code
    }
}

impl<C: CloseCodeEnum, const FIRST: u16> Unnamed<C, FIRST> {
    /// For the conversions of `C`; only generated code has a key.
    #[doc(hidden)]
    #[inline]
    #[must_use]
    pub const fn __new(code: u16, _: C::Key) -> Self {
        Self {
            code,
            table: PhantomData,
        }
    }
}

// Deriving these would put the same bounds on `C`.
impl<C, const FIRST: u16> Clone for Unnamed<C, FIRST> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<C, const FIRST: u16> Copy for Unnamed<C, FIRST> {}

impl<C, const FIRST: u16> PartialEq<u16> for Unnamed<C, FIRST> {
    #[inline]
    fn eq(&self, other: &u16) -> bool {
        self.code == *other
    }
}

impl<C, const FIRST: u16> PartialEq<Unnamed<C, FIRST>> for u16 {
    #[inline]
    fn eq(&self, other: &Unnamed<C, FIRST>) -> bool {
        *self == other.code
    }
}

impl<C: Eq, const FIRST: u16> Ord for Unnamed<C, FIRST> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }
}

impl<C: Eq, const FIRST: u16> PartialOrd for Unnamed<C, FIRST> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<C, const FIRST: u16> PartialOrd<u16> for Unnamed<C, FIRST> {
    #[inline]
    fn partial_cmp(&self, other: &u16) -> Option<Ordering> {
        self.code.partial_cmp(other)
    }
}

impl<C, const FIRST: u16> PartialOrd<Unnamed<C, FIRST>> for u16 {
    #[inline]
    fn partial_cmp(&self, other: &Unnamed<C, FIRST>) -> Option<Ordering> {
        self.partial_cmp(&other.code)
    }
}

impl<C, const FIRST: u16> Hash for Unnamed<C, FIRST> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl<C, const FIRST: u16> fmt::Debug for Unnamed<C, FIRST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.code, f)
    }
}

impl<C, const FIRST: u16> fmt::Display for Unnamed<C, FIRST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.code, f)
    }
}

impl<C, const FIRST: u16> From<Unnamed<C, FIRST>> for u16 {
    #[inline]
    fn from(unnamed: Unnamed<C, FIRST>) -> Self {
        unnamed.code
    }
}
