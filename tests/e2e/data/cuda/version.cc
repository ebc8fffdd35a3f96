#include <cuda_runtime_api.h>

#include <cstdio>

int main() {
  int version = 0;
  std::puts(cudaGetErrorString(cudaRuntimeGetVersion(&version)));
  std::printf("%d\n", version);
}
