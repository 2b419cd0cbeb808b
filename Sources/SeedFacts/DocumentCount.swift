public import Findings
import Scenarios
public import TabularText

/// A number that a document gives, and which records of a catalogue it is about.
public struct DocumentCount: Sendable, Equatable {
  public enum Measure: String, Sendable, CaseIterable {
    case records
    /// In m².
    case floorArea = "floor area"
  }

  /// How the document gives the number.
  public enum Basis: String, Sendable, CaseIterable {
    case printed
    /// Read from its words.
    case read
    /// The sum of rows that it prints.
    case summed
  }

  public var identifier: String
  public var what: String
  public var measure: Measure
  public var value: Double
  /// The count that this one is a part of, and by what it is divided.
  public var total: String
  public var breakdown: String
  public var basis: Basis
  /// Empty lists ask nothing of a record.
  public var quarters: [String]
  public var zones: [String]
  public var municipalities: [String]
  public var status: String
  public var operators: [String]
  public var recordSource: String
  /// What is at odds, where our number differs.
  public var tension: String

  /// Reads a table with the columns of `Sites/document-counts.csv`.
  /// - Throws: `unusableData` with every finding.
  public static func read(_ table: Table) throws(Failure) -> [DocumentCount] {
    var reader = RowReader(table)
    var known: Set<String> = []
    let ids = table.findColumn("count_id").map { column in Set(table.rows.map { $0.cells[column] })
    }
    return try reader.rows { row -> DocumentCount? in
      let identifier = row.text("count_id")
      let what = row.text("what")
      let measure = row.choice("measure", Measure.self)
      let value = row.number("value", in: 0...1e9)
      let basis = row.choice("basis", Basis.self)
      let (total, breakdown) = (row.optionalText("total"), row.optionalText("breakdown"))
      if let identifier, !known.insert(identifier).inserted {
        row.report("duplicate_id", "count_id", "the count is listed twice")
      }
      if !total.isEmpty, ids?.contains(total) == false {
        row.report("foreign_key_violation", "total", "no count has this id")
      }
      if total.isEmpty != breakdown.isEmpty {
        row.report("missing_value", "breakdown", "total and breakdown go together")
      }
      func list(_ field: String) -> [String] {
        row.optionalText(field).split(separator: ";").map(String.init)
      }
      guard let identifier, let what, let measure, let value, let basis else { return nil }
      return DocumentCount(
        identifier: identifier, what: what, measure: measure, value: value, total: total,
        breakdown: breakdown, basis: basis, quarters: list("quarters"), zones: list("zones"),
        municipalities: list("municipalities"), status: row.optionalText("status"),
        operators: list("operator"), recordSource: row.optionalText("record_source"),
        tension: row.optionalText("tension"))
    }
  }

  func covers(_ record: SiteRecord) -> Bool {
    let site = record.site
    func admits(_ words: [String], _ word: String) -> Bool { words.isEmpty || words.contains(word) }
    return admits(quarters, site.quarter) && admits(zones, site.zone)
      && admits(municipalities, site.municipality) && admits(operators, site.operatorName)
      && (status.isEmpty || site.status.rawValue == status)
      && (recordSource.isEmpty || record.source == recordSource)
  }
}
