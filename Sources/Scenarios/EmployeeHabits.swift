import Findings
import TabularText

/// The names that a list of employees may use.
struct DemandNames {
  var offices: [String]
  var modes: [CommuteMode]
  var weekGroups: [String]
  /// In the office, in the base of each of these groups.
  var officeDays: [Double]
  var operators: [String]
}

extension Demand.Habits {
  /// Sorts origins that differ in nothing else.
  var order: String {
    let parts = [
      mode?.rawValue ?? "", hasCar.map { $0 ? "car" : "no car" } ?? "", weekGroup ?? "",
      officeDays.map { "\($0)" } ?? "", operatorName ?? "",
    ]
    return parts.joined(separator: "\u{1F}")
  }
}

extension EmployeeList {
  /// What a row says of how somebody commutes; an empty cell says nothing.
  func habits(
    _ row: Table.Row, _ names: DemandNames, _ findings: inout [Finding]
  ) -> Demand.Habits {
    var habits = Demand.Habits()
    let modes = names.modes.map(\.rawValue)
    if let mode = choice(row, "mode", modes, "modes of the scenario", &findings) {
      habits.mode = CommuteMode(rawValue: mode)
    }
    let car = choice(row, "car", ["yes", "no"], "values", &findings)
    habits.hasCar = car.map { $0 == "yes" }
    habits.weekGroup = choice(row, "group", names.weekGroups, "groups of the week", &findings)
    habits.operatorName = choice(
      row, "operator", names.operators, "operators of the sites", &findings)
    if let column = table.findColumn("days"), !row.cells[column].isEmpty {
      let own = habits.weekGroup.flatMap { names.weekGroups.firstIndex(of: $0) }
      // Those of no group are spread over all of them.
      let most = own.map { names.officeDays[$0] } ?? names.officeDays.min() ?? 7
      habits.officeDays = table.number(row, column, in: 0...most, &findings)
    }
    return habits
  }

  private func choice(
    _ row: Table.Row, _ field: String, _ known: [String], _ what: String,
    _ findings: inout [Finding]
  ) -> String? {
    guard let column = table.findColumn(field), !row.cells[column].isEmpty else { return nil }
    let text = row.cells[column]
    if known.contains(text) { return text }
    // Without any name their own file has a finding.
    if known.isEmpty { return nil }
    findings.append(
      Finding(
        "unknown_\(field)", file: table.file, line: row.line, field: field, value: text,
        message: "takes one of the \(what): \(known.joined(separator: ", "))",
        remedy: nearestName(to: text, among: known).map { "did you mean \($0)?" }))
    return nil
  }
}
