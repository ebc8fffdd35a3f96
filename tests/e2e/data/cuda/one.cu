// All in one file, in C++17, with what Thrust and the C++ library bring.
#include <cstdio>
#include <optional>
#include <type_traits>

template <class T>
__global__ void twice(T *x) {
  if constexpr (std::is_integral_v<T>) x[threadIdx.x] *= 2;
}

int main() {
  int *d = nullptr;
  const std::optional<cudaError_t> error = cudaMalloc(reinterpret_cast<void **>(&d), 32 * sizeof(int));
  twice<<<1, 32>>>(d);
  std::puts(cudaGetErrorString(*error));
  return *error == cudaErrorInsufficientDriver ? 0 : 1;
}
