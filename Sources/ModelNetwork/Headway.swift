/// How often a line departs in a part of the day.
struct Headway: Sendable {
  let line: String
  /// Seconds after midnight of the service day, first included, last not; may exceed 24 hours.
  let periodSeconds: Range<Int>
  let headwaySeconds: Int
  /// Seconds after midnight modulo the headway, so that departures keep their minute from one
  /// period to the next.
  let offsetSeconds: Int
  /// 0, 1 or nil for both.
  let direction: Int?

  static let columns = ["line_id", "from", "to", "headway_minutes", "offset_minutes"]

  /// The departures from the line's first station (direction 0) or last one (direction 1), in
  /// seconds after midnight.
  var departureSeconds: [Int] {
    let start = periodSeconds.lowerBound
    let remainder = (start - offsetSeconds) % headwaySeconds
    let wait = (headwaySeconds - remainder) % headwaySeconds
    return Array(stride(from: start + wait, to: periodSeconds.upperBound, by: headwaySeconds))
  }

  /// Whether the line departs in this direction at this headway.
  func applies(to direction: Int) -> Bool { self.direction == nil || self.direction == direction }

  /// Reads `headways.csv`.
  /// - Parameter lines: the identifiers of the lines, each of which must depart at least once.
  /// - Throws: on an unknown line, a time that is not `HH:MM`, an empty period, a headway that is
  ///   not positive, an offset outside it, or a period that overlaps another of its line.
  static func read(_ text: String, lines: [String]) throws(ModelNetworkError) -> [Headway] {
    let table = try StrictTable(
      file: "headways.csv", text: text, columns: columns, optional: ["direction"])
    let known = Set(lines)
    var headways: [String: [Headway]] = [:]
    var all: [Headway] = []
    for row in table.rows {
      let headway = try read(row, in: table)
      guard known.contains(headway.line) else {
        throw table.error(row, "unknown line “\(headway.line)”")
      }
      for other in headways[headway.line, default: []] where headway.overlaps(other) {
        throw table.error(row, "overlaps another period of line “\(headway.line)”")
      }
      headways[headway.line, default: []].append(headway)
      all.append(headway)
    }
    for line in lines
    where headways[line, default: []].allSatisfy({ $0.departureSeconds.isEmpty }) {
      let last = table.rows.last?.line ?? 1
      throw ModelNetworkError(
        file: table.file, line: last, message: "line “\(line)” never departs")
    }
    return all
  }

  private static func read(
    _ row: StrictTable.Row, in table: StrictTable
  ) throws(ModelNetworkError) -> Headway {
    guard let from = ClockTime.seconds(row.cells[1]) else {
      throw table.error(row, "“\(row.cells[1])” is no time such as 07:00 or 24:30")
    }
    guard let to = ClockTime.seconds(row.cells[2]) else {
      throw table.error(row, "“\(row.cells[2])” is no time such as 07:00 or 24:30")
    }
    guard from < to else { throw table.error(row, "the period ends before it begins") }
    guard let headway = wholeSeconds(row.cells[3]), headway > 0 else {
      throw table.error(row, "headway “\(row.cells[3])” is not above 0 minutes")
    }
    guard let offset = wholeSeconds(row.cells[4]), (0..<headway).contains(offset) else {
      throw table.error(row, "offset “\(row.cells[4])” is not from 0 to below the headway")
    }
    let direction = Int(row.cells[5])
    guard row.cells[5].isEmpty || direction == 0 || direction == 1 else {
      throw table.error(row, "direction “\(row.cells[5])” is not 0, 1 or empty")
    }
    return Headway(
      line: row.cells[0], periodSeconds: from..<to, headwaySeconds: headway,
      offsetSeconds: offset, direction: direction)
  }

  /// Minutes of at most a day, rounded to whole seconds; nil for anything else.
  private static func wholeSeconds(_ minutes: String) -> Int? {
    guard let value = Double(minutes), (0...1440).contains(value) else { return nil }
    return Int((value * 60).rounded())
  }

  private func overlaps(_ other: Headway) -> Bool {
    let sameDirection = [0, 1].contains { applies(to: $0) && other.applies(to: $0) }
    return sameDirection && periodSeconds.overlaps(other.periodSeconds)
  }
}
