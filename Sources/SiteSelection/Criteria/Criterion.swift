/// A column by which candidates are judged.
public struct Criterion: Sendable, Equatable {
  public enum Direction: Sendable, Equatable { case moreIsBetter, lessIsBetter }

  public var name: String
  public var direction: Direction
  /// From 0; only its share of the sum of all weights matters.
  public var weight: Double
  /// Of each candidate; `nil` where it is not known.
  public var values: [Double?]

  public init(name: String, direction: Direction, weight: Double, values: [Double?]) {
    self.name = name
    self.direction = direction
    self.weight = weight
    self.values = values
  }

  /// From 0, the worst known value, to 1, the best: (value − least) / (greatest − least), turned
  /// where less is better. All 1 where all known are equal. An unknown value counts as the worst, 0,
  /// so that nobody gains by what is not known of him.
  func normalized() -> [Double] {
    let known = values.compactMap(\.self)
    guard let least = known.min(), let greatest = known.max() else { return values.map { _ in 0 } }
    // Halves, for the difference of two great numbers may be infinite.
    let range = greatest / 2 - least / 2
    return values.map { value in
      guard let value else { return 0 }
      guard range > 0 else { return 1 }
      let share = (value / 2 - least / 2) / range
      return direction == .moreIsBetter ? share : 1 - share
    }
  }
}

/// Something in the criteria that cannot be; candidates are counted from 0.
public enum CriteriaMistake: Error, Equatable, Sendable, CustomStringConvertible {
  case doubledName(String)
  case weight(String, Double)
  case value(String, candidate: Int, Double)
  /// A column that is longer or shorter than the first.
  case length(String, Int, first: Int)
  case noWeight

  public var description: String {
    switch self {
    case .doubledName(let name): "criterion \(name) comes twice"
    case .weight(let name, let weight):
      "criterion \(name): weight \(weight), not a number from 0"
    case .value(let name, let candidate, let value):
      "criterion \(name), candidate \(candidate): \(value) is not a number"
    case .length(let name, let count, let first):
      "criterion \(name): \(count) candidates, the first has \(first)"
    case .noWeight: "no criterion has a weight above 0"
    }
  }
}

/// All mistakes of criteria at once.
public struct CriteriaMistakes: Error, Equatable, Sendable, CustomStringConvertible {
  public var list: [CriteriaMistake]

  public var description: String { list.map(\.description).joined(separator: "\n") }

  init(_ criteria: [Criterion]) {
    list = []
    var names: Set<String> = []
    let count = criteria.first?.values.count ?? 0
    for criterion in criteria {
      let (name, weight) = (criterion.name, criterion.weight)
      if !names.insert(name).inserted { list.append(.doubledName(name)) }
      if !(weight.isFinite && weight >= 0) { list.append(.weight(name, weight)) }
      if criterion.values.count != count {
        list.append(.length(name, criterion.values.count, first: count))
      }
      for (candidate, value) in criterion.values.enumerated() {
        guard let value, !value.isFinite else { continue }
        list.append(.value(name, candidate: candidate, value))
      }
    }
    if !criteria.contains(where: { $0.weight > 0 }) { list.append(.noWeight) }
  }
}
