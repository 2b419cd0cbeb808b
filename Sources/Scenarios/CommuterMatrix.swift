import Findings
import TabularText

/// A commuting matrix by arrondissement: a row for each home, a column for each place of work.
struct CommuterMatrix {
  private let file: String
  private let workZone: String
  private var rows: [(zone: String, people: Int, line: Int)] = []

  /// No country has more people; sums and products of what is in range cannot overflow.
  private static let counts = 0...1_000_000_000

  private let includesResidents: Bool

  /// - Parameters:
  ///   - workZone: the column of the place of work.
  ///   - includesResidents: whether its own row counts; without it only people who live outside it do.
  init(_ table: Table, workZone: String, includesResidents: Bool = false) throws(Failure) {
    file = table.file
    self.workZone = workZone
    self.includesResidents = includesResidents
    var findings: [Finding] = []
    let home = table.column("NIS", &findings)
    let work = table.column(workZone, &findings)
    guard let home, let work else { throw .unusableData(findings) }
    var zones = IdentifierColumn(table, home)
    for row in table.rows {
      let zone = zones.id(row, &findings)
      if zone == workZone, !includesResidents { continue }
      guard let people = Int(row.cells[work]), Self.counts.contains(people) else {
        findings.append(
          Finding(
            "invalid_number", file: file, line: row.line, field: workZone, value: row.cells[work],
            message: "not a count of people"))
        continue
      }
      rows.append((zone, people, row.line))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
  }

  /// Spreads each zone's people over its municipalities by inhabitants, in whole people: the
  /// total of every zone is kept exactly (largest remainders, Hamilton's method).
  func spread(over table: MunicipalityTable) throws(Failure) -> Demand {
    let members = Dictionary(grouping: table.municipalities, by: \.arrondissement)
    var origins: [Demand.Origin] = []
    var findings: [Finding] = []
    for row in rows where row.people > 0 {
      let municipalities = (members[row.zone] ?? []).filter { $0.inhabitants > 0 }
      guard !municipalities.isEmpty else {
        findings.append(
          Finding(
            "zone_without_municipality", file: file, line: row.line, field: "NIS", value: row.zone,
            message: "\(row.people) people live in a zone that has no municipality in \(table.file)"
          ))
        continue
      }
      let counts = LargestRemainder.shares(of: row.people, by: municipalities.map(\.inhabitants))
      for (municipality, people) in zip(municipalities, counts) where people > 0 {
        origins.append(
          .init(
            id: municipality.nis, name: municipality.name, municipality: municipality.nis,
            municipalityName: municipality.name, coordinate: municipality.coordinate,
            placeBasis: .municipality, people: Double(people), officeID: nil))
      }
    }
    if origins.isEmpty, findings.isEmpty {
      findings.append(
        Finding(
          "no_commuter", file: file, field: workZone,
          message: includesResidents
            ? "nobody works in the zone" : "nobody who lives outside the zone works in it"))
    }
    if !findings.isEmpty { throw .unusableData(findings) }
    let total = rows.reduce(0) { $0 + $1.people }
    return Demand(
      summary: "\(total) people who work in zone \(workZone) and live "
        + (includesResidents ? "in it or outside it" : "outside it") + ", spread over "
        + "\(origins.count) municipalities by inhabitants, each at one point",
      origins: origins.sorted { $0.id < $1.id })
  }
}

/// Whole shares of a whole total.
enum LargestRemainder {
  /// - Returns: whole numbers that add up to `total`, as near as can be to the weights; of equal
  ///   remainders the earlier one is rounded up.
  static func shares(of total: Int, by weights: [Int]) -> [Int] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return weights.map { _ in 0 } }
    var shares = weights.map { total * $0 / sum }
    let order = weights.indices.sorted {
      let (a, b) = (total * weights[$0] % sum, total * weights[$1] % sum)
      return a != b ? a > b : $0 < $1
    }
    for index in order.prefix(total - shares.reduce(0, +)) { shares[index] += 1 }
    return shares
  }
}
