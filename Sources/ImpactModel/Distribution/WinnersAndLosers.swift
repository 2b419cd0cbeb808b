/// How many people a change helps and hurts, and how much.
public struct WinnersAndLosers: Sendable, Equatable {
  /// In the unit of the savings.
  public let threshold: Double
  /// People who save more than the threshold.
  public let winners: Double
  /// People who lose more than the threshold.
  public let losers: Double

  /// - Parameter savings: what each saves; below 0 where a person loses.
  public init(savings: WeightedDistribution, threshold: Double) {
    precondition(threshold >= 0, "a threshold is a size, not a direction")
    self.threshold = threshold
    winners = savings.people(above: threshold)
    losers = savings.people(below: -threshold)
  }
}

/// People by bins of equal width.
public struct Histogram: Sendable, Equatable {
  public struct Bin: Sendable, Equatable {
    /// The bin holds values from here up to, but not, the next bin's start.
    public let start: Double
    public let people: Double
  }

  public let width: Double
  /// Without gaps, in rising order. The first also holds all below, the last all above.
  public let bins: [Bin]

  /// - Parameters:
  ///   - width: of a bin, above 0; bins start at multiples of it.
  ///   - range: which bins there are: from the one that holds its lower bound to the one that holds
  ///     its upper bound, so that one outlier does not make a thousand of them.
  public init(_ values: WeightedDistribution, width: Double, within range: ClosedRange<Double>) {
    precondition(width > 0, "a bin has a width")
    self.width = width
    let first = (range.lowerBound / width).rounded(.down)
    let last = (range.upperBound / width).rounded(.down)
    var people = Array(repeating: 0.0, count: Int(last - first) + 1)
    for entry in values.entries {
      let bin = min(max((entry.value / width).rounded(.down), first), last)
      people[Int(bin - first)] += entry.people
    }
    bins = people.enumerated().map { Bin(start: (first + Double($0)) * width, people: $1) }
  }
}
