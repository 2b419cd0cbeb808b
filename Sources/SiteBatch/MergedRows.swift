public import Findings

/// The rows of several files of one batch.
public struct MergedRows: Sendable {
  public let header: BatchHeader
  public let rows: [BatchRow]

  /// - Parameter candidates: ids that must all be there; `nil` takes what is there.
  /// - Throws: `unusableData` with every file that is of other inputs, every candidate of which two
  ///   files say different things, and how many candidates are missing.
  public init(_ paths: [String], candidates: [String]? = nil) throws(Failure) {
    var findings: [Finding] = []
    var header: BatchHeader?
    var rows: [BatchRow] = []
    var places: [String: (position: Int, file: String)] = [:]
    for path in paths {
      let text: RowsText
      do throws(Failure) {
        text = try RowsText(path: path)
      } catch {
        guard case .unusableData(let more) = error else { throw error }
        findings += more
        continue
      }
      guard let theirs = text.header else {
        findings.append(
          Finding("empty_file", file: path, message: "the file has no rows"))
        continue
      }
      if let first = header, let difference = first.difference(from: theirs) {
        findings.append(
          Finding(
            "other_rows", file: path, line: 1,
            message: "not of the same batch as \(paths[0]): \(difference)"))
        continue
      }
      header = header ?? theirs
      for row in text.rows {
        guard let known = places[row.site.id] else {
          places[row.site.id] = (rows.count, path)
          rows.append(row)
          continue
        }
        if rows[known.position] != row {
          findings.append(
            Finding(
              "different_rows", file: path, field: "id", value: row.site.id,
              message: "\(known.file) has another result of this candidate"))
        }
      }
    }
    let missing = (candidates ?? []).filter { places[$0] == nil }
    if !missing.isEmpty {
      findings.append(
        Finding(
          "missing_rows", file: paths.last ?? "", field: "id", value: missing[0],
          message: "\(missing.count) candidates are in none of the files, this one among them",
          remedy: "compute the parts that are missing, or give all files"))
    }
    guard findings.isEmpty, let header else { throw .unusableData(findings) }
    self.header = header
    self.rows = rows
  }
}
