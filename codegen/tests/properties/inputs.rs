//! The number of inputs to try, and damaged inputs.

use std::env;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// This many cases, or as many as the environment asks for.
pub(crate) fn cases(cases: u32) -> ProptestConfig {
    let config = ProptestConfig::default();
    let seed = match config.rng_seed {
        RngSeed::Random => RngSeed::Fixed(6455),
        fixed @ RngSeed::Fixed(_) => fixed,
    };
    let asked = env::var_os("PROPTEST_CASES").map(|_| config.cases);
    ProptestConfig {
        cases: asked.unwrap_or(cases),
        rng_seed: seed,
        failure_persistence: None,
        ..config
    }
}

/// What may happen to a byte of a file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Edit {
    Delete,
    Double,
    Replace(u8),
    /// Everything after it is removed.
    Cut,
}

pub(crate) fn edits() -> impl Strategy<Value = Edit> {
    let special = prop::sample::select(b"\"'[]{}=#.,-_\\\n\r\t 09aZ\0\x7f\xff".to_vec());
    prop_oneof![
        6 => Just(Edit::Delete),
        6 => Just(Edit::Double),
        6 => special.prop_map(Edit::Replace),
        3 => any::<u8>().prop_map(Edit::Replace),
        1 => Just(Edit::Cut),
    ]
}

pub(crate) fn edited(text: &str, edits: &[(prop::sample::Index, Edit)]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for (index, edit) in edits {
        if bytes.is_empty() {
            break;
        }
        let at = index.index(bytes.len());
        match *edit {
            Edit::Delete => drop(bytes.remove(at)),
            Edit::Double => bytes.insert(at, bytes[at]),
            Edit::Replace(byte) => bytes[at] = byte,
            Edit::Cut => bytes.truncate(at),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
