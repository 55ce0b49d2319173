#include "layout/stress_descent.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace tp {
namespace {

double weight_of(const StressTerm& term) {
  return std::max(term.weight_a, term.weight_b);
}

/// The factor that takes 1 to `ratio` (0 … 1) in `rounds` steps. By halving, since `std::pow` differs from
/// one C library to the next, and with it would every position.
double factor_for(double ratio, int rounds) {
  double low = 0;
  double high = 1;
  for (int i = 0; i < 60; ++i) {
    const double middle = (low + high) / 2;
    double power = 1;
    for (int k = 0; k < rounds; ++k) power *= middle;
    (power < ratio ? low : high) = middle;
  }
  return high;
}

/// Terms are shuffled once; then each round takes short runs of them in another order. Shuffling a million
/// terms in every round costs more than meeting them, and gains nothing that could be measured.
constexpr std::size_t kRunLength = 32;

template <class T>
Paced<> shuffle(std::vector<T>& items, Random& random) {
  for (std::size_t i = items.size(); i > 1; --i) {
    if (i % kRunLength == 0) co_await Work{kRunLength};
    std::swap(items[i - 1], items[random.below(static_cast<std::uint32_t>(i))]);
  }
}

std::vector<std::uint32_t> list_runs(const std::vector<StressTerm>& terms) {
  std::vector<std::uint32_t> begins;
  for (std::size_t t = 0; t < terms.size(); t += kRunLength) begins.push_back(static_cast<std::uint32_t>(t));
  return begins;
}

/// Two nodes at one place part in any direction, the same in every run.
Point any_direction(Random& random) {
  const Point p{random.unit() - 0.5, random.unit() - 0.5};
  const double length = std::sqrt(p.x * p.x + p.y * p.y);
  return length > 0 ? p * (1 / length) : Point{1, 0};
}

void meet(std::vector<Point>& positions, const std::vector<std::uint8_t>& fixed, const StressTerm& term,
          double step, Random& random) {
  constexpr double kSamePlace = 1e-9;
  Point& a = positions[term.a];
  Point& b = positions[term.b];
  const bool a_stays = fixed[term.a] != 0;
  const bool b_stays = fixed[term.b] != 0;
  if (a_stays && b_stays) return;
  Point apart = a - b;
  double length = std::sqrt(apart.x * apart.x + apart.y * apart.y);
  if (length < kSamePlace) apart = any_direction(random) * kSamePlace, length = kSamePlace;
  const double share = a_stays || b_stays ? 1 : 0.5;
  const Point gap = apart * ((static_cast<double>(term.ideal) - length) / length * share);
  if (!a_stays) a = a + gap * std::min(1.0, static_cast<double>(term.weight_a) * step);
  if (!b_stays) b = b - gap * std::min(1.0, static_cast<double>(term.weight_b) * step);
}

struct Sums {
  double weighted_lengths = 0;  ///< of length × ideal
  double squared_lengths = 0;
  double squared_ideals = 0;
};

Sums sum_up(const std::vector<Point>& positions, const std::vector<StressTerm>& terms) {
  Sums sums;
  for (const StressTerm& term : terms) {
    const Point apart = positions[term.a] - positions[term.b];
    const double squared = apart.x * apart.x + apart.y * apart.y;
    const double ideal = term.ideal;
    sums.weighted_lengths += weight_of(term) * std::sqrt(squared) * ideal;
    sums.squared_lengths += weight_of(term) * squared;
    sums.squared_ideals += weight_of(term) * ideal * ideal;
  }
  return sums;
}

}  // namespace

StepSchedule full_schedule(const std::vector<StressTerm>& terms) {
  constexpr double kLastShare = 0.1;
  double least = 0;
  double most = 0;
  for (const StressTerm& term : terms) {
    const double weight = weight_of(term);
    if (weight <= 0) continue;
    least = least > 0 ? std::min(least, weight) : weight;
    most = std::max(most, weight);
  }
  return most > 0 ? StepSchedule{1 / least, kLastShare / most, 30} : StepSchedule{};
}

Paced<> descend(std::vector<Point>& positions, const std::vector<std::uint8_t>& fixed,
                std::vector<StressTerm>& terms, StepSchedule schedule, Random& random) {
  const double factor =
      schedule.rounds > 1 ? factor_for(schedule.last / schedule.first, schedule.rounds - 1) : 1;
  double step = schedule.first;
  co_await shuffle(terms, random);
  std::vector<std::uint32_t> runs = list_runs(terms);
  for (int round = 0; round < schedule.rounds; ++round) {
    co_await shuffle(runs, random);
    for (const std::uint32_t begin : runs) {
      co_await Work{kRunLength};
      const std::size_t end = std::min(terms.size(), begin + kRunLength);
      for (std::size_t t = begin; t < end; ++t) meet(positions, fixed, terms[t], step, random);
    }
    step *= factor;
  }
}

double best_scale(const std::vector<Point>& positions_px, const std::vector<StressTerm>& terms) {
  const Sums sums = sum_up(positions_px, terms);
  return sums.squared_ideals > 0 ? sums.weighted_lengths / sums.squared_ideals : 0;
}

double normalized_stress(const std::vector<Point>& positions_px, const std::vector<StressTerm>& terms) {
  const Sums sums = sum_up(positions_px, terms);
  if (sums.squared_ideals <= 0) return 0;
  if (sums.squared_lengths <= 0) return 1;
  // With the lengths scaled for the best fit, what is left of the ideals is what the lengths do not explain.
  const double explained =
      sums.weighted_lengths * sums.weighted_lengths / sums.squared_lengths / sums.squared_ideals;
  return std::clamp(1 - explained, 0.0, 1.0);
}

}  // namespace tp
