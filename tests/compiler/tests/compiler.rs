//! Code that does not compile, and the compiler's messages: a value in the wrong variant, a match that
//! misses a code of the table, and errors in a table or an invocation.
//!
//! After a change of a message, this writes the expected texts:
//!
//! ```text
//! TRYBUILD=overwrite cargo test -p close-codes-tests-compiler
//! ```

use std::path::Path;

#[test]
fn a_range_s_variant_holds_only_numbers_that_the_table_has_put_there() {
    trybuild::TestCases::new().compile_fail("fixtures/sealed/*.rs");
}

#[test]
fn a_new_row_is_a_compile_error_where_it_is_not_handled() {
    trybuild::TestCases::new().compile_fail("fixtures/custom/new_row.rs");
}

#[test]
fn the_compiler_reports_each_error_and_nothing_else() {
    let cases = trybuild::TestCases::new();
    cases.compile_fail("fixtures/errors/invocations.rs");
    cases.compile_fail("fixtures/errors/ten_mistakes.rs");
    // Messages show directories, whose names are the same everywhere only inside the workspace.
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2);
    if workspace.is_some_and(|folder| Path::new(env!("CARGO_TARGET_TMPDIR")).starts_with(folder)) {
        cases.compile_fail("fixtures/errors/no_table.rs");
    }
}
