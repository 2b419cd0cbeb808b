import Findings
import Foundation
import Geography
import TabularText

/// Postcodes and where they are: `postcode,name,lon,lat`, with or without a header.
struct PostcodeTable: Sendable {
  struct Entry: Sendable {
    var name: String
    var coordinate: Coordinate
  }

  /// The first entry of each postcode: the main locality stands first.
  private(set) var entries: [String: Entry] = [:]
  private var codesByName: [String: [String]] = [:]
  private var namesakes: [String: Coordinate] = [:]

  /// Where a municipality's namesake lies, in the area of its postcode (the first two digits), or
  /// else its postcode: lists of municipalities may give the postcode of an outlying village.
  func place(postcode: String, names: [String]) -> Coordinate? {
    for name in names {
      let codes = codesByName[Self.folded(name)] ?? []
      if let code = codes.first(where: { $0 == postcode })
        ?? codes.first(where: { $0.prefix(2) == postcode.prefix(2) })
      {
        return namesakes[code + Self.folded(name)]
      }
    }
    return entries[postcode]?.coordinate
  }

  private static func folded(_ name: String) -> String {
    name.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  init(_ table: Table) throws(Failure) {
    var findings: [Finding] = []
    // A published list has no header: its first line is a postcode already.
    let hasHeader = table.header.first?.contains(where: \.isNumber) == false
    let first = hasHeader ? [] : [Table.Row(line: 1, cells: table.header)]
    let names = hasHeader ? table.header : ["postcode", "name", "lon", "lat"]
    func position(_ name: String) -> Int? { names.firstIndex(of: name) }
    guard let code = position("postcode"), let name = position("name"), let x = position("lon"),
      let y = position("lat"), table.header.count > max(code, name, x, y)
    else {
      throw .unusable(
        "missing_column", file: table.file, line: 1,
        "a list of postcodes has the columns postcode, name, lon, lat")
    }
    for row in first + table.rows {
      let place = Coordinate(
        latitude: Double(row.cells[y]) ?? .nan, longitude: Double(row.cells[x]) ?? .nan)
      guard place.isValid else {
        findings.append(
          Finding(
            "invalid_number", file: table.file, line: row.line, field: "lon, lat",
            value: "\(row.cells[x]), \(row.cells[y])", message: "not a place in degrees"))
        continue
      }
      let postcode = row.cells[code]
      if entries[postcode] == nil {
        entries[postcode] = Entry(name: row.cells[name], coordinate: place)
      }
      let namesake = Self.folded(row.cells[name])
      if namesakes[postcode + namesake] == nil {
        namesakes[postcode + namesake] = place
        codesByName[namesake, default: []].append(postcode)
      }
    }
    if !findings.isEmpty { throw .unusableData(findings) }
  }
}

/// Municipalities with inhabitants and a place: their own, or that of their main postcode.
struct MunicipalityTable: Sendable {
  struct Municipality: Sendable {
    var nis: String
    var name: String
    var inhabitants: Int
    var coordinate: Coordinate
    var postcode: String

    /// The first two digits of a NIS code name the arrondissement (Statbel).
    var arrondissement: String { nis.prefix(2) + "000" }
  }

  let file: String
  /// By NIS code.
  private(set) var municipalities: [Municipality] = []

  init(_ table: Table, postcodes: PostcodeTable?) throws(Failure) {
    file = table.file
    var findings: [Finding] = []
    let nis = table.column("NIS_code", &findings)
    let inhabitants = table.column("inhabitants", &findings)
    guard let nis, let inhabitants else { throw .unusableData(findings) }
    var codes = IdentifierColumn(table, nis)
    for row in table.rows {
      let code = codes.id(row, &findings)
      let count = table.number(row, inhabitants, in: 0...1e9, &findings)
      let place = Self.place(table, row, postcodes, &findings)
      guard let count, let place else { continue }
      municipalities.append(
        Municipality(
          nis: code, name: Self.name(table, row, code), inhabitants: Int(count), coordinate: place,
          postcode: table.findColumn("zip").map { row.cells[$0] } ?? ""))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    municipalities.sort { $0.nis < $1.nis }
  }

  func find(nis: String) -> Municipality? { municipalities.first { $0.nis == nis } }

  /// The municipality whose place is nearest.
  func nearest(to place: Coordinate) -> Municipality? {
    municipalities.min {
      $0.coordinate.distanceMeters(to: place) < $1.coordinate.distanceMeters(to: place)
    }
  }

  /// The name in the language of the Region: Flanders has NIS codes that begin with 1, 23, 24, 3,
  /// 4 and 7.
  private static func name(_ table: Table, _ row: Table.Row, _ nis: String) -> String {
    let isFlemish = ["1", "23", "24", "3", "4", "7"].contains { nis.hasPrefix($0) }
    let columns = isFlemish ? ["municipality_NL", "name"] : ["municipality_FR", "name"]
    return columns.compactMap { table.findColumn($0) }.map { row.cells[$0] }
      .first { !$0.isEmpty } ?? nis
  }

  private static func place(
    _ table: Table, _ row: Table.Row, _ postcodes: PostcodeTable?, _ findings: inout [Finding]
  ) -> Coordinate? {
    if let x = table.findColumn("lon"), let y = table.findColumn("lat") {
      guard let longitude = table.number(row, x, in: -180...180, &findings),
        let latitude = table.number(row, y, in: -90...90, &findings)
      else { return nil }
      return Coordinate(latitude: latitude, longitude: longitude)
    }
    guard let zip = table.findColumn("zip"), let postcodes else {
      findings.append(
        Finding(
          "missing_place", file: table.file, line: row.line,
          message: "the municipality has neither lon and lat nor a zip with a list of postcodes"))
      return nil
    }
    let names = ["municipality_NL", "municipality_FR", "name"].compactMap { table.findColumn($0) }
      .map { row.cells[$0] }
    if let place = postcodes.place(postcode: row.cells[zip], names: names) { return place }
    findings.append(
      Finding(
        "unknown_postcode", file: table.file, line: row.line, field: "zip", value: row.cells[zip],
        message: "the list of postcodes does not have it"))
    return nil
  }
}
