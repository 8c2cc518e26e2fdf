//! The tables of the catalogue.

/// A published table.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) id: &'static str,
    pub(crate) text: &'static str,
}

/// The table with this id.
pub(crate) fn get(id: &str) -> Option<&'static Entry> {
    CATALOGUE.iter().find(|entry| entry.id == id)
}

/// All of them, by id.
pub(crate) const CATALOGUE: &[Entry] = &[
    Entry {
        id: "assemblyai-v2",
        text: include_str!("../../catalogue/tables/assemblyai-v2.toml"),
    },
    Entry {
        id: "assemblyai-v3",
        text: include_str!("../../catalogue/tables/assemblyai-v3.toml"),
    },
    Entry {
        id: "centrifugo",
        text: include_str!("../../catalogue/tables/centrifugo.toml"),
    },
    Entry {
        id: "chime-signaling",
        text: include_str!("../../catalogue/tables/chime-signaling.toml"),
    },
    Entry {
        id: "colyseus",
        text: include_str!("../../catalogue/tables/colyseus.toml"),
    },
    Entry {
        id: "convex",
        text: include_str!("../../catalogue/tables/convex.toml"),
    },
    Entry {
        id: "couchbase-blip",
        text: include_str!("../../catalogue/tables/couchbase-blip.toml"),
    },
    Entry {
        id: "discord-gateway",
        text: include_str!("../../catalogue/tables/discord-gateway.toml"),
    },
    Entry {
        id: "discord-rpc",
        text: include_str!("../../catalogue/tables/discord-rpc.toml"),
    },
    Entry {
        id: "discord-voice",
        text: include_str!("../../catalogue/tables/discord-voice.toml"),
    },
    Entry {
        id: "eebus-ship",
        text: include_str!("../../catalogue/tables/eebus-ship.toml"),
    },
    Entry {
        id: "firefox-push",
        text: include_str!("../../catalogue/tables/firefox-push.toml"),
    },
    Entry {
        id: "fluxer",
        text: include_str!("../../catalogue/tables/fluxer.toml"),
    },
    Entry {
        id: "graphql-transport-ws",
        text: include_str!("../../catalogue/tables/graphql-transport-ws.toml"),
    },
    Entry {
        id: "hedgedoc",
        text: include_str!("../../catalogue/tables/hedgedoc.toml"),
    },
    Entry {
        id: "hocuspocus",
        text: include_str!("../../catalogue/tables/hocuspocus.toml"),
    },
    Entry {
        id: "jupyter-collaboration",
        text: include_str!("../../catalogue/tables/jupyter-collaboration.toml"),
    },
    Entry {
        id: "lisk-p2p",
        text: include_str!("../../catalogue/tables/lisk-p2p.toml"),
    },
    Entry {
        id: "liveblocks",
        text: include_str!("../../catalogue/tables/liveblocks.toml"),
    },
    Entry {
        id: "marimo",
        text: include_str!("../../catalogue/tables/marimo.toml"),
    },
    Entry {
        id: "nostr",
        text: include_str!("../../catalogue/tables/nostr.toml"),
    },
    Entry {
        id: "obs-websocket",
        text: include_str!("../../catalogue/tables/obs-websocket.toml"),
    },
    Entry {
        id: "outline",
        text: include_str!("../../catalogue/tables/outline.toml"),
    },
    Entry {
        id: "pandascore",
        text: include_str!("../../catalogue/tables/pandascore.toml"),
    },
    Entry {
        id: "phoenix",
        text: include_str!("../../catalogue/tables/phoenix.toml"),
    },
    Entry {
        id: "protoo",
        text: include_str!("../../catalogue/tables/protoo.toml"),
    },
    Entry {
        id: "pusher",
        text: include_str!("../../catalogue/tables/pusher.toml"),
    },
    Entry {
        id: "qlik-enigma",
        text: include_str!("../../catalogue/tables/qlik-enigma.toml"),
    },
    Entry {
        id: "qst-trading",
        text: include_str!("../../catalogue/tables/qst-trading.toml"),
    },
    Entry {
        id: "replit",
        text: include_str!("../../catalogue/tables/replit.toml"),
    },
    Entry {
        id: "saltyrtc",
        text: include_str!("../../catalogue/tables/saltyrtc.toml"),
    },
    Entry {
        id: "screenshot-to-code",
        text: include_str!("../../catalogue/tables/screenshot-to-code.toml"),
    },
    Entry {
        id: "signal-chat",
        text: include_str!("../../catalogue/tables/signal-chat.toml"),
    },
    Entry {
        id: "skyway-analytics",
        text: include_str!("../../catalogue/tables/skyway-analytics.toml"),
    },
    Entry {
        id: "skyway-rpc",
        text: include_str!("../../catalogue/tables/skyway-rpc.toml"),
    },
    Entry {
        id: "skyway-signaling",
        text: include_str!("../../catalogue/tables/skyway-signaling.toml"),
    },
    Entry {
        id: "socketcluster",
        text: include_str!("../../catalogue/tables/socketcluster.toml"),
    },
    Entry {
        id: "sockjs",
        text: include_str!("../../catalogue/tables/sockjs.toml"),
    },
    Entry {
        id: "spacebar",
        text: include_str!("../../catalogue/tables/spacebar.toml"),
    },
    Entry {
        id: "speechmatics",
        text: include_str!("../../catalogue/tables/speechmatics.toml"),
    },
    Entry {
        id: "subscriptions-transport-ws",
        text: include_str!("../../catalogue/tables/subscriptions-transport-ws.toml"),
    },
    Entry {
        id: "teamly",
        text: include_str!("../../catalogue/tables/teamly.toml"),
    },
    Entry {
        id: "threema-rendezvous",
        text: include_str!("../../catalogue/tables/threema-rendezvous.toml"),
    },
    Entry {
        id: "tldraw-sync",
        text: include_str!("../../catalogue/tables/tldraw-sync.toml"),
    },
    Entry {
        id: "twitch-eventsub",
        text: include_str!("../../catalogue/tables/twitch-eventsub.toml"),
    },
    Entry {
        id: "walletconnect-relay",
        text: include_str!("../../catalogue/tables/walletconnect-relay.toml"),
    },
    Entry {
        id: "webex-mercury",
        text: include_str!("../../catalogue/tables/webex-mercury.toml"),
    },
    Entry {
        id: "xrpl",
        text: include_str!("../../catalogue/tables/xrpl.toml"),
    },
    Entry {
        id: "zigbee2mqtt",
        text: include_str!("../../catalogue/tables/zigbee2mqtt.toml"),
    },
];
