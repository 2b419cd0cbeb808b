public import Findings
public import Routing
public import TabularText

/// Reads parking: `zone,search_minutes,walk_minutes,cost_eur_per_day,source`.
public enum ParkingFile {
  /// - Parameter zones: those that may be named, `elsewhere` among them.
  /// - Throws: `unusableData` with every finding.
  public static func read(_ table: Table, zones: [String]) throws(Failure) -> [ParkingTable.Row] {
    var findings: [Finding] = []
    let zone = table.column("zone", &findings)
    let search = table.column("search_minutes", &findings)
    let walk = table.column("walk_minutes", &findings)
    guard let zone, let search, let walk else { throw .unusableData(findings) }
    let cost = table.findColumn("cost_eur_per_day")
    let source = table.findColumn("source")
    var rows: [ParkingTable.Row] = []
    for row in table.rows {
      let place = ZoneColumn.zone(table, row, zone, among: zones, &findings)
      let searchMinutes = table.number(row, search, in: 0...120, &findings)
      let walkMinutes = table.number(row, walk, in: 0...120, &findings)
      let euros = cost.map { table.number(row, $0, in: 0...1000, &findings) } ?? 0
      guard let place, let searchMinutes, let walkMinutes, let euros else { continue }
      if rows.contains(where: { $0.zone == place }) {
        findings.append(
          Finding(
            "duplicated_zone", file: table.file, line: row.line, field: "zone", value: place,
            message: "the zone stands twice"))
      }
      rows.append(
        ParkingTable.Row(
          zone: place, searchMinutes: searchMinutes, walkMinutes: walkMinutes,
          costEuroPerDay: euros, source: source.map { row.cells[$0] } ?? SourcedNumber.assumption))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    return rows
  }
}
