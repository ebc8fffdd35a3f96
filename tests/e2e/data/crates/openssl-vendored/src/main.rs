use std::ffi::CStr;

fn main() {
    let mut digest = [0u8; 32];
    let text = b"abc";
    let version = unsafe {
        openssl_sys::SHA256(text.as_ptr(), text.len(), digest.as_mut_ptr());
        CStr::from_ptr(openssl_sys::OpenSSL_version(openssl_sys::OPENSSL_VERSION))
    };
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    println!("{} {hex}", version.to_str().unwrap().split(' ').take(2).collect::<Vec<_>>().join(" "));
}
