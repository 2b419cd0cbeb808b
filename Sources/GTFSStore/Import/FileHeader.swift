import Findings
import GTFSSchedule
import TabularText

/// The header of a file: which column holds which field.
struct FileHeader {
  /// For each field of the file, if it is there.
  let columns: [Int?]
  let count: Int

  /// Reads the scanner's record as a header; `nil` where the file cannot be read by it.
  init?(
    _ file: GTFSFile, _ place: String, _ scanner: borrowing RecordScanner, repairs: Bool,
    _ log: inout FindingLog
  ) {
    var names: [String] = []
    for range in scanner.fields {
      let text = scanner.bytes.span
      let inner = CellParsing.trimmed(text, range)
      switch CellParsing.encoding(text.extracting(inner)) {
      case .plain, .withLineBreak: names.append(CellParsing.string(text.extracting(inner)))
      case .withZeroByte:
        // As UTF-16 without its mark looks too.
        log.add(
          Rule.zeroByte.finding(
            file: place, line: scanner.line,
            "the header holds a zero byte, as UTF-16 does; the file is not read"))
        return nil
      case .notUTF8:
        var mended: [UInt8] = []
        Windows1252.decode(text.extracting(inner), into: &mended)
        names.append(String(decoding: mended, as: UTF8.self))
        log.add(
          Rule.invalidUTF8.finding(
            file: place, line: scanner.line, value: names.last, mended: repairs))
      }
      if inner != range {
        log.add(
          Rule.surroundingSpaces.finding(file: place, line: scanner.line, value: names.last))
      }
    }
    if names.count == 1, names[0].contains(where: { ";\t|".contains($0) }) {
      log.add(Rule.wrongSeparator.finding(file: place, line: scanner.line, value: names[0]))
      return nil
    }
    count = names.count
    columns = file.fields.map { field in names.firstIndex(of: field.name) }
    // A mistyped column is one fault: what it should be is said where that is missed.
    let unknown = names.filter { !$0.isEmpty && file.fieldIndex($0) == nil }
    let meant = zip(file.fields, columns).compactMap { field, column in
      column == nil && field.isRequired ? nearestName(to: field.name, among: unknown) : nil
    }
    var isUsable = true
    for (index, name) in names.enumerated() {
      if name.isEmpty {
        log.add(
          Rule.emptyColumnName.finding(
            file: place, line: scanner.line, "column \(index + 1) has no name"))
      } else if names[..<index].contains(name) {
        log.add(Rule.duplicatedColumn.finding(file: place, line: scanner.line, field: name))
        isUsable = false
      } else if file.fieldIndex(name) == nil, !meant.contains(name) {
        log.add(Rule.unknownColumn.finding(file: place, line: scanner.line, field: name))
      }
    }
    for (field, column) in zip(file.fields, columns) where column == nil && field.isRequired {
      // Rows that nothing names cannot be told apart.
      let isNeeded = !field.isDescriptive || file.primaryKey.contains(field.name)
      if isNeeded { isUsable = false }
      var finding = Rule.missingRequiredColumn.finding(
        field.isDescriptive ? .warning : nil, file: place, line: scanner.line, field: field.name,
        "the column \(field.name) is missing" + (isNeeded ? "; the file is not read" : ""))
      if let near = nearestName(to: field.name, among: unknown) {
        finding.remedy = "did you mean \(near)?"
      }
      log.add(finding)
    }
    if !isUsable { return nil }
  }
}
