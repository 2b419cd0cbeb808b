import TabularText

/// A figure or claim of a source document beside what the project's data give.
public struct Fact: Sendable, Codable, Equatable {
  public enum Agreement: String, Sendable, Codable, CaseIterable {
    case agrees, differs
    /// Ours counts a part of what the document counts and can neither confirm nor contradict it.
    case incomplete
    /// The uncertainty of ours reaches to both sides of the claim.
    case undecided
    case notComputable = "not computable"
  }

  public var topic: String
  public var title: String
  public var claim: Claim
  /// `nil` where nothing could be computed.
  public var ours: Estimate?
  public var unit: String
  public var decimals: Int
  public var agreement: Agreement
  /// What the document says elsewhere, or what else is at odds with it; only where ours differs.
  public var contradiction: String?
  public var note: String
  /// Of the document's figure.
  public var source: String

  /// - Parameters:
  ///   - tension: becomes the contradiction where ours differs from the claim.
  ///   - isPart: whether ours, where it is less, is known to count only a part.
  init(
    _ topic: String, _ title: String, claim: Claim, ours: Estimate?, unit: String,
    decimals: Int = 0, tension: String = "", isPart: Bool = false, note: String = "",
    source: String
  ) {
    self.topic = topic
    self.title = title
    self.claim = claim
    self.ours = ours
    self.unit = unit
    self.decimals = decimals
    self.note = note
    self.source = source
    agreement = ours.map(claim.agreement) ?? .notComputable
    if let ours, isPart, agreement == .differs, ours.highest < claim.value {
      agreement = .incomplete
    }
    contradiction = agreement == .differs && !tension.isEmpty ? tension : nil
  }

  /// Such as `86` or `more than 85`.
  public var documentText: String {
    claim.relation.words
      + Self.number(claim.value, claim.value == claim.value.rounded() ? 0 : decimals)
  }

  /// Such as `22`, or `615 (515–715)` with its interval.
  public var oursText: String {
    guard let ours else { return "–" }
    let best = Self.number(ours.best, decimals)
    guard ours.lowest < ours.highest else { return best }
    let bounds = [ours.lowest, ours.highest].map { Self.number($0, decimals) }
    // A dash before a minus cannot be read.
    return "\(best) (\(bounds.joined(separator: ours.lowest < 0 ? " to " : "–")))"
  }
}

extension Fact {
  /// With thousands grouped: `89,468`.
  static func number(_ value: Double, _ decimals: Int = 0) -> String {
    let parts = CSVWriter.fixed(value, decimals).split(separator: ".")
    var grouped = ""
    for (position, digit) in (parts.first ?? "").reversed().enumerated() {
      if position > 0, position.isMultiple(of: 3), digit.isNumber { grouped.append(",") }
      grouped.append(digit)
    }
    return ([String(grouped.reversed())] + parts.dropFirst().map(String.init))
      .joined(separator: ".")
  }
}

/// A number and between what it lies.
public struct Estimate: Sendable, Codable, Equatable {
  public var lowest: Double
  /// With every coordinate where it is written.
  public var best: Double
  public var highest: Double

  public init(lowest: Double, best: Double, highest: Double) {
    precondition(lowest <= best && best <= highest)
    self.lowest = lowest
    self.best = best
    self.highest = highest
  }

  public init(_ value: Double) {
    self.init(lowest: value, best: value, highest: value)
  }

  /// A distance, which is never negative.
  public init(meters: Double, uncertaintyMeters: Double) {
    self.init(
      lowest: max(0, meters - uncertaintyMeters), best: meters, highest: meters + uncertaintyMeters)
  }
}

/// What a document says of a number.
public struct Claim: Sendable, Codable, Equatable {
  public enum Relation: String, Sendable, Codable {
    case equal
    case moreThan = "more than"
    case lessThan = "less than"

    var words: String { self == .equal ? "" : rawValue + " " }
  }

  public var relation: Relation
  public var value: Double
  /// How far from an equal number ours may be: half of the last digit that is printed.
  public var tolerance: Double

  public init(_ value: Double) {
    self.init(.equal, value)
  }

  public init(_ relation: Relation, _ value: Double, tolerance: Double = 0) {
    self.relation = relation
    self.value = value
    self.tolerance = tolerance
  }

  public func agreement(with ours: Estimate) -> Fact.Agreement {
    let (holds, fails): (Bool, Bool) =
      switch relation {
      case .equal:
        (
          ours.lowest >= value - tolerance && ours.highest <= value + tolerance,
          ours.lowest > value + tolerance || ours.highest < value - tolerance
        )
      case .moreThan: (ours.lowest > value, ours.highest <= value)
      case .lessThan: (ours.highest < value, ours.lowest >= value)
      }
    return holds ? .agrees : fails ? .differs : .undecided
  }
}
