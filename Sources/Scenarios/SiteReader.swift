public import Findings
import Geography
public import TabularText
import Yams

/// Reads `sites`: a CSV of workspaces and which of them count.
enum SiteReader {
  static func read(
    _ root: YAMLSection, _ reader: inout YAMLReader, candidates: String?
  ) -> [Site] {
    if let candidates { return read(file: candidates, &reader) }
    let section = reader.section("sites", in: root, keys: ["file", "status"])
    guard let section else {
      if root.values["sites"] == nil {
        reader.report("missing_key", at: root.node, field: "sites", "the key is missing")
      }
      return []
    }
    let statuses = statuses(section, &reader)
    guard let path = reader.path("file", in: section, isRequired: true) else { return [] }
    do throws(Failure) {
      let sites = try SiteTable.read(Table.read(path)).filter { statuses.contains($0.status) }
      if sites.isEmpty {
        reader.report(
          "no_site", at: section.node, field: "sites", value: path,
          "no site has one of the statuses asked for")
      }
      return sites
    } catch {
      reader.report(failure: error, at: section.values["file"], field: "sites.file")
      return []
    }
  }

  private static func read(file: String, _ reader: inout YAMLReader) -> [Site] {
    do throws(Failure) {
      return try SiteTable.read(Table.read(file))
    } catch {
      reader.report(failure: error, at: nil, field: "--candidates")
      return []
    }
  }

  private static func statuses(
    _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> Set<Site.Status> {
    guard let node = section.values["status"] else { return Set(Site.Status.allCases) }
    var statuses = Set<Site.Status>()
    for item in node.sequence.map(Array.init) ?? [node] {
      let text = item.scalar?.string ?? ""
      if let status = Site.Status(rawValue: text) {
        statuses.insert(status)
      } else {
        reader.report(
          "invalid_value", at: item, field: "sites.status", value: text,
          "takes \(Site.Status.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    return statuses
  }
}

/// A CSV of workspaces, the project's catalogue or a user's candidates.
public enum SiteTable {
  /// Needs `id` or `site_id`, `lat` and `lon`; other columns are those of the catalogue.
  /// - Throws: `unusableData` with every finding.
  public static func read(_ table: Table) throws(Failure) -> [Site] {
    var findings: [Finding] = []
    let idColumn = table.findColumn("site_id") ?? table.column("id", &findings)
    let latitude = table.column("lat", &findings)
    let longitude = table.column("lon", &findings)
    guard let idColumn, let latitude, let longitude else { throw .unusableData(findings) }
    var sites: [Site] = []
    var lines: [String: Int] = [:]
    for row in table.rows {
      let id = row.cells[idColumn]
      if let first = lines.updateValue(row.line, forKey: id) {
        findings.append(
          Finding(
            "duplicate_id", file: table.file, line: row.line, field: table.header[idColumn],
            value: id, message: "line \(first) has the same id"))
      }
      let y = table.number(row, latitude, in: -90...90, &findings)
      let x = table.number(row, longitude, in: -180...180, &findings)
      let status = status(table, row, &findings)
      guard let x, let y, let status else { continue }
      sites.append(
        site(
          table, row, id: id, status: status, Coordinate(latitude: y, longitude: x), &findings))
    }
    if table.rows.isEmpty {
      findings.append(Finding("no_site", file: table.file, message: "the file has no rows"))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    return sites
  }

  private static func status(
    _ table: Table, _ row: Table.Row, _ findings: inout [Finding]
  ) -> Site.Status? {
    guard let column = table.findColumn("status"), !row.cells[column].isEmpty else {
      return .candidate
    }
    if let status = Site.Status(rawValue: row.cells[column]) { return status }
    findings.append(
      Finding(
        "invalid_status", file: table.file, line: row.line, field: "status",
        value: row.cells[column],
        message: "takes \(Site.Status.allCases.map(\.rawValue).joined(separator: ", "))"))
    return nil
  }

  private static func site(
    _ table: Table, _ row: Table.Row, id: String, status: Site.Status, _ place: Coordinate,
    _ findings: inout [Finding]
  ) -> Site {
    func cell(_ name: String) -> String { table.findColumn(name).map { row.cells[$0] } ?? "" }
    let name = cell("name")
    return Site(
      id: id, name: name.isEmpty ? id : name, operatorName: cell("operator"),
      kinds: cell("kinds").split(separator: ";").map(String.init), status: status,
      floorAreaSquareMeters: LooseNumber.value(cell("floor_area_m2")),
      openingYear: LooseNumber.value(cell("opening_year")).map { Int($0) },
      quarter: cell("quarter"), zone: cell("zone"), municipality: cell("municipality"),
      coordinate: place, coordinatePrecisionMeters: LooseNumber.value(cell("coordinate_precision_m"))
    )
  }
}

/// Numbers as property tables write them: `2 000`, `4,355`, `> 2020`.
public enum LooseNumber {
  /// The number without grouping and comparison signs, or `nil`.
  public static func value(_ text: String) -> Double? {
    let kept = text.filter { !" \u{A0}\u{202F}><~≈".contains($0) }
    if let plain = Double(kept), plain.isFinite, abs(plain) < 1e12 { return plain }
    // A comma or point before exactly three digits at the end groups thousands.
    let parts = kept.split(whereSeparator: { ",.".contains($0) })
    guard parts.count > 1, parts.dropFirst().allSatisfy({ $0.count == 3 }),
      parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
    else { return nil }
    return Double(parts.joined())
  }
}
