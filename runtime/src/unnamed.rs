//! The payload of range variants.

use core::fmt;
use core::marker::PhantomData;

use crate::CloseCodeTable;

/// The number of a code that has no name of its own, in a variant such as
/// [`CloseCode::Application`](crate::CloseCode::Application).
///
/// `C` is the enum and `FIRST` the first such number of the range, so the types of two variants
/// differ, and a number cannot be moved from one to another. Only the conversions of `C` make one.
///
/// ```
/// use close_codes::CloseCode;
///
/// let CloseCode::Application(unnamed) = CloseCode::from_u16(4321) else { unreachable!() };
/// assert_eq!(unnamed.code(), 4321);
/// assert_eq!(u16::from(unnamed), 4321);
/// assert_eq!(unnamed.to_string(), "4321");
/// ```
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
    /// assert!(matches!(code, CloseCode::Application(unnamed) if unnamed.code() == 4321));
    /// ```
    #[inline]
    #[must_use]
    pub const fn code(self) -> u16 {
        self.code
    }
}

impl<C: CloseCodeTable, const FIRST: u16> Unnamed<C, FIRST> {
    /// For the conversions of `C`, which alone have a key.
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

// Derived, these would ask the same of `C`.
impl<C, const FIRST: u16> Clone for Unnamed<C, FIRST> {
    #[inline]
    fn clone(&self) -> Self {
        *self
    }
}

impl<C, const FIRST: u16> Copy for Unnamed<C, FIRST> {}

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
