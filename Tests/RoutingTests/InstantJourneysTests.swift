import Routing
import TestSupport
import Testing
import TransitRouting

/// Journeys of the instant in the middle of a window.
@Suite struct InstantJourneysTests {
  @Test("each door has the itinerary of the middle, and those out of reach have none")
  func agreement() {
    var (found, missing) = (0, 0)
    for seed in 0..<200 {
      var options = TransitOptions()
      options.transferSlackSeconds = seed % 4 == 0 ? 0 : 60
      options.maximumSeconds = seed % 2 == 0 ? 3600 : 86_400
      let timetable = RandomNetwork.timetable(seed: UInt64(seed))
      // Between stops people walk in a straight line, whatever streets there are.
      let doors = DoorToDoorNetwork(
        timetable,
        walking: DoorToDoorNetwork(withoutWalks: timetable, options: options).walking.fallback,
        options: options)
      let first = Int(doors.timetable.stopEvents.map(\.departureSeconds).min() ?? 0)
      let isForward = seed % 3 > 0
      let instants = (0..<6).map { first + ($0 * 7 + (isForward ? 0 : 40)) * 60 }
      let window = isForward ? TimeWindow.departures(instants) : .arrivals(instants)
      let direction: SearchDirection = isForward ? .forward : .backward
      let search = InstantJourneys(doors, window)
      let ends = doors.timetable.stops.indices.map { doors.door(atStop: StopIndex($0)) }
      for (fixed, end) in ends.enumerated().prefix(2) {
        // A third of the doors can be walked to, in half an hour.
        func direct(_ other: Int) -> Int? { other % 3 == 0 ? 1800 : nil }
        var parts = [JourneyParts?](repeating: nil, count: ends.count)
        search.search(end, others: ends, directSeconds: direct) { other, found, _, _ in
          parts[other] = found
        }
        for (other, far) in ends.enumerated() {
          let expected = doors.journeys(
            from: isForward ? end : far, to: isForward ? far : end,
            directSeconds: direct(other), direction, at: window.middle
          ).last.map { JourneyParts($0, doors.timetable, direction, at: window.middle) }
          #expect(parts[other] == expected, "seed \(seed), \(fixed) and \(other)")
          if expected == nil { missing += 1 } else { found += 1 }
        }
      }
    }
    #expect(found > 500)
    #expect(missing > 100)
  }
}
