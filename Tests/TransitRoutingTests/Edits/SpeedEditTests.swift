import TestSupport
import Testing

@testable import TransitRouting

@Suite struct SpeedEditTests {
  private let example: EditExample

  init() throws { example = try EditExample() }

  @Test("twice the speed halves the hops and keeps the stays")
  func theWorkedExample() throws {
    // A 0, 300 s, B stays 60 s, 240 s, C, 600 s, D: with half the hops B 150-210, C 330, D 630.
    let edited = try example.edited(
      .adjustSpeed(AdjustSpeed(.init(.trips, ["out"]), scale: 2)))
    #expect(edited.timetable.line("out") == "A 0, B 150-210, C 330, D 630")
    #expect(edited.timetable.line("out2") == "A 1800, B 2100-2160, C 2400, D 3000")
    #expect(edited.effects == [EditEffect(changedTrips: 1)])
    #expect(edited.timetable.links == ["out>back"])
  }

  @Test("fractions of a second are carried along")
  func fractionsAddUp() throws {
    // At 0.7 of the speed hops of 300, 240 and 600 s take 428.57…, 342.86… and 857.14…: B at 429,
    // on at 489 (428.57 + 60 = 488.57); C at 831.43, D at 1688.57.
    let edited = try example.edited(
      .adjustSpeed(AdjustSpeed(.init(.trips, ["out"]), scale: 0.7)))
    #expect(edited.timetable.line("out") == "A 0, B 429-489, C 831, D 1689")
    // It now ends after `back` leaves, at 1500: nobody can stay seated.
    #expect(edited.timetable.links == [])
    #expect(edited.brokenLinks == 1)
  }

  @Test("only the hops between two stops are scaled, in the direction given")
  func onlySomeHops() throws {
    // From B to D: 240 and 600 s become 120 and 300; A to B keeps 300. A station stands for its
    // platforms. `back` passes D before B and stays.
    let edited = try example.edited(
      .adjustSpeed(
        AdjustSpeed(.init(.routes, ["R1"]), scale: 2, hops: [.init(from: "SB", to: "D")])))
    #expect(edited.timetable.line("out") == "A 0, B 300-360, C 480, D 780")
    #expect(edited.timetable.line("back") == example.timetable.line("back"))
    #expect(edited.effects == [EditEffect(changedTrips: 2, unfit: 1)])
  }

  @Test("trips at a headway are scaled in every draw and keep their phases")
  func rowsAreScaledInEveryDraw() throws {
    // 500 and 400 s at 1.25 of the speed: 400 and 320.
    let edited = try example.edited(.adjustSpeed(AdjustSpeed(.init(.trips, ["F"]), scale: 1.25)))
    let draws = try #require(edited.draws)
    #expect(edited.effects == [EditEffect(changedRows: 1)])
    for draw in 0..<20 {
      let (before, after) = (
        example.draws.timetable(draw: draw, seed: 3), draws.timetable(draw: draw, seed: 3)
      )
      #expect(before.trips.map(\.id) == after.trips.map(\.id))
      for trip in 3..<before.trips.count {
        let start = Int(try #require(before.events(of: TripIndex(trip)).first).departureSeconds)
        #expect(after.line(at: trip, after: start) == "A 0, C 400, D 720")
      }
    }
  }

  @Test("a scale of 1 changes nothing, bit by bit", arguments: 0..<60 as Range<UInt64>)
  func aScaleOfOneChangesNothing(seed: UInt64) throws {
    let timetable = RandomNetwork.timetable(seed: seed)
    // A route without any hop is refused.
    let routes = Set(
      timetable.trips.indices.filter { timetable.events(of: TripIndex($0)).count >= 2 }
        .map { timetable.routes[timetable.trips[$0].route.position].id })
    let edited = try EditedTimetable(
      timetable, draws: nil, [.adjustSpeed(AdjustSpeed(.init(.routes, routes.sorted()), scale: 1))])
    // As one value: a failure must not print two timetables.
    let isSame = edited.timetable.everything == timetable.everything
    #expect(isSame)
    #expect(edited.draws == nil)
    #expect(edited.brokenLinks == 0)
  }

  @Test("a scale of 1 keeps draws as they are")
  func aScaleOfOneKeepsDraws() throws {
    let example = try EditExample(rule: true)
    let edited = try example.edited(
      .adjustSpeed(AdjustSpeed(.init(.routes, ["R1", "R2"]), scale: 1)))
    let draws = try #require(edited.draws)
    #expect(edited.timetable.everything == example.timetable.everything)
    for draw in 0..<5 {
      #expect(
        draws.timetable(draw: draw, seed: 9).everything
          == example.draws.timetable(draw: draw, seed: 9).everything)
    }
  }
}

extension EditEffect {
  init(
    addedTrips: Int = 0, removedTrips: Int = 0, changedTrips: Int = 0, addedRows: Int = 0,
    removedRows: Int = 0, changedRows: Int = 0, addedStops: Int = 0, unfit: Int = 0,
    shortHops: Int = 0
  ) {
    self.init()
    self.addedTrips = addedTrips
    self.removedTrips = removedTrips
    self.changedTrips = changedTrips
    self.addedRows = addedRows
    self.removedRows = removedRows
    self.changedRows = changedRows
    self.addedStops = addedStops
    self.unfit = unfit
    self.shortHops = shortHops
  }
}
