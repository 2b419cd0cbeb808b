public import Geography
public import TransitRouting

extension TransitMode {
  /// Whether its stops are what a document means by metro and railway stations.
  public var isRailway: Bool { self == .metro || self == .rail }
}

/// A metro or railway station of a timetable.
public struct Station: Sendable, Equatable {
  /// That of the station, or of its first stop where the feed has no stations.
  public var id: String
  public var name: String
  public var coordinate: Coordinate
  /// In the order of `TransitMode`.
  public var modes: [TransitMode]
  /// Where its trains and metros stop, each place once.
  public var stopPlaces: [Coordinate]
  /// Trains and metros that can be boarded here, from 0:00 to 24:00 of the timetable's date.
  public var departureCount: Int

  public init(
    id: String, name: String, coordinate: Coordinate, modes: [TransitMode] = [.rail],
    stopPlaces: [Coordinate]? = nil, departureCount: Int = 0
  ) {
    self.id = id
    self.name = name
    self.coordinate = coordinate
    self.modes = modes
    self.stopPlaces = stopPlaces ?? [coordinate]
    self.departureCount = departureCount
  }
}

extension Station {
  /// Stops without a station in the feed are one where they have the same name and lie so near.
  static let sameNameMeters = 300.0

  /// The stations that trains and metros serve, in the order of their stops.
  public static func served(in timetable: Timetable) -> [Station] {
    var modes: [StopIndex: Set<TransitMode>] = [:]
    var departures: [StopIndex: Int] = [:]
    for (position, trip) in timetable.trips.enumerated() {
      let mode = timetable.routes[trip.route.position].mode
      guard mode.isRailway else { continue }
      let events = timetable.events(of: TripIndex(position))
      for (offset, event) in events.enumerated() where event.canBoard || event.canAlight {
        let stop = timetable.whole(event.stop)
        modes[stop, default: []].insert(mode)
        guard event.canBoard, offset + 1 < events.count,
          (0..<86_400).contains(event.departureSeconds)
        else { continue }
        departures[stop, default: 0] += 1
      }
    }
    var groups = StationGroups(timetable)
    for stop in modes.keys.sorted() { groups.add(stop) }
    return groups.stops.map { station, stops in
      let places = stops.map { timetable.stops[$0.position].coordinate }.filter(\.isValid)
      let whole = timetable.stops[station.position]
      let served = stops.reduce(into: Set<TransitMode>()) { $0.formUnion(modes[$1] ?? []) }
      return Station(
        id: whole.id, name: whole.name,
        coordinate: whole.coordinate.isValid ? whole.coordinate : places.first ?? whole.coordinate,
        modes: TransitMode.allCases.filter(served.contains),
        stopPlaces: places.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
        departureCount: stops.reduce(0) { $0 + (departures[$1] ?? 0) })
    }.filter(\.coordinate.isValid)
  }
}

/// Joins stops into stations.
private struct StationGroups {
  private let timetable: Timetable
  /// The station, or the first stop of one, and the stops.
  private(set) var stops: [(station: StopIndex, stops: [StopIndex])] = []
  private var positions: [StopIndex: Int] = [:]
  private var byName: [String: [Int]] = [:]

  init(_ timetable: Timetable) { self.timetable = timetable }

  mutating func add(_ stop: StopIndex) {
    let parent = timetable.stops[stop.position].parent
    let station = parent ?? stop
    if let known = positions[station] ?? (parent == nil ? namesake(of: stop) : nil) {
      stops[known].stops.append(stop)
      return
    }
    positions[station] = stops.count
    byName[FoldedName.of(timetable.stops[station.position].name), default: []].append(stops.count)
    stops.append((station, [stop]))
  }

  private func namesake(of stop: StopIndex) -> Int? {
    let place = timetable.stops[stop.position]
    return byName[FoldedName.of(place.name)]?.first {
      let other = timetable.stops[stops[$0].station.position].coordinate
      return other.isValid && other.distanceMeters(to: place.coordinate) <= Station.sameNameMeters
    }
  }
}
