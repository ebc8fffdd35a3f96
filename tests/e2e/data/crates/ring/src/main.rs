//! The digest and the signature are in assembler.
use ring::signature::{Ed25519KeyPair, KeyPair, UnparsedPublicKey, ED25519};

fn main() {
    let digest = ring::digest::digest(&ring::digest::SHA256, b"abc");
    let key = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
    let signature = key.sign(b"frame");
    let public = UnparsedPublicKey::new(&ED25519, key.public_key().as_ref());
    let verified = public.verify(b"frame", signature.as_ref()).is_ok();
    let forged = public.verify(b"other", signature.as_ref()).is_ok();
    println!("{digest:?} {verified} {forged}");
}
