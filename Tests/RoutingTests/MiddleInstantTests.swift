import Geography
import Routing
import TestSupport
import Testing
import TransitRouting

/// Journeys of the instant in the middle of a window, in place of those of the medians.
@Suite struct MiddleInstantTests {
  /// Trains from A to B at these minutes of the day, 30 minutes each; journeys of an hour at most.
  private func network(leaving minutes: [Int]) throws -> DoorToDoorNetwork {
    var builder = TimetableBuilder()
    let stops = ["A", "B"].enumerated().map { index, name in
      builder.add(
        stop: .init(
          id: name, name: name, coordinate: Coordinate(latitude: 50 + Double(index), longitude: 4)))
    }
    let route = builder.add(route: .init(id: "R", shortName: "R", type: 2))
    for minute in minutes {
      try builder.add(
        trip: .init(id: "\(minute)", route: route),
        events: stops.enumerated().map { index, stop in
          let time = (minute + index * 30) * 60
          return .init(stop: stop, arrivalSeconds: time, departureSeconds: time)
        })
    }
    var options = TransitOptions()
    options.maximumSeconds = 3600
    options.transferSlackSeconds = 0
    return DoorToDoorNetwork(withoutWalks: builder.build(), options: options)
  }

  private func parts(
    _ network: DoorToDoorNetwork, _ minutes: [Int], _ instant: MedianJourneys.Instant
  ) -> JourneyParts? {
    let ends = (0..<2).map { network.door(atStop: StopIndex($0)) }
    var journeys = MedianJourneys(network, .departures(minutes.map { $0 * 60 }), at: instant)
    return journeys.row(fixed: ends[0], others: [ends[1]], directSeconds: { _ in nil }).parts[0]
  }

  @Test func theJourneyIsThatOfTheMiddleWhateverItsTime() throws {
    // Trains at 8:10 and 8:40. Who leaves at 8:00 is there after 40 minutes, at 8:12 after 58, at
    // 8:20 after 50: the median is 50, with 20 minutes of waiting; the middle waits for 28.
    let network = try network(leaving: [490, 520])
    let instants = [480, 492, 500]
    let median = try #require(parts(network, instants, .median))
    #expect(median.totalSeconds == 50 * 60 && median.waitSeconds == 20 * 60)
    let middle = try #require(parts(network, instants, .middle))
    #expect(middle.totalSeconds == 58 * 60 && middle.waitSeconds == 28 * 60)
    #expect(middle.departureSeconds == 492 * 60)
  }

  @Test func whereTheMiddleReachesNothingItIsThatOfTheMedian() throws {
    // Trains at 8:10 and 9:30. From 8:00 40 minutes, from 9:05 55; at 8:15 the next one is there
    // after 105 minutes, too late. The median of the three is 55.
    let network = try network(leaving: [490, 570])
    let instants = [480, 495, 545]
    let middle = try #require(parts(network, instants, .middle))
    #expect(middle.totalSeconds == 55 * 60)
    #expect(middle == parts(network, instants, .median))
  }

  @Test func withoutAMedianThereIsNoJourney() throws {
    // Only the middle, 8:00, catches the train at 8:10.
    let network = try network(leaving: [490])
    #expect(parts(network, [420, 480, 540], .middle) == nil)
  }

  @Test("times are the same, and parts those of the itinerary of the middle, or of the median")
  func agreement() {
    var (ofMiddle, differing, ofMedian) = (0, 0, 0)
    for seed in 0..<200 {
      var options = TransitOptions()
      options.transferSlackSeconds = seed % 4 == 0 ? 0 : 60
      options.maximumSeconds = seed % 2 == 0 ? 3600 : 86_400
      let doors = DoorToDoorNetwork(
        withoutWalks: RandomNetwork.timetable(seed: UInt64(seed)), options: options)
      let timetable = doors.timetable
      let first = Int(timetable.stopEvents.map(\.departureSeconds).min() ?? 0)
      let isForward = seed % 3 > 0
      let instants = (0..<6).map { first + ($0 * 7 + (isForward ? 0 : 40)) * 60 }
      let window = isForward ? TimeWindow.departures(instants) : .arrivals(instants)
      let ends = timetable.stops.indices.map { doors.door(atStop: StopIndex($0)) }
      func row(
        _ fixed: Int, _ instant: MedianJourneys.Instant, _ window: TimeWindow
      ) -> TravelTimeMatrix.Row {
        var journeys = MedianJourneys(doors, window, at: instant)
        return journeys.row(
          [50], fixed: ends[fixed], others: ends,
          directSeconds: {
            isForward
              ? doors.directTransferSeconds(ends[fixed], ends[$0])
              : doors.directTransferSeconds(ends[$0], ends[fixed])
          })
      }
      for fixed in ends.indices.prefix(2) {
        let (middle, median) = (row(fixed, .middle, window), row(fixed, .median, window))
        // The journey of a window of the middle alone: it is its own median.
        let single = row(
          fixed, .median, isForward ? .departures([instants[3]]) : .arrivals([instants[3]]))
        #expect(middle.seconds == median.seconds)
        for other in ends.indices {
          let parts = middle.parts[other]
          guard median.parts[other] != nil else {
            #expect(parts == nil, "seed \(seed), \(fixed) and \(other)")
            continue
          }
          #expect(
            parts == single.parts[other] ?? median.parts[other],
            "seed \(seed), \(fixed) and \(other)")
          if single.parts[other] == nil { ofMedian += 1 } else { ofMiddle += 1 }
          if parts != median.parts[other] { differing += 1 }
        }
      }
    }
    #expect(ofMiddle > 500)
    #expect(differing > 100)
    #expect(ofMedian > 5)
  }
}
