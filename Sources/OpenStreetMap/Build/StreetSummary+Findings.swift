public import Findings

extension StreetSummary {
  /// What a user should know of the data; nothing here refuses them.
  public func findings(_ file: String) -> [Finding] {
    var findings: [Finding] = []
    func add(_ code: String, _ severity: Severity, _ count: Int, _ message: String) {
      guard count > 0 else { return }
      findings.append(Finding(code, severity, file: file, message: message, count: count))
    }
    add("no_streets", .warning, links == 0 ? 1 : 0, "the data hold no street")
    add(
      "node_outside_earth", .warning, nodesOutsideEarth,
      "nodes have coordinates outside the Earth; they are taken as missing")
    add(
      "repeated_way", .warning, waysRepeated, "ways come twice; the first of each counts")
    add(
      "way_cut", .info, waysCut,
      "ways have nodes that are not in the file; what is left of them is kept")
    add("way_lost", .info, waysLost, "ways have no two neighbouring nodes in the file")
    add(
      "restriction_broken", .info, restrictions.broken,
      "turn restrictions whose members do not meet or whose kind is not known are left out")
    add(
      "restriction_ignored", .info, restrictions.ignored,
      "turn restrictions by hour or for other vehicles are not applied")
    add(
      "restriction_outside", .info, restrictions.outside,
      "turn restrictions have members that are no streets of this file")
    for (value, count) in unknownHighways.sorted(by: { $0.key < $1.key }).prefix(50) {
      findings.append(
        Finding(
          "unknown_highway", .info, file: file, field: "highway", value: value,
          message: "ways of a class that the rules do not know are left out", count: count))
    }
    return findings
  }
}
