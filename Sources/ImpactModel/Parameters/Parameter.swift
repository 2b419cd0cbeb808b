/// A number that the timetable and the streets do not give, with where it comes from.
public struct Parameter: Sendable, Equatable {
  /// Key in a scenario; the unit stands in it.
  public let name: String
  public var value: Double
  /// What it may be as well: the ends of a tornado's bar and of seeded draws.
  public var low: Double
  public var high: Double
  public let unit: String
  /// What was read, with its year; or a text that begins with "assumption".
  public var source: String

  init(
    _ name: String, _ value: Double, _ range: ClosedRange<Double>, _ unit: String, _ source: String
  ) {
    self.name = name
    self.value = value
    low = range.lowerBound
    high = range.upperBound
    self.unit = unit
    self.source = source
  }

  /// Whether nobody's text gives the value; its ends may have a source all the same.
  public var isAssumption: Bool { source.hasPrefix("assumption") }
}
