extern "C" __global__ void fill(int *x) { x[threadIdx.x] = 7; }
