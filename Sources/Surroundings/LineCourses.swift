public import Geography
import TransitRouting

/// The stops and sections of a network that have, or may have, their own right of way.
public struct LineCourses: Sendable {
  /// Between consecutive served stops, as the feed draws it or as a straight line.
  public struct Section: Sendable {
    var course: [Coordinate]
    var isDrawn: Bool
    var rightOfWay: LineAttributes.RightOfWay
    var line: Int
  }

  public struct Stop: Sendable {
    public var place: Int
    /// The best of the sections that it ends.
    public var rightOfWay: LineAttributes.RightOfWay
    public var line: Int
  }

  /// Without a shape, the course of a line between stops that are farther apart is not known well
  /// enough to be used.
  public static let maximumSectionMeters = 3_000.0
  /// How far a line may stray from the straight line in the middle between two stops, as a share of
  /// their distance: of the 182 sections that STIB's feed of 28 October 2019 draws, half stray by 7.7 %
  /// or less and nine of ten by 23 % or less.
  static let strayShare = 0.23

  public let network: ServedNetwork
  private(set) var sections: [Section] = []
  public private(set) var stops: [Stop] = []
  /// Sections that are too long to be taken as the course of a line.
  public private(set) var longSectionCount = 0
  /// Lines and sections of the attributes that no trip of the network runs on.
  public private(set) var unserved: [String] = []
  /// Whether one of them has, or may have, its own right of way.
  public private(set) var lacksLines = false
  /// Lines of the network that no row is of; taken to have no right of way of their own, unless they
  /// are among `assumedLines`.
  public private(set) var unlistedLines: [String] = []
  /// Lines, as positions in the network's, that no row is of and that are taken to have their own
  /// right of way because trains and metros have: an assumption.
  public private(set) var assumedLines: Set<Int> = []

  private struct Pair: Hashable {
    var low: Int
    var high: Int
  }

  /// - Parameter assumesRailways: whether trains and metros without a row have their own right of way.
  public init(
    _ network: ServedNetwork, _ attributes: LineAttributes, assumesRailways: Bool = false
  ) {
    self.network = network
    let names = network.places.map { FoldedName.of($0.name) }
    var isServed = [Bool](repeating: false, count: attributes.rows.count)
    var pairs: [Pair: (rightOfWay: LineAttributes.RightOfWay, line: Int)] = [:]
    for (number, line) in network.lines.enumerated() {
      let rows = attributes.rows.indices.filter { attributes.rows[$0].concerns(line) }
      if rows.isEmpty { unlistedLines.append(line.name) }
      let isAssumed = assumesRailways && rows.isEmpty && line.mode.isRailway
      if isAssumed { assumedLines.insert(number) }
      for pattern in line.patterns {
        let rights = Self.rights(
          of: pattern.map { names[$0] }, rows.map { ($0, attributes.rows[$0]) }, &isServed,
          else: isAssumed ? .yes : .no)
        for (hop, rightOfWay) in rights.enumerated() where rightOfWay > .no {
          let (a, b) = (pattern[hop], pattern[hop + 1])
          guard [a, b].allSatisfy({ network.places[$0].coordinate.isValid }) else { continue }
          let pair = Pair(low: min(a, b), high: max(a, b))
          if let known = pairs[pair], known.rightOfWay >= rightOfWay { continue }
          pairs[pair] = (rightOfWay, number)
        }
      }
    }
    for (number, row) in attributes.rows.enumerated() where !isServed[number] {
      if row.rightOfWay > .no { lacksLines = true }
      // A line that is not there at all is named once, without its sections.
      let name = network.lines.contains(where: row.concerns) ? row.name : row.lineName
      if !unserved.contains(name) { unserved.append(name) }
    }
    add(pairs)
  }

  private mutating func add(
    _ pairs: [Pair: (rightOfWay: LineAttributes.RightOfWay, line: Int)]
  ) {
    var best: [Int: Stop] = [:]
    let ordered = pairs.sorted { ($0.key.low, $0.key.high) < ($1.key.low, $1.key.high) }
    for (pair, value) in ordered {
      for place in [pair.low, pair.high] {
        if let known = best[place], known.rightOfWay >= value.rightOfWay { continue }
        best[place] = Stop(place: place, rightOfWay: value.rightOfWay, line: value.line)
      }
      let ends = [pair.low, pair.high].map { network.places[$0].coordinate }
      let drawn =
        network.courses[.init(from: pair.low, to: pair.high)]
        ?? network.courses[.init(from: pair.high, to: pair.low)]
      guard drawn != nil || ends[0].distanceMeters(to: ends[1]) <= Self.maximumSectionMeters else {
        longSectionCount += 1
        continue
      }
      sections.append(
        Section(
          course: drawn ?? ends, isDrawn: drawn != nil, rightOfWay: value.rightOfWay,
          line: value.line))
    }
    stops = best.values.sorted { $0.place < $1.place }
  }

  /// The right of way of each hop: that of a row of its section, else that of its line, else that of
  /// its mode; of several the first. Where there is none, the last parameter.
  private static func rights(
    of names: [String], _ rows: [(number: Int, row: LineAttributes.Row)], _ isServed: inout [Bool],
    else unlisted: LineAttributes.RightOfWay
  ) -> [LineAttributes.RightOfWay] {
    var rights: [LineAttributes.RightOfWay?] = Array(repeating: nil, count: max(0, names.count - 1))
    for rank in 0...2 {
      for (number, row) in rows where row.rank == rank {
        for hops in row.hops(of: names) {
          isServed[number] = true
          for hop in hops where rights[hop] == nil { rights[hop] = row.rightOfWay }
        }
      }
    }
    return rights.map { $0 ?? unlisted }
  }
}

extension LineAttributes.Row {
  /// The lower, the more precise.
  fileprivate var rank: Int { from.isEmpty ? (shortName.isEmpty ? 2 : 1) : 0 }
}

extension LineCourses.Section {
  /// The distance to the course, and how much more or less it may be where the course is not drawn.
  func distance(from place: Coordinate) -> (meters: Double, uncertaintyMeters: Double) {
    var best = (meters: Double.infinity, share: 0.0)
    for (start, end) in zip(course, course.dropFirst()) {
      let found = place.nearest(onSegmentFrom: start, to: end)
      if found.meters < best.meters { best = found }
    }
    guard !isDrawn, let start = course.first, let end = course.last else { return (best.meters, 0) }
    // A parabola through both stops.
    let stray = 4 * best.share * (1 - best.share) * LineCourses.strayShare
    return (best.meters, stray * start.distanceMeters(to: end))
  }
}
