import Findings

/// The notices of a feed as a table: the heaviest first.
enum NoticeTable {
  /// - Parameter source: the path of the feed, left out of the places.
  static func text(_ findings: [Finding], of source: String) -> String {
    if findings.isEmpty { return "  no notices\n" }
    let counts = Severity.allCases.reversed().map { severity in
      "\(findings.filter { $0.severity == severity }.count) \(severity.rawValue)"
    }
    let heaviest = Severity.allCases.reversed().flatMap { severity in
      findings.filter { $0.severity == severity }
    }
    let rows = heaviest.map { finding in
      [
        finding.severity.rawValue, finding.code, "\(finding.count)", place(finding, source),
        finding.field ?? "", clipped(finding.value ?? ""),
      ]
    }
    let table = TextTable.text(
      header: ["severity", "code", "count", "first at", "field", "value"],
      rows: rows.map { $0.map(Finding.printable) })
    return "  notices: \(counts.joined(separator: ", ")); 'antenne rules CODE' says what each "
      + "asks, --notices FILE.json has all\n\n"
      + table.split(separator: "\n").map { "  " + trimmedEnd($0) + "\n" }.joined()
  }

  private static func place(_ finding: Finding, _ source: String) -> String {
    var file = finding.file
    if file.hasPrefix(source + "/") { file = String(file.dropFirst(source.count + 1)) }
    if file == source { file = "(feed)" }
    return finding.line.map { "\(file):\($0)" } ?? file
  }

  private static func clipped(_ text: String) -> String {
    text.count > 30 ? text.prefix(29) + "…" : text
  }

  private static func trimmedEnd(_ line: Substring) -> Substring {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}
