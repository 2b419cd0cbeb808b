import Geography
import Routing
import StreetRouting
import Testing
import TransitRouting

@testable import Impact
@testable import Scenarios

/// A network of lines that run all day, far from each other, so that nobody can walk.
///
/// Places lie 0.1° of latitude (11 km) apart: 30 minutes of walking reach 1.8 km. Everyone lives
/// and works at a stop.
struct TinyNetwork {
  private var builder = TimetableBuilder()
  private var stops: [String: StopIndex] = [:]

  static let names = ["A", "B", "O", "S", "T", "U", "E", "F", "D", "G"]

  static func place(_ name: String) -> Coordinate {
    Coordinate(latitude: 50 + Double(names.firstIndex(of: name) ?? 50) / 10, longitude: 4)
  }

  init() {
    for name in Self.names {
      stops[name] = builder.add(
        stop: .init(id: name, name: "Stop \(name)", coordinate: Self.place(name)))
    }
  }

  /// Vehicles, trains by default, from one stop to another that take so many minutes, every ten
  /// minutes from 5:00 to `until`, at `phase` minutes past.
  mutating func line(
    _ from: String, _ to: String, minutes: Int, phase: Int = 0, until: Int = 21 * 60, type: Int = 2
  ) throws {
    try line([from, to], minutes: minutes, phase: phase, until: until, type: type)
  }

  /// The same over several stops, so many minutes between each two.
  mutating func line(
    _ names: [String], minutes: Int, phase: Int = 0, until: Int = 21 * 60, type: Int = 2
  ) throws {
    let calls = try names.map { try #require(stops[$0]) }
    let id = names.joined()
    let route = builder.add(route: .init(id: id, shortName: id, type: type))
    for minute in stride(from: 300 + phase, through: until, by: 10) {
      try builder.add(
        trip: .init(id: "\(id)-\(minute)", route: route),
        events: calls.enumerated().map { position, stop in
          let time = (minute + position * minutes) * 60
          return .init(stop: stop, arrivalSeconds: time, departureSeconds: time)
        })
    }
  }

  /// The same in both directions.
  mutating func bothWays(
    _ from: String, _ to: String, minutes: Int, phase: Int = 0, type: Int = 2
  ) throws {
    try line(from, to, minutes: minutes, phase: phase, type: type)
    try line(to, from, minutes: minutes, phase: phase, type: type)
  }

  func build() -> Timetable { builder.build() }

  /// Two homes A and B, the office O, the sites S and T. With trains every ten minutes a ride of
  /// r minutes takes r + 0 … r + 9 minutes, each as often: to be at work by minute d one arrives
  /// up to 9 minutes early, and leaving at minute d one waits up to 9 minutes. Both windows are
  /// whole multiples of ten minutes. Of 90 sorted times rank 9 (p10) is r, rank 45 (p50) r + 4,
  /// rank 81 (p90) r + 8; of 120 times ranks 12, 60 and 108 are the same.
  ///
  ///     A–O 40, so 44 one way    A–S 20, so 24    A–T 25, so 29
  ///     B–O 30, so 34            B–S 50, so 54    B–T only by two changes, over 90 minutes
  static func example() throws -> TinyNetwork {
    var network = TinyNetwork()
    try network.bothWays("A", "O", minutes: 40)
    try network.bothWays("A", "S", minutes: 20, phase: 5)
    try network.bothWays("A", "T", minutes: 25, phase: 3)
    try network.bothWays("B", "O", minutes: 30, phase: 7)
    try network.bothWays("B", "S", minutes: 50, phase: 1)
    return network
  }
}

extension TinyNetwork {
  /// Roads from A to B to O to S, 11.12 km each as the places lie (a tenth of a degree), at 60 km/h:
  /// A–O 22.24 minutes, A–S 33.36; B–O 11.12, B–S 22.24.
  ///
  /// - Parameter congested: whether half of the mornings' minutes (08:00 to 08:45 of 08:00 to 09:30)
  ///   take twice as long.
  static func car(congested: Bool = false) throws -> CarTravel {
    let names = ["A", "B", "O", "S"]
    let passage = Passage(carSpeedTenths: 600, car: .yes)
    let streets = try StreetGraph(
      nodes: names.map { StreetGraph.Point(place($0)) },
      nodeBarriers: [[], [], [], []],
      links: (0..<3).map {
        StreetLink(
          from: Int32($0), to: Int32($0 + 1), lengthCentimeters: 1_111_951,
          roadClass: .primary, forward: passage, backward: passage)
      }, shapeStarts: [0, 0, 0, 0], shapePoints: [], names: [""], forbiddenPaths: [],
      source: StreetSource(name: "tiny"))
    let rows: [CongestionTable.Row] = [
      .init(zone: "elsewhere", group: .main, period: 28_800..<31_500, factor: 2, source: "s")
    ]
    return CarTravel(streets, congestion: CongestionTable(congested ? rows : []))
  }
}

extension Scenario {
  /// A scenario on `TinyNetwork`: journeys of at most 90 minutes.
  static func tiny(
    homes: [(name: String, people: Double)], offices: [(name: String, share: Double)],
    sites: [String]
  ) -> Scenario {
    var access = AccessRules()
    access.maximumMinutes = SourcedNumber(90)
    return Scenario(
      file: "/somewhere/tiny.yaml", name: "Tiny", description: "", network: "", date: nil,
      arrivalWindow: 8 * 3600..<(9 * 3600 + 1800),
      departureWindow: (16 * 3600 + 1800)..<(18 * 3600 + 1800),
      demand: Demand(
        summary: "made up",
        origins: homes.map {
          Demand.Origin(
            id: $0.name, name: "Home \($0.name)", municipality: "M" + $0.name,
            municipalityName: "Town \($0.name)", coordinate: TinyNetwork.place($0.name),
            people: $0.people, officeID: nil)
        }),
      offices: offices.map {
        Office(
          id: $0.name, name: "Office \($0.name)", coordinate: TinyNetwork.place($0.name),
          share: $0.share)
      },
      sites: sites.map { .at(TinyNetwork.place($0), id: $0) }, policy: Policy(), access: access,
      areas: [])
  }
}

extension Site {
  static func at(_ place: Coordinate, id: String) -> Site {
    Site(
      id: id, name: "Site \(id)", operatorName: "", kinds: [], status: .candidate,
      floorAreaSquareMeters: nil, openingYear: nil, quarter: "", zone: "", municipality: "",
      coordinate: place, coordinatePrecisionMeters: nil)
  }
}

extension CommuteComparison {
  func result(impact: ImpactRun? = nil) throws -> RunResult {
    result(
      version: "test", date: try #require(ServiceDate(yyyymmdd: 20_191_029)), feeds: [], notes: [],
      impact: impact)
  }
}

func result(
  _ scenario: Scenario, _ timetable: Timetable, threads: Int = 1
) async throws -> RunResult {
  try await CommuteComparison.computed(scenario, timetable, threads: threads).result()
}

func isClose(_ a: Double?, _ b: Double, within share: Double = 1e-9) -> Bool {
  a.map { abs($0 - b) < share * max(1, abs(b)) } ?? false
}
