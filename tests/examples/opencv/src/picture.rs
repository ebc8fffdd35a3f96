//! A picture with no rounding in it, so that each of its pixels can be told in advance.

use opencv::core::{Mat, MatTrait, Point, Rect, Scalar, Vec3b, CV_8UC3};
use opencv::imgproc::{self, FILLED, LINE_8};
use opencv::Result;

const WIDTH: i32 = 160;
const HEIGHT: i32 = 120;

/// The colours are blue, green, red, as everywhere in OpenCV.
pub fn draw() -> Result<Mat> {
    let background = Scalar::new(96.0, 32.0, 16.0, 0.0);
    let mut picture = Mat::new_rows_cols_with_default(HEIGHT, WIDTH, CV_8UC3, background)?;
    let orange = Scalar::new(0.0, 128.0, 255.0, 0.0);
    imgproc::rectangle(&mut picture, Rect::new(20, 30, 60, 40), orange, FILLED, LINE_8, 0)?;
    let green = Scalar::new(0.0, 185.0, 118.0, 0.0);
    imgproc::line(&mut picture, Point::new(0, 100), Point::new(WIDTH - 1, 100), green, 1, LINE_8, 0)?;
    imgproc::line(&mut picture, Point::new(100, 10), Point::new(150, 60), green, 1, LINE_8, 0)?;
    for y in 80..90 {
        for x in 0..WIDTH {
            *picture.at_2d_mut::<Vec3b>(y, x)? = Vec3b::from([x as u8, y as u8, (x ^ y) as u8]);
        }
    }
    Ok(picture)
}
