#include <cuda_runtime.h>

__global__ void add(int *x) { x[threadIdx.x] += 1; }

// What the runtime answers to a launch.
extern "C" int run_add() {
  int *d = nullptr;
  const cudaError_t error = cudaMalloc(reinterpret_cast<void **>(&d), 32 * sizeof(int));
  add<<<1, 32>>>(d);
  return error;
}
