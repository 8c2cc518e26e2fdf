//! A table, frames and events without std. This crate has its own panic handler, so a second one,
//! that of std, would be an error.
#![no_std]

use core::fmt::{self, Write};
use core::panic::PanicInfo;

use close_codes::{CloseEvent, CloseFrame, Reason};

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    pub enum GatewayClose = "gateway.toml";
}

// Without these, functions that nobody calls would not be in the library.
#[used]
static ANSWER: fn(&[u8], &mut Line) -> fmt::Result = answer;
#[used]
static PARSE: fn(&str) -> Option<u32> = parse;
#[cfg(feature = "defmt")]
#[used]
static LOG: fn(&[u8]) = log;
#[cfg(feature = "serde")]
#[used]
static TRANSCODE: fn(u16) -> Option<GatewayClose> = transcode;

/// A line of text, without an allocator to hold it.
pub struct Line {
    bytes: [u8; 256],
    len: usize,
}

impl Write for Line {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.len + text.len();
        let place = self.bytes.get_mut(self.len..end).ok_or(fmt::Error)?;
        place.copy_from_slice(text.as_bytes());
        self.len = end;
        Ok(())
    }
}

fn answer(payload: &[u8], line: &mut Line) -> fmt::Result {
    match CloseFrame::<GatewayClose>::parse(payload) {
        Ok(frame) => {
            writeln!(line, "{}", CloseEvent::from_frame(&frame, true))?;
            line.write_str(frame.code().map_or("", |code| code.description_in("zh-CN")))
        }
        Err(error) => {
            writeln!(line, "{error}")?;
            let reason = Reason::truncate("see the log");
            let frame = CloseFrame::new(error.fail_code(), reason).map_err(|_| fmt::Error)?;
            writeln!(line, "{:?}", &*frame.encode())
        }
    }
}

fn parse(name: &str) -> Option<u32> {
    name.parse().ok().map(GatewayClose::delay_ms)
}

#[cfg(feature = "defmt")]
fn log(payload: &[u8]) {
    match CloseFrame::<GatewayClose>::parse(payload) {
        Ok(frame) => defmt::println!("{}", CloseEvent::from_frame(&frame, true)),
        Err(error) => defmt::println!("{}, so {}", error, error.fail_code()),
    }
}

#[cfg(feature = "serde")]
fn transcode(number: u16) -> Option<GatewayClose> {
    use serde::Deserialize;
    use serde::de::IntoDeserializer;
    use serde::de::value::Error;

    let number = IntoDeserializer::<Error>::into_deserializer(number);
    GatewayClose::deserialize(number).ok()
}

#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    loop {}
}
