//! What does not compile: a value whose variant is not the one that its number has.

#[test]
fn a_range_s_variant_holds_only_numbers_that_the_table_has_put_there() {
    trybuild::TestCases::new().compile_fail("fixtures/sealed/*.rs");
}

#[test]
fn a_code_is_matched_without_a_wildcard() {
    trybuild::TestCases::new().pass("fixtures/matching.rs");
}
