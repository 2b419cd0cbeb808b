public import Findings
public import Routing
import StreetRouting
public import TabularText

/// Reads congestion: `zone,road_class,from,to,factor,source`, other columns as one likes.
public enum CongestionFile {
  /// - Parameter zones: those that may be named, `elsewhere` among them.
  /// - Throws: `unusableData` with every finding.
  public static func read(
    _ table: Table, zones: [String]
  ) throws(Failure) -> [CongestionTable.Row] {
    var findings: [Finding] = []
    let zone = table.column("zone", &findings)
    let roadClass = table.column("road_class", &findings)
    let from = table.column("from", &findings)
    let to = table.column("to", &findings)
    let factor = table.column("factor", &findings)
    guard let zone, let roadClass, let from, let to, let factor else {
      throw .unusableData(findings)
    }
    let source = table.findColumn("source")
    var rows: [CongestionTable.Row] = []
    for row in table.rows {
      let place = ZoneColumn.zone(table, row, zone, among: zones, &findings)
      let group = ZoneColumn.value(
        table, row, roadClass, takes: RoadGroup.allCases.map(\.rawValue).joined(separator: ", "),
        &findings, RoadGroup.init(rawValue:))
      let start = ZoneColumn.time(table, row, from, &findings)
      let end = ZoneColumn.time(table, row, to, &findings)
      let value = table.number(row, factor, in: 0.1...20, &findings)
      guard let place, let group, let start, let end, let value else { continue }
      for period in periods(start, end) {
        rows.append(
          CongestionTable.Row(
            zone: place, group: group, period: period, factor: value,
            source: source.map { row.cells[$0] } ?? SourcedNumber.assumption))
      }
    }
    findings += gaps(rows, table)
    if !findings.isEmpty { throw .unusableData(findings) }
    return rows
  }

  /// A zone and class that is named has one factor at every time of the day.
  private static func gaps(_ rows: [CongestionTable.Row], _ table: Table) -> [Finding] {
    Dictionary(grouping: rows) { [$0.zone, $0.group.rawValue] }.sorted {
      $0.key.lexicographicallyPrecedes($1.key)
    }.compactMap { key, rows in
      var clock = 0
      for period in rows.map(\.period).sorted(by: { $0.lowerBound < $1.lowerBound }) {
        if period.lowerBound != clock { break }
        clock = period.upperBound
      }
      let total = rows.reduce(0) { $0 + $1.period.count }
      guard clock != 86_400 || total != 86_400 else { return nil }
      return Finding(
        "incomplete_day", file: table.file, field: "from, to", value: key.joined(separator: ", "),
        message: "the periods leave a part of the day out, or two of them overlap, near "
          + TimeOfDay.text(clock), remedy: "give every time of the day one factor")
    }
  }

  /// One period, or two where it runs over midnight; the whole day where both ends are the same.
  private static func periods(_ start: Int, _ end: Int) -> [Range<Int>] {
    let day = 86_400
    if start < end { return [start..<end] }
    return [start..<day, 0..<end].filter { !$0.isEmpty }
  }
}
