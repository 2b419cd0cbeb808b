import TransitRouting

extension ScenarioFile {
  /// Reads `draws` and `seed`.
  static func readDraws(
    _ root: YAMLSection, _ reader: inout YAMLReader
  ) -> Scenario.DrawRules {
    let range = 1...PhaseDraws.countLimit
    var draws = Scenario.DrawRules()
    let takes = "a whole number in 1 to \(range.upperBound)"
    let count = reader.value("draws", in: root, takes: takes) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
    if let count { draws.count = count }
    let seed = reader.value("seed", in: root, takes: "a whole number, not negative") { UInt64($0) }
    if let seed { draws.seed = seed }
    return draws
  }
}
