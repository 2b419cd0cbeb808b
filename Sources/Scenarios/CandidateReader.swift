import Findings
import TabularText

/// Candidates for sites, and the rows of their file that are left out.
struct Candidates {
  var sites: [Site]
  var skipped: [Finding] = []
}

/// Reads a file of candidates.
enum CandidateReader {
  static func read(
    _ path: String?, skipsBadRows: Bool, _ reader: inout YAMLReader
  ) -> Candidates? {
    guard let path else { return nil }
    do throws(Failure) {
      let (table, unreadable) = try Table.readSkippingBadRows(path)
      let (sites, unusable) = try SiteTable.usable(table)
      let bad = (unreadable + unusable).sorted { ($0.line ?? 0) < ($1.line ?? 0) }
      // A file in which nothing can be used is a mistake, not a choice.
      guard bad.isEmpty || (skipsBadRows && !sites.isEmpty) else { throw .unusableData(bad) }
      return Candidates(sites: sites, skipped: bad)
    } catch {
      reader.report(failure: error, at: nil, field: "--candidates")
      return Candidates(sites: [])
    }
  }
}
