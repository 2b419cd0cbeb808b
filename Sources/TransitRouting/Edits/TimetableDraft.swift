/// A timetable in the course of being edited.
struct TimetableDraft {
  typealias Call = Timetable.StopEvent

  struct Trip {
    var trip: Timetable.Trip
    var calls: [Call]
    /// Position in the base; `nil` where an edit has made it.
    var base: Int?
  }

  /// Trips at a headway without stated times: what befalls one befalls all, so that it holds in
  /// every draw of phases.
  struct Row {
    var row: PhaseDraws.Row
    /// With phase 0; at least one.
    var trips: [Trip]
  }

  let base: Timetable
  var stops: [Timetable.Stop]
  var routes: [Timetable.Route]
  var scheduled: [Trip]
  var rows: [Row]
  private var stopNames: NameTable
  private(set) var routeNames: NameTable
  private var stopsByID: [String: StopIndex]
  private(set) var routesByID: [String: RouteIndex]
  /// The stops of each station.
  private var platforms: [StopIndex: [StopIndex]] = [:]

  /// - Parameter rows: whose trips come last in the timetable.
  init(_ timetable: Timetable, _ rows: [PhaseDraws.Row]) {
    base = timetable
    stops = timetable.stops
    routes = timetable.routes
    func trip(_ position: Int) -> Trip {
      Trip(
        trip: timetable.trips[position], calls: Array(timetable.events(of: TripIndex(position))),
        base: position)
    }
    let end = rows.first?.trips.lowerBound ?? timetable.trips.count
    scheduled = (0..<end).map(trip)
    self.rows = rows.map { Row(row: $0, trips: $0.trips.map(trip)) }
    // Parts of a stop have its id; the stop stands for them.
    let whole = stops.indices.filter { timetable.stops[$0].splitFrom == nil }
    stopNames = NameTable(whole.map { timetable.stops[$0].id })
    stopsByID = Dictionary(whole.map { (timetable.stops[$0].id, StopIndex($0)) }) { a, _ in a }
    routeNames = NameTable(routes.map(\.id))
    routesByID = Dictionary(routes.indices.map { (timetable.routes[$0].id, RouteIndex($0)) }) {
      a, _ in a
    }
    for stop in whole {
      if let station = stops[stop].parent {
        platforms[station, default: []].append(StopIndex(stop))
      }
    }
  }

  /// The stop that a call is at, whatever part of it.
  func whole(_ stop: StopIndex) -> StopIndex { stops[stop.position].splitFrom ?? stop }

  mutating func add(stop: Timetable.Stop) -> StopIndex {
    let index = StopIndex(stops.count)
    stops.append(stop)
    stopNames.add(stop.id)
    stopsByID[stop.id] = index
    return index
  }

  mutating func add(route: Timetable.Route) -> RouteIndex {
    let index = RouteIndex(routes.count)
    routes.append(route)
    routeNames.add(route.id)
    routesByID[route.id] = index
    return index
  }

  /// The stop with an id, and the platforms if it is a station; `nil` with a problem.
  func findStops(_ id: String, _ field: String, _ log: inout EditLog) -> Set<StopIndex>? {
    guard let whole = log.find(id, in: stopNames, "stop", field: field),
      let stop = stopsByID[whole]
    else { return nil }
    return Set([stop] + (platforms[stop] ?? []))
  }

  func findRoute(_ id: String, _ field: String, _ log: inout EditLog) -> RouteIndex? {
    log.find(id, in: routeNames, "route", field: field).flatMap { routesByID[$0] }
  }

  /// Finds stops and makes new ones, or reports what is wrong with them.
  mutating func findOrMake(
    _ wanted: [EditedStop], _ log: inout EditLog
  ) -> [StopIndex] {
    var found: [StopIndex] = []
    for (position, stop) in wanted.enumerated() {
      let field = "stops[\(position)]"
      switch stop {
      case .existing(let id):
        let whole = log.find(id, in: stopNames, "stop", field: field)
        if let index = whole.flatMap({ stopsByID[$0] }) { found.append(index) }
      case .new(let given, let name, let place):
        let id = given ?? "edit \(log.effects.count + 1) stop \(position + 1)"
        guard stopsByID[id] == nil else {
          log.report("duplicated_stop", field, id, "a stop with this id is there already")
          continue
        }
        found.append(add(stop: .init(id: id, name: name, coordinate: place)))
        log.effect.addedStops += 1
      }
    }
    return found
  }
}
