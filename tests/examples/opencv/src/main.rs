//! Draws a picture, writes it, reads it back, and says which OpenCV did so. With --camera it takes one frame of a V4L2
//! camera instead.
//!
//!     opencv-demo [FILE]                     draws; FILE is picture.png unless named
//!     opencv-demo --camera [DEVICE [FILE]]   /dev/video0 and frame.png unless named

mod camera;
mod picture;

use opencv::core::{self, Mat, MatTraitConst};
use opencv::imgcodecs;
use std::process::ExitCode;

type Result<T> = std::result::Result<T, String>;

/// The file's name picks the format; a folder that is not there is `false` to OpenCV, not an error.
fn write(file: &str, image: &Mat) -> Result<()> {
    match imgcodecs::imwrite(file, image, &core::Vector::new()) {
        Ok(true) => Ok(()),
        Ok(false) => Err(format!("cannot write {file}: is its folder there, and writable?")),
        Err(error) => Err(format!("cannot write {file}: {}", error.message)),
    }
}

fn read(file: &str) -> Result<Mat> {
    let image = imgcodecs::imread(file, imgcodecs::IMREAD_COLOR).map_err(|error| error.message)?;
    if image.empty() {
        return Err(format!("cannot read {file}"));
    }
    Ok(image)
}

fn size_of(image: &Mat) -> String {
    format!("{}x{}", image.cols(), image.rows())
}

fn draw(file: &str) -> Result<()> {
    let drawn = picture::draw().map_err(|error| error.message)?;
    write(file, &drawn)?;
    let read = read(file)?;
    let difference = core::norm2(&drawn, &read, core::NORM_L1, &core::no_array()).map_err(|error| error.message)?;
    println!("OpenCV {}", core::get_version_string().map_err(|error| error.message)?);
    print!("{}", core::get_build_information().map_err(|error| error.message)?);
    println!("wrote {file} and read it back: {}, difference {difference}", size_of(&read));
    Ok(())
}

fn shoot(device: &str, file: &str) -> Result<()> {
    let frame = camera::take_frame(device)?;
    write(file, &frame)?;
    println!("wrote a frame of {device} to {file}: {}", size_of(&frame));
    Ok(())
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match words[..] {
        [] => draw("picture.png"),
        ["--camera"] => shoot(camera::FIRST, "frame.png"),
        ["--camera", device] => shoot(device, "frame.png"),
        ["--camera", device, file] => shoot(device, file),
        [file] if !file.starts_with('-') => draw(file),
        _ => {
            eprintln!("usage: opencv-demo [FILE], or opencv-demo --camera [DEVICE [FILE]]");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("opencv-demo: error: {message}");
            ExitCode::FAILURE
        }
    }
}
