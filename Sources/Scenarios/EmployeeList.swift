import Findings
import Geography
import TabularText

/// A list of employees: `id` and a home as `postcode`, `nis`, or `lat` and `lon`; a postcode is
/// enough. Optional: `people` (default 1) and `office`.
struct EmployeeList {
  private let table: Table

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

  private struct Home {
    var id: String
    var name: String
    var municipality: MunicipalityTable.Municipality?
    var coordinate: Coordinate
  }

  /// People by home and office; every employee whose home is unknown is a finding.
  func demand(
    postcodes: PostcodeTable?, municipalities: MunicipalityTable?, offices: [String]
  ) throws(Failure) -> Demand {
    var findings: [Finding] = []
    var origins: [String: Demand.Origin] = [:]
    for row in table.rows {
      let people = people(row, &findings)
      let office = office(row, offices, &findings)
      guard let home = home(row, postcodes, municipalities, &findings), let people else { continue }
      let key = home.id + "\u{1F}" + (office ?? "")
      origins[
        key,
        default: Demand.Origin(
          id: home.id, name: home.name, municipality: home.municipality?.nis ?? "",
          municipalityName: home.municipality?.name ?? home.name, coordinate: home.coordinate,
          people: 0, officeID: office)
      ].people += people
    }
    if table.rows.isEmpty {
      findings.append(
        Finding("no_employee", file: table.file, message: "the file has no rows"))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    return Demand(
      summary: "\(table.rows.count) employees of a list, by home",
      origins: origins.sorted { $0.key < $1.key }.map(\.value))
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
        id: name, name: name, municipality: municipalities?.nearest(to: place), coordinate: place)
    }
    let nis = cell(row, "nis")
    if !nis.isEmpty { return municipalityHome(row, nis, municipalities, &findings) }
    let postcode = cell(row, "postcode")
    guard let entry = postcodes?.entries[postcode] else {
      findings.append(
        Finding(
          "unknown_postcode", file: table.file, line: row.line, field: "postcode", value: postcode,
          message: postcodes == nil
            ? "the scenario names no list of postcodes" : "the list of postcodes does not have it",
          remedy: postcodes == nil ? "add demand.employees.postcodes" : nil))
      return nil
    }
    return Home(
      id: postcode, name: "\(postcode) \(entry.name)",
      municipality: municipalities?.municipalities.first { $0.postcode == postcode }
        ?? municipalities?.nearest(to: entry.coordinate),
      coordinate: entry.coordinate)
  }

  private func municipalityHome(
    _ row: Table.Row, _ nis: String, _ municipalities: MunicipalityTable?,
    _ findings: inout [Finding]
  ) -> Home? {
    guard let municipality = municipalities?.find(nis: nis) else {
      findings.append(
        Finding(
          "unknown_nis", file: table.file, line: row.line, field: "nis", value: nis,
          message: municipalities == nil
            ? "the scenario names no list of municipalities"
            : "the list of municipalities does not have it"))
      return nil
    }
    return Home(
      id: nis, name: municipality.name, municipality: municipality,
      coordinate: municipality.coordinate)
  }
}
