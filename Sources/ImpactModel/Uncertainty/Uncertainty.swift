import Foundation

/// How sure an impact is: intervals of its headlines, what they hang on, and how stable the ranking of
/// spaces is.
public struct Uncertainty: Sendable, Equatable, Codable {
  public var draws: Int
  public var seed: UInt64
  public var intervals: [Interval]
  /// The bar of the first headline that is longest first.
  public var tornado: [Bar]
  /// Best rank first.
  public var ranks: [SiteRank]

  /// Nine of ten draws lie from `low` to `high`.
  public struct Interval: Sendable, Equatable, Codable {
    public var name: String
    public var unit: String
    /// Without any draw.
    public var value: Double
    public var low: Double
    public var median: Double
    public var high: Double
    /// Of each draw. Draws of one seed have the same parameters in every run, so that two runs can be
    /// compared draw by draw.
    public var drawn: [Double]
  }

  /// The headlines with one parameter at either end of its range and all others as they are.
  public struct Bar: Sendable, Equatable, Codable {
    public var parameter: String
    public var unit: String
    public var source: String
    public var low: Double
    public var high: Double
    /// By the name of the headline.
    public var atLow: [String: Double]
    public var atHigh: [String: Double]
  }

  /// How often a space is among the best, by the hours it would save as the only one.
  public struct SiteRank: Sendable, Equatable, Codable {
    public var id: String
    /// 1 is the best.
    public var rank: Int
    public var hoursAlonePerYear: Double
    public var shareFirst: Double
    public var shareInTopThree: Double
    /// Nine of ten draws lie between these ranks.
    public var lowRank: Int
    public var highRank: Int
  }
}

/// One end of a bar of a tornado.
public struct TornadoEnd: Sendable {
  public var parameter: String
  public var unit: String
  public var source: String
  public var value: Double
  public var isLow: Bool
  public var inputs: ModelInputs
}

extension ModelInputs {
  /// The ends of all bars, low before high.
  public func tornadoEnds(_ rules: DrawRules) -> [TornadoEnd] {
    var ends: [TornadoEnd] = []
    func add(
      _ name: String, _ unit: String, _ source: String, _ range: ClosedRange<Double>,
      _ change: (inout ModelInputs, Double) -> Void
    ) {
      for (value, isLow) in [(range.lowerBound, true), (range.upperBound, false)] {
        var inputs = self
        change(&inputs, value)
        ends.append(
          TornadoEnd(
            parameter: name, unit: unit, source: source, value: value, isLow: isLow, inputs: inputs)
        )
      }
    }
    for field in ModelParameters.fields where field != \ModelParameters.delayShare {
      let parameter = parameters[keyPath: field]
      guard parameter.low < parameter.high else { continue }
      add(parameter.name, parameter.unit, parameter.source, parameter.low...parameter.high) {
        $0.parameters[keyPath: field].value = $1
      }
    }
    let delay = parameters.delayShare
    if delay.high > 0 {
      add(delay.name, delay.unit, delay.source, 0...delay.high) { $0 = $0.delayed(by: $1) }
    }
    if let range = rules.participation {
      add("policy.participation", "share of those who gain", "scenario", range) {
        $0.participation = $1
      }
    }
    return ends
  }
}

extension Uncertainty {
  /// Puts draws and ends together.
  ///
  /// - Parameters:
  ///   - central: without any draw.
  ///   - outcomes: of the draws.
  ///   - ends: with the effects at each.
  public init(
    _ inputs: ModelInputs, _ rules: DrawRules, central: DrawOutcome, outcomes: [DrawOutcome],
    ends: [(end: TornadoEnd, effects: Effects)]
  ) {
    draws = rules.count
    seed = rules.seed
    intervals = Effects.headlines.map { headline in
      let drawn = outcomes.map { $0.effects[keyPath: headline.value] }
      let values = WeightedDistribution(drawn.map { ($0, people: 1) })
      let value = central.effects[keyPath: headline.value]
      return Interval(
        name: headline.name, unit: headline.unit, value: value,
        low: values.quantile(0.05) ?? value, median: values.quantile(0.5) ?? value,
        high: values.quantile(0.95) ?? value, drawn: drawn)
    }
    let central0 = Effects.headlines.first.map { $0.name } ?? ""
    var bars: [Bar] = []
    for (end, effects) in ends {
      let values = Dictionary(
        uniqueKeysWithValues: Effects.headlines.map { ($0.name, effects[keyPath: $0.value]) })
      if end.isLow {
        bars.append(
          Bar(
            parameter: end.parameter, unit: end.unit, source: end.source, low: end.value,
            high: end.value, atLow: values, atHigh: values))
      } else if let last = bars.indices.last {
        bars[last].high = end.value
        bars[last].atHigh = values
      }
    }
    func length(_ bar: Bar) -> Double {
      abs((bar.atHigh[central0] ?? 0) - (bar.atLow[central0] ?? 0))
    }
    tornado = bars.enumerated().sorted {
      (length($1.element), $0.offset) < (length($0.element), $1.offset)
    }.map(\.element)
    ranks = Self.ranks(inputs, central, outcomes)
  }

  private static func ranks(
    _ inputs: ModelInputs, _ central: DrawOutcome, _ outcomes: [DrawOutcome]
  ) -> [SiteRank] {
    let places = outcomes.map { order($0.hoursAlone) }
    return order(central.hoursAlone).enumerated().sorted { $0.element < $1.element }.map {
      site, rank in
      let drawn = places.map { $0[site] }
      let values = WeightedDistribution(drawn.map { (Double($0), people: 1) })
      func share(_ limit: Int) -> Double {
        drawn.isEmpty ? 0 : Double(drawn.count { $0 <= limit }) / Double(drawn.count)
      }
      return SiteRank(
        id: inputs.spaces[site].id, rank: rank,
        hoursAlonePerYear: central.hoursAlone[site] * inputs.weeksPerYear, shareFirst: share(1),
        shareInTopThree: share(3), lowRank: Int(values.quantile(0.05) ?? Double(rank)),
        highRank: Int(values.quantile(0.95) ?? Double(rank)))
    }
  }

  /// The rank of each space; of equal ones the first in the list is better.
  private static func order(_ hours: [Double]) -> [Int] {
    var ranks = hours.map { _ in 0 }
    let sorted = hours.indices.sorted { (hours[$1], $0) < (hours[$0], $1) }
    for (rank, site) in sorted.enumerated() { ranks[site] = rank + 1 }
    return ranks
  }
}
