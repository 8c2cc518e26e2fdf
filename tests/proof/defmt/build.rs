//! Links with `defmt.x`, at fixed addresses.

fn main() {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/defmt.x");
    println!("cargo:rerun-if-changed={script}");
    println!("cargo:rustc-link-arg=-T{script}");
    println!("cargo:rustc-link-arg=-no-pie");
}
