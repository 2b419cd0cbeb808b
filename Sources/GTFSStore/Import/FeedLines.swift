import GTFSSchedule

/// On which line of which file the rows of a feed stand, so that a rule which finds a row by SQL
/// can name its place.
struct FeedLines {
  private var tables: [String: (lines: LineTable, firstRow: Int)] = [:]
  private var places: [String: String] = [:]
  private var calls = CallLines()
  private var identifiers: IdentifierTables?

  mutating func set(_ lines: LineTable, firstRow: Int, place: String, of file: GTFSFile) {
    tables[file.name] = (lines, firstRow)
    places[file.name] = place
  }

  mutating func set(_ calls: CallLines, place: String) {
    self.calls = calls
    places[GTFSSchedule.stopTimes.name] = place
  }

  mutating func setIdentifiers(_ identifiers: IdentifierTables) {
    self.identifiers = identifiers
  }

  /// The path of a file that was read.
  func place(of file: GTFSFile) -> String? { places[file.name] }

  /// The line of a row: by its key where the file has one row for each id, else by its rowid.
  func line(of row: Int, in file: GTFSFile) -> Int? {
    if let entity = file.entity { return line(of: entity, key: row) }
    guard let table = tables[file.name] else { return nil }
    return table.lines.line(of: row - table.firstRow)
  }

  /// The line that first names an id.
  func line(of entity: Entity, key: Int) -> Int? { identifiers?[entity].definingLine(of: key) }

  func line(ofCall call: Int, trip: Int) -> Int? { calls.line(of: trip, call: call) }
}
