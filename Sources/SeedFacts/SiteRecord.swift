public import Findings
public import Scenarios
public import TabularText

/// A workspace of a catalogue and where its record comes from.
public struct SiteRecord: Sendable, Equatable {
  public var site: Site
  /// The cell `source`; empty where the file has none.
  public var source: String

  /// Reads a catalogue with the columns of `Sites/spaces.csv`.
  /// - Throws: `unusableData` with every finding.
  public static func read(_ table: Table) throws(Failure) -> [SiteRecord] {
    let sites = try SiteTable.read(table)
    let source = table.findColumn("source")
    return zip(sites, table.rows).map { site, row in
      SiteRecord(site: site, source: source.map { row.cells[$0] } ?? "")
    }
  }

  /// How far the true place may be from the point; an unknown distance counts as none.
  var precisionMeters: Double { site.coordinatePrecisionMeters ?? 0 }
}
