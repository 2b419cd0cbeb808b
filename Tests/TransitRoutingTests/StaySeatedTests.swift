import Geography
import TestSupport
import Testing

@testable import TransitRouting

/// Trips that continue others; the properties are in `ReferenceAgreementTests`.
struct StaySeatedTests {
  private struct Example {
    var builder = TimetableBuilder()
    var stops: [StopIndex] = []
    var route: RouteIndex

    init() {
      for name in ["A", "B", "C", "D", "E"] {
        stops.append(
          builder.add(
            stop: .init(id: name, name: name, coordinate: Coordinate(latitude: 50, longitude: 4))))
      }
      route = builder.add(route: .init(id: "R", shortName: "1", type: 3))
    }

    /// Calls at minutes after 08:00; `canUse` is whether each can be boarded and left.
    mutating func add(
      _ id: String, _ calls: [(stop: Int, minute: Int)], canUse: [Bool]? = nil
    ) throws -> TripIndex {
      try builder.add(
        trip: .init(id: id, route: route),
        events: calls.enumerated().map { position, call in
          let seconds = 28_800 + 60 * call.minute
          let use = canUse?[position] ?? true
          return .init(
            stop: stops[call.stop], arrivalSeconds: seconds, departureSeconds: seconds,
            canBoard: use, canAlight: use)
        })
    }
  }

  /// The best journey between two stops, leaving at 08:00 or arriving by 09:00, as one line.
  private func journey(
    _ timetable: Timetable, _ from: Int, _ to: Int, _ direction: SearchDirection = .forward,
    slack: Int = 0
  ) -> String? {
    JourneySearch(
      timetable, ScanNetwork(timetable, direction), transferSlackSeconds: slack
    ).journeys(
      JourneyEnds(from: StopIndex(from), to: StopIndex(to), in: timetable),
      at: direction == .forward ? 28_800 : 32_400
    ).last.map { journey in
      let legs = journey.legs.map { leg in
        switch leg {
        case .walk: "walk"
        case .ride(let trip, let board, let alight, let staysSeated):
          (staysSeated ? "stay " : "") + timetable.trips[trip.position].id + " "
            + timetable.stops[timetable.stopEvents[board].stop.position].id + "-"
            + timetable.stops[timetable.stopEvents[alight].stop.position].id
        }
      }
      return legs.joined(separator: ", ") + ": \(journey.rideCount) boarded"
    }
  }

  /// X is at B at 08:10; Y leaves B at 08:10, so a slack of 60 s would miss it.
  @Test("staying seated takes no slack and no boarding, in both directions")
  func noChange() throws {
    var example = Example()
    let x = try example.add("X", [(0, 0), (1, 10)])
    let y = try example.add("Y", [(1, 10), (2, 20)])
    let apart = example.builder.build()
    #expect(journey(apart, 0, 2) == "X A-B, Y B-C: 2 boarded")
    #expect(journey(apart, 0, 2, slack: 60) == nil)
    example.builder.addContinuation(from: x, to: y)
    let linked = example.builder.build()
    for direction in [SearchDirection.forward, .backward] {
      #expect(journey(linked, 0, 2, direction, slack: 60) == "X A-B, stay Y B-C: 1 boarded")
    }
  }

  @Test("a rule that forbids the change does not hold for who stays seated")
  func forbiddenChange() throws {
    var example = Example()
    let x = try example.add("X", [(0, 0), (1, 10)])
    let y = try example.add("Y", [(1, 10), (2, 20)])
    example.builder.add(transfer: Transfer(from: StopIndex(1), to: StopIndex(1), seconds: nil))
    #expect(journey(example.builder.build(), 0, 2) == nil)
    example.builder.addContinuation(from: x, to: y)
    #expect(journey(example.builder.build(), 0, 2) == "X A-B, stay Y B-C: 1 boarded")
  }

