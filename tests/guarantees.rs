//! What does not compile: a value whose variant is not the one that its number has, and a match that
//! misses a code of the table.

#[test]
fn a_range_s_variant_holds_only_numbers_that_the_table_has_put_there() {
    trybuild::TestCases::new().compile_fail("fixtures/sealed/*.rs");
}

#[test]
fn a_code_is_matched_without_a_wildcard() {
    trybuild::TestCases::new().pass("fixtures/matching.rs");
}

#[test]
fn a_new_row_is_a_compile_error_where_it_is_not_handled() {
    trybuild::TestCases::new().compile_fail("fixtures/custom/new_row.rs");
}
