//! The name that git gives to the contents "abc\n".
fn main() {
    let (mut major, mut minor, mut patch) = (0, 0, 0);
    let mut name = libgit2_sys::git_oid { id: [0; 20] };
    unsafe {
        libgit2_sys::git_libgit2_init();
        libgit2_sys::git_libgit2_version(&mut major, &mut minor, &mut patch);
        let text = b"abc\n";
        libgit2_sys::git_odb_hash(&mut name, text.as_ptr().cast(), text.len(), libgit2_sys::GIT_OBJECT_BLOB);
    }
    let hex: String = name.id.iter().map(|byte| format!("{byte:02x}")).collect();
    println!("{major}.{minor} {hex}");
}
