/// A line: the stations it serves in order, and how long it takes.
struct Line: Sendable {
  typealias Mode = Course.Mode

  struct Call: Sendable, Hashable {
    let station: String
    /// From the first departure of the line, in direction 0.
    let elapsedSeconds: Int
  }

  let identifier: String
  let mode: Mode
  let shortName: String
  let longName: String
  /// Six hexadecimal digits.
  let color: String
  /// At least two, in the order of direction 0.
  let calls: [Call]

  static let columns = ["line_id", "mode", "short_name", "long_name", "color", "path"]

  /// The calls of a trip in direction 0 (as written) or 1 (the other way round).
  func calls(direction: Int) -> [Call] {
    guard direction == 1, let end = calls.last else { return calls }
    return calls.reversed().map {
      Call(station: $0.station, elapsedSeconds: end.elapsedSeconds - $0.elapsedSeconds)
    }
  }

  /// Reads `lines.csv`.
  /// - Parameter stations: the identifiers that a path may use.
  /// - Throws: on an identifier used twice, an unknown mode, a color that is not six hexadecimal
  ///   digits, a missing name, or a path with an unknown station or a time that is not positive.
  static func read(_ text: String, stations: Set<String>) throws(ModelNetworkError) -> [Line] {
    let table = try StrictTable(file: "lines.csv", text: text, columns: columns)
    var lines: [Line] = []
    var known: Set<String> = []
    for row in table.rows {
      let identifier = row.cells[0]
      guard !identifier.isEmpty else { throw table.error(row, "a line needs an identifier") }
      guard known.insert(identifier).inserted else {
        throw table.error(row, "line “\(identifier)” is listed twice")
      }
      guard let mode = Mode(rawValue: row.cells[1]) else {
        throw table.error(row, "mode “\(row.cells[1])” is none of metro, tram, train")
      }
      guard !row.cells[2].isEmpty, !row.cells[3].isEmpty else {
        throw table.error(row, "line “\(identifier)” needs a short and a long name")
      }
      let color = row.cells[4]
      guard color.utf8.count == 6, color.allSatisfy(\.isHexDigit) else {
        throw table.error(row, "color “\(color)” is not six hexadecimal digits")
      }
      lines.append(
        Line(
          identifier: identifier, mode: mode, shortName: row.cells[2], longName: row.cells[3],
          color: color, calls: try path(of: row, in: table, stations: stations)))
    }
    return lines
  }

  /// Reads a path such as `GARE-OUEST 1.5 BEEKKANT 1 ETANGS-NOIRS` (minutes between stations).
  private static func path(
    of row: StrictTable.Row, in table: StrictTable, stations: Set<String>
  ) throws(ModelNetworkError) -> [Call] {
    let words = row.cells[5].split(separator: " ", omittingEmptySubsequences: false)
      .map(String.init)
    guard words.count >= 3, words.count % 2 == 1 else {
      throw table.error(row, "a path is: station, minutes, station, …, station")
    }
    var calls: [Call] = []
    var elapsedMinutes = 0.0
    for index in stride(from: 0, to: words.count, by: 2) {
      let station = words[index]
      guard stations.contains(station) else {
        throw table.error(row, "unknown station “\(station)”")
      }
      if index > 0 {
        let minutes = words[index - 1]
        guard let value = Double(minutes), value > 0, value <= 600 else {
          throw table.error(row, "“\(minutes)” before \(station): minutes must be in 0…600, not 0")
        }
        guard station != calls.last?.station else {
          throw table.error(row, "station “\(station)” follows itself")
        }
        elapsedMinutes += value
      }
      calls.append(
        Call(station: station, elapsedSeconds: Int((elapsedMinutes * 60).rounded())))
    }
    return calls
  }
}
