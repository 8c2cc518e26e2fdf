//! `cargo run --example live` in headless Chromium: `cargo test -p close-codes-tests-libraries --test live -- --ignored`.

mod chromium;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use chromium::Page;
use close_codes::CloseEvent;
use serde_json::{Value, json};

close_codes::close_codes! {
    /// What the page shows is read from the same table.
    pub enum GatewayClose = "gateway.toml";
}

/// The width of a phone, in CSS pixels.
const WIDTH: u32 = 360;

struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start() -> Self {
        let mut process = Command::new(env!("CARGO"))
            .args(["run", "--quiet", "--example", "live"])
            .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
            .stdout(Stdio::piped())
            .spawn()
            .expect("cargo");
        let mut url = String::new();
        let output = process.stdout.as_mut().expect("a pipe");
        BufReader::new(output).read_line(&mut url).expect("a URL");
        let url = url.trim().to_owned();
        Self { process, url }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Connects, types, presses a button, and waits until both views are shown.
fn close(page: &mut Page, button: &str, code: &str, reason: &str) {
    press(page, button, code, reason);
    page.wait("document.querySelectorAll('#serverView dd').length === 3");
}

fn press(page: &mut Page, button: &str, code: &str, reason: &str) {
    page.evaluate("document.getElementById('connect').click()");
    page.wait("!document.getElementById('browser').disabled");
    let (code, reason) = (json!(code), json!(reason));
    page.evaluate(&format!(
        "document.getElementById('code').value = {code};
         document.getElementById('reason').value = {reason};
         document.getElementById('{button}').click()"
    ));
}

fn text(page: &mut Page, id: &str) -> String {
    let text = page.evaluate(&format!("document.getElementById('{id}').textContent"));
    text.as_str().expect("a text").to_owned()
}

/// A view as JSON, which is how `CloseEvent` is deserialized.
fn view(page: &mut Page, id: &str) -> CloseEvent<GatewayClose> {
    let json = page.evaluate(&format!(
        "Object.fromEntries(Array.from(document.querySelectorAll('#{id} dt'),
             term => [term.textContent, JSON.parse(term.nextSibling.textContent)]))"
    ));
    serde_json::from_value(json).expect("a close event")
}

fn event(code: u16, reason: &str, was_clean: bool) -> CloseEvent<GatewayClose> {
    CloseEvent::received(Some((code, reason)), was_clean)
}

#[test]
#[ignore = "needs chromium"]
fn a_page_shows_both_views_of_a_close_and_what_the_table_says() {
    let server = Server::start();
    let mut page = Page::open(&format!("{}?lang=zh-Hans-CN", server.url), WIDTH);

    for (button, code, reason, expected) in [
        (
            "server",
            "4005",
            "session timed out",
            event(4005, "session timed out", true),
        ),
        ("server", "1012", "", event(1012, "", true)),
        (
            "server",
            "1014",
            "上游无响应",
            event(1014, "上游无响应", true),
        ),
        ("server", "4321", "", event(4321, "", true)),
        ("server", "", "", event(1005, "", true)),
        ("browser", "4004", "", event(4004, "", true)),
        ("browser", "3000", "no token", event(3000, "no token", true)),
        ("browser", "", "", event(1005, "", true)),
        ("drop", "", "", event(1006, "", false)),
    ] {
        println!("{button} closes: {expected}");
        close(&mut page, button, code, reason);
        let code = expected.code();
        assert_eq!(view(&mut page, "browserView"), expected);
        assert_eq!(view(&mut page, "serverView"), expected);
        assert_eq!(
            text(&mut page, "name"),
            format!("{} {}", code.as_u16(), code.name())
        );
        assert_eq!(text(&mut page, "description"), code.description_in("zh-CN"));
    }

    // The same in another language, from the same table.
    page.evaluate(
        "const select = document.getElementById('language');
         select.value = 'en';
         select.dispatchEvent(new Event('change'))",
    );
    page.wait("document.documentElement.lang === 'en' && document.title === 'Close codes, live'");
    let lost = GatewayClose::AbnormalClosure;
    assert_eq!(text(&mut page, "description"), lost.description());
    assert_eq!(
        text(&mut page, "reconnect"),
        "Reconnect: after a wait that grows."
    );
}

#[test]
#[ignore = "needs chromium"]
fn what_may_not_be_sent_is_refused_on_either_side() {
    let server = Server::start();
    let mut page = Page::open(&format!("{}?lang=en", server.url), WIDTH);
    let long = "x".repeat(124);

    for (button, code, reason, refusal) in [
        ("browser", "1001", "", "InvalidAccessError"),
        ("browser", "1000", &*long, "SyntaxError"),
        (
            "server",
            "1006",
            "",
            "expected one that may be in a Close frame",
        ),
        ("server", "1000", &*long, "expected at most 123"),
        ("server", "", "why", "close reason without a code"),
    ] {
        press(&mut page, button, code, reason);
        page.wait("document.getElementById('error').textContent !== ''");
        let error = text(&mut page, "error");
        assert!(error.contains(refusal), "{error}");
        assert_eq!(text(&mut page, "state"), "Connected.");
    }
}

#[test]
#[ignore = "needs chromium"]
fn a_phone_shows_all_of_it_without_scrolling_sideways() {
    let server = Server::start();
    for (language, scheme) in [("en", "light"), ("zh-CN", "dark")] {
        let mut page = Page::open(&format!("{}?lang={language}", server.url), WIDTH);
        page.prefer(scheme);
        let long = "无".repeat(41);
        close(&mut page, "server", "4005", &long);
        let width = page.evaluate("document.documentElement.scrollWidth");
        assert!(width.as_u64() <= Some(WIDTH.into()), "{width} pixels");
        page.screenshot(&format!("live-{scheme}.png"));
        assert_eq!(
            page.evaluate("document.querySelectorAll('[data-text]:empty').length"),
            Value::from(0)
        );
    }
}
