//! One frame of a V4L2 camera. Where there is none, the error says which of the usual reasons it is.

use opencv::core::{Mat, MatTraitConst};
use opencv::videoio::{VideoCapture, VideoCaptureTrait, VideoCaptureTraitConst, CAP_V4L2};
use std::fs::{self, OpenOptions};
use std::io::ErrorKind;

pub const FIRST: &str = "/dev/video0";

/// The first frames of many cameras are black or empty: the exposure is still being found.
const TRIES: usize = 10;

fn devices() -> String {
    let mut found: Vec<String> = fs::read_dir("/dev")
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path().display().to_string())
        .filter(|path| path.starts_with("/dev/video"))
        .collect();
    found.sort();
    if found.is_empty() {
        "no /dev/video* is there: is a camera connected, and its driver loaded?".to_string()
    } else {
        format!("there is {}", found.join(", "))
    }
}

/// OpenCV tells nothing but "not opened", so the file is looked at first.
fn check_device(device: &str) -> Result<(), String> {
    match OpenOptions::new().read(true).write(true).open(device) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(format!("no camera at {device}; {}", devices())),
        Err(error) if error.kind() == ErrorKind::PermissionDenied => Err(format!(
            "you may not use {device}: put your account into the group video (sudo usermod -aG video $USER) and log in again"
        )),
        Err(error) => Err(format!("cannot open {device}: {error}")),
    }
}

pub fn take_frame(device: &str) -> Result<Mat, String> {
    check_device(device)?;
    let mut camera = VideoCapture::from_file(device, CAP_V4L2).map_err(|error| format!("{device}: {}", error.message))?;
    if !camera.is_opened().unwrap_or(false) {
        return Err(format!(
            "{device} is no V4L2 camera that OpenCV can use, or another program has it \
             (a CSI camera of a Jetson gives raw Bayer there: take it by nvarguscamerasrc and GStreamer)"
        ));
    }
    let mut frame = Mat::default();
    for _ in 0..TRIES {
        let read = camera.read(&mut frame).map_err(|error| format!("{device}: {}", error.message))?;
        if read && !frame.empty() {
            return Ok(frame);
        }
    }
    Err(format!("{device} opened, but gave no frame in {TRIES} tries"))
}
