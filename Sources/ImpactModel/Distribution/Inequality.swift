extension WeightedDistribution {
  /// Gini coefficient of the people's values: 0 where all have the same, near 1 where one has all.
  ///
  /// One minus twice the area under the Lorenz curve, the area taken by trapezoids between entries
  /// (Cowell, *Measuring Inequality*, 3rd edition, 2011). It is half the mean absolute difference
  /// between two people over the mean. Not corrected for small samples: two people with 0 and 1 have
  /// 0.5.
  ///
  /// `nil` where the curve does not exist: a value below 0, or a total of 0.
  public var gini: Double? {
    guard let least = entries.first?.value, least >= 0, total > 0 else { return nil }
    var below = 0.0
    var weighed = 0.0
    for entry in entries {
      // People below minus people above this entry; its own people count as half on either side.
      weighed += entry.value * entry.people * (2 * below + entry.people - people)
      below += entry.people
    }
    return max(0, weighed / (people * total))
  }

  /// Palma ratio: the total of the tenth of people with the most over that of the four tenths with
  /// the least (Palma, *Homogeneous middles vs. heterogeneous tails*, Development and Change 42,
  /// 2011; named so by Cobham and Sumner, 2013). An entry at a border is split. 0.25 where all have
  /// the same.
  ///
  /// `nil` where a value is below 0 or the four tenths have nothing.
  public var palma: Double? {
    guard let least = entries.first?.value, least >= 0 else { return nil }
    let poorest = total(ofLowest: 0.4)
    return poorest > 0 ? total(ofHighest: 0.1) / poorest : nil
  }

  private func total(ofLowest share: Double) -> Double {
    Self.total(of: share * people, from: entries)
  }

  private func total(ofHighest share: Double) -> Double {
    Self.total(of: share * people, from: entries.reversed())
  }

  private static func total(of people: Double, from entries: some Sequence<Entry>) -> Double {
    var left = people
    var total = 0.0
    for entry in entries where left > 0 {
      total += entry.value * min(entry.people, left)
      left -= entry.people
    }
    return total
  }
}
