// A compressed disk image: the file system in it is read here and there, so it is unpacked first.
#include "sysroot/packed.h"
#include "sysroot/source.h"

namespace jetson {
namespace {

class PackedSource final : public Source {
 public:
  PackedSource(std::string path, std::string folder) : path_(std::move(path)), folder_(std::move(folder)) {}

  Failure read(EntryTaker& taker, Progress& progress) override {
    if (!image_) {
      auto file = unpack_image(path_, folder_, progress);
      if (!file) return file.error();
      auto image = open_image_source(std::move(*file), path_);
      if (!image) return image.error();
      image_ = std::move(*image);
    }
    return image_->read(taker, progress);
  }

  std::vector<std::string> remarks() const override { return image_ ? image_->remarks() : std::vector<std::string>(); }

 private:
  std::string path_, folder_;
  std::unique_ptr<Source> image_;  // once it is unpacked
};

}  // namespace

std::unique_ptr<Source> open_packed_source(const std::string& path, const std::string& folder) {
  return std::make_unique<PackedSource>(path, folder);
}

}  // namespace jetson
