// The C++ side: an image by OpenCV.
#include <opencv2/core.hpp>

extern "C" {

// Fills `pixels`, of width * height bytes, and returns their mean.
double make_image(unsigned char *pixels, int width, int height) {
  cv::Mat image(height, width, CV_8UC1, pixels);
  image.setTo(100);
  return cv::mean(image)[0];
}
}
