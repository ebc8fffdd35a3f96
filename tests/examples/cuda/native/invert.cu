// Inverts an image on the GPU.
#include <cuda_runtime.h>

namespace {

__global__ void invert(unsigned char *pixels, int count) {
  const int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < count) pixels[i] = 255 - pixels[i];
}

}  // namespace

// In place; what CUDA says about it: "no error" on a board.
extern "C" const char *invert_image(unsigned char *pixels, int count) {
  unsigned char *device = nullptr;
  cudaError_t error = cudaMalloc(&device, count);
  if (error == cudaSuccess) error = cudaMemcpy(device, pixels, count, cudaMemcpyHostToDevice);
  if (error == cudaSuccess) {
    invert<<<(count + 255) / 256, 256>>>(device, count);
    error = cudaMemcpy(pixels, device, count, cudaMemcpyDeviceToHost);
  }
  cudaFree(device);
  return cudaGetErrorString(error);
}
