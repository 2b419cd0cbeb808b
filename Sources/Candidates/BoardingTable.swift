public import Findings
import Scenarios
import Surroundings
public import TabularText
import TransitRouting

/// People who board at railway stations on an average weekday.
///
/// The list of iRail (`URI`, `name`, `average_weekday_embarkments`, perhaps `nmbs_short_name`) writes
/// `60.449` for 60,449 and `20` for 20; URIs end in the station's UIC number with leading zeros. It
/// joins some counts with another station: Pécrot's with Paris Nord. The short name is the count's
/// own, so a URI counts only where both names are of one station.
public struct BoardingTable: Sendable {
  private var byNumber: [Int: Int] = [:]
  /// `nil` where two stations share the name.
  private var byName: [String: Int?] = [:]
  /// Rows whose URI is not that of their short name; their counts are found by name.
  public private(set) var notes: [Finding] = []

  private struct Row {
    var line: Int
    var id: String
    var name: String
    /// Empty where the list has none.
    var shortName: String
    /// `nil` where the cell is empty.
    var count: Int?

    var isTrusted: Bool {
      !id.isEmpty && (shortName.isEmpty || StationName.isShort(shortName, of: name))
    }
  }

  /// - Throws: `unusableData` with every finding.
  public init(_ table: Table) throws(Failure) {
    for row in try Self.rows(table) {
      if !row.isTrusted {
        notes.append(
          Finding(
            "station_mismatch", .info, file: table.file, line: row.line, field: "nmbs_short_name",
            value: row.shortName,
            message: "is not the station \(row.name); its count is used by name only"))
      }
      guard let count = row.count else { continue }
      if row.isTrusted, let number = Self.number(row.id) { byNumber[number] = count }
      let names =
        (row.isTrusted ? StationName.alternatives(row.name) : [])
        + StationName.alternatives(row.shortName)
      for name in Set(names.map(FoldedName.of)) where !name.isEmpty {
        byName[name] = byName.keys.contains(name) ? .some(nil) : count
      }
    }
  }

  private static func rows(_ table: Table) throws(Failure) -> [Row] {
    var reader = RowReader(table)
    let hasShortName = table.findColumn("nmbs_short_name") != nil
    var lines: [String: Int] = [:]
    return try reader.rows { cells -> Row? in
      let text = cells.optionalText("average_weekday_embarkments")
      let count = LooseNumber.value(text)
      let row = Row(
        line: cells.line, id: cells.optionalText("URI"), name: cells.optionalText("name"),
        shortName: hasShortName ? cells.optionalText("nmbs_short_name") : "",
        count: count.flatMap { Int(exactly: $0) })
      if row.name.isEmpty, row.shortName.isEmpty {
        cells.report("missing_value", "name", "the cell is empty")
      }
      if row.isTrusted, let first = lines.updateValue(row.line, forKey: row.id) {
        cells.report("duplicate_id", "URI", "line \(first) has the same URI")
      }
      if !text.isEmpty, row.count ?? .max > 10_000_000 {
        cells.report(
          "invalid_number", "average_weekday_embarkments",
          "takes a whole number, thousands grouped by a point or a comma")
      }
      return row
    }
  }

  /// By UIC number where the station's id has one, else by name; metro stations, of which the list
  /// says nothing, have none.
  func find(_ station: Station) -> Int? {
    guard station.modes.contains(.rail) else { return nil }
    if let number = Self.number(station.id), let count = byNumber[number] { return count }
    return byName[FoldedName.of(station.name)] ?? nil
  }

  /// The UIC number at the end of an id such as `sncb:S8811205` or `…/NMBS/008811205`.
  static func number(_ id: String) -> Int? {
    let digits = id.reversed().prefix { ("0"..."9").contains($0) }
    guard (7...18).contains(digits.count) else { return nil }
    return Int(String(digits.reversed()))
  }
}

/// Names of stations in short and at length.
enum StationName {
  /// Those in several languages are separated by `/`.
  static func alternatives(_ name: String) -> [String] {
    name.split(separator: "/").map(String.init)
  }

  /// Whether every word of one of the alternatives is short for a word of the name: it begins with
  /// the same letter, and its letters follow in their order, as `CAAL` in `Centraal`.
  static func isShort(_ short: String, of name: String) -> Bool {
    let words = words(name)
    return alternatives(short).contains { alternative in
      let parts = self.words(alternative)
      return !parts.isEmpty
        && parts.allSatisfy { part in words.contains { isShort(part, ofWord: $0) } }
    }
  }

  private static func words(_ name: String) -> [String] {
    name.lowercased().replacing("œ", with: "oe").split { !$0.isLetter && !$0.isNumber }
      .map { FoldedName.of(String($0)) }
  }

  private static func isShort(_ part: String, ofWord word: String) -> Bool {
    guard part.first == word.first else { return false }
    var rest = Substring(word)
    for letter in part {
      guard let position = rest.firstIndex(of: letter) else { return false }
      rest = rest[rest.index(after: position)...]
    }
    return true
  }
}
