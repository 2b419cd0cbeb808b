public import Findings

/// What the import looks for in a feed. Each rule has a file of its own in this folder, with what
/// the GTFS Schedule reference asks and, where it can stand alone, the check.
public struct Rule: Sendable, Encodable {
  /// A stable name in snake case, the `code` of its findings.
  public let code: String
  /// `error` refuses the feed; a fault in a field that routing does not rely on, or one that
  /// `--repair` mends, is a warning all the same.
  public let severity: Severity
  /// Where the reference asks it: a file and field, or a section.
  public let reference: String
  /// What the reference asks, in our own words, or what the import does where it is silent.
  public let requirement: String
  /// What is said of a place that breaks the rule, where the check has nothing more exact.
  public let found: String
  /// How to mend a feed that breaks the rule.
  public let remedy: String
  /// Whether `--repair` mends it.
  public let isRepairable: Bool

  init(
    _ code: String, _ severity: Severity, in reference: String, _ requirement: String,
    found: String = "", mend remedy: String, repairable isRepairable: Bool = false
  ) {
    self.code = code
    self.severity = severity
    self.reference = reference
    self.requirement = requirement
    self.found = found
    self.remedy = remedy
    self.isRepairable = isRepairable
  }

  /// A finding of this rule.
  /// - Parameters:
  ///   - message: what is wrong here, where that is more than `found`.
  ///   - mended: whether `--repair` has mended it.
  func finding(
    _ severity: Severity? = nil, file: String, line: Int? = nil, field: String? = nil,
    value: String? = nil, _ message: String? = nil, mended: Bool = false
  ) -> Finding {
    var remedy = remedy
    if mended {
      remedy = "mended"
    } else if isRepairable {
      remedy += ", or use --repair"
    }
    return Finding(
      code, mended ? .warning : severity ?? self.severity, file: file, line: line, field: field,
      value: value, message: message ?? (found.isEmpty ? requirement : found), remedy: remedy)
  }
}