  /// X ends at B, where one can neither board nor alight, and Y begins there so: who boards X at A
  /// is carried over the call that is otherwise left out.
  @Test("a chain over calls that nobody can use holds")
  func endsWithoutUse() throws {
    var example = Example()
    let x = try example.add("X", [(0, 0), (1, 10)], canUse: [true, false])
    let y = try example.add("Y", [(1, 12), (3, 15)], canUse: [false, false])
    let z = try example.add("Z", [(3, 15), (2, 20)], canUse: [false, true])
    #expect(example.builder.build().stopEvents.count == 2)
    example.builder.addContinuation(from: x, to: y)
    example.builder.addContinuation(from: y, to: z)
    let timetable = example.builder.build()
    #expect(timetable.stopEvents.count == 6)
    for direction in [SearchDirection.forward, .backward] {
      #expect(
        journey(timetable, 0, 2, direction) == "X A-B, stay Y B-D, stay Z D-C: 1 boarded")
    }
    #expect(journey(timetable, 0, 1) == nil)
  }

  @Test("a chain goes on over a trip that has no hop")
  func tripWithoutHop() throws {
    var example = Example()
    let x = try example.add("X", [(0, 0), (1, 10)])
    let y = try example.add("Y", [(1, 11)])
    let z = try example.add("Z", [(1, 12), (2, 20)])
    example.builder.addContinuation(from: x, to: y)
    example.builder.addContinuation(from: y, to: z)
    let timetable = example.builder.build()
    #expect(timetable.continuations.following(x) == [z])
    #expect(timetable.continuations.following(y).isEmpty)
    #expect(timetable.continuations.reversed().following(z) == [x])
  }

  /// A train that is divided at B, and two that are joined there.
  @Test("one trip may go on as two, and two as one")
  func divided() throws {
    var example = Example()
    let x = try example.add("X", [(0, 0), (1, 10)])
    let y = try example.add("Y", [(1, 10), (2, 20)])
    let z = try example.add("Z", [(1, 10), (3, 20)])
    let w = try example.add("W", [(4, 0), (1, 10)])
    for (from, to) in [(x, y), (x, z), (w, y)] {
      example.builder.addContinuation(from: from, to: to)
    }
    let timetable = example.builder.build()
    #expect(timetable.continuations.following(x) == [y, z])
    #expect(journey(timetable, 0, 3, slack: 60) == "X A-B, stay Z B-D: 1 boarded")
    #expect(journey(timetable, 0, 2, .backward, slack: 60) == "X A-B, stay Y B-C: 1 boarded")
    #expect(journey(timetable, 4, 2, slack: 60) == "W E-B, stay Y B-C: 1 boarded")
    #expect(journey(timetable, 4, 3, slack: 60) == nil)
  }

  /// Y and X take no time at all; Y was added first, so X may not be its continuation in return.
  @Test("a trip that begins before the other ends does not continue it, nor do two in a circle")
  func refused() throws {
    var example = Example()
    let x = try example.add("X", [(0, 0), (1, 10)])
    let y = try example.add("Y", [(1, 9), (2, 20)])
    let first = try example.add("V", [(1, 30), (2, 30)])
    let second = try example.add("W", [(2, 30), (1, 30)])
    let answers = [(x, y), (first, second), (second, first)].map {
      example.builder.addContinuation(from: $0, to: $1)
    }
    #expect(answers == [false, true, false])
    #expect(example.builder.build().continuations.trips == [second.raw])
  }

  @Test("without continuations the table is empty")
  func empty() throws {
    var example = Example()
    _ = try example.add("X", [(0, 0), (1, 10)])
    let table = example.builder.build().continuations
    #expect(table.isEmpty && table.starts.isEmpty && table.reversed() == table)
    #expect(table.following(TripIndex(0)).isEmpty)
  }
}

struct TransitModeTests {
  @Test("basic and extended route types")
  func types() {
    let expected: [(Int, TransitMode)] = [
      (0, .tram), (1, .metro), (2, .rail), (3, .bus), (4, .ferry), (5, .cableTram),
      (6, .aerialLift), (7, .funicular), (11, .trolleybus), (12, .monorail), (100, .rail),
      (101, .rail), (103, .rail), (117, .rail), (200, .coach), (300, .rail), (400, .rail),
      (401, .metro), (402, .metro), (405, .monorail), (500, .metro), (600, .metro), (700, .bus),
      (704, .bus), (715, .bus), (800, .trolleybus), (900, .tram), (907, .tram), (1000, .ferry),
      (1100, .air), (1200, .ferry), (1300, .aerialLift), (1400, .funicular), (1500, .taxi),
      (1501, .taxi), (1600, .other), (1700, .other), (1701, .cableTram), (1702, .other),
      (8, .other), (-1, .other), (99, .other),
    ]
    for (type, mode) in expected { #expect(TransitMode(routeType: type) == mode, "\(type)") }
    #expect(TransitMode.rail.name == "train")
    #expect(Set(TransitMode.allCases.map(\.name)).count == TransitMode.allCases.count)
  }
}
