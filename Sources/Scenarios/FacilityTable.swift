public import Findings
import Geography
public import Routing
import TabularText

/// A CSV of stations with places for cars and bicycles: the project's own columns, or those of
/// iRail's lists of stations and facilities, which share the column `URI`.
public enum FacilityTable {
  /// Needs `id` (or `URI`), `car_parking` (or `free_parking`) and `bicycle_parking` (or
  /// `bicycle_spots`): a number of places, or 1 where there are some; empty is none. The place is
  /// `lat` and `lon`, here or in the list of stations, where they may be `latitude`, `longitude`.
  ///
  /// - Throws: `missingInput`, or `unusableData` with every finding.
  public static func read(
    _ path: String, stations stationPath: String?
  ) throws(Failure) -> [ParkingFacility] {
    let table = try Table.read(path)
    var places: [String: Coordinate] = [:]
    if let stationPath { places = try coordinates(Table.read(stationPath)) }
    var findings: [Finding] = []
    let idColumn = column(["id", "URI"], table, &findings)
    let cars = column(["car_parking", "free_parking"], table, &findings)
    let bicycles = column(["bicycle_parking", "bicycle_spots"], table, &findings)
    guard let idColumn, let cars, let bicycles else { throw .unusableData(findings) }
    let own = placeColumns(table)
    if own == nil, stationPath == nil {
      throw .unusable(
        "missing_column", file: path, line: 1, "has no lat and lon",
        remedy: "name the list of stations that has them with 'stations'")
    }
    let name = table.findColumn("name")
    var ids = IdentifierColumn(table, idColumn)
    var facilities: [ParkingFacility] = []
    for row in table.rows {
      let id = ids.id(row, &findings)
      let takesCars = hasPlaces(row, cars, table, &findings)
      let takesBicycles = hasPlaces(row, bicycles, table, &findings)
      guard takesCars || takesBicycles else { continue }
      guard let place = own.flatMap({ coordinate(row, $0) }) ?? places[id] else {
        findings.append(
          Finding(
            "missing_place", file: path, line: row.line, field: table.header[idColumn], value: id,
            message: "the station has no place", remedy: "give it lat and lon"))
        continue
      }
      facilities.append(
        ParkingFacility(
          id: id, name: name.map { row.cells[$0] } ?? id, coordinate: place,
          takesCars: takesCars, takesBicycles: takesBicycles))
    }
    if findings.isEmpty, facilities.isEmpty {
      findings.append(
        Finding("no_facility", file: path, message: "no station has places for cars or bicycles"))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    return facilities
  }

  private static func hasPlaces(
    _ row: Table.Row, _ column: Int, _ table: Table, _ findings: inout [Finding]
  ) -> Bool {
    let text = row.cells[column]
    guard !text.isEmpty else { return false }
    if let count = LooseNumber.value(text) { return count > 0 }
    findings.append(
      Finding(
        "invalid_number", file: table.file, line: row.line, field: table.header[column],
        value: text, message: "takes a number of places",
        remedy: "leave it empty where there is none"
      ))
    return false
  }

  private static func coordinates(_ table: Table) throws(Failure) -> [String: Coordinate] {
    var findings: [Finding] = []
    let id = column(["id", "URI"], table, &findings)
    guard let id, let columns = placeColumns(table) else {
      throw .unusableData(
        findings.isEmpty
          ? [
            Finding(
              "missing_column", file: table.file, line: 1, message: "has no lat and lon")
          ] : findings)
    }
    var places: [String: Coordinate] = [:]
    for row in table.rows { places[row.cells[id]] = coordinate(row, columns) }
    return places
  }

  private static func placeColumns(_ table: Table) -> (latitude: Int, longitude: Int)? {
    let latitude = table.findColumn("lat") ?? table.findColumn("latitude")
    let longitude = table.findColumn("lon") ?? table.findColumn("longitude")
    guard let latitude, let longitude else { return nil }
    return (latitude, longitude)
  }

  private static func coordinate(
    _ row: Table.Row, _ columns: (latitude: Int, longitude: Int)
  ) -> Coordinate? {
    guard let latitude = Double(row.cells[columns.latitude]),
      let longitude = Double(row.cells[columns.longitude])
    else { return nil }
    let place = Coordinate(latitude: latitude, longitude: longitude)
    return place.isValid ? place : nil
  }

  private static func column(
    _ names: [String], _ table: Table, _ findings: inout [Finding]
  ) -> Int? {
    if let column = names.lazy.compactMap({ table.findColumn($0) }).first { return column }
    findings.append(
      Finding(
        "missing_column", file: table.file, line: 1, field: names[0],
        message: "the column \(names.joined(separator: " or ")) is missing"))
    return nil
  }
}
