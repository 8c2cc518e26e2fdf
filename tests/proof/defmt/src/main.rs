//! Logs with `defmt` what `Display` shows, and lets defmt's decoder read it with this program's symbols.

use std::fmt::Display;
use std::sync::Mutex;
use std::{env, fs, mem};

use close_codes::{
    CloseCode, CloseEvent, CloseFrame, CloseFrameError, Reason, Reconnect, check_browser_close,
};
use defmt::Format;
use defmt_decoder::Table;

close_codes::close_codes! {
    /// Why the gateway closed the connection.
    #[close_codes(custom = "GatewayCode")]
    pub enum GatewayClose = "gateway.toml";
}

/// What a device would send.
static SENT: Mutex<Vec<u8>> = Mutex::new(Vec::new());

#[defmt::global_logger]
struct Host;

// SAFETY: the program has one thread, so nothing is logged in the middle of something else.
unsafe impl defmt::Logger for Host {
    fn acquire() {}
    unsafe fn flush() {}
    unsafe fn release() {}
    unsafe fn write(bytes: &[u8]) {
        SENT.lock().expect("one thread").extend_from_slice(bytes);
    }
}

defmt::timestamp!("");

/// The text that the decoder makes from the bytes of a value.
fn decoded(table: &Table, value: &impl Format) -> String {
    defmt::println!("{}", value);
    let sent = mem::take(&mut *SENT.lock().expect("one thread"));
    let (frame, len) = table.decode(&sent).expect("a frame");
    assert_eq!(len, sent.len(), "more than one frame");
    frame.display_message().to_string()
}

/// Counts the values that are decoded as `Display` shows them.
struct Check {
    table: Table,
    count: usize,
}

impl Check {
    fn is_shown(&mut self, value: &(impl Display + Format)) {
        assert_eq!(decoded(&self.table, value), value.to_string());
        self.count += 1;
    }

    fn all(&mut self, values: impl IntoIterator<Item = impl Display + Format>) {
        values.into_iter().for_each(|value| self.is_shown(&value));
    }
}

fn main() {
    let program = fs::read(env::current_exe().expect("a path")).expect("this program");
    let table = Table::parse(&program)
        .expect("an ELF file")
        .expect("interned texts");
    let mut check = Check { table, count: 0 };

    check.all((0..=u16::MAX).map(CloseCode::from));
    check.all((0..=u16::MAX).map(GatewayClose::from));
    check.all(Reconnect::ALL.iter().copied());
    check.all(GatewayClosePolicy::ALL.iter().copied());
    check.all(GatewayClose::RANGES.iter().copied());
    let GatewayClose::Application(unnamed) = GatewayClose::from(4321) else {
        panic!("4321 has a name");
    };
    check.is_shown(&unnamed);

    check.all(["", "bye", "grüß €😀", "a \"b\"\n"].map(Reason::truncate));
    let frames = [
        CloseFrame::empty(),
        CloseFrame::from_code(GatewayClose::SessionReplaced).expect("a code to send"),
        CloseFrame::from_parts(1001, "grüß \"€\"\n😀").expect("a code to send"),
    ];
    check.all(frames);
    check.all(frames.map(|frame| CloseEvent::from_frame(&frame, true)));
    check.is_shown(&CloseEvent::<GatewayClose>::abnormal());
    for frame in frames {
        let payload = frame.encode();
        assert_eq!(decoded(&check.table, &payload), format!("{payload:?}"));
    }

    let long = "a".repeat(124);
    let parse = |payload: &[u8]| CloseFrame::<GatewayClose>::parse(payload).unwrap_err();
    let errors = [
        parse(b"\x03"),
        parse(&[0; 126]),
        parse(b"\x03\xe8a\xff"),
        parse(b"\x03\xee"),
        CloseFrame::from_parts(1000, &long).unwrap_err(),
    ];
    check.all(errors);
    check.all(errors.into_iter().filter_map(|error| match error {
        CloseFrameError::Unsendable(error) => Some(error),
        _ => None,
    }));
    check.is_shown(&Reason::new(&long).unwrap_err());
    let refused = [(Some(1001), ""), (None, "bye"), (Some(1000), &long)];
    check.all(refused.map(|(code, reason)| check_browser_close(code, reason).unwrap_err()));
    let not_custom = GatewayCode::try_from(1001).unwrap_err();
    check.is_shown(&not_custom);
    check.all(["", "70000", "Gone"].map(|text| text.parse::<GatewayClose>().unwrap_err()));
    check.is_shown(&"soon".parse::<Reconnect>().unwrap_err());

    println!("{} values are decoded as `Display` shows them", check.count);
}
