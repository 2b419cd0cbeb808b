import Geography
import Parallelism
public import PrincipalRoads
public import Routing
import StreetRouting
public import Surroundings

/// Says of candidates what is near them.
public struct CandidateDescriber: Sendable {
  public var stations: [Station]
  public var courses: LineCourses
  /// Exits of the R0 and of motorways.
  public var exits: [RoadNode]
  public var walking: any TravelModel
  /// Without parking: one drives on at the exit.
  public var car: CarTravel
  public var zones: TravelZones
  public var municipalities: MunicipalityAreas?
  public var boardings: BoardingTable?

  public init(
    stations: [Station], courses: LineCourses, roads: PrincipalRoads, walking: any TravelModel,
    car: CarTravel, zones: TravelZones
  ) {
    self.stations = stations
    self.courses = courses
    exits = roads.nodes.filter { $0.kind == .exit }
    self.walking = walking
    self.car = car
    self.zones = zones
  }

  /// What is done, and how far it is.
  public typealias Step = @Sendable (_ what: String, _ done: Int, _ total: Int) -> Void

  /// In the order of the candidates, whatever the number of threads.
  public func describe(
    _ candidates: [Candidate], threads: Int, progress: @escaping Step = { _, _, _ in }
  ) async -> [CandidateDescription] {
    let places = candidates.map(\.coordinate)
    let walks = await StationWalks.nearest(
      from: places, to: stations, walking: walking, threads: threads
    ) { progress("walks from stations", $0, $1) }
    let drives = await ExitDrives.nearest(
      from: places, to: exits.map(\.coordinate), by: car, threads: threads
    ) { progress("drives to exits", $0, $1) }
    let lines = SureLines(courses)
    return await concurrentMap(
      count: candidates.count, threads: threads, makeWorker: {},
      done: { progress("descriptions", $0, candidates.count) }
    ) { _, position in
      describe(candidates[position], walks[position], drives[position], lines)
    }
  }

  private func describe(
    _ candidate: Candidate, _ walk: StationWalks.Walk?, _ drive: ExitDrives.Drive?,
    _ lines: SureLines
  ) -> CandidateDescription {
    let place = candidate.coordinate
    var notes: [String] = []
    let line = lines.nearest(to: place)
    return CandidateDescription(
      candidate: candidate, zone: zones.id(at: place),
      municipality: municipalities?.code(at: place), line: line.map { described($0, &notes) },
      station: station(near: place, walk, &notes), exit: exit(near: place, drive, &notes),
      notes: (courses.network.isModel ? ["timetable: a model"] : []) + notes)
  }

  private func described(_ line: NearLine, _ notes: inout [String]) -> CandidateDescription.Line {
    if line.uncertaintyMeters >= 0.5 {
      notes.append("line: straight between stops, ± \(Int(line.uncertaintyMeters.rounded())) m")
    }
    if courses.assumedLines.contains(line.line) { notes.append("line: own right of way assumed") }
    let found = courses.network.lines[line.line]
    return .init(name: found.name, mode: found.mode, meters: line.meters)
  }

  private func station(
    near place: Coordinate, _ walk: StationWalks.Walk?, _ notes: inout [String]
  ) -> CandidateDescription.Station? {
    if walk?.isStraightLine == true { notes.append("walk: straight line × \(detour)") }
    if walk == nil, !stations.isEmpty {
      notes.append("station: beyond \(StationWalks.limitSeconds / 60) min on foot")
    }
    let distances = stations.lazy.map { Self.meters(from: place, to: $0) }
    guard
      let number = walk?.station
        ?? distances.enumerated().min(by: { ($0.element, $0.offset) < ($1.element, $1.offset) })?
        .offset
    else { return nil }
    let station = stations[number]
    return .init(
      name: station.name, meters: Self.meters(from: place, to: station),
      walkSeconds: walk?.seconds,
      walkMeters: walk.map { Double($0.seconds) * walking.fallback.speedKilometersPerHour / 3.6 },
      departures: station.departureCount, boardings: boardings?.find(station))
  }

  /// To the nearest place where its trains stop.
  private static func meters(from place: Coordinate, to station: Station) -> Double {
    station.stopPlaces.map { place.distanceMeters(to: $0) }.min() ?? .infinity
  }

  private var detour: Double { walking.fallback.detourFactor }

  private func exit(
    near place: Coordinate, _ drive: ExitDrives.Drive?, _ notes: inout [String]
  ) -> CandidateDescription.Exit? {
    guard let drive else { return nil }
    if car.streets.source.isApproximate { notes.append("drive: built-in principal roads") }
    if drive.isStraightLine { notes.append("drive: straight line to the nearest road") }
    let exit = exits[drive.exit]
    return .init(
      name: exit.title, driveSeconds: drive.seconds,
      meters: place.distanceMeters(to: exit.coordinate))
  }
}
