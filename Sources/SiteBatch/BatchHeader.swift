public import InputHashes

/// What the rows of a file were computed from. Rows of equal headers belong together, on whatever
/// machine they were computed.
public struct BatchHeader: Codable, Sendable, Equatable {
  static let format = "antenne site rows 1"

  public var format = Self.format
  public var version: String
  /// The scenario's name.
  public var scenario: String
  public var date: String
  /// Of all files but that of the candidates.
  public var inputs: [InputHash]
  /// Of the roads, zones and car tables that are compiled into the program.
  public var builtInRoads: InputHash?
  /// Person-days in spaces in a week of each group, where rows tell what they save each; else `nil`.
  public var groupDaysPerWeek: [Double]?

  public init(
    version: String, scenario: String, date: String, inputs: [InputHash],
    builtInRoads: InputHash? = nil, groupDaysPerWeek: [Double]? = nil
  ) {
    self.version = version
    self.scenario = scenario
    self.date = date
    self.inputs = inputs
    self.builtInRoads = builtInRoads
    self.groupDaysPerWeek = groupDaysPerWeek
  }

  /// In what another header differs, in words; `nil` where they are equal.
  public func difference(from other: BatchHeader) -> String? {
    if format != other.format { return "the format is \(other.format), not \(format)" }
    if version != other.version { return "Antenne \(other.version) and not \(version)" }
    if scenario != other.scenario { return "the scenario is “\(other.scenario)”" }
    if date != other.date { return "the date is \(other.date), not \(date)" }
    let theirs = Dictionary(grouping: other.inputs, by: \.sha256)
    let changed = inputs.filter { theirs[$0.sha256] == nil }.map(\.name)
    if !changed.isEmpty { return "other bytes of \(changed.joined(separator: ", "))" }
    if inputs != other.inputs { return "other input files" }
    if builtInRoads != other.builtInRoads { return "other roads are compiled into the program" }
    return groupDaysPerWeek == other.groupDaysPerWeek
      ? nil : "what each group saves is in one of them only"
  }
}
