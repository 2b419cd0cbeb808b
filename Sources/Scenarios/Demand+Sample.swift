import ImpactModel

extension Demand {
  /// A sample of so many people, each of whom stands for as many as the others.
  ///
  /// Systematic sampling from a random start: every person has the same chance, each origin is taken as
  /// often as its people would make it, or once more, and the number of people stays. (Cochran, Sampling
  /// Techniques, 3rd edition 1977, chapter 8.)
  func sampled(_ size: Int, seed: UInt64) -> Demand {
    let step = people / Double(size)
    guard step > 0 else { return self }
    var random = SeededRandom(seed: seed, stream: .max)
    var next = random.uniform() * step
    var passed = 0.0
    var sample = self
    sample.origins = origins.compactMap { origin in
      passed += origin.people
      var count = 0
      while next < passed {
        count += 1
        next += step
      }
      var taken = origin
      taken.people = Double(count) * step
      return count > 0 ? taken : nil
    }
    sample.summary += "; of them a sample of \(size), seed \(seed)"
    return sample
  }
}
