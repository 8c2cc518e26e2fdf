// Repeats what the vectors were recorded from, twice: in the browser alone, and through close-codes.
// The results go to the server: `results[who][group][name]`.

import init, { Seen, close, glooClose, glooClosed } from "./close_codes_tests_wasm.js";

const results = { browser: {}, ours: {}, "gloo-net": {} };

function record(who, group, name, outcome) {
    results[who][group] ??= {};
    results[who][group][name] = outcome;
}

/** The name of what a function throws. */
function thrown(body) {
    try {
        body();
        return null;
    } catch (error) {
        return error.name;
    }
}

/** The numbers in a list of `[first, last]`. */
function* numbers(spans) {
    for (const [first, last] of spans) {
        for (let number = first; number <= last; number++) {
            yield number;
        }
    }
}

/** The number that `close()` makes of its argument. */
function clamped(argument) {
    return Math.min(Math.max(Math.trunc(argument), 0), 65535) || 0;
}

/** `close()` of a socket; the result is the name of the exception, if any. */
const CLOSE = {
    browser: (socket, ...args) => thrown(() => socket.close(...args)),
    ours(socket, code, reason = "") {
        let closed;
        const error = thrown(() => {
            const number = code === undefined ? undefined : clamped(code);
            closed = close(socket, number, String(reason));
        });
        return error ?? closed ?? null;
    },
};

const socketTo = (path) => new WebSocket(`ws://${location.host}/${path}`);

const next = (type, socket) =>
    new Promise((resolve) => socket.addEventListener(type, resolve, { once: true }));

async function openSocket() {
    const socket = socketTo("echo");
    await next("open", socket);
    return socket;
}

async function closing(who, vectors) {
    const call = CLOSE[who];
    const sweep = (group, socket) => {
        for (const code of numbers([[0, 65535]])) {
            record(who, group, code, call(socket, code));
        }
    };

    const connecting = socketTo("echo");
    for (const code of numbers(vectors.full_sweep.rejected.InvalidAccessError)) {
        record(who, "connecting_sweep_of_rejected", code, call(connecting, code));
    }
    connecting.close();

    const swept = socketTo("echo");
    const closed = next("close", swept);
    swept.close();
    record(who, "state", "readyState_of_sweep_socket", swept.readyState);
    sweep("full_sweep", swept);
    record(who, "state", "readyState_after_sweep", swept.readyState);
    await closed;
    record(who, "state", "readyState_of_closed_socket", swept.readyState);
    sweep("full_sweep_closed", swept);

    for (const code of Object.keys(vectors.connecting_socket)) {
        const socket = socketTo("echo");
        const rs = socket.readyState;
        const error = call(socket, code);
        record(who, "connecting_socket", code, { rs, error, rsAfter: socket.readyState });
        socket.close();
    }
    for (const code of Object.keys(vectors.open_socket)) {
        const socket = await openSocket();
        const error = call(socket, code);
        record(who, "open_socket", code, { error, rsAfter: socket.readyState });
        socket.close();
    }
    for (const code of Object.keys(vectors.second_call)) {
        const socket = await openSocket();
        call(socket, code);
        const rs = socket.readyState;
        record(who, "second_call", code, { rs, secondCallWith999: call(socket, 999) });
        socket.close();
    }

    // The name of such a case is the argument, in JavaScript.
    for (const name of Object.keys(vectors.code_coercion)) {
        const argument = (0, eval)(`(${name.split(" (")[0]})`);
        record(who, "code_coercion", name, call(swept, argument));
    }
    for (const name of Object.keys(vectors.reason_lengths)) {
        const text = name.startsWith("lone surrogate") ? "\ud800" : name.split(" (")[0];
        for (const repeats of numbers([[0, 200]])) {
            const error = call(swept, 1000, text.repeat(repeats));
            record(who, "reason_lengths", `${name}: ${repeats}`, error);
        }
    }
    const long = "a".repeat(124);
    const calls = {
        reason_mixed: {
            "122 a + é (124 B)": [1000, "a".repeat(122) + "é"],
            "121 a + é (123 B)": [1000, "a".repeat(121) + "é"],
        },
        check_order: {
            "bad code + long reason": [999, long],
            "undefined code + long reason": [undefined, long],
            "undefined code + short reason": [undefined, "a"],
            "undefined code + empty reason": [undefined, ""],
            "undefined + undefined": [undefined, undefined],
            "1000 + undefined": [1000, undefined],
            "1000 + null": [1000, null],
        },
    };
    for (const [group, cases] of Object.entries(calls)) {
        for (const [name, args] of Object.entries(cases)) {
            record(who, group, name, call(swept, ...args));
        }
    }
}

