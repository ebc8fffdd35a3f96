// prints: 8 threads, 8000 steps, future 42
#include <atomic>
#include <cstdio>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

static thread_local int own;

int main() {
    int sum = 0;
    std::mutex mutex;
    std::vector<std::thread> threads;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            for (int step = 0; step < 1000; ++step) ++own;
            std::lock_guard<std::mutex> lock(mutex);
            sum += own;
        });
    for (auto &thread : threads) thread.join();
    auto future = std::async(std::launch::async, [] { return 42; });
    std::printf("%zu threads, %d steps, future %d\n", threads.size(), sum, future.get());
}
