__device__ int more(int x) { return x + 1; }