/** The cases whose name does not say it all. */
const CONSTRUCT = {
    "no dict": () => new CloseEvent("close"),
    "undefined dict": () => new CloseEvent("close", undefined),
    "null dict": () => new CloseEvent("close", null),
    "{}": () => new CloseEvent("close", {}),
    "no type": () => new CloseEvent(),
    "called without new": () => CloseEvent("close"),
    "type 42": () => new CloseEvent(42),
    "dict is a number": () => new CloseEvent("close", 1),
    "code Symbol": () => new CloseEvent("close", { code: Symbol() }),
    "all fields": () =>
        new CloseEvent("x", {
            code: 4000,
            reason: "grüß",
            wasClean: true,
            bubbles: true,
            cancelable: true,
        }),
    "reason lone surrogate": () => new CloseEvent("close", { reason: "a\ud800b" }),
    "reason of 200 a: length": () => new CloseEvent("close", { reason: "a".repeat(200) }),
};

/** The event of a case called like `code 1.9`: a member and its value, in JavaScript. */
function constructNamed(name) {
    const [, member, value] = name.match(/^(\w+) (.*)$/);
    return new CloseEvent("close", { [member]: (0, eval)(`(${value})`) });
}

const attributes = ({ code, reason, wasClean }) => ({ code, reason, wasClean });

const allAttributes = (event) => {
    const { type, bubbles, cancelable, composed, isTrusted } = event;
    return { ...attributes(event), type, bubbles, cancelable, composed, isTrusted };
};

function constructing(names) {
    for (const name of names) {
        let event;
        const error = thrown(() => {
            event = (CONSTRUCT[name] ?? constructNamed)(name);
        });
        if (error !== null) {
            record("browser", "construct", name, error);
            continue;
        }
        const seen = new Seen(event);
        record("browser", "construct", name, allAttributes(event));
        record("ours", "construct", name, attributes(seen));
        record("ours", "construct_from_ours", name, allAttributes(seen.toEvent()));
    }
}

/** Waits for the event of a case, after a call of `close()` if it has arguments. */
async function closed(group, name, socket, args) {
    const end = next("close", socket);
    if (args !== undefined) {
        await next("open", socket);
        const [code, reason] = args;
        CLOSE.ours(socket, code === "__undefined__" ? undefined : code, reason);
    }
    const event = await end;
    record("browser", group, name, attributes(event));
    record("ours", group, name, attributes(new Seen(event)));
}

/** gloo-net's example: connections that the server ends, and that the example closes. */
async function glooNet() {
    const url = (path) => `ws://${location.host}/gloo-net/${path}`;
    for (const name of ["code", "no code", "dropped", "bad gateway"]) {
        record("gloo-net", "closed", name, await glooClosed(url(`closed/${name}`)));
    }
    const closes = {
        "4009": [4009, "until tomorrow"],
        "1001": [1001, "deploying"],
        "124 bytes": [4009, "a".repeat(124)],
    };
    for (const [name, [code, reason]] of Object.entries(closes)) {
        const error = await glooClose(url(`close/${name}`), code, reason);
        record("gloo-net", "close", name, error ?? null);
    }
}

async function main() {
    await init();
    const vectors = await (await fetch("chromium-close.json")).json();
    await glooNet();
    for (const who of Object.keys(CLOSE)) {
        await closing(who, vectors.websocket_close_validation);
    }
    constructing(Object.keys(vectors.close_event.construct));

    for (const [name, { client_close_args }] of Object.entries(vectors.onclose)) {
        const socket =
            name === "connect-refused"
                ? new WebSocket(`ws://${new URL(location).searchParams.get("refused")}`)
                : socketTo(`onclose/${name}`);
        await closed("onclose", name, socket, client_close_args);
    }

    // One by one: the browser delays simultaneous connections.
    const { passed_through_clean, other } = vectors.wire_sweep;
    for (const code of [...numbers(passed_through_clean), ...Object.keys(other)]) {
        await closed("wire_sweep", code, socketTo(`wire/${code}`));
    }
}

await main().catch((error) => {
    results.error = `${error}\n${error.stack}`;
});
await fetch("results", { method: "POST", body: JSON.stringify(results) });
