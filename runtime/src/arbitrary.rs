//! The feature `arbitrary`: every code, and only valid frames and reasons.

use arbitrary::{Arbitrary, Result, Unstructured, size_hint};

use crate::{CloseCode, CloseCodeEnum, CloseEvent, CloseEventInit, CloseFrame, Payload, Reason};

/// For generated enums.
#[doc(hidden)]
pub fn arbitrary_code<C: CloseCodeEnum>(u: &mut Unstructured<'_>) -> Result<C> {
    u.arbitrary().map(C::from_u16)
}

/// For the generated enums of columns.
#[doc(hidden)]
pub fn arbitrary_value<T: Copy>(u: &mut Unstructured<'_>, all: &[T]) -> Result<T> {
    u.choose(all).copied()
}

/// A code that may be sent, if the table has any. Most numbers may not, so the same data is also
/// mapped to 1000–4999, then to 3000–4999.
fn sendable_code<C: CloseCodeEnum>(u: &mut Unstructured<'_>) -> Result<Option<C>> {
    let number: u16 = u.arbitrary()?;
    let numbers = [number, 1000 + number % 4000, 3000 + number % 2000];
    Ok(numbers
        .map(C::from_u16)
        .into_iter()
        .find(|code| code.is_sendable()))
}

impl<'a> Arbitrary<'a> for Reason {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.arbitrary().map(Self::truncate)
    }

    fn arbitrary_take_rest(u: Unstructured<'a>) -> Result<Self> {
        <&str>::arbitrary_take_rest(u).map(Self::truncate)
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        <&str>::size_hint(depth)
    }
}

impl<'a, C: CloseCodeEnum> Arbitrary<'a> for CloseFrame<C> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        if u.int_in_range(0..=7)? == 0 {
            return Ok(Self::empty());
        }
        let code = sendable_code(u)?;
        let reason = u.arbitrary()?;
        let frame = code.and_then(|code| Self::new(code, reason).ok());
        Ok(frame.unwrap_or_default())
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        let (least, _) = u8::size_hint(depth);
        (least, None)
    }
}

impl<'a> Arbitrary<'a> for Payload {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let frame: CloseFrame<CloseCode> = u.arbitrary()?;
        Ok(frame.encode())
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        CloseFrame::<CloseCode>::size_hint(depth)
    }
}

impl<'a, C: CloseCodeEnum> Arbitrary<'a> for CloseEventInit<C> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        Ok(Self {
            code: arbitrary_code(u)?,
            reason: u.arbitrary()?,
            was_clean: u.arbitrary()?,
        })
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        size_hint::and_all(&[
            u16::size_hint(depth),
            Reason::size_hint(depth),
            bool::size_hint(depth),
        ])
    }
}

impl<'a, C: CloseCodeEnum> Arbitrary<'a> for CloseEvent<C> {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        let init: CloseEventInit<C> = u.arbitrary()?;
        Ok(if u.arbitrary()? {
            Self::new(init)
        } else {
            Self::dispatched(init.code, init.reason, init.was_clean)
        })
    }

    fn size_hint(depth: usize) -> (usize, Option<usize>) {
        size_hint::and(
            CloseEventInit::<C>::size_hint(depth),
            bool::size_hint(depth),
        )
    }
}
