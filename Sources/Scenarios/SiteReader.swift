public import Findings
import Geography
public import TabularText
import Yams

/// Reads `sites`: a CSV of workspaces and which of them count.
enum SiteReader {
  static func read(
    _ root: YAMLSection, _ reader: inout YAMLReader, isRequired: Bool
  ) -> (sites: [Site], changes: SiteChanges) {
    let section = reader.section(
      "sites", in: root, keys: ["file", "status", "zones", "operators"] + changeKeys)
    guard let section else {
      if isRequired, root.values["sites"] == nil {
        reader.report("missing_key", at: root.node, field: "sites", "the key is missing")
      }
      return ([], SiteChanges())
    }
    let statuses = statuses(section, &reader)
    guard let path = reader.path("file", in: section, isRequired: true) else {
      return ([], SiteChanges())
    }
    do throws(Failure) {
      let all = try SiteTable.read(Table.read(path))
      let zones = names("zones", section, among: Set(all.map(\.zone)), &reader)
      let operators = names("operators", section, among: Set(all.map(\.operatorName)), &reader)
      var sites = all.filter {
        statuses.contains($0.status) && zones.contains($0.zone)
          && operators.contains($0.operatorName)
      }
      let changes = change(&sites, known: Set(all.map(\.id)), section, &reader)
      if sites.isEmpty {
        reader.report(
          "no_site", at: section.node, field: "sites", value: path,
          "no site has one of the statuses, zones and operators asked for, or all are closed")
      }
      return (sites, changes)
    } catch {
      reader.report(failure: error, at: section.values["file"], field: "sites.file")
      return ([], SiteChanges())
    }
  }

  /// The zones or operators asked for, all of the file's where none is.
  private static func names(
    _ key: String, _ section: YAMLSection, among known: Set<String>, _ reader: inout YAMLReader
  ) -> Set<String> {
    guard let node = section.values[key] else { return known }
    let what = String(key.dropLast())
    var names = Set<String>()
    for item in node.sequence.map(Array.init) ?? [node] {
      let name = item.scalar?.string ?? ""
      names.insert(name)
      if !known.contains(name) {
        reader.report(
          "unknown_\(what)", at: item, field: "sites.\(key)", value: name,
          "no site has this \(what)",
          remedy: "the file has " + known.filter { !$0.isEmpty }.sorted().joined(separator: ", "))
      }
    }
    return names
  }

  private static func statuses(
    _ section: YAMLSection, _ reader: inout YAMLReader
  ) -> Set<Site.Status> {
    guard let node = section.values["status"] else { return Set(Site.Status.allCases) }
    var statuses = Set<Site.Status>()
    var areAllKnown = true
    for item in node.sequence.map(Array.init) ?? [node] {
      let text = item.scalar?.string ?? ""
      if let status = Site.Status(rawValue: text) {
        statuses.insert(status)
      } else {
        areAllKnown = false
        reader.report(
          "invalid_value", at: item, field: "sites.status", value: text,
          "takes \(Site.Status.allCases.map(\.rawValue).joined(separator: ", "))")
      }
    }
    // One mistake is one finding: an unknown status must not leave the scenario without a site.
    return areAllKnown ? statuses : Set(Site.Status.allCases)
  }
}

/// A CSV of workspaces, the project's catalogue or a user's candidates.
public enum SiteTable {
  /// Needs `id` or `site_id`, `lat` and `lon`; other columns are those of the catalogue.
  /// - Throws: `unusableData` with every finding.
  public static func read(_ table: Table) throws(Failure) -> [Site] {
    let (sites, findings) = try usable(table)
    if !findings.isEmpty { throw .unusableData(findings) }
    return sites
  }

  /// The sites of the rows that are right, and what is wrong with the others.
  /// - Throws: `unusableData` where a column is missing.
  static func usable(_ table: Table) throws(Failure) -> (sites: [Site], findings: [Finding]) {
    var findings: [Finding] = []
    let idColumn = table.findColumn("site_id") ?? table.column("id", &findings)
    let latitude = table.column("lat", &findings)
    let longitude = table.column("lon", &findings)
    guard let idColumn, let latitude, let longitude else { throw .unusableData(findings) }
    var sites: [Site] = []
    var ids = IdentifierColumn(table, idColumn)
    for row in table.rows {
      let before = findings.count
      let id = ids.id(row, &findings)
      let y = table.number(row, latitude, in: -90...90, &findings)
      let x = table.number(row, longitude, in: -180...180, &findings)
      let status = status(table, row, &findings)
      guard let x, let y, let status else { continue }
      let site = site(
        table, row, id: id, status: status, Coordinate(latitude: y, longitude: x), &findings)
      if findings.count == before { sites.append(site) }
    }
    if table.rows.isEmpty {
      findings.append(Finding("no_site", file: table.file, message: "the file has no rows"))
    }
    return (sites, findings)
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
    func number(_ name: String) -> Double? {
      let text = cell(name)
      let value = LooseNumber.value(text)
      if value == nil, !text.isEmpty {
        findings.append(
          Finding(
            "invalid_number", file: table.file, line: row.line, field: name, value: text,
            message: "not a number", remedy: "leave the cell empty where it is not known"))
      }
      return value
    }
    let name = cell("name")
    return Site(
      id: id, name: name.isEmpty ? id : name, operatorName: cell("operator"),
      kinds: cell("kinds").split(separator: ";").map(String.init), status: status,
      floorAreaSquareMeters: number("floor_area_m2"),
      seatsPerDay: number("seats_per_day") ?? number("desks"),
      openingHours: hours(table, row, &findings), priceEuroPerDay: number("price_eur_per_day"),
      costEuroPerYear: number("cost_eur_per_year"),
      openingYear: number("opening_year").map { Int($0) },
      quarter: cell("quarter"), zone: cell("zone"), municipality: cell("municipality"),
      coordinate: place, coordinatePrecisionMeters: number("coordinate_precision_m"))
  }
}

extension SiteTable {
  /// Always open where the cell is empty.
  private static func hours(
    _ table: Table, _ row: Table.Row, _ findings: inout [Finding]
  ) -> OpeningHours {
    guard let column = table.findColumn("opening_hours"), !row.cells[column].isEmpty else {
      return .always
    }
    if let hours = OpeningHours(row.cells[column]) { return hours }
    findings.append(
      Finding(
        "invalid_opening_hours", file: table.file, line: row.line, field: "opening_hours",
        value: row.cells[column], message: "takes 24/7, or rules such as Mo-Fr 08:00-18:00; Sa off")
    )
    return .always
  }
}

/// Numbers as property tables write them: `2 000`, `4,355`, `4.355`, `12,5`, `> 2020`.
public enum LooseNumber {
  /// The number without grouping and comparison signs, or `nil`; none is negative.
  ///
  /// A comma or point before exactly three digits groups thousands, else it marks decimals:
  /// `4.355` is 4355, `4.35` is 4.35.
  public static func value(_ text: String) -> Double? {
    let kept = text.filter { !$0.isWhitespace && !"><~≈".contains($0) }
    let parts = kept.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard let first = parts.first, kept.count <= 15,
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { ("0"..."9").contains($0) } })
    else { return nil }
    let isGrouped =
      first.count <= 3 && first != "0" && parts.dropFirst().allSatisfy { $0.count == 3 }
      && Set(kept.filter { $0 == "," || $0 == "." }).count <= 1
    if isGrouped { return Double(parts.joined()) }
    return parts.count <= 2 ? Double(parts.joined(separator: ".")) : nil
  }
}
