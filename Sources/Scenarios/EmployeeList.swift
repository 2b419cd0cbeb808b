import Findings
import Geography
import TabularText

/// A list of employees: `id` and a home as `postcode`, `nis`, or `lat` and `lon`; a postcode is
/// enough. Optional: `people` (default 1), `office`, and what `Demand.Habits` holds as `mode`, `car`,
/// `group`, `days` and `operator`.
struct EmployeeList {
  let table: Table

  init(_ table: Table) throws(Failure) {
    self.table = table
    var findings: [Finding] = []
    _ = table.column("id", &findings)
    let hasPlace = table.findColumn("lat") != nil && table.findColumn("lon") != nil
    if table.findColumn("postcode") == nil, table.findColumn("nis") == nil, !hasPlace {
      findings.append(
        Finding(
          "missing_column", file: table.file, line: 1, field: "postcode",
          message: "a home is a postcode, a nis, or lat and lon; the file has none of them"))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
  }

  /// People at the same home who work in the same office are one origin.
  private struct Group: Hashable {
    var home: Home.Key
    var office: String
    var habits: Demand.Habits
  }

  private struct Home {
    /// A postcode, a NIS code and an employee's own place are never the same home, even where
    /// their texts are.
    enum Key: Hashable {
      case place(String)
      case postcode(String)
      case municipality(String)
    }

    var key: Key
    var id: String
    var name: String
    var municipality: MunicipalityTable.Municipality?
    var coordinate: Coordinate

    var placeBasis: Demand.PlaceBasis {
      switch key {
      case .place: .given
      case .postcode: .postcode
      case .municipality: .municipality
      }
    }
  }

  /// People by home and office; every employee whose home is unknown is a finding.
  func demand(
    postcodes: PostcodeTable?, municipalities: MunicipalityTable?, names: DemandNames
  ) throws(Failure) -> Demand {
    var findings: [Finding] = []
    var origins: [Group: Demand.Origin] = [:]
    var ids = table.findColumn("id").map { IdentifierColumn(table, $0) }
    for row in table.rows {
      _ = ids?.id(row, &findings)
      let people = people(row, &findings)
      let office = office(row, names.offices, &findings)
      let habits = habits(row, names, &findings)
      guard let home = home(row, postcodes, municipalities, &findings), let people else { continue }
      origins[
        Group(home: home.key, office: office ?? "", habits: habits),
        default: Demand.Origin(
          id: home.id, name: home.name, municipality: home.municipality?.nis ?? "",
          municipalityName: home.municipality?.name ?? home.name, coordinate: home.coordinate,
          placeBasis: home.placeBasis, people: 0, officeID: office, habits: habits)
      ].people += people
    }
    if table.rows.isEmpty {
      findings.append(
        Finding("no_employee", file: table.file, message: "the file has no rows"))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    var demand = Demand(
      summary: "",
      origins: origins.values.sorted {
        ($0.id, $0.name, $0.officeID ?? "", $0.habits.order)
          < ($1.id, $1.name, $1.officeID ?? "", $1.habits.order)
      })
    demand.summary = "\(YAMLReader.plain(demand.people)) employees of a list, by home"
    return demand
  }

  private func cell(_ row: Table.Row, _ name: String) -> String {
    table.findColumn(name).map { row.cells[$0] } ?? ""
  }

  private func people(_ row: Table.Row, _ findings: inout [Finding]) -> Double? {
    guard let column = table.findColumn("people"), !row.cells[column].isEmpty else { return 1 }
    return table.number(row, column, in: 0...1e7, &findings)
  }

  private func office(
    _ row: Table.Row, _ offices: [String], _ findings: inout [Finding]
  ) -> String? {
    let name = cell(row, "office")
    guard !name.isEmpty, !offices.contains(name) else { return name.isEmpty ? nil : name }
    findings.append(
      Finding(
        "unknown_office", file: table.file, line: row.line, field: "office", value: name,
        message: "the scenario has no office of this name",
        remedy: "it has \(offices.joined(separator: ", "))"))
    return nil
  }

  private func home(
    _ row: Table.Row, _ postcodes: PostcodeTable?, _ municipalities: MunicipalityTable?,
    _ findings: inout [Finding]
  ) -> Home? {
    if let x = table.findColumn("lon"), let y = table.findColumn("lat"), !row.cells[x].isEmpty {
      guard let longitude = table.number(row, x, in: -180...180, &findings),
        let latitude = table.number(row, y, in: -90...90, &findings)
      else { return nil }
      let place = Coordinate(latitude: latitude, longitude: longitude)
      let name = cell(row, "id")
      return Home(
        key: .place(name), id: name, name: name, municipality: municipalities?.nearest(to: place),
        coordinate: place)
    }
    let nis = cell(row, "nis")
    if !nis.isEmpty { return municipalityHome(row, nis, municipalities, &findings) }
    let postcode = cell(row, "postcode")
    guard let entry = postcodes?.entries[postcode] else {
      reportUnknown("postcode", postcode, row, hasList: postcodes != nil, "postcodes", &findings)
      return nil
    }
    return Home(
      key: .postcode(postcode), id: postcode, name: "\(postcode) \(entry.name)",
      municipality: municipalities?.municipalities.first { $0.postcode == postcode }
        ?? municipalities?.nearest(to: entry.coordinate),
      coordinate: entry.coordinate)
  }

  private func municipalityHome(
    _ row: Table.Row, _ nis: String, _ municipalities: MunicipalityTable?,
    _ findings: inout [Finding]
  ) -> Home? {
    guard let municipality = municipalities?.find(nis: nis) else {
      reportUnknown("nis", nis, row, hasList: municipalities != nil, "municipalities", &findings)
      return nil
    }
    return Home(
      key: .municipality(nis), id: nis, name: municipality.name, municipality: municipality,
      coordinate: municipality.coordinate)
  }

  /// A code that its list does not have; where the scenario names no list, the first such row
  /// stands for all.
  private func reportUnknown(
    _ field: String, _ value: String, _ row: Table.Row, hasList: Bool, _ list: String,
    _ findings: inout [Finding]
  ) {
    let code = hasList ? "unknown_\(field)" : "no_list_of_\(list)"
    if !hasList, let first = findings.firstIndex(where: { $0.code == code }) {
      findings[first].count += 1
      return
    }
    findings.append(
      Finding(
        code, file: table.file, line: row.line, field: field, value: value,
        message: hasList
          ? "the list of \(list) does not have it" : "the scenario names no list of \(list)",
        remedy: hasList ? nil : "add demand.employees.\(list)"))
  }
}
