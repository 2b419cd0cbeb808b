public import Findings
public import TabularText

/// A place that a document puts beside a station or road.
public struct DocumentProximity: Sendable, Equatable {
  public enum TargetKind: String, Sendable, CaseIterable {
    /// A metro or railway station, by name.
    case station
    /// A road of the principal network, by reference.
    case road
  }

  public var siteID: String
  /// As the document says it.
  public var words: String
  public var kind: TargetKind
  public var target: String
  public var targetName: String
  /// What the words are taken to mean, an assumption.
  public var withinMeters: Double
  public var tension: String

  /// Reads a table with the columns of `Sites/document-proximities.csv`.
  /// - Throws: `unusableData` with every finding.
  public static func read(_ table: Table) throws(Failure) -> [DocumentProximity] {
    var reader = RowReader(table)
    return try reader.rows { row -> DocumentProximity? in
      let siteID = row.text("site_id")
      let words = row.text("words")
      let kind = row.choice("target_kind", TargetKind.self)
      let target = row.text("target")
      let name = row.text("target_name")
      let within = row.number("within_m", in: 1...50_000)
      let tension = row.optionalText("tension")
      guard let siteID, let words, let kind, let target, let name, let within else { return nil }
      return DocumentProximity(
        siteID: siteID, words: words, kind: kind, target: target, targetName: name,
        withinMeters: within, tension: tension)
    }
  }
}
