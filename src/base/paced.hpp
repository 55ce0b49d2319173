// How does long work share a thread with the frames? Coroutines that stop once they have had their share, and
// go on from there.
#pragma once

#include <coroutine>
#include <cstdint>
#include <exception>
#include <limits>
#include <optional>
#include <utility>

namespace tp {

/// How far one run has come. Work is counted in units of its own and not in time, so a run stops at the same
/// places on every machine; where it stops changes nothing in its result.
struct Pace {
  std::int64_t left = 0;  ///< units until the next stop
  std::int64_t done = 0;
  std::coroutine_handle<> innermost;  ///< what goes on next; none: the end is reached
};

/// `co_await Work{n}` in a paced function: n units come next, and before them the run may stop.
struct Work {
  std::int64_t units = 1;
};

template <class T>
class Paced;

class PacedPromiseBase {
 public:
  std::suspend_always initial_suspend() const noexcept { return {}; }
  void unhandled_exception() const noexcept { std::terminate(); }

  struct Stop {
    bool goes_on = true;
    bool await_ready() const noexcept { return goes_on; }
    void await_suspend(std::coroutine_handle<>) const noexcept {}
    void await_resume() const noexcept {}
  };
  Stop await_transform(Work work) noexcept {
    pace->left -= work.units;
    pace->done += work.units;
    return Stop{pace->left > 0};
  }
  template <class T>
  auto await_transform(Paced<T>&& inner) noexcept;

  // Both ways lead over the loop in `PacedRun::advance`, so no depth of calls grows with the number of calls.
  struct Return {
    bool await_ready() const noexcept { return false; }
    template <class Promise>
    void await_suspend(std::coroutine_handle<Promise> self) const noexcept {
      self.promise().pace->innermost = self.promise().caller;
    }
    void await_resume() const noexcept {}
  };
  Return final_suspend() const noexcept { return {}; }

  Pace* pace = nullptr;
  std::coroutine_handle<> caller;
};

template <class T>
struct PacedPromise : PacedPromiseBase {
  Paced<T> get_return_object();
  void return_value(T value) { result.emplace(std::move(value)); }
  T take() { return std::move(*result); }
  std::optional<T> result;
};

template <>
struct PacedPromise<void> : PacedPromiseBase {
  Paced<void> get_return_object();
  void return_void() const noexcept {}
  void take() const noexcept {}
};

/// A function whose work can stop at each `co_await Work{…}`. It runs only while another such function awaits
/// it or a `PacedRun` advances it; what its arguments refer to must live as long.
template <class T = void>
class [[nodiscard]] Paced {
 public:
  using promise_type = PacedPromise<T>;
  explicit Paced(std::coroutine_handle<promise_type> handle) : handle_(handle) {}
  Paced(Paced&& other) noexcept : handle_(std::exchange(other.handle_, nullptr)) {}
  Paced& operator=(Paced&&) = delete;
  ~Paced() {
    if (handle_) handle_.destroy();
  }
  std::coroutine_handle<promise_type> handle() const { return handle_; }

 private:
  std::coroutine_handle<promise_type> handle_;
};

template <class T>
Paced<T> PacedPromise<T>::get_return_object() {
  return Paced<T>(std::coroutine_handle<PacedPromise<T>>::from_promise(*this));
}
inline Paced<void> PacedPromise<void>::get_return_object() {
  return Paced<void>(std::coroutine_handle<PacedPromise<void>>::from_promise(*this));
}

template <class T>
auto PacedPromiseBase::await_transform(Paced<T>&& inner) noexcept {
  struct Call {
    std::coroutine_handle<PacedPromise<T>> inner;
    Pace* pace;
    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> self) const noexcept {
      inner.promise().pace = pace;
      inner.promise().caller = self;
      pace->innermost = inner;
    }
    T await_resume() const noexcept { return inner.promise().take(); }
  };
  return Call{inner.handle(), pace};
}

/// One run of a paced function, from outside.
template <class T>
class PacedRun {
 public:
  explicit PacedRun(Paced<T> work) : work_(std::move(work)) {
    work_.handle().promise().pace = &pace_;
    pace_.innermost = work_.handle();
  }
  PacedRun(const PacedRun&) = delete;
  PacedRun& operator=(const PacedRun&) = delete;

  /// Goes on for at most about `units`; true once the end is reached.
  bool advance(std::int64_t units) {
    pace_.left = units;
    while (pace_.innermost && pace_.left > 0) pace_.innermost.resume();
    return !pace_.innermost;
  }
  std::int64_t units_done() const { return pace_.done; }
  /// The result, once, after the end is reached.
  T take() { return work_.handle().promise().take(); }

 private:
  Pace pace_;
  Paced<T> work_;
};

/// The same in one go.
template <class T>
T finish(Paced<T> work) {
  PacedRun<T> run(std::move(work));
  while (!run.advance(std::numeric_limits<std::int64_t>::max())) {
  }
  return run.take();
}

}  // namespace tp
