import Foundation

/// Repeatable random numbers: SplitMix64 (Steele, Lea & Flood, Fast splittable pseudorandom number
/// generators, OOPSLA 2014). The same seed and stream give the same numbers on every machine.
public struct SeededRandom: Sendable {
  private var state: UInt64

  /// - Parameter stream: numbers of different streams do not depend on each other.
  public init(seed: UInt64, stream: UInt64) {
    state = seed
    state = next() ^ (stream &* 0xD6E8_FEB8_6659_FD93)
  }

  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// From 0, included, to 1, excluded.
  public mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A triangle over a range with its peak at `mode`; the value itself where the range is a point.
  mutating func triangular(_ low: Double, _ mode: Double, _ high: Double) -> Double {
    let place = uniform()
    guard low < high else { return mode }
    let peak = (mode - low) / (high - low)
    return place < peak
      ? low + (place * (high - low) * (mode - low)).squareRoot()
      : high - ((1 - place) * (high - low) * (high - mode)).squareRoot()
  }

  /// A count whose mean and variance are `mean`: by Knuth's product of uniform numbers (The Art of
  /// Computer Programming 2, 3.4.1), of large means by the normal limit.
  mutating func poisson(_ mean: Double) -> Double {
    guard mean < 50 else { return max(0, mean + mean.squareRoot() * normal()) }
    let limit = exp(-mean)
    var count = 0.0
    var product = uniform()
    while product > limit {
      count += 1
      product *= uniform()
    }
    return count
  }

  /// Mean 0 and standard deviation 1 (Box and Muller).
  mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform())).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }
}
