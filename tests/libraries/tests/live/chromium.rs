//! A page in headless Chromium, driven by its `DevTools` protocol.

use std::io::{BufRead, BufReader};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread::sleep;
use std::time::{Duration, Instant};
use std::{env, fs};

use serde_json::{Value, json};
use tungstenite::stream::MaybeTlsStream;
use tungstenite::{Message, WebSocket};

/// How long the page may take to reach a state.
const LIMIT: Duration = Duration::from_secs(10);

const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
];

pub(crate) struct Page {
    process: Child,
    socket: WebSocket<MaybeTlsStream<TcpStream>>,
    session: Value,
    calls: u64,
}

impl Page {
    /// Opens a page of this width, in CSS pixels.
    pub(crate) fn open(url: &str, width: u32) -> Self {
        static PROFILES: AtomicU32 = AtomicU32::new(0);
        let profile = PROFILES.fetch_add(1, Ordering::Relaxed);
        let profile = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("chromium-{profile}"));
        let _ = fs::remove_dir_all(&profile);

        let binary = env::var_os("CHROMIUM").unwrap_or_else(|| "chromium".into());
        let mut process = Command::new(&binary)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.display()))
            .stderr(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("`{}`: {error}", binary.display()));
        let stderr = BufReader::new(process.stderr.take().expect("a pipe"));
        let mut lines = stderr.lines().map_while(Result::ok);
        let address =
            lines.find_map(|line| Some(line.strip_prefix("DevTools listening on ")?.to_owned()));
        // Chromium blocks if nobody reads its output.
        std::thread::spawn(move || lines.for_each(drop));

        let address = address.expect("the address of DevTools");
        let (socket, _) = tungstenite::connect(address).expect("DevTools");
        let mut page = Self {
            process,
            socket,
            session: Value::Null,
            calls: 0,
        };
        let target = page.call("Target.createTarget", &json!({ "url": "about:blank" }));
        let attach = json!({ "targetId": target["targetId"], "flatten": true });
        page.session = page.call("Target.attachToTarget", &attach)["sessionId"].take();
        page.call(
            "Emulation.setDeviceMetricsOverride",
            &json!({ "width": width, "height": 780, "deviceScaleFactor": 2, "mobile": true }),
        );
        page.call("Page.navigate", &json!({ "url": url }));
        page.wait("document.getElementById('browser')?.disabled === false");
        page
    }

    fn call(&mut self, method: &str, params: &Value) -> Value {
        self.calls += 1;
        let mut call = json!({ "id": self.calls, "method": method, "params": params });
        if !self.session.is_null() {
            call["sessionId"] = self.session.clone();
        }
        self.socket
            .send(Message::text(call.to_string()))
            .expect("DevTools");
        loop {
            let answer = self.socket.read().expect("DevTools");
            let answer = answer.to_text().expect("UTF-8");
            let mut answer: Value = serde_json::from_str(answer).expect("JSON");
            if answer["id"] == self.calls {
                assert!(answer.get("error").is_none(), "{method}: {answer}");
                return answer["result"].take();
            }
        }
    }

    /// The value of an expression of JavaScript, or of statements.
    pub(crate) fn evaluate(&mut self, script: &str) -> Value {
        let params = json!({ "expression": script, "returnByValue": true, "replMode": true });
        let mut result = self.call("Runtime.evaluate", &params);
        let thrown = &result["exceptionDetails"];
        assert!(thrown.is_null(), "{script}: {thrown}");
        result["result"]["value"].take()
    }

    /// Waits until a condition holds.
    pub(crate) fn wait(&mut self, condition: &str) {
        let start = Instant::now();
        while self.evaluate(condition) != Value::Bool(true) {
            assert!(start.elapsed() < LIMIT, "`{condition}` after {LIMIT:?}");
            sleep(Duration::from_millis(20));
        }
    }

    /// Prefers a color scheme, `light` or `dark`.
    pub(crate) fn prefer(&mut self, scheme: &str) {
        let feature = json!({ "name": "prefers-color-scheme", "value": scheme });
        self.call(
            "Emulation.setEmulatedMedia",
            &json!({ "features": [feature] }),
        );
    }

    /// Saves the page as a picture, in the directory of this test's files.
    pub(crate) fn screenshot(&mut self, file: &str) {
        let params = json!({ "captureBeyondViewport": true });
        let data = self.call("Page.captureScreenshot", &params)["data"].take();
        let picture = from_base64(data.as_str().expect("Base64"));
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
        fs::write(&path, picture).expect("a file");
        println!("{}", path.display());
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// RFC 4648 §4, with padding.
fn from_base64(text: &str) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    let digits = text
        .bytes()
        .filter_map(|byte| DIGITS.iter().position(|digit| *digit == byte));
    let digits: Vec<_> = digits.collect();
    let groups = digits.chunks(4).flat_map(|group| {
        let bits = group
            .iter()
            .enumerate()
            .fold(0, |bits, (at, digit)| bits | digit << (18 - 6 * at));
        let bytes = [bits >> 16, bits >> 8, bits].map(|byte| byte.to_le_bytes()[0]);
        bytes.into_iter().take(group.len() - 1)
    });
    groups.collect()
}
