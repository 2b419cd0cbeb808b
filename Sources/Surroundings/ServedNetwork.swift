public import Findings
public import Geography
public import TransitRouting

/// The lines of a timetable with the stops that they serve, without their times.
public struct ServedNetwork: Sendable {
  public struct Place: Sendable, Equatable {
    public var name: String
    public var coordinate: Coordinate

    public init(name: String, coordinate: Coordinate) {
      self.name = name
      self.coordinate = coordinate
    }
  }

  /// All routes of one operator, mode and short name.
  public struct Line: Sendable, Equatable {
    public var operatorName: String
    public var mode: TransitMode
    public var shortName: String
    /// Different sequences of stops, as positions in `places`.
    public var patterns: [[Int]]

    public init(operatorName: String, mode: TransitMode, shortName: String, patterns: [[Int]]) {
      self.operatorName = operatorName
      self.mode = mode
      self.shortName = shortName
      self.patterns = patterns
    }

    /// Such as `STIB metro 5`.
    public var name: String {
      [operatorName, mode.name, shortName].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// From one place to another.
  public struct Hop: Sendable, Hashable {
    public var from: Int
    public var to: Int

    public init(from: Int, to: Int) {
      self.from = from
      self.to = to
    }
  }

  /// What results name it by.
  public var name: String
  public var isModel: Bool
  /// How far stops may be from their points.
  public var precisionMeters: Double
  public var places: [Place]
  public var lines: [Line]
  /// How lines run between two stops, where a feed draws it.
  public var courses: [Hop: [Coordinate]] = [:]

  public init(
    name: String, isModel: Bool = false, precisionMeters: Double = 0, places: [Place], lines: [Line]
  ) {
    self.name = name
    self.isModel = isModel
    self.precisionMeters = precisionMeters
    self.places = places
    self.lines = lines
  }

  /// The lines with a trip in a timetable; stops where one can neither board nor alight are passed.
  /// - Parameter shapes: the courses of trips, by id, of those that have one.
  public init(
    _ timetable: Timetable, name: String, isModel: Bool = false,
    shapes: ([String]) throws(Failure) -> [String: [Coordinate]]
  ) throws(Failure) {
    // For each line the first trip of each sequence of stops.
    var trips: [Key: [[Int]: String]] = [:]
    for (position, trip) in timetable.trips.enumerated() {
      let stops = timetable.events(of: TripIndex(position)).map {
        timetable.whole($0.stop).position
      }
      let key = Key(timetable.routes[trip.route.position])
      if trips[key]?[stops] == nil { trips[key, default: [:]][stops] = trip.id }
    }
    let lines = trips.map { key, sequences in
      Line(
        operatorName: key.operatorName, mode: key.mode, shortName: key.shortName,
        patterns: sequences.keys.sorted { $0.lexicographicallyPrecedes($1) })
    }
    self.init(
      name: name, isModel: isModel,
      precisionMeters: isModel ? Self.modelPrecisionMeters : 0,
      // Platforms may have names of their own; a line's sections are told by those of stations.
      places: timetable.stops.map { stop in
        Place(
          name: stop.parent.map { timetable.stops[$0.position].name } ?? stop.name,
          coordinate: stop.coordinate)
      },
      lines: lines.sorted { $0.order < $1.order })
    let sequences = trips.values.flatMap { $0 }.sorted { $0.value < $1.value }
    let drawn = try shapes(sequences.map(\.value))
    for (stops, id) in sequences {
      guard let shape = drawn[id],
        let hops = ShapeCut.hops(shape, at: stops.map { places[$0].coordinate })
      else { continue }
      for (position, course) in hops.enumerated() {
        courses[Hop(from: stops[position], to: stops[position + 1])] = course
      }
    }
  }

  private struct Key: Hashable {
    var operatorName: String
    var mode: TransitMode
    var shortName: String

    init(_ route: Timetable.Route) {
      operatorName = route.operatorName
      mode = route.mode
      shortName = route.shortName
    }
  }

  /// Nine of ten of the 71 stations of the model that STIB's feed of 28 October 2019 has by the same
  /// name lie within this distance of their nearest stop there.
  public static let modelPrecisionMeters = 300.0
}

extension ServedNetwork.Line {
  fileprivate var order: (String, String, String) { (operatorName, mode.rawValue, shortName) }
}
