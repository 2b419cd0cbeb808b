import Findings

/// Collects the findings of one feed: the same one in a million rows is one finding with a count
/// and its first places.
struct FindingLog {
  private struct Kind: Hashable {
    var code: String
    var severity: Severity
    var file: String
    var field: String?
  }

  private var positions: [Kind: Int] = [:]
  private(set) var findings: [Finding] = []

  var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Whether a cell of these fields of a file was refused.
  func hasErrors(in file: String, fields: [String]) -> Bool {
    findings.contains { finding in
      finding.severity == .error && finding.file == file
        && finding.field.map(fields.contains) ?? false
    }
  }

  mutating func add(_ finding: Finding) {
    let kind = Kind(
      code: finding.code, severity: finding.severity, file: finding.file, field: finding.field)
    if let position = positions[kind] {
      findings[position].add(finding)
    } else {
      positions[kind] = findings.count
      findings.append(finding)
    }
  }
}
